//! What stands in a cell: a claim as its article words it, its speaker before it, its marks in it.

use super::bidi;
use super::block::Block;
use super::style::Style;
use crate::claim::Claim;
use crate::model::{Finding, Mark, MarkKind, Side};
use crate::report::messages::Messages;
use crate::report::{attributed, cut, marks as shown};

/// The direction of a paragraph: that of most of its letters, or else its language's.
pub(super) fn is_rtl(side: &Side, paragraph: usize) -> bool {
    let text = &side.article.paragraphs[paragraph].text;
    bidi::direction(text).unwrap_or_else(|| is_rtl_language(&side.article.language))
}

/// Whether a language is written right to left (those of the Arabic, Hebrew, Syriac, Thaana and N'Ko scripts).
pub(super) fn is_rtl_language(tag: &str) -> bool {
    let primary = tag.split('-').next().unwrap_or_default();
    matches!(
        primary,
        "ar" | "fa" | "ur" | "he" | "ps" | "ug" | "sd" | "ckb" | "yi" | "syr" | "dv" | "nqo"
    )
}

/// A claim, verbatim, its speaker first where it has one; at most so many characters of it.
pub(super) fn claim(
    messages: Messages,
    side: &Side,
    at: usize,
    marks: &[&Mark],
    most: usize,
) -> Block {
    let claim = &side.claims[at];
    let mut runs = Vec::new();
    let end = cut::beginning(&claim.text, most);
    let speaker = claim.speaker.as_ref();
    if let Some(speaker) = speaker.filter(|s| !attributed::names_itself(s, &claim.text[..end])) {
        runs.push((
            format!("{}:", attributed::short(messages, speaker)),
            Style::Speaker,
        ));
        runs.push((" ".to_owned(), Style::Plain));
    }
    runs.extend(marked(claim, &shown::telling(claim, marks.to_vec()), end));
    if end < claim.text.len() {
        runs.push(("…".to_owned(), Style::Plain));
    }
    Block {
        rtl: is_rtl(side, claim.paragraph),
        runs,
        one_line: false,
    }
}

/// The marks for a claim that is written with these findings: their own, and the differing values of all others, for a
/// claim is written once only.
pub(super) fn marks<'a>(
    side: usize,
    claim: usize,
    findings: &[&'a Finding],
    all: &'a [Finding],
) -> Vec<&'a Mark> {
    let values = all
        .iter()
        .flat_map(|f| &f.marks[side])
        .filter(|mark| mark.kind == MarkKind::Value);
    let own = findings.iter().flat_map(|finding| &finding.marks[side]);
    own.chain(values)
        .filter(|mark| mark.claim == claim)
        .collect()
}

/// The claim's words up to a place, in runs of one style each.
fn marked(claim: &Claim, marks: &[&Mark], end: usize) -> Vec<(String, Style)> {
    let text = &claim.text;
    let mut styles = vec![Style::Plain; text.len()];
    for mark in marks {
        let span = widened(text, mark.span.start, mark.span.end);
        let style = style(mark.kind);
        for at in styles.get_mut(span).into_iter().flatten() {
            // A differing value is never painted over.
            if *at != Style::Value {
                *at = style;
            }
        }
    }
    let mut runs: Vec<(String, Style)> = Vec::new();
    for (at, c) in text[..end].char_indices() {
        match runs.last_mut() {
            Some((run, style)) if *style == styles[at] => run.push(c),
            _ => runs.push((c.to_string(), styles[at])),
        }
    }
    runs
}

/// How marked words are written.
pub(super) fn style(kind: MarkKind) -> Style {
    match kind {
        MarkKind::Shared => Style::Shared,
        MarkKind::Differs => Style::Differs,
        MarkKind::Value => Style::Value,
    }
}

/// The range widened to where no letter is parted from one that it joins: a change of style between two Arabic letters
/// breaks their shapes.
fn widened(text: &str, start: usize, end: usize) -> std::ops::Range<usize> {
    let start = text.floor_char_boundary(start);
    let end = text.ceil_char_boundary(end);
    let before = text[..start].chars().rev().take_while(|&c| joins(c));
    let after = text[end..].chars().take_while(|&c| joins(c));
    let first = text[start..end].starts_with(joins);
    let last = text[start..end].ends_with(joins);
    let back: usize = if first {
        before.map(char::len_utf8).sum()
    } else {
        0
    };
    let on: usize = if last {
        after.map(char::len_utf8).sum()
    } else {
        0
    };
    start - back..end + on
}

/// A letter or mark of a joining script (Arabic, Syriac, Thaana, N'Ko), or a combining mark of any.
fn joins(c: char) -> bool {
    let block =
        matches!(c, '\u{600}'..='\u{8FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}');
    (block && (c.is_alphabetic() || super::clean::cells(c.encode_utf8(&mut [0; 4])) == 0))
        || c == '\u{640}'
        || matches!(c, '\u{300}'..='\u{36F}' | '\u{200C}' | '\u{200D}')
}
