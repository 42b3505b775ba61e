//! German order: the finite verb of a main clause stands second, its subject before it or right behind (`Am Montag
//! sagte X, …`), first behind what is said (`…, sagte X`), last in a clause of likeness (`…, wie X mitteilte`).
//!
//! What it gets wrong: an object before its verb is taken for the subject where neither shows its case and no person
//! stands behind (`Das Ergebnis bestätigte die Firma`).

mod phrase;

use super::{Attribution, Scope, named, opens_speech};
use crate::claim::passage::Passage;
use crate::language::{Class, Role, Speech};
use phrase::LONGEST;
use std::ops::Range;

/// How far behind a verb what is said may open.
const REACH: usize = 16;
/// A sentence with the phrase that may attribute in it.
#[derive(Clone, Copy)]
struct Candidate<'p, 'a> {
    passage: &'p Passage<'a>,
    sentence: &'p Range<usize>,
}

/// A verb of speech: its first part, and the part of it that closes the clause (empty where there is none).
struct Verb {
    head: Range<usize>,
    tail: Range<usize>,
}

impl Verb {
    fn end(&self) -> usize {
        self.head.end.max(self.tail.end)
    }
}

pub(super) fn find(
    passage: &Passage,
    sentence: &Range<usize>,
    head: Range<usize>,
    speech: &Speech,
) -> Option<Attribution> {
    let place = Candidate { passage, sentence };
    let tail = passage.closing_behind(head.end, speech)?;
    let verb = Verb { head, tail };
    if verb.end() > sentence.end {
        return None;
    }
    match speech.role {
        Role::Source | Role::Relay => place.source(&verb, speech.role),
        Role::After => place.after(&verb),
        Role::Itself => {
            let who = verb.head.end - 1..verb.head.end;
            Some(place.sourced(verb.head.clone(), verb.head, who, Role::Source))
        }
        Role::Behind => place.behind(&verb),
        _ if place.is_infinitive(&verb) => None,
        role => place.spoken(&verb, role),
    }
}

impl Candidate<'_, '_> {
    fn spoken(&self, verb: &Verb, role: Role) -> Option<Attribution> {
        let start = verb.head.start;
        if let Some(found) = self.likened(verb, role) {
            return Some(found);
        }
        let parted = start > self.sentence.start
            && (self.is_cut(start) || self.passage.closes_before(start));
        if parted {
            if let Some(subject) = self.apposed(start) {
                return self.main(verb, role, self.sentence.start, Some(subject));
            }
            if !self.is_subordinate(self.sentence.start) {
                return self.inverted(verb, role);
            }
            let subject = self.subject_behind(verb)?;
            return self.main(verb, role, self.sentence.start, Some(subject));
        }
        let from = self.segment(start);
        let (from, who) = self.around(verb, role, from)?;
        self.main(verb, role, from, who)
    }

    /// Whether a clause that depends on another begins at a word: `Als die Flut kam, sagte X, …`.
    fn is_subordinate(&self, word: usize) -> bool {
        let pack = self.passage.pack;
        let form = self.form(word);
        pack.has(Class::ClauseOpener, form) && !pack.has(Class::Coordinator, form)
    }

    /// `Der Bürgermeister, Jan Roth, sagte …`, `Anna Roth, die den Bau leitet, sagte …`: what stands before the first
    /// comma is a name and no clause.
    fn apposed(&self, verb: usize) -> Option<Range<usize>> {
        let passage = self.passage;
        let start = self.sentence.start;
        let comma = (start + 1..verb).find(|&w| self.is_parted(w))?;
        let whole = self.noun_phrase(start, comma, true)? == comma && passage.comma_before(comma);
        if !whole || !passage.comma_before(verb) || passage.closes_before(verb) {
            return None;
        }
        let apposition = comma..verb;
        let name = passage
            .mention_within(&apposition)
            .filter(|m| m.name == apposition)
            .map(|m| m.name.clone());
        Some(name.unwrap_or_else(|| named(passage, start..comma)))
    }

    /// The start of the phrase, and the subject before the verb or behind it.
    fn around(
        &self,
        verb: &Verb,
        role: Role,
        from: usize,
    ) -> Option<(usize, Option<Range<usize>>)> {
        let pack = self.passage.pack;
        let start = verb.head.start;
        if from == start || (from..start).any(|w| self.is_finite(w) && !self.is_inner_noun(w)) {
            return None;
        }
        if pack.has(Class::Coordinator, self.form(start - 1)) {
            return Some((start, None));
        }
        let from = if pack.has(Class::Coordinator, self.form(from)) {
            from + 1
        } else {
            from
        };
        let first = self.form(from);
        if self.passage.is_complement(from)
            || from > self.sentence.start && pack.has(Class::Relative, first)
            || self.is_subordinate(from) && !pack.has(Class::Circumstance, first)
        {
            return None;
        }
        if start == from + 1 && self.is_pronoun(from) && !pack.has(Class::Adverb, first) {
            return Some((from, Some(from..start)));
        }
        let fronted = self.is_circumstance(from) || self.is_adverb(from);
        if fronted {
            return Some((from, Some(self.subject_behind(verb)?)));
        }
        let end = self.noun_phrase(from, start, true)?;
        let rest = self.past_adverbs(self.past_bracket(end, start), start);
        if rest < start && !self.is_circumstance(rest) {
            return None;
        }
        let next = verb.head.end;
        if next < self.sentence.end && pack.has(Class::Nominative, self.form(next)) {
            return Some((from, Some(next..next + 1))); // `Das Angebot wies er zurück`
        }
        let behind = self.subject_behind(verb).filter(|behind| {
            let person = |phrase: &Range<usize>| {
                self.passage.titles_within(phrase) || self.passage.mention_within(phrase).is_some()
            };
            role != Role::Demands
                && !person(&(from..end))
                && self.is_masculine(behind)
                && person(behind)
        });
        Some((from, Some(behind.unwrap_or(from..end))))
    }

    /// `Die Vorwürfe bestritt der Minister`: an article that is a subject's beside an object before the verb.
    fn is_masculine(&self, phrase: &Range<usize>) -> bool {
        let first = self.form(phrase.start);
        self.passage.pack.has(Class::Genitive, first) || self.is_noun(phrase.start)
    }

    /// `X sagte, …`, `Am Montag teilte X mit, dass …`, `Dem widersprach X`.
    fn main(
        &self,
        verb: &Verb,
        role: Role,
        start: usize,
        who: Option<Range<usize>>,
    ) -> Option<Attribution> {
        let passage = self.passage;
        let behind = who.as_ref().map_or(0, |w| w.end).max(verb.head.end);
        let opened = self.opened(verb, behind, role);
        let close = opened.unwrap_or(self.sentence.end);
        let denied = |w: usize| {
            let form = self.form(w);
            passage.pack.has(Class::Auxiliary, form) && passage.pack.has(Class::Negation, form)
        };
        let clause = (verb.head.end..close)
            .take_while(|&w| !passage.comma_before(w))
            .any(denied);
        if clause && role != Role::Denies {
            return None; // `Das bestätigte der Minister nicht`
        }
        let words = start..opened.unwrap_or(behind.max(verb.head.end));
        let via = opened.and_then(|end| (behind..end).find_map(|w| self.relay_at(w)));
        let begins = start == self.sentence.start || !self.is_parted(start);
        Some(Attribution {
            words,
            verb: self.shown(verb),
            who: who.map(|w| named(passage, w)),
            via,
            role,
            scope: if opened.is_some() {
                Scope::After
            } else {
                Scope::Around
            },
            lasting: true,
            bare: opened.is_some() && begins,
        })
    }

    /// Who passed it on, in the words between a verb and what is said: `berichtet unter Berufung auf X, …`.
    fn relay_at(&self, word: usize) -> Option<Range<usize>> {
        let speech = self.passage.speech_at(word)?;
        let from = word + speech.words.len();
        let end = self.noun_phrase(from, self.sentence.end, false)?;
        (speech.role == Role::Relay).then_some(from..end)
    }

    /// The part of a verb that says what is done: `hat … gesagt` is `gesagt`.
    fn shown(&self, verb: &Verb) -> Range<usize> {
        if verb.tail.is_empty() || !self.is_finite(verb.head.start) {
            verb.head.clone()
        } else {
            verb.tail.clone()
        }
    }

    /// Where what is said opens: behind `dass`, a colon, a mark, or behind the comma that closes the verb's own clause.
    fn opened(&self, verb: &Verb, behind: usize, role: Role) -> Option<usize> {
        let passage = self.passage;
        if matches!(role, Role::Denies | Role::Demands) {
            return None;
        }
        let far = self.sentence.end.min(verb.end().max(behind) + REACH);
        for word in behind..far {
            if passage.gap(word).contains(':') || opens_speech(passage, word) {
                return Some(word);
            }
            if passage.is_complement(word) {
                return (word + 1 < self.sentence.end).then_some(word + 1);
            }
            if word < verb.end() || !passage.comma_before(word) {
                continue;
            }
            let form = self.form(word);
            let depends = self.is_subordinate(word) || passage.pack.has(Class::Relative, form);
            let direct = word == verb.end() || word == behind && verb.tail.is_empty();
            let said = self.is_reported(word..self.sentence.end);
            // `kündigte an, die Brücke sanieren zu wollen`: an infinitive says nothing by itself.
            let direct = direct && role == Role::Says;
            if depends || !(direct || said) {
                return None;
            }
            return Some(word);
        }
        None
    }

    /// Whether some words hold a verb in the mood of what another said.
    fn is_reported(&self, mut words: Range<usize>) -> bool {
        let pack = self.passage.pack;
        words.any(|w| {
            let form = self.form(w);
            (pack.has(Class::ReportedMood, form) || pack.has(Class::ConditionalMood, form))
                && !self.is_noun(w)
        })
    }

    /// `„…“, sagte X`.
    fn inverted(&self, verb: &Verb, role: Role) -> Option<Attribution> {
        let who = self.subject_behind(verb)?;
        let end = who.end.max(verb.end());
        let rest = end..self.sentence.end;
        let goes_on = self.is_reported(rest.clone())
            || rest.clone().any(|w| self.passage.opens_before(w).is_some());
        Some(Attribution {
            words: verb.head.start..end,
            verb: self.shown(verb),
            who: Some(named(self.passage, who)),
            via: None,
            role,
            scope: Scope::Before,
            lasting: goes_on,
            bare: false,
        })
    }

    /// `…, wie die Polizei mitteilte`, `Wie X sagte, …`.
    fn likened(&self, verb: &Verb, role: Role) -> Option<Attribution> {
        let passage = self.passage;
        let from = self.segment(verb.head.start);
        let close = verb.end();
        let last = close >= self.sentence.end || passage.sign_before(close);
        if !passage.pack.has(Class::Comparative, self.form(from))
            || !last
            || from == verb.head.start
        {
            return None;
        }
        let first = self.past_adverbs(from + 1, verb.head.start);
        let end = if first < verb.head.start && self.is_pronoun(first) {
            first + 1
        } else {
            self.noun_phrase(first, verb.head.start, true)?
        };
        let leads = from == self.sentence.start && close < self.sentence.end;
        Some(Attribution {
            words: from..close,
            verb: self.shown(verb),
            who: Some(named(passage, first..end)),
            via: None,
            role,
            scope: if leads { Scope::After } else { Scope::Before },
            lasting: close < self.sentence.end,
            bare: false,
        })
    }

    /// `laut X`, `nach Angaben von X`, `unter Berufung auf X`, `wie es aus X hieß`.
    fn source(&self, verb: &Verb, role: Role) -> Option<Attribution> {
        let limit = if verb.tail.is_empty() {
            self.sentence.end
        } else {
            verb.tail.start
        };
        let from = verb.head.end;
        if from >= limit || self.is_parted(from) {
            return None;
        }
        let end = self.noun_phrase(from, limit, false)?;
        let words = verb.head.start..end.max(verb.end());
        Some(self.sourced(
            words,
            verb.head.clone(),
            self.without_medium(from..end),
            role,
        ))
    }

    /// `Angaben der Polizei`: the police.
    fn without_medium(&self, phrase: Range<usize>) -> Range<usize> {
        let pack = self.passage.pack;
        let led = phrase.len() > 2 && pack.has(Class::Determiner, self.form(phrase.start));
        let whole = phrase.clone();
        let phrase = phrase.start + usize::from(led)..phrase.end;
        let medium = phrase.start + 1 < phrase.end
            && pack.has(Class::Medium, self.form(phrase.start))
            && (pack.has(Class::Genitive, self.form(phrase.start + 1))
                || pack.has(Class::NameLinker, self.form(phrase.start + 1)));
        let inner = medium && pack.has(Class::NameLinker, self.form(phrase.start + 1));
        if medium {
            phrase.start + 1 + usize::from(inner)..phrase.end
        } else {
            whole
        }
    }

    fn sourced(
        &self,
        words: Range<usize>,
        verb: Range<usize>,
        who: Range<usize>,
        role: Role,
    ) -> Attribution {
        let leads = words.start == self.sentence.start && words.end < self.sentence.end;
        let aside = words.end < self.sentence.end
            && self.passage.comma_before(words.start)
            && self.passage.comma_before(words.end);
        Attribution {
            who: Some(named(self.passage, who)),
            via: None,
            verb,
            role,
            scope: if leads { Scope::After } else { Scope::Before },
            lasting: leads || aside,
            bare: false,
            words,
        }
    }

    /// `Einem Sprecher zufolge …`, `Angaben der Polizei zufolge`: the phrase before.
    fn after(&self, verb: &Verb) -> Option<Attribution> {
        let end = verb.head.start;
        let low = self.segment(end).max(end.saturating_sub(LONGEST));
        // The phrase is the longest one that ends right here, and no verb stands in it.
        let fits = |start: &usize| {
            let led = *start == low
                || self.passage.pack.has(Class::Determiner, self.form(*start))
                || self.is_noun(*start);
            led && self.noun_phrase(*start, end, false) == Some(end)
        };
        let start = (low..end).find(fits)?;
        let who = self.without_medium(start..end);
        Some(self.sourced(start..verb.head.end, verb.head.clone(), who, Role::Source))
    }

    /// `…, so der Sprecher.`
    fn behind(&self, verb: &Verb) -> Option<Attribution> {
        let start = verb.head.start;
        let parted = start > self.sentence.start
            && (self.passage.comma_before(start)
                || self.passage.closes_before(start)
                || self.passage.dash_before(start));
        let end = self.noun_phrase(verb.head.end, self.sentence.end, true)?;
        let close = (end..self.sentence.end)
            .find(|&w| self.is_parted(w))
            .unwrap_or(self.sentence.end);
        let clausal =
            (end..close).any(|w| self.is_finite(w) || self.passage.speech_at(w).is_some());
        let light = end == close || self.is_circumstance(end) || self.is_adverb(end);
        (parted && light && !clausal).then(|| Attribution {
            words: start..end,
            verb: verb.head.clone(),
            who: Some(named(self.passage, verb.head.end..end)),
            via: None,
            role: Role::Says,
            scope: Scope::Before,
            lasting: self.is_reported(close..self.sentence.end),
            bare: false,
        })
    }
}
