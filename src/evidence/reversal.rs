//! Whether two linked claims that each stand at both poles of a concept turn them round: gold up and the dollar down
//! here, gold down and the dollar up there.
//!
//! A pole is of the words beside it, up to the next pole, sign or `while`. Claims contradict each other where a word that both
//! have stands at another pole, and fewer of them stand at the same. What it gets wrong: a word that is farther from
//! its verb than [`REACH`].

use super::Pair;
use super::negation::is_parted;
use crate::claim::Claim;
use crate::language::{Class, Pack, fold};
use crate::meaning::Token;
use std::ops::Range;

/// How many words from its pole a word may stand.
const REACH: usize = 3;
/// Words meet from this nearness on.
const MEETS: f32 = 0.7;

/// A word at a pole of a concept.
pub(super) type Pole = (&'static str, bool, usize);

/// The first words at other poles, counted on both sides, where more turn round than stay.
pub(super) fn reversed(pair: &Pair, left: &[Pole], right: &[Pole]) -> Option<[Range<usize>; 2]> {
    let tokens = pair.tokens();
    let (mut same, mut turned) = (0, Vec::new());
    for l in left {
        for r in right.iter().filter(|r| r.0 == l.0) {
            let of_left = beside(pair.claims.0, pair.packs.0, tokens.0, left, l);
            let of_right = beside(pair.claims.1, pair.packs.1, tokens.1, right, r);
            let meet = of_left.iter().any(|&a| {
                of_right.iter().any(|&b| {
                    let (a, b) = (&tokens.0[a], &tokens.1[b]);
                    a.weight > 0.0 && b.weight > 0.0 && pair.story.near(a.entry, b.entry) >= MEETS
                })
            });
            if meet && l.1 == r.1 {
                same += 1;
            } else if meet {
                turned.push((l.2, r.2));
            }
        }
    }
    let (l, r) = *turned.iter().min_by_key(|(l, r)| l + r)?;
    (turned.len() > same).then(|| [tokens.0[l].span.clone(), tokens.1[r].span.clone()])
}

/// The words beside a pole.
fn beside(claim: &Claim, pack: &Pack, tokens: &[Token], poles: &[Pole], pole: &Pole) -> Vec<usize> {
    let at = pole.2;
    let is_pole = |w: &usize| poles.iter().any(|p| p.2 == *w && p.0 == pole.0);
    let joins = |w: &usize| {
        pack.has(
            Class::ClauseLinker,
            &fold(&claim.text[tokens[*w].span.clone()]),
        )
    };
    let ends = |w: &usize| is_pole(w) || joins(w);
    let parted = |a: usize, b: usize| {
        let gap = claim.text.get(tokens[a].span.end..tokens[b].span.start);
        is_parted(gap.unwrap_or_default())
    };
    let before = (at.saturating_sub(REACH)..at)
        .rev()
        .take_while(|&w| !ends(&w) && !parted(w, w + 1));
    let after =
        (at + 1..tokens.len().min(at + 1 + REACH)).take_while(|&w| !ends(&w) && !parted(w - 1, w));
    before.chain(after).collect()
}
