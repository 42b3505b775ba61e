//! What the ending of a word shows: an adverb, a plural, a possessor. Read from a language's particles; a language
//! whose endings show none has no rows.

use super::frequency::zipf;
use super::table::{rows, variants};

/// The telling endings of one language.
#[derive(Debug, Default)]
pub struct Shapes {
    adverbs: Vec<String>,
    plurals: Vec<String>,
    possessives: Vec<String>,
}

/// What is left of an adverb without its ending is at least this common (Zipf): `clear`, not `fami`. Set by eye on the
/// words in -ly of 150 US reports, 2026-11-27.
const KNOWN: f32 = 3.0;
/// The shortest word that an ending leaves, in letters.
const SHORTEST: usize = 4;

impl Shapes {
    pub(super) fn read(particles: &'static str) -> Shapes {
        let of = |kind: &str| {
            let rows = rows(particles).filter(move |[_, is, _]| *is == kind);
            rows.flat_map(|[words, ..]| variants(words))
                .map(|w| w.concat())
                .collect()
        };
        Shapes {
            adverbs: of("adverb-ending"),
            plurals: of("plural-ending"),
            possessives: of("possessive-ending"),
        }
    }

    /// Whether plurals are known by their ending.
    pub(crate) fn show_plural(&self) -> bool {
        !self.plurals.is_empty()
    }

    pub(crate) fn is_plural(&self, form: &str) -> bool {
        ends(&self.plurals, form).next().is_some() && !self.is_possessive(form)
    }

    pub(crate) fn is_possessive(&self, form: &str) -> bool {
        ends(&self.possessives, form).next().is_some()
    }

    /// Whether a word is a known one with the ending of an adverb.
    pub(crate) fn is_adverb(&self, form: &str, tag: &str) -> bool {
        let known = |base: &str| {
            base.chars().count() >= SHORTEST && zipf(tag, base).is_some_and(|z| z >= KNOWN)
        };
        ends(&self.adverbs, form).any(known)
    }
}

/// A form without each of some endings that it has.
fn ends<'f>(endings: &'f [String], form: &'f str) -> impl Iterator<Item = &'f str> {
    endings
        .iter()
        .filter_map(move |ending| form.strip_suffix(ending.as_str()))
        .filter(|rest| !rest.is_empty())
}
