//! Whether two linked claims give different figures for the same thing.
//!
//! Figures that agree are paired off first: equal, rounded, `at least` with a greater one, a share with its per cent.
//! What is left is a disagreement where both count the same thing: of one unit, with counted nouns or words around
//! them that meet, and none that speak against it (dead here, hurt there). Contradiction by numbers follows de
//! Marneffe, Rafferty and Manning 2008. A toll that has moved on with its time is an update, not a conflict. What it
//! gets wrong: two figures for two things in claims that share all other words.

use super::Side;
use super::tally::{Sense, senses};
use crate::claim::{Claim, Figure, are_swapped};
use crate::language::{Pack, pack};
use crate::meaning::{Story, Token};
use std::cmp::Reverse;
use std::ops::Range;

/// What two different values mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    /// Both cannot be right.
    Conflict,
    /// The later report updates the earlier one.
    Development,
}

/// Two values for one thing.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Disagreement {
    /// What it means.
    pub change: Change,
    /// Byte range in the left claim's text.
    pub left: Range<usize>,
    /// Byte range in the right claim's text.
    pub right: Range<usize>,
}

/// Two linked claims, with the rules of their languages.
#[derive(Clone, Copy)]
pub(super) struct Linked<'a> {
    /// The words of both articles.
    pub story: &'a Story,
    /// Index of the left and the right claim.
    pub at: (usize, usize),
    /// The left and the right claim.
    pub claims: (&'a Claim, &'a Claim),
    /// The rules of their languages.
    pub packs: (&'static Pack, &'static Pack),
    /// How sure it is, by what is not words, that they tell the same, 0 to 1.
    pub trust: f32,
}

impl Linked<'_> {
    /// How much of what they tell is the same, 0 to 1: by words, or by what else is known.
    pub(super) fn shared(&self) -> f32 {
        let coverage = self.story.coverage(self.at.0, self.at.1);
        let by_words = coverage.left.max(coverage.right).min(coverage.nearness());
        by_words.max(self.trust)
    }

    /// The share of the weight of both claims' other words that meets from the nearness `least` on, 0 to 1: the smaller
    /// of the two. `told` says which words of the left and of the right claim are no others.
    pub(super) fn rest(
        &self,
        least: f32,
        told: &(impl Fn(usize) -> bool, impl Fn(usize) -> bool),
    ) -> f32 {
        let left = self.story.left(self.at.0);
        let right = self.story.right(self.at.1);
        let pairs = self.story.pairs(self.at.0, self.at.1, least);
        let others = pairs.iter().filter(|p| !told.0(p.left) && !told.1(p.right));
        let (met_left, met_right) = others.fold((0.0, 0.0), |(a, b), p| {
            (
                a + p.near * left[p.left].weight,
                b + p.near * right[p.right].weight,
            )
        });
        let share = |met: f32, tokens: &[Token], told: &dyn Fn(usize) -> bool| {
            let others = (0..tokens.len()).filter(|&at| !told(at));
            let all: f32 = others.map(|at| tokens[at].weight).sum();
            if all > 0.0 { met / all } else { 0.0 }
        };
        share(met_left, left, &told.0).min(share(met_right, right, &told.1))
    }
}

/// Nothing else is said of the two figures: this much of the claims must meet.
const ALONE: f32 = 0.42;
/// Their counted nouns do not meet, though both are said: nearly all of the claims must.
const FIRM: f32 = 0.75;
/// Their counted nouns meet: this much of the claims must meet.
const NAMED: f32 = 0.1;
/// The words around them meet: this much of the claims must meet.
const TOLD: f32 = 0.15;
/// The share of the words around two figures that must meet where their nouns do not.
const AROUND: f32 = 0.34;
/// How many words around a figure are looked at.
pub(super) const WINDOW: usize = 5;
/// Words meet from this nearness on.
const MEETS: f32 = 0.55;

/// Whether two claims give different tolls of one fate (the dead, the arrested): so telling that they are looked at
/// even where they share little else.
pub(super) fn tolls_differ(linked: &Linked) -> bool {
    let left = counts(linked.claims.0, linked.packs.0);
    let right = counts(linked.claims.1, linked.packs.1);
    let (of_left, of_right) = (unmatched(&left, &right), unmatched(&right, &left));
    of_left.iter().any(|l| {
        of_right.iter().any(|r| {
            l.sense.is_toll() && l.sense.fate == r.sense.fate && l.figure.is_comparable(r.figure)
        })
    })
}

/// What claims that give one share each must have in common for both to be of one thing.
const SHARE_OF_ONE: f32 = 0.2;

/// Whether two claims give one share (a per cent) each, of one thing as far as their words tell, and they differ.
pub(super) fn shares_differ(linked: &Linked) -> bool {
    let is_share = |figure: &Figure| figure.unit.as_deref() == Some("%");
    let one = |claim: &Claim| claim.figures.iter().filter(|f| is_share(f)).count() == 1;
    let coverage = linked.story.coverage(linked.at.0, linked.at.1);
    one(linked.claims.0)
        && one(linked.claims.1)
        && coverage.nearness() >= SHARE_OF_ONE
        && figures(linked).is_some()
}

/// The surest disagreement of two linked claims in their figures.
pub(super) fn figures(linked: &Linked) -> Option<Disagreement> {
    let left = counts(linked.claims.0, linked.packs.0);
    let right = counts(linked.claims.1, linked.packs.1);
    let (of_left, of_right) = (unmatched(&left, &right), unmatched(&right, &left));
    let mut best: Option<Candidate> = None;
    for l in &of_left {
        for r in &of_right {
            let rivals = Rivals::of((l, r), &of_left, &of_right, linked);
            let Some(score) = one_thing(linked, (l, r), rivals) else {
                continue;
            };
            // Of equals the first, counted on both sides: the mirrored comparison finds the same.
            let rank = (score, Reverse(l.figure.span.start + r.figure.span.start));
            if best.as_ref().is_none_or(|(top, _)| rank > *top) {
                best = Some((rank, (l, r)));
            }
        }
    }
    best.map(|(_, (l, r))| Disagreement {
        change: change(linked, (&l.sense, &r.sense)),
        left: l.figure.span.clone(),
        right: r.figure.span.clone(),
    })
}

/// How sure a pair is and where it stands, and the pair.
type Candidate<'c, 'a> = ((f32, Reverse<usize>), (&'c Count<'a>, &'c Count<'a>));

/// A figure that counts, and what.
#[derive(Clone)]
pub(super) struct Count<'a> {
    pub(super) figure: &'a Figure,
    pub(super) sense: Sense,
}

/// The figures of a claim that count, and what each of them counts.
pub(super) fn counts<'a>(claim: &'a Claim, pack: &'static Pack) -> Vec<Count<'a>> {
    let figures = open(claim).into_iter().zip(senses(claim, pack));
    figures
        .map(|(figure, sense)| Count { figure, sense })
        .collect()
}

/// Whether no other figures could be meant.
#[derive(Clone, Copy)]
struct Rivals {
    /// None of this kind.
    none_alike: bool,
    /// None whose counted noun meets as well.
    none_named: bool,
}

impl Rivals {
    fn of(pair: (&Count, &Count), left: &[&Count], right: &[&Count], linked: &Linked) -> Rivals {
        let alike = |c: &&&Count| {
            c.figure.is_comparable(pair.0.figure) && c.figure.is_comparable(pair.1.figure)
        };
        let one = |n: usize| n == 1;
        Rivals {
            none_alike: one(left.iter().filter(alike).count())
                && one(right.iter().filter(alike).count()),
            none_named: one(left
                .iter()
                .filter(|l| is_named(linked, (l, pair.1)))
                .count())
                && one(right
                    .iter()
                    .filter(|r| is_named(linked, (pair.0, r)))
                    .count()),
        }
    }
}

/// Whether two figures are known to count the same.
fn is_named(linked: &Linked, pair: (&Count, &Count)) -> bool {
    pair.0.figure.is_comparable(pair.1.figure)
        && !pair.0.sense.speaks_against(&pair.1.sense)
        && (pair.0.sense.agrees(&pair.1.sense)
            || nouns_meet(linked, (pair.0.figure, pair.1.figure)))
}

/// The figures that count.
pub(super) fn open(claim: &Claim) -> Vec<&Figure> {
    claim.figures.iter().filter(|f| !f.ordinal).collect()
}

/// The figures that agree with none of the other side's. Equal numbers agree whatever they count, since a count is
/// often left unsaid; numbers that only could be equal must count the same.
fn unmatched<'c, 'a>(own: &'c [Count<'a>], other: &[Count]) -> Vec<&'c Count<'a>> {
    let (own_figures, other_figures) = (all(own), all(other));
    let agrees = |a: &Count, b: &Count| {
        let equal =
            a.figure.value.total_cmp(&b.figure.value).is_eq() && a.figure.upper == b.figure.upper;
        a.figure.may_equal(b.figure)
            && (equal || !a.sense.speaks_against(&b.sense))
            && !are_swapped((a.figure, b.figure), &own_figures, &other_figures)
    };
    own.iter()
        .filter(|a| !other.iter().any(|b| agrees(a, b)))
        .collect()
}

fn all<'a>(counts: &[Count<'a>]) -> Vec<&'a Figure> {
    counts.iter().map(|count| count.figure).collect()
}

/// How sure it is that two figures are of one thing; `None` where it is not.
fn one_thing(linked: &Linked, pair: (&Count, &Count), rivals: Rivals) -> Option<f32> {
    let figures = (pair.0.figure, pair.1.figure);
    let far = figures.0.is_far_from(figures.1);
    if far || !figures.0.is_comparable(figures.1) || pair.0.sense.speaks_against(&pair.1.sense) {
        return None;
    }
    let shared = linked.shared();
    let named = is_named(linked, pair);
    let around = around(linked, (&figures.0.span, &figures.1.span));
    let plain =
        figures.0.unit.is_none() && !figures.0.about.is_empty() && !figures.1.about.is_empty();
    let telling = around >= AROUND && shared >= TOLD && figures.0.unit.is_some();
    let alone = rivals.none_alike && (shared >= if plain { FIRM } else { ALONE } || telling);
    let sure = named && shared >= NAMED && (rivals.none_named || around >= AROUND) || alone;
    sure.then_some(shared + around + if named { 1.0 } else { 0.0 })
}

/// Whether the nouns that two figures count meet.
fn nouns_meet(linked: &Linked, pair: (&Figure, &Figure)) -> bool {
    let inside =
        |span: &Range<usize>, of: &Range<usize>| span.start < of.end && of.start < span.end;
    let story = linked.story;
    let left = story
        .left(linked.at.0)
        .iter()
        .filter(|t| inside(&t.span, &pair.0.about_span));
    left.into_iter().any(|l| {
        story
            .right(linked.at.1)
            .iter()
            .filter(|t| inside(&t.span, &pair.1.about_span))
            .any(|r| story.near(l.entry, r.entry) >= MEETS && l.weight > 0.0 && r.weight > 0.0)
    })
}

/// The share of the words around two places that meet, 0 to 1.
pub(super) fn around(linked: &Linked, spans: (&Range<usize>, &Range<usize>)) -> f32 {
    let story = linked.story;
    let tokens = (story.left(linked.at.0), story.right(linked.at.1));
    let near = |tokens: &[Token], span: &Range<usize>| -> Vec<usize> {
        let first = tokens.partition_point(|t| t.span.end <= span.start);
        let last = tokens.partition_point(|t| t.span.start < span.end);
        let from = first.saturating_sub(WINDOW);
        (from..first)
            .chain(last..tokens.len().min(last + WINDOW))
            .collect()
    };
    let windows = (near(tokens.0, spans.0), near(tokens.1, spans.1));
    let weight = |tokens: &[Token], window: &[usize]| -> f32 {
        window.iter().map(|&n| tokens[n].weight).sum()
    };
    let all = weight(tokens.0, &windows.0).min(weight(tokens.1, &windows.1));
    let met: f32 = story
        .pairs(linked.at.0, linked.at.1, MEETS)
        .iter()
        .filter(|p| windows.0.contains(&p.left) && windows.1.contains(&p.right))
        .map(|p| p.weight)
        .fold(0.0, |sum, weight| sum + weight);
    if all > 0.0 { (met / all).min(1.0) } else { 0.0 }
}

/// Whether a side says elsewhere that a toll in one of its claims has moved on: the headline gives the number, the body
/// that it has risen to it.
pub(super) fn has_moved_on(side: &Side, claim: usize, span: &Range<usize>) -> bool {
    let pack = pack(&side.article.language);
    let of_claim = counts(&side.claims[claim], pack);
    let toll = of_claim
        .iter()
        .find(|c| c.figure.span == *span && c.sense.is_toll());
    toll.is_some_and(|toll| {
        let risen = |c: &Count| {
            let same = c.figure.value.total_cmp(&toll.figure.value).is_eq();
            same && c.sense.update && c.sense.fate == toll.sense.fate
        };
        side.claims
            .iter()
            .any(|claim| counts(claim, pack).iter().any(risen))
    })
}

/// A toll moves on with its time; other figures do not.
fn change(linked: &Linked, sense: (&Sense, &Sense)) -> Change {
    let tolls = sense.0.is_toll() || sense.1.is_toll();
    let told = sense.0.update || sense.1.update;
    let (a, b) = linked.claims;
    let dated = !a.times.is_empty() && !b.times.is_empty() && super::time::differ(a, b);
    if tolls && (told || dated) || sense.0.is_passing() || sense.1.is_passing() {
        Change::Development
    } else {
        Change::Conflict
    }
}
