//! Years, told from counts between 1900 and 2099.

use super::{DateKind, Moment, Part, date_word, is_date_word};
use crate::claim::figure::reader::Reader;
use crate::language::figures::NumberKind;
use crate::language::{Class, Pack};

/// The year at a word. It is a count where a unit, a scale or a counted noun follows, or a sum of money.
pub(super) fn year(reader: &Reader, pack: &Pack, word: usize, last: Option<&Part>) -> Option<Part> {
    let form = reader.form(word);
    let year: i32 = form.parse().ok().filter(|_| form.len() == 4)?;
    if !reader.is_number(word) || !(1900..2100).contains(&year) {
        return None;
    }
    let dated =
        last.is_some_and(|p| p.words.end == word && !matches!(p.moment, Moment::Relative(_)));
    let named_behind = date_word(reader, word + 1, DateKind::OfYear)
        .filter(|_| reader.runs_on(word + 1))
        .map(|(_, end)| end);
    let cued = word > 0 && is_date_word(reader, word - 1, DateKind::Year);
    let signs = reader.gap(word);
    let money = signs.trim_end().ends_with(['$', '€', '£', '¥', '₽'])
        || reader.gap(word + 1).contains(['%', '٪', '€', '$']);
    let named = signs.is_empty() && word > 0 && reader.form(word - 1).is_ascii();
    let is_count = named_behind.is_none() && !dated && counts(reader, pack, word, cued);
    if money || named || is_count {
        return None;
    }
    Some(Part {
        moment: Moment::Year(year),
        words: word..named_behind.unwrap_or(word + 1),
    })
}

fn counts(reader: &Reader, pack: &Pack, word: usize, cued: bool) -> bool {
    let next = word + 1;
    if !reader.runs_on(next) {
        return false;
    }
    let form = reader.form(next);
    let units = reader.phrases(&reader.numerals.units, next, |u| &u.words);
    let unit = units.iter().any(|u| !(cued && u.rule.base == "m"));
    let scale = reader
        .numbers(next)
        .iter()
        .any(|m| !m.joined && matches!(m.rule.kind, NumberKind::Scale | NumberKind::Standing));
    // The counted noun behind an Arabic number from 11 on stands in the accusative.
    let accusative = reader.numerals.glued
        && !cued
        && form.ends_with('ا')
        && form.chars().count() >= 5
        && !pack.has(Class::Circumstance, form);
    unit || scale || accusative || reader.numerals.counted.contains_key(form)
}
