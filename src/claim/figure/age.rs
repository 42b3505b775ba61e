//! Ages: `a 71-year-old man`, `aged 34`, `Dee Marlow, 34,`, `عن عمر ناهز 80 عاما`. They are no spans of time. Whose age a
//! number between commas is only the name before it says, so that it is held against no other one.

use super::Draft;
use super::compose::Number;
use super::reader::Reader;
use super::unit;
use crate::language::figures::NumberKind as Kind;

/// The unit of an age.
pub(super) const AGE: &str = "age";
/// Older than anybody, as old as a slip may make somebody.
const OLDEST: f64 = 150.0;
/// Hours of a year.
const YEAR: f64 = 8766.0;
/// How many words may stand between `aged` and the number: `عن عمر ناهز`.
const BETWEEN: usize = 1;

/// The age that a number is.
pub(super) fn age(reader: &Reader, number: &Number) -> Option<Draft> {
    let words = number.words.clone();
    if !(1.0..=OLDEST).contains(&number.value) {
        return None;
    }
    let years = unit::unit(reader, &words).filter(|u| u.base == "h" && is_year(u.factor));
    let end = years.as_ref().map_or(words.end, |u| u.end);
    let old = reader
        .number(end, Kind::Old)
        .filter(|_| reader.runs_on(end));
    let with_old = reader
        .number(words.end, Kind::Old)
        .filter(|_| reader.runs_on(words.end));
    let other_unit = years.is_none() && unit::unit(reader, &words).is_some();
    let said = old.or(with_old).map(|m| m.end);
    let bracketed = years.is_some()
        && reader.gap(words.start).ends_with('(')
        && reader.gap(end).starts_with(')');
    let aged = !other_unit && is_aged(reader, words.start, years.is_some());
    let beside = number.digits && is_beside_name(reader, &words, (end, years.is_some()));
    let told = said.is_some() || bracketed || aged || beside && years.is_some();
    (told || beside).then(|| {
        let mut draft = Draft::new(reader, number.value, words.start..said.unwrap_or(end));
        draft.unit = Some(AGE);
        draft.ordinal = !told;
        draft
    })
}

fn is_year(factor: f64) -> bool {
    (factor - YEAR).abs() < 1.0
}

/// `aged 34`, `البالغ من العمر 34 عاما`; with years between them one word more.
fn is_aged(reader: &Reader, word: usize, years: bool) -> bool {
    let between = if years { BETWEEN } else { 0 };
    (1..=4 + between).any(|back| {
        let Some(start) = word.checked_sub(back) else {
            return false;
        };
        reader
            .number(start, Kind::Aged)
            .is_some_and(|m| (m.end..=m.end + between).contains(&word))
    }) && !reader.gap(word).contains(['.', ',', '،', ':'])
}

/// `Dee Marlow, 34, heard the news`: a number between commas, or a comma and the end, behind a name; of `Elif, 7 ans,` one
/// word is enough.
fn is_beside_name(
    reader: &Reader,
    words: &std::ops::Range<usize>,
    (end, years): (usize, bool),
) -> bool {
    let named = |w: usize| {
        let text = &reader.text[reader.words[w].span.clone()];
        text.starts_with(char::is_uppercase)
    };
    let closed = end >= reader.words.len() || reader.gap(end).starts_with(',');
    words.len() == 1
        && words.start >= if years { 1 } else { 2 }
        && reader.gap(words.start).trim_end() == ","
        && named(words.start - 1)
        && (years || named(words.start - 2))
        && closed
}
