//! The phrases of a German sentence: where a noun phrase ends, what stands between a verb and its subject, and where a
//! part of the sentence begins.
//!
//! Nouns are known by their capitals, and a noun phrase ends where the grammar ends it: at a second determiner that is
//! no genitive, at a preposition, at a small word behind a noun.

use super::{Candidate, Verb};
use crate::language::{Class, When, WordKind};
use std::ops::Range;

/// How many words a phrase that names somebody may have.
pub(super) const LONGEST: usize = 12;

impl Candidate<'_, '_> {
    pub(super) fn form(&self, word: usize) -> &str {
        &self.passage.words[word].form
    }

    /// Whether a word is written with a capital: a noun, or the first of its sentence.
    pub(super) fn is_noun(&self, word: usize) -> bool {
        self.passage.words[word].kind == WordKind::Letters && self.passage.is_upper(word)
    }

    pub(super) fn is_finite(&self, word: usize) -> bool {
        self.passage.pack.has(Class::FiniteVerb, self.form(word))
    }

    pub(super) fn is_circumstance(&self, word: usize) -> bool {
        crate::claim::attribution::is_circumstance(self.passage, word)
    }

    pub(super) fn is_adverb(&self, word: usize) -> bool {
        self.passage.pack.has(Class::Adverb, self.form(word)) && !self.is_inner_noun(word)
    }

    pub(super) fn is_inner_noun(&self, word: usize) -> bool {
        word > self.sentence.start && self.is_noun(word)
    }

    pub(super) fn is_pronoun(&self, word: usize) -> bool {
        self.passage.pack.has(Class::Pronoun, self.form(word))
    }

    pub(super) fn is_day(&self, word: usize) -> bool {
        self.passage.pack.calendar.contains_key(self.form(word))
    }

    /// Whether a sign parts a word from the one before it, the marks of a name aside (`die Zeitung „Hafenblick“`).
    pub(super) fn is_parted(&self, word: usize) -> bool {
        let mark = self.passage.opens_before(word).is_some() || self.passage.closes_before(word);
        self.passage.comma_before(word)
            || self
                .passage
                .gap(word)
                .contains([';', ':', '–', '—', '(', ')', '!', '?'])
            || self.passage.sign_before(word) && !mark
    }

    /// `ohne es zu sagen`: an infinitive says nothing.
    pub(super) fn is_infinitive(&self, verb: &Verb) -> bool {
        let start = verb.head.start;
        start > self.sentence.start
            && !self.passage.sign_before(start)
            && self
                .passage
                .pack
                .has(Class::Auxiliary, self.form(start - 1))
    }

    /// Where the noun phrase that begins at a word ends; `None` where none begins. `nominative` refuses determiners
    /// that no subject has (`dem`, `einen`).
    pub(super) fn noun_phrase(
        &self,
        start: usize,
        limit: usize,
        nominative: bool,
    ) -> Option<usize> {
        let pack = self.passage.pack;
        let limit = limit.min(start + LONGEST);
        let (mut end, mut awaits, mut word) = (start, true, start);
        while word < limit && (word == start || !self.is_parted(word)) {
            let form = self.form(word);
            let seen = end > start;
            let determines = pack.has(Class::Determiner, form);
            let begins = |w: usize| {
                w < limit
                    && !self.is_parted(w)
                    && (self.is_noun(w) || pack.has(Class::Determiner, self.form(w)))
            };
            if word == start && nominative && self.is_circumstance(word)
                || word > start && self.is_day(word)
                || self.is_finite(word) && !self.is_inner_noun(word)
            {
                break;
            }
            if determines && !self.is_inner_noun(word) {
                let person = seen && self.passage.mentions.iter().any(|m| m.name.end == word);
                let again = !seen && word > start && form.chars().count() <= 3;
                if seen && (person || !pack.has(Class::Genitive, form)) || again {
                    break;
                }
                awaits = true;
            } else if self.is_noun(word) {
                end = word + 1;
                awaits = false;
            } else if seen
                && (pack.has(Class::NameLinker, form) || pack.has(Class::Coordinator, form))
            {
                if !begins(word + 1) {
                    break;
                }
                awaits = true;
            } else {
                let joins = self.is_adverb(word) || self.passage.is_complement(word);
                let led = self.is_circumstance(word) && !self.is_number(word);
                if !awaits || word > start && led || word == start && joins {
                    break;
                }
            }
            word += 1;
        }
        (end > start).then_some(end)
    }

    pub(super) fn is_number(&self, word: usize) -> bool {
        self.passage.words[word].kind == WordKind::Number
    }

    /// Past the days, adverbs and reflexive pronouns that stand between a verb and its subject.
    pub(super) fn past_adverbs(&self, mut word: usize, limit: usize) -> usize {
        while word < limit && !self.is_parted(word) {
            let weekday = |w: usize| {
                w < limit
                    && matches!(
                        self.passage.pack.calendar.get(self.form(w)),
                        Some(When::Weekday(_) | When::Day(_))
                    )
            };
            // `sagte das der Minister`, not `sagte das Ministerium`.
            let determines =
                |w: usize| w < limit && self.passage.pack.has(Class::Determiner, self.form(w));
            if self.is_adverb(word) && (!determines(word) || determines(word + 1)) || weekday(word)
            {
                word += 1;
            } else if self.is_circumstance(word) && weekday(word + 1) {
                word += 2;
            } else {
                break;
            }
        }
        word
    }

    /// The subject right behind a verb.
    pub(super) fn subject_behind(&self, verb: &Verb) -> Option<Range<usize>> {
        let limit = if verb.tail.is_empty() {
            self.sentence.end
        } else {
            verb.tail.start
        };
        let direct = verb.head.end;
        let first = if direct < limit && self.is_pronoun(direct) && !self.is_parted(direct) {
            direct
        } else {
            self.past_adverbs(direct, limit)
        };
        if first >= limit || self.is_parted(first) {
            return None;
        }
        if self.is_pronoun(first) {
            return Some(first..first + 1);
        }
        let end = self.noun_phrase(first, limit, true)?;
        Some(first..end)
    }

    /// Whether a sign parts a word from the one before it, a bracket aside (`Jan Roth (SPD) sagte`).
    pub(super) fn is_cut(&self, word: usize) -> bool {
        let gap = self.passage.gap(word);
        self.is_parted(word) && (self.passage.comma_before(word) || !gap.contains(['(', ')']))
    }

    /// Past a bracket that opens before a word.
    pub(super) fn past_bracket(&self, word: usize, limit: usize) -> usize {
        let opens = word < limit && self.passage.gap(word).contains('(');
        let close = (word + 1..=limit).find(|&w| self.passage.gap(w).contains(')'));
        close.filter(|_| opens).unwrap_or(word)
    }

    /// The first word of the part of the sentence, between signs, in which a word stands.
    pub(super) fn segment(&self, word: usize) -> usize {
        let starts = |w: &usize| *w == self.sentence.start || self.is_cut(*w);
        let quoted = |w: &usize| self.passage.closes_before(*w);
        (self.sentence.start..=word)
            .rev()
            .find(|w| starts(w) || quoted(w) && *w == word)
            .unwrap_or(self.sentence.start)
    }
}
