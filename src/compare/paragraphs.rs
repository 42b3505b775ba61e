//! Which paragraphs answer each other.
//!
//! Paragraphs move, so the alignment is not monotone; one may answer two or three; one that has no partner stays
//! alone, for a forced pairing is worse than none. Rows grow from the strongest pairs down, and a paragraph joins a
//! row only where it is linked with every paragraph on the row's other side.

use super::{Row, Side, links::Link};
use crate::meaning::Matrix;
use std::collections::BTreeMap;

/// Strength of every pair of paragraphs that is linked at all.
type Strengths = BTreeMap<(usize, usize), f32>;

/// What a further link adds to the strength of a pair of paragraphs, beside the strongest one.
const FURTHER: f32 = 0.25;

/// The rows, in A's order, with B's lone paragraphs where they stand in B; they grow from those that are settled.
pub(super) fn align(left: &Side, right: &Side, links: &[Link], settled: Vec<Row>) -> Vec<Row> {
    let strengths = strengths(left, right, links);
    let mut rows = settled;
    for (&(a, b), &strength) in by_strength(&strengths) {
        join(&mut rows, a, b, strength, &strengths);
    }
    in_order(with_lone(rows, left, right))
}

/// The scores, with `gain` for pairs of claims whose paragraphs answer each other: what stands in the same place of both
/// reports is more likely one claim, and a short clause says too little by itself.
pub(super) fn favour(score: &Matrix, left: &Side, right: &Side, rows: &[Row], gain: f32) -> Matrix {
    let answering = answering(left, right, rows);
    Matrix::from_fn(score.rows(), score.columns(), |l, r| {
        score.at(l, r) + if answering(l, r) { gain } else { 0.0 }
    })
}

/// Whether the paragraphs of a left and a right claim answer each other.
pub(super) fn answering(
    left: &Side,
    right: &Side,
    rows: &[Row],
) -> impl Fn(usize, usize) -> bool + use<> {
    let row_of = |side: &Side, of: fn(&Row) -> &Vec<usize>| -> Vec<Option<usize>> {
        let claims = side.claims.iter();
        claims
            .map(|claim| {
                rows.iter()
                    .position(|row| of(row).contains(&claim.paragraph))
            })
            .collect()
    };
    let of_left = row_of(left, |row| &row.left);
    let of_right = row_of(right, |row| &row.right);
    move |l, r| of_left[l].is_some() && of_left[l] == of_right[r]
}

/// The strongest link between two paragraphs, and a little for each further one.
fn strengths(left: &Side, right: &Side, links: &[Link]) -> Strengths {
    let mut scores: BTreeMap<(usize, usize), Vec<f32>> = BTreeMap::new();
    for link in links {
        let key = (
            left.claims[link.left].paragraph,
            right.claims[link.right].paragraph,
        );
        scores.entry(key).or_default().push(link.score);
    }
    let strength = |mut found: Vec<f32>| {
        found.sort_by(|a, b| b.total_cmp(a));
        (found[0] + FURTHER * found[1..].iter().sum::<f32>()).min(1.0)
    };
    scores
        .into_iter()
        .map(|(key, found)| (key, strength(found)))
        .collect()
}

fn by_strength(strengths: &Strengths) -> Vec<(&(usize, usize), &f32)> {
    let mut sorted: Vec<_> = strengths.iter().collect();
    sorted.sort_by(|(p, x), (q, y)| y.total_cmp(x).then((p.0 + p.1).cmp(&(q.0 + q.1))));
    sorted
}

fn join(rows: &mut Vec<Row>, a: usize, b: usize, strength: f32, strengths: &Strengths) {
    let of_a = rows.iter().position(|row| row.left.contains(&a));
    let of_b = rows.iter().position(|row| row.right.contains(&b));
    match (of_a, of_b) {
        (None, None) => rows.push(Row {
            left: vec![a],
            right: vec![b],
            similarity: strength,
            wire: false,
        }),
        (Some(row), None)
            if rows[row]
                .left
                .iter()
                .all(|&x| strengths.contains_key(&(x, b))) =>
        {
            insert(&mut rows[row].right, b);
        }
        (None, Some(row))
            if rows[row]
                .right
                .iter()
                .all(|&y| strengths.contains_key(&(a, y))) =>
        {
            insert(&mut rows[row].left, a);
        }
        _ => {}
    }
}

fn insert(indices: &mut Vec<usize>, index: usize) {
    indices.push(index);
    indices.sort_unstable();
}

fn with_lone(mut rows: Vec<Row>, left: &Side, right: &Side) -> Vec<Row> {
    let report = |side: &Side| -> Vec<usize> {
        let paragraphs = side.article.paragraphs.iter().enumerate();
        paragraphs
            .filter(|(_, p)| p.kind.is_report())
            .map(|(n, _)| n)
            .collect()
    };
    for a in report(left) {
        if !rows.iter().any(|row| row.left.contains(&a)) {
            rows.push(Row {
                left: vec![a],
                right: Vec::new(),
                similarity: 0.0,
                wire: false,
            });
        }
    }
    for b in report(right) {
        if !rows.iter().any(|row| row.right.contains(&b)) {
            rows.push(Row {
                left: Vec::new(),
                right: vec![b],
                similarity: 0.0,
                wire: false,
            });
        }
    }
    rows
}

/// A's order; each of B's lone paragraphs behind the row that holds the paragraph before it in B.
fn in_order(rows: Vec<Row>) -> Vec<Row> {
    let (mut ordered, mut lone): (Vec<Row>, Vec<Row>) =
        rows.into_iter().partition(|row| !row.left.is_empty());
    ordered.sort_by_key(|row| row.left[0]);
    lone.sort_by_key(|row| row.right[0]);
    for row in lone {
        let before = ordered
            .iter()
            .rposition(|r| r.right.iter().any(|&b| b + 1 == row.right[0]));
        let nearest = || {
            let ahead = ordered
                .iter()
                .enumerate()
                .filter(|(_, r)| r.right.iter().any(|&b| b < row.right[0]));
            ahead
                .max_by_key(|(_, r)| r.right.iter().filter(|&&b| b < row.right[0]).max().copied())
                .map(|(n, _)| n)
        };
        let at = before.or_else(nearest).map_or(0, |n| n + 1);
        ordered.insert(at, row);
    }
    ordered
}
