//! What shows a person's gender, and whom a pronoun may stand for: pronouns, offices and first names.

use super::table::{rows, variants};
use std::collections::HashMap;

/// Whom a word stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// A man: `he`, `Mr`, `John`.
    Masculine,
    /// A woman: `she`, `spokeswoman`, `Anna`.
    Feminine,
    /// A body or several: `it`, `they`.
    Thing,
}

/// The words of one language that show it.
pub(crate) fn read(particles: &'static str) -> HashMap<String, Gender> {
    let gender = |kind| match kind {
        "masculine" => Some(Gender::Masculine),
        "feminine" => Some(Gender::Feminine),
        "thing" => Some(Gender::Thing),
        _ => None,
    };
    rows(particles)
        .filter_map(|[words, kind, _]| Some((words, gender(kind)?)))
        .flat_map(|(words, gender)| variants(words).map(move |w| (w.join(" "), gender)))
        .collect()
}
