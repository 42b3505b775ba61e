//! How each side labels the same thing.
//!
//! Labels are short terms in quotation marks, what stands behind `so-called`, and words that judge (tables of
//! `language::labels`). Two of them are put side by side when they name one kind of thing, stand in claims that were
//! linked, or mean nearly the same; each is best with best. A label that the other side does not have at all stands
//! alone. Labels that both sides use alike are no framing. Missed is what judges by what it leaves out, and charged
//! words that the tables do not know and nobody quotes; a quoted term without any judgement is shown all the same.

mod label;
mod usage;

use super::both::both;
use super::{Finding, Framing, FramingReason, Row, Side, Spellings};
use crate::meaning::{Story, Token};
use label::Term;
use std::collections::HashSet;
pub(super) use usage::stems;
use usage::{Usage, cores, usages};

/// What a label that the newsroom watches is worth: more than any other.
const WATCHED: f32 = 100.0;
/// The most rows told, but for those of watched labels.
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
    pub names: &'a [Spellings],
    /// Labels that the newsroom watches.
    pub watch: &'a [String],
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
    let terms = terms(known);
    let mut rows = paired(known, &terms);
    rows.extend(watched(known, &terms, &rows));
    rows.extend(alone(&terms, &rows));
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
    let watched = rows.iter().filter(|row| row.strength >= WATCHED).count();
    rows.truncate(MOST.max(watched));
    rows.iter()
        .map(|row| Framing {
            left: row.left.map(|n| terms[0][n].told(known.left)),
            right: row.right.map(|n| terms[1][n].told(known.right)),
            reason: row.reason,
            referent: row.referent(&terms),
        })
        .collect()
}

impl Scored {
    /// What the labels of both sides, or of the one side, name.
    fn referent(&self, terms: &[Vec<Term>; 2]) -> Option<&'static str> {
        let labels = [
            self.left.map(|n| &terms[0][n]),
            self.right.map(|n| &terms[1][n]),
        ];
        let sense = labels.into_iter().flatten().find_map(Term::sense);
        sense.map(|sense| sense.name)
    }
}

/// The labels of the left and of the right side, without names; each knows whether the other side has it too.
fn terms(known: &Known) -> [Vec<Term>; 2] {
    let of = |side: &Side, other: &Side, names: fn(&Spellings) -> &[String]| {
        let is_name = |u: &Usage| known.names.iter().any(|n| names(n).contains(&u.term));
        let found = usages(side, known.watch)
            .into_iter()
            .filter(|u| !is_name(u))
            .collect();
        let everything = cores(&other.article);
        let one_language = side.article.language == other.article.language;
        let mut terms = Term::gather(found);
        for term in &mut terms {
            term.shared = one_language && term.uses.iter().any(|u| holds(&everything, &u.cores));
        }
        terms
    };
    both(
        || of(known.left, known.right, |n| &n.left),
        || of(known.right, known.left, |n| &n.right),
    )
}

/// Whether some stems stand one behind the other in a text.
fn holds(text: &[String], stems: &[String]) -> bool {
    text.windows(stems.len()).any(|window| window == stems)
}

/// Labels of both sides for one thing: best with best, and then those left over with the best that is taken.
fn paired(known: &Known, terms: &[Vec<Term>; 2]) -> Vec<Scored> {
    let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
    for l in 0..terms[0].len() {
        for r in 0..terms[1].len() {
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
    let two_senses = left
        .sense()
        .zip(right.sense())
        .is_some_and(|(l, r)| l.name != r.name);
    let one_label = left.shared && right.shared
        || holds(left.stems(), right.stems())
        || holds(right.stems(), left.stems());
    if two_senses || one_label || !left.judges() && !right.judges() {
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
    let aloof = left.is_marked() != right.is_marked();
    let both = !plain && one_sense;
    let worth = |is: bool, worth: f32| if is { worth } else { 0.0 };
    score + worth(marked, 0.5) + worth(both, 0.4)
        - worth(aloof, 0.5)
        - worth(left.shared || right.shared, 0.4)
        - worth(!one_sense, 0.3)
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

/// The labels that the newsroom watches, as each side uses them, where they are not told beside another one.
fn watched(known: &Known, terms: &[Vec<Term>; 2], rows: &[Scored]) -> Vec<Scored> {
    let mut found = Vec::new();
    for which in 0..known.watch.len() {
        let of = |side: usize| terms[side].iter().position(|t| t.watched() == Some(which));
        let (left, right) = (of(0), of(1));
        let told = |row: &Scored| {
            left.is_some() && row.left == left || right.is_some() && row.right == right
        };
        if (left, right) != (None, None) && !rows.iter().any(told) {
            found.push(Scored {
                strength: 2.0 * WATCHED - which as f32,
                left,
                right,
                reason: FramingReason::Watched,
            });
        }
    }
    found
}

/// Labels for which the other side has nothing.
fn alone(terms: &[Vec<Term>; 2], rows: &[Scored]) -> Vec<Scored> {
    let mut found = Vec::new();
    for side in [0, 1] {
        for (n, term) in terms[side].iter().enumerate() {
            let told = rows
                .iter()
                .any(|row| [row.left, row.right][side] == Some(n));
            if told || term.shared || !term.stands_alone() {
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

#[cfg(test)]
mod tests {
    use crate::article::{Article, ReadOptions, parse};
    use crate::compare::{FramingReason, Options, compare};

    fn article(text: &str) -> Article {
        parse(text.as_bytes(), "test", &ReadOptions::default()).expect("plain text")
    }

    fn rows(left: &str, right: &str) -> Vec<(Option<String>, Option<String>, FramingReason)> {
        let found = compare(&article(left), &article(right), &Options::default()).framing;
        let rows = found.into_iter();
        rows.map(|f| (f.left.map(|l| l.term), f.right.map(|l| l.term), f.reason))
            .collect()
    }

    const LEFT: &str = "The army said on Monday that the terrorists had attacked the depot in the north of the country.\n";
    const RIGHT: &str =
        "The army said on Monday that gunmen had attacked the depot in the north of the country.\n";

    #[test]
    fn labels_for_one_thing_stand_side_by_side() {
        let wanted = (
            Some("terrorists".to_owned()),
            Some("gunmen".to_owned()),
            FramingReason::SameSlot,
        );
        assert_eq!(rows(LEFT, RIGHT), [wanted]);
    }

    #[test]
    fn one_label_on_both_sides_is_no_framing() {
        assert_eq!(rows(LEFT, LEFT), []);
        assert_eq!(rows(RIGHT, RIGHT), []);
    }

    #[test]
    fn what_only_one_side_calls_so_stands_alone() {
        let left = "The Kremlin will not allow the so-called “colour revolutions” in the region, officials said on Monday.\n";
        let right = "The Kremlin will not allow any change of power in the region, officials said on Monday.\n";
        let wanted = (
            Some("colour revolutions".to_owned()),
            None,
            FramingReason::Distanced,
        );
        assert_eq!(rows(left, right), [wanted]);
    }
}
