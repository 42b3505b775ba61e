//! What a figure counts: the noun behind it, else the one before it.

use super::reader::Reader;
use crate::language::Pack;
use std::ops::Range;

/// How many words of a noun phrase are taken.
const LONGEST: usize = 3;

/// The words that say what is counted; empty where nothing does.
pub(super) fn about(reader: &Reader, pack: &Pack, figure: &Range<usize>) -> Range<usize> {
    let mut start = figure.end;
    // `9300 doses of`, `22 per cent of them`, `تسعة من المدنيين`.
    if reader.runs_on(start) && is_of(reader.form(start)) {
        start += 1;
    }
    let mut end = start;
    while end < start + LONGEST && reader.runs_on(end) && !is_bound(reader, pack, end) {
        end += 1;
        if pack.verb_first {
            break;
        }
    }
    if end > start {
        return start..end;
    }
    let mut start = super::hedge::start(reader, figure.start);
    // `a price of about 7 dollars`, `بقيمة نحو 7 دولارات`.
    if start > 1 && is_of(reader.form(start - 1)) {
        start -= 1;
    }
    let runs_on = (start..=figure.start)
        .all(|w| w == 0 || reader.runs_on(w) || w == figure.start && start < w);
    if start > 0 && runs_on && !is_bound(reader, pack, start - 1) {
        return start - 1..start;
    }
    figure.end..figure.end
}

fn is_of(form: &str) -> bool {
    matches!(form, "of" | "من" | "de" | "des" | "von" | "di")
}

/// Words that count nothing: particles, numbers, days.
fn is_bound(reader: &Reader, pack: &Pack, word: usize) -> bool {
    let form = reader.form(word);
    reader.is_number(word)
        || form.chars().count() < 2
        || pack.circumstances.contains(form)
        || pack.joiners.contains(form)
        || pack.determiners.contains(form)
        || pack.auxiliaries.contains(form)
        || pack.complements.contains(form)
        || pack.calendar.contains_key(form)
        || is_of(form)
        || matches!(form, "ال" | "and" | "more")
}
