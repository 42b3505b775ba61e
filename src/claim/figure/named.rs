//! Numbers that are part of a name: `F-16`, `Channel 4`, `Group of Seven`, `9/11`. They count nothing.

use super::reader::Reader;
use super::{hedge, unit};
use crate::language::figures::NumberKind as Kind;
use crate::language::{Pack, Property, WordKind};

/// The longest number in a name, in digits.
const LONGEST: usize = 4;

/// Whether the number at a word is part of a name.
pub(super) fn is_named(reader: &Reader, pack: &Pack, word: usize) -> bool {
    if !reader.is_number(word) {
        return is_capital_number(reader, pack, word);
    }
    is_glued(reader, word) || is_slashed(reader, word) || stands_behind_name(reader, pack, word)
}

/// `M2207`, `F-16`, `كوفيد-19`, `4K`: letters right before the digits or behind them.
fn is_glued(reader: &Reader, word: usize) -> bool {
    let has_unit = || unit::unit(reader, &(word..word + 1)).is_some();
    let before = word > 0 && !reader.is_number(word - 1) && {
        let form = reader.form(word - 1);
        let hyphen = matches!(reader.gap(word), "-" | "\u{2011}");
        let letters = form.is_ascii() || starts_with_capital(reader, word - 1);
        let clitic = reader.pack.has_proclitics() && form.chars().count() == 1;
        reader.gap(word).is_empty() && letters || hyphen && !clitic && !has_unit()
    };
    let next = reader.words.get(word + 1);
    let behind = next.is_some_and(|w| {
        w.kind == WordKind::Letters && w.form.is_ascii() && reader.gap(word + 1).is_empty()
    });
    let means = || {
        has_unit() || reader.number(word + 1, Kind::Suffix).is_some() || goes_on(reader, word + 1)
    };
    before || behind && !means()
}

/// `9/11`, `24/7`: two numbers that are neither a date nor a whole and its parts (`6 1/4`).
fn is_slashed(reader: &Reader, word: usize) -> bool {
    let pair = |at: usize| reader.gap(at) == "/" && reader.is_number(at) && at > 0;
    pair(word) && reader.is_number(word - 1) || pair(word + 1)
}

/// `Apollo 11 landed`, `a Boeing 737`. Behind a place in a sentence of its own (`In Syria 400 fighters`) a noun in the
/// plural follows; in a headline with capitals, and in a language that writes all nouns with one, a capital says nothing.
fn stands_behind_name(reader: &Reader, pack: &Pack, word: usize) -> bool {
    let form = reader.form(word);
    let short = form.len() <= LONGEST && form.bytes().all(|b| b.is_ascii_digit());
    if word == 0 || !short || pack.is(Property::CapitalNouns) || reader.gap(word) != " " {
        return false;
    }
    let name = word - 1;
    let begins = name == 0
        || reader
            .gap(name)
            .contains(['.', '!', '?', ':', '"', '“', '«', '\n']);
    let named = starts_with_capital(reader, name) && !begins && !reader.is_titled();
    let other = pack.calendar.contains_key(reader.form(name))
        || hedge::start(reader, word) < word
        || goes_on(reader, word + 1)
        || unit::unit(reader, &(word..word + 1)).is_some();
    named && !other && !begins_count(reader, word + 1)
}

/// Whether a power of ten or what makes an age stands at a word: the number before it is no name's.
fn goes_on(reader: &Reader, word: usize) -> bool {
    reader.numbers(word).iter().any(|m| {
        matches!(
            m.rule.kind,
            Kind::Scale | Kind::Standing | Kind::Hundred | Kind::Money | Kind::Old
        )
    })
}

/// Whether a noun in the plural stands at a word, right behind a number.
fn begins_count(reader: &Reader, word: usize) -> bool {
    let form = reader.form(word);
    let small = |w: usize| {
        let word = reader.words.get(w);
        word.is_some_and(|w| reader.text[w.span.clone()].starts_with(char::is_lowercase))
    };
    let plural = form.ends_with('s') || !form.is_ascii();
    reader.runs_on(word)
        && small(word)
        && (plural
            || reader.pack.numerals.counted.contains_key(form)
            || reader.form(word + 1).ends_with('s'))
}

/// `the Group of Seven`: a number word with a capital inside a sentence.
fn is_capital_number(reader: &Reader, pack: &Pack, word: usize) -> bool {
    let inside = word > 0
        && reader.gap(word) == " "
        && !pack.is(Property::CapitalNouns)
        && starts_with_capital(reader, word)
        && reader.number(word, Kind::Count).is_some();
    inside && !reader.is_titled()
}

fn starts_with_capital(reader: &Reader, word: usize) -> bool {
    reader.text[reader.words[word].span.clone()].starts_with(char::is_uppercase)
}
