//! Names of people and bodies in a passage, with the office that stands before them.
//!
//! Where a script has capital letters, a run of capitalised words is a name, without the offices at its front
//! (`Energy Minister Dominic Farrugia`). Arabic has none: there a name is what follows an office and its complement
//! (`رئيس جهاز الكرة خالد المنصوري`), or stands between commas behind one (`رئيس النادي، كمال الصنهاجي،`).
//! It takes a place or a work for a name where they are capitalised alike, and misses Arabic names without an office.

use super::name::is_of_person;
use super::passage::Passage;
use crate::language::arabic::morphology::FEMININE_PLURAL;
use crate::language::frequency::zipf;
use crate::language::{Class, Clitic, Property, WordKind};
use std::ops::Range;

/// A name, and the office before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    /// The words of the office; empty where none is.
    pub title: Range<usize>,
    /// The words of the name.
    pub name: Range<usize>,
}

/// A definite word that is commoner (Zipf) is no part of a name because the article repeats it.
const COMMON_NAME: f32 = 4.0;
/// The most words of a name in a script without capitals.
const NAME_WORDS: usize = 4;

/// The names of a passage, in order.
pub(super) fn mentions(passage: &Passage) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    while at < passage.words.len() {
        let mention = if passage.pack.is(Property::UnicaseScript) {
            behind_office(passage, at)
        } else {
            capitalised(passage, at)
        };
        at = mention.as_ref().map_or(at + 1, |m| m.name.end.max(at + 1));
        found.extend(mention);
    }
    found
}

/// A run of capitalised words from `at`; one word is a name only behind an office.
fn capitalised(passage: &Passage, at: usize) -> Option<Mention> {
    let starts = passage.is_capitalised(at) && !is_function_word(passage, at);
    if !starts {
        return None;
    }
    let end = (at + 1..passage.words.len())
        .find(|&w| passage.sign_before(w) || is_cased(passage, w - 1) || !goes_on(passage, w))
        .unwrap_or(passage.words.len());
    let end = (at + 1..=end)
        .rev()
        .find(|&e| passage.is_capitalised(e - 1))?;
    if is_model(passage, end) {
        return None;
    }
    let office = (at..end)
        .rev()
        .find(|&w| passage.is_title(w))
        .map_or(at, |w| w + 1);
    let title = lower_office(passage, at)..office;
    let least = if title.is_empty() { 2 } else { 1 };
    (end - office >= least).then_some(Mention {
        title,
        name: office..end,
    })
}

/// Whether a word has the ending of a case, behind which no name goes on: `Kaya'nın Ankara ziyareti`.
pub(super) fn is_cased(passage: &Passage, word: usize) -> bool {
    passage
        .pack
        .without_case(&passage.words[word].form)
        .is_some()
}

/// Whether the number of a model is written together with what stands before a word: `Ан-26`.
fn is_model(passage: &Passage, end: usize) -> bool {
    let number = passage.words.get(end);
    passage.gap(end) == "-" && number.is_some_and(|w| w.kind == WordKind::Number)
}

/// `the director of nursing, Joan Tekiela`: the office in small letters right before a name, at most six words.
fn lower_office(passage: &Passage, name: usize) -> usize {
    const LONGEST: usize = 6;
    // `The mayor, “Soon …”`: what opens a quotation is no name of who says it.
    let comma = name > 0 && passage.comma_before(name) && passage.opens_before(name).is_none();
    let reach = name.saturating_sub(LONGEST)..name;
    let office = reach
        .rev()
        .take_while(|&w| {
            let cut = passage.sign_before(w + 1) && !(comma && w + 1 == name);
            !cut && !is_finite(passage, w)
        })
        .filter(|&w| passage.is_title(w))
        .last();
    let direct = |&start: &usize| comma || start + 1 == name;
    office.filter(direct).unwrap_or(name)
}

fn is_finite(passage: &Passage, word: usize) -> bool {
    passage.speech_at(word).is_some() || passage.is_a(Class::FiniteVerb, word)
}

/// Capitalised words, and the particles inside names (`van`, `de`, `bin`), go on with a name.
fn goes_on(passage: &Passage, word: usize) -> bool {
    let particle = is_of_person(&passage.words[word].form);
    // `Juan de los Santos`: an article alone goes on with no name.
    let article =
        passage.words[word - 1].form == "de" && passage.is_a(Class::DefiniteArticle, word);
    passage.is_capitalised(word) && passage.words[word].kind == WordKind::Letters
        || particle
        || article
}

/// Articles, prepositions and verbs that are capitalised only because a sentence begins.
fn is_function_word(passage: &Passage, word: usize) -> bool {
    let form = &passage.words[word].form;
    let pack = passage.pack;
    pack.has(Class::Determiner, form)
        || pack.has(Class::Circumstance, form)
        || pack.has(Class::ClauseOpener, form)
        || pack.has(Class::Pronoun, form)
        || passage.is_calendar(word)
        || passage.speech_at(word).is_some()
}

/// `[office] [its complement] [name]`, for scripts without capitals.
fn behind_office(passage: &Passage, at: usize) -> Option<Mention> {
    if !passage.is_title(at) {
        return None;
    }
    let ends =
        |w: usize| w >= passage.words.len() || passage.sign_before(w) || cannot_name(passage, w);
    let mut w = at + 1;
    while !ends(w) && passage.is_title(w) {
        w += 1;
    }
    if !is_definite(passage, w - 1) && !ends(w) {
        w += 1; // the complement, of one word (`رئيس كازاخستان`) or of two (`رئيس جهاز الكرة`)
    }
    while !ends(w) && is_definite(passage, w) {
        w += 1;
    }
    if !ends(w) && is_dative(passage, w) {
        w += 1; // `المدير الطبي لمستشفى كسلا التعليمي`
        if !ends(w) && !is_definite(passage, w) && !is_degree(passage, w) {
            w += 1;
        }
        while !ends(w) && is_definite(passage, w) {
            w += 1;
        }
    }
    let apposed = w < passage.words.len() && passage.comma_before(w);
    let start = if apposed || is_degree(passage, w) {
        skip_titles(passage, w)
    } else {
        w
    };
    let first =
        start < passage.words.len() && !cannot_name(passage, start) && !is_definite(passage, start);
    if !first || !apposed && passage.sign_before(start) {
        return None;
    }
    let farthest = passage.words.len().min(start + NAME_WORDS);
    let end = (start + 1..farthest)
        .find(|&e| ends(e) || is_glued(passage, e) || e > start + 1 && !lengthens(passage, e))
        .unwrap_or(farthest);
    let closed = !apposed || passage.comma_before(end);
    (end - start >= 2 && closed).then_some(Mention {
        title: at..w,
        name: start..end,
    })
}

/// Whether a third or fourth word goes on with a name of two: the article repeats it, or it follows `بن`, `عبد`.
fn lengthens(passage: &Passage, word: usize) -> bool {
    let form = passage.words[word].form.as_str();
    // `زرداني الحكم`: what is common and definite begins something else.
    let noun = is_definite(passage, word)
        && zipf(passage.pack.tag, form).is_some_and(|z| z >= COMMON_NAME);
    passage.is_a(Class::NameLinker, word - 1)
        || passage.is_known(form) && !form.ends_with(FEMININE_PLURAL) && !noun
}

/// `للتلفزة`: a preposition glued to its noun.
fn is_glued(passage: &Passage, word: usize) -> bool {
    let dative = [Clitic::Dative, Clitic::Article];
    passage
        .pack
        .after(&dative, &passage.words[word].form)
        .is_some()
}

fn skip_titles(passage: &Passage, from: usize) -> usize {
    (from..passage.words.len())
        .find(|&w| !passage.is_title(w) && !is_degree(passage, w))
        .unwrap_or(from)
}

/// `د. هاشم`: a degree, cut to its letter.
fn is_degree(passage: &Passage, word: usize) -> bool {
    let one_letter = |w: &crate::language::Word| w.form.chars().count() == 1;
    passage.words.get(word).is_some_and(one_letter) && passage.gap(word + 1).starts_with('.')
}

/// `لمستشفى`: the preposition that joins an office to where it is held, glued to its noun.
fn is_dative(passage: &Passage, word: usize) -> bool {
    const COMMON: f32 = 4.0;
    let form = passage.words[word].form.as_str();
    let zipf = |form: &str| zipf(passage.pack.tag, form).unwrap_or(0.0);
    // `لجنة` is a word of its own, and a commoner one than what would be left of it.
    let noun = passage.pack.cut(form, &[Clitic::Dative]).next();
    noun.map(zipf)
        .is_some_and(|noun| noun >= COMMON && noun > zipf(form))
}

fn is_definite(passage: &Passage, word: usize) -> bool {
    passage.pack.is_definite(&passage.words[word].form)
}

/// Words that no name begins or goes on with.
fn cannot_name(passage: &Passage, word: usize) -> bool {
    let w = &passage.words[word];
    let pack = passage.pack;
    w.kind == WordKind::Number
        || pack.is_apart(&w.form, &[Clitic::Dative])
        || pack.has(Class::Circumstance, &w.form)
        || passage.is_possessed(word)
        || pack.has(Class::Negation, &w.form)
        || pack.has(Class::ActionNoun, &w.form)
        || pack.has(Class::FiniteVerb, &w.form)
        || pack.has(Class::OfficeLinker, &w.form)
        || pack.has(Class::Relative, &w.form)
        || pack.calendar.contains_key(&w.form)
        || passage.is_complement(word)
        || passage.speech_at(word).is_some()
}
