//! The vectors of many texts, worked out in one batch and found again by the text.
//!
//! One call of the encoder for all that is asked of a story (claims, paragraphs, words) costs far less than several,
//! and a text that stands twice is encoded once. A text's vector is the same whatever stands beside it.

use super::Matrix;
use crate::encoder::{Encoder, Vector, cosines};
use std::collections::HashMap;

/// Texts and their vectors.
pub(super) struct Dictionary {
    at: HashMap<String, usize>,
    vectors: Vec<Vector>,
}

impl Dictionary {
    /// The vectors of all these texts.
    pub(super) fn new<'t>(encoder: &Encoder, texts: impl Iterator<Item = &'t str>) -> Self {
        let mut at = HashMap::new();
        let mut distinct: Vec<&str> = Vec::new();
        for text in texts {
            if !at.contains_key(text) {
                at.insert(text.to_owned(), distinct.len());
                distinct.push(text);
            }
        }
        Dictionary {
            at,
            vectors: encoder.encode(&distinct),
        }
    }

    /// The cosine of every left text with every right one; a text that was not given has nothing in common with any.
    pub(super) fn cosines<S: AsRef<str>>(&self, left: &[S], right: &[S]) -> Matrix {
        let of =
            |texts: &[S]| -> Vec<Vector> { texts.iter().map(|t| self.of(t.as_ref())).collect() };
        Matrix::from_cells(left.len(), right.len(), cosines(&of(left), &of(right)))
    }

    fn of(&self, text: &str) -> Vector {
        let known = self.at.get(text).map(|&at| self.vectors[at]);
        known.unwrap_or([0.0; crate::encoder::DIMENSIONS])
    }
}
