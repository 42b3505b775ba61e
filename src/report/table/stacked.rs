//! The narrow layout: what stands side by side in the table stands one below the other.

use super::block::{Block, Entry, Group};
use super::grid;
use super::labels::Labels;
use super::paint::Pen;
use super::style::Style;

const RULE: char = '─';
/// The letter of a side, its line and a space.
const MARGIN: usize = 3;

/// Groups under their rules, a line each.
pub(super) fn stack(groups: &[Group], width: usize, pen: Pen, labels: Labels) -> Vec<String> {
    let stack = Stack { width, pen, labels };
    let lines = groups.iter().flat_map(|group| {
        let entries = group.entries.iter().flat_map(|e| stack.entry(e));
        std::iter::once(stack.rule(&group.head)).chain(entries)
    });
    lines.collect()
}

struct Stack {
    width: usize,
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
        let width = self.width - MARGIN;
        let letter = self.pen.set(&self.labels.remark(self.labels.letter(side)));
        let letter = self.pen.line(&letter, self.labels.is_rtl());
        if !self.labels.is_rtl() {
            let lines = grid::wrap(block, width, self.pen).into_iter();
            return lines.map(|line| format!("{letter}│ {line}")).collect();
        }
        let lines = grid::padded(block, width, self.pen).into_iter();
        lines.map(|line| format!("{line} │{letter}")).collect()
    }

    /// `A8.2 B5  ≈ reworded`, the remarks after it.
    fn title(&self, entry: &Entry) -> Block {
        let mut runs = vec![(entry.refs.join(" "), Style::Plain)];
        for (text, style) in entry.label.iter().flat_map(|block| &block.runs) {
            runs.push(("  ".to_owned(), Style::Plain));
            runs.push((text.clone(), *style));
        }
        Block {
            rtl: self.labels.is_rtl(),
            runs,
        }
    }
}
