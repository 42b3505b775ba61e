//! Layout by comfy-table: wrapping to a width, and the table of four columns.

use super::block::{Block, Entry, Group};
use super::cluster::Cluster;
use super::paint::Pen;
use super::standins::Held;
use comfy_table::presets::{NOTHING, UTF8_FULL};
use comfy_table::{
    ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, Table, TableStyle, Width,
};

const STYLE: TableStyle = UTF8_FULL
    .header_lines(ContentLineStyle::new('│', '│', '│'))
    .content_lines(ContentLineStyle::new('│', '│', '│'))
    .row_separator(LineStyle::new('├', '─', '┼', '┤'));
const BORDER: char = '│';
const RULE: char = '├';
/// Five borders, and a space on each side of each of the four columns.
const FRAME: usize = 5 + 4 * 2;
/// The longest verdict but one ("@ other source" takes two lines).
const LABEL: usize = 10;
/// The longest reference that is not broken.
const LONGEST_REF: usize = 12;
/// The narrowest column in which a text can still be read.
const NARROWEST: usize = 8;

/// The columns' widths: of the references, the verdicts, A and B.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    widths: [usize; 4],
    /// Whether the first column stands on the right.
    mirrored: bool,
}

impl Columns {
    /// Shares `width` cells out; the two texts get the same room, but for an odd cell.
    pub(super) fn share(groups: &[Group], width: usize, mirrored: bool) -> Self {
        let refs = groups.iter().flat_map(|g| &g.entries).flat_map(|e| &e.refs);
        let refs = refs
            .map(|r| r.chars().count())
            .max()
            .unwrap_or(0)
            .clamp(2, LONGEST_REF);
        let texts = width
            .saturating_sub(FRAME + refs + LABEL)
            .max(2 * NARROWEST);
        Columns {
            widths: [refs, LABEL, texts - texts / 2, texts / 2],
            mirrored,
        }
    }

    /// The table, a line each; under a header, if there is one.
    pub(super) fn table(
        self,
        header: Option<[Block; 2]>,
        groups: &[Group],
        pen: Pen,
    ) -> Vec<String> {
        let mut table = bare(STYLE);
        let mut held = Vec::new();
        if let Some([left, right]) = header {
            let (texts, laid) = self.hold([vec![], vec![], vec![left], vec![right]], pen);
            held.push(texts);
            table.set_header(laid);
        }
        for entry in groups.iter().flat_map(|g| &g.entries) {
            let (texts, laid) = self.hold(blocks(entry), pen);
            held.push(texts);
            table.add_row(laid);
        }
        table.set_constraints(self.ordered(self.widths).map(|width| fixed(width + 2)));
        self.restored(&table, held, &ruled(groups), pen)
    }

    /// The columns as they stand on the screen.
    fn ordered<T>(self, mut columns: [T; 4]) -> [T; 4] {
        if self.mirrored {
            columns.reverse();
        }
        columns
    }

    fn hold(self, cells: [Vec<Block>; 4], pen: Pen) -> ([Held; 4], Vec<String>) {
        let held = self.ordered(cells).map(|blocks| Held::take(&blocks, pen));
        let laid = held.iter().map(|(_, laid)| laid.clone()).collect();
        (held.map(|(held, _)| held), laid)
    }

    /// Puts the text back, and leaves out the rules between rows of one group.
    fn restored(
        self,
        table: &Table,
        held: Vec<[Held; 4]>,
        ruled: &[bool],
        pen: Pen,
    ) -> Vec<String> {
        let mut out = Vec::new();
        let mut held = held.into_iter();
        let mut follows = ruled.iter();
        let mut row = None;
        for line in table.lines() {
            if !line.starts_with(BORDER) {
                row = None;
                if !line.starts_with(RULE) || follows.next() == Some(&true) {
                    out.push(line);
                }
                continue;
            }
            if row.is_none() {
                row = held.next();
            }
            if let Some(row) = &mut row {
                out.push(self.line(&line, row, pen));
            }
        }
        out
    }

    fn line(self, laid: &str, row: &mut [Held; 4], pen: Pen) -> String {
        let mut out = String::from(BORDER);
        let segments = laid.trim_matches(BORDER).split(BORDER);
        for ((segment, held), width) in segments.zip(row).zip(self.ordered(self.widths)) {
            let (rtl, line) = held.give(segment);
            let text = pen.padded(&line, rtl, width);
            out.extend([" ", &text, " "]);
            out.push(BORDER);
        }
        out
    }
}

/// A table whose columns are as wide as they are told, not as their contents.
fn bare(style: TableStyle) -> Table {
    let mut table = Table::new();
    table
        .load_style(style)
        .set_content_arrangement(ContentArrangement::Dynamic);
    table
}

fn fixed(width: usize) -> ColumnConstraint {
    ColumnConstraint::Absolute(Width::Fixed(u16::try_from(width).unwrap_or(u16::MAX)))
}

fn blocks(entry: &Entry) -> [Vec<Block>; 4] {
    let rtl = entry.label.iter().any(|label| label.rtl);
    let refs = entry.refs.iter().map(|r| Block::plain(r, rtl)).collect();
    let [left, right] = entry.sides.clone();
    [refs, entry.label.clone(), left, right]
}

/// For each row but the last, whether a rule follows: at the end of a group.
fn ruled(groups: &[Group]) -> Vec<bool> {
    let last = |g: &Group| {
        (1..=g.entries.len())
            .map(|n| n == g.entries.len())
            .collect::<Vec<_>>()
    };
    groups.iter().flat_map(last).collect()
}

/// One text wrapped to a width, each line as it is written and without padding on the right.
pub(super) fn wrap(block: &Block, width: usize, pen: Pen) -> Vec<String> {
    let written = |rtl, line: &[Cluster], width| {
        if rtl {
            pen.padded(line, true, width)
        } else {
            pen.line(line, false)
        }
    };
    wrapped(block, width, pen, written)
}

/// One text wrapped to a width, each line as wide.
pub(super) fn padded(block: &Block, width: usize, pen: Pen) -> Vec<String> {
    wrapped(block, width, pen, |rtl, line, width| {
        pen.padded(line, rtl, width)
    })
}

fn wrapped(
    block: &Block,
    width: usize,
    pen: Pen,
    written: impl Fn(bool, &[Cluster], usize) -> String,
) -> Vec<String> {
    let width = width.max(NARROWEST);
    let (mut held, laid) = Held::take(std::slice::from_ref(block), pen);
    let mut table = bare(NOTHING);
    table.add_row([laid]).set_constraints([fixed(width)]);
    if let Some(column) = table.column_mut(0) {
        column.set_padding((0, 0));
    }
    let lines = table.lines().map(|laid| {
        let (rtl, line) = held.give(&laid);
        written(rtl, &line, width)
    });
    lines.collect()
}
