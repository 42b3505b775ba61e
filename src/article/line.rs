//! One line of an article as the rules see it: folded words, and what stands between them.
//!
//! The folding is coarser than the one for matching claims: accents go as well, since pages write `A lire aussi`.

use crate::language::{fold_accents, is_plain_letter};
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// No rule looks at more words than this; what is longer is the report.
pub(super) const MOST_WORDS: usize = 48;

/// A line cut into words.
#[derive(Debug)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    /// At most [`MOST_WORDS`] and one.
    pub(super) words: Vec<Word>,
}

/// A run of letters, a run of digits, or `©`.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) form: String,
    pub(super) span: Range<usize>,
    pub(super) case: Case,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// Begins with a capital letter.
    Capital,
    /// Begins with a small letter.
    Small,
    /// A script without capitals.
    Caseless,
    /// Digits.
    Number,
}

impl<'a> Line<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let words = spans(text)
            .take(MOST_WORDS + 1)
            .map(|span| Word {
                form: fold_accents(&text[span.clone()]),
                case: case(&text[span.clone()]),
                span,
            })
            .collect();
        Line { text, words }
    }

    /// What stands between word `n` and the one before it (for 0: before it, for the last's successor: after it).
    pub(super) fn gap(&self, n: usize) -> &'a str {
        let start = n
            .checked_sub(1)
            .and_then(|before| self.words.get(before))
            .map_or(0, |w| w.span.end);
        let end = self.words.get(n).map_or(self.text.len(), |w| w.span.start);
        self.text.get(start..end).unwrap_or("")
    }

    pub(super) fn ends_sentence(&self) -> bool {
        ends_sentence(self.text)
    }
}

/// Whether a text ends as a statement, question or exclamation does, quotation marks and brackets put aside. Two or
/// three stops are no end: headlines and teasers break off with them.
pub(super) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| {
        matches!(
            c,
            '"' | '\'' | '”' | '“' | '’' | '»' | ')' | ']' | '„' | '›' | ' '
        )
    });
    let dots = text.chars().rev().take_while(|&c| c == '.').count();
    dots == 1 || text.ends_with(['!', '?', '؟', '。', '！', '？', '۔', '।', '؛'])
}

/// Whether a single full stop ends it, as it ends no headline; that of `U.S.` does not count.
pub(super) fn ends_with_stop(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '\'', '”', '“', '’', '»', ')', ' ']);
    let before = |c: char| text.strip_suffix(c);
    let Some(rest) = before('.').or_else(|| before('。')).or_else(|| before('۔')) else {
        return false;
    };
    let mut tail = rest.chars().rev();
    let (last, second) = (tail.next(), tail.next());
    !(last == Some('.') || last.is_some_and(char::is_uppercase) && matches!(second, Some('.')))
}

fn case(word: &str) -> Case {
    match word.chars().next() {
        Some(c) if c.is_numeric() => Case::Number,
        Some(c) if c.is_lowercase() => Case::Small,
        Some(c) if c.is_uppercase() => Case::Capital,
        _ => Case::Caseless,
    }
}

/// The words of a text. Letters and digits that are glued together are two words (`8.15am`).
pub(super) fn spans(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(|c| class(c).is_some())?;
        let kind = text[start..].chars().next().and_then(class);
        at = start;
        while let Some(c) = text[at..].chars().next() {
            let after = at + c.len_utf8();
            if class(c) != kind && !is_inside(c) && !joins_digits(kind, c, &text[after..]) {
                break;
            }
            at = after;
        }
        Some(start..at)
    })
}

/// Points, commas and colons between digits: `10:15`, `1,204`, `12.05.2024`.
fn joins_digits(kind: Option<Class>, c: char, after: &str) -> bool {
    kind == Some(Class::Digits)
        && matches!(c, '.' | ',' | ':' | '٫' | '٬')
        && after.starts_with(char::is_numeric)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letters,
    Digits,
    Sign,
}

fn class(c: char) -> Option<Class> {
    if is_plain_letter(c) {
        Some(Class::Letters)
    } else if c.is_numeric() {
        Some(Class::Digits)
    } else if c.is_alphabetic() {
        Some(Class::Letters)
    } else {
        (c == '©').then_some(Class::Sign)
    }
}

/// What stands inside words without being a letter.
fn is_inside(c: char) -> bool {
    is_combining_mark(c) || matches!(c, '\u{640}' | '\u{200C}' | '\u{200D}')
}

#[cfg(test)]
mod tests {
    use super::{Line, ends_sentence, ends_with_stop};
    use crate::language::fold_accents;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn plain_letters_fold_as_all_others_do() {
        for c in ('\0'..='\u{FFFF}').filter(|&c| crate::language::is_plain_letter(c)) {
            let folded = crate::language::fold(&c.to_string());
            assert!(folded.nfd().eq(folded.chars()), "{c:?}");
        }
    }

    #[test]
    fn spellings_of_one_word_fold_into_one() {
        for (written, folded) in [
            ("إقرأ", "اقرا"),
            ("أيضًا", "ايضا"),
            ("مقــالات", "مقالات"),
            ("قراءة", "قراءه"),
            ("À", "a"),
            ("ЁЛКА", "елка"),
            ("İLGİLİ", "ilgili"),
            ("تازه\u{200C}ترین", "تازهترين"),
            ("٢٠٢٤", "2024"),
        ] {
            assert_eq!(fold_accents(written), folded, "{written}");
        }
    }

    #[test]
    fn a_line_is_cut_into_words_and_what_is_between_them() {
        let line = Line::new("(Wed 8.15am): l’été");
        let forms: Vec<&str> = line.words.iter().map(|w| w.form.as_str()).collect();
        assert_eq!(forms, ["wed", "8.15", "am", "l", "ete"]);
        assert_eq!(
            (line.gap(0), line.gap(2), line.gap(3), line.gap(5)),
            ("(", "", "): ", "")
        );
    }

    #[test]
    fn headlines_may_end_in_anything_but_one_full_stop() {
        for (text, sentence, stop) in [
            ("He left.", true, true),
            ("He “left.”", true, true),
            ("قال نعم.", true, true),
            ("من يدفع الفاتورة؟", true, false),
            ("وهدنة هشة...", false, false),
            ("Wheat shut out in the U.S.", true, false),
            ("Mayor quits", false, false),
        ] {
            assert_eq!(
                (ends_sentence(text), ends_with_stop(text)),
                (sentence, stop),
                "{text}"
            );
        }
    }
}
