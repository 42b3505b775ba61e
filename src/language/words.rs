//! A text cut into words.
//!
//! Letters and digits that are glued together are cut apart (`و250`), numbers keep their inner points and commas,
//! elided words stand alone (`l’|homme`), and each ideograph is a word of its own. UAX #29 is not used here: it keeps `قتلوا.وأضاف` and `و250` as one word.

use super::{Class, Pack, fold};
use std::ops::Range;

/// What a word is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordKind {
    /// Letters.
    Letters,
    /// Digits of any script, with points, commas or colons between them.
    Number,
}

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Byte range in the text.
    pub span: Range<usize>,
    /// Letters or digits.
    pub kind: WordKind,
    /// The spelling used for matching.
    pub form: String,
    /// The form without clitics and endings: weak evidence that two words are one.
    pub stem: String,
}

/// The words of `text` in order; punctuation and spaces are left out.
#[must_use]
pub fn words(text: &str, pack: &Pack) -> Vec<Word> {
    let mut found = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        let Some(kind) = kind_of(c) else { continue };
        let mut end = start + c.len_utf8();
        while let Some(&(at, next)) = rest.peek() {
            let after = at + next.len_utf8();
            if is_ideograph(c) || !continues(kind, next, &text[after..]) {
                break;
            }
            let elided =
                matches!(next, '\'' | '’') && pack.has(Class::Elision, &fold(&text[start..at]));
            end = after;
            rest.next();
            if elided {
                break;
            }
        }
        found.push(word(text, start..end, kind, pack));
    }
    found
}

fn word(text: &str, span: Range<usize>, kind: WordKind, pack: &Pack) -> Word {
    let form = fold(text[span.clone()].trim_end_matches(['\'', '’']));
    let stem = match kind {
        WordKind::Letters => pack.stem(&form),
        WordKind::Number => form.clone(),
    };
    Word {
        span,
        kind,
        form,
        stem,
    }
}

fn kind_of(c: char) -> Option<WordKind> {
    if is_plain_letter(c) {
        Some(WordKind::Letters)
    } else if c.is_numeric() {
        Some(WordKind::Number)
    } else if c.is_alphabetic() || is_joining(c) {
        Some(WordKind::Letters)
    } else {
        None
    }
}

fn continues(kind: WordKind, next: char, after: &str) -> bool {
    let follows = |test: fn(char) -> bool| after.chars().next().is_some_and(test);
    match kind {
        WordKind::Letters => {
            is_plain_letter(next)
                || !is_ideograph(next)
                    && (next.is_alphabetic() && !next.is_numeric()
                        || is_joining(next)
                        || matches!(next, '\'' | '’') && follows(char::is_alphabetic))
        }
        WordKind::Number => {
            next.is_numeric()
                || matches!(next, '.' | ',' | ':' | '\u{066B}' | '\u{066C}')
                    && follows(char::is_numeric)
        }
    }
}

/// Letters that need no look-up in the tables of Unicode, which took an eighth of the time of a comparison by words:
/// nearly all of an Arabic text, which is what those tables are slow for.
pub(crate) fn is_plain_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{0620}'..='\u{063F}' | '\u{0641}'..='\u{064A}')
}

/// Marks and joiners that stand inside words.
fn is_joining(c: char) -> bool {
    matches!(c, '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{200C}' | '\u{200D}' | '\u{0300}'..='\u{036F}')
}

/// Scripts that are written without spaces: one character, one word.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::pack;

    #[test]
    fn words_are_cut_where_readers_see_them() {
        for (language, text, expected) in [
            ("ar", "و250 قطعة", "و|250|قطعه"),
            ("ar", "قتلوا.وأضاف", "قتلوا|واضاف"),
            ("ar", "بـ٧٥٪ من ٦٠٠ ألف", "ب|75|من|600|الف"),
            ("en", "at 6.42pm, 9,300 of them", "at|6.42|pm|9,300|of|them"),
            (
                "en",
                "Kazakhstan’s state-run 'hot spots'",
                "kazakhstan's|state|run|hot|spots",
            ),
            (
                "fr",
                "qu’aujourd’hui l'homme d’État",
                "qu|aujourd'hui|l|homme|d|état",
            ),
            ("zh", "北京2022年", "北|京|2022|年"),
        ] {
            let forms: Vec<String> = words(text, pack(language))
                .into_iter()
                .map(|w| w.form)
                .collect();
            assert_eq!(forms.join("|"), expected, "{text}");
        }
    }

    #[test]
    fn plain_letters_are_letters_by_the_tables_of_unicode() {
        let plain: Vec<char> = ('\0'..='\u{FFFF}')
            .filter(|&c| is_plain_letter(c))
            .collect();
        assert_eq!(plain.len(), 52 + 42);
        for c in plain {
            assert!(c.is_alphabetic() && !c.is_numeric(), "{c:?}");
            assert!(!is_joining(c) && !is_ideograph(c), "{c:?}");
        }
    }

    #[test]
    fn spans_are_those_of_the_original() {
        let text = "قريبًا، 12";
        let spans: Vec<&str> = words(text, pack("ar"))
            .iter()
            .map(|w| &text[w.span.clone()])
            .collect();
        assert_eq!(spans, ["قريبًا", "12"]);
    }
}
