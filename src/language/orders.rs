//! Phrases by which a text talks to a language model rather than to people (prompt injection). They come in any language
//! on any page, so one table holds them all.

use super::table::rows;
use super::{fold, pack, words};
use std::sync::LazyLock;

static TABLE: &str = include_str!("other/orders.tsv");

static ORDERS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let phrases = rows(TABLE).map(|[phrase, _]| phrase.split_whitespace().map(fold).collect());
    phrases.collect()
});

/// Whether a text gives a language model orders. A report about such orders is taken for one too.
///
/// It misses an order in other words: the form of an answer, and its words, are checked besides.
pub(crate) fn addresses_a_model(text: &str) -> bool {
    let words = words(text, pack("und"));
    let forms: Vec<String> = words.into_iter().map(|word| word.form).collect();
    ORDERS.iter().any(|order| {
        forms
            .windows(order.len())
            .any(|run| run == order.as_slice())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_is_seen_in_its_example() {
        for [phrase, example] in rows(TABLE) {
            assert!(addresses_a_model(example), "{phrase}: {example}");
        }
        for text in [
            "The minister ignored the instructions of the court.",
            "وتجاهل الوزير تعليمات المحكمة.",
            "The system prompted a recall.",
        ] {
            assert!(!addresses_a_model(text), "{text}");
        }
    }
}
