//! One spelling for comparing: folded Arabic letters, or the 26 Latin ones.
//!
//! Arabic script is folded as everywhere in storydiff ([`fold()`]). Every other script is written in Latin
//! letters: those that `latin-letters.tsv` lists by its rows, because their sound is
//! more than the bare letter (ş is "sh"), the rest by `any_ascii`.
//!
//! What it gets wrong: Hebrew loses its vowels, Han is read as Mandarin even in Japanese
//! names, and a Latin letter sounds alike in all languages.

use std::sync::LazyLock;

use any_ascii::any_ascii_char;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::rules::Rules;
use crate::language::fold;

static LETTERS: LazyLock<Rules> = LazyLock::new(|| Rules::read(include_str!("latin-letters.tsv")));

/// The script a folded word is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Arabic,
}

/// The words of a name, folded, each in one script. Splits at all but letters and marks;
/// an apostrophe or a modifier letter inside a word is dropped.
pub(super) fn words(name: &str) -> Vec<(Script, String)> {
    let name = name.nfc().collect::<String>().to_lowercase();
    name.split(|letter: char| !is_name_letter(letter))
        .flat_map(|word| [in_arabic(word), in_latin(word)])
        .filter(|(_, word)| !word.is_empty())
        .collect()
}

fn is_name_letter(letter: char) -> bool {
    let dropped = matches!(
        letter,
        '\'' | '’' | '‘' | 'ʼ' | '`' | '\u{200b}'..='\u{200f}'
    );
    letter.is_alphabetic() || is_combining_mark(letter) || dropped
}

fn in_arabic(word: &str) -> (Script, String) {
    let mut letters = fold(word);
    letters.retain(is_letter);
    (Script::Arabic, letters)
}

/// A letter of Arabic script, not a mark or a figure.
fn is_letter(letter: char) -> bool {
    matches!(letter, '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}' | '\u{671}'..='\u{6d3}')
}

fn in_latin(word: &str) -> (Script, String) {
    let other: String = word.chars().filter(|&letter| !is_arabic(letter)).collect();
    let letters = LETTERS
        .apply(&other)
        .chars()
        .flat_map(|letter| any_ascii_char(letter).chars())
        .filter(char::is_ascii_alphabetic)
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    (Script::Latin, letters)
}

fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}'
        | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(name: &str) -> Vec<String> {
        words(name).into_iter().map(|(_, word)| word).collect()
    }

    #[test]
    fn every_letter_row_writes_its_example() {
        for row in include_str!("latin-letters.tsv").lines().skip(1) {
            let fields: Vec<_> = row.split('\t').collect();
            assert!(fields[2].to_lowercase().contains(fields[0]), "{row}");
            assert!(folded(fields[2]).concat().contains(fields[1]), "{row}");
        }
    }

    #[test]
    fn arabic_marks_and_forms_are_folded() {
        assert_eq!(folded("مُحَمَّـد"), ["محمد"]);
        assert_eq!(folded("ﻣﺤﻤﺪ"), ["محمد"]);
        assert_eq!(folded("لیلى کریم"), ["ليلي", "كريم"]);
    }

    #[test]
    fn words_end_at_hyphens_not_at_apostrophes() {
        assert_eq!(folded("Qassym-Jomart"), ["qassym", "jomart"]);
        assert_eq!(folded("Ma’ruf Kan'an"), ["maruf", "kanan"]);
        assert_eq!(folded("(12) — …"), [""; 0]);
    }

    #[test]
    fn other_scripts_are_written_in_latin_letters() {
        assert_eq!(folded("Жапаров"), ["zhaparov"]);
        assert_eq!(folded("習近平"), ["xijinping"]);
        assert_eq!(folded("İstanbul"), ["istanbul"]);
    }
}
