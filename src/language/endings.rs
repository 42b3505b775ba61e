//! What the ending of a word shows, where a language's words show it: an adverb, a plural, a possessor.

use super::class::Class;
use super::frequency::zipf;
use super::pack::Pack;

/// What is left of an adverb without its ending is at least this common (Zipf): `clear`, not `fami`. Set by eye on the
/// words in -ly of 150 US reports, 2026-11-27.
const KNOWN: f32 = 3.0;
/// What is left of an adverb has at least so many letters.
const SHORTEST: usize = 4;

impl Pack {
    /// Whether a folded word ends like a plural.
    pub(crate) fn is_plural(&self, form: &str) -> bool {
        self.without_ending(Class::PluralEnding, form)
            .next()
            .is_some()
            && !self.is_possessive(form)
    }

    /// Whether a folded word ends like a possessor: `the mayor's`.
    pub(crate) fn is_possessive(&self, form: &str) -> bool {
        self.without_ending(Class::PossessiveEnding, form)
            .next()
            .is_some()
    }

    /// Whether a folded word is a known one with the ending of an adverb: `clearly`, not `family`.
    pub(crate) fn is_derived_adverb(&self, form: &str) -> bool {
        let known = |base: &str| {
            base.chars().count() >= SHORTEST && zipf(self.tag, base).is_some_and(|z| z >= KNOWN)
        };
        self.without_ending(Class::AdverbEnding, form).any(known)
    }

    /// Whether a folded word is an office, a body or a vague source.
    pub(crate) fn is_speaking(&self, form: &str) -> bool {
        let classes = [Class::Title, Class::Organisation, Class::VagueSource];
        classes.into_iter().any(|class| self.has(class, form))
    }

    /// A folded word without the ending of a case, where the language writes one behind a name's apostrophe
    /// (`afad'ın`), or to a known body or office (`bakanlığının`); `None` where it has none.
    pub(crate) fn without_case<'f>(&self, form: &'f str) -> Option<&'f str> {
        if !self.lists(Class::CaseEnding) || self.is_speaking(form) {
            return None;
        }
        let named = form.split_once('\'').map(|(name, _)| name);
        let mut bare = self.without_ending(Class::CaseEnding, form);
        named.or_else(|| bare.find(|rest| self.is_speaking(rest)))
    }

    /// A word without each of the endings of a class that it has.
    pub(crate) fn without_ending<'f>(
        &self,
        class: Class,
        form: &'f str,
    ) -> impl Iterator<Item = &'f str> {
        let cuts = form.char_indices().map(|(at, _)| at).skip(1);
        cuts.filter(move |&at| self.has(class, &form[at..]))
            .map(|at| &form[..at])
    }
}
