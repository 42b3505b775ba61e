//! From claims to how near they are: by their words, and by the sentence encoder.
//!
//! Entry: [`Story::new`]. It knows nothing of verdicts; it gives numbers, and the words that carried them.

mod alignment;
mod canonical;
pub mod encoder;
mod margin;
mod matrix;
mod partners;
mod vocabulary;

pub use alignment::{Coverage, Pair};
pub use margin::margin;
pub use matrix::Matrix;
pub use vocabulary::{Entry, Token};

use crate::article::Article;
use crate::claim::Claim;
use encoder::{Encoder, Vector, cosines};
use std::collections::HashMap;
use vocabulary::Side;

/// Two articles' claims, ready to be held against each other.
pub struct Story {
    left: Side,
    right: Side,
    near: Matrix,
    /// The same, without the encoder: what shares letters.
    spelled: Matrix,
    paragraphs: [Vec<usize>; 2],
    vectors: Option<Vectors>,
}

/// The encoder's view of both articles.
struct Vectors {
    claims: [Vec<Vector>; 2],
    paragraphs: [Vec<Vector>; 2],
}

/// How near every left claim is to every right one, seen in several ways.
pub struct Views {
    /// By the words of the claims, spellings and stems only.
    pub words: Matrix,
    /// By the words of the claims, with the encoder's view of each word where it is at hand.
    pub meanings: Matrix,
    /// By the words of the paragraphs around them.
    pub context: Matrix,
    /// The encoder's cosine of the claims.
    pub cosine: Option<Matrix>,
    /// The encoder's cosine of the paragraphs around them.
    pub around: Option<Matrix>,
}

impl Story {
    /// Weigh all words of both articles' claims and find their partners.
    #[must_use]
    pub fn new(
        left: (&Article, &[Claim]),
        right: (&Article, &[Claim]),
        encoder: Option<&Encoder>,
    ) -> Story {
        let (mut a, mut b) = (Side::new(left.0, left.1), Side::new(right.0, right.1));
        let mut spread: HashMap<String, usize> = HashMap::new();
        for (stem, count) in a.spread().into_iter().chain(b.spread()) {
            *spread.entry(stem.to_owned()).or_default() += count;
        }
        let claims = left.1.len() + right.1.len();
        a.weigh(&spread, claims);
        b.weigh(&spread, claims);
        let spelled = partners::partners(&a.vocabulary, &b.vocabulary, None);
        let near = match encoder {
            Some(_) => partners::partners(&a.vocabulary, &b.vocabulary, encoder),
            None => spelled.clone(),
        };
        let of = |claims: &[Claim]| claims.iter().map(|c| c.paragraph).collect();
        let paragraphs = [of(left.1), of(right.1)];
        let vectors = encoder.map(|encoder| Vectors::new(encoder, [left, right]));
        Story {
            left: a,
            right: b,
            near,
            spelled,
            paragraphs,
            vectors,
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

    /// How near every left claim is to every right one, in every way that is at hand.
    #[must_use]
    pub fn views(&self) -> Views {
        let claims = |near: &Matrix| {
            Matrix::from_fn(self.left.claims.len(), self.right.claims.len(), |l, r| {
                alignment::coverage(&self.left.claims[l], &self.right.claims[r], near).nearness()
            })
        };
        Views {
            words: claims(&self.spelled),
            meanings: claims(&self.near),
            context: self.context(),
            cosine: self.vectors.as_ref().map(|v| product(&v.claims)),
            around: self
                .vectors
                .as_ref()
                .map(|v| self.expanded(&product(&v.paragraphs))),
        }
    }

    /// The nearness by words of the paragraphs around every left and every right claim.
    fn context(&self) -> Matrix {
        let (left, right) = (self.gathered(0), self.gathered(1));
        let paragraphs = Matrix::from_fn(left.len(), right.len(), |l, r| {
            alignment::coverage(&left[l], &right[r], &self.near).nearness()
        });
        self.expanded(&paragraphs)
    }

    /// What holds for paragraphs, for each of their claims.
    fn expanded(&self, paragraphs: &Matrix) -> Matrix {
        let [left, right] = &self.paragraphs;
        Matrix::from_fn(left.len(), right.len(), |l, r| {
            paragraphs.at(left[l], right[r])
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

impl Vectors {
    /// All texts in one batch.
    fn new(encoder: &Encoder, sides: [(&Article, &[Claim]); 2]) -> Vectors {
        let mut texts: Vec<String> = Vec::new();
        for (article, claims) in sides {
            texts.extend(claims.iter().map(Claim::content));
            texts.extend(article.paragraphs.iter().map(|p| {
                if p.kind.is_report() {
                    p.text.clone()
                } else {
                    String::new()
                }
            }));
        }
        let mut vectors = encoder.encode(&texts).into_iter();
        let [left, right] = sides.map(|(article, claims)| {
            let of_claims: Vec<Vector> = vectors.by_ref().take(claims.len()).collect();
            let of_paragraphs: Vec<Vector> =
                vectors.by_ref().take(article.paragraphs.len()).collect();
            (of_claims, of_paragraphs)
        });
        Vectors {
            claims: [left.0, right.0],
            paragraphs: [left.1, right.1],
        }
    }
}

fn product(sides: &[Vec<Vector>; 2]) -> Matrix {
    Matrix::from_cells(
        sides[0].len(),
        sides[1].len(),
        cosines(&sides[0], &sides[1]),
    )
}
