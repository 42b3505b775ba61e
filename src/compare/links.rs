//! Which claims belong together.
//!
//! A pair of claims is linked when its margin reaches the threshold and it is the best of its row or of its column:
//! one claim may answer several, and what is near nothing stays alone.

use crate::meaning::Matrix;

/// A left and a right claim that belong together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Link {
    /// Index of the left claim.
    pub left: usize,
    /// Index of the right claim.
    pub right: usize,
    /// Its score.
    pub score: f32,
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
    for left in 0..score.rows() {
        for right in 0..score.columns() {
            let here = score.at(left, right);
            if here >= threshold && (here >= best_row[left] || here >= best_column[right]) {
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
