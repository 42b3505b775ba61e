//! What reports call things: words that judge, their plain counterparts, and the phrases that keep a label at arm's
//! length (`so-called`).
//!
//! A sense (`fighters`, `coup`) has one name in all languages, so that labels of one thing meet across them. The
//! words are compared by stem. Lists by hand, from the vocabulary that studies of news framing name again and again
//! (who are terrorists, militants or martyrs: Entman 1993, "Framing"); they are no dictionary of bias.

use super::arabic::morphology::is_form_of;
use super::folder::Folder;
use super::table::{rows, variants};
use super::{BEFORE_NOUNS, Class, PARTICLES, Pack, Word};
use std::collections::HashMap;

/// What a word of the tables labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sense {
    /// What is labelled: one name in all languages.
    pub name: &'static str,
    /// Whether the word judges.
    pub loaded: bool,
}

/// The labels of one language.
pub struct Labels {
    /// Phrases by the first letters of their first word, the longest first.
    words: HashMap<String, Vec<(Vec<String>, Sense)>>,
    pack: &'static Pack,
    /// Phrases behind which a label stands, folded.
    distancing: Vec<Vec<String>>,
}

impl Labels {
    /// Those of a language; empty where it has no tables.
    pub(super) fn read(pack: &'static Pack, folder: &Folder) -> Labels {
        let mut words: HashMap<String, Vec<(Vec<String>, Sense)>> = HashMap::new();
        for [forms, name, tone, _] in rows(folder.table("loaded")) {
            let sense = Sense {
                name,
                loaded: tone == "loaded",
            };
            for phrase in variants(forms) {
                let phrase: Vec<String> = phrase.iter().flat_map(|w| parts(w, pack)).collect();
                let first = phrase.first().map_or("", |w| lead(w)).to_owned();
                words.entry(first).or_default().push((phrase, sense));
            }
        }
        for phrases in words.values_mut() {
            phrases.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
        }
        let split = |phrase: Vec<String>| -> Vec<String> {
            let parts = phrase.iter().flat_map(|w| super::words(w, pack));
            parts.map(|w| w.form).collect()
        };
        Labels {
            words,
            pack,
            distancing: rows(folder.table("labels"))
                .flat_map(|[phrases, _]| variants(phrases))
                .map(split)
                .collect(),
        }
    }

    /// What the word at `at` labels, and of how many words the label is.
    #[must_use]
    pub fn sense(&self, words: &[Word], at: usize) -> Option<(usize, Sense)> {
        let word = words.get(at)?;
        let fits = |(phrase, _): &&(Vec<String>, Sense)| {
            phrase.len() <= words.len() - at
                && phrase
                    .iter()
                    .zip(&words[at..])
                    .all(|(p, w)| self.is_form(w, p))
        };
        let bare = self.pack.readings(spelling(word, self.pack), BEFORE_NOUNS);
        let phrases = bare.filter_map(|w| self.words.get(lead(w))).flatten();
        let (phrase, sense) = phrases
            .filter(fits)
            .max_by_key(|(phrase, _)| phrase.len())?;
        Some((phrase.len(), *sense))
    }

    /// Whether a word is a form of a table's word. Light stemming is too coarse here: it makes `كيان` and `بيان` one.
    fn is_form(&self, word: &Word, listed: &str) -> bool {
        if self.pack.lists(Class::PluralEnding) {
            return is_number_of(&word.form, listed) || is_number_of(listed, &word.form);
        }
        if !self.pack.has_proclitics() {
            return word.stem == listed;
        }
        let mut readings = self.pack.readings(&word.form, BEFORE_NOUNS);
        readings.any(|reading| is_form_of(reading, listed))
    }

    /// The length in words of the distancing phrase that ends right before `at`, a clitic before its first word aside.
    #[must_use]
    pub fn distanced(&self, words: &[Word], at: usize) -> Option<usize> {
        let glued = |form| self.pack.cut(form, PARTICLES);
        let ends = |phrase: &&Vec<String>| {
            phrase.len() <= at
                && phrase
                    .iter()
                    .zip(&words[at - phrase.len()..at])
                    .enumerate()
                    .all(|(n, (p, w))| {
                        w.form == *p || n == 0 && glued(&w.form).any(|bare| bare == p)
                    })
        };
        self.distancing.iter().filter(ends).map(Vec::len).max()
    }
}

/// A table's word as it is compared.
fn parts(word: &str, pack: &Pack) -> Vec<String> {
    let found = super::words(word, pack);
    found
        .iter()
        .map(|word| spelling(word, pack).to_owned())
        .collect()
}

/// What of a word is compared: its stem, but its form where clitics are cut off that, or where the plural has an ending of its own
/// (a stem makes `executive` and `executed` one).
fn spelling<'w>(word: &'w Word, pack: &Pack) -> &'w str {
    if pack.has_proclitics() || pack.lists(Class::PluralEnding) {
        &word.form
    } else {
        &word.stem
    }
}

/// Whether one form is the other, or its plural or possessor.
fn is_number_of(many: &str, one: &str) -> bool {
    let ending = many.strip_prefix(one);
    ending.is_some_and(|ending| matches!(ending, "" | "s" | "es" | "'s"))
}

/// The first three letters.
fn lead(word: &str) -> &str {
    let end = word.char_indices().nth(3).map_or(word.len(), |(at, _)| at);
    &word[..end]
}

#[cfg(test)]
mod tests {
    use crate::language::folder::{FOLDERS, Folder, folder};
    use crate::language::{pack, table, words};

    #[test]
    fn every_row_is_found_in_its_example() {
        for Folder { tag, .. } in &FOLDERS {
            let labels = pack(tag).labels();
            for [_, _, _, example] in table::rows(folder(tag).table("loaded")) {
                let words = words(example, pack(tag));
                let found = (0..words.len()).any(|at| labels.sense(&words, at).is_some());
                assert!(found, "{example}");
            }
        }
    }

    #[test]
    fn every_distancing_phrase_is_found_before_its_label() {
        for Folder { tag, .. } in &FOLDERS {
            let labels = pack(tag).labels();
            for [_, example] in table::rows(folder(tag).table("labels")) {
                let words = words(example, pack(tag));
                let found = (1..=words.len()).any(|at| labels.distanced(&words, at).is_some());
                assert!(found, "{example}");
            }
        }
    }

    #[test]
    fn plain_words_are_no_labels() {
        let english = words("the council met in the town on Monday", pack("en"));
        let labels = pack("en").labels();
        assert!((0..english.len()).all(|at| labels.sense(&english, at).is_none()));
        assert!((1..english.len()).all(|at| labels.distanced(&english, at).is_none()));
    }
}
