//! One score from all views of a pair of claims.
//!
//! A weighted sum, then the margin over each claim's nearest others. A learned mix of more features (logistic
//! regression, boosted trees, one story left out at a time) was no better: what is missing is information, not
//! weights. Before `close` came, `examples/fit.rs` walked from these constants and found no place that was better (link
//! F1 0.737 and 0.541 against 0.741 and 0.561 of these, with the encoder and by words), so they stand on a plateau; what
//! such a search finds with one story left out at a time reached 0.716 and 0.514 on the stories left out: that much is
//! to be expected of a story that nothing was fitted to. On ten stories that came later, in other topics and languages,
//! link F1 is 0.698 and 0.527 (`docs/quality.md`); on eight of them, before German and Spanish had rules, the best threshold
//! for links (0.1) gave 0.658 where this one gave 0.651.
//!
//! `close`, `alignment` and `link` were then set over a grid around them, on all twelve stories: from 0.07 to 0.1, 0.084
//! to 0.09 and 0.113 to 0.119 link F1 stays between 0.774 and 0.792 on the eleven that stand in `fixtures/`.

use super::{Matrix, Views, margin};

/// What each view weighs in the score of a pair of claims.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mix {
    /// The claims' words by spelling and stem.
    pub words: f32,
    /// The claims' words by meaning.
    pub meanings: f32,
    /// The words of the paragraphs around them.
    pub context: f32,
    /// Two words close to each other in a long claim.
    pub close: f32,
    /// The encoder's view of the claims.
    pub cosine: f32,
    /// The encoder's view of the paragraphs around them.
    pub around: f32,
    /// How much of the mean of the nearest others is taken off.
    pub share: f32,
    /// From this score on two claims make their paragraphs answer each other.
    pub alignment: f32,
    /// What a pair gains whose paragraphs answer each other.
    pub aligned: f32,
    /// From this score on two claims are candidates for a link.
    pub link: f32,
    /// How far below that a pair is still looked at: for a contradiction, or because other evidence speaks for it.
    pub look: f32,
}

impl Mix {
    /// With the sentence encoder.
    pub const EMBEDDED: Mix = Mix {
        words: 0.16,
        meanings: 0.23,
        context: 0.14,
        close: 0.08,
        cosine: 0.24,
        around: 0.23,
        share: 0.81,
        alignment: 0.088,
        aligned: 0.042,
        link: 0.117,
        look: 0.115,
    };

    /// By words alone.
    pub const WORDS: Mix = Mix {
        words: 0.7,
        meanings: 0.0,
        context: 0.3,
        close: 0.0,
        cosine: 0.0,
        around: 0.0,
        share: 0.6,
        alignment: 0.12,
        aligned: 0.03,
        link: 0.12,
        look: 0.115,
    };

    /// The score of every left claim with every right one.
    #[must_use]
    pub fn score(&self, views: &Views) -> Matrix {
        let at = |view: &Option<Matrix>, l, r| view.as_ref().map_or(0.0, |m| m.at(l, r));
        let mixed = Matrix::from_fn(views.words.rows(), views.words.columns(), |l, r| {
            self.words * views.words.at(l, r)
                + self.meanings * views.meanings.at(l, r)
                + self.context * views.context.at(l, r)
                + self.close * at(&views.close, l, r)
                + self.cosine * at(&views.cosine, l, r)
                + self.around * at(&views.around, l, r)
        });
        margin(&mixed, self.share)
    }
}
