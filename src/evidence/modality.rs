//! Modality: what is still to come in one claim and has come in the other, what was unknown and is known.
//!
//! A tense alone is no later knowledge: `said the bridge would reopen` and `“The bridge will reopen”` are one statement. So
//! an act counts as done only where both claims tell of it in nearly the same words, the one that plans is in nobody's
//! mouth but the outlet's or in the same one, and the other is told as a fact.

use super::negation::{denied, is_planned};
use super::{Found, Pair, Rule};
use crate::claim::Claim;
use crate::language::Pack;
use crate::meaning::{Coverage, Token};
use crate::model::DifferenceKind;

pub(super) const RULES: &[Rule] = &[Rule {
    id: "modality.done",
    what: "what one claim tells as planned the other tells as done",
    wrong: "a plan and another act of the same kind",
    differs: Some(DifferenceKind::Detail),
    find: done,
}];

fn done(pair: &Pair) -> Option<Found> {
    let (left, right) = pair.tokens();
    let planned = |claim: &Claim, tokens: &[Token], pack: &Pack| is_planned(claim, tokens, pack);
    let of_left = planned(pair.claims.0, left, pair.packs.0);
    let of_right = planned(pair.claims.1, right, pair.packs.1);
    let factual = |claim: &Claim, tokens: &[Token], pack: &Pack| {
        !claim.quoted && !denied(claim, tokens, pack).contains(&true)
    };
    let told = factual(pair.claims.0, left, pair.packs.0)
        && factual(pair.claims.1, right, pair.packs.1);
    let Coverage { left, right } = pair.story.coverage(pair.at.0, pair.at.1);
    let has_come = if of_left { pair.claims.1 } else { pair.claims.0 };
    (of_left != of_right && told && has_come.speaker.is_none())
        .then(|| Found::whole(left.min(right)))
}
