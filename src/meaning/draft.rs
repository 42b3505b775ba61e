//! A story before its words have partners: what the encoder is to be asked is known, its answers are not.

use super::dictionary::Dictionary;
use super::partners::{Partners, is_meaningful};
use super::vocabulary::Side;
use super::{Cosines, Story, Told};
use crate::article::Article;
use crate::claim::Claim;
use std::collections::HashMap;

/// Both sides in words, weighed, and the texts to be encoded.
pub(super) struct Draft {
    left: Side,
    right: Side,
    paragraphs: [Vec<usize>; 2],
    texts: Option<[Texts; 2]>,
}

/// What the encoder is to see of one side.
struct Texts {
    claims: Vec<String>,
    paragraphs: Vec<String>,
}

impl Draft {
    /// A story in which a word weighs less the more claims it stands in.
    pub(super) fn new(sides: [Told; 2], encoded: bool) -> Self {
        let mut draft = Draft::unweighed(sides, encoded);
        let mut spread: HashMap<String, usize> = HashMap::new();
        for (stem, count) in draft.left.spread().into_iter().chain(draft.right.spread()) {
            *spread.entry(stem.to_owned()).or_default() += count;
        }
        draft.weigh(&spread, sides[0].1.len() + sides[1].1.len());
        draft
    }

    /// Two claims without a story: no word is rarer in it than another.
    pub(super) fn apart(sides: [Told; 2], encoded: bool) -> Self {
        let mut draft = Draft::unweighed(sides, encoded);
        draft.weigh(&HashMap::new(), 2);
        draft
    }

    fn unweighed(sides: [Told; 2], encoded: bool) -> Self {
        let [left, right] = sides;
        let of = |claims: &[Claim]| claims.iter().map(|c| c.paragraph).collect();
        Draft {
            left: Side::new(left.0, left.1),
            right: Side::new(right.0, right.1),
            paragraphs: [of(left.1), of(right.1)],
            texts: encoded.then(|| sides.map(|(article, claims)| Texts::new(article, claims))),
        }
    }

    fn weigh(&mut self, spread: &HashMap<String, usize>, claims: usize) {
        self.left.weigh(spread, claims);
        self.right.weigh(spread, claims);
    }

    /// All that the encoder is to see.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        let whole = self.texts.iter().flatten();
        let whole = whole.flat_map(|t| t.claims.iter().chain(&t.paragraphs));
        let sides = self.texts.iter().flat_map(|_| [&self.left, &self.right]);
        let words = sides.flat_map(|side| side.vocabulary.iter().filter(|e| is_meaningful(e)));
        whole
            .map(String::as_str)
            .chain(words.map(|e| e.form.as_str()))
    }

    /// The story, with what the encoder said of its texts.
    pub(super) fn finish(self, dictionary: Option<&Dictionary>) -> Story {
        let said = self.texts.as_ref().zip(dictionary);
        let cosines = said.map(|([left, right], dictionary)| Cosines {
            claims: dictionary.cosines(&left.claims, &right.claims),
            paragraphs: dictionary.cosines(&left.paragraphs, &right.paragraphs),
        });
        let partners = Partners::new(
            &self.left.vocabulary,
            &self.right.vocabulary,
            said.map(|(_, dictionary)| dictionary),
        );
        Story {
            left: self.left,
            right: self.right,
            partners,
            paragraphs: self.paragraphs,
            cosines,
        }
    }
}

impl Texts {
    fn new(article: &Article, claims: &[Claim]) -> Self {
        let paragraphs = article.paragraphs.iter().map(|p| {
            if p.kind.is_report() {
                p.text.clone()
            } else {
                String::new()
            }
        });
        Texts {
            claims: claims.iter().map(Claim::content).collect(),
            paragraphs: paragraphs.collect(),
        }
    }
}
