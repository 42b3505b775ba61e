//! How alike the wording of two linked claims is, word by word and in order.
//!
//! Two articles are not revisions of one text: marks of what was inserted and deleted help only where the wording is
//! near. There, what differs is marked; elsewhere, what both share.

use super::{Found, Pair, Rule};
use crate::claim::Claim;
use crate::meaning::{Story, Token};
use crate::model::{Difference, DifferenceKind, Mark, MarkKind};
use similar::{Algorithm, DiffOp, capture_diff_slices, diff_ratio};
use std::cmp::Reverse;
use std::ops::Range;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "wording.same",
        what: "one language, and nearly the same words in the same order",
        wrong: "two sentences of one mould: other names and figures in the same words",
        differs: None,
        find: |pair| {
            let same = pair.one_language() && pair.wording.ratio >= VERBATIM;
            same.then(|| Found::whole(pair.wording.ratio))
        },
    },
    Rule {
        id: "wording.run",
        what: "a run of words that both have in the same order: a quotation, a copied passage",
        wrong: "long names and titles",
        differs: None,
        find: run,
    },
];

/// From this share of common words on, two claims of one language are the same words.
pub(super) const VERBATIM: f32 = 0.85;
/// A shared run of fewer words is chance; of so many, no longer one says more.
const RUN: (usize, usize) = (4, 12);

/// The longest run of words that both have, wherever it stands: of equals the first, counted on both sides, so that the
/// mirrored comparison finds the same. Dynamic programming over the ends of runs.
pub(super) fn run(pair: &Pair) -> Option<Found> {
    let (left, right) = pair.tokens();
    let mut before = vec![0_usize; right.len() + 1];
    let mut best = (0, Reverse(usize::MAX), 0, 0);
    for (l, one) in left.iter().enumerate() {
        let mut here = vec![0; right.len() + 1];
        for (r, other) in right.iter().enumerate() {
            if pair.story.near(one.entry, other.entry) >= ONE_WORD {
                here[r + 1] = before[r] + 1;
                best = best.max((here[r + 1], Reverse(l + r), l + 1, r + 1));
            }
        }
        before = here;
    }
    let (length, _, l, r) = best;
    (length >= RUN.0).then(|| Found {
        strength: length as f32 / RUN.1 as f32,
        spans: [
            bytes(left, &(l - length..l)).unwrap_or_default(),
            bytes(right, &(r - length..r)).unwrap_or_default(),
        ],
    })
}

/// Words this near are one word in another spelling.
const ONE_WORD: f32 = 0.9;
/// From this share of common words on, differences are marked rather than what is shared.
pub(crate) const NEAR: f32 = 0.6;
/// Words that met with less than this are not marked as shared.
const SHARED: f32 = 0.6;

/// The wording of two claims held against each other.
pub(crate) struct Wording {
    /// The share of words that both have in the same order, 0 to 1.
    pub ratio: f32,
    ops: Vec<DiffOp>,
}

/// Hold the wording of a left and a right claim against each other.
pub(crate) fn wording(story: &Story, left: usize, right: usize) -> Wording {
    let (a, b) = (story.left(left), story.right(right));
    let one: Vec<usize> = a.iter().map(|t| t.entry).collect();
    let other: Vec<usize> = b.iter().map(|t| counterpart(story, a, t)).collect();
    let ops = capture_diff_slices(Algorithm::Myers, &one, &other);
    let ratio = if one.is_empty() && other.is_empty() {
        0.0
    } else {
        diff_ratio(&ops, one.len(), other.len())
    };
    Wording { ratio, ops }
}

/// The left word that a right word is, or a number that no left word has.
fn counterpart(story: &Story, left: &[Token], word: &Token) -> usize {
    let near = left
        .iter()
        .map(|l| (story.near(l.entry, word.entry), l.entry));
    let same = near.filter(|(nearness, _)| *nearness >= ONE_WORD);
    // The word itself where it is there, not another spelling that stands before it.
    let nearest = same.max_by(|(x, _), (y, _)| x.total_cmp(y));
    nearest.map_or(usize::MAX - word.entry, |(_, entry)| entry)
}

/// Runs of words that differ: of the left claim and of the right one, in words.
pub(crate) fn differing(
    wording: &Wording,
) -> impl Iterator<Item = (Range<usize>, Range<usize>)> + '_ {
    wording
        .ops
        .iter()
        .filter(|op| !matches!(op, DiffOp::Equal { .. }))
        .map(|op| (op.old_range(), op.new_range()))
}

/// The words that differ, each with what stands in its place.
pub(crate) fn differences(
    wording: &Wording,
    story: &Story,
    pair: (usize, usize),
    claims: (&Claim, &Claim),
) -> Vec<Difference> {
    let kind = if claims.0.quoted && claims.1.quoted {
        DifferenceKind::Quote
    } else {
        DifferenceKind::Detail
    };
    let found = differing(wording).map(|(l, r)| Difference {
        kind,
        left: slice(claims.0, story.left(pair.0), &l).to_owned(),
        right: slice(claims.1, story.right(pair.1), &r).to_owned(),
    });
    found.collect()
}

/// The verbatim text of some words of a claim.
pub(crate) fn slice<'c>(claim: &'c Claim, tokens: &[Token], words: &Range<usize>) -> &'c str {
    match bytes(tokens, words) {
        Some(bytes) => &claim.text[bytes],
        None => "",
    }
}

fn bytes(tokens: &[Token], words: &Range<usize>) -> Option<Range<usize>> {
    let first = tokens.get(words.start).filter(|_| !words.is_empty())?;
    Some(first.span.start..tokens[words.end - 1].span.end)
}

/// What to mark in both claims: what differs where the wording is near, else what is shared.
pub(crate) fn marks(wording: &Wording, story: &Story, left: usize, right: usize) -> [Vec<Mark>; 2] {
    if wording.ratio >= NEAR {
        let (of_left, of_right): (Vec<_>, Vec<_>) = differing(wording).unzip();
        let marked = |claim: usize, tokens: &[Token], runs: Vec<Range<usize>>| {
            let spans = runs.iter().filter_map(|run| bytes(tokens, run));
            spans
                .map(|span| Mark {
                    claim,
                    span,
                    kind: MarkKind::Differs,
                })
                .collect()
        };
        return [
            marked(left, story.left(left), of_left),
            marked(right, story.right(right), of_right),
        ];
    }
    let pairs = story.pairs(left, right, SHARED);
    let marked = |claim: usize, tokens: &[Token], mut words: Vec<usize>| {
        words.sort_unstable();
        let spans = words.into_iter().map(|word| tokens[word].span.clone());
        spans
            .map(|span| Mark {
                claim,
                span,
                kind: MarkKind::Shared,
            })
            .collect()
    };
    let heavy = pairs.iter().filter(|p| p.weight > WEIGHTY);
    let (of_left, of_right) = heavy.map(|p| (p.left, p.right)).unzip();
    [
        marked(left, story.left(left), of_left),
        marked(right, story.right(right), of_right),
    ]
}

/// Words that weigh less are not worth a mark: `in`, `of`, `the`.
const WEIGHTY: f32 = 0.7;
