//! Words that turn a statement into another: opposites, negations that deny nothing, and plans.

use super::folder::Folder;
use super::table::{rows, variants};
use std::collections::{HashMap, HashSet};

/// The rules of one language.
pub struct Contrast {
    /// The concept and the pole of each phrase, by the stems of its words.
    opposites: HashMap<String, Vec<(&'static str, bool)>>,
    /// Words behind a negation that make it deny nothing.
    idle: HashSet<String>,
    /// Phrases that say an act is still to come.
    plans: Vec<Vec<String>>,
}

impl Contrast {
    pub(super) fn read(folder: &Folder, stem: impl Fn(&str) -> String) -> Contrast {
        let mut opposites: HashMap<String, Vec<(&'static str, bool)>> = HashMap::new();
        for [concept, pole, words, _] in rows(folder.table("opposites")) {
            for phrase in variants(words) {
                let stems: Vec<String> = phrase.iter().map(|word| stem(word)).collect();
                let poles = opposites.entry(stems.join(" ")).or_default();
                if !poles.contains(&(concept, pole == "+")) {
                    poles.push((concept, pole == "+"));
                }
            }
        }
        let idle = rows(folder.table("idle"))
            .flat_map(|[words, _]| variants(words))
            .flatten()
            .collect();
        let plans = rows(folder.table("plans"))
            .flat_map(|[words, _]| variants(words))
            .collect();
        Contrast {
            opposites,
            idle,
            plans,
        }
    }

    /// The concepts at a pole of which a phrase stands, by the stems of a text from there on: two words (`إخلاء سبيل`)
    /// before one.
    pub fn poles(&self, stems: &[String]) -> &[(&'static str, bool)] {
        let two = stems.get(..2).map(|two| two.join(" "));
        let of = |phrase: &str| self.opposites.get(phrase);
        let found = two.and_then(|two| of(&two)).or_else(|| of(stems.first()?));
        found.map_or(&[], Vec::as_slice)
    }

    /// Whether a negation before this word denies nothing.
    #[must_use]
    pub fn is_idle(&self, form: &str) -> bool {
        self.idle.contains(form)
    }

    /// Whether some words begin with a phrase that says an act is still to come.
    #[must_use]
    pub fn plans(&self, forms: &[String]) -> bool {
        self.plans.iter().any(|phrase| forms.starts_with(phrase))
    }
}
