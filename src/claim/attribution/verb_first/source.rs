//! Who passed on what somebody said, and the sources behind `بحسب`, `وفقا ل`: `نقلت وكالة X عن Y قوله إن …`, `…، وفق ما
//! أعلن X`.

use super::super::{Attribution, Scope};
use super::phrase::{Phrase, Reader, Subject};
use crate::claim::passage::Passage;
use crate::language::arabic::morphology as shape;
use crate::language::{Class, Role};
use std::ops::Range;

/// How far behind a source at the front of a sentence what is said may open.
const REACH: usize = 20;
/// How many words may stand between who passed it on and `عن`.
const BETWEEN: usize = 4;

/// `ونقلت وكالة X عن Y قوله إن …`, `نقلت X أن …`.
pub(super) fn relay(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: Range<usize>,
    (close, content): (usize, usize),
) -> Option<Attribution> {
    let chain = chain(passage, verb.end, close)?;
    (content < sentence.end).then_some(Attribution {
        words: super::preamble(passage, sentence, verb.start)..content,
        verb,
        who: Some(chain.who.name),
        via: chain.via.map(|via| via.words),
        role: Role::Relay,
        scope: Scope::After,
        lasting: true,
        bare: true,
    })
}

/// Who speaks, and through whom.
pub(super) struct Chain {
    pub who: Phrase,
    pub via: Option<Phrase>,
}

/// `وكالة X | عن | مصدر أمني` behind a verb such as `نقلت`; who passed it on speaks where no source is named.
pub(super) fn chain(passage: &Passage, from: usize, end: usize) -> Option<Chain> {
    let reader = Reader::new(passage, end, false);
    let carrier = match reader.subject(from) {
        Subject::Named(phrase) => Some(phrase),
        Subject::Absent => None,
        Subject::Unclear => return None,
    };
    let behind = carrier.as_ref().map_or(from, |c| c.words.end);
    let mark =
        (behind..end.min(behind + BETWEEN)).find(|&w| passage.is_a(Class::SourcePreposition, w));
    let source = mark.and_then(|mark| farthest(reader, reader.phrase(mark + 1)?, end));
    match (source, carrier) {
        (Some(who), via) => Some(Chain { who, via }),
        (None, Some(who)) if mark.is_none() => Some(Chain { who, via: None }),
        _ => None,
    }
}

/// The last source of a chain: `عن وكالة رويترز | عن مصدر أمني`.
fn farthest(reader: Reader, source: Phrase, end: usize) -> Option<Phrase> {
    let mark = source.words.end;
    if mark + 1 < end && reader.is_a(Class::SourcePreposition, mark) {
        farthest(reader, reader.phrase(mark + 1)?, end)
    } else {
        Some(source)
    }
}

/// `بحسب مصدر مطلع`, `وفقا لوكالة الساحل`, `وفق ما نقلت وكالة X عن Y`, `نقلا عن X`. Whoever spoke last where no name is
/// there (`حسب ما أعلنت السبت`).
pub(in crate::claim::attribution) fn source(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: Range<usize>,
    role: Role,
) -> Option<Attribution> {
    let inner = passage
        .speech_at(verb.end)
        .filter(|s| s.is_verb() || s.role == Role::Relay);
    let from = behind_object(passage, verb.end + inner.map_or(0, |s| s.words.len()));
    let first = verb.start == sentence.start;
    let aside = first || passage.sign_before(verb.start);
    let bare = passage
        .words
        .get(from)
        .filter(|w| inner.is_none() && shape::is_dative(&w.form));
    let bare = bare.and_then(|w| shape::without_preposition(&w.form));
    let reader = Reader::new(passage, sentence.end, false);
    let reader = bare
        .as_deref()
        .map_or(reader, |form| reader.with_bare(from, form));
    let named = if inner.is_some_and(|s| s.role == Role::Relay) {
        chain(passage, from, sentence.end)
    } else {
        let who = if from < sentence.end {
            reader.subject(from)
        } else {
            Subject::Absent
        };
        match who {
            Subject::Named(who) => Some(Chain { who, via: None }),
            _ => None,
        }
    };
    let speaks = |c: &Chain| {
        inner.is_some() || aside || role == Role::Source || reader.is_body(&c.who.words)
    };
    let named = named.filter(speaks);
    if named.is_none() && inner.is_none() {
        return None;
    }
    let close = named
        .as_ref()
        .map_or(from, |c| c.who.words.end.max(c.who.name.end));
    let opened = opener(passage, close, sentence.end, first);
    let end = opened.unwrap_or(close).min(sentence.end);
    let scope = if (first || opened.is_some()) && end < sentence.end {
        Scope::After
    } else {
        Scope::Before
    };
    let between = verb.start > sentence.start && end < sentence.end && passage.comma_before(end);
    Some(Attribution {
        words: verb.start..end,
        who: named.as_ref().map(|c| c.who.name.clone()),
        via: named.and_then(|c| c.via).map(|via| via.words),
        verb,
        role,
        scope,
        lasting: scope == Scope::After || between,
        bare: false,
    })
}

/// What is said begins behind `فإن`, or behind the comma of a source that begins its sentence.
fn opener(passage: &Passage, close: usize, end: usize, first: bool) -> Option<usize> {
    if close < end && passage.is_complement(close) {
        return Some(close + 1);
    }
    let far = end.min(close + REACH);
    let opens = |w: &usize| passage.is_complement(*w);
    let comma = (close..far).find(|&w| passage.comma_before(w));
    let mark = (close..far)
        .find(opens)
        .filter(|&w| comma.is_none_or(|c| w <= c));
    match mark {
        Some(mark) if first => Some(mark + 1),
        _ => comma.filter(|_| first),
    }
}

/// `وفق ما صرّحت | به | مديرته`: the object before the name.
fn behind_object(passage: &Passage, word: usize) -> usize {
    let object = word < passage.words.len() && passage.is_a(Class::ObjectPronoun, word);
    word + usize::from(object)
}

/// The name of a speaker, without the preposition that `وفقا` takes.
pub(in crate::claim) fn name(passage: &Passage, who: &Range<usize>) -> String {
    let name = passage.name(who.clone());
    let source = who.start > 0
        && passage
            .speech_at(who.start - 1)
            .is_some_and(|s| s.role == Role::Source && s.words.len() == 1);
    if source && shape::is_dative(&passage.words[who.start].form) {
        shape::bare_name(name)
    } else {
        name.to_owned()
    }
}
