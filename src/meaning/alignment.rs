//! Word alignment: each word to its best partner on the other side, weighted by rarity.
//!
//! The nearness of two texts is the share of weight that finds a partner, both ways (after Sultan, Bethard and Sumner
//! 2014, who scored sentence similarity by the proportion of aligned content words). Partners are found by form, by
//! stem, by spelling (names) and, with the encoder, by the words' vectors. Order of words plays no part.

use super::Matrix;
use super::vocabulary::Token;

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

fn share(from: &[Token], to: &[Token], near: impl Fn(usize, usize) -> f32) -> f32 {
    let mut met = 0.0;
    let mut all = 0.0;
    for token in from.iter().filter(|t| t.weight > 0.0) {
        let best = to
            .iter()
            .filter(|t| t.weight > 0.0)
            .map(|t| near(token.entry, t.entry))
            .fold(0.0, f32::max);
        met += token.weight * best;
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
