//! Every word of a story, once, with its weight.
//!
//! A word weighs by how rare it is in general (its Zipf frequency) and by how rare it is in this story: what stands
//! all over both articles (the country, the president) says nothing about which claims belong together. Stop words
//! weigh next to nothing, also in languages whose frequencies are not known. Attributions and datelines weigh nothing:
//! two claims are not alike because the same ministry spoke on the same day.

use super::canonical;
use crate::article::Article;
use crate::claim::Claim;
use crate::language::{Pack, When, Word, WordKind, frequency::zipf_unglued, pack, words};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// A word where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// Byte range in the claim's text.
    pub span: Range<usize>,
    /// Index into the vocabulary of its side.
    pub entry: usize,
    /// 0 for what only attributes or dates.
    pub weight: f32,
    /// Whether it is part of a name.
    pub name: bool,
}

/// A distinct word of one side.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// In the spelling used for matching.
    pub form: String,
    /// Without clitics and endings.
    pub stem: String,
    /// Whether it is a number.
    pub number: bool,
    /// How common it is in general: log10 of uses per billion words; 0 for an unknown word.
    pub zipf: f32,
}

/// One side's claims in words.
#[derive(Debug, Clone)]
pub struct Side {
    /// Its distinct words, in the order of their first use.
    pub vocabulary: Vec<Entry>,
    /// The words of each claim.
    pub claims: Vec<Vec<Token>>,
}

/// The least and the greatest general weight; between them it falls with the Zipf frequency.
const LIGHTEST: f32 = 0.08;
/// The Zipf frequency of a word that weighs next to nothing.
const COMMONEST: f32 = 7.0;
/// How much of the Zipf scale lies between the lightest and the full weight.
const SPREAD: f32 = 5.0;
/// What a word counts as in a language without frequencies.
const UNKNOWN_LANGUAGE: f32 = 4.0;
/// A number says what is counted only together with the words around it.
const NUMBER: f32 = 0.6;

/// The words of a claim's names.
fn names(claim: &Claim, pack: &Pack) -> HashSet<String> {
    let each = claim.names.iter().flat_map(|name| words(name, pack));
    each.map(|word| word.form).collect()
}

impl Side {
    /// The words of some claims.
    pub(super) fn new(article: &Article, claims: &[Claim]) -> Side {
        let pack = pack(&article.language);
        let mut index: HashMap<String, usize> = HashMap::new();
        let mut vocabulary: Vec<Entry> = Vec::new();
        let tokens = claims.iter().map(|claim| {
            let names = names(claim, pack);
            let terms = canonical::terms(claim, pack);
            let stops = stops(&terms, pack);
            let found = terms.into_iter().zip(stops).map(|(word, is_stop)| {
                let quiet = claim
                    .asides
                    .iter()
                    .any(|a| a.start <= word.span.start && word.span.end <= a.end)
                    || matches!(
                        pack.calendar.get(&word.form),
                        Some(When::Weekday(_) | When::Day(_))
                    );
                let name = names.contains(&word.form);
                let entry = *index.entry(word.form.clone()).or_insert_with(|| {
                    vocabulary.push(Entry {
                        zipf: zipf_unglued(pack, &word.form).unwrap_or(UNKNOWN_LANGUAGE),
                        number: word.kind == WordKind::Number,
                        form: word.form,
                        stem: word.stem,
                    });
                    vocabulary.len() - 1
                });
                Token {
                    span: word.span,
                    entry,
                    weight: match (quiet, is_stop) {
                        (true, _) => 0.0,
                        (false, true) => LIGHTEST,
                        (false, false) => 1.0,
                    },
                    name,
                }
            });
            found.collect()
        });
        let claims = tokens.collect();
        Side { vocabulary, claims }
    }

    /// In how many claims each stem stands.
    pub(super) fn spread(&self) -> HashMap<&str, usize> {
        let mut spread: HashMap<&str, usize> = HashMap::new();
        for claim in &self.claims {
            let mut stems: Vec<&str> = claim
                .iter()
                .map(|t| self.vocabulary[t.entry].stem.as_str())
                .collect();
            stems.sort_unstable();
            stems.dedup();
            for stem in stems {
                *spread.entry(stem).or_default() += 1;
            }
        }
        spread
    }

    /// Weigh every word, given in how many of the story's claims each stem stands.
    pub(super) fn weigh(&mut self, spread: &HashMap<String, usize>, claims: usize) {
        let weights: Vec<f32> = self
            .vocabulary
            .iter()
            .map(|entry| {
                let rare = (1.0
                    + claims as f32 / spread.get(&entry.stem).copied().unwrap_or(1) as f32)
                    .ln();
                let known = ((COMMONEST - entry.zipf) / SPREAD).clamp(LIGHTEST, 1.0);
                rare * if entry.number { NUMBER } else { known }
            })
            .collect();
        for token in self.claims.iter_mut().flatten() {
            token.weight *= weights[token.entry];
        }
    }
}

/// Which words are in a stop word; one may be several of them.
fn stops(words: &[Word], pack: &Pack) -> Vec<bool> {
    let mut found = Vec::with_capacity(words.len());
    while found.len() < words.len() {
        let rest = words[found.len()..].iter().map(|word| word.form.as_str());
        let length = pack.stops.at(&rest);
        found.extend(std::iter::repeat_n(length > 0, length.max(1)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::Side;
    use crate::article::{ReadOptions, parse};
    use crate::claim;
    use std::collections::HashMap;

    /// The share of a sentence's weight that its last so many words have.
    fn share_of_last(language: &str, text: &str, last: usize) -> f32 {
        let options = ReadOptions {
            language: Some(language.to_owned()),
            ..ReadOptions::default()
        };
        let article = parse(text.as_bytes(), "", &options).expect("text");
        let (claims, _) = claim::find(&article, 'L');
        let mut side = Side::new(&article, &claims);
        let spread: HashMap<String, usize> = HashMap::new();
        side.weigh(&spread, claims.len());
        let weights: Vec<f32> = side.claims.iter().flatten().map(|t| t.weight).collect();
        let (stops, words) = weights.split_at(weights.len() - last);
        words.iter().sum::<f32>() / (stops.iter().sum::<f32>() + words.iter().sum::<f32>())
    }

    #[test]
    fn stop_words_weigh_next_to_nothing_with_frequencies_and_without() {
        for (language, text, last) in [
            ("de", "Das ist nicht von der Hafenbehörde.", 1),
            ("tr", "Ama bu için belediyesi.", 1),
            ("zh", "但是他们的船沉没", 3),
            ("ja", "しかしこの船沈没", 3),
            ("ko", "그리고 또한 정부가", 1),
            ("th", "และ หรือ รัฐบาล", 1),
        ] {
            let share = share_of_last(language, text, last);
            assert!(share > 0.85, "{language}: {share}");
        }
    }
}
