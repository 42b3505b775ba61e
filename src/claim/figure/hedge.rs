//! How exact a figure claims to be, by the words before and behind it.

use super::reader::Reader;
use crate::claim::Precision;
use crate::language::figures::HedgeKind;
use crate::language::{Class, Clitic};
use std::ops::Range;

/// The longest phrase before a figure, in words.
const LONGEST: usize = 4;
/// How far behind a figure `at least` may stand, in words.
const BEHIND: usize = 3;

/// The precision of a figure in these words, and whether a range begins before it (`between`).
pub(super) fn hedge(reader: &Reader, figure: &Range<usize>) -> (Precision, bool) {
    match before(reader, figure.start).or_else(|| behind(reader, figure.end)) {
        Some(HedgeKind::About) => (Precision::About, false),
        Some(HedgeKind::AtLeast) => (Precision::AtLeast, false),
        Some(HedgeKind::AtMost) => (Precision::AtMost, false),
        Some(HedgeKind::Range) => (Precision::Exact, true),
        None => (Precision::Exact, false),
    }
}

/// The word at which a figure's hedge begins, or the figure itself.
pub(super) fn start(reader: &Reader, figure: usize) -> usize {
    (figure.saturating_sub(LONGEST)..figure)
        .find(|&start| ending_at(reader, start, figure).is_some())
        .unwrap_or(figure)
}

fn before(reader: &Reader, figure: usize) -> Option<HedgeKind> {
    let mut end = figure;
    // Clitics that stand apart before digits: `الـ80`, `بـ50`; prepositions that the phrase may leave out.
    while end > 0 && reader.form(end - 1).chars().count() <= 2 && reader.pack.has_proclitics() {
        let word = reader.form(end - 1);
        let pack = reader.pack;
        let left_out = pack.is_apart(
            word,
            &[Clitic::Article, Clitic::Preposition, Clitic::Dative],
        ) || pack.has(Class::Partitive, word)
            || pack.has(Class::SourcePreposition, word);
        if !left_out || is_hedged(reader, end) {
            break;
        }
        end -= 1;
    }
    let quiet = |word: usize| !reader.gap(word).contains([',', '.', ';', '،', '؛', ':']);
    let (start, kind) = hedge_ending(reader, end)?;
    // `выросло до 820`: what has risen to a number is that number.
    let rises =
        start > 0 && reader.pack.numerals.counted.get(reader.form(start - 1)) == Some(&"update");
    let bounds = !(rises && kind == HedgeKind::AtMost);
    (bounds && (end..=figure).all(quiet)).then_some(kind)
}

fn is_hedged(reader: &Reader, end: usize) -> bool {
    hedge_ending(reader, end).is_some()
}

/// The hedge that ends before a word, and the word at which it begins.
fn hedge_ending(reader: &Reader, end: usize) -> Option<(usize, HedgeKind)> {
    (end.saturating_sub(LONGEST)..end)
        .find_map(|start| ending_at(reader, start, end).map(|kind| (start, kind)))
}

fn ending_at(reader: &Reader, start: usize, end: usize) -> Option<HedgeKind> {
    reader
        .phrases(&reader.pack.numerals.hedges, start, |h| &h.words)
        .into_iter()
        .find(|m| m.rule.before && m.end == end)
        .map(|m| m.rule.kind)
}

fn behind(reader: &Reader, end: usize) -> Option<HedgeKind> {
    for word in end..reader.words.len().min(end + BEHIND) {
        if reader.gap(word).contains([',', '.', ';', '،', '؛', ':']) || reader.is_number(word) {
            return None;
        }
        let found = reader
            .phrases(&reader.pack.numerals.hedges, word, |h| &h.words)
            .into_iter()
            .find(|m| !m.rule.before && !reader.is_number(m.end));
        if let Some(found) = found {
            return Some(found.rule.kind);
        }
    }
    None
}
