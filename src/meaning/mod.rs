//! From claims to how near they are: by their words, and by the sentence encoder.
//!
//! Entry: [`Story::new`]. It knows nothing of verdicts; it gives numbers, and the words that carried them.

mod alignment;
pub mod encoder;
mod margin;
mod matrix;
mod vocabulary;

pub use alignment::{Coverage, Pair};
pub use margin::margin;
pub use matrix::Matrix;
pub use vocabulary::{Entry, Token};

use crate::article::Article;
use crate::claim::Claim;
use std::collections::HashMap;
use vocabulary::Side;

/// Two words of one stem are nearly one word.
const SAME_STEM: f32 = 0.95;

/// Two articles' claims, ready to be held against each other.
pub struct Story {
    left: Side,
    right: Side,
    near: Matrix,
    paragraphs: [Vec<usize>; 2],
}

impl Story {
    /// Weigh all words of both articles' claims and find their partners.
    #[must_use]
    pub fn new(left: (&Article, &[Claim]), right: (&Article, &[Claim])) -> Story {
        let (mut a, mut b) = (Side::new(left.0, left.1), Side::new(right.0, right.1));
        let mut spread: HashMap<String, usize> = HashMap::new();
        for (stem, count) in a.spread().into_iter().chain(b.spread()) {
            *spread.entry(stem.to_owned()).or_default() += count;
        }
        let claims = left.1.len() + right.1.len();
        a.weigh(&spread, claims);
        b.weigh(&spread, claims);
        let near = Matrix::from_fn(a.vocabulary.len(), b.vocabulary.len(), |l, r| {
            nearness(&a.vocabulary[l], &b.vocabulary[r])
        });
        let of = |claims: &[Claim]| claims.iter().map(|c| c.paragraph).collect();
        Story {
            left: a,
            right: b,
            near,
            paragraphs: [of(left.1), of(right.1)],
        }
    }

    /// How much of each claim's words the other has.
    #[must_use]
    pub fn coverage(&self, left: usize, right: usize) -> Coverage {
        alignment::coverage(
            &self.left.claims[left],
            &self.right.claims[right],
            &self.near,
        )
    }

    /// The words that met in two claims, the weightiest first.
    #[must_use]
    pub fn pairs(&self, left: usize, right: usize, least: f32) -> Vec<Pair> {
        alignment::pairs(
            &self.left.claims[left],
            &self.right.claims[right],
            &self.near,
            least,
        )
    }

    /// How near a left and a right word are, both given by their vocabulary entries.
    #[must_use]
    pub fn near(&self, left: usize, right: usize) -> f32 {
        self.near.at(left, right)
    }

    /// The words of a left claim.
    #[must_use]
    pub fn left(&self, claim: usize) -> &[Token] {
        &self.left.claims[claim]
    }

    /// The words of a right claim.
    #[must_use]
    pub fn right(&self, claim: usize) -> &[Token] {
        &self.right.claims[claim]
    }

    /// The nearness of every left claim to every right claim by words.
    #[must_use]
    pub fn by_words(&self) -> Matrix {
        Matrix::from_fn(self.left.claims.len(), self.right.claims.len(), |l, r| {
            self.coverage(l, r).nearness()
        })
    }

    /// The nearness of the paragraphs around every left and every right claim by words.
    #[must_use]
    pub fn context(&self) -> Matrix {
        let (left, right) = (self.gathered(0), self.gathered(1));
        let paragraphs = Matrix::from_fn(left.len(), right.len(), |l, r| {
            alignment::coverage(&left[l], &right[r], &self.near).nearness()
        });
        let [of_left, of_right] = &self.paragraphs;
        Matrix::from_fn(of_left.len(), of_right.len(), |l, r| {
            paragraphs.at(of_left[l], of_right[r])
        })
    }

    /// The words of each paragraph's claims together.
    fn gathered(&self, side: usize) -> Vec<Vec<Token>> {
        let of = &self.paragraphs[side];
        let claims = if side == 0 {
            &self.left.claims
        } else {
            &self.right.claims
        };
        let mut found = vec![Vec::new(); of.iter().max().map_or(0, |m| m + 1)];
        for (claim, &paragraph) in claims.iter().zip(of) {
            found[paragraph].extend(claim.iter().cloned());
        }
        found
    }
}

fn nearness(a: &Entry, b: &Entry) -> f32 {
    if a.form == b.form {
        1.0
    } else if a.stem == b.stem && !a.number && !b.number {
        SAME_STEM
    } else {
        0.0
    }
}
