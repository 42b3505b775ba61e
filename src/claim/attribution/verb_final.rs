//! Turkish order: the verb of speech stands last, its subject first, mostly with a comma behind it (`X, “…” dedi`, `X,
//! …-dığını söyledi`); a source stands before the word that makes it one (`X'a göre`).
//!
//! The comma behind a subject that is far from its verb is a rule of spelling (Türk Dil Kurumu, Yazım Kılavuzu, on the
//! `virgül`); clauses may stand before the subject, so that the first phrase before a comma that is a name, an office or
//! a body without the ending of a case is taken. It misses subjects of common nouns that no table holds.

use super::{Attribution, SAID_WORDS, Scope};
use crate::claim::passage::Passage;
use crate::claim::person::{Mention, is_cased};
use crate::claim::quotation::Quotation;
use crate::language::names::place;
use crate::language::{Class, Role};
use std::ops::Range;

/// So many words before a subject only tell where it was said: `Toplantıda konuşan | Vali Kaya, …`.
const LEAD: usize = 2;
/// A phrase of a common noun has at most so many words.
const PHRASE: usize = 4;

/// Who speaks, and where.
struct Subject {
    /// The words that name it.
    name: Range<usize>,
    /// The phrase, its office included.
    phrase: Range<usize>,
    /// Where what stands behind it begins.
    rest: usize,
}

pub(super) fn find(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: &Range<usize>,
    role: Role,
) -> Option<Attribution> {
    let closes = verb.end >= sentence.end || passage.sign_before(verb.end);
    let found = |words: Range<usize>, who, scope, bare| Attribution {
        words,
        verb: verb.clone(),
        who,
        via: None,
        role,
        scope,
        lasting: true,
        bare,
    };
    let said = is_said(passage, sentence, verb);
    if !closes {
        let behind = nominative(passage, verb.end, sentence.end)?;
        let near = behind.phrase.start - verb.end <= LEAD
            && !(verb.end..sentence.end).any(|w| passage.sign_before(w));
        let whole = near && passage.closes_before(verb.start);
        return whole.then(|| {
            let words = verb.start..sentence.end;
            found(words, Some(behind.name), Scope::Before, false)
        });
    }
    let subject = subject(passage, sentence, verb.start);
    let follows = verb.end < sentence.end && passage.gap(verb.end).contains(':');
    match subject {
        Some(s) if follows => {
            let words = s.phrase.start..verb.end;
            let bare = s.phrase.start == sentence.start;
            Some(found(words, Some(s.name), Scope::After, bare))
        }
        Some(s) if said => {
            let lead = s.phrase.start - sentence.start;
            let start = if lead <= LEAD {
                sentence.start
            } else {
                s.phrase.start
            };
            let bare = start == sentence.start && s.rest < verb.start;
            Some(found(start..s.rest, Some(s.name), Scope::After, bare))
        }
        Some(s) if matches!(role, Role::Announces | Role::Denies) => {
            let words = s.phrase.start..verb.end;
            Some(found(words, Some(s.name), Scope::Around, false))
        }
        None if said && has_no_subject(passage, sentence) => {
            Some(found(verb.clone(), None, Scope::Before, false))
        }
        _ => None,
    }
}

/// The verb behind what is said, where its subject stands before: it only attributes as well.
pub(super) fn closing(attribution: &Attribution) -> Option<Attribution> {
    let parted = attribution.words.end < attribution.verb.start;
    parted.then(|| Attribution {
        words: attribution.verb.clone(),
        scope: Scope::Before,
        bare: false,
        ..attribution.clone()
    })
}

/// `X'a göre`, `X'ın açıklamasına göre`, `X'tan yapılan açıklamada`: who stands right before. A year or a law that
/// something is measured by (`geçen yıla göre`) is nobody, and neither is a place (`Almanya'ya göre`).
pub(super) fn source(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: &Range<usize>,
) -> Option<Attribution> {
    let last = verb.start.checked_sub(1).filter(|&w| w >= sentence.start)?;
    if passage.sign_before(verb.start) && !passage.closes_before(verb.start) {
        return None;
    }
    let capital = passage.is_capitalised(last) && verb.len() > 1;
    let named = is_head(passage, last) || is_cased(passage, last);
    if !(capital || named) || verb.len() == 1 && !holds_views(passage, sentence, last) {
        return None;
    }
    let start = phrase_start(passage, sentence.start, last);
    let leads = start == sentence.start && verb.end < sentence.end;
    Some(Attribution {
        words: start..verb.end,
        verb: verb.clone(),
        who: Some(office_left(passage, start..verb.start)),
        via: None,
        role: Role::Source,
        scope: if leads { Scope::After } else { Scope::Before },
        lasting: leads,
        bare: false,
    })
}

/// Whether what stands before `göre` is one who says things rather than what something is measured by: a body or an
/// office in its case, an outlet, letters that stand for a body, a person with an office or of two names.
fn holds_views(passage: &Passage, sentence: &Range<usize>, last: usize) -> bool {
    let bare = passage.name(last..last + 1);
    let letters = bare.chars().count() > 1 && bare.chars().all(char::is_uppercase);
    let ends = |m: &&Mention| m.name.end == last + 1;
    let person =
        passage.mentions.iter().find(ends).is_some_and(|m| {
            !m.title.is_empty() || m.name.len() > 1 && m.name.start > sentence.start
        });
    let form = &passage.words[last].form;
    let name = passage.pack.without_case(form).unwrap_or(form);
    let known = passage.pack.is_speaking(name) || passage.pack.has(Class::Outlet, name);
    known || place(bare).is_none() && (letters || person)
}

/// Whether words are said in a sentence: a quotation, or a clause whose verb has the ending of one.
fn is_said(passage: &Passage, sentence: &Range<usize>, verb: &Range<usize>) -> bool {
    let quoted = |q: &Quotation| {
        let inside = passage.words_within(&q.inner);
        let within = sentence.start <= inside.start && inside.end <= verb.start;
        within && (inside.len() >= SAID_WORDS || inside.end == verb.start)
    };
    verb.start > sentence.start && is_reported(passage, verb.start - 1)
        || passage.quotations.iter().any(quoted)
}

fn is_reported(passage: &Passage, word: usize) -> bool {
    let form = &passage.words[word].form;
    let mut cut = passage.pack.without_ending(Class::ReportedEnding, form);
    cut.next().is_some()
}

/// `“…” dedi`, `Ayrıca …-dığını söyledi`: a sentence that begins with what cannot be a subject has none of its own.
fn has_no_subject(passage: &Passage, sentence: &Range<usize>) -> bool {
    let first = sentence.start;
    passage.opens_before(first).is_some()
        || passage.is_a(Class::Adverb, first)
        || passage.words[first].form.contains('\'')
}

/// The first phrase before a comma or a particle that is a subject; else the one that begins the sentence.
fn subject(passage: &Passage, sentence: &Range<usize>, verb: usize) -> Option<Subject> {
    let particle = |w: usize| passage.is_a(Class::TopicParticle, w);
    let parts = |&w: &usize| passage.comma_before(w) || particle(w);
    let outside = |&w: &usize| !is_quoted(passage, w);
    let mut start = sentence.start;
    for end in (sentence.start + 1..=verb).filter(parts).filter(outside) {
        let found = (start < end)
            .then(|| nominative(passage, start, end))
            .flatten();
        let ends = |s: &Subject| s.phrase.end == end && is_sure(passage, sentence, &s.phrase);
        if let Some(subject) = found.filter(ends) {
            let rest = end + usize::from(end < verb && particle(end));
            return Some(Subject { rest, ..subject });
        }
        start = end + usize::from(particle(end));
    }
    opening(passage, sentence.start, verb)
}

fn is_quoted(passage: &Passage, word: usize) -> bool {
    let before = passage.words[word - 1].span.start;
    let inside =
        |q: &Quotation| q.inner.contains(&before) && passage.words[word].span.start < q.inner.end;
    passage.quotations.iter().any(inside)
}

/// A capital at the front of a sentence shows no name: there a lone word is one that the article uses as a name.
fn is_sure(passage: &Passage, sentence: &Range<usize>, phrase: &Range<usize>) -> bool {
    let word = phrase.start;
    phrase.len() > 1
        || word > sentence.start
        || is_head(passage, word)
        || is_acronym(passage, word)
        || is_plural(passage, word)
        || passage.named.contains(&passage.words[word].form)
}

/// The phrase without the ending of a case that ends at a word.
fn nominative(passage: &Passage, start: usize, end: usize) -> Option<Subject> {
    let last = end - 1;
    let form = &passage.words[last].form;
    let own = is_head(passage, last) || is_pronoun(passage, last);
    if form.contains('\'') || passage.is_calendar(last) || passage.is_a(Class::Adverb, last) {
        return None;
    }
    let mention = passage.mentions.iter();
    let mut mention = mention.filter(|m| start <= m.name.start && m.name.end == end);
    if let Some(mention) = mention.next_back() {
        let from = mention.title.start.min(mention.name.start).max(start);
        let from = phrase_start(passage, start, from);
        return Some(Subject {
            name: mention.name.clone(),
            phrase: from..end,
            rest: end,
        });
    }
    let short = end - start <= PHRASE && !passage.sign_before(last);
    let common = is_plural(passage, last) && end - start <= PHRASE;
    let from = match () {
        () if own && short && !passage.is_capitalised(last) => start,
        () if own || passage.is_capitalised(last) => phrase_start(passage, start, last),
        () if common => start,
        () => return None,
    };
    Some(Subject {
        name: from..end,
        phrase: from..end,
        rest: end,
    })
}

/// `Vali Kaya yolun …`, `AFAD ekipleri …`: a subject at the front of a sentence without a comma. Only what is surely one.
fn opening(passage: &Passage, start: usize, verb: usize) -> Option<Subject> {
    let titled = |m: &&Mention| {
        let first = m.title.start.min(m.name.start);
        first == start && (!m.title.is_empty() || is_head(passage, m.name.end - 1))
    };
    let mention = passage.mentions.iter().find(titled);
    let (name, mut end) = match mention {
        Some(m) => (m.name.clone(), m.name.end),
        None if is_acronym(passage, start) || is_head(passage, start) => {
            (start..start + 1, start + 1)
        }
        None => return None,
    };
    let grown = mention.is_none();
    while grown && end < verb && !passage.sign_before(end) && is_head(passage, end) {
        end += 1;
    }
    let name = if grown { start..end } else { name };
    let last = &passage.words[end - 1].form;
    let clear = end < verb && !last.contains('\'') && !passage.is_capitalised(end);
    (clear && !passage.sign_before(end)).then_some(Subject {
        name,
        phrase: start..end,
        rest: end,
    })
}

/// Where a phrase begins whose last word is given: capitals, offices and bodies before it, without a case of their own.
fn phrase_start(passage: &Passage, from: usize, last: usize) -> usize {
    let goes_on = |&w: &usize| {
        let form = &passage.words[w].form;
        let part = passage.is_capitalised(w) || passage.is_title(w) || is_head(passage, w);
        part && !form.contains('\'') && !passage.sign_before(w + 1)
    };
    (from..last)
        .rev()
        .take_while(goes_on)
        .last()
        .unwrap_or(last)
}

/// A source's name without the office before it.
fn office_left(passage: &Passage, phrase: Range<usize>) -> Range<usize> {
    let mention = passage.mentions.iter();
    let mut mention = mention.filter(|m| m.name.end == phrase.end && m.name.start >= phrase.start);
    mention.next().map_or(phrase, |m| m.name.clone())
}

/// An office, a body or a vague source, without the ending of a case.
fn is_head(passage: &Passage, word: usize) -> bool {
    passage.pack.is_speaking(&passage.words[word].form)
}

fn is_pronoun(passage: &Passage, word: usize) -> bool {
    passage.is_a(Class::Pronoun, word)
}

fn is_plural(passage: &Passage, word: usize) -> bool {
    passage.pack.is_plural(&passage.words[word].form)
}

/// `AFAD`: two capital letters or more, and nothing else.
fn is_acronym(passage: &Passage, word: usize) -> bool {
    let text = &passage.text[passage.words[word].span.clone()];
    text.chars().count() > 1 && text.chars().all(char::is_uppercase)
}
