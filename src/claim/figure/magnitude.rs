//! The magnitude of an earthquake: `magnitude 6.1`, `a 7.1-magnitude quake`, `بقوة 5.8 درجة`. It has no unit of its own, so
//! the word beside it is one.

use super::Draft;
use super::compose::Number;
use super::reader::Reader;
use super::unit;
use crate::language::figures::NumberKind as Kind;

/// The unit of a magnitude.
const MAGNITUDE: &str = "Mw";
/// No earthquake was stronger.
const STRONGEST: f64 = 10.0;
/// How many words may stand between: `magnitude of 6.1`, `la magnitude à 6,1`.
const BETWEEN: usize = 1;

/// The magnitude that a number is. `Force`, which some languages say for it, counts many things: so the number has a decimal, or
/// degrees.
pub(super) fn magnitude(reader: &Reader, number: &Number) -> Option<Draft> {
    let words = number.words.clone();
    if !(1.0..=STRONGEST).contains(&number.value) {
        return None;
    }
    let degrees = unit::unit(reader, &words).filter(|u| u.base == "°");
    let end = degrees.as_ref().map_or(words.end, |u| u.end);
    let exact = number.value.fract() != 0.0 || degrees.is_some();
    let named = |word: usize| reader.number(word, Kind::Magnitude).is_some();
    let behind = reader
        .gap(end)
        .trim_matches([' ', '-', '\u{A0}'])
        .is_empty()
        && named(end);
    let before = (1..=1 + BETWEEN)
        .filter_map(|back| words.start.checked_sub(back))
        .find(|&word| named(word));
    let before = before.is_some_and(|word| (word + 1..=words.start).all(|w| reader.runs_on(w)));
    (exact && (behind || before)).then(|| {
        let mut draft = Draft::new(reader, number.value, words.start..end);
        draft.unit = Some(MAGNITUDE);
        draft
    })
}
