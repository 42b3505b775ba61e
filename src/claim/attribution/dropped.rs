//! Verbs of speech in a language that leaves the subject out where the last one goes on (`Añadió que …`, `«…»,
//! insistió.`), and that puts it behind a verb that begins a sentence (`Añadió el alcalde que …`).
//!
//! A comma before a verb proves nothing there (`visitó la zona, anunció la subida`), so that what follows is its subject
//! only with an office, a name or a noun for who speaks near its front. It misses subjects of other nouns (`…, dijo ante
//! el juez la acusada`), and does not tell by the verb's number whether the last speaker is meant.

use super::subject_first::REACH;
use super::{Attribution, Scope, is_circumstance, named, opening};
use crate::claim::passage::Passage;
use crate::language::{Class, Role, When, WordKind};
use std::ops::Range;

/// How far behind a verb what tells where, when and to whom is looked for.
const CIRCUMSTANCES: usize = 8;
/// How many words of a phrase may stand before the noun for who speaks: `la también vicepresidenta`.
const BEFORE_NOUN: usize = 3;

/// The attribution of a verb that has no subject before it in its clause.
pub(super) fn find(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: &Range<usize>,
    role: Role,
) -> Option<Attribution> {
    let start = adverbs_before(passage, sentence, verb.start);
    if let Some(found) = relative(passage, sentence, start, verb, role) {
        return Some(found);
    }
    let begins = start == sentence.start || passage.opens_before(start).is_some();
    let quote = passage.closes_before(start) || passage.dash_before(start);
    let comma = passage.comma_before(start);
    if !(begins || quote || comma) {
        return None;
    }
    let complete = passage.is_complement(verb.end - 1);
    let after = if complete {
        verb.end
    } else {
        behind_circumstances(passage, verb.end, sentence.end)
    };
    let closed = after >= sentence.end || passage.comma_before(after) || passage.dash_before(after);
    let attribution = |words: Range<usize>, scope: Scope| Attribution {
        bare: scope == Scope::After && words.end > verb.end - usize::from(complete),
        lasting: scope != Scope::Before || words.end < sentence.end,
        words,
        verb: verb.clone(),
        who: None,
        via: None,
        role,
        scope,
    };
    if !begins && closed && !complete && !passage.is_complement(after) {
        // `«…», insistió a la prensa.`, `…, añadió.`
        let sure = quote || after == verb.end;
        return sure.then(|| attribution(verb.start..after, Scope::Before));
    }
    if !begins && !is_led(passage, sentence, start) {
        return None;
    }
    match opened(passage, verb.end, sentence.end) {
        _ if complete => Some(attribution(start..verb.end, Scope::After)),
        Some(opened) if opened.end < sentence.end => {
            let scope = attribution(start..opened.end, Scope::After);
            if opened.direct {
                return Some(scope);
            }
            // `Añadió el alcalde que …`
            let between = after..opened.mark;
            let who = phrase(passage, between.clone())
                .filter(|who| *who == between && speaks(passage, after, opened.mark))?;
            Some(Attribution {
                who: Some(named(passage, who)),
                ..scope
            })
        }
        // `Prometió reconstruir el puente.`
        _ if start == sentence.start && !matches!(role, Role::Says) => {
            Some(attribution(start..verb.end, Scope::Around))
        }
        _ => None,
    }
}

/// Where what is said opens behind a verb.
pub(super) struct Opened {
    /// The word that opens it, or the first one behind the colon or mark that does.
    mark: usize,
    /// Its first word.
    pub end: usize,
    /// Whether nothing but when, where and to whom stands between: `que` begins a relative clause as well.
    pub direct: bool,
}

/// What a verb's end is followed by: `que`, `este lunes que`, `en que`, `, sin embargo, que`, a colon or a quotation.
pub(super) fn opened(passage: &Passage, from: usize, end: usize) -> Option<Opened> {
    let after = behind_circumstances(passage, from, end);
    let complement = |w: usize| {
        let relative = passage.is_a(Class::DefiniteArticle, w - 1);
        w < end && passage.is_complement(w) && !relative
    };
    let led = after + usize::from(after < end && is_of(passage, after));
    if let Some(mark) = [from, after, led].into_iter().find(|&w| complement(w)) {
        return Some(Opened {
            mark,
            end: mark + 1,
            direct: true,
        });
    }
    let reach = end.min(from + REACH);
    if after < end && passage.comma_before(after) {
        let close = (after + 1..end.min(after + REACH)).find(|&w| passage.comma_before(w));
        if let Some(mark) = close.filter(|&w| complement(w)) {
            return Some(Opened {
                mark,
                end: mark + 1,
                direct: true,
            });
        }
    }
    (from..reach).find_map(|mark| {
        Some(Opened {
            mark,
            end: opening(passage, mark)?,
            direct: !passage.is_complement(mark) || passage.opens_before(mark).is_some(),
        })
    })
}

/// `…, Juan Pérez, quien aseguró que …`: the name right before the relative clause.
fn relative(
    passage: &Passage,
    sentence: &Range<usize>,
    start: usize,
    verb: &Range<usize>,
    role: Role,
) -> Option<Attribution> {
    let relative = start.checked_sub(1).filter(|&w| w > sentence.start)?;
    let pack = passage.pack;
    let opened = opened(passage, verb.end, sentence.end).filter(|o| o.direct)?;
    if opened.end >= sentence.end
        || !pack.has(Class::Relative, &passage.words[relative].form)
        || !passage.comma_before(relative)
    {
        return None;
    }
    let mention = passage.mentions.iter().find(|m| m.name.end == relative);
    // A surname or an office stands there alone: `indicó Prieto, quien …`.
    let alone = || {
        let last = relative - 1;
        let names = passage.is_capitalised(last) || passage.is_title(last);
        names.then_some(last..relative)
    };
    let who = mention.map(|m| m.name.clone()).or_else(alone)?;
    Some(Attribution {
        words: relative..opened.end,
        verb: verb.clone(),
        who: Some(who),
        via: None,
        role,
        scope: Scope::After,
        lasting: true,
        bare: true,
    })
}

/// Whether what stands before the one comma tells where or when, and is no subject: `Sin embargo, …`, `En Quito, …`.
fn is_led(passage: &Passage, sentence: &Range<usize>, verb: usize) -> bool {
    tells_where(passage, sentence.start)
        && !(sentence.start + 1..verb).any(|w| passage.comma_before(w))
}

/// Whether a word begins what tells where, when or how.
pub(super) fn tells_where(passage: &Passage, word: usize) -> bool {
    let (form, pack) = (&passage.words[word].form, passage.pack);
    let day = matches!(
        pack.calendar.get(form),
        Some(When::Weekday(_) | When::Day(_))
    );
    day || pack.has(Class::Circumstance, form) || pack.has(Class::Adverb, form)
}

/// The subject at the end of a phrase that begins with what tells where or when: `En marzo | el alcalde`.
pub(super) fn subject_at_end(passage: &Passage, words: &Range<usize>) -> Option<Range<usize>> {
    let article = |&w: &usize| passage.is_a(Class::Determiner, w) && !leads(passage, w - 1);
    let start = (words.start + 2..words.end).rev().find(article)?;
    speaks(passage, start, words.end).then_some(start..words.end)
}

/// The noun phrase that begins a sentence, for a verb that a conjunction joins to it: `Un portavoz de la empresa declinó
/// hablar, pero recordó que …`. Only as far as an office or a noun for who speaks, a name, and what they are of, show it.
pub(super) fn sentence_subject(
    passage: &Passage,
    sentence: &Range<usize>,
    before: usize,
) -> Option<Range<usize>> {
    let pack = passage.pack;
    let comma = (sentence.start + 1..before).find(|&w| passage.comma_before(w));
    let start = match comma {
        Some(comma) if tells_where(passage, sentence.start) => comma,
        _ => sentence.start,
    };
    let article = |w: usize| pack.has(Class::Determiner, &passage.words[w].form);
    let noun = start + usize::from(article(start));
    // A verb may begin a sentence with a capital: `Visitó la zona y dijo …`.
    let sure = noun > start || noun + 1 < before && passage.is_capitalised(noun + 1);
    if !sure || noun >= before || !speaks(passage, noun, noun + 1) || tells_where(passage, start) {
        return None;
    }
    let cut = |w: usize| w >= before || passage.sign_before(w);
    let mut end = noun + 1;
    while !cut(end) {
        if passage.is_capitalised(end) {
            end += 1;
        } else if is_of(passage, end) && !cut(end + 1) {
            let next = end + 1 + usize::from(article(end + 1));
            if cut(next) {
                break;
            }
            end = next + 1;
        } else {
            break;
        }
    }
    Some(start..end)
}

/// The first of the adverbs and pronouns right before a verb: `también lo confirmó`.
pub(super) fn adverbs_before(passage: &Passage, sentence: &Range<usize>, verb: usize) -> usize {
    (sentence.start..verb)
        .rev()
        .take_while(|&w| passage.is_a(Class::Adverb, w) && !passage.sign_before(w + 1))
        .last()
        .unwrap_or(verb)
}

/// The word behind what tells where, when and to whom behind a verb: `dijo el lunes a la prensa | el ministro`.
pub(super) fn behind_circumstances(passage: &Passage, word: usize, end: usize) -> usize {
    let pack = passage.pack;
    let form = |w: usize| passage.words[w].form.as_str();
    let cut = |w: usize| w >= end || passage.sign_before(w) || passage.is_complement(w);
    let mut at = word;
    while at < word + CIRCUMSTANCES && !cut(at) {
        if let Some(last) = date(passage, at, end) {
            at = last + 1;
            continue;
        }
        at = match () {
            () if pack.has(Class::Adverb, form(at)) => at + 1,
            () if pack.has(Class::Circumstance, form(at)) => {
                // A preposition, its article, and the words up to the next article or sign; `insistió en que`.
                if cut(at + 1) {
                    return (at + 1).min(end);
                }
                let article = pack.has(Class::Determiner, form(at + 1));
                let noun = at + 1 + usize::from(article);
                let ends = |&w: &usize| {
                    // `a este diario | fuentes policiales`
                    let bare = |w| pack.has(Class::VagueSource, form(w));
                    let article = |w| pack.has(Class::Determiner, form(w));
                    let anew = |w| (article(w) || bare(w)) && !leads(passage, w - 1);
                    cut(w) || is_circumstance(passage, w) || anew(w)
                };
                (noun + 1..end).find(ends).unwrap_or(end)
            }
            () => break,
        };
    }
    at.min(end)
}

/// The last word of the date at a word: `el pasado lunes`, `este 3 de febrero`.
fn date(passage: &Passage, word: usize, end: usize) -> Option<usize> {
    let (pack, form) = (passage.pack, |w: usize| &passage.words[w].form);
    let of_date = |&w: &usize| {
        let light = pack.has(Class::Determiner, form(w)) || is_circumstance(passage, w);
        let cut = w > word && (passage.sign_before(w) || passage.is_complement(w));
        !cut && (light || pack.calendar.contains_key(form(w)) || is_of(passage, w))
    };
    (word..end.min(word + CIRCUMSTANCES))
        .take_while(of_date)
        .filter(|&w| pack.calendar.contains_key(form(w)))
        .last()
}

/// The one noun phrase that begins some words, without what tells where or when behind it and what a second article
/// begins: `el alcalde | la noche del lunes`.
pub(super) fn phrase(passage: &Passage, words: Range<usize>) -> Option<Range<usize>> {
    let article = |w: usize| passage.is_a(Class::Determiner, w);
    let again = |w: usize| article(w) && !passage.is_capitalised(w) && !leads(passage, w - 1);
    let ends = |w: &usize| is_circumstance(passage, *w) || again(*w);
    let end = (words.start + 1..words.end).find(ends).unwrap_or(words.end);
    let whole = |&e: &usize| !is_of(passage, e - 1) && !article(e - 1);
    let end = (words.start + 1..=end).rev().find(whole)?;
    Some(words.start..end)
}

/// Whether an office, a name or a noun for who speaks stands at the front of a phrase.
pub(super) fn speaks(passage: &Passage, word: usize, end: usize) -> bool {
    let pack = passage.pack;
    let is_speaker = |w: usize| {
        let form = &passage.words[w].form;
        pack.has(Class::Organisation, form)
            || pack.has(Class::VagueSource, form)
            || pack.has(Class::Pronoun, form)
            || passage.is_title(w)
            || passage.is_capitalised(w) && passage.words[w].kind == WordKind::Letters
    };
    (word..end.min(word + BEFORE_NOUN))
        .take_while(|&w| w == word || !passage.sign_before(w) && !is_of(passage, w))
        .any(is_speaker)
}

/// Whether an article behind a word begins no phrase of its own.
fn leads(passage: &Passage, word: usize) -> bool {
    let (form, pack) = (&passage.words[word].form, passage.pack);
    is_of(passage, word)
        || pack.has(Class::Circumstance, form)
        || pack.has(Class::Determiner, form)
        || pack.has(Class::ClauseOpener, form)
}

fn is_of(passage: &Passage, word: usize) -> bool {
    let pack = passage.pack;
    pack.numerals.is_of(&passage.words[word].form)
}
