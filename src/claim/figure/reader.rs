//! A text's words with the number rules of its language: what all parts of reading a figure ask.

use crate::language::figures::{ByFirst, NumberKind, Numeral};
use crate::language::{Clitic, Pack, Word, WordKind};
use std::ops::Range;

/// A text, its words and the rules.
pub(in crate::claim) struct Reader<'a> {
    /// The text.
    pub text: &'a str,
    /// Its words.
    pub words: &'a [Word],
    /// The rules of its language.
    pub pack: &'static Pack,
}

/// A phrase of a table found at a word.
pub(in crate::claim) struct Match<T: 'static> {
    /// The rule.
    pub rule: &'static T,
    /// The word behind it.
    pub end: usize,
    /// Whether a glued `and` stood before it.
    pub joined: bool,
}

impl<'a> Reader<'a> {
    /// A word's matching form; empty behind the last.
    pub fn form(&self, word: usize) -> &'a str {
        self.words.get(word).map_or("", |w| w.form.as_str())
    }

    /// The signs between the word before `word` and it.
    pub fn gap(&self, word: usize) -> &'a str {
        let before = word.checked_sub(1).map(|w| self.words.get(w));
        let from = match before {
            None => 0,
            Some(Some(word)) => word.span.end,
            Some(None) => return "",
        };
        let to = self.words.get(word).map(|w| w.span.start);
        &self.text[from..to.unwrap_or(self.text.len())]
    }

    /// Whether nothing but spaces and hyphens stands before `word`.
    pub fn runs_on(&self, word: usize) -> bool {
        word < self.words.len()
            && self.gap(word).chars().all(|c| {
                c.is_whitespace() || matches!(c, '-' | '\u{0640}' | '\u{2011}' | '\u{200F}')
            })
    }

    /// Whether a stop behind the digits at a word makes a place in a row of them: `21. Angriff`.
    pub fn is_stopped(&self, word: usize) -> bool {
        self.pack.numerals.ordinal_stop
            && self.form(word).len() <= 2
            && self.is_number(word)
            && word + 1 < self.words.len()
            && self.gap(word + 1).trim_end() == "."
    }

    /// Whether most words begin with a capital, as in a headline of an American paper: then a capital shows no name.
    pub fn is_titled(&self) -> bool {
        let starts = self.words.iter().filter(|w| w.kind == WordKind::Letters);
        let letters = starts.filter_map(|w| self.text[w.span.clone()].chars().next());
        let (all, large) = letters.fold((0, 0), |(all, large), c| {
            (all + 1, large + usize::from(c.is_uppercase()))
        });
        10 * large >= 6 * all
    }

    /// Whether a word is in digits.
    pub fn is_number(&self, word: usize) -> bool {
        self.words
            .get(word)
            .is_some_and(|w| w.kind == WordKind::Number)
    }

    /// The bytes of some words.
    pub fn bytes(&self, words: &Range<usize>) -> Range<usize> {
        self.words[words.start].span.start..self.words[words.end - 1].span.end
    }

    /// The phrases of a table that begin at a word, the longest first; where the language glues clitics to words, the
    /// fewest are taken off that give a phrase at all.
    pub fn phrases<T>(
        &self,
        table: &'static ByFirst<T>,
        word: usize,
        of: fn(&T) -> &[String],
    ) -> Vec<Match<T>> {
        let form = self.form(word);
        if form.is_empty() {
            return Vec::new();
        }
        let bare = self.pack.unglued(form);
        let mut found = Vec::new();
        for (n, spelling) in std::iter::once(form).chain(bare).enumerate() {
            let rules = table.get(spelling).map_or(&[][..], Vec::as_slice);
            found.extend(
                rules
                    .iter()
                    .filter(|rule| self.goes_on(word, of(rule)))
                    .map(|rule| Match {
                        rule,
                        end: word + of(rule).len(),
                        joined: n > 0 && self.pack.without_conjunction(form).is_some(),
                    }),
            );
            if !found.is_empty() {
                break;
            }
        }
        found
    }

    fn goes_on(&self, word: usize, phrase: &[String]) -> bool {
        phrase.iter().enumerate().skip(1).all(|(n, expected)| {
            let form = self.form(word + n);
            let mut readings = self.pack.readings(form, &[Clitic::Article]);
            readings.any(|reading| reading == expected)
                && self
                    .gap(word + n)
                    .chars()
                    .all(|c| c.is_whitespace() || matches!(c, '-' | '/' | '.'))
        })
    }

    /// The number words at a word.
    pub fn numbers(&self, word: usize) -> Vec<Match<Numeral>> {
        self.phrases(&self.pack.numerals.numbers, word, |n| &n.words)
    }

    /// The number word of this kind at a word.
    pub fn number(&self, word: usize, kind: NumberKind) -> Option<Match<Numeral>> {
        self.numbers(word).into_iter().find(|m| m.rule.kind == kind)
    }
}
