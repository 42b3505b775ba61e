//! Word alignment: each word to its best partner on the other side, weighted by rarity.
//!
//! The nearness of two texts is the share of weight that finds a partner, both ways (after Sultan, Bethard and Sumner
//! 2014, who scored sentence similarity by the proportion of aligned content words). Partners are found by form, by
//! stem, by spelling (names) and, with the encoder, by the words' vectors. Order of words plays no part.

use super::Matrix;
use super::vocabulary::Token;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

/// How two texts' words meet.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Coverage {
    /// The share of the left text's weight that has a partner, 0 to 1.
    pub left: f32,
    /// The share of the right text's weight that has a partner, 0 to 1.
    pub right: f32,
}

impl Coverage {
    /// One number: the harmonic mean of both shares, lifted by the greater, since a short claim may be all of it in a
    /// long one.
    #[must_use]
    pub fn nearness(self) -> f32 {
        let sum = self.left + self.right;
        if sum <= 0.0 {
            return 0.0;
        }
        self.left * self.right / sum + 0.5 * self.left.max(self.right)
    }
}

/// How much of each side's weight finds a partner. `near` holds the nearness of every left word to every right word.
#[must_use]
pub fn coverage(left: &[Token], right: &[Token], near: &Matrix) -> Coverage {
    Coverage {
        left: share(left, right, |a, b| near.at(a, b)),
        right: share(right, left, |a, b| near.at(b, a)),
    }
}

/// The nearness of every left text to every right one: what [`coverage`] gives for each pair, to the bit.
///
/// A word has the same best partner in a text whatever text it comes from, so it is looked for once for each distinct
/// word: the cost grows with vocabulary × length of the other article instead of length × length.
pub(super) fn nearnesses(left: &[Vec<Token>], right: &[Vec<Token>], near: &Matrix) -> Matrix {
    let to_right = shares(left, right, |a, b| near.at(a, b));
    let to_left = shares(right, left, |a, b| near.at(b, a));
    Matrix::from_fn(left.len(), right.len(), |l, r| {
        let coverage = Coverage {
            left: to_right[r][l],
            right: to_left[l][r],
        };
        coverage.nearness()
    })
}

/// For each text of `to`, the share of each text of `from` that finds a partner in it.
fn shares(
    from: &[Vec<Token>],
    to: &[Vec<Token>],
    near: impl Fn(usize, usize) -> f32 + Sync,
) -> Vec<Vec<f32>> {
    let mut entries: Vec<usize> = from.iter().flatten().map(|token| token.entry).collect();
    entries.sort_unstable();
    entries.dedup();
    let most = entries.last().map_or(0, |last| last + 1);
    to.into_par_iter()
        .map(|text| {
            let mut partners = vec![0.0; most];
            for &entry in &entries {
                partners[entry] = best(entry, text, &near);
            }
            let share = |text: &Vec<Token>| met(text, |entry| partners[entry]);
            from.iter().map(share).collect()
        })
        .collect()
}

fn share(from: &[Token], to: &[Token], near: impl Fn(usize, usize) -> f32) -> f32 {
    met(from, |entry| best(entry, to, &near))
}

/// How near the best partner of a word is.
fn best(entry: usize, to: &[Token], near: impl Fn(usize, usize) -> f32) -> f32 {
    to.iter()
        .filter(|t| t.weight > 0.0)
        .map(|t| near(entry, t.entry))
        .fold(0.0, f32::max)
}

/// The share of a text's weight that meets a partner.
fn met(from: &[Token], best: impl Fn(usize) -> f32) -> f32 {
    let mut met = 0.0;
    let mut all = 0.0;
    for token in from.iter().filter(|t| t.weight > 0.0) {
        met += token.weight * best(token.entry);
        all += token.weight;
    }
    if all > 0.0 { met / all } else { 0.0 }
}

/// Two words that met.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// Index of the left word in its claim.
    pub left: usize,
    /// Index of the right word in its claim.
    pub right: usize,
    /// How near, 0 to 1.
    pub near: f32,
    /// What the pair contributes: nearness times weight.
    pub weight: f32,
}

/// The words that met, the weightiest first; each word stands in at most one pair.
#[must_use]
pub fn pairs(left: &[Token], right: &[Token], near: &Matrix, least: f32) -> Vec<Pair> {
    let mut all: Vec<Pair> = Vec::new();
    for (l, a) in left.iter().enumerate().filter(|(_, t)| t.weight > 0.0) {
        for (r, b) in right.iter().enumerate().filter(|(_, t)| t.weight > 0.0) {
            let near = near.at(a.entry, b.entry);
            if near >= least {
                all.push(Pair {
                    left: l,
                    right: r,
                    near,
                    weight: near * (a.weight + b.weight) / 2.0,
                });
            }
        }
    }
    all.sort_by(|x, y| {
        y.weight
            .total_cmp(&x.weight)
            .then((x.left + x.right).cmp(&(y.left + y.right)))
    });
    let mut taken = (vec![false; left.len()], vec![false; right.len()]);
    all.retain(|pair| {
        let free = !taken.0[pair.left] && !taken.1[pair.right];
        if free {
            taken.0[pair.left] = true;
            taken.1[pair.right] = true;
        }
        free
    });
    all
}
