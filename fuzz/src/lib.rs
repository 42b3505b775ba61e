//! What holds for every article that was read, asked of whatever the fuzzer makes up.
//!
//! The same as the property tests in `tests/it/reading.rs` and `tests/it/invariants.rs` ask; here the inputs are grown by
//! what they reach in the code.

use std::ops::Range;
use storydiff::claim::Claim;
use storydiff::{Article, ReadOptions, claim, parse};

/// Reads `bytes` as the input `name`, and checks what came of it. Nothing where they were refused, with a message.
///
/// # Panics
/// When a promise is broken.
#[must_use]
pub fn read(bytes: &[u8], name: &str) -> Option<Article> {
    match parse(bytes, name, &ReadOptions::default()) {
        Ok(article) => {
            assert!(!article.paragraphs.is_empty(), "an article of nothing");
            is_clean(&article);
            Some(article)
        }
        Err(error) => {
            assert!(error.to_string().starts_with(name), "{error}");
            assert!(!error.hint().is_empty(), "{error}");
            None
        }
    }
}

/// Nothing that acts or cannot be seen is in a paragraph.
///
/// # Panics
/// When it is.
pub fn is_clean(article: &Article) {
    for paragraph in &article.paragraphs {
        let text = &paragraph.text;
        assert!(!text.contains(is_hidden), "{text:?}");
        assert!(!text.contains("  "), "{text:?}");
        assert_eq!(text.trim(), text);
        assert!(!text.is_empty());
    }
}

fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Every line of a plain text is in one paragraph, in order, with all its letters and digits.
///
/// # Panics
/// When one is not.
pub fn is_whole(article: &Article, text: &str) {
    let numbers: Vec<usize> = article.paragraphs.iter().filter_map(|p| p.line).collect();
    assert_eq!(numbers.len(), article.paragraphs.len());
    assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]));
    let read: String = article
        .paragraphs
        .iter()
        .map(|p| letters(&p.text))
        .collect();
    assert_eq!(read, letters(text));
}

/// Letters and digits, but those of private use, which the reader drops.
#[must_use]
pub fn letters(text: &str) -> String {
    let shown = |c: &char| {
        c.is_alphanumeric() && !matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
    };
    text.chars().filter(shown).collect()
}

/// Whether a text is sure to be read as plain text, letter for letter: no markup, no entities, no JSON, no bytes that
/// make it UTF-16 or no text at all, and not decoded wrongly beforehand.
#[must_use]
pub fn is_plain(text: &str) -> bool {
    let odd = |c: char| matches!(c, '&' | '<' | '\u{FFFD}') || (c.is_ascii_control() && c != '\n');
    let latin = |c: char| matches!(c, '\u{80}'..='\u{FF}');
    !text.trim_start().starts_with('{') && !text.contains(odd) && !text.contains(latin)
}

/// Claims are verbatim and in reading order, their parts lie within them, and no word of the report is in none.
///
/// # Panics
/// When they are not.
pub fn are_claims(article: &Article) {
    let (claims, _) = claim::find(article, 'L');
    let place = |claim: &Claim| (claim.paragraph, claim.span.start);
    assert!(claims.windows(2).all(|two| place(&two[0]) < place(&two[1])));
    for claim in &claims {
        let text = &article.paragraphs[claim.paragraph].text;
        assert_eq!(text.get(claim.span.clone()), Some(claim.text.as_str()));
        assert!(text.get(claim.attribution.clone()).is_some());
        let is_within = |aside: &Range<usize>| claim.text.get(aside.clone()).is_some();
        assert!(claim.asides.iter().all(is_within));
    }
    for (at, paragraph) in article.paragraphs.iter().enumerate() {
        let of_it: Vec<&Claim> = claims.iter().filter(|c| c.paragraph == at).collect();
        assert!(paragraph.kind.is_report() || of_it.is_empty());
        let is_lost = |(byte, c): (usize, char)| {
            let held =
                |claim: &&Claim| claim.span.contains(&byte) || claim.attribution.contains(&byte);
            c.is_alphanumeric() && !of_it.iter().any(held)
        };
        let lost = paragraph.kind.is_report() && paragraph.text.char_indices().any(is_lost);
        assert!(!lost, "{}", paragraph.text);
    }
}
