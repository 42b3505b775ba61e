//! What reports call things: words that judge, their plain counterparts, and the phrases that keep a label at arm's
//! length (`so-called`).
//!
//! A sense (`fighters`, `coup`) has one name in all languages, so that labels of one thing meet across them. The
//! words are compared by stem. Lists by hand, from the vocabulary that studies of news framing name again and again
//! (who are terrorists, militants or martyrs: Entman 1993, "Framing"); they are no dictionary of bias.

use super::folder::Folder;
use super::table::{rows, variants};
use super::{Pack, Property, Word};
use std::collections::HashMap;

/// What Arabic glues to the front of a word.
const PREFIXES: [&str; 13] = [
    "", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "فال", "كال", "لل", "ولل",
];
/// What Arabic adds to its end, folded.
const ENDINGS: [&str; 14] = [
    "", "ا", "ه", "ي", "يه", "يا", "ين", "ون", "ان", "ات", "تين", "ها", "هم", "تها",
];

/// The same for a word that ends with ta marbuta.
const FEMININE: [&str; 7] = ["ه", "ات", "تين", "تان", "تها", "تهم", "ته"];

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
    /// Whether clitics are glued to words, as in Arabic.
    glues: bool,
    /// Phrases behind which a label stands, folded.
    distancing: Vec<Vec<String>>,
}

impl Labels {
    /// Those of a language; empty where it has no tables.
    pub(super) fn read(pack: &Pack, folder: &Folder) -> Labels {
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
            glues: pack.is(Property::VerbFirst),
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
        let leads = if self.glues {
            PREFIXES.as_slice()
        } else {
            &[""]
        };
        let bare = leads
            .iter()
            .filter_map(|p| self.spelling(word).strip_prefix(p));
        let phrases = bare.filter_map(|w| self.words.get(lead(w))).flatten();
        let (phrase, sense) = phrases
            .filter(fits)
            .max_by_key(|(phrase, _)| phrase.len())?;
        Some((phrase.len(), *sense))
    }

    /// What of a word is compared: its stem, in Arabic its form.
    fn spelling<'w>(&self, word: &'w Word) -> &'w str {
        if self.glues { &word.form } else { &word.stem }
    }

    /// Whether a word is a form of a table's word. Light stemming is too coarse here: it makes `كيان` and `بيان` one.
    fn is_form(&self, word: &Word, listed: &str) -> bool {
        if !self.glues {
            return word.stem == listed;
        }
        let (base, endings) = match listed.strip_suffix('ه') {
            Some(base) => (base, FEMININE.as_slice()),
            None => (listed, ENDINGS.as_slice()),
        };
        PREFIXES.iter().any(|prefix| {
            let rest = word
                .form
                .strip_prefix(prefix)
                .and_then(|w| w.strip_prefix(base));
            rest.is_some_and(|ending| endings.contains(&ending))
        })
    }

    /// The length in words of the distancing phrase that ends right before `at`, an Arabic clitic at `at` aside.
    #[must_use]
    pub fn distanced(&self, words: &[Word], at: usize) -> Option<usize> {
        let ends = |phrase: &&Vec<String>| {
            phrase.len() <= at
                && phrase
                    .iter()
                    .zip(&words[at - phrase.len()..at])
                    .enumerate()
                    .all(|(n, (p, w))| w.form == *p || n == 0 && glued(&w.form) == p)
        };
        self.distancing.iter().filter(ends).map(Vec::len).max()
    }
}

/// `بما`, `وما` as `ما`.
fn glued(form: &str) -> &str {
    form.strip_prefix(['ب', 'و', 'ل', 'ف', 'ك']).unwrap_or(form)
}

/// A table's word as it is compared.
fn parts(word: &str, pack: &Pack) -> Vec<String> {
    let found = super::words(word, pack).into_iter();
    found
        .map(|w| {
            if pack.is(Property::VerbFirst) {
                w.form
            } else {
                w.stem
            }
        })
        .collect()
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
