//! The subject that stands before its verb: `نائب الوزير X قال إن …`, `وكانت الوزارة أعلنت أن …`, `وكان X، الذي …، أعلن`.

use super::phrase::{Phrase, Reader};
use crate::claim::passage::Passage;
use crate::language::{Class, Role};
use std::ops::Range;

/// How many words of a relative clause or an apposition may part a subject from its verb.
const APART: usize = 20;

/// What stands before a verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Before {
    /// No subject.
    Nothing,
    /// A subject inside what another one says: `قال إن الوزارة أعلنت أن …`.
    Reported,
    /// A subject, and whether a verb such as `كان`, a conjunction such as `لكن` or an opener of what is said shows it.
    Subject(Phrase, bool),
}

/// The subject before a verb, from the start of its clause.
pub(super) fn before(passage: &Passage, sentence: &Range<usize>, verb: usize) -> Before {
    // `، وقالت إن`: it goes on from another verb.
    let plain = passage.pack.speech.contains_key(&passage.words[verb].form);
    if !plain && passage.is_coordinated_at(verb) {
        return Before::Nothing;
    }
    let end = behind_aspect(passage, sentence, verb);
    let apart = passage.comma_before(end) || end < verb;
    for start in (sentence.start..end).rev() {
        let led = start > sentence.start && leads(passage, start - 1);
        let opened = start > sentence.start && passage.is_complement(start - 1);
        let begins = start == sentence.start
            || passage.sign_before(start) && passage.opens_before(start).is_none();
        if !(led || opened || begins) {
            continue;
        }
        let reader = Reader::new(passage, end, false);
        let Some(phrase) = reader.phrase(start) else {
            continue;
        };
        let apposed = (start + 1..end).any(|w| passage.comma_before(w));
        let past = led && super::auxiliary(passage, start - 1);
        let direct = phrase.words.end == end && (apposed || past || !passage.comma_before(end));
        let held = apart || past && passage.opens_circumstance(phrase.words.end);
        let far = led && held && stands_apart(passage, &phrase, end);
        if !(direct || far) {
            continue;
        }
        // `نقلت وكالة X عن Y أن الوزير قال`: who is quoted by those who pass it on speaks.
        if opened && !far && !(passes_on(passage, sentence.start..start) && phrase.is_person()) {
            return Before::Reported;
        }
        return Before::Subject(phrase, led);
    }
    Before::Nothing
}

fn passes_on(passage: &Passage, mut words: Range<usize>) -> bool {
    words.any(|w| passage.speech_at(w).is_some_and(|s| s.role == Role::Relay))
}

/// Whether nothing but a relative clause, an apposition or a circumstance stands between a subject and its verb.
fn stands_apart(passage: &Passage, subject: &Phrase, verb: usize) -> bool {
    let from = subject.words.end;
    let reports = |w: usize| {
        passage
            .speech_at(w)
            .is_some_and(crate::language::Speech::is_verb)
    };
    from < verb
        && verb - from <= APART
        && (passage.comma_before(from)
            || passage.is_a(Class::Relative, from)
            || passage.opens_circumstance(from))
        && !(from..verb).any(|w| reports(w) || passage.is_complement(w))
}

/// The verb's place without the particles before it: `قد أعلن`.
fn behind_aspect(passage: &Passage, sentence: &Range<usize>, verb: usize) -> usize {
    (sentence.start..verb)
        .rev()
        .find(|&w| !passage.is_a(Class::AspectParticle, w))
        .map_or(verb, |w| w + 1)
}

/// `وكانت`, `لكن`, `كما`: a word behind which a subject begins.
pub(super) fn leads(passage: &Passage, word: usize) -> bool {
    const LEADS: [Class; 3] = [Class::Auxiliary, Class::ClauseOpener, Class::Comparative];
    passage
        .unglued(&passage.words[word].form)
        .any(|form| LEADS.iter().any(|&class| passage.pack.has(class, form)))
}

/// Where an attribution begins whose first word is at `from`: the words that lead it go with it where nothing but they
/// stands before it in its clause.
pub(super) fn with_leads(passage: &Passage, sentence: &Range<usize>, from: usize) -> usize {
    let lead = |&w: &usize| leads(passage, w) && !passage.sign_before(w + 1);
    let start = (sentence.start..from)
        .rev()
        .take_while(lead)
        .last()
        .unwrap_or(from);
    let auxiliary = (start..from).all(|w| super::auxiliary(passage, w));
    if start == sentence.start || passage.sign_before(start) || auxiliary {
        start
    } else {
        from
    }
}
