//! Who says it: the phrases that attribute, where they stand in a sentence, and what they govern.
//!
//! Two orders are known. Verb first (Arabic): `قال X إن …`, with `بحسب X` before or behind. Subject first (English,
//! French, Russian): `X said that …`, `“…,” said X`, `…, he said, …`, `according to X`. A speaker's phrase ends at a
//! comma or at a word that tells where and when. It misses speakers named only by a clause (`those who were there
//! say`), and takes a verb of speech for one even where it only reports that somebody spoke.

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

/// How far behind a verb of speech the word that opens what is said may stand.
const REACH: usize = 22;
/// How many words a source may have.
const SOURCE_WORDS: usize = 9;

/// The attributions of a sentence (a range of words), in order.
pub(super) fn attributions(passage: &Passage, sentence: &Range<usize>) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        let here = passage.speech_at(at).and_then(|speech| {
            let verb = at..at + speech.words.len();
            match speech.role {
                Role::Source | Role::Relay if is_phrase(passage, &verb) => {
                    source(passage, sentence, verb, speech.role)
                }
                Role::Carries => carried(passage, sentence, verb, speech.role),
                role if passage.pack.verb_first => verb_first(passage, sentence, verb, role),
                role => subject_first(passage, sentence, verb, role),
            }
        });
        match here {
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

/// `نقلت` is a verb with a subject; `نقلا عن` and `according to` are phrases that stand before a source.
fn is_phrase(passage: &Passage, verb: &Range<usize>) -> bool {
    let role = passage.speech_at(verb.start).map(|s| s.role);
    role == Some(Role::Source) || verb.len() > 1 || !passage.pack.verb_first
}

/// `according to the ministry`, `بحسب مصدر مطلع`: up to a comma, what is said, or the end.
fn source(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: Range<usize>,
    role: Role,
) -> Option<Attribution> {
    let start = verb.end;
    let end = (start..sentence.end.min(start + SOURCE_WORDS))
        .find(|&w| {
            w > start
                && (passage.comma_before(w)
                    || passage.is_complement(w)
                    || passage.gap(w).contains([';', ':']))
        })
        .unwrap_or(sentence.end.min(start + SOURCE_WORDS));
    if end == start {
        return None;
    }
    let opens = verb.start == sentence.start || passage.is_complement(end);
    let close = if passage.is_complement(end) {
        end + 1
    } else {
        end
    };
    let scope = if opens && close < sentence.end {
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
    })
}

/// `مؤكدا أن …`, `adding that …`: the last speaker goes on.
fn carried(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: Range<usize>,
    role: Role,
) -> Option<Attribution> {
    let reach = sentence.end.min(verb.end + 6);
    let opened = (verb.end..reach).find_map(|w| opening(passage, w, false));
    let (words, scope) = match opened {
        Some(end) => (verb.start..end, Scope::After),
        None => (verb.clone(), Scope::Around),
    };
    (words.end < sentence.end).then_some(Attribution {
        words,
        verb,
        who: None,
        role,
        scope,
    })
}

/// Where what is said begins, if `word` opens it or it opens in the gap before `word`.
fn opening(passage: &Passage, word: usize, first: bool) -> Option<usize> {
    if passage.is_complement(word) {
        return Some(word + 1);
    }
    if passage.gap(word).contains(':') {
        return Some(word);
    }
    let quotation = passage.opens_before(word)?;
    let long = passage.words_within(&quotation.inner).len() >= 4;
    (long || first).then_some(word)
}

fn verb_first(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: Range<usize>,
    role: Role,
) -> Option<Attribution> {
    let reach = sentence.end.min(verb.end + REACH);
    for word in verb.end..reach {
        if let Some(content) = opening(passage, word, word == verb.end) {
            let close = if passage.is_complement(word) {
                word
            } else {
                content
            };
            let who = speaker_behind(passage, verb.end..close, false);
            let whole = Attribution {
                words: verb.start..content,
                verb,
                who,
                role,
                scope: Scope::After,
            };
            return (content < sentence.end).then_some(whole);
        }
        let another = passage
            .speech_at(word)
            .is_some_and(|s| matches!(s.role, Role::Says | Role::Announces));
        if another && word > verb.end {
            break;
        }
    }
    let begins = verb.start == sentence.start || passage.comma_before(verb.start);
    if !begins || role == Role::Says {
        return None;
    }
    let who = speaker_behind(passage, verb.end..reach, true);
    let end = who.as_ref().map_or(verb.end, |w| w.end);
    Some(Attribution {
        words: verb.start..end,
        verb,
        who,
        role,
        scope: Scope::Around,
    })
}

/// The speaker's phrase right behind a verb: up to a sign, or a word that tells where or when. Where no word opens
/// what is said (`tight`), it also ends before the first indefinite word behind a definite one: `الجيش الباكستاني | مقتل`.
fn speaker_behind(passage: &Passage, words: Range<usize>, tight: bool) -> Option<Range<usize>> {
    let mut end = words.start;
    let mut definite = 0;
    let mut after_definite = 0;
    while end < words.end {
        let form = &passage.words[end].form;
        let cut = (end > words.start
            && passage.sign_before(end)
            && passage.opens_before(end).is_none()
            && !passage.closes_before(end))
            || (end > words.start && passage.comma_before(end))
            || is_circumstance(passage, end);
        if cut {
            break;
        }
        if tight && form.starts_with("ال") {
            definite += 1;
        } else if tight && definite > 0 {
            let named = passage.pack.titles_in(
                passage.words[words.start..end]
                    .iter()
                    .map(|w| w.form.as_str()),
            );
            after_definite += 1;
            if !named || after_definite > 3 || form.starts_with("بال") || form.starts_with("لل")
            {
                break;
            }
        }
        end += 1;
    }
    (end > words.start).then_some(words.start..end)
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

fn subject_first(
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
    let behind_words = passage.closes_before(verb.start) || passage.comma_before(verb.start);
    if role != Role::Says
        || verb.start == sentence.start
        || !behind_words
        || !starts_name(passage, verb.end, sentence.end)
    {
        return None;
    }
    let end = (verb.end..sentence.end)
        .find(|&w| {
            w > verb.end
                && (passage.sign_before(w)
                    || is_circumstance(passage, w)
                    || passage.is_complement(w))
        })
        .unwrap_or(sentence.end);
    Some(Attribution {
        words: verb.start..end,
        verb: verb.clone(),
        who: Some(verb.end..end),
        role,
        scope: Scope::Before,
    })
}

fn starts_name(passage: &Passage, word: usize, end: usize) -> bool {
    word < end
        && !passage.sign_before(word)
        && (passage.words[word].kind == WordKind::Letters)
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
    let closes = verb.end >= sentence.end || passage.comma_before(verb.end);
    if closes && who.start > sentence.start {
        let words = who.start..verb.end;
        return Some(Attribution {
            words,
            verb: verb.clone(),
            who: Some(who),
            role,
            scope: Scope::Before,
        });
    }
    if closes {
        return None;
    }
    let opened =
        (verb.end..sentence.end.min(verb.end + 8)).find_map(|w| opening(passage, w, w == verb.end));
    let scope = if opened.is_some() || role == Role::Says {
        Scope::After
    } else {
        Scope::Around
    };
    let end = if scope == Scope::Around {
        verb.end
    } else {
        opened.unwrap_or(verb.end)
    };
    Some(Attribution {
        words: who.start..end,
        verb: verb.clone(),
        who: Some(who),
        role,
        scope,
    })
}

/// The words before a verb that name its subject, an apposition between commas left out.
fn subject_before(passage: &Passage, sentence: &Range<usize>, verb: usize) -> Option<Range<usize>> {
    let mut end = verb;
    if end > sentence.start && passage.comma_before(end) {
        end = (sentence.start + 1..end)
            .rev()
            .find(|&w| passage.comma_before(w))?;
    }
    let start = (sentence.start..end).rev().find(|&w| {
        w == sentence.start
            || passage.sign_before(w) && !passage.gap(w).contains('.')
            || joins(passage, w - 1)
    })?;
    let words = end.checked_sub(start)?;
    (1..=9).contains(&words).then_some(start..end)
}

/// Words behind which a subject begins anew.
fn joins(passage: &Passage, word: usize) -> bool {
    let form = passage.words[word].form.as_str();
    passage.pack.joiners.contains(form) || passage.is_complement(word)
}
