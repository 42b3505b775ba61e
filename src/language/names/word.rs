//! One word of a name, and how like another word it is.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use strsim::{jaro_winkler, normalized_damerau_levenshtein};

use super::cost::{self, Letter};
use super::letters::Script;
use super::rules::Rules;

static LATIN_SOUNDS: LazyLock<Rules> =
    LazyLock::new(|| Rules::read(include_str!("latin-sounds.tsv")));
static ARABIC_SOUNDS: LazyLock<Rules> =
    LazyLock::new(|| Rules::read(include_str!("arabic-sounds.tsv")));

/// Known names that look alike and are not: a spelling's group and name.
static LOOKALIKES: LazyLock<HashMap<&'static str, Known>> = LazyLock::new(|| {
    let rows = include_str!("lookalikes.tsv").lines().skip(1).enumerate();
    rows.flat_map(|(name, row)| {
        let (group, spellings) = row.split_once('\t').unwrap_or((row, ""));
        spellings
            .split_whitespace()
            .map(move |spelling| (spelling, Known { group, name }))
    })
    .collect()
});

/// A name of the look-alikes table: its group and its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Known {
    group: &'static str,
    name: usize,
}

/// The similarity of two names that the look-alikes table tells apart.
const TOLD_APART: f32 = 0.4;

/// Longest word compared, in letters: the cost of a comparison grows with the square.
const LONGEST: usize = 32;

/// Two words whose letters differ in more of the classes of [`class`] are not compared:
/// this takes two thirds off the time and loses nothing on the names list.
const CLASSES_APART: u32 = 1;

/// The mean cost per letter, in nats, at which an Arabic and a Latin word have nothing
/// in common. Chosen so that one threshold serves for all scripts.
const NOTHING_IN_COMMON: f32 = 7.0;

/// Similarities across scripts below this are not worked out; they are 0.
const LEAST_ACROSS: f32 = 0.5;

/// A folded word with all that comparing it needs.
#[derive(Clone, Debug)]
pub(super) struct Word {
    script: Script,
    text: String,
    /// The letters without vowels.
    consonants: String,
    /// The same after sounds that languages and writers mix up are made one.
    sounds: String,
    /// Asked for only across scripts.
    letters: OnceLock<Vec<Letter>>,
    known: Option<Known>,
    /// One bit for each class of letters in the word.
    classes: u32,
}

impl Word {
    pub(super) fn new(script: Script, text: &str) -> Self {
        let text: String = text.chars().take(LONGEST).collect();
        let rules = match script {
            Script::Latin => &LATIN_SOUNDS,
            Script::Arabic => &ARABIC_SOUNDS,
        };
        Self {
            script,
            consonants: consonants(&text),
            sounds: consonants(&rules.apply(&text)),
            letters: OnceLock::new(),
            known: LOOKALIKES.get(text.as_str()).copied(),
            classes: text
                .chars()
                .filter_map(class)
                .fold(0, |all, bit| all | 1 << bit),
            text,
        }
    }

    fn letters(&self) -> &[Letter] {
        self.letters.get_or_init(|| match self.script {
            Script::Latin => cost::latin_letters(&self.text),
            Script::Arabic => cost::arabic_letters(&self.text),
        })
    }

    /// How like another word this is, 0 to 1.
    pub(super) fn similarity(&self, other: &Self) -> f32 {
        if self.text == other.text {
            return 1.0;
        }
        if let (Some(one), Some(two)) = (self.known, other.known)
            && one.group == two.group
        {
            return if one.name == two.name {
                1.0
            } else {
                TOLD_APART
            };
        }
        if (self.classes ^ other.classes).count_ones() > CLASSES_APART {
            return 0.0;
        }
        match (self.script, other.script) {
            (Script::Latin, Script::Arabic) => across(self, other),
            (Script::Arabic, Script::Latin) => across(other, self),
            _ => alike(self, other),
        }
    }
}

/// Similarity within one script: the mean of the whole spelling (Jaro-Winkler, which
/// trusts the beginning of a name most), of the consonants, and of their sounds.
fn alike(one: &Word, other: &Word) -> f32 {
    let spelling = jaro_winkler(&one.text, &other.text);
    let consonants = normalized_damerau_levenshtein(&one.consonants, &other.consonants);
    let sounds = normalized_damerau_levenshtein(&one.sounds, &other.sounds);
    narrow((spelling + consonants + sounds) / 3.0)
}

/// Similarity of a Latin and an Arabic word, by the cost of pairing their letters.
fn across(latin: &Word, arabic: &Word) -> f32 {
    let (latin, arabic) = (latin.letters(), arabic.letters());
    let most = NOTHING_IN_COMMON * (latin.len() + arabic.len()) as f32 / 2.0;
    let cost = cost::distance(latin, arabic, most * (1.0 - LEAST_ACROSS));
    (1.0 - cost / most).max(0.0)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a similarity needs no more digits"
)]
fn narrow(similarity: f64) -> f32 {
    similarity as f32
}

/// The word without vowels, doubled letters once. A word of vowels only stays whole.
fn consonants(word: &str) -> String {
    let mut kept: Vec<char> = word.chars().filter(|&letter| !is_vowel(letter)).collect();
    kept.dedup();
    if kept.is_empty() {
        word.to_owned()
    } else {
        kept.into_iter().collect()
    }
}

fn is_vowel(letter: char) -> bool {
    matches!(
        letter,
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w' | 'ا' | 'و' | 'ي' | 'ء' | 'ع'
    )
}

/// The class of a consonant that is written much the same in both scripts. Letters with
/// several readings (c, g, h, s) have none.
fn class(letter: char) -> Option<u32> {
    match letter {
        'm' | 'م' => Some(0),
        'n' | 'ن' => Some(1),
        'r' | 'ر' => Some(2),
        'l' | 'ل' => Some(3),
        'b' | 'ب' => Some(4),
        'f' | 'v' | 'ف' | 'ڤ' => Some(5),
        'd' | 'د' | 'ض' => Some(6),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> Word {
        let script = if text.is_ascii() {
            Script::Latin
        } else {
            Script::Arabic
        };
        Word::new(script, text)
    }

    #[test]
    fn every_lookalike_is_told_from_the_others_of_its_group() {
        let known: Vec<_> = LOOKALIKES
            .iter()
            .map(|(text, known)| (word(text), known))
            .collect();
        for (one, name) in &known {
            for (two, other) in known.iter().filter(|(_, other)| other.group == name.group) {
                let expected = if name == other { 1.0 } else { TOLD_APART };
                let similarity = one.similarity(two);
                assert!(
                    (similarity - expected).abs() < f32::EPSILON,
                    "{} {}",
                    one.text,
                    two.text
                );
            }
        }
    }

    #[test]
    fn lookalikes_are_written_folded_and_once() {
        let spellings = include_str!("lookalikes.tsv")
            .lines()
            .skip(1)
            .flat_map(|row| row.split_whitespace().skip(1).collect::<Vec<_>>());
        let mut count = 0;
        for spelling in spellings {
            count += 1;
            assert_eq!(super::super::letters::words(spelling)[0].1, spelling);
        }
        assert_eq!(count, LOOKALIKES.len());
    }

    #[test]
    fn words_of_other_consonants_are_not_compared() {
        assert!(word("lavrov").similarity(&word("بوتين")) < f32::EPSILON);
        assert!(word("lavrov").similarity(&word("putin")) < f32::EPSILON);
    }

    #[test]
    fn a_word_of_vowels_keeps_them() {
        assert_eq!(consonants("aoi"), "aoi");
        assert_eq!(consonants("hassan"), "hsn");
    }

    #[test]
    fn very_long_words_are_cut() {
        assert_eq!(word(&"ab".repeat(500)).text.len(), LONGEST);
    }
}
