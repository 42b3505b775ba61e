//! What the two layouts lay out: groups of entries, whose cells hold blocks of styled text.

use super::style::Style;

/// Text that starts on a line of its own and has one direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// Whether it runs right to left: its paragraph's direction.
    pub rtl: bool,
    /// Its words, run by run.
    pub runs: Vec<(String, Style)>,
    /// Whether what does not fit into one line is cut off.
    pub one_line: bool,
}

impl Block {
    /// A block in one style.
    pub(super) fn styled(text: impl Into<String>, rtl: bool, style: Style) -> Self {
        Block {
            rtl,
            runs: vec![(text.into(), style)],
            one_line: false,
        }
    }

    /// A block as the terminal writes.
    pub(super) fn plain(text: impl Into<String>, rtl: bool) -> Self {
        Block::styled(text, rtl, Style::Plain)
    }
}

/// One row: a finding, or what else is said about some claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Which claims, by their short references.
    pub refs: Vec<String>,
    /// What is said about them: the verdict's symbol and word, and remarks.
    pub label: Vec<Block>,
    /// What each outlet says, A first.
    pub sides: Vec<Vec<Block>>,
}

/// Rows that belong together: those of a set of aligned paragraphs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// Its paragraphs: `A8 ≈ B5`, or `A6` alone.
    pub head: String,
    /// Its rows, at least one.
    pub entries: Vec<Entry>,
}
