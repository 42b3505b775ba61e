//! Which claims belong together.
//!
//! A pair of claims is linked when its margin reaches the threshold and it is the best of its row or of its column:
//! one claim may answer several, and what is near nothing stays alone.

use crate::claim::Claim;
use crate::language::fold;
use crate::meaning::Matrix;
use std::collections::HashSet;

/// The least score of the same wording, above every threshold: even where its words weigh nothing (`he said so`).
pub(super) const SURE: f32 = 0.5;

/// A left and a right claim that belong together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// Index of the left claim.
    pub left: usize,
    /// Index of the right claim.
    pub right: usize,
    /// Its score.
    pub score: f32,
}

/// The scores, where claims of the same wording belong together for certain, and two that each have such a partner of
/// their own do not: otherwise `A beat B` would be as good a partner for `B beat A` as `B beat A` itself.
pub(super) fn favour_identical(score: &Matrix, left: &[Claim], right: &[Claim]) -> Matrix {
    let folded = |claims: &[Claim]| claims.iter().map(|c| fold(&c.text)).collect::<Vec<_>>();
    let (of_left, of_right) = (folded(left), folded(right));
    let own_left: Vec<bool> = of_left.iter().map(|l| of_right.contains(l)).collect();
    let own_right: Vec<bool> = of_right.iter().map(|r| of_left.contains(r)).collect();
    Matrix::from_fn(score.rows(), score.columns(), |l, r| {
        let here = score.at(l, r);
        if of_left[l] == of_right[r] {
            here.max(SURE)
        } else if own_left[l] && own_right[r] {
            here.min(0.0)
        } else {
            here
        }
    })
}

/// How far below the threshold a pair is still looked at for a contradiction: two reports that contradict each other
/// share fewer words than two that agree. Set by hand: on the stories of `fixtures/` the tolls of one fate that are linked
/// down to here are of one event.
const DISPUTED: f32 = 0.115;
/// As above, for pairs that need more than a toll to be one: those that are the best of their row or column.
const NEAR: f32 = 0.071;

/// A contradiction is looked for in the pairs that are among so many nearest of either claim: the work then grows with
/// the number of claims, not with that of pairs. In an article of usual length that is nearly all that lie near enough.
const NEAREST: usize = 12;

/// What is known of a pair below the threshold.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    /// Indices of the left and the right claim.
    pub at: (usize, usize),
    /// Whether it is but a little below the threshold and the best of its row or column.
    pub nearest: bool,
    /// Whether it is the best of both, too.
    pub mutual: bool,
}

/// The links, and the pairs below the threshold of which `disputed` says that they contradict each other.
pub(super) fn with_disputed(
    mut found: Vec<Link>,
    score: &Matrix,
    threshold: f32,
    disputed: impl Fn(Candidate) -> bool,
) -> Vec<Link> {
    let best = Best::of(score, 1);
    let near = Best::of(score, NEAREST);
    let linked: HashSet<(usize, usize)> = found.iter().map(|x| (x.left, x.right)).collect();
    for left in 0..score.rows() {
        for right in 0..score.columns() {
            let here = score.at(left, right);
            let (of_row, of_column) = (here >= best.row[left], here >= best.column[right]);
            let close = here >= threshold - NEAR;
            let candidate = Candidate {
                at: (left, right),
                nearest: close && (of_row || of_column),
                mutual: close && of_row && of_column,
            };
            let among = here >= near.row[left] || here >= near.column[right];
            let open = among && here >= threshold - DISPUTED && !linked.contains(&(left, right));
            if open && disputed(candidate) {
                found.push(Link {
                    left,
                    right,
                    score: here,
                });
            }
        }
    }
    found.sort_by_key(|l| (l.left, l.right));
    found
}

/// The best score of every row and of every column, or the one at another rank; the least where there are fewer.
struct Best {
    row: Vec<f32>,
    column: Vec<f32>,
}

impl Best {
    fn of(score: &Matrix, rank: usize) -> Best {
        let ranked = |values: &mut dyn Iterator<Item = f32>| {
            let mut values: Vec<f32> = values.collect();
            let at = rank.min(values.len()).saturating_sub(1);
            if values.is_empty() {
                return f32::MIN;
            }
            *values.select_nth_unstable_by(at, |a, b| b.total_cmp(a)).1
        };
        Best {
            row: (0..score.rows())
                .map(|r| ranked(&mut score.row(r)))
                .collect(),
            column: (0..score.columns())
                .map(|c| ranked(&mut score.column(c)))
                .collect(),
        }
    }
}

/// The links above `threshold`, in reading order of the left side.
pub(super) fn links(score: &Matrix, threshold: f32) -> Vec<Link> {
    let best = Best::of(score, 1);
    let mut found = Vec::new();
    for (left, of_row) in best.row.iter().enumerate() {
        for (right, of_column) in best.column.iter().enumerate() {
            let here = score.at(left, right);
            if here >= threshold && (here >= *of_row || here >= *of_column) {
                found.push(Link {
                    left,
                    right,
                    score: here,
                });
            }
        }
    }
    found
}
