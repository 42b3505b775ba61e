//! What a number is a number of, where it can be converted: units, money, per cent.

use super::reader::Reader;
use std::ops::Range;

/// A unit found beside a number.
pub(super) struct Found {
    /// The base unit.
    pub base: &'static str,
    /// How many of the base unit it is.
    pub factor: f64,
    /// The word behind it.
    pub end: usize,
    /// The bytes of number and unit.
    pub span: Range<usize>,
}

/// Signs of money, and the unit of each.
const CURRENCIES: [(char, &str); 9] = [
    ('$', "usd"),
    ('€', "eur"),
    ('£', "gbp"),
    ('¥', "jpy"),
    ('₽', "rub"),
    ('₹', "rupee"),
    ('₺', "lira"),
    ('₪', "shekel"),
    ('₸', "kzt"),
];

fn currency(c: char) -> Option<&'static str> {
    CURRENCIES.iter().find(|(sign, _)| *sign == c).map(|c| c.1)
}

/// Letters before a dollar sign, and the unit that they make of it: `A$5m`.
const DOLLARS: [(&str, &str); 9] = [
    ("a", "aud"),
    ("au", "aud"),
    ("c", "cad"),
    ("ca", "cad"),
    ("hk", "hkd"),
    ("nz", "nzd"),
    ("r", "brl"),
    ("s", "sgd"),
    ("us", "usd"),
];

/// The unit that stands right before a word, and where it begins: `$5`, `A$5`, `USD 5`, `Rs 500`, `%5`.
fn sign_before(reader: &Reader, word: usize) -> Option<(&'static str, usize)> {
    let gap = reader.gap(word);
    let start = reader.words.get(word)?.span.start;
    let Some(sign) = gap.trim_end().chars().next_back() else {
        return code_before(reader, word);
    };
    let behind = gap.len() - gap.trim_end().len();
    let start = start - behind - sign.len_utf8();
    let before = word.checked_sub(1);
    if matches!(sign, '%' | '٪') {
        let of_other =
            before.is_some_and(|b| reader.is_number(b) && reader.gap(word).starts_with(sign));
        return (behind == 0 && !of_other).then_some(("%", start));
    }
    let dollars = before.filter(|b| reader.words[*b].span.end == start);
    let prefixed = dollars.and_then(|b| {
        let found = DOLLARS
            .iter()
            .find(|(letters, _)| *letters == reader.form(b))?;
        Some((found.1, reader.words[b].span.start))
    });
    let plain = || currency(sign).map(|unit| (unit, start));
    prefixed
        .filter(|_| sign == '$')
        .or_else(plain)
        .filter(|_| behind <= 2)
}

/// `USD 5`, `Rs. 500`: the short name of a currency in front.
fn code_before(reader: &Reader, word: usize) -> Option<(&'static str, usize)> {
    let before = word.checked_sub(1)?;
    let span = reader.words[before].span.clone();
    let code =
        span.len() <= 3 && reader.text[span.clone()].starts_with(|c: char| c.is_ascii_uppercase());
    let base = money_word(reader, before).filter(|_| code)?;
    matches!(reader.gap(word), " " | "\u{A0}" | "").then_some((base, span.start))
}

/// The currency that a word is.
fn money_word(reader: &Reader, word: usize) -> Option<&'static str> {
    let units = reader.phrases(&reader.pack.numerals.units, word, |u| &u.words);
    let mut bases = units.into_iter().map(|m| m.rule.base);
    bases.find(|base| super::equality::is_money(base))
}

/// Whether a sum of money stands at the number before a word: `$30m`.
pub(super) fn is_money(reader: &Reader, word: usize) -> bool {
    let number = (0..word).rev().take_while(|&w| reader.is_number(w)).last();
    number.is_some_and(|w| sign_before(reader, w).is_some_and(|(unit, _)| unit != "%"))
}

/// Whether money is named right at a word: `1,5 M€`, `5m dollars`.
pub(super) fn is_money_behind(reader: &Reader, word: usize) -> bool {
    let sign = reader.gap(word).trim_start().chars().next();
    sign.is_some_and(|c| currency(c).is_some())
        || reader.runs_on(word) && money_word(reader, word).is_some()
}

/// The gap behind a number, without the stop of an abbreviated power of ten: `3 Mio. €`, `5 тыс. рублей`.
fn behind<'a>(reader: &Reader<'a>, end: usize) -> (&'a str, usize) {
    let gap = reader.gap(end);
    let short = !reader.is_number(end - 1) && reader.form(end - 1).chars().count() <= SHORT;
    let stop = usize::from(short && gap.starts_with('.'));
    (&gap[stop..], stop)
}

/// Letters of the longest abbreviated power of ten: `mlrd`.
const SHORT: usize = 4;

/// The unit of a number in these words.
pub(super) fn unit(reader: &Reader, number: &Range<usize>) -> Option<Found> {
    let bytes = reader.bytes(number);
    if let Some((base, start)) = sign_before(reader, number.start) {
        return Some(Found {
            base,
            factor: 1.0,
            end: number.end,
            span: start..bytes.end,
        });
    }
    let (behind, stop) = behind(reader, number.end);
    let sign = behind.trim_start().chars().next();
    let spaces = stop + behind.len() - behind.trim_start().len();
    if let Some(sign) = sign.filter(|_| spaces <= 2 + stop) {
        let base = match sign {
            '%' | '٪' | '％' => Some("%"),
            '°' => None,
            sign => currency(sign),
        };
        if let Some(base) = base {
            return Some(Found {
                base,
                factor: 1.0,
                end: number.end,
                span: bytes.start..bytes.end + spaces + sign.len_utf8(),
            });
        }
    }
    word_unit(reader, number)
}

fn word_unit(reader: &Reader, number: &Range<usize>) -> Option<Found> {
    let (gap, stop) = behind(reader, number.end);
    let beside = reader.runs_on(number.end)
        || gap.trim() == "°"
        || stop > 0 && gap.chars().all(char::is_whitespace);
    if number.end >= reader.words.len() || !beside {
        return None;
    }
    // `8,5 millions d’euros`, `3 millones de dólares`.
    let of = matches!(reader.form(number.end), "d" | "d'" | "de" | "di");
    let found = reader
        .phrases(
            &reader.pack.numerals.units,
            number.end + usize::from(of),
            |u| &u.words,
        )
        .into_iter()
        .find(|m| m.rule.count.is_none() && !m.joined)?;
    let bytes = reader.bytes(number);
    Some(Found {
        base: found.rule.base,
        factor: found.rule.factor,
        end: found.end,
        span: bytes.start..reader.words[found.end - 1].span.end,
    })
}

/// A unit in the dual, which says its own number: `ساعتان`.
pub(super) fn dual(reader: &Reader, word: usize) -> Option<(f64, Found)> {
    let found = reader
        .phrases(&reader.pack.numerals.units, word, |u| &u.words)
        .into_iter()
        .find(|m| m.rule.count.is_some())?;
    let span = reader.bytes(&(word..found.end));
    Some((
        found.rule.count?,
        Found {
            base: found.rule.base,
            factor: found.rule.factor,
            end: found.end,
            span,
        },
    ))
}
