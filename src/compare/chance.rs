//! How likely a link is right.
//!
//! The score of a link says how far it stands above its neighbours, not how likely it is right. That was counted on
//! all links that storydiff showed for twelve stories of which people had said which claims belong together: 157 with
//! the encoder and 118 by words alone, 137 and 94 of them right (`cargo run --release --example fit -- links` prints
//! each one's score and whether it was right). The chance is a logistic curve over the logarithm of the score as a
//! multiple of the threshold, through two points, both on the side of caution:
//!
//! - 0.6 at the threshold, where about three in four were right;
//! - 0.8 at twice the threshold: the lowest multiple from which on 95 in 100 links were right (120 of 126). Found with
//!   one story left out at a time it is between 1.9 and 3.7, and 91 of 97 links of the stories left out were right.
//!
//! Since then names and offices alone carry no link any more, and plain contradictions are linked below the threshold:
//! of the links shown with 0.8 or more, 65 of 67 are right with the encoder and 55 of 57 by words alone. Across languages
//! a link that shows nothing but names in common has the chance of one at the threshold.
//!
//! What it gets wrong: two claims of one man with a long name and title stand high although they tell different things.

/// The logarithm of the odds at the threshold.
const AT_THRESHOLD: f32 = 0.4;
/// What it gains where the score is e times the threshold.
const GROWTH: f32 = 1.43;
/// The chance of a link between claims of nearly the same words, and the share of common words from which it holds;
/// with the share it grows to 1. All eleven such links were right.
const VERBATIM: f32 = 0.9;

/// The chance that a link is right: `score` against the threshold from which claims are linked.
pub(super) fn by_score(score: f32, threshold: f32) -> f32 {
    let multiple = (score / threshold).max(0.01);
    let odds = AT_THRESHOLD + GROWTH * multiple.ln();
    1.0 / (1.0 + (-odds).exp())
}

/// The chance that a link between claims of nearly the same words is right: `ratio` of them are common, `least` make
/// two claims nearly the same.
pub(super) fn verbatim(ratio: f32, least: f32) -> f32 {
    VERBATIM + (1.0 - VERBATIM) * ((ratio - least) / (1.0 - least)).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_higher_score_is_a_greater_chance() {
        let chances: Vec<f32> = [-0.1, 0.05, 0.1, 0.2, 0.5, 1.0]
            .map(|score| by_score(score, 0.1))
            .to_vec();
        assert!(chances.is_sorted(), "{chances:?}");
        assert!(chances.iter().all(|c| (0.0..=1.0).contains(c)));
        assert!(by_score(0.1, 0.1) < 0.65 && by_score(0.21, 0.1) > 0.8);
    }

    #[test]
    fn the_same_words_are_certain() {
        assert!((verbatim(1.0, 0.85) - 1.0).abs() < 1e-6);
        assert!((verbatim(0.85, 0.85) - VERBATIM).abs() < 1e-6);
    }
}
