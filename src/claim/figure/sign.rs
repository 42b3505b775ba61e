//! What is below nothing: `-0.3 per cent`, `minus 5 degrees`, `5 degrees below zero`. `Fell by 3 per cent` is no sign.

use super::reader::Reader;
use super::{Draft, hedge};
use crate::language::figures::NumberKind as Kind;

/// Give a draft its sign, where it has one. A dash before a bare number begins a list, or a name's second part.
pub(super) fn sign(reader: &Reader, draft: &mut Draft) {
    let start = draft.words.start;
    let measured = draft.unit.is_some() || draft.value.fract() != 0.0;
    if measured && let Some(sign) = dash(&reader.text[..draft.span.start]) {
        draft.span.start -= sign;
        draft.value = -draft.value;
        return;
    }
    let before = start
        .checked_sub(1)
        .and_then(|at| reader.number(at, Kind::Minus));
    // `al menos 60` is no `menos 60`.
    let said = before.is_some() && reader.runs_on(start) && hedge::start(reader, start) == start;
    if measured && said {
        draft.words.start -= 1;
        draft.span.start = reader.words[start - 1].span.start;
        draft.value = -draft.value;
        return;
    }
    let below = reader.number(draft.words.end, Kind::BelowZero);
    if let Some(below) = below.filter(|_| reader.runs_on(draft.words.end)) {
        draft.words.end = below.end;
        draft.span.end = reader.words[below.end - 1].span.end;
        draft.value = -draft.value;
    }
}

/// The bytes of a minus that ends a text, right before a number and behind a space.
fn dash(before: &str) -> Option<usize> {
    let sign = before.chars().next_back()?;
    let rest = &before[..before.len() - sign.len_utf8()];
    let opens = rest.ends_with(|c: char| c.is_whitespace() || c == '(');
    (matches!(sign, '-' | '−' | '–') && opens).then_some(sign.len_utf8())
}
