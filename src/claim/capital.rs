//! Which words are names where a capital does not show it: every noun has one in German, every word in a headline in
//! Title Case. There a word is a name that the body writes with a capital inside a sentence.
//!
//! In German a first name shows one, with the capitalised words behind it (`Torben Ruhland`), and so does an office before a
//! word that is rare in general; besides, a word that the dictionary does not hold, that is no compound and no form of
//! a word it holds, and that stands where names stand: right behind a noun (`die Reederei Solmar`), behind a
//! preposition without an article (`in Lüderhaven`); and a short quotation behind a noun (`der Frachter „Alba Nera“`).
//! What was found once is a name in all of the article. It misses names of known words (`die Firma Stern`), and takes a rare borrowed noun for one.

use super::passage::Passage;
use crate::language::frequency::zipf;
use crate::language::names::place;
use crate::language::{Class, Pack, Property, WordKind};
use std::collections::HashSet;
use std::ops::Range;

/// A word rarer than this is hardly known.
const UNKNOWN: f32 = 1.8;
/// A word commoner than this is no surname behind an office.
const SURNAME: f32 = 4.2;
/// A word commoner than this is no name behind a first name.
const COMMON: f32 = 5.6;
/// A word commoner than this may be part of a compound, or the base of an ending.
const PART: f32 = 2.6;
/// The shortest part of a compound in letters.
const LETTERS: usize = 4;
/// The folded words that an article uses as names, with and without the ending of the genitive.
pub(super) fn named<'p, 'a: 'p>(
    passages: impl Iterator<Item = &'p Passage<'a>>,
) -> HashSet<String> {
    let mut found = HashSet::new();
    for passage in passages {
        if !passage.pack.is(Property::CapitalNouns) {
            found.extend(inside_sentences(passage));
            continue;
        }
        let starts: HashSet<usize> = passage.sentences().iter().map(|s| s.start).collect();
        let countries = passage.pack.countries_in(&passage.words).into_iter();
        let within = |&w: &usize| passage.is_upper(w) && !starts.contains(&w);
        found.extend(
            countries
                .flat_map(|country| country.words)
                .filter(within)
                .map(|w| passage.words[w].form.clone()),
        );
        for at in 0..passage.words.len() {
            for word in names_at(passage, at, starts.contains(&at)) {
                let form = &passage.words[word].form;
                found.insert(form.clone());
                found.insert(format!("{form}s"));
            }
        }
    }
    found
}

/// The words with a capital inside the sentences of a passage that is not in Title Case.
fn inside_sentences(passage: &Passage) -> Vec<String> {
    if passage.titled {
        return Vec::new();
    }
    let starts: HashSet<usize> = passage.sentences().iter().map(|s| s.start).collect();
    let inside = |&w: &usize| {
        let opens = passage.opens_before(w).is_some() || passage.gap(w).contains(':');
        passage.is_upper(w) && !starts.contains(&w) && !opens
    };
    let words = (0..passage.words.len()).filter(inside);
    words.map(|w| passage.words[w].form.clone()).collect()
}

/// The words of a name that begins at a word.
fn names_at(passage: &Passage, at: usize, starts: bool) -> Vec<usize> {
    let pack = passage.pack;
    let form = |w: usize| passage.words[w].form.as_str();
    let frequency = |w: usize| zipf(pack.tag, form(w)).unwrap_or(COMMON);
    if !may_name(passage, at) {
        return Vec::new();
    }
    if pack.has(Class::GivenName, form(at)) {
        let mut end = at + 1;
        while goes_on(passage, end) && frequency(end) < COMMON {
            end += 1;
        }
        return (at..end).collect();
    }
    let follows = at > 0 && !passage.sign_before(at);
    let titled = follows && passage.is_title(at - 1) && passage.is_upper(at - 1);
    let unknown = frequency(at) < UNKNOWN && !is_formed(pack, form(at));
    let surname = titled && frequency(at) < SURNAME && !is_formed(pack, form(at));
    let behind_noun = follows && (may_name(passage, at - 1) || passage.is_title(at - 1));
    let placed = follows && passage.pack.has(Class::Preposition, form(at - 1));
    let shown = behind_noun || placed;
    if let Some(title) = quoted_name(passage, at) {
        return title.filter(|&w| frequency(w) < SURNAME).collect();
    }
    if surname || place(form(at)).is_some() || unknown && shown && !starts {
        vec![at]
    } else {
        Vec::new()
    }
}

/// The words of a short quotation of nothing but capitals right behind a noun: `der Frachter „Alba Nera“`.
fn quoted_name(passage: &Passage, at: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 3;
    let inside = passage.words_within(&passage.opens_before(at)?.inner);
    let headed = at > 0
        && passage.is_upper(at - 1)
        && is_word(passage, at - 1)
        && !passage.gap(at).contains([',', '.', ':', ';', '!', '?']);
    let name = inside.len() <= LONGEST && inside.clone().all(|w| may_name(passage, w));
    (headed && name && !inside.is_empty()).then_some(inside)
}

/// Whether a word may be part of a name at all: a noun, and no office or day.
fn may_name(passage: &Passage, word: usize) -> bool {
    let form = &passage.words[word].form;
    let pack = passage.pack;
    is_word(passage, word)
        && passage.is_upper(word)
        && form.chars().count() > 1
        && !pack.calendar.contains_key(form)
        && !passage.is_title(word)
        && !pack.has(Class::Determiner, form)
        && !pack.has(Class::Circumstance, form)
        && !pack.has(Class::ClauseOpener, form)
        && !pack.has(Class::Adverb, form)
        && !pack.has(Class::VagueSource, form)
}

fn is_word(passage: &Passage, word: usize) -> bool {
    passage.words[word].kind == WordKind::Letters
}

fn goes_on(passage: &Passage, word: usize) -> bool {
    word < passage.words.len() && !passage.sign_before(word) && may_name(passage, word)
}

/// Whether a word is made of known ones: a compound, or one of them with an ending.
fn is_formed(pack: &Pack, form: &str) -> bool {
    let known = |part: &str| zipf(pack.tag, part).is_some_and(|z| z >= PART);
    pack.without_ending(Class::NounEnding, form)
        .next()
        .is_some()
        || bases(pack, Class::DeclensionEnding, form).any(known)
        || is_compound(pack, form)
}

fn is_compound(pack: &Pack, form: &str) -> bool {
    let known = |part: &str| {
        part.chars().count() >= LETTERS && zipf(pack.tag, part).is_some_and(|z| z >= PART)
    };
    let cuts = form.char_indices().map(|(at, _)| at).skip(LETTERS - 1);
    let mut cuts = cuts.filter(|at| form[*at..].chars().count() >= LETTERS);
    cuts.any(|at| {
        let (first, last) = form.split_at(at);
        bases(pack, Class::DeclensionEnding, last).any(known)
            && (bases(pack, Class::CompoundLink, first).any(known) || is_compound(pack, first))
    })
}

/// A form as it stands, and without each of the endings of a class that it has.
fn bases<'f>(pack: &Pack, class: Class, form: &'f str) -> impl Iterator<Item = &'f str> {
    std::iter::once(form).chain(pack.without_ending(class, form))
}
