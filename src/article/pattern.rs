//! The little language of the phrase tables: a variant is a list of words, `a/b` is one of several words, `a?` may be
//! missing, `#` is a number, `*` is up to six words of any kind.

use super::line::{Case, Word, spans};
use crate::language::fold_accents;

/// A list of places that words can take.
pub(super) struct Variant(Vec<Slot>);

/// What may stand in one place of a variant.
enum Slot {
    Words { any: Vec<String>, optional: bool },
    Number { optional: bool },
    Any,
}

/// The most words that a `*` stands for.
const ANY: usize = 6;

impl Variant {
    pub(super) fn new(text: &str) -> Self {
        Variant(text.split_whitespace().flat_map(places).collect())
    }

    /// All places where it can end if it begins at word `at`, shortest first where it has a choice.
    pub(super) fn ends(&self, words: &[Word], at: usize) -> Vec<usize> {
        let mut open = vec![at];
        for place in &self.0 {
            let mut next: Vec<usize> = open
                .iter()
                .flat_map(|&at| after(place, words, at))
                .collect();
            next.sort_unstable();
            next.dedup();
            open = next;
        }
        open
    }

    /// Words of which a line must have one for the variant to hold; empty: it can hold without any.
    pub(super) fn needs(&self) -> &[String] {
        self.0
            .iter()
            .find_map(|place| match place {
                Slot::Words {
                    any,
                    optional: false,
                } => Some(any.as_slice()),
                _ => None,
            })
            .unwrap_or_default()
    }
}

/// Where the next place may begin if this one begins at word `at`.
fn after(place: &Slot, words: &[Word], at: usize) -> Vec<usize> {
    let one = |holds: bool, optional: bool| {
        let mut found = Vec::new();
        if optional {
            found.push(at);
        }
        if holds {
            found.push(at + 1);
        }
        found
    };
    match place {
        Slot::Any => (at..=words.len().min(at + ANY)).collect(),
        Slot::Number { optional } => one(words.get(at).is_some_and(is_number), *optional),
        Slot::Words { any, optional } => one(
            words.get(at).is_some_and(|word| any.contains(&word.form)),
            *optional,
        ),
    }
}

pub(super) fn is_number(word: &Word) -> bool {
    word.case == Case::Number
}

/// A pattern's word is cut as a line's words are, so that `l’article` and `don't` meet what stands there.
fn places(word: &str) -> Vec<Slot> {
    let (word, optional) = word
        .strip_suffix('?')
        .map_or((word, false), |word| (word, true));
    match word {
        "*" => vec![Slot::Any],
        "#" => vec![Slot::Number { optional }],
        _ if word.contains('/') => vec![Slot::Words {
            any: word.split('/').flat_map(forms).collect(),
            optional,
        }],
        _ => forms(word)
            .into_iter()
            .map(|form| Slot::Words {
                any: vec![form],
                optional,
            })
            .collect(),
    }
}

/// The words of a cell as lines have them.
pub(super) fn forms(word: &str) -> Vec<String> {
    spans(word).map(|span| fold_accents(&word[span])).collect()
}

#[cfg(test)]
mod tests {
    use super::Variant;
    use crate::article::line::Line;

    #[test]
    fn variants_hold_for_the_words_they_list() {
        for (variant, text, ends) in [
            ("read more", "READ MORE: x", vec![2]),
            ("share this? story/article", "Share story", vec![2]),
            (
                "share this? story/article",
                "Share this article now",
                vec![3],
            ),
            ("share this? story/article", "Share this", vec![]),
            ("# comments", "1,204 comments", vec![2]),
            (
                "get * newsletter",
                "Get the Closing Bell newsletter",
                vec![5],
            ),
            ("get * newsletter", "Get newsletter newsletter", vec![2, 3]),
            ("à l’une", "A l'une", vec![3]),
        ] {
            assert_eq!(
                Variant::new(variant).ends(&Line::new(text).words, 0),
                ends,
                "{variant}"
            );
        }
    }
}
