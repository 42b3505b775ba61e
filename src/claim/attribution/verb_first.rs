//! Arabic order: the verb, then who, then what is said (`قال X في تصريح إن …`), or the subject before its verb
//! (`نائب الوزير X قال إن …`, `وكانت الوزارة أعلنت أن …`).

use super::{Attribution, Scope, is_circumstance, opening};
use crate::claim::passage::Passage;
use crate::language::Role;
use std::ops::Range;

/// How far behind a verb of speech the word that opens what is said may stand.
const REACH: usize = 22;
/// How many words a subject before its verb may have.
const SUBJECT_WORDS: usize = 9;
/// How many words of a name may follow an office (`الرئيس الكازاخستاني قاسم جومارت توكايف`).
const NAME_WORDS: usize = 3;

pub(super) fn find(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: Range<usize>,
    role: Role,
) -> Option<Attribution> {
    let relative = is_relative(passage, sentence, verb.start);
    if let Some((close, content)) = said(passage, sentence, &verb, role) {
        let who = speaker_behind(passage, verb.end..close, false);
        let subject = who
            .is_none()
            .then(|| subject_before(passage, sentence, verb.start))
            .flatten();
        let start = subject.as_ref().map_or_else(
            || preamble(passage, sentence, verb.start),
            |s| with_auxiliary(passage, sentence, s.start),
        );
        return (content < sentence.end).then_some(Attribution {
            words: start..content,
            verb,
            who: who.or(subject),
            role,
            scope: Scope::After,
            bare: !relative,
        });
    }
    let begins = verb.start == sentence.start || passage.comma_before(verb.start);
    if relative || role == Role::Says || !begins {
        return None;
    }
    let reach = sentence.end.min(verb.end + REACH);
    let who = speaker_behind(passage, verb.end..reach, true);
    let end = who.as_ref().map_or(verb.end, |w| w.end);
    Some(Attribution {
        words: verb.start..end,
        verb,
        who,
        role,
        scope: Scope::Around,
        bare: false,
    })
}

/// Where the speaker's phrase closes and where what is said begins.
fn said(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: &Range<usize>,
    role: Role,
) -> Option<(usize, usize)> {
    for word in verb.end..sentence.end.min(verb.end + REACH) {
        // Verbs such as `اتهم` and `دعا` take an object: a label quoted in it is not what is said.
        let opened = match role {
            Role::Says | Role::Relay => opening(passage, word),
            _ if passage.gap(word).contains(':') => Some(word),
            _ => passage.is_complement(word).then_some(word + 1),
        };
        if let Some(content) = opened {
            return Some((word, content));
        }
        if word > verb.end
            && passage
                .speech_at(word)
                .is_some_and(|s| s.role != Role::Relay)
        {
            return None;
        }
    }
    None
}

/// `التي قال إنها`, `ما وصفه`: the verb stands inside a statement that goes on around it.
fn is_relative(passage: &Passage, sentence: &Range<usize>, verb: usize) -> bool {
    let before = verb
        .checked_sub(1)
        .filter(|&w| w >= sentence.start && !passage.sign_before(verb));
    before.is_some_and(|w| {
        matches!(
            passage.words[w].form.as_str(),
            "التي" | "الذي" | "الذين" | "ما" | "مما" | "وما" | "بما"
        )
    })
}

/// Words such as `من جانبه،` before the verb go with the attribution, if the sentence begins with no more than them.
fn preamble(passage: &Passage, sentence: &Range<usize>, verb: usize) -> usize {
    const LONGEST: usize = 3;
    let only_before = verb - sentence.start <= LONGEST && passage.comma_before(verb);
    if only_before { sentence.start } else { verb }
}

/// The subject that stands right before its verb, from the start of its clause.
fn subject_before(passage: &Passage, sentence: &Range<usize>, verb: usize) -> Option<Range<usize>> {
    if verb == sentence.start || passage.sign_before(verb) {
        return None;
    }
    let starts = |w: usize| {
        w == sentence.start
            || passage.sign_before(w)
            || passage.is_complement(w - 1)
            || auxiliary(passage, w - 1)
    };
    let start = (sentence.start..verb).rev().find(|&w| starts(w))?;
    let named = passage
        .pack
        .titles_in(passage.words[start..verb].iter().map(|w| w.form.as_str()))
        || start > sentence.start && auxiliary(passage, start - 1);
    (named && verb - start <= SUBJECT_WORDS).then_some(start..verb)
}

/// Where an attribution with a subject before its verb begins: `وكانت` goes with it.
fn with_auxiliary(passage: &Passage, sentence: &Range<usize>, subject: usize) -> usize {
    let before = subject
        .checked_sub(1)
        .filter(|&w| w >= sentence.start && auxiliary(passage, w));
    before.unwrap_or(subject)
}

/// `كانت الوزارة أعلنت`: the verb that puts another into the past.
fn auxiliary(passage: &Passage, word: usize) -> bool {
    passage
        .unglued(&passage.words[word].form)
        .any(|form| matches!(form, "كان" | "كانت" | "كانوا"))
}

/// The speaker's phrase right behind a verb: up to a sign, or a word that tells where or when. Where no word opens
/// what is said (`tight`), it also ends before the first indefinite word behind a definite one: `الجيش الباكستاني | مقتل`.
fn speaker_behind(passage: &Passage, words: Range<usize>, tight: bool) -> Option<Range<usize>> {
    let forms = |to: usize| {
        passage.words[words.start..to]
            .iter()
            .map(|w| w.form.as_str())
    };
    let mut definite = false;
    let mut name_words = 0;
    let mut end = words.start;
    while end < words.end
        && !(end > words.start && divides(passage, end))
        && !is_circumstance(passage, end)
    {
        let form = passage.words[end].form.as_str();
        let article = form.starts_with("ال");
        if tight && definite && !article {
            name_words += 1;
            let prepositional = form.starts_with("بال") || form.starts_with("لل");
            if prepositional || name_words > NAME_WORDS || !passage.pack.titles_in(forms(end)) {
                break;
            }
        }
        definite |= article;
        end += 1;
    }
    (end > words.start).then_some(words.start..end)
}

/// Whether a sign before `word` ends a name; quotation marks around a part of it do not.
fn divides(passage: &Passage, word: usize) -> bool {
    let quoted = passage.opens_before(word).is_some() || passage.closes_before(word);
    passage.comma_before(word) || passage.sign_before(word) && !quoted
}
