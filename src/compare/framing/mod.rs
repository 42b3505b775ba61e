//! How each side labels the same thing.
//!
//! Labels are short terms in quotation marks, what stands behind `so-called`, and words that judge (tables of
//! `language::labels`). Two of them are put side by side when they name one kind of thing, stand in claims that were
//! linked, or mean nearly the same; each is best with best. A label that the other side does not have at all stands
//! alone. Labels that both sides use alike are no framing. Missed is what judges by what it leaves out, and charged
//! words that the tables do not know and nobody quotes; a quoted term without any judgement is shown all the same.

mod label;
mod usage;

use super::{Finding, Framing, FramingReason, Row, Side};
use crate::meaning::{Story, Token};
use label::Term;
use std::collections::HashSet;
use usage::{Usage, stems, usages};

/// The most rows told.
const MOST: usize = 12;
/// Two labels this near are told side by side.
const TOGETHER: f32 = 2.0;
/// What labels one kind of thing.
const ONE_SENSE: f32 = 2.0;
/// Labels in linked claims, and in paragraphs that answer each other.
const LINKED: f32 = 1.5;
const BESIDE: f32 = 0.7;
/// Labels with words that mean nearly the same, and how near that is.
const NEAR: f32 = 0.8;
const NEARLY: f32 = 0.6;

/// What is known of both articles when labels are paired.
pub(super) struct Known<'a> {
    pub left: &'a Side,
    pub right: &'a Side,
    pub story: &'a Story,
    pub findings: &'a [Finding],
    pub alignment: &'a [Row],
}

/// A row with how much it is worth.
struct Scored {
    strength: f32,
    left: Option<usize>,
    right: Option<usize>,
    reason: FramingReason,
}

/// The labels of both sides, the strongest first.
pub(super) fn framing(known: &Known) -> Vec<Framing> {
    let terms = [
        Term::gather(usages(known.left)),
        Term::gather(usages(known.right)),
    ];
    let everything = [stems(&known.left.article), stems(&known.right.article)];
    let across = known.left.article.language != known.right.article.language;
    let shared = |side: usize, term: &Term| !across && holds(&everything[1 - side], term.stems());
    let open = [0, 1].map(|side: usize| -> Vec<usize> {
        let all = 0..terms[side].len();
        all.filter(|&n| !shared(side, &terms[side][n])).collect()
    });
    let mut rows = paired(known, &terms, &open);
    rows.extend(alone(&terms, &open, &rows));
    let text = |side: usize, n: Option<usize>| n.map_or("", |n| terms[side][n].text());
    let letters = |row: &Scored| {
        let (l, r) = (text(0, row.left), text(1, row.right));
        if l <= r { (l, r) } else { (r, l) }
    };
    rows.sort_by(|x, y| {
        y.strength
            .total_cmp(&x.strength)
            .then_with(|| letters(x).cmp(&letters(y)))
    });
    rows.truncate(MOST);
    rows.iter()
        .map(|row| Framing {
            left: row.left.map(|n| terms[0][n].told(known.left)),
            right: row.right.map(|n| terms[1][n].told(known.right)),
            reason: row.reason,
        })
        .collect()
}

/// Whether some stems stand one behind the other in a text.
fn holds(text: &[String], stems: &[String]) -> bool {
    text.windows(stems.len()).any(|window| window == stems)
}

/// Labels of both sides for one thing: best with best, and then those left over with the best that is taken.
fn paired(known: &Known, terms: &[Vec<Term>; 2], open: &[Vec<usize>; 2]) -> Vec<Scored> {
    let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
    for &l in &open[0] {
        for &r in &open[1] {
            let score = together(known, &terms[0][l], &terms[1][r]);
            if score >= TOGETHER {
                pairs.push((score, l, r));
            }
        }
    }
    let letters = |l: usize, r: usize| {
        let (l, r) = (terms[0][l].text(), terms[1][r].text());
        if l <= r { (l, r) } else { (r, l) }
    };
    pairs.sort_by(|x, y| {
        y.0.total_cmp(&x.0)
            .then_with(|| letters(x.1, x.2).cmp(&letters(y.1, y.2)))
    });
    let mut taken = [HashSet::new(), HashSet::new()];
    let mut rows = Vec::new();
    for again in [false, true] {
        for &(score, l, r) in &pairs {
            let both = (taken[0].contains(&l), taken[1].contains(&r));
            let free = if again {
                both.0 != both.1 && score >= TOGETHER + LINKED
            } else {
                both == (false, false)
            };
            if free {
                taken[0].insert(l);
                taken[1].insert(r);
                let (left, right) = (&terms[0][l], &terms[1][r]);
                rows.push(Scored {
                    strength: left.strength().max(right.strength()) + score / 2.0,
                    left: Some(l),
                    right: Some(r),
                    reason: FramingReason::SameSlot,
                });
            }
        }
    }
    rows
}

/// How much speaks for two labels being of one thing.
fn together(known: &Known, left: &Term, right: &Term) -> f32 {
    let plain = !left.judges() || !right.judges();
    if !left.judges() && !right.judges() {
        return 0.0;
    }
    let one_sense = left
        .sense()
        .zip(right.sense())
        .is_some_and(|(l, r)| l.name == r.name);
    let mut score = if one_sense { ONE_SENSE } else { 0.0 };
    let uses = || {
        left.uses
            .iter()
            .flat_map(|l| right.uses.iter().map(move |r| (l, r)))
    };
    if uses().any(|(l, r)| linked(known, l, r)) {
        score += LINKED;
    } else if uses().any(|(l, r)| beside(known, l, r)) {
        score += BESIDE;
    }
    if uses().any(|(l, r)| near(known, l, r) >= NEARLY) {
        score += NEAR;
    }
    let marked = left.is_marked() && right.is_marked();
    let aloof = plain && (left.is_marked() || right.is_marked());
    score + if marked { 0.5 } else { 0.0 } - if aloof { 0.5 } else { 0.0 }
}

fn linked(known: &Known, left: &Usage, right: &Usage) -> bool {
    let Some((l, r)) = left.claim.zip(right.claim) else {
        return false;
    };
    known
        .findings
        .iter()
        .any(|f| f.left.contains(&l) && f.right.contains(&r))
}

fn beside(known: &Known, left: &Usage, right: &Usage) -> bool {
    let answers =
        |row: &Row| row.left.contains(&left.paragraph) && row.right.contains(&right.paragraph);
    known.alignment.iter().any(answers)
}

/// The nearest meaning of a word of each.
fn near(known: &Known, left: &Usage, right: &Usage) -> f32 {
    let Some((l, r)) = left.claim.zip(right.claim) else {
        return 0.0;
    };
    let of_left = within(known.story.left(l), left, known.left.claims[l].span.start);
    let of_right = within(
        known.story.right(r),
        right,
        known.right.claims[r].span.start,
    );
    let pairs = of_left
        .iter()
        .flat_map(|a| of_right.iter().map(move |b| (a, b)));
    pairs
        .map(|(a, b)| known.story.near(a.entry, b.entry))
        .fold(0.0, f32::max)
}

/// The weighty words of a claim that a label covers.
fn within<'t>(tokens: &'t [Token], usage: &Usage, claim: usize) -> Vec<&'t Token> {
    let covers = |t: &&Token| {
        let overlaps =
            usage.span.start < claim + t.span.end && claim + t.span.start < usage.span.end;
        overlaps && t.weight > 0.0
    };
    tokens.iter().filter(covers).collect()
}

/// Labels for which the other side has nothing.
fn alone(terms: &[Vec<Term>; 2], open: &[Vec<usize>; 2], rows: &[Scored]) -> Vec<Scored> {
    let mut found = Vec::new();
    for side in [0, 1] {
        for &n in &open[side] {
            let term = &terms[side][n];
            let told = rows
                .iter()
                .any(|row| [row.left, row.right][side] == Some(n));
            if told || !term.judges() {
                continue;
            }
            let at = |which: usize| (which == side).then_some(n);
            found.push(Scored {
                strength: term.strength(),
                left: at(0),
                right: at(1),
                reason: reason(term),
            });
        }
    }
    found
}

fn reason(term: &Term) -> FramingReason {
    if term.uses.iter().any(|u| u.distanced) {
        FramingReason::Distanced
    } else if term.uses.iter().any(|u| u.quoted) {
        FramingReason::QuotedHereOnly
    } else {
        FramingReason::Charged
    }
}
