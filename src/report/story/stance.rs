//! What every format says of a claim and its outlets.

use crate::model::DifferenceKind;
use crate::report::messages::{Arg, Messages, Msg};
use crate::story::{Said, StoryClaim, StoryTable, Treatment};

/// Below this chance a link is told as a doubt: from there on 95 in 100 were right (`compare/chance.rs`).
const SURE: f32 = 0.8;

/// How many claims, by how many outlets, and how many conflicts, in one sentence.
pub(in crate::report) fn summary(
    table: &StoryTable,
    messages: Messages,
    conflicts: usize,
) -> String {
    let claims = &table.claims;
    let outlets = table.outlets.len();
    let of = |n: usize| claims.iter().filter(|c| c.makers().count() == n).count();
    let counts = [
        ("n", Arg::Count(claims.len())),
        ("outlets", Arg::Count(outlets)),
        ("all", Arg::Count(of(outlets))),
        ("one", Arg::Count(of(1))),
        ("conflicts", Arg::Count(conflicts)),
    ];
    messages.fill(Msg::StorySummary, &counts)
}

/// The outlet's claims that a stance names, each once.
pub(in crate::report) fn claims_of(stance: &Treatment) -> impl Iterator<Item = usize> {
    let claims: Vec<usize> = match stance {
        Treatment::Makes(claims) => claims.clone(),
        Treatment::Partly(said) | Treatment::Contradicts(said) | Treatment::Updates(said) => {
            let mut claims: Vec<usize> = said.iter().map(|said| said.claim).collect();
            claims.sort_unstable();
            claims.dedup();
            claims
        }
        Treatment::Silent => Vec::new(),
    };
    claims.into_iter()
}

/// One sign, the same in every language.
pub(in crate::report) fn sign(claim: &StoryClaim, outlet: usize) -> &'static str {
    match claim.stances[outlet] {
        Treatment::Makes(_) if claim.less.contains(&outlet) => "(✓)",
        Treatment::Makes(_) => "✓",
        Treatment::Partly(_) => "~",
        Treatment::Contradicts(_) => "≠",
        Treatment::Updates(_) => "↻",
        Treatment::Silent => "–",
    }
}

/// What the sign means.
pub(in crate::report) fn relation(claim: &StoryClaim, outlet: usize) -> Msg {
    match claim.stances[outlet] {
        Treatment::Makes(_) if claim.less.contains(&outlet) => Msg::StanceLess,
        Treatment::Makes(_) => Msg::StanceMakes,
        Treatment::Partly(_) => Msg::StancePartly,
        Treatment::Contradicts(_) => Msg::StanceContradicts,
        Treatment::Updates(_) => Msg::StanceUpdates,
        Treatment::Silent => Msg::StanceSilent,
    }
}

/// What a contradiction or an update is about: `16 against 19`, the claim's own first.
pub(in crate::report) fn values(stance: &Treatment, messages: Messages) -> Option<String> {
    let (Treatment::Contradicts(said) | Treatment::Updates(said)) = stance else {
        return None;
    };
    said.iter().find_map(|said| value(said, messages))
}

fn value(said: &Said, messages: Messages) -> Option<String> {
    let is_value = |kind| !matches!(kind, DifferenceKind::Detail | DifferenceKind::Speaker);
    let value = said.differences.iter().find(|d| is_value(d.kind))?;
    let args = [
        ("a", Arg::Text(&value.claim)),
        ("b", Arg::Text(&value.outlet)),
    ];
    Some(messages.fill(Msg::Against, &args))
}

/// Why the wordings may not be one claim.
pub(in crate::report) fn doubts(claim: &StoryClaim, messages: Messages) -> Vec<String> {
    let apart = claim.apart.iter().map(|&(a, b)| {
        let letters = [a, b].map(|outlet| messages.letter(outlet));
        let args = [("a", Arg::Text(&letters[0])), ("b", Arg::Text(&letters[1]))];
        messages.fill(Msg::StoryApart, &args)
    });
    let mut doubts: Vec<String> = apart.collect();
    if claim.certainty < SURE {
        let chance = messages.share(claim.certainty);
        let args = [("chance", Arg::Text(&chance))];
        doubts.push(messages.fill(Msg::StoryWeak, &args));
    }
    doubts
}
