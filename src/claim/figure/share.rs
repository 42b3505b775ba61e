//! Shares, all in per cent: `ثلث`, `two-thirds`, `nine in ten`; or a share of a unit or power of ten: `half a million`.

use super::reader::Reader;
use super::{Draft, compose, unit};
use crate::claim::Precision;
use crate::language::figures::NumberKind as Kind;

/// The share that begins at a word.
pub(super) fn share(reader: &Reader, word: usize) -> Option<Draft> {
    let (value, end) = fraction(reader, word)
        .or_else(|| voweled(reader, word))
        .or_else(|| parts(reader, word))?;
    if let Some(draft) = of_a_scale(reader, word, value, end) {
        return Some(draft);
    }
    let mut draft = Draft::new(reader, value * 100.0, word..end);
    draft.unit = Some("%");
    draft.precision = Some(Precision::About);
    Some(draft)
}

fn fraction(reader: &Reader, word: usize) -> Option<(f64, usize)> {
    let found = reader.number(word, Kind::Fraction)?;
    Some((found.rule.value, found.end))
}

/// `خُمس`: the vowel sign tells it from the number five.
fn voweled(reader: &Reader, word: usize) -> Option<(f64, usize)> {
    let found = reader.number(word, Kind::Voweled)?;
    let span = reader.words[word].span.clone();
    reader.text[span]
        .contains('\u{064F}')
        .then_some((found.rule.value, found.end))
}

/// `two-thirds`, `a third of`, `ثلاثة أرباع`, `nine in ten`.
fn parts(reader: &Reader, word: usize) -> Option<(f64, usize)> {
    let article = reader.number(word, Kind::Article).is_some();
    let (count, end) = if article {
        (1.0, word + 1)
    } else {
        let number = compose::count(reader, word)?;
        (number.value, number.words.end)
    };
    if let Some(part) = reader
        .number(end, Kind::Part)
        .filter(|_| reader.runs_on(end))
    {
        let of = reader.number(part.end, Kind::Of).is_some() || part.end >= reader.words.len();
        let one_of_a_row = count < 1.5 && !of && !reader.pack.has_proclitics();
        let fits = count * part.rule.value <= 1.01 && !one_of_a_row;
        return fits.then_some((count * part.rule.value, part.end));
    }
    among(reader, word, count, end).filter(|_| !article)
}

/// `nine in ten`, also with the counted noun between: `nine customers in ten`.
fn among(reader: &Reader, word: usize, count: f64, end: usize) -> Option<(f64, usize)> {
    if count >= 100.0 || count.fract() != 0.0 || word == end {
        return None;
    }
    (end..=end + 1).find_map(|at| {
        let joint = reader.number(at, Kind::Among)?;
        let whole = compose::count(reader, joint.end)?;
        let round = [3.0, 4.0, 5.0, 10.0, 100.0].contains(&whole.value);
        let unit = unit::unit(reader, &whole.words).is_some();
        (round && !unit && count < whole.value && (end..=joint.end).all(|w| reader.runs_on(w)))
            .then_some((count / whole.value, whole.words.end))
    })
}

/// `half a million`, `نصف ساعة`.
fn of_a_scale(reader: &Reader, word: usize, value: f64, end: usize) -> Option<Draft> {
    let mut at = end;
    while reader.number(at, Kind::Article).is_some() || reader.number(at, Kind::Of).is_some() {
        at += 1;
    }
    if at > end + 2 || !reader.runs_on(at) {
        return None;
    }
    let scale = reader
        .numbers(at)
        .into_iter()
        .find(|m| matches!(m.rule.kind, Kind::Scale | Kind::Standing) && !m.joined);
    let (value, at) = match &scale {
        Some(scale) => (value * scale.rule.value, scale.end),
        None => (value, at),
    };
    let unit = unit::unit(reader, &(word..at)).filter(|u| u.base != "%");
    if scale.is_none() && (unit.is_none() || reader.number(end, Kind::Of).is_some()) {
        return None;
    }
    let mut draft = Draft::new(reader, value, word..at);
    draft.precision = Some(Precision::About);
    if let Some(unit) = unit {
        draft.value *= unit.factor;
        draft.unit = Some(unit.base);
        draft.words.end = unit.end;
        draft.span = unit.span;
    }
    Some(draft)
}
