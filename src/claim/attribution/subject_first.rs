//! The order of English, French and Russian: `X said that …`, `…, X said`, `…, he said, …`, `“…,” said X`.

use super::{Attribution, Scope, is_circumstance, opening};
use crate::claim::passage::Passage;
use crate::language::{Role, WordKind};
use std::ops::Range;

/// How far behind a verb of speech the word that opens what is said may stand.
const REACH: usize = 8;
/// How many words a subject may have.
const SUBJECT_WORDS: usize = 9;

pub(super) fn find(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: Range<usize>,
    role: Role,
) -> Option<Attribution> {
    inverted(passage, sentence, &verb, role).or_else(|| plain(passage, sentence, &verb, role))
}

/// `“…,” said X`.
fn inverted(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: &Range<usize>,
    role: Role,
) -> Option<Attribution> {
    let behind = passage.closes_before(verb.start) || passage.comma_before(verb.start);
    let begins = verb.start == sentence.start || !behind;
    if role != Role::Says || begins || !starts_name(passage, verb.end, sentence.end) {
        return None;
    }
    let ends = |&w: &usize| {
        passage.sign_before(w) || is_circumstance(passage, w) || passage.is_complement(w)
    };
    let end = (verb.end + 1..sentence.end)
        .find(ends)
        .unwrap_or(sentence.end);
    Some(Attribution {
        words: verb.start..end,
        verb: verb.clone(),
        who: Some(verb.end..end),
        role,
        scope: Scope::Before,
        bare: false,
    })
}

fn starts_name(passage: &Passage, word: usize, end: usize) -> bool {
    word < end
        && !passage.sign_before(word)
        && passage.words[word].kind == WordKind::Letters
        && (passage
            .slice(word..word + 1)
            .starts_with(char::is_uppercase)
            || passage.pack.determiners.contains(&passage.words[word].form))
}

/// `X said that …`, `…, X said`, `…, he said, …`.
fn plain(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: &Range<usize>,
    role: Role,
) -> Option<Attribution> {
    let who = subject_before(passage, sentence, verb.start)?;
    let start = who.as_ref().map_or(verb.start, |w| w.start);
    let closes = verb.end >= sentence.end || passage.comma_before(verb.end);
    let whole = |end: usize, scope: Scope, bare: bool| Attribution {
        words: start..end,
        verb: verb.clone(),
        who: who.clone(),
        role,
        scope,
        bare,
    };
    if closes {
        return (start > sentence.start).then(|| whole(verb.end, Scope::Before, false));
    }
    let opened = (verb.end..sentence.end.min(verb.end + REACH)).find_map(|w| opening(passage, w));
    match opened {
        Some(end) if end < sentence.end => {
            let begins = start == sentence.start || !passage.comma_before(start);
            Some(whole(end, Scope::After, begins))
        }
        _ if role == Role::Says => Some(whole(verb.end, Scope::After, false)),
        _ => Some(whole(verb.end, Scope::Around, false)),
    }
}

/// The words before a verb that name its subject, an apposition between commas left out; `Some(None)` where the verb
/// has none of its own (`… and said`). `None` where the verb reports nobody's words (`to say`, `was told`).
fn subject_before(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: usize,
) -> Option<Option<Range<usize>>> {
    if verb == sentence.start {
        return None;
    }
    let before = passage.words[verb - 1].form.as_str();
    if passage.pack.auxiliaries.contains(before) {
        return None;
    }
    if joins(passage, verb - 1) && !passage.sign_before(verb) {
        return passage.pack.coordinators.contains(before).then_some(None);
    }
    let mut end = verb;
    if passage.comma_before(end) {
        end = (sentence.start + 1..end)
            .rev()
            .find(|&w| passage.comma_before(w))?;
    }
    let begins = |w: usize| w == sentence.start || parts(passage, w) || joins(passage, w - 1);
    let start = (sentence.start..end).rev().find(|&w| begins(w))?;
    (1..=SUBJECT_WORDS)
        .contains(&(end - start))
        .then_some(Some(start..end))
}

/// A sign that ends a clause, rather than an abbreviation's stop or a quoted name's mark.
fn parts(passage: &Passage, word: usize) -> bool {
    passage
        .gap(word)
        .chars()
        .any(|c| matches!(c, ',' | ';' | ':' | '–' | '—'))
        || passage.closes_before(word)
}

/// Words behind which a subject begins anew.
fn joins(passage: &Passage, word: usize) -> bool {
    passage.pack.joiners.contains(&passage.words[word].form) || passage.is_complement(word)
}
