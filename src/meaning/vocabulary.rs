//! Every word of a story, once, with its weight.
//!
//! A word weighs by how rare it is in general (its Zipf frequency) and by how rare it is in this story: what stands
//! all over both articles (the country, the president) says nothing about which claims belong together. Attributions
//! and datelines weigh nothing: two claims are not alike because the same ministry spoke on the same day.

use super::canonical;
use crate::article::Article;
use crate::claim::Claim;
use crate::language::{Pack, When, WordKind, frequency::zipf_unglued, pack, words};
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
            let found = canonical::terms(claim, pack).into_iter().map(|word| {
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
                        zipf: zipf_unglued(pack.tag, &word.form).unwrap_or(UNKNOWN_LANGUAGE),
                        number: word.kind == WordKind::Number,
                        form: word.form,
                        stem: word.stem,
                    });
                    vocabulary.len() - 1
                });
                Token {
                    span: word.span,
                    entry,
                    weight: if quiet { 0.0 } else { 1.0 },
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
