//! How long an article may be.
//!
//! Comparing holds each word and each claim of one article against each of the other, so time and memory grow with
//! the product of their lengths (docs/performance.md). An article of 2,000 paragraphs stays below these bounds; what is
//! above them is a book or an attack.

use super::Paragraph;
use std::collections::HashSet;

/// So many sentences and paragraphs.
pub(super) const MOST_SENTENCES: usize = 8_000;
/// So many different words.
pub(super) const MOST_WORDS: usize = 20_000;

/// Whether the report in these paragraphs is longer than can be compared.
pub(super) fn is_too_long(paragraphs: &[Paragraph]) -> bool {
    let report = || paragraphs.iter().filter(|p| p.kind.is_report());
    let ends = |text: &str| text.matches(is_end).count() + 1;
    let sentences: usize = report().map(|p| ends(&p.text)).sum();
    // Most articles have fewer words than this in all.
    let words = || report().flat_map(|p| p.text.split(' '));
    sentences > MOST_SENTENCES
        || words().count() > MOST_WORDS && words().collect::<HashSet<_>>().len() > MOST_WORDS
}

fn is_end(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '؟' | '…' | '。' | '！' | '？' | '۔' | ';' | '؛'
    )
}
