//! How near two claims are that have no story around them: one number from four views.
//!
//! A logistic function of the words that meet by spelling, of those that meet by meaning, and of the encoder's cosine
//! of what is claimed and of the whole text. What weighs how much was fitted by `examples/fit_judge.rs` on two of the
//! five sets of sentence pairs that people graded from 0 to 5 (`SemEval` STS: headlines of 2013 and the training part of
//! `MSRpar`); all other sets, Arabic ones among them, were only measured. Words by spelling get a negative weight because
//! those by meaning hold them already: with the same share by meaning, words that merely look alike say less.

use crate::meaning::{Coverage, Story};

/// How near two claims are, in each way that is at hand.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Nearness {
    /// The share of their words that meet by spelling.
    pub words: Coverage,
    /// The same by meaning.
    pub meanings: Coverage,
    /// The encoder's view, where it was asked and knows both languages.
    pub cosines: Option<Cosines>,
}

/// The encoder's view of two claims, -1 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cosines {
    /// Of what is claimed, without who says so.
    pub content: f32,
    /// Of the whole texts.
    pub whole: f32,
}

impl Nearness {
    /// Of the first claims of both sides.
    pub(super) fn of(story: &Story) -> Nearness {
        let cosines = story.cosine(0, 0).zip(story.around(0, 0));
        Nearness {
            words: story.spelled(0, 0),
            meanings: story.coverage(0, 0),
            cosines: cosines.map(|(content, whole)| Cosines { content, whole }),
        }
    }

    /// How near the two are: 0 nothing in common, 1 the same. It is the grade that people would give, as a share of
    /// the best one, rather than a chance.
    #[must_use]
    pub fn likeness(&self) -> f32 {
        let likeness = match self.cosines {
            Some(_) => Likeness::EMBEDDED,
            None => Likeness::WORDS,
        };
        likeness.of(self)
    }
}

/// What each view weighs in the logarithm of the odds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likeness {
    /// What there is without any view.
    pub base: f32,
    /// The words that meet by spelling.
    pub words: f32,
    /// The words that meet by meaning.
    pub meanings: f32,
    /// The encoder's cosine of what is claimed.
    pub content: f32,
    /// The encoder's cosine of the whole texts.
    pub whole: f32,
}

impl Likeness {
    /// With the sentence encoder.
    pub const EMBEDDED: Likeness = Likeness {
        base: -3.4,
        words: -2.05,
        meanings: 5.6,
        content: -2.4,
        whole: 4.35,
    };

    /// By words alone.
    pub const WORDS: Likeness = Likeness {
        base: -1.8,
        words: 3.65,
        meanings: 0.0,
        content: 0.0,
        whole: 0.0,
    };

    /// From this on two claims are taken to belong together: half of the best grade.
    pub const LINK: f32 = 0.5;

    /// The likeness of a pair.
    #[must_use]
    pub fn of(&self, near: &Nearness) -> f32 {
        let cosines = near.cosines.map_or([0.0; 2], |c| [c.content, c.whole]);
        let odds = self.base
            + self.words * near.words.nearness()
            + self.meanings * near.meanings.nearness()
            + self.content * cosines[0]
            + self.whole * cosines[1];
        1.0 / (1.0 + (-odds).exp())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shares_all_is_near_and_what_shares_nothing_is_not() {
        let all = Coverage {
            left: 1.0,
            right: 1.0,
        };
        let same = |cosines| Nearness {
            words: all,
            meanings: all,
            cosines,
        };
        let one = Cosines {
            content: 1.0,
            whole: 1.0,
        };
        assert!(same(Some(one)).likeness() > 0.8);
        assert!(same(None).likeness() > 0.8);
        assert!(Nearness::default().likeness() < 0.2);
    }
}
