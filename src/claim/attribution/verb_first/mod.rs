//! Arabic order: the verb, then who, then what is said (`قال X في تصريح إن …`), or the subject before its verb
//! (`نائب الوزير X قال إن …`, `وكانت الوزارة أعلنت أن …`).
//!
//! A speaker is a noun phrase (`phrase`) behind the verb or before it (`subject`), or a source (`source`). Where the words
//! behind a verb are neither a name, an office or a body nor a sign that its subject is left out, nobody speaks.

mod phrase;
mod source;
mod subject;

use super::{Attribution, Scope, opening};
use crate::claim::passage::Passage;
use crate::language::arabic::morphology as shape;
use crate::language::{Class, Property, Role, Speech};
use phrase::{Phrase, Reader, Subject};
pub(in crate::claim) use source::name;
pub(super) use source::source;
use std::ops::Range;
use subject::{Before, before, leads, with_leads};

/// How far behind a verb of speech the word that opens what is said may stand.
const REACH: usize = 22;
/// A stretch of so many words between a verb and what opens its content holds no object beside the subject.
const SUBJECT_ONLY: usize = 4;
/// How many words may stand before a verb that opens its sentence (`وفي وقت لاحق أعلن`).
const LEAD_WORDS: usize = 4;

pub(super) fn find(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: Range<usize>,
    role: Role,
) -> Option<Attribution> {
    let first = verb.start > sentence.start;
    let denied = first && passage.pack.negates(&passage.words[verb.start - 1].form);
    if denied && role != Role::Denies || is_noun(passage, sentence, verb.start) {
        return None;
    }
    let said = said(passage, sentence, &verb, role);
    if role == Role::Relay {
        return source::relay(passage, sentence, verb, said?);
    }
    let relative = is_relative(passage, sentence, verb.start);
    match said {
        Some((close, content)) if !has_object(passage, role, close) => {
            stated(passage, sentence, verb, role, close..content, relative)
        }
        _ if is_likened(passage, sentence, verb.start)
            || first && passage.closes_before(verb.start) =>
        {
            behind(passage, sentence, verb, role)
        }
        _ => told(passage, sentence, verb, role, relative),
    }
}

/// The bodies that a passage names by their kind and name: `شركة نورس`.
pub(in crate::claim) fn bodies(passage: &Passage) -> Vec<Range<usize>> {
    let named = |at: usize| passage.pack.is(Property::VerbFirst).then_some(at);
    (0..passage.words.len())
        .filter_map(named)
        .filter_map(|at| Reader::new(passage, passage.words.len(), true).body(at))
        .collect()
}

/// `قال X في تصريح إن …`: a word opens what is said.
fn stated(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: Range<usize>,
    role: Role,
    opener: Range<usize>,
    relative: bool,
) -> Option<Attribution> {
    let coordinated = role == Role::Demands && !begins(passage, sentence, verb.start);
    let transitive = role == Role::Demands || passage.is_verb_of(Class::TransitiveVerb, verb.start);
    let long = opener.start - verb.end > SUBJECT_ONLY;
    let object = transitive || role != Role::Says && long;
    let own = match Reader::new(passage, opener.start, object).subject(verb.end) {
        Subject::Unclear => return None,
        Subject::Named(own) if !coordinated => Some(own),
        _ => None,
    };
    let before = if own.is_none() {
        before(passage, sentence, verb.start)
    } else {
        Before::Nothing
    };
    let before = match before {
        Before::Reported => return None,
        Before::Subject(phrase, _) => Some(phrase),
        Before::Nothing => None,
    };
    let from = before.as_ref().map_or(verb.start, |b| b.words.start);
    let start = with_leads(passage, sentence, from);
    let start = if start == verb.start {
        preamble(passage, sentence, start)
    } else {
        start
    };
    let (who, via) = passed_on(passage, own.or(before), opener.start);
    // `وسبق للوزير أن | قال إن`
    let before_now = from == verb.start
        && is_opened(passage, sentence, from)
        && passage.is_verb_of(Class::AspectParticle, sentence.start);
    let start = if before_now { sentence.start } else { start };
    (opener.end < sentence.end).then_some(Attribution {
        words: start..opener.end,
        verb,
        who,
        via,
        role,
        scope: Scope::After,
        lasting: !relative,
        bare: !relative && (before_now || !is_opened(passage, sentence, from)),
    })
}

fn is_opened(passage: &Passage, sentence: &Range<usize>, word: usize) -> bool {
    word > sentence.start && passage.is_complement(word - 1)
}

/// `وذكرت وكالة X نقلا عن Y أن …`: the source speaks, through who tells of it.
fn passed_on(
    passage: &Passage,
    subject: Option<Phrase>,
    end: usize,
) -> (Option<Range<usize>>, Option<Range<usize>>) {
    let Some(subject) = subject else {
        return (None, None);
    };
    let behind = subject.words.end;
    let relay = passage
        .speech_at(behind)
        .filter(|s| behind < end && s.role == Role::Relay);
    let source =
        relay.and_then(|s| Reader::new(passage, end, false).phrase(behind + s.words.len()));
    match source {
        Some(source) => (Some(source.name), Some(subject.words)),
        None => (Some(subject.name), None),
    }
}

/// `وصف الوزير الأحداث بأنها …`: the object before the word that opens what is said belongs to what is said.
fn has_object(passage: &Passage, role: Role, opener: usize) -> bool {
    matches!(role, Role::Announces | Role::Demands)
        && passage.is_complement(opener)
        && shape::without_preposition(&passage.words[opener].form).is_some()
}

/// `أعلنت الوزارة سحب الدفعة`: the act itself is the verb's object.
fn told(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: Range<usize>,
    role: Role,
    relative: bool,
) -> Option<Attribution> {
    let preposition = passage.is_a(Class::Circumstance, verb.start);
    let reach = sentence.end.min(verb.end + REACH);
    let about = (verb.end..reach).any(|w| passage.is_a(Class::SourcePreposition, w));
    if preposition && !about || passage.is_verb_of(Class::StativeVerb, verb.start) {
        return None; // `عبر الحدود`, not `عبّر عن أسفه`
    }
    if relative && role == Role::Says && !passage.refers_back(verb.start) {
        return None; // `الذي يروي قصة`
    }
    if role == Role::Says && !relative && !passage.is_verb_of(Class::ReportingVerb, verb.start) {
        return None;
    }
    let joined = is_joined(passage, sentence, verb.start);
    let opens =
        begins(passage, sentence, verb.start) && !is_past_perfect(passage, sentence, verb.start);
    let before = match before(passage, sentence, verb.start) {
        Before::Reported => return None,
        Before::Subject(phrase, led)
            if !relative && (led || passage.headline || is_source(passage, &phrase)) =>
        {
            Some(phrase)
        }
        _ => None,
    };
    if !(relative || opens || joined || before.is_some()) {
        return None;
    }
    let reader = Reader::new(passage, reach, true);
    let own = match reader.subject(verb.end) {
        _ if before.is_some() => None,
        Subject::Unclear => return None,
        Subject::Named(own) if role == Role::Says && !reader.is_somebody(&own) => return None,
        Subject::Named(own) if judges(passage, &verb, &own) => return None,
        Subject::Absent if relative => return None, // `حمّلت لجنة الحكومة ما وصفته`: not the last speaker
        Subject::Named(own)
            if !(role == Role::Demands && joined && !opens
                || is_object(passage, &verb, role, &own)) =>
        {
            Some(own)
        }
        _ => None,
    };
    let end = own.as_ref().map_or(verb.end, |own| own.words.end);
    let transitive = passage.is_verb_of(Class::TransitiveVerb, verb.start);
    let about = || transitive && warns(passage, end, reach);
    if role == Role::Says && !relative && !goes_on(passage, end, reach) && !about() {
        return None;
    }
    let start = before.as_ref().map_or(verb.start, |b| b.words.start);
    Some(Attribution {
        words: start..end.max(verb.end),
        verb,
        who: own.or(before).map(|phrase| phrase.name),
        via: None,
        role,
        scope: Scope::Around,
        lasting: !relative,
        bare: false,
    })
}

/// `أدانت المحكمة المتهم`: a court's verdict is an act, not what it says.
fn judges(passage: &Passage, verb: &Range<usize>, subject: &Phrase) -> bool {
    let form = &passage.words[subject.words.start].form;
    let bare = shape::without_article(form).unwrap_or(form);
    passage.is_verb_of(Class::JudgingVerb, verb.start) && passage.pack.has(Class::Court, bare)
}

/// `وطالب | الحكومة | بالرحيل`: a noun that does not agree with a verb that takes an object is its object.
fn is_object(passage: &Passage, verb: &Range<usize>, role: Role, phrase: &Phrase) -> bool {
    let form = &passage.words[phrase.words.start].form;
    let marked = shape::is_definite(form) && shape::is_feminine(form);
    role == Role::Demands && marked && !is_feminine_verb(passage, verb.start)
}

/// Whether a verb's own ending shows a woman or a body.
fn is_feminine_verb(passage: &Passage, verb: usize) -> bool {
    let speech = |form: &str| passage.pack.speech.contains_key(form);
    passage
        .unglued(&passage.words[verb].form)
        .any(|form| speech(form) && shape::is_feminine_verb(form, speech))
}

/// `أكدت الشرطة | عدم وجود دافع`, `أفاد المرصد | بتسجيل`: what a verb of saying tells without a word that opens it.
fn goes_on(passage: &Passage, from: usize, end: usize) -> bool {
    let day = |w: &usize| passage.pack.calendar.contains_key(&passage.words[*w].form);
    let Some(word) = (from..end).find(|w| !day(w)) else {
        return false;
    };
    let form = &passage.words[word].form;
    let led =
        passage.is_a(Class::ObjectPreposition, word) || shape::without_preposition(form).is_some();
    let act = passage.is_a(Class::ActionNoun, word)
        || shape::is_verbal_noun(form)
        || passage.pack.negates(form);
    !passage.sign_before(word) && (led || act)
}

/// `حذر الاتحاد | الحكومة من ارتفاع الأسعار`: whom somebody speaks to, then of what.
fn warns(passage: &Passage, from: usize, end: usize) -> bool {
    const LONGEST: usize = 4;
    let far = end.min(from + LONGEST);
    (from..far)
        .take_while(|&w| !passage.sign_before(w))
        .any(|w| passage.is_a(Class::ObjectPreposition, w))
}

/// Whether what is said opens right behind a form such as `مؤكدا` that no comma parts from its sentence: `قال في بيان مؤكدا
/// أن …`, not `غير معلنة كما أن …`.
pub(super) fn goes_on_with_content(passage: &Passage, verb: &Range<usize>) -> bool {
    let negated = verb.start > 0 && passage.pack.negates(&passage.words[verb.start - 1].form);
    let joined = !passage
        .pack
        .speech
        .contains_key(&passage.words[verb.start].form);
    let led = |w: usize| w < passage.words.len() && passage.is_a(Class::ObjectPreposition, w);
    let at = verb.end + usize::from(led(verb.end));
    joined || !negated && at < passage.words.len() && opening(passage, at).is_some()
}

/// Whether a phrase is an office or a source that speaks though nothing shows it.
fn is_source(passage: &Passage, phrase: &Phrase) -> bool {
    passage.titles_within(&phrase.words)
        || phrase
            .words
            .clone()
            .any(|w| passage.is_a(Class::VagueSource, w))
}

/// `…، كما أعلنت الوسيطة`, `«…»، قال الوزير`: what is said stands before.
fn behind(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: Range<usize>,
    role: Role,
) -> Option<Attribution> {
    let reach = sentence.end.min(verb.end + REACH);
    let likened = is_likened(passage, sentence, verb.start);
    let named = match Reader::new(passage, reach, !likened && role != Role::Says).subject(verb.end)
    {
        Subject::Named(phrase) => Some(phrase),
        Subject::Absent if !likened => None,
        _ => return None,
    };
    let end = named.as_ref().map_or(verb.end, |n| n.words.end);
    Some(Attribution {
        words: verb.start - usize::from(likened)..end,
        lasting: end < sentence.end,
        who: named.map(|phrase| phrase.name),
        via: None,
        verb,
        role,
        scope: Scope::Before,
        bare: false,
    })
}

fn is_likened(passage: &Passage, sentence: &Range<usize>, verb: usize) -> bool {
    verb > sentence.start + 1
        && passage.is_a(Class::Comparative, verb - 1)
        && passage.sign_before(verb - 1)
}

/// Where the speaker's phrase closes and where what is said begins.
fn said(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: &Range<usize>,
    role: Role,
) -> Option<(usize, usize)> {
    for word in verb.end..sentence.end.min(verb.end + REACH) {
        if passage.ends_connective(word) {
            return None; // `قال إنه …، غير أن الوزارة …`: another clause begins
        }
        // Verbs such as `اتهم` and `دعا` take an object: a label quoted in it is not what is said.
        let opened = match role {
            Role::Says | Role::Relay => opening(passage, word),
            _ if passage.gap(word).contains(':') => Some(word),
            _ => passage.is_complement(word).then_some(word + 1),
        };
        if let Some(content) = opened {
            return Some((word, content));
        }
        let other = |s: &Speech| {
            role != Role::Relay && !matches!(s.role, Role::Relay | Role::Source | Role::Own)
        };
        let negated = passage.is_a(Class::Negation, word - 1);
        let leads = passage.is_a(Class::Quotative, word)
            && role == Role::Says
            && is_subject_up_to(passage, verb.end, word);
        // `في تصريحات أدلى بها`: a clause about a noun before.
        let about = word + 1 < sentence.end && passage.is_a(Class::ObjectPronoun, word + 1);
        let verbal = !negated && !leads && !about && !is_noun(passage, sentence, word);
        if word > verb.end && verbal && passage.speech_at(word).is_some_and(other) {
            return None;
        }
    }
    None
}

/// `صرح الوزير في القلعة | قائلا`: nothing that is told stands before a form that leads to the words said.
fn is_subject_up_to(passage: &Passage, from: usize, word: usize) -> bool {
    let end = match Reader::new(passage, word, false).subject(from) {
        Subject::Named(phrase) => phrase.words.end,
        _ => from,
    };
    end == word || end < word && passage.opens_circumstance(end) && !passage.comma_before(word)
}

/// `فكرة نقل السفارة`, `أول رد فعل`: a noun with the letters of a verb, where no verb stands.
fn is_noun(passage: &Passage, sentence: &Range<usize>, word: usize) -> bool {
    if !passage.is_a(Class::VerbalHomograph, word)
        || word == sentence.start
        || passage.sign_before(word)
    {
        return false;
    }
    let form = &passage.words[word - 1].form;
    let day = passage.pack.calendar.contains_key(form);
    let led = leads(passage, word - 1)
        || passage.is_a(Class::Relative, word - 1)
        || passage.is_a(Class::AspectParticle, word - 1);
    let verbal = day || led || passage.pack.negates(form);
    !(verbal || matches!(before(passage, sentence, word), Before::Subject(..)))
}

/// Whether a verb opens its sentence or clause: nothing but circumstances or a conjunction before it.
fn begins(passage: &Passage, sentence: &Range<usize>, verb: usize) -> bool {
    let circumstances = verb - sentence.start <= LEAD_WORDS
        && (passage.opens_circumstance(sentence.start) || leads(passage, sentence.start));
    verb == sentence.start || circumstances || passage.dateline_before(verb)
}

/// `وكان الادعاء قد طالب`: the subject stands between the two verbs.
fn is_past_perfect(passage: &Passage, sentence: &Range<usize>, verb: usize) -> bool {
    let perfect = verb > sentence.start + 2 && passage.is_a(Class::AspectParticle, verb - 1);
    perfect && auxiliary(passage, sentence.start)
}

/// Whether a verb follows a comma, or a conjunction such as `فيما`, `حيث`, `وقد`.
fn is_joined(passage: &Passage, sentence: &Range<usize>, verb: usize) -> bool {
    verb > sentence.start
        && (passage.sign_before(verb)
            || passage.is_coordinated_at(verb)
            || leads(passage, verb - 1))
}

/// `التي قال إنها`, `ما وصفه`: the verb stands inside a statement that goes on around it.
fn is_relative(passage: &Passage, sentence: &Range<usize>, verb: usize) -> bool {
    let before = verb
        .checked_sub(1)
        .filter(|&w| w >= sentence.start && !passage.sign_before(verb));
    before.is_some_and(|w| passage.is_a(Class::Relative, w) || passage.refers_back(verb))
}

/// Words such as `من جانبه،` before the verb go with the attribution, if the sentence begins with no more than them.
fn preamble(passage: &Passage, sentence: &Range<usize>, verb: usize) -> usize {
    const LONGEST: usize = 3;
    let only_before = verb - sentence.start <= LONGEST && passage.comma_before(verb);
    if only_before { sentence.start } else { verb }
}

/// `كانت الوزارة أعلنت`: the verb that puts another into the past.
fn auxiliary(passage: &Passage, word: usize) -> bool {
    passage
        .unglued(&passage.words[word].form)
        .any(|form| passage.pack.has(Class::Auxiliary, form))
}
