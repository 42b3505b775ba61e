//! A dateline before the first sentence of a paragraph: `الميناء الشرقي 9-9-2023 وفا- أعلنت …`, `ORLEY, 12 May (NW) - A
//! ferry …`. It says where and when a report was written, and is no part of what the report says.
//!
//! Only one with a whole date, or with a bracket right before its dash, is told; `HARLAN FALLS, Ohio — Mayor …` stays in
//! its claim, since a dash behind a name also begins an aside.

use super::passage::Passage;
use crate::language::Pack;
use crate::language::frequency::zipf;

/// The longest one, in words.
const LONGEST: usize = 9;
/// What is more frequent than this, on the scale of Zipf, is no name.
const COMMON: f32 = 6.5;

/// How many words the dateline of a paragraph has; 0 where there is none.
pub(super) fn dateline(passage: &Passage) -> usize {
    let ends = |w: &usize| {
        let gap = passage.gap(*w);
        gap.contains(['-', '–', '—']) && gap.ends_with(char::is_whitespace)
    };
    // A date may have dashes of its own, so the last one counts.
    let most = passage.words.len().min(LONGEST + 1);
    let Some(end) = (1..most).rev().find(ends) else {
        return 0;
    };
    let bracketed = passage.gap(end).contains(')');
    let names = (0..end).all(|w| may_stand(passage, w));
    if names && (bracketed || is_dated(passage, end)) {
        end
    } else {
        0
    }
}

/// A name, a number, a day or a month.
fn may_stand(passage: &Passage, word: usize) -> bool {
    let form = &passage.words[word].form;
    let starts = &passage.text[passage.words[word].span.clone()];
    is_number(form)
        || passage.is_calendar(word)
        || !is_common(passage.pack, form) && !starts.starts_with(char::is_lowercase)
}

/// `في`, "in": a sentence has begun.
fn is_common(pack: &Pack, form: &str) -> bool {
    zipf(pack.tag, form).is_some_and(|often| often > COMMON)
}

/// Whether a day, a month and a year are named, or a day and a month by its name.
fn is_dated(passage: &Passage, end: usize) -> bool {
    let form = |w: usize| passage.words[w].form.as_str();
    let whole = |form: &str| {
        let parts = form.split(['-', '/', '.']).filter(|part| is_number(part));
        parts.count() == 3
    };
    let numbers = (0..end).filter(|&w| is_number(form(w))).count();
    let months = (0..end).filter(|&w| passage.is_calendar(w)).count();
    (0..end).any(|w| whole(form(w))) || numbers >= 3 || numbers > 0 && months > 0
}

fn is_number(form: &str) -> bool {
    !form.is_empty()
        && form
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | '.'))
}

#[cfg(test)]
mod tests {
    use super::{Passage, dateline};
    use crate::language::pack;

    #[test]
    fn datelines_are_told_from_asides() {
        for (tag, text, words) in [
            (
                "ar",
                "الميناء الشرقي 9-9-2023 وفا- أعلنت الوزارة النتائج.",
                "أعلنت",
            ),
            (
                "ar",
                "رأس المرجان (الساحل) - أنقذ الخفر تسعة بحارة.",
                "أنقذ",
            ),
            (
                "ar",
                "المرسى، 12 مايو - قالت الوزارة إن الميناء مغلق.",
                "قالت",
            ),
            ("en", "ORLEY, 12 May (NW) - A ferry sank on Sunday.", "A"),
            ("en", "HARLAN FALLS, Ohio — Mayor Lund resigned.", "HARLAN"),
            (
                "en",
                "In May 2023 – a year of drought – the town moved.",
                "In",
            ),
            ("en", "The mayor (62) - a former teacher - resigned.", "The"),
            ("ar", "في 12 مايو - قبل عام - أغلقت الوزارة الميناء.", "في"),
        ] {
            let passage = Passage::new(text, pack(tag), false);
            let first = &passage.words[dateline(&passage)];
            assert_eq!(&text[first.span.clone()], words, "{text}");
        }
    }
}
