//! What stands above and below the tables: outlets, what was left out, doubts.

use super::bidi;
use super::block::{Block, Entry, Group};
use super::labels::Labels;
use super::refs::line;
use crate::article::{Note, Paragraph};
use crate::model::{Comparison, Side};
use crate::report::messages::{Arg, Msg};
use crate::report::words;

pub(super) fn sides(comparison: &Comparison) -> [&Side; 2] {
    [&comparison.left, &comparison.right]
}

/// What was left out of the comparison: its lines with the rules that left them out.
pub(super) fn left_out(sides: &[&Side], labels: Labels) -> Vec<Group> {
    let mut groups = Vec::new();
    for (at, side) in sides.iter().enumerate() {
        let removal = |paragraph| removal(at, sides.len(), labels, paragraph);
        let entries: Vec<Entry> = removed(side).map(removal).collect();
        if !entries.is_empty() {
            groups.push(Group {
                head: String::new(),
                entries,
            });
        }
    }
    groups
}

/// The paragraphs that were left out.
pub(super) fn removed(side: &Side) -> impl Iterator<Item = &Paragraph> {
    let paragraphs = side.article.paragraphs.iter();
    paragraphs.filter(|p| !p.kind.is_report())
}

fn removal(at: usize, outlets: usize, labels: Labels, paragraph: &Paragraph) -> Entry {
    let rtl = bidi::direction(&paragraph.text).unwrap_or(false);
    let mut sides = vec![Vec::new(); outlets];
    sides[at].push(Block::plain(&paragraph.text, rtl));
    Entry {
        refs: vec![line(labels, at, paragraph)],
        label: paragraph.rule.iter().map(|r| labels.remark(r)).collect(),
        sides,
    }
}

/// The same in one line; `None` where nothing was left out.
pub(super) fn left_out_count(comparison: &Comparison, labels: Labels) -> Option<Block> {
    let [a, b] = sides(comparison).map(|side| removed(side).count());
    let args = [("a", Arg::Count(a)), ("b", Arg::Count(b))];
    (a + b > 0).then(|| labels.remark(labels.fill(Msg::TableLeftOutCount, &args)))
}

/// The doubts, one a line.
pub(super) fn notes<'n>(notes: impl IntoIterator<Item = &'n Note>, labels: Labels) -> Vec<Block> {
    words::notes(labels.messages(), notes)
        .into_iter()
        .map(|note| labels.remark(labels.fill(Msg::TableNote, &[("note", Arg::Text(&note))])))
        .collect()
}
