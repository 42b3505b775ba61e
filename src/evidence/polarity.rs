//! Polarity: whether one claim denies what the other states, or tells the opposite outcome.
//!
//! After de Marneffe, Rafferty and Manning 2008 (contradiction by negation and by antonyms): what counts is that the
//! denied or opposite word is what both share, so a negation elsewhere in a long claim is no contradiction. Real reports
//! are full of negations that belong to something else; so a plain `not` counts only where the two claims tell the same
//! but for it, while a verb of denial (`denied`, `نفى`) says itself that somebody states the opposite.

use super::negation::{Pole, denied, poles, rejected, tells_of_a_denial};
use super::place::continents_differ;
use super::{Found, Pair, Rule, has_word};
use crate::claim::Claim;
use crate::language::{Class, Pack, fold};
use crate::meaning::{self, Token};
use crate::model::DifferenceKind;
use std::ops::Range;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "polarity.denied",
        what: "one denies, by a verb of denial, what the other states",
        wrong: "a claim that only reports that the accusation was made",
        differs: Some(DifferenceKind::Polarity),
        find: denial,
    },
    Rule {
        id: "polarity.negated",
        what: "one negates the words that both share, and little else stands in either",
        wrong: "double negation, irony, conditions (`would not, unless …`)",
        differs: Some(DifferenceKind::Polarity),
        find: negation,
    },
    Rule {
        id: "polarity.opposite",
        what: "the two stand at opposite poles of one concept (`rose`, `fell`) and share their other words",
        wrong: "two steps of one course of events: opened, then closed",
        differs: Some(DifferenceKind::Polarity),
        find: opposite_outcome,
    },
    Rule {
        id: "polarity.undone",
        what: "one tells that something was done again or undone (`reopened`), the other of the act before it (`closed`)",
        wrong: "two things of one kind, one closed and one opened",
        differs: Some(DifferenceKind::Detail),
        find: undone,
    },
];

/// How many first words name what is denied; the rest are its circumstances.
const OBJECT: usize = 5;
/// So many words of content that is denied must be stated on the other side.
const STATED: usize = 1;
/// And this share of it, by weight.
const SAID: f32 = 0.3;
/// Of the weight of the words that met, this share must be denied on one side only.
const DENIED: f32 = 0.5;
/// Where a plain negation contradicts, the two claims tell the same but for it: this much of both must meet. Of 247 pairs of real
/// reports in which a word that both share is negated in one, not one was a contradiction; one has this much in common.
const ALIKE: f32 = 0.5;
/// The words around two opposite ones must meet this much: of five pairs of real reports with opposite words two were steps
/// of one course of events, and none met in more than .4 of the others.
const AROUND: f32 = 0.6;

/// Two steps of one course of events share this much of their other words: the two pairs of real reports that reopen what
/// the other closes share .35 and .36.
const COURSE: f32 = 0.25;

/// The concept whose poles tell two things apart: the opening and the closing session.
const ORDER: &str = "order";

/// The two claims' words and, for each, whether it is denied.
struct Covered<'a> {
    tokens: (&'a [Token], &'a [Token]),
    denied: (Vec<bool>, Vec<bool>),
}

impl<'a> Covered<'a> {
    /// Both claims, each word denied as `denied` says.
    fn of(pair: &Pair<'a>, denied: fn(&Claim, &[Token], &Pack) -> Vec<bool>) -> Covered<'a> {
        let tokens = pair.tokens();
        Covered {
            tokens,
            denied: (
                denied(pair.claims.0, tokens.0, pair.packs.0),
                denied(pair.claims.1, tokens.1, pair.packs.1),
            ),
        }
    }

    /// The words that met of which one is denied and the other is not.
    fn opposed<'p>(&self, pair: &'p Pair) -> Vec<&'p meaning::Pair> {
        let met = pair.met.iter();
        met.filter(|p| self.denied.0[p.left] != self.denied.1[p.right])
            .collect()
    }

    /// From the first to the last of the opposed words on both sides, the negation before them included.
    fn spans(&self, opposed: &[&meaning::Pair]) -> Option<[Range<usize>; 2]> {
        let left = span(
            self.tokens.0,
            opposed.iter().map(|p| p.left),
            &self.denied.0,
        )?;
        let right = span(
            self.tokens.1,
            opposed.iter().map(|p| p.right),
            &self.denied.1,
        )?;
        Some([left, right])
    }

    /// The share, by weight, of the first denied words of the side that denies that is stated on the other, 0 to 1.
    fn stated(&self, opposed: &[&meaning::Pair]) -> f32 {
        let share = |tokens: &[Token], denied: &[bool], met: &dyn Fn(usize) -> bool| -> f32 {
            let weighs = |at: &usize| denied[*at] && tokens[*at].weight > 0.0;
            let first = (0..tokens.len()).filter(weighs).take(OBJECT);
            let (met, all) = first.fold((0.0, 0.0), |(m, all), at| {
                let own = tokens[at].weight;
                (m + if met(at) { own } else { 0.0 }, all + own)
            });
            if all > 0.0 { met / all } else { 0.0 }
        };
        let left = share(self.tokens.0, &self.denied.0, &|at| {
            opposed.iter().any(|p| p.left == at)
        });
        let right = share(self.tokens.1, &self.denied.1, &|at| {
            opposed.iter().any(|p| p.right == at)
        });
        left.max(right)
    }
}

fn denial(pair: &Pair) -> Option<Found> {
    let tokens = pair.tokens();
    let covered = Covered::of(pair, rejected);
    let denies = (
        covered.denied.0.contains(&true),
        covered.denied.1.contains(&true),
    );
    let states = match denies {
        (true, false) => (pair.claims.1, pair.packs.1),
        (false, true) => (pair.claims.0, pair.packs.0),
        _ => return None,
    };
    if tells_of_a_denial(states.0, states.1) {
        return None;
    }
    if Covered::of(pair, denied).denied != covered.denied {
        return None; // a further negation: no longer one statement and its denial
    }
    let opposed = covered.opposed(pair);
    let content = opposed.iter().filter(|p| {
        let (l, r) = (&tokens.0[p.left], &tokens.1[p.right]);
        let accuses = |text: &str, token: &Token, pack: &Pack| {
            pack.has(Class::Accusation, &fold(&text[token.span.clone()]))
        };
        l.weight.max(r.weight) >= super::coverage::WEIGHTY
            && !l.name
            && !accuses(&pair.claims.0.text, l, pair.packs.0)
            && !accuses(&pair.claims.1.text, r, pair.packs.1)
    });
    let found = Found {
        strength: covered.stated(&opposed),
        spans: covered.spans(&opposed)?,
    };
    (content.count() >= STATED && found.strength >= SAID).then_some(found)
}

fn negation(pair: &Pair) -> Option<Found> {
    // In a language without rules a negation is not seen.
    if !pair.packs.0.lists(Class::Negation) || !pair.packs.1.lists(Class::Negation) {
        return None;
    }
    let covered = Covered::of(pair, denied);
    let both = covered.denied.0.contains(&true) && covered.denied.1.contains(&true);
    if both || opposite(pair).is_some() || continents_differ(pair) {
        return None; // twice turned round: no longer one statement and its denial
    }
    let opposed = covered.opposed(pair);
    let weight = |met: &mut dyn Iterator<Item = &meaning::Pair>| met.map(|p| p.weight).sum::<f32>();
    let against = weight(&mut opposed.iter().copied());
    let plain = opposed.len() > 1 && against >= DENIED * weight(&mut pair.met.iter());
    let found = Found {
        strength: pair.shared().min(covered.stated(&opposed)),
        spans: covered.spans(&opposed)?,
    };
    (plain && found.strength >= ALIKE).then_some(found)
}

fn opposite_outcome(pair: &Pair) -> Option<Found> {
    let (left, right) = pair.tokens();
    if undone(pair).is_some() {
        return None;
    }
    let (concept, l, r) = opposite(pair)?;
    if concept == ORDER || continents_differ(pair) {
        return None; // the first and the last of something are two things, no contradiction
    }
    let denials = denied(pair.claims.0, left, pair.packs.0)[l]
        || denied(pair.claims.1, right, pair.packs.1)[r];
    let rest = pair.rest(&(|at| at == l, |at| at == r));
    (!denials && rest >= AROUND).then(|| Found {
        strength: rest,
        spans: [left[l].span.clone(), right[r].span.clone()],
    })
}

/// An act and what came after it: one claim says that it was done again, the other stands at the pole before.
fn undone(pair: &Pair) -> Option<Found> {
    let [of_left, of_right] = both_poles(pair);
    let later = (
        has_word(Class::Again, pair.claims.0, pair.packs.0),
        has_word(Class::Again, pair.claims.1, pair.packs.1),
    );
    let (after, before) = match later {
        (true, false) => (&of_left, &of_right),
        (false, true) => (&of_right, &of_left),
        _ => return None,
    };
    let stands =
        |poles: &[Pole], concept: &str, at: bool| poles.iter().any(|p| p.0 == concept && p.1 == at);
    let turned = after
        .iter()
        .any(|p| p.0 != ORDER && stands(before, p.0, !p.1) && !stands(before, p.0, p.1));
    let is_pole = |poles: &[Pole], at: usize| poles.iter().any(|p| p.2 == at);
    let rest = pair.rest(&(|at| is_pole(&of_left, at), |at| is_pole(&of_right, at)));
    (turned && rest >= COURSE).then(|| Found::whole(rest))
}

/// Where the two claims stand at poles of concepts.
fn both_poles(pair: &Pair) -> [Vec<Pole>; 2] {
    let (left, right) = pair.tokens();
    let story = pair.story;
    let of_left = poles(left, |t| story.left_stem(t).to_owned(), pair.packs.0);
    let of_right = poles(right, |t| story.right_stem(t).to_owned(), pair.packs.1);
    [of_left, of_right]
}

/// The words with which the two claims stand at the two poles of a concept; none where one stands at both.
fn opposite(pair: &Pair) -> Option<(&'static str, usize, usize)> {
    let [of_left, of_right] = both_poles(pair);
    let at_both = |list: &[Pole], concept: &str| {
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

/// From the first to the last of some words, a negation before them included.
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
