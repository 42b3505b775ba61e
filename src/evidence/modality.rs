//! Modality: what is still to come in one claim and has come in the other.
//!
//! A tense alone is no later knowledge: `said the bridge would reopen` and `“The bridge will reopen”` are one statement. So
//! an act counts as done only where both claims tell of it in nearly the same words, the one that plans is in nobody's
//! mouth but the outlet's or in the same one, and the other is told as a fact.

use super::negation::{denied, plans};
use super::{Found, Pair, Rule, has_word};
use crate::claim::Claim;
use crate::language::{Class, Pack};
use crate::meaning::{self, Token};
use crate::model::DifferenceKind;

pub(super) const RULES: &[Rule] = &[Rule {
    id: "modality.done",
    what: "what one claim tells as planned the other tells as done",
    wrong: "a plan and another act of the same kind",
    differs: Some(DifferenceKind::Detail),
    find: done,
}];

/// This much of both claims must meet.
const ALIKE: f32 = 0.4;
/// So many words behind the sign of a plan say what is planned; one of them must stand in the other claim. In 164 pairs of real
/// reports 1,106 pairs of claims differ in what is still to come; of the 30 with this much in common three are updates, and
/// they have the planned act's own word on both sides.
const ACT: usize = 4;

fn done(pair: &Pair) -> Option<Found> {
    let (left, right) = pair.tokens();
    let of_left = plans(pair.claims.0, left, pair.packs.0);
    let of_right = plans(pair.claims.1, right, pair.packs.1);
    let acts =
        |plans: &[usize], at: usize| plans.iter().any(|&sign| (sign..=sign + ACT).contains(&at));
    let is_act = |met: &meaning::Pair| {
        let (l, r) = (&left[met.left], &right[met.right]);
        let tells = l.weight.max(r.weight) > 0.0 && !l.name && !r.name;
        let names_a_thing = if of_left.is_empty() {
            is_noun(pair.claims.0, l, pair.packs.0)
        } else {
            is_noun(pair.claims.1, r, pair.packs.1)
        };
        tells && !names_a_thing && (acts(&of_left, met.left) || acts(&of_right, met.right))
    };
    let has_come = match (of_left.is_empty(), of_right.is_empty()) {
        (false, true) => pair.claims.1,
        (true, false) => pair.claims.0,
        _ => return None,
    };
    let factual = |claim: &Claim, tokens: &[Token], pack: &Pack| {
        !claim.quoted && !denied(claim, tokens, pack).contains(&true)
    };
    let told = factual(pair.claims.0, left, pair.packs.0)
        && factual(pair.claims.1, right, pair.packs.1)
        && has_come.speaker.is_none();
    let alike = pair.shared();
    // What hangs on a condition is neither planned nor done: `the offer will be withdrawn if …`.
    let conditional = has_word(Class::Condition, pair.claims.0, pair.packs.0)
        || has_word(Class::Condition, pair.claims.1, pair.packs.1);
    (!conditional && told && alike >= ALIKE && pair.met.iter().any(is_act))
        .then(|| Found::whole(alike))
}

/// Whether a word of the claim that tells what was done is no verb: an office, or an act with an article (`the meeting`).
fn is_noun(claim: &Claim, token: &Token, pack: &Pack) -> bool {
    let words = &claim.words;
    let at = words.partition_point(|w| w.span.end <= token.span.start);
    let determined = at > 0 && pack.has(Class::Determiner, &words[at - 1].form);
    determined || words.get(at).is_some_and(|w| pack.is_title(&w.form))
}
