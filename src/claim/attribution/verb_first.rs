//! Arabic order: the verb, then who, then what is said (`قال X في تصريح إن …`), or the subject before its verb
//! (`نائب الوزير X قال إن …`, `وكانت الوزارة أعلنت أن …`).

use super::{Attribution, Scope, is_circumstance, opening};
use crate::claim::passage::Passage;
use crate::claim::person;
use crate::language::{Class, Role};
use std::ops::Range;

/// How far behind a verb of speech the word that opens what is said may stand.
const REACH: usize = 22;
/// How many words a subject before its verb may have.
const SUBJECT_WORDS: usize = 9;
/// How many words of a name may follow an office (`الرئيس الكازاخستاني قاسم جومارت توكايف`).
const NAME_WORDS: usize = 3;
/// How many words may stand before a verb that opens its sentence (`وفي وقت لاحق أعلن`).
const LEAD_WORDS: usize = 4;

pub(super) fn find(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: Range<usize>,
    role: Role,
) -> Option<Attribution> {
    let denied = verb.start > sentence.start && passage.is_a(Class::Negation, verb.start - 1);
    if denied && role != Role::Denies {
        return None;
    }
    if role == Role::Relay {
        return relay(passage, sentence, verb);
    }
    if is_likened(passage, sentence, verb.start) {
        return likened(passage, sentence, verb, role);
    }
    let relative = is_relative(passage, sentence, verb.start);
    match said(passage, sentence, &verb, role) {
        Some((close, content)) if !has_object(passage, role, close) => {
            stated(passage, sentence, verb, role, close..content, relative)
        }
        _ => told(passage, sentence, verb, role, relative),
    }
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
    let who = speaker_behind(passage, verb.end..opener.start, false).filter(|_| !coordinated);
    let subject = who
        .is_none()
        .then(|| subject_before(passage, sentence, verb.start))
        .flatten();
    let start = subject.as_ref().map_or_else(
        || preamble(passage, sentence, verb.start),
        |s| with_auxiliary(passage, sentence, s.start),
    );
    (opener.end < sentence.end).then_some(Attribution {
        words: start..opener.end,
        verb,
        who: who.or(subject).map(|w| name_in(passage, w)),
        via: None,
        role,
        scope: Scope::After,
        lasting: !relative,
        bare: !relative,
    })
}

/// `وصف الوزير الأحداث بأنها …`: the object before the word that opens what is said belongs to what is said.
fn has_object(passage: &Passage, role: Role, opener: usize) -> bool {
    matches!(role, Role::Announces | Role::Demands)
        && passage.words[opener].form.starts_with("با")
        && passage.is_complement(opener)
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
    let about =
        (verb.end..sentence.end.min(verb.end + REACH)).any(|w| passage.words[w].form == "عن");
    if preposition && !about {
        return None; // `عبر الحدود`, not `عبّر عن أسفه`
    }
    let opens =
        begins(passage, sentence, verb.start) && !is_past_perfect(passage, sentence, verb.start);
    let before = (!relative && (!opens || passage.headline))
        .then(|| subject_before(passage, sentence, verb.start))
        .flatten();
    let holds = relative || opens || before.is_some() || is_joined(passage, sentence, verb.start);
    if role == Role::Says && !relative || !holds {
        return None;
    }
    let reach = sentence.end.min(verb.end + REACH);
    let own = before
        .is_none()
        .then(|| speaker_behind(passage, verb.end..reach, true))
        .flatten();
    let joined = !opens && is_joined(passage, sentence, verb.start);
    let own = own.filter(|_| !(role == Role::Demands && joined));
    let end = own.as_ref().map_or(verb.end, |w| w.end);
    Some(Attribution {
        words: before.as_ref().map_or(verb.start, |b| b.start)..end,
        verb,
        who: own.or(before).map(|w| name_in(passage, w)),
        via: None,
        role,
        scope: Scope::Around,
        lasting: !relative,
        bare: false,
    })
}

/// `ونقلت وكالة X عن Y قوله إن …`, `نقلت X أن …`.
fn relay(passage: &Passage, sentence: &Range<usize>, verb: Range<usize>) -> Option<Attribution> {
    let (close, content) = said(passage, sentence, &verb, Role::Relay)?;
    let from = (verb.end + 1..close).find(|&w| passage.words[w].form == "عن");
    let carrier = verb.end..from.unwrap_or(close);
    let carrier = speaker_behind(passage, carrier, false);
    let stops = |w: &usize| passage.comma_before(*w) || is_saying(passage, *w);
    let source = from.map(|w| {
        let end = (w + 2..close).find(stops).unwrap_or(close);
        name_in(passage, w + 1..end)
    });
    let source = source.filter(|s| !s.is_empty());
    (content < sentence.end).then_some(Attribution {
        words: preamble(passage, sentence, verb.start)..content,
        verb,
        via: carrier.clone().filter(|_| source.is_some()),
        who: source.or(carrier),
        role: Role::Relay,
        scope: Scope::After,
        lasting: true,
        bare: true,
    })
}

/// `عن الوزير قوله إن`: the noun that stands for the verb.
fn is_saying(passage: &Passage, word: usize) -> bool {
    let form = passage.words[word].form.as_str();
    ["قول", "تاكيد", "تصريح", "اعلان"].iter().any(|stem| {
        form.strip_prefix(stem)
            .is_some_and(|rest| matches!(rest, "ه" | "ها" | "هم" | "هما" | "ا"))
    })
}

/// `…، كما أعلنت الوسيطة`: what is said stands before.
fn likened(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: Range<usize>,
    role: Role,
) -> Option<Attribution> {
    let reach = sentence.end.min(verb.end + REACH);
    let who = speaker_behind(passage, verb.end..reach, false)?;
    Some(Attribution {
        words: verb.start - 1..who.end,
        lasting: who.end < sentence.end,
        who: Some(name_in(passage, who)),
        via: None,
        verb,
        role,
        scope: Scope::Before,
        bare: false,
    })
}

fn is_likened(passage: &Passage, sentence: &Range<usize>, verb: usize) -> bool {
    verb > sentence.start
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
        // Verbs such as `اتهم` and `دعا` take an object: a label quoted in it is not what is said.
        let opened = match role {
            Role::Says | Role::Relay => opening(passage, word),
            _ if passage.gap(word).contains(':') => Some(word),
            _ => passage.is_complement(word).then_some(word + 1),
        };
        if let Some(content) = opened {
            return Some((word, content));
        }
        let other = |s: &crate::language::Speech| {
            role != Role::Relay && !matches!(s.role, Role::Relay | Role::Source | Role::Own)
        };
        let negated = passage.is_a(Class::Negation, word - 1);
        if word > verb.end && !negated && passage.speech_at(word).is_some_and(other) {
            return None;
        }
    }
    None
}

/// Whether a verb opens its sentence or clause: nothing but circumstances or a conjunction before it.
fn begins(passage: &Passage, sentence: &Range<usize>, verb: usize) -> bool {
    let circumstances = verb - sentence.start <= LEAD_WORDS
        && (passage.opens_circumstance(sentence.start) || leads(passage, sentence.start));
    verb == sentence.start || circumstances
}

/// `وكان الادعاء قد طالب`: the subject stands between the two verbs.
fn is_past_perfect(passage: &Passage, sentence: &Range<usize>, verb: usize) -> bool {
    let perfect = verb > sentence.start + 2 && passage.words[verb - 1].form == "قد";
    perfect && auxiliary(passage, sentence.start)
}

/// Whether a verb follows a comma, or a conjunction such as `فيما`, `حيث`, `وقد`.
fn is_joined(passage: &Passage, sentence: &Range<usize>, verb: usize) -> bool {
    verb > sentence.start
        && (passage.sign_before(verb)
            || passage.words[verb].form.starts_with('و')
            || leads(passage, verb - 1))
}

fn leads(passage: &Passage, word: usize) -> bool {
    passage
        .unglued(&passage.words[word].form)
        .any(|form| passage.pack.has(Class::ClauseOpener, form))
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

/// The subject that stands right before its verb, from the start of its clause.
fn subject_before(passage: &Passage, sentence: &Range<usize>, verb: usize) -> Option<Range<usize>> {
    if verb == sentence.start || passage.comma_before(verb) {
        return None;
    }
    let starts = |w: usize| {
        w == sentence.start
            || passage.sign_before(w) && passage.opens_before(w).is_none()
            || passage.is_complement(w - 1)
            || auxiliary(passage, w - 1)
    };
    let start = (sentence.start..verb).rev().find(|&w| starts(w))?;
    let vague = |w: usize| passage.is_a(Class::VagueSource, w);
    let named = passage.titles_within(&(start..verb))
        || (start..verb).any(vague)
        || start > sentence.start && auxiliary(passage, start - 1)
        || passage.headline && !is_circumstance(passage, start);
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
        .any(|form| passage.pack.has(Class::Auxiliary, form))
}

/// The speaker's phrase right behind a verb: up to a sign, or a word that tells where or when. Where no word opens
/// what is said (`tight`), it also ends before the first indefinite word behind a definite one: `الجيش الباكستاني | مقتل`.
/// None where the verb goes on with its object (`تعهدت بتوفير`, `نفى وجود`).
fn speaker_behind(passage: &Passage, words: Range<usize>, tight: bool) -> Option<Range<usize>> {
    let mut definite = false;
    let mut name_words = 0;
    let mut end = words.start;
    while end < words.end && !ends_name(passage, words.start, end) {
        let form = passage.words[end].form.as_str();
        let article = form.starts_with("ال");
        if tight && end > words.start && passage.closes_before(end) {
            break;
        }
        if tight && definite && !article {
            name_words += 1;
            let prepositional = form.starts_with("بال") || form.starts_with("لل");
            if prepositional
                || name_words > NAME_WORDS
                || !passage.titles_within(&(words.start..end))
            {
                break;
            }
        }
        definite |= article;
        end += 1;
    }
    (end > words.start).then(|| with_name(passage, words.start..end, &words))
}

fn ends_name(passage: &Passage, start: usize, word: usize) -> bool {
    let form = &passage.words[word].form;
    let letters = form.chars().count();
    let oblique = start > 0
        && passage
            .unglued(&passage.words[start - 1].form)
            .any(|verb| passage.pack.has(Class::ObliqueVerb, verb));
    let glued = form.starts_with('ب') && (word > start || oblique)
        || form.starts_with('ل') && word == start;
    // `الدبلوماسي لـ«المدار»`: to whom.
    let addressed = word > start && form == "ل";
    let prepositional = glued
        && !passage.pack.has(Class::FiniteVerb, form)
        && (letters == 1 || letters >= 4)
        && !passage.is_known(form)
        && passage.opens_before(word).is_none();
    // `عدد من المواطنين`: the partitive goes on with its noun.
    let counts = passage.is_a(Class::QuantityNoun, start);
    let partitive = |w: usize| {
        let of = passage.words.get(w).is_some_and(|of| of.form == "من");
        counts && of && (w == start + 1 || w == start + 2)
    };
    let quantity = word == start && (partitive(start + 1) || partitive(start + 2));
    word > start && divides(passage, word)
        || addressed
        || !partitive(word) && is_circumstance(passage, word)
        || !quantity && passage.pack.has(Class::ActionNoun, form)
        || passage.pack.has(Class::Negation, form)
        || prepositional
}

/// A phrase that is an office alone goes on to the name that follows its complement or stands in apposition:
/// `الباحث في شؤون آسيا الوسطى رائد الخالصي`.
fn with_name(passage: &Passage, phrase: Range<usize>, reach: &Range<usize>) -> Range<usize> {
    const COMPLEMENT_AND_NAME: usize = 3;
    let office = passage.titles_within(&phrase) && passage.mention_within(&phrase).is_none();
    if !office || phrase.end >= reach.end {
        return phrase;
    }
    if let Some(mention) = passage.mention_within(reach) {
        return mention.name.clone();
    }
    if let Some(name) = person::apposed(passage, phrase.end..reach.end) {
        return name;
    }
    let inside = |w: usize| passage.words[w].form == "في" || passage.words[w].form == "لدي";
    let medium = |w: usize| passage.is_a(Class::Medium, w);
    let plain = (phrase.end + 1..reach.end).all(|w| !passage.sign_before(w) && !medium(w));
    let long = reach.end - phrase.end > COMPLEMENT_AND_NAME;
    let name = passage.words[reach.end - 2].form.as_str();
    if inside(phrase.end) && plain && long && !name.starts_with("ال") {
        return reach.end - 2..reach.end;
    }
    phrase
}

/// The name alone, where the phrase holds an office and a name.
fn name_in(passage: &Passage, phrase: Range<usize>) -> Range<usize> {
    passage
        .mention_within(&phrase)
        .filter(|m| m.title.start <= phrase.start + 1)
        .map_or(phrase, |m| m.name.clone())
}

/// Whether a sign before `word` ends a name; quotation marks around a part of it do not.
fn divides(passage: &Passage, word: usize) -> bool {
    let quoted = passage.opens_before(word).is_some() || passage.closes_before(word);
    passage.comma_before(word) || passage.sign_before(word) && !quoted
}
