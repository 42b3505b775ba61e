//! A speaker is a well-formed name, office or body, or there is none.
//!
//! Whatever found an attribution, the words that it takes for a speaker pass here. Words at the edges that belong to no
//! noun phrase are taken off (a dateline, a bracket, an adverb, a day, what tells where or when); a phrase that then
//! still holds a verb, a negation, a number or a part of a quotation, or that has no head, names nobody, and the
//! attribution is dropped: the outlet speaks rather than a wrong person.
//!
//! What it gets wrong: a verb that no table holds may stand in a name (`Aides protests`), and a bare noun in the
//! singular without article (`Opposition`) is taken for none.

use super::Attribution;
use crate::claim::passage::Passage;
use crate::language::{Class, Property, Role, WordKind};
use std::ops::Range;

/// An attribution with nothing but a well-formed speaker; `None` where what it names is none.
pub(super) fn guarded(passage: &Passage, attribution: Attribution) -> Option<Attribution> {
    let via = attribution.via.clone();
    let via = via.and_then(|via| well_formed(passage, via));
    let who = match attribution.who.clone() {
        Some(who) => Some(well_formed(passage, who)?),
        None => None,
    };
    Some(Attribution {
        who,
        via,
        ..attribution
    })
}

/// The words of a phrase that name a speaker.
pub(super) fn well_formed(passage: &Passage, words: Range<usize>) -> Option<Range<usize>> {
    if passage.pack.is(Property::VerbFirst) || words.is_empty() {
        return Some(words); // Arabic has a guard of its own
    }
    let phrase = Phrase { passage };
    let words = phrase.without_marks(words);
    if words.len() == 1 && passage.pack.has(Class::Pronoun, phrase.form(words.start)) {
        return Some(words);
    }
    let words = phrase.trimmed(words)?;
    let words = phrase.of_subject(words)?;
    let words = phrase.trimmed(words)?;
    let said = phrase.holds_quotation(&words);
    let broken = words.clone().any(|w| phrase.breaks(w, &words));
    (!said && !broken && phrase.has_head(&words)).then_some(words)
}

/// A passage in which words are looked at as parts of a noun phrase.
struct Phrase<'p, 'a> {
    passage: &'p Passage<'a>,
}

impl Phrase<'_, '_> {
    fn form(&self, word: usize) -> &str {
        &self.passage.words[word].form
    }

    fn is_capital(&self, word: usize) -> bool {
        self.passage.words[word].kind == WordKind::Letters && self.passage.is_upper(word)
    }

    fn is_determiner(&self, word: usize) -> bool {
        self.passage.pack.has(Class::Determiner, self.form(word))
    }

    /// Whether a word is written with a capital beside another one: `Will Hurd`, `Women in Need`.
    fn is_in_name(&self, word: usize, words: &Range<usize>) -> bool {
        let capital = |w: usize| words.contains(&w) && self.is_capital(w);
        let next = capital(word + 1) && !self.passage.sign_before(word + 1);
        let before = word > words.start && capital(word - 1) && !self.passage.sign_before(word);
        self.is_capital(word) && (next || before)
    }

    /// A word that leads what tells where or when, and is part of no name.
    fn leads(&self, word: usize) -> bool {
        let pack = self.passage.pack;
        pack.has(Class::Circumstance, self.form(word)) && !self.is_determiner(word)
    }

    /// A preposition with which a speaker's phrase may go on: `a spokesman for the mayor`.
    fn joins_noun(&self, word: usize) -> bool {
        self.passage.pack.has(Class::NameLinker, self.form(word))
    }

    /// Without a dateline before the phrase (`LAGOS (Reuters) — A guard said …`) and a bracket in it or behind it.
    fn without_marks(&self, words: Range<usize>) -> Range<usize> {
        let gap = |w: usize| self.passage.gap(w);
        let dash = |w: &usize| gap(*w).contains(['—', '–']) || gap(*w).contains("--");
        let start = (words.start + 1..words.end).rev().find(dash);
        let start = start.unwrap_or(words.start);
        let bracket = |w: &usize| gap(*w).contains(['(', '[', ')', ']']);
        let end = (start + 1..words.end).find(bracket).unwrap_or(words.end);
        start..end
    }

    /// Without the words at both edges that are part of no noun phrase; `None` where nothing is left.
    fn trimmed(&self, words: Range<usize>) -> Option<Range<usize>> {
        let start = words.clone().find(|&w| !self.is_idle(w, &words))?;
        let closes = |w: usize| {
            self.is_idle(w, &words)
                || w > start
                    && !self.is_in_name(w, &words)
                    && (self.is_determiner(w) || self.leads(w) || self.joins_noun(w))
                || w > start && self.passage.is_calendar(w)
        };
        let end = (start..words.end).rev().find(|&w| !closes(w))? + 1;
        Some(start..end)
    }

    /// Whether a word at the edge is an adverb or a conjunction.
    fn is_idle(&self, word: usize, words: &Range<usize>) -> bool {
        let (form, pack) = (self.form(word), self.passage.pack);
        let held = self.is_determiner(word) || pack.has(Class::Pronoun, form);
        let listed = pack.has(Class::Adverb, form) || pack.has(Class::ClauseOpener, form);
        let shaped = !self.is_capital(word) && self.is_adverb(word);
        !held && !self.is_in_name(word, words) && (listed || shaped)
    }

    /// An adverb by its ending, behind which a known word is left: `clearly`, not `family`.
    fn is_adverb(&self, word: usize) -> bool {
        let (form, pack) = (self.form(word), self.passage.pack);
        pack.is_derived_adverb(form) && !pack.has(Class::Organisation, form)
    }

    /// The subject in a phrase that also tells where or when: `Ann Lee | on Friday`, `In a speech | the new mayor`.
    fn of_subject(&self, words: Range<usize>) -> Option<Range<usize>> {
        let pack = self.passage.pack;
        if pack.is(Property::InflectedNames) {
            return Some(words); // `в министерстве сообщили`: the body that speaks stands in a place
        }
        if self.leads(words.start) && !self.is_in_name(words.start, &words) {
            return self.last_noun_phrase(&words);
        }
        let relative = |w: usize| {
            let form = self.form(w);
            !self.is_determiner(w)
                && (pack.has(Class::Relative, form) || pack.has(Class::Complementizer, form))
        };
        let ends = |&w: &usize| relative(w) || self.tells_when(w, &words);
        let Some(cut) = (words.start + 1..words.end).find(ends) else {
            return Some(words);
        };
        let rest = cut..words.end;
        if !relative(cut)
            && let Some(subject) = self.last_noun_phrase(&rest)
        {
            return Some(subject);
        }
        Some(words.start..cut)
    }

    /// Whether what tells where, when or in what begins at a word inside a phrase.
    fn tells_when(&self, word: usize, words: &Range<usize>) -> bool {
        if self.is_in_name(word, words) {
            return false;
        }
        let behind = (word + 1..words.end).find(|&w| !self.is_determiner(w));
        let circumstance = behind.is_none_or(|w| {
            let number = self.passage.words[w].kind == WordKind::Number;
            number
                || self.passage.is_calendar(w)
                || self.passage.pack.has(Class::Medium, self.form(w))
        });
        self.passage.is_calendar(word)
            || self.joins_noun(word) && circumstance
            || self.leads(word) && !self.joins_noun(word)
    }

    /// The noun phrase that ends some words: from the last determiner, or the capitals at the end, that no preposition
    /// leads.
    fn last_noun_phrase(&self, words: &Range<usize>) -> Option<Range<usize>> {
        let led = |w: usize| self.leads(w - 1) || self.joins_noun(w - 1);
        let begins = |&w: &usize| self.is_determiner(w) && !self.is_determiner(w - 1) && !led(w);
        let determined = (words.start + 1..words.end).rev().find(begins);
        let named = |w: usize| self.is_capital(w) || self.passage.is_title(w);
        let run = (words.start + 1..words.end)
            .rev()
            .take_while(|&w| named(w))
            .last()
            .filter(|&w| !led(w) && !self.is_determiner(w - 1));
        let start = determined.into_iter().chain(run).min()?;
        let known = |w: usize| self.passage.is_calendar(w) || self.joins_noun(w);
        (!(start..words.end).any(known)).then_some(start..words.end)
    }

    /// Whether a phrase takes words out of a quotation that goes on, or holds one that is no name.
    fn holds_quotation(&self, words: &Range<usize>) -> bool {
        let passage = self.passage;
        let said = passage.quotations.iter().any(|quotation| {
            let inside = passage.words_within(&quotation.inner);
            let meets = inside.start < words.end && words.start < inside.end;
            let name = words.start <= inside.start
                && inside.end <= words.end
                && inside
                    .clone()
                    .all(|w| passage.is_upper(w) || self.joins_noun(w));
            meets && !name
        });
        let stray = |&w: &usize| {
            let mark = |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»');
            passage.gap(w).contains(mark)
                && passage.opens_before(w).is_none()
                && !passage.closes_before(w)
        };
        said || words.clone().any(|w| stray(&w))
    }

    /// Whether no name, office or body holds a word: a verb, a negation, a number, a pronoun beside others.
    fn breaks(&self, word: usize, words: &Range<usize>) -> bool {
        let (form, passage) = (self.form(word), self.passage);
        let pack = passage.pack;
        if passage.words[word].kind == WordKind::Number {
            let named = word > words.start && self.is_capital(word - 1);
            return !named || passage.sign_before(word);
        }
        if self.is_in_name(word, words) || pack.is(Property::CapitalNouns) && self.is_capital(word)
        {
            return false;
        }
        let speech = passage.speech_at(word);
        // `city records`, whose verb stands behind the phrase, speak as well.
        let within = |s: &&crate::language::Speech| word + s.words.len() <= words.end;
        let speaks = speech
            .filter(within)
            .is_some_and(|s| s.is_verb() || s.role == Role::Carries);
        pack.has(Class::FiniteVerb, form)
            || pack.has(Class::Negation, form)
            || pack.has(Class::Pronoun, form) && !self.is_determiner(word)
            || speaks && !pack.is(Property::InflectedNames)
            || pack.is_possessive(form) && word + 1 == words.end
    }

    /// Whether each of the joined parts of a phrase has a head: a name, or a noun with an article, in the plural, or
    /// known as an office or body. Only where the language shows the plural by an ending.
    fn has_head(&self, words: &Range<usize>) -> bool {
        let pack = self.passage.pack;
        if !pack.lists(Class::PluralEnding) {
            return words.clone().any(|w| !self.is_determiner(w));
        }
        let mut start = words.start;
        let mut determined = false;
        for end in words.start..=words.end {
            let joined = (start + 1..words.end).contains(&end)
                && (pack.has(Class::Coordinator, self.form(end)) || self.passage.comma_before(end));
            if end < words.end && !joined {
                continue;
            }
            let part = start..end;
            let led = |w: usize| self.is_determiner(w) || pack.is_possessive(self.form(w));
            determined |= part.clone().any(led);
            if part.is_empty() || !self.is_headed(&part, determined) {
                return false;
            }
            start =
                end + usize::from(end < words.end && pack.has(Class::Coordinator, self.form(end)));
        }
        true
    }

    fn is_headed(&self, part: &Range<usize>, determined: bool) -> bool {
        let pack = self.passage.pack;
        let close = (part.start + 1..part.end).find(|&w| self.joins_noun(w));
        let head = close.unwrap_or(part.end) - 1;
        let noun = |w: usize| {
            let form = self.form(w);
            self.passage.is_title(w)
                || pack.has(Class::VagueSource, form)
                || pack.has(Class::Organisation, form)
                || pack.has(Class::Document, form)
                || pack.is_plural(form)
        };
        let lone = self.is_determiner(head);
        self.is_capital(head) && !lone
            || noun(head)
            || determined && !lone
            || self.is_capital(part.start) && noun(head)
    }
}
