//! Whether one of two claims says that nobody was killed (hurt, arrested, …) and the other that somebody was.
//!
//! A negation or a `without` covers the nearest word of a fate behind it. A claim that gives a figure of that fate
//! itself denies nothing (`killed two, without further deaths`).

use super::counted_thing::{NONE, class, fate, senses};
use super::negation::{is_idle, is_parted};
use super::quantity::open;
use super::{Found, Pair, Rule};
use crate::claim::Claim;
use crate::language::{Pack, Word};
use crate::model::DifferenceKind;
use std::ops::Range;

pub(super) const RULES: &[Rule] = &[Rule {
    id: "casualties.none",
    what: "one says that nobody was killed (hurt, arrested, …), the other that somebody was",
    wrong: "an older report of an event whose casualties came later; the same negation about another event",
    differs: Some(DifferenceKind::Figure),
    find: none,
}];

/// How many words behind a negation the fate may stand.
const REACH: usize = 4;

fn none(pair: &Pair) -> Option<Found> {
    if pair.is_one_background() {
        return None;
    }
    let (a, b) = pair.claims;
    let of_a = fates(a, pair.packs.0);
    if of_a.is_empty() {
        return None;
    }
    let of_b = fates(b, pair.packs.1);
    let opposed = |none: &Fate, some: &Fate| none.none && !some.none && none.what == some.what;
    let met = of_a
        .iter()
        .flat_map(|x| of_b.iter().map(move |y| (x, y)))
        .find(|(x, y)| opposed(x, y) || opposed(y, x));
    let (left, right) = met?;
    let contradicted = |list: &[Fate], own: &Fate| {
        list.iter()
            .any(|f| f.what == own.what && f.none != own.none)
    };
    // Both in one claim: `killed two, but no children died`.
    if contradicted(&of_a, left) || contradicted(&of_b, right) {
        return None;
    }
    Some(Found {
        strength: 1.0,
        spans: [left.span.clone(), right.span.clone()],
    })
}

/// A fate that a claim tells of, and whether it says that nobody met it.
struct Fate {
    what: &'static str,
    none: bool,
    span: Range<usize>,
}

fn fates(claim: &Claim, pack: &'static Pack) -> Vec<Fate> {
    let words = &claim.words;
    let counted = counted(claim, pack);
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let Some(fate) = fate(&word.form, pack) else {
            continue;
        };
        let negation = (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|&w| !parted(claim, words, w))
            .take_while(|&w| self::fate(&words[w].form, pack).is_none())
            .find(|&w| is_none(words, w, pack));
        let span = negation.map_or(word.span.start, |w| words[w].span.start)..word.span.end;
        found.push(Fate {
            what: fate,
            none: negation.is_some() && !counted.contains(&fate),
            span,
        });
    }
    found
}

/// The fates of which the claim gives a figure.
fn counted(claim: &Claim, pack: &'static Pack) -> Vec<&'static str> {
    let above_zero = open(claim).into_iter().map(|f| f.value > 0.0);
    let senses = senses(claim, pack);
    let told = above_zero.zip(senses).filter(|(above, _)| *above);
    told.filter_map(|(_, sense)| sense.fate).collect()
}

/// Whether a word says that there is none of what follows.
fn is_none(words: &[Word], at: usize, pack: &'static Pack) -> bool {
    let form = &words[at].form;
    let idle = words
        .get(at + 1)
        .is_some_and(|next| is_idle(&next.form, pack));
    !idle && (pack.negates(form) || class(form, pack) == Some(NONE))
}

/// Whether a sign stands right behind a word.
fn parted(claim: &Claim, words: &[Word], at: usize) -> bool {
    let gap = words[at].span.end..words.get(at + 1).map_or(claim.text.len(), |w| w.span.start);
    is_parted(&claim.text[gap])
}
