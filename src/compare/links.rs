//! Which pairs of claims may belong together.
//!
//! One claim may answer several, and what is near nothing stays alone. A pair is a candidate for a link where it is the
//! best of its left or of its right claim; others that lie near are looked at too, since two reports that contradict each
//! other share fewer words than two that agree. What a candidate is, `decide` says.

use crate::claim::Claim;
use crate::evidence::Standing;
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

/// Whether two claims of different wording each have a claim of their own wording on the other side.
pub(super) fn have_others(left: &[Claim], right: &[Claim], (l, r): (usize, usize)) -> bool {
    let (of_left, of_right) = (fold(&left[l].text), fold(&right[r].text));
    of_left != of_right
        && right.iter().any(|claim| fold(&claim.text) == of_left)
        && left.iter().any(|claim| fold(&claim.text) == of_right)
}

/// A pair that is looked at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Candidate {
    /// Index of the left and the right claim.
    pub at: (usize, usize),
    /// Its score.
    pub score: f32,
    /// Whether it is the best of its left or of its right claim, so that it may be linked; else it is only looked at for
    /// a contradiction.
    pub best: bool,
    /// Whether it is looked at whatever its score.
    pub always: bool,
    /// How it stands.
    pub standing: Standing,
}

impl Candidate {
    /// The link that it would be.
    pub(super) fn link(&self) -> Link {
        Link {
            left: self.at.0,
            right: self.at.1,
            score: self.score,
        }
    }
}

/// A contradiction is looked for in the pairs that are among so many nearest of either claim: the work then grows with
/// the number of claims, not with that of pairs.
const NEAREST: usize = 8;

/// The candidates of a story from a least score on, in reading order of the left side. `unit` is the score that is one
/// in [`Standing::multiple`]; `always` names pairs that are looked at whatever their score.
pub(super) fn candidates(
    score: &Matrix,
    (least, unit): (f32, f32),
    answering: impl Fn(usize, usize) -> bool,
    always: impl Fn(usize, usize) -> bool,
) -> Vec<Candidate> {
    let best = Best::of(score, 1);
    let near = Best::of(score, NEAREST);
    let mut found = Vec::new();
    for left in 0..score.rows() {
        for right in 0..score.columns() {
            let here = score.at(left, right);
            let (of_row, of_column) = (here >= best.row[left], here >= best.column[right]);
            let among = here >= near.row[left] || here >= near.column[right];
            let kept = always(left, right);
            if kept || among && here >= least {
                found.push(Candidate {
                    at: (left, right),
                    score: here,
                    best: of_row || of_column || kept,
                    always: kept,
                    standing: Standing {
                        multiple: here / unit,
                        mutual: of_row && of_column,
                        answering: answering(left, right),
                    },
                });
            }
        }
    }
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
