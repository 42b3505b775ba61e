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

/// The sign of money that stands right before a word, and where it begins.
fn sign_before(reader: &Reader, word: usize) -> Option<(&'static str, usize)> {
    let gap = reader.gap(word);
    let sign = gap.trim_end().chars().next_back()?;
    let behind = gap.len() - gap.trim_end().len();
    let start = reader.words.get(word)?.span.start - behind - sign.len_utf8();
    currency(sign)
        .filter(|_| behind <= 2)
        .map(|unit| (unit, start))
}

/// Whether a sum of money stands at a word.
pub(super) fn has_currency_sign(reader: &Reader, word: usize) -> bool {
    sign_before(reader, word).is_some()
}

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
    let behind = reader.gap(number.end);
    let sign = behind.trim_start().chars().next();
    let spaces = behind.len() - behind.trim_start().len();
    if let Some(sign) = sign.filter(|_| spaces <= 2) {
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
    if !reader.runs_on(number.end) && reader.gap(number.end).trim() != "°" {
        return None;
    }
    // `8,5 millions d’euros`, `3 millones de dólares`.
    let of = matches!(reader.form(number.end), "d" | "d'" | "de" | "di");
    let found = reader
        .phrases(&reader.numerals.units, number.end + usize::from(of), |u| {
            &u.words
        })
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
        .phrases(&reader.numerals.units, word, |u| &u.words)
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
