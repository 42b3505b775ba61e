//! The order of English, French, Russian and Spanish: `X said that …`, `…, X said`, `…, he said, …`, `“…,” said X`.

use super::{Attribution, SAID_WORDS, Scope, dropped, is_circumstance, named, opening};
use crate::claim::passage::Passage;
use crate::language::{Class, Property, Role, When, WordKind};
use std::ops::Range;

/// How far behind a verb of speech the word that opens what is said may stand.
pub(super) const REACH: usize = 8;
/// A relative clause of more words than this tells something.
const CLAUSE: usize = 3;
/// How many words a subject may have.
const SUBJECT_WORDS: usize = 9;
/// How many words before a name a description may have: `said state Rep. Dana Rourke`.
const BEFORE_NAME: usize = 3;

pub(super) fn find(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: Range<usize>,
    role: Role,
) -> Option<Attribution> {
    let role = match role {
        Role::Quotes if calls(passage, &verb, sentence.end) => {
            // All of it is the statement: `the leak` is what is called so.
            let found = plain(passage, sentence, &verb, Role::Announces)?;
            return Some(Attribution {
                words: found.words.start..verb.end,
                scope: Scope::Around,
                bare: false,
                ..found
            });
        }
        Role::Quotes if beside_speech(passage, &verb, sentence.end) => Role::Says,
        Role::Quotes => return None,
        role => role,
    };
    let plain = || plain(passage, sentence, &verb, role);
    if apposed(passage, sentence, verb.start) {
        return plain();
    }
    let dropped = || {
        let drops = passage.pack.is(Property::NullSubject);
        drops.then(|| dropped::find(passage, sentence, &verb, role))?
    };
    inverted(passage, sentence, &verb, role)
        .or_else(dropped)
        .or_else(plain)
}

/// Whether a quotation or a dash closes before a verb, or what is said opens behind it.
fn beside_speech(passage: &Passage, verb: &Range<usize>, end: usize) -> bool {
    let reach = end.min(verb.end + REACH);
    let opens = |w: usize| opening(passage, w).is_some() && !passage.is_complement(w);
    passage.closes_before(verb.start)
        || passage.dash_before(verb.start)
        || passage.is_complement(verb.end)
        || (verb.end..reach).any(opens)
}

/// `called the leak “reprehensible”`: what stands in quotation marks is said of an object before it.
fn calls(passage: &Passage, verb: &Range<usize>, end: usize) -> bool {
    let reach = end.min(verb.end + REACH);
    let clause = (verb.end + 1..reach).take_while(|&w| !passage.comma_before(w));
    let mut opened = clause.filter(|&w| passage.opens_before(w).is_some());
    opened.next().is_some() && !passage.sign_before(verb.end) && !is_circumstance(passage, verb.end)
}

/// Whether what stands between commas before a verb tells of its subject: `Paul Lund, who owns it, said he …`,
/// `Boyle, 61, said …`, `the captain, Hédi Ben Chaabane, told …`.
fn apposed(passage: &Passage, sentence: &Range<usize>, verb: usize) -> bool {
    if !passage.comma_before(verb) || passage.closes_before(verb) {
        return false;
    }
    let Some(comma) = (sentence.start + 1..verb)
        .rev()
        .find(|&w| passage.comma_before(w))
    else {
        return false;
    };
    let named = passage
        .mentions
        .iter()
        .any(|m| m.name.start == comma && m.name.end == verb);
    let subject = (sentence.start..comma)
        .any(|w| passage.is_capitalised(w) && passage.mentions.iter().any(|m| m.name.contains(&w)));
    let office = passage.titles_within(&(comma..verb));
    let describes = passage.words[comma].kind == WordKind::Number
        || is_relative(passage, comma)
        || office
        || passage.speech_at(comma).is_some();
    let finite = (sentence.start..comma).any(|w| is_finite(passage, w));
    named || describes && !finite && (subject || passage.is_capitalised(comma - 1))
}

/// `“…,” said X`.
fn inverted(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: &Range<usize>,
    role: Role,
) -> Option<Attribution> {
    let quote = passage.closes_before(verb.start);
    let behind = quote || passage.comma_before(verb.start) || passage.dash_before(verb.start);
    let likened = is_likened(passage, sentence, verb.start);
    let begins = verb.start == sentence.start || !(behind || likened);
    let drops = passage.pack.is(Property::NullSubject);
    let demands = quote && matches!(role, Role::Demands | Role::Announces);
    let addressed = passage.is_a(Class::AddressVerb, verb.start);
    let speaks = !addressed && (role == Role::Says || likened || demands || quote && drops);
    let told = behind_addressee(passage, verb.end);
    let first = if drops {
        dropped::behind_circumstances(passage, verb.end, sentence.end)
    } else {
        behind_date(passage, told, sentence.end)
    };
    let parted = passage.sign_before(first) && !(first == told && told > verb.end);
    if !speaks || begins || parted || !starts_name(passage, first, sentence.end) {
        return None;
    }
    let sure = first == verb.end && (quote || passage.dash_before(verb.start));
    if drops && !sure && !dropped::speaks(passage, first, sentence.end) {
        return None;
    }
    let marked = |w: usize| {
        let quoted = passage.opens_before(w).is_some() || passage.closes_before(w);
        passage.comma_before(w) || passage.sign_before(w) && !quoted
    };
    let ends = |&w: &usize| marked(w) || is_circumstance(passage, w) || passage.is_complement(w);
    let end = (first + 1..sentence.end).find(ends).unwrap_or(sentence.end);
    // `рассказал он «Северу»`: whoever it is told to is no part of a pronoun's phrase.
    let pronoun = passage.is_a(Class::Pronoun, first);
    let phrase = match () {
        () if drops => dropped::phrase(passage, first..end)?,
        () if pronoun => first..first + 1,
        () => first..end,
    };
    let end = if drops { phrase.end } else { end };
    if !quote && phrase.clone().any(|w| is_finite(passage, w)) {
        return None; // `Paul Lund, the owner, says the city will …`
    }
    let start = verb.start - usize::from(likened);
    Some(Attribution {
        words: start..end,
        verb: verb.clone(),
        who: Some(named(passage, phrase)),
        via: None,
        role,
        scope: Scope::Before,
        lasting: passage.dash_before(end),
        bare: false,
    })
}

/// `сказал «Северу» директор завода`: the outlet that it is told to, in quotation marks between a verb and its subject.
fn behind_addressee(passage: &Passage, word: usize) -> usize {
    const LONGEST: usize = 3;
    let Some(quotation) = passage.opens_before(word) else {
        return word;
    };
    let words = passage.words_within(&quotation.inner);
    let short = !words.is_empty() && words.len() <= LONGEST;
    let goes_on = words.end < passage.words.len() && !passage.comma_before(words.end);
    if passage.pack.is(Property::InflectedNames) && short && goes_on {
        words.end
    } else {
        word
    }
}

/// `сообщила во вторник пресс-служба`, `a annoncé mardi la préfecture`: the day between a verb and its subject.
fn behind_date(passage: &Passage, word: usize, end: usize) -> usize {
    let is_day = |w: usize| {
        w < end
            && !passage.sign_before(w)
            && matches!(
                passage.pack.calendar.get(&passage.words[w].form),
                Some(When::Weekday(_) | When::Day(_))
            )
    };
    let led = word < end && passage.is_a(Class::Circumstance, word);
    match () {
        () if is_day(word) => word + 1,
        () if led && is_day(word + 1) => word + 2,
        () => word,
    }
}

/// `as the mayor put it`, `как сообщил X`, `comme l’a dit X`.
fn is_likened(passage: &Passage, sentence: &Range<usize>, verb: usize) -> bool {
    let verb = if passage.pack.is(Property::NullSubject) {
        dropped::adverbs_before(passage, sentence, verb) // `como lo confirmó X`
    } else {
        verb
    };
    verb > sentence.start && passage.is_a(Class::Comparative, verb - 1)
}

fn is_finite(passage: &Passage, word: usize) -> bool {
    passage.is_a(Class::FiniteVerb, word)
}

fn starts_name(passage: &Passage, word: usize, end: usize) -> bool {
    let named = |w: usize| passage.words[w].kind == WordKind::Letters && passage.is_capitalised(w);
    word < end
        && !passage.is_complement(word)
        && passage.words[word].kind == WordKind::Letters
        && (!passage.pack.lists(Class::Determiner)
            || passage.is_a(Class::Determiner, word)
            || passage.is_title(word)
            || passage.is_a(Class::VagueSource, word)
            || (word..end.min(word + BEFORE_NAME))
                .take_while(|&w| {
                    w == word || !passage.sign_before(w) && !is_circumstance(passage, w)
                })
                .any(named))
}

/// `X said that …`, `…, X said`, `…, he said, …`.
fn plain(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: &Range<usize>,
    role: Role,
) -> Option<Attribution> {
    let head = verb.start + documents(passage, verb);
    let subject = subject_before(passage, sentence, head)?;
    let (start, who) = (subject.start, subject.name);
    let relative =
        start > sentence.start && !passage.sign_before(start) && is_relative(passage, start - 1);
    if relative && !(passage.comma_before(start - 1) && role != Role::Says) {
        return None;
    }
    let closes = verb.end >= sentence.end
        || (passage.comma_before(verb.end) || passage.dash_before(verb.end))
            && !passage.is_complement(verb.end);
    let whole = |end: usize, scope: Scope, bare: bool, lasting: bool| Attribution {
        words: start..end,
        verb: verb.clone(),
        who: who.clone(),
        via: None,
        role,
        scope,
        lasting: lasting && !relative,
        bare,
    };
    let complete = passage.is_complement(verb.end - 1);
    let drops = passage.pack.is(Property::NullSubject);
    let behind = || dropped::opened(passage, verb.end, sentence.end).filter(|o| o.direct);
    let dropped = drops.then(behind).flatten();
    if closes && !complete && dropped.is_none() {
        let aside = verb.end < sentence.end;
        return (start > sentence.start).then(|| whole(verb.end, Scope::Before, false, aside));
    }
    let opened = if complete {
        Some(verb.end)
    } else if drops {
        dropped.map(|o| o.end)
    } else {
        (verb.end..sentence.end.min(verb.end + REACH)).find_map(|w| opening(passage, w))
    };
    match opened {
        Some(end) if end < sentence.end => {
            let begins = start == sentence.start || !passage.comma_before(start);
            // `The guild, which had backed the deal, said …`: the clause tells more than who speaks.
            let tells = (start..verb.start).any(|w| {
                passage.comma_before(w) && is_relative(passage, w) && verb.start > w + CLAUSE
            });
            Some(whole(end, Scope::After, begins && !tells, true))
        }
        _ if role == Role::Says => Some(whole(verb.end, Scope::After, false, true)),
        _ => Some(whole(verb.end, Scope::Around, false, true)),
    }
}

/// How many words at the front of a phrase are its subject: `records show`.
fn documents(passage: &Passage, verb: &Range<usize>) -> usize {
    usize::from(verb.len() > 1 && passage.is_a(Class::Document, verb.start))
}

/// The subject of a verb.
struct Subject {
    /// Where the phrase of subject and verb starts.
    start: usize,
    /// The words that name it; `None` where the verb has none of its own (`… and said`).
    name: Option<Range<usize>>,
}

/// The words before a verb that name its subject, an apposition between commas left out; `None` where the verb reports
/// nobody's words (`to say`, `was told`).
fn subject_before(passage: &Passage, sentence: &Range<usize>, verb: usize) -> Option<Subject> {
    let is_adverb = |w: usize| passage.is_a(Class::Adverb, w);
    let mut end = verb;
    while end > sentence.start && is_adverb(end - 1) && !passage.sign_before(end) {
        end -= 1;
    }
    if end == sentence.start {
        return None;
    }
    let before = passage.words[end - 1].form.as_str();
    if passage.pack.has(Class::Auxiliary, before) || is_relative(passage, end - 1) {
        return None;
    }
    if joins(passage, end - 1) && !passage.sign_before(end) {
        // The conjunction belongs to no claim where the verb's phrase is taken off: `… y añadió que …`.
        let drops = passage.pack.is(Property::NullSubject);
        let who = dropped::sentence_subject(passage, sentence, end - 1).filter(|_| drops);
        let carried = Subject {
            start: if drops { end - 1 } else { verb },
            name: who.map(|who| named(passage, who)),
        };
        return passage
            .pack
            .has(Class::Coordinator, before)
            .then_some(carried);
    }
    let mut apposition = None;
    if passage.comma_before(end) {
        let comma = (sentence.start + 1..end)
            .rev()
            .find(|&w| passage.comma_before(w))?;
        apposition = Some(comma..end);
        end = comma;
    }
    let begins = |w: usize| w == sentence.start || parts(passage, w) || joins(passage, w - 1);
    let start = (sentence.start..end).rev().find(|&w| begins(w))?;
    let start = of_both(passage, sentence, start).unwrap_or(start);
    let core = start..end;
    if !(1..=SUBJECT_WORDS).contains(&core.len()) || is_said(passage, &core, verb) {
        return None;
    }
    if passage.pack.is(Property::NullSubject) && dropped::tells_where(passage, start) {
        // `En marzo el alcalde aseguró que …`, `Durante la visita aseguró que …`
        let who = dropped::subject_at_end(passage, &core);
        return Some(Subject {
            start,
            name: who.map(|who| named(passage, who)),
        });
    }
    if apposition.is_some()
        && let Some(name) = before_office(passage, &core)
    {
        return Some(Subject {
            start: name.start,
            name: Some(name),
        });
    }
    // `Лётчиков он назвал героями`: the object stands before the pronoun.
    let pronoun = core.end - 1..core.end;
    if passage.is_a(Class::Pronoun, pronoun.start) {
        return Some(Subject {
            start,
            name: Some(pronoun),
        });
    }
    // `the captain, Hédi Ben Chaabane, told`, not `Keller, R-Ohio, told`.
    let described = !passage.pack.lists(Class::Determiner)
        || passage.is_a(Class::Determiner, core.start)
        || passage.titles_within(&core);
    let name = apposition
        .filter(|_| described && !passage.holds_capitals(&(core.start + 1..core.end)))
        .and_then(|a| {
            passage
                .mention_within(&a)
                .filter(|m| m.name.start == a.start)
        })
        .map_or_else(|| named(passage, core.clone()), |m| m.name.clone());
    Some(Subject {
        start,
        name: Some(name),
    })
}

/// Where a subject of two begins: `Lawmakers and | other officials said`, `Speaker Nancy Harrow and | Senator Lee said`. The first
/// of them is the sentence's first word, or a name.
fn of_both(passage: &Passage, sentence: &Range<usize>, second: usize) -> Option<usize> {
    let and = second.checked_sub(1).filter(|&and| and > sentence.start)?;
    if !passage.is_a(Class::Coordinator, and) || passage.sign_before(and) {
        return None;
    }
    let named = passage.mentions.iter().find(|m| m.name.end == and);
    let first = named.map(|m| m.title.start.min(m.name.start));
    first.or_else(|| (and == sentence.start + 1).then_some(sentence.start))
}

/// Whether some words before a verb stand in a quotation that ends before it: they are said, and nobody's name.
fn is_said(passage: &Passage, core: &Range<usize>, verb: usize) -> bool {
    passage.quotations.iter().any(|quotation| {
        let said = passage.words_within(&quotation.inner);
        said.len() >= SAID_WORDS
            && said.start <= core.start
            && core.end <= said.end
            && said.end <= verb
    })
}

/// `Siobhán Creagh, its chief executive, who …, said`: the name before an office that has none of its own.
fn before_office(passage: &Passage, office: &Range<usize>) -> Option<Range<usize>> {
    let plain = passage.titles_within(office) && !passage.holds_capitals(office);
    let named = passage
        .mentions
        .iter()
        .find(|m| m.name.end == office.start)?;
    (plain && passage.comma_before(office.start)).then(|| named.name.clone())
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
    passage.is_a(Class::ClauseOpener, word) || passage.is_complement(word)
}

fn is_relative(passage: &Passage, word: usize) -> bool {
    passage.is_a(Class::Relative, word)
}
