//! Who says it: the phrases that attribute, where they stand in a sentence, and what they govern.
//!
//! Two orders are known: verb first (Arabic, `قال X إن …`) and subject first (English, French, Russian: `X said
//! that …`, `“…,” said X`); phrases such as `according to X` and forms that carry the last speaker on (`مؤكدا أن`,
//! `adding that`) are the same in both. It misses speakers named only by a clause (`those who were there say`).

mod subject_first;
mod verb_first;

use super::passage::Passage;
use crate::language::{Role, When, WordKind};
use std::ops::Range;

/// A phrase that attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attribution {
    /// The words of the whole phrase, the word that opens what is said included.
    pub words: Range<usize>,
    /// The words that attribute.
    pub verb: Range<usize>,
    /// The words that name the speaker; `None` where the last one is carried on.
    pub who: Option<Range<usize>>,
    /// How it attributes.
    pub role: Role,
    /// Where what is said stands.
    pub scope: Scope,
    /// Whether it can be taken off before what is said: it begins a clause, and a word, a colon or a quotation opens
    /// what is said.
    pub bare: bool,
}

/// Where what is said stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// Behind the phrase, to the end of the sentence or the next attribution.
    After,
    /// Before the phrase, from the start of the sentence or the last cut.
    Before,
    /// Around the phrase: it is part of the statement and cannot be taken out.
    Around,
}

/// How many words a source may have.
const SOURCE_WORDS: usize = 9;
/// How far behind a form that carries the speaker on what is said may open.
const CARRIED_REACH: usize = 6;
/// A quotation with fewer words than this is a name or a label, not what is said.
const SAID_WORDS: usize = 4;

/// The attributions of a sentence (a range of words), in order.
pub(super) fn attributions(passage: &Passage, sentence: &Range<usize>) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        match attribution(passage, sentence, at) {
            Some(a)
                if found
                    .last()
                    .is_none_or(|last| last.words.end <= a.words.start) =>
            {
                at = a.words.end.max(at + 1);
                found.push(a);
            }
            _ => at += 1,
        }
    }
    found
}

fn attribution(passage: &Passage, sentence: &Range<usize>, at: usize) -> Option<Attribution> {
    let speech = passage.speech_at(at)?;
    let verb = at..at + speech.words.len();
    match speech.role {
        Role::Source => source(passage, sentence, verb, speech.role),
        Role::Relay if verb.len() > 1 || !passage.pack.verb_first => {
            source(passage, sentence, verb, speech.role)
        }
        Role::Carries => carried(passage, sentence, verb, speech.role),
        role if passage.pack.verb_first => verb_first::find(passage, sentence, verb, role),
        role => subject_first::find(passage, sentence, verb, role),
    }
}

/// `according to the ministry`, `بحسب مصدر مطلع`: up to a comma, what is said, or the end.
fn source(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: Range<usize>,
    role: Role,
) -> Option<Attribution> {
    let farthest = sentence.end.min(verb.end + SOURCE_WORDS);
    let ends = |&w: &usize| {
        passage.comma_before(w)
            || passage.is_complement(w)
            || passage.gap(w).contains([';', ':', '–', '—'])
    };
    let end = (verb.end + 1..farthest).find(ends).unwrap_or(farthest);
    if end <= verb.end {
        return None;
    }
    let opened = end < sentence.end && passage.is_complement(end);
    let close = if opened { end + 1 } else { end };
    let first = verb.start == sentence.start || opened;
    let scope = if first && close < sentence.end {
        Scope::After
    } else {
        Scope::Before
    };
    Some(Attribution {
        words: verb.start..close,
        who: Some(verb.end..end),
        verb,
        role,
        scope,
        bare: false,
    })
}

/// `مؤكدا أن …`, `adding that …`: the last speaker goes on.
fn carried(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: Range<usize>,
    role: Role,
) -> Option<Attribution> {
    let reach = sentence.end.min(verb.end + CARRIED_REACH);
    let opened = (verb.end..reach).find_map(|w| opening(passage, w));
    let (end, scope) = opened.map_or((verb.end, Scope::Around), |end| (end, Scope::After));
    let bare = opened.is_some();
    (end < sentence.end).then_some(Attribution {
        words: verb.start..end,
        verb,
        who: None,
        role,
        scope,
        bare,
    })
}

/// Where what is said begins, if `word` opens it or it opens in the gap before `word`.
fn opening(passage: &Passage, word: usize) -> Option<usize> {
    if passage.gap(word).contains(':') || opens_speech(passage, word) {
        return Some(word);
    }
    passage.is_complement(word).then_some(word + 1)
}

/// Whether a quotation opens before `word` that is long enough, or ends what there is to say: not a name or a label.
fn opens_speech(passage: &Passage, word: usize) -> bool {
    passage.opens_before(word).is_some_and(|quotation| {
        let inside = passage.words_within(&quotation.inner);
        let last = passage.sign_before(inside.end)
            && passage
                .gap(inside.end)
                .chars()
                .any(|c| matches!(c, ',' | '،' | '.' | ';'));
        inside.len() >= SAID_WORDS || last && inside.len() > 1
    })
}

/// Words that tell where, when or to whom, and so end a speaker's phrase.
fn is_circumstance(passage: &Passage, word: usize) -> bool {
    let w = &passage.words[word];
    w.kind == WordKind::Number
        || passage.pack.circumstances.contains(&w.form)
        || matches!(
            passage.pack.calendar.get(&w.form),
            Some(When::Weekday(_) | When::Day(_))
        )
}
