//! Which claims belong together.
//!
//! A pair of claims is linked when its margin reaches the threshold and it is the best of its row or of its column:
//! one claim may answer several, and what is near nothing stays alone.

use crate::claim::Claim;
use crate::language::fold;
use crate::meaning::Matrix;

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
/// share fewer words than two that agree.
const DISPUTED: f32 = 0.06;

/// The links, and the pairs a little below the threshold of which `disputed` says that they contradict each other; it
/// is told whether a pair is the best of its row or column.
pub(super) fn with_disputed(
    mut found: Vec<Link>,
    score: &Matrix,
    threshold: f32,
    disputed: impl Fn(usize, usize, bool) -> bool,
) -> Vec<Link> {
    let best = links(score, threshold - DISPUTED);
    let is_in =
        |list: &[Link], l: usize, r: usize| list.iter().any(|x| x.left == l && x.right == r);
    for left in 0..score.rows() {
        for right in 0..score.columns() {
            let here = score.at(left, right);
            let near = here >= threshold - DISPUTED && !is_in(&found, left, right);
            if near && disputed(left, right, is_in(&best, left, right)) {
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

/// The links above `threshold`, in reading order of the left side.
pub(super) fn links(score: &Matrix, threshold: f32) -> Vec<Link> {
    let best_row: Vec<f32> = (0..score.rows())
        .map(|r| score.row(r).fold(f32::MIN, f32::max))
        .collect();
    let best_column: Vec<f32> = (0..score.columns())
        .map(|c| score.column(c).fold(f32::MIN, f32::max))
        .collect();
    let mut found = Vec::new();
    for (left, of_row) in best_row.iter().enumerate() {
        for (right, of_column) in best_column.iter().enumerate() {
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
