//! Years, told from counts between 1900 and 2099; spans of years and decades: `2015-16`, `the 1990s`.

use super::{DateKind, Moment, Part, date_word, is_date_word};
use crate::claim::figure::reader::Reader;
use crate::language::arabic::morphology::ACCUSATIVE;
use crate::language::figures::NumberKind;
use crate::language::{Class, Pack};

/// The year or years at a word. It is a count where a unit, a scale or a counted noun follows, or a sum of money.
pub(super) fn year(reader: &Reader, pack: &Pack, word: usize, last: Option<&Part>) -> Option<Part> {
    if let Some(decade) = decade(reader, word) {
        return Some(decade);
    }
    let year = four_digits(reader, word)?;
    let cued = word > 0 && is_date_word(reader, word - 1, DateKind::Year);
    let old = (1000..1900).contains(&year) && cued && ends_there(reader, word + 1);
    if !(1900..2100).contains(&year) && !old {
        return None;
    }
    let dated = last.is_some_and(|p| {
        p.words.end == word && !matches!(p.moment, Moment::Relative(_) | Moment::Hijri(_))
    });
    let named_behind = date_word(reader, word + 1, DateKind::OfYear)
        .filter(|_| reader.runs_on(word + 1))
        .map(|(_, end)| end);
    let signs = reader.gap(word);
    let money = signs.trim_end().ends_with(['$', '€', '£', '¥', '₽'])
        || reader.gap(word + 1).contains(['%', '٪', '€', '$']);
    let named = signs.is_empty() && word > 0 && reader.form(word - 1).is_ascii();
    let is_count = named_behind.is_none() && !dated && counts(reader, pack, word, cued);
    if money || named || is_count {
        return None;
    }
    let span = last_year(reader, word, year);
    let end = span.map_or(named_behind.unwrap_or(word + 1), |(_, end)| end);
    Some(Part {
        upper: span.map(|(last, _)| Moment::Year(last)),
        ..Part::new(Moment::Year(year), word..end)
    })
}

fn four_digits(reader: &Reader, word: usize) -> Option<i32> {
    let form = reader.form(word);
    form.parse()
        .ok()
        .filter(|_| form.len() == 4 && reader.is_number(word))
}

/// Whether no noun follows that could be counted: the sentence ends, a sign or a word of dates follows.
fn ends_there(reader: &Reader, word: usize) -> bool {
    !reader.runs_on(word)
        || is_date_word(reader, word, DateKind::Year)
        || is_date_word(reader, word, DateKind::Hint)
        || reader.number(word, NumberKind::Joiner).is_some()
}

/// The last year of a span: `2015-16`, `2015/2016`.
fn last_year(reader: &Reader, word: usize, first: i32) -> Option<(i32, usize)> {
    let next = word + 1;
    let joined = matches!(reader.gap(next), "-" | "–" | "/") && reader.is_number(next);
    let form = reader.form(next);
    let last: i32 = form.parse().ok().filter(|_| joined)?;
    let last = match form.len() {
        4 => last,
        2 => first / 100 * 100 + last,
        _ => return None,
    };
    // `2016-10-05` is a date.
    let ends = !matches!(reader.gap(next + 1), "-" | "/") || !reader.is_number(next + 1);
    (ends && first < last && last < 2100).then_some((last, next + 1))
}

/// `1990s`, `the '90s`, `les années 1990`, `die 90er Jahre`, `التسعينيات`.
fn decade(reader: &Reader, word: usize) -> Option<Part> {
    let span = |first: i32, end: usize| {
        let years = if first % 100 == 0 && first < 2000 {
            99
        } else {
            9
        };
        Part {
            upper: Some(Moment::Year(first + years)),
            ..Part::new(Moment::Year(first), word..end)
        }
    };
    if let Some((first, end)) = date_word(reader, word, DateKind::Decade) {
        return Some(span(i32::from(first), end));
    }
    let form = reader.form(word);
    let number: i32 = form.parse().ok().filter(|_| reader.is_number(word))?;
    let first = match form.len() {
        4 if (1000..2100).contains(&number) => number,
        2 if number >= 20 => 1900 + number,
        _ => return None,
    };
    let glued = matches!(reader.gap(word + 1), "" | "'" | "’" | "-");
    let behind = date_word(reader, word + 1, DateKind::OfDecade).filter(|_| glued);
    let before = word > 0 && is_date_word(reader, word - 1, DateKind::BeforeDecade);
    // `in his 50s` is an age, and `a high in the low 60s` a temperature.
    let told = form.len() == 4
        || before
        || behind.is_some_and(|(_, end)| end > word + 2)
        || reader.gap(word).ends_with(['\'', '’', '‘'])
        || word > 0 && is_date_word(reader, word - 1, DateKind::DecadeArticle);
    let end = behind.map(|(_, end)| end).or(before.then_some(word + 1))?;
    (first % 10 == 0 && told).then(|| span(first, end))
}

fn counts(reader: &Reader, pack: &Pack, word: usize, cued: bool) -> bool {
    let next = word + 1;
    if !reader.runs_on(next) {
        return false;
    }
    let form = reader.form(next);
    let units = reader.phrases(&reader.pack.numerals.units, next, |u| &u.words);
    let unit = units.iter().any(|u| !(cued && u.rule.base == "m"));
    let scale = reader
        .numbers(next)
        .iter()
        .any(|m| !m.joined && matches!(m.rule.kind, NumberKind::Scale | NumberKind::Standing));
    // The counted noun behind an Arabic number from 11 on stands in the accusative.
    let accusative = reader.pack.has_proclitics()
        && !cued
        && form.ends_with(ACCUSATIVE)
        && form.chars().count() >= 5
        && !pack.has(Class::Circumstance, form);
    unit || scale || accusative || reader.pack.numerals.counted.contains_key(form)
}
