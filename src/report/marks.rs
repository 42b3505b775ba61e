//! Which marks are worth showing: a single word that two claims happen to share says nothing.

use crate::claim::Claim;
use crate::model::{Mark, MarkKind};

/// The marks of a claim without single shared words, unless they are of a name or have digits.
pub(super) fn telling<'a>(claim: &Claim, mut marks: Vec<&'a Mark>) -> Vec<&'a Mark> {
    marks.retain(|mark| claim.text.get(mark.span.clone()).is_some());
    marks.sort_by_key(|mark| mark.span.start);
    let shared = marks.iter().filter(|mark| mark.kind == MarkKind::Shared);
    let shared: Vec<&Mark> = shared.copied().collect();
    let joins = |a: &Mark, b: &Mark| {
        let between = claim.text.get(a.span.end..b.span.start);
        between.is_none_or(|text| !text.contains(char::is_alphanumeric))
    };
    let single = shared.chunk_by(|a, b| joins(a, b)).filter(|run| {
        let words = &claim.text[run[0].span.start..run[run.len() - 1].span.end];
        words.split_whitespace().nth(1).is_none()
            && !words.contains(char::is_numeric)
            && !claim.names.iter().any(|name| name.contains(words))
    });
    let single: Vec<&Mark> = single.flatten().copied().collect();
    marks.retain(|mark| !single.contains(mark));
    marks
}
