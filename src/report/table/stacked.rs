//! The narrow layout: what stands side by side in the table stands one below the other.

use super::block::{Block, Entry, Group};
use super::grid;
use super::paint::Pen;
use super::style::Style;

const RULE: &str = "─";

/// Groups under their rules, a line each.
pub(super) fn stack(groups: &[Group], width: usize, pen: Pen) -> Vec<String> {
    let lines = groups.iter().flat_map(|group| {
        let entries = group.entries.iter().flat_map(|e| entry(e, width, pen));
        std::iter::once(rule(&group.head, width)).chain(entries)
    });
    lines.collect()
}

/// `── A8 ≈ B5 ──────`.
fn rule(head: &str, width: usize) -> String {
    let head = match head {
        "" => RULE.repeat(2),
        head => format!("{RULE}{RULE} {head} "),
    };
    let rest = width.saturating_sub(head.chars().count());
    head + &RULE.repeat(rest)
}

fn entry(entry: &Entry, width: usize, pen: Pen) -> Vec<String> {
    let mut lines = grid::wrap(&title(entry), width, pen);
    for (letter, blocks) in ["A", "B"].into_iter().zip(&entry.sides) {
        for line in blocks.iter().flat_map(|b| grid::wrap(b, width - 3, pen)) {
            lines.push(format!("{letter}│ {line}"));
        }
    }
    lines
}

/// `A8.2 B5  ≈ reworded`, the remarks after it.
fn title(entry: &Entry) -> Block {
    let mut runs = vec![(entry.refs.join(" "), Style::Plain)];
    for (text, style) in entry.label.iter().flat_map(|block| &block.runs) {
        runs.push(("  ".to_owned(), Style::Plain));
        runs.push((text.clone(), *style));
    }
    Block { rtl: false, runs }
}
