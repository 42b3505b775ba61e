//! Whether one of two linked claims denies what the other states, or tells the opposite outcome.
//!
//! After de Marneffe, Rafferty and Manning 2008 (contradiction by negation and by antonyms): what counts is that the
//! denied or opposite word is what both share, so a negation elsewhere in a long claim is no contradiction.

use super::bearing::{denied, poles, rejected};
use super::country::continents_differ;
use super::crossed::{Pole, crossed};
use super::figures::{Change, Disagreement, Linked};
use crate::meaning::{Pair, Token};
use std::ops::Range;

/// Words meet from this nearness on.
const MEETS: f32 = 0.45;
/// Of the weight of the words that met, this share must be denied on one side only.
const DENIED: f32 = 0.5;
/// Of the weight of the first words that a verb of denial covers, this share must be stated on the other side.
const REJECTED: f32 = 0.3;
/// The same of a negation, which covers few words: what differs among them is another thing that is denied.
const NEGATED: f32 = 0.45;
/// How many first words name what is denied; the rest are its circumstances.
const OBJECT: usize = 5;
/// This much of both claims must meet for a denial to be of the same thing.
const SHARED: f32 = 0.28;
/// The words around two opposite ones must meet this much.
const AROUND: f32 = 0.35;

/// The concept whose poles tell two things apart: the opening and the closing session.
const ORDER: &str = "order";

/// A contradiction by denial or by opposite words.
pub(super) fn polarity(linked: &Linked) -> Option<Disagreement> {
    denial(linked)
        .or_else(|| outcome(linked))
        .or_else(|| turned_round(linked))
        .filter(|_| !continents_differ(linked))
}

fn denial(linked: &Linked) -> Option<Disagreement> {
    let (left, right) = tokens(linked);
    let of_left = denied(linked.claims.0, left, linked.packs.0);
    let of_right = denied(linked.claims.1, right, linked.packs.1);
    let both = of_left.contains(&true) && of_right.contains(&true);
    if both || opposite(linked).is_some() {
        return None; // twice turned round: no longer one statement and its denial
    }
    let pairs = linked.story.pairs(linked.at.0, linked.at.1, MEETS);
    let opposed: Vec<&Pair> = pairs
        .iter()
        .filter(|p| of_left[p.left] != of_right[p.right])
        .collect();
    let against: f32 = opposed.iter().map(|p| p.weight).sum();
    let all: f32 = pairs.iter().map(|p| p.weight).sum();
    let negated = opposed.len() > 1
        && against >= DENIED * all
        && linked.shared() >= SHARED
        && stated(linked, (&of_left, &of_right), &opposed) >= NEGATED;
    if opposed.is_empty() || !negated && !is_rejected(linked, &opposed) {
        return None;
    }
    let left = span(left, opposed.iter().map(|p| p.left), &of_left)?;
    let right = span(right, opposed.iter().map(|p| p.right), &of_right)?;
    Some(Disagreement {
        change: Change::Conflict,
        left,
        right,
    })
}

/// Whether most of what a verb of denial covers is stated on the other side: then the rest of a long claim does not
/// matter.
fn is_rejected(linked: &Linked, opposed: &[&Pair]) -> bool {
    let (left, right) = tokens(linked);
    let of_left = rejected(linked.claims.0, left, linked.packs.0);
    let of_right = rejected(linked.claims.1, right, linked.packs.1);
    stated(linked, (&of_left, &of_right), opposed) >= REJECTED
}

/// The share, by weight, of the first covered words of a side that is stated on the other, 0 to 1: the greater of both
/// sides.
fn stated(linked: &Linked, covered: (&[bool], &[bool]), opposed: &[&Pair]) -> f32 {
    let share = |tokens: &[Token], covered: &[bool], met: &dyn Fn(usize) -> bool| -> f32 {
        let first = (0..tokens.len()).filter(|&at| covered[at]).take(OBJECT);
        let (met, all) = first.fold((0.0, 0.0), |(m, all), at| {
            let weight = tokens[at].weight;
            (m + if met(at) { weight } else { 0.0 }, all + weight)
        });
        if all > 0.0 { met / all } else { 0.0 }
    };
    let (left, right) = tokens(linked);
    let of_left = share(left, covered.0, &|at| opposed.iter().any(|p| p.left == at));
    let of_right = share(right, covered.1, &|at| {
        opposed.iter().any(|p| p.right == at)
    });
    of_left.max(of_right)
}

fn outcome(linked: &Linked) -> Option<Disagreement> {
    let (left, right) = tokens(linked);
    let (concept, l, r) = opposite(linked)?;
    if concept == ORDER {
        return None; // the first and the last of something are two things, no contradiction
    }
    let denials = denied(linked.claims.0, left, linked.packs.0)[l]
        || denied(linked.claims.1, right, linked.packs.1)[r];
    (!denials && linked.rest(MEETS, &(|at| at == l, |at| at == r)) >= AROUND).then(|| {
        Disagreement {
            change: Change::Conflict,
            left: left[l].span.clone(),
            right: right[r].span.clone(),
        }
    })
}

/// Both poles of a concept on either side, of each other's words.
fn turned_round(linked: &Linked) -> Option<Disagreement> {
    let (of_left, of_right) = both_poles(linked);
    let twice = |list: &[Pole]| {
        let both = |p: &Pole| list.iter().any(|q| q.0 == p.0 && q.1 != p.1);
        list.iter()
            .filter(|p| p.0 != ORDER && both(p))
            .copied()
            .collect::<Vec<_>>()
    };
    let (of_left, of_right) = (twice(&of_left), twice(&of_right));
    (linked.shared() >= SHARED)
        .then(|| crossed(linked, &of_left, &of_right))
        .flatten()
}

/// Where the two claims stand at poles of concepts.
fn both_poles(linked: &Linked) -> (Vec<Pole>, Vec<Pole>) {
    let (left, right) = tokens(linked);
    let of_left = poles(
        left,
        |t| linked.story.left_stem(t).to_owned(),
        linked.packs.0,
    );
    let of_right = poles(
        right,
        |t| linked.story.right_stem(t).to_owned(),
        linked.packs.1,
    );
    (of_left, of_right)
}

/// The words with which the two claims stand at the two poles of a concept; none where one stands at both.
fn opposite(linked: &Linked) -> Option<(&'static str, usize, usize)> {
    let (of_left, of_right) = both_poles(linked);
    let at_both = |list: &[(&str, bool, usize)], concept: &str| {
        list.iter().any(|x| x.0 == concept && x.1) && list.iter().any(|x| x.0 == concept && !x.1)
    };
    let clear = |concept: &str| !at_both(&of_left, concept) && !at_both(&of_right, concept);
    of_left.iter().find_map(|&(concept, pole, l)| {
        let other = of_right
            .iter()
            .find(|x| x.0 == concept && x.1 != pole && clear(concept))?;
        Some((concept, l, other.2))
    })
}

fn tokens<'a>(linked: &Linked<'a>) -> (&'a [Token], &'a [Token]) {
    (
        linked.story.left(linked.at.0),
        linked.story.right(linked.at.1),
    )
}

/// From the first to the last of the opposed words, the negation before them included.
fn span(
    tokens: &[Token],
    words: impl Iterator<Item = usize> + Clone,
    denied: &[bool],
) -> Option<Range<usize>> {
    let first = words.clone().min()?;
    let last = words.max()?;
    let from = (0..first)
        .rev()
        .take_while(|&w| denied[w] == denied[first])
        .last()
        .unwrap_or(first);
    let from = if denied[first] {
        from.saturating_sub(1)
    } else {
        first
    };
    Some(tokens[from].span.start..tokens[last].span.end)
}
