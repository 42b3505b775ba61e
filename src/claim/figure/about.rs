//! What a figure counts: the noun behind it, else the one before it.

use super::reader::Reader;
use crate::language::{Class, Clitic, Pack, frequency::zipf};
use std::ops::Range;

/// How many words of a noun phrase are taken.
const LONGEST: usize = 3;
/// Words this common (Zipf) name nothing that could be counted.
const FUNCTION: f32 = 6.3;

/// The words that say what is counted; empty where nothing does.
/// Where function words are clitics, no word shows the end of a noun phrase: there one word is taken, and behind a unit
/// only with `of` between.
pub(super) fn about(
    reader: &Reader,
    pack: &Pack,
    figure: &Range<usize>,
    unit: bool,
) -> Range<usize> {
    let mut start = figure.end;
    // `9300 doses of`, `22 per cent of them`, `تسعة من المدنيين`.
    if reader.runs_on(start) && pack.has(Class::Partitive, reader.form(start)) {
        start += 1;
        if reader.runs_on(start) && pack.has(Class::Determiner, reader.form(start)) {
            start += 1;
        }
    }
    let mut end = start;
    let counted = start > figure.end || !unit || !pack.has_proclitics();
    while counted && end < start + LONGEST && reader.runs_on(end) && !is_bound(reader, pack, end) {
        end += 1;
        if pack.has_proclitics() {
            break;
        }
    }
    if end > start {
        return start..end;
    }
    let mut start = super::hedge::start(reader, figure.start);
    // `a price of about 7 dollars`, `بقيمة نحو 7 دولارات`.
    if start > 1 && pack.has(Class::Partitive, reader.form(start - 1)) {
        start -= 1;
    }
    let runs_on = (start..=figure.start)
        .all(|w| w == 0 || reader.runs_on(w) || w == figure.start && start < w);
    // Where no clitic joins them, what stands right before a number is mostly a verb: `voted 420 to 3`.
    let joined = start < super::hedge::start(reader, figure.start) || pack.has_proclitics();
    if start > 0 && joined && runs_on && !is_bound(reader, pack, start - 1) {
        return start - 1..start;
    }
    figure.end..figure.end
}

/// Words that count nothing: particles, numbers, days.
fn is_bound(reader: &Reader, pack: &Pack, word: usize) -> bool {
    let form = reader.form(word);
    reader.is_number(word)
        || form.chars().count() < 2
        || pack.has(Class::Circumstance, form)
        || pack.has(Class::ClauseOpener, form)
        || pack.has(Class::Determiner, form)
        || pack.has(Class::Auxiliary, form)
        || pack.has(Class::Complementizer, form)
        || pack.calendar.contains_key(form)
        || pack.has(Class::Partitive, form)
        || pack.is_apart(form, &[Clitic::Article])
        || pack.has(Class::Coordinator, form)
        || pack.has(Class::Uncounted, form)
        || is_predicate(pack, form)
        || is_joined(pack, form)
        || zipf(pack.tag, form).is_some_and(|zipf| zipf >= FUNCTION)
}

/// Words that belong to a verb: `6 percent said`, `الرئيس قال إن 6`, `nearly`.
fn is_predicate(pack: &Pack, form: &str) -> bool {
    let verb = |form: &str| {
        let speech = pack.speech.get(form);
        speech.is_some_and(|all| all.iter().any(|s| s.words.len() == 1 && s.is_verb()))
    };
    let classes = [
        Class::FiniteVerb,
        Class::Relative,
        Class::Pronoun,
        Class::Negation,
    ];
    pack.readings(form, &[Clitic::Conjunction]).any(verb)
        || classes.into_iter().any(|class| pack.has(class, form))
        || pack.is_derived_adverb(form)
}

/// `وإصابة`: a conjunction glued to the next noun, known by what is the commoner word.
fn is_joined(pack: &Pack, form: &str) -> bool {
    let common = |form: &str| zipf(pack.tag, form).unwrap_or(0.0);
    let mut bare = pack.cut(form, &[Clitic::Conjunction]);
    bare.any(|bare| common(bare) > common(form))
}
