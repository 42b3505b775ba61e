//! The figures of a text: how many, of what, in which unit, and how exact.
//!
//! Number words are put together by a small automaton ([`compose`]); shares become per cent, units are converted to
//! one base, and dates and years are left to [`super::date`]. What it gets wrong: a share that shows only by its vowels
//! (`خمس` for `خُمس`) is read as a count, duals are known from a list, and `second` before a noun is a place in a row.

mod about;
mod age;
mod compose;
mod digits;
mod equality;
mod hedge;
mod magnitude;
mod named;
pub(super) mod reader;
mod share;
mod sign;
mod unit;

pub(crate) use equality::are_swapped;

use super::{Figure, Precision};
use crate::language::figures::NumberKind as Kind;
use crate::language::{Pack, Word};
use reader::Reader;
use std::ops::Range;

/// The figures of a text, in order, outside its dates. `words` are those of `text`.
#[cfg(test)]
pub(crate) fn figures(text: &str, words: &[Word], pack: &'static Pack) -> Vec<Figure> {
    let times = super::date::times(text, words, pack);
    let dated: Vec<Range<usize>> = times.into_iter().map(|t| t.span).collect();
    undated(text, words, pack, &dated)
}

/// The same of a text whose dates are known.
pub(super) fn undated(
    text: &str,
    words: &[Word],
    pack: &'static Pack,
    dated: &[Range<usize>],
) -> Vec<Figure> {
    let reader = Reader { text, words, pack };
    let mut found: Vec<Figure> = Vec::new();
    let mut ends: Vec<Draft> = Vec::new();
    let mut word = 0;
    while word < words.len() {
        let at = words[word].span.start;
        if dated.iter().any(|d| d.contains(&at)) {
            word += 1;
            continue;
        }
        if let Some(none) = reader.number(word, Kind::None) {
            word = none.end;
            continue;
        }
        match draft(&reader, pack, word) {
            Some(draft) => {
                word = draft.words.end.max(word + 1);
                ends.push(draft);
            }
            None => word += 1,
        }
    }
    for draft in joined(&reader, ends) {
        found.push(finish(&reader, pack, draft));
    }
    found
}

/// A figure before it is known what it counts.
#[derive(Debug, Clone)]
struct Draft {
    value: f64,
    upper: Option<f64>,
    unit: Option<&'static str>,
    ordinal: bool,
    precision: Option<Precision>,
    words: Range<usize>,
    span: Range<usize>,
    /// The word that is counted where it is the figure's own: `جنديان`.
    own: bool,
}

impl Draft {
    fn new(reader: &Reader, value: f64, words: Range<usize>) -> Draft {
        Draft {
            value,
            upper: None,
            unit: None,
            ordinal: false,
            precision: None,
            span: reader.bytes(&words),
            words,
            own: false,
        }
    }
}

fn draft(reader: &Reader, pack: &Pack, word: usize) -> Option<Draft> {
    if !is_labelled(reader, word) && named::is_named(reader, pack, word) {
        return None;
    }
    // `medio centenar` before the half that it begins with.
    loose(reader, word, Kind::Rough)
        .or_else(|| share::share(reader, word))
        .or_else(|| ordinal(reader, word))
        .or_else(|| counted(reader, word))
        .or_else(|| dual(reader, word))
        .or_else(|| loose(reader, word, Kind::Vague))
}

fn counted(reader: &Reader, word: usize) -> Option<Draft> {
    let number = compose::count(reader, word)?;
    let mut draft = Draft::new(reader, number.value, number.words.clone());
    if number.digits
        && reader.number(number.words.end, Kind::Suffix).is_some()
        && reader.gap(number.words.end).is_empty()
    {
        draft.ordinal = true;
        draft.words.end += 1;
        draft.span = reader.bytes(&draft.words);
        return Some(draft);
    }
    if number.digits && reader.is_stopped(word) {
        draft.ordinal = true;
        return Some(draft);
    }
    if let Some(age) = age::age(reader, &number) {
        return Some(age);
    }
    if let Some(magnitude) = magnitude::magnitude(reader, &number) {
        return Some(magnitude);
    }
    if let Some(unit) = unit::unit(reader, &number.words) {
        draft.unit = Some(unit.base);
        draft.value *= unit.factor;
        draft.words.end = unit.end;
        draft.span = unit.span;
        // `USD 5 million`.
        while draft.words.start > 0
            && reader.words[draft.words.start - 1].span.start >= draft.span.start
        {
            draft.words.start -= 1;
        }
        and_a_half(reader, &mut draft, unit.factor);
    } else if is_pronoun(reader, &number) {
        return None;
    }
    draft.ordinal = draft.unit.is_none() && is_labelled(reader, word);
    sign::sign(reader, &mut draft);
    Some(fahrenheit(draft))
}

/// `ساعتين ونصف`, `عامين ونصف العام`.
fn and_a_half(reader: &Reader, draft: &mut Draft, factor: f64) {
    let at = draft.words.end;
    let apart =
        reader.number(at, Kind::Joiner).is_some() && reader.number(at + 1, Kind::Article).is_some();
    let found = reader.number(at + 2 * usize::from(apart), Kind::Fraction);
    if let Some(half) = found.filter(|m| (m.joined || apart) && reader.runs_on(at)) {
        draft.value += half.rule.value * factor;
        draft.words.end = half.end;
        draft.span.end = reader.words[half.end - 1].span.end;
    }
}

/// The number one alone is a pronoun as often as a count; it counts before a known counted thing only, or in Arabic
/// behind one.
fn is_pronoun(reader: &Reader, number: &compose::Number) -> bool {
    let alone = number.words.len() == 1;
    let word = number.words.start;
    if !alone || reader.number(word, Kind::One).is_none() || reader.is_number(word) {
        return false;
    }
    let beside = if reader.pack.has_proclitics() {
        word.checked_sub(1)
    } else {
        Some(word + 1)
    };
    !beside.is_some_and(|w| reader.pack.numerals.counted.contains_key(reader.form(w)))
}

/// `number 17`, `No. 17`, `#17`.
fn is_labelled(reader: &Reader, word: usize) -> bool {
    let gap = reader.gap(word);
    let labelled = || {
        let label = word
            .checked_sub(1)
            .and_then(|at| reader.number(at, Kind::Label));
        label.is_some_and(|m| m.end == word) && (reader.runs_on(word) || gap.trim() == ".")
    };
    reader.is_number(word) && (gap.ends_with(['#', '№']) || labelled())
}

fn fahrenheit(mut draft: Draft) -> Draft {
    if draft.unit == Some("°F") {
        draft.value = (draft.value - 32.0) / 1.8;
        draft.unit = Some("°");
    }
    draft
}

/// The count at a word, and the word behind it.
pub(super) fn count_of(reader: &Reader, word: usize) -> Option<(f64, usize)> {
    compose::count(reader, word).map(|number| (number.value, number.words.end))
}

fn ordinal(reader: &Reader, word: usize) -> Option<Draft> {
    let (value, end) = place_in_row(reader, word)?;
    let mut draft = Draft::new(reader, value, word..end);
    draft.ordinal = true;
    Some(draft)
}

/// The place in a row that the words at a word say, and the word behind them: `third`, `الحادية عشرة`.
pub(super) fn place_in_row(reader: &Reader, word: usize) -> Option<(f64, usize)> {
    let first = reader.number(word, Kind::Ordinal)?;
    let mut value = first.rule.value;
    let mut end = first.end;
    if reader.pack.has_proclitics() {
        // `الحادية عشرة`, `الحادي والعشرين`.
        // `أول عشر سفارات` are the first ten, no eleventh.
        let leads = value < 1.5 && first.rule.words[0] == reader.form(word);
        let next = reader.numbers(end);
        if let Some(ten) = next
            .iter()
            .find(|m| m.rule.kind == Kind::Ten && !m.joined && !leads)
        {
            value += 10.0;
            end = ten.end;
        } else if let Some(tens) = next
            .iter()
            .find(|m| m.joined && m.rule.kind == Kind::Count && m.rule.value >= 20.0)
        {
            value += tens.rule.value;
            end = tens.end;
        }
    }
    Some((value, end))
}

/// `ساعتان`, `جنديين`.
fn dual(reader: &Reader, word: usize) -> Option<Draft> {
    if let Some((count, unit)) = unit::dual(reader, word) {
        let mut draft = Draft::new(reader, count * unit.factor, word..unit.end);
        draft.unit = Some(unit.base);
        and_a_half(reader, &mut draft, unit.factor);
        return Some(draft);
    }
    // `الدولتين` are the two that everybody knows of.
    let pair = reader
        .number(word, Kind::Pair)
        .filter(|_| !reader.pack.is_definite(reader.form(word)))?;
    let mut draft = Draft::new(reader, pair.rule.value, word..pair.end);
    draft.own = true;
    // `جنديان اثنان`
    let two = reader
        .numbers(pair.end)
        .into_iter()
        .any(|m| (m.rule.value - pair.rule.value).abs() < 0.1);
    if two {
        draft.words.end += 1;
    }
    Some(draft)
}

/// `dozens of residents`, from twenty to ninety-nine; `une centaine d’habitants`, about a hundred.
fn loose(reader: &Reader, word: usize, kind: Kind) -> Option<Draft> {
    let found = reader.number(word, kind)?;
    let value = found.rule.value;
    let mut draft = Draft::new(reader, value, word..found.end);
    let open = kind == Kind::Vague;
    draft.upper = open.then_some(if value < 100.0 { 99.0 } else { value * 10.0 });
    draft.precision = Some(Precision::About);
    if let Some(unit) = unit::unit(reader, &draft.words) {
        draft.unit = Some(unit.base);
        draft.value *= unit.factor;
        draft.upper = draft.upper.map(|u| u * unit.factor);
        draft.words.end = unit.end;
        draft.span = unit.span;
    }
    Some(draft)
}

/// Ranges: `10-15`, `between 10 and 15`.
fn joined(reader: &Reader, drafts: Vec<Draft>) -> Vec<Draft> {
    let mut found: Vec<Draft> = Vec::new();
    for mut draft in drafts {
        let begins = found.last().filter(|last| ranges(reader, last, &draft));
        if let Some(first) = begins.cloned() {
            let factor = match (first.unit, draft.unit) {
                (None, Some(_)) => draft.value / plain(reader, &draft),
                _ => 1.0,
            };
            draft.upper = Some(draft.value);
            draft.value = first.value * factor;
            draft.words.start = first.words.start;
            draft.span.start = first.span.start;
            found.pop();
        }
        found.push(draft);
    }
    found
}

/// The number of a draft without its unit's factor.
fn plain(reader: &Reader, draft: &Draft) -> f64 {
    compose::count(reader, draft.words.start).map_or(draft.value, |n| n.value)
}

fn ranges(reader: &Reader, first: &Draft, second: &Draft) -> bool {
    let same_kind = !first.ordinal
        && !second.ordinal
        && first.upper.is_none()
        && (first.unit.is_none() || first.unit == second.unit);
    if !same_kind || first.value >= second.value {
        return false;
    }
    let behind = second.words.start;
    let dashed = behind == first.words.end
        && matches!(reader.gap(behind).trim(), "-" | "–")
        && reader.is_number(behind - 1)
        && first.unit == second.unit;
    let between = hedge::hedge(reader, &first.words).1
        && behind <= first.words.end + 2
        && behind >= first.words.end;
    dashed || between
}

fn finish(reader: &Reader, pack: &'static Pack, draft: Draft) -> Figure {
    let (precision, _) = hedge::hedge(reader, &draft.words);
    let counted = if draft.own {
        draft.words.start..draft.words.start + 1
    } else {
        about::about(
            reader,
            pack,
            &draft.words,
            draft.unit.is_some_and(|u| u != "%"),
        )
    };
    // An age says no more than whose it is: `a 71-year-old man`, but not `aged 71`.
    let aged = draft.unit == Some(age::AGE) && counted.start < draft.words.start;
    let about_span = if counted.is_empty() || aged {
        draft.span.end..draft.span.end
    } else {
        reader.bytes(&counted)
    };
    Figure {
        text: reader.text[draft.span.clone()].to_owned(),
        span: draft.span,
        value: draft.value,
        upper: draft.upper,
        precision: match (precision, draft.precision) {
            (Precision::Exact, Some(own)) => own,
            (found, _) => found,
        },
        unit: draft.unit.map(str::to_owned),
        ordinal: draft.ordinal,
        about: reader.text[about_span.clone()].to_owned(),
        about_span,
    }
}

#[cfg(test)]
mod tests;
