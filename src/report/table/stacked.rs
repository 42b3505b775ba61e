//! The narrow layout: what stands side by side in the table stands one below the other.

use super::block::{Block, Entry, Group};
use super::clean::cells;
use super::grid;
use super::labels::Labels;
use super::paint::Pen;
use super::style::Style;

const RULE: char = '─';
/// The line behind an outlet's letter, and a space.
const MARGIN: usize = 2;

/// Groups under their rules, a line each.
pub(super) fn stack(groups: &[Group], width: usize, pen: Pen, labels: Labels) -> Vec<String> {
    let outlets = groups.iter().flat_map(|group| &group.entries);
    let outlets = outlets.map(|entry| entry.sides.len()).max().unwrap_or(0);
    let letters = (0..outlets).map(|outlet| cells(&labels.letter(outlet)));
    let stack = Stack {
        width,
        letter: letters.max().unwrap_or(1),
        pen,
        labels,
    };
    let lines = groups.iter().flat_map(|group| {
        let entries = group.entries.iter().flat_map(|e| stack.entry(e));
        std::iter::once(stack.rule(&group.head)).chain(entries)
    });
    lines.collect()
}

struct Stack {
    width: usize,
    /// The room that the widest letter of an outlet takes.
    letter: usize,
    pen: Pen,
    labels: Labels,
}

impl Stack {
    /// `── A8 ≈ B5 ──────`, beginning where the report's language does.
    fn rule(&self, head: &str) -> String {
        let rule = |cells: usize| RULE.to_string().repeat(cells);
        if head.is_empty() {
            return rule(self.width);
        }
        let title = self.pen.set(&self.labels.remark(head));
        let taken: usize = title.iter().map(|c| c.width).sum();
        let title = self.pen.line(&title, self.labels.is_rtl());
        let rest = rule(self.width.saturating_sub(taken + 4));
        if self.labels.is_rtl() {
            format!("{rest} {title} {}", rule(2))
        } else {
            format!("{} {title} {rest}", rule(2))
        }
    }

    fn entry(&self, entry: &Entry) -> Vec<String> {
        let mut lines = grid::wrap(&self.title(entry), self.width, self.pen);
        for (side, blocks) in entry.sides.iter().enumerate() {
            lines.extend(blocks.iter().flat_map(|block| self.said(side, block)));
        }
        lines
    }

    /// `A│ …`, or `… │أ` where the report runs from right to left.
    fn said(&self, side: usize, block: &Block) -> Vec<String> {
        let width = self.width - self.letter - MARGIN;
        let letter = self.labels.remark(self.labels.letter(side));
        let letter = self.pen.set(&letter);
        let letter = self.pen.padded(&letter, self.labels.is_rtl(), self.letter);
        if !self.labels.is_rtl() {
            let lines = grid::wrap(block, width, self.pen).into_iter();
            return lines.map(|line| format!("{letter}│ {line}")).collect();
        }
        let lines = grid::padded(block, width, self.pen).into_iter();
        lines.map(|line| format!("{line} │{letter}")).collect()
    }

    /// `A8.2 B5  ≈ reworded`, the remarks after it.
    fn title(&self, entry: &Entry) -> Block {
        let refs = [(entry.refs.join(" "), Style::Plain)];
        let said = entry.label.iter().flat_map(|block| &block.runs).cloned();
        let mut runs = Vec::new();
        for run in refs
            .into_iter()
            .chain(said)
            .filter(|(text, _)| !text.is_empty())
        {
            if !runs.is_empty() {
                runs.push(("  ".to_owned(), Style::Plain));
            }
            runs.push(run);
        }
        Block {
            rtl: self.labels.is_rtl(),
            runs,
            one_line: false,
        }
    }
}
