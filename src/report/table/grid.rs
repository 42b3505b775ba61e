//! Layout by comfy-table: wrapping to a width, and the table: references, what is said about them, and the outlets.

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
/// A border and a space on each side of each column.
const CELL: usize = 3;
/// The longest verdict but one ("@ other source" takes two lines).
const LABEL: usize = 10;
/// The longest reference that is not broken.
const LONGEST_REF: usize = 12;
/// The narrowest column in which a text can still be read.
const NARROWEST: usize = 8;

/// The columns' widths: of the references, of what is said about them, of each outlet.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    widths: Vec<usize>,
    /// Whether the first column stands on the right.
    mirrored: bool,
}

impl Columns {
    /// Columns of these widths.
    pub(super) fn of(widths: Vec<usize>, mirrored: bool) -> Self {
        Columns { widths, mirrored }
    }

    /// Shares `width` cells out; the texts get the same room, but for an odd cell.
    pub(super) fn share(groups: &[Group], width: usize, mirrored: bool) -> Self {
        let entries = || groups.iter().flat_map(|group| &group.entries);
        let refs = entries().flat_map(|entry| &entry.refs);
        let refs = refs
            .map(|r| r.chars().count())
            .max()
            .unwrap_or(0)
            .clamp(2, LONGEST_REF);
        let texts = entries().map(|entry| entry.sides.len()).max().unwrap_or(0);
        let room = width
            .saturating_sub(frame(2 + texts) + refs + LABEL)
            .max(texts * NARROWEST);
        let text = |at: usize| (room + texts - 1 - at) / texts;
        let widths = [refs, LABEL].into_iter().chain((0..texts).map(text));
        Columns::of(widths.collect(), mirrored)
    }

    /// The table, a line each; under a header, if there is one.
    pub(super) fn table(
        &self,
        header: Option<Vec<Vec<Block>>>,
        groups: &[Group],
        pen: Pen,
    ) -> Vec<String> {
        let mut table = bare(STYLE);
        let mut held = Vec::new();
        if let Some(header) = header {
            let (texts, laid) = self.hold(header, pen);
            held.push(texts);
            table.set_header(laid);
        }
        for entry in groups.iter().flat_map(|g| &g.entries) {
            let (texts, laid) = self.hold(blocks(entry, self.mirrored), pen);
            held.push(texts);
            table.add_row(laid);
        }
        let widths = self.ordered(self.widths.clone()).into_iter();
        table.set_constraints(widths.map(|width| fixed(width + 2)));
        self.restored(&table, held, &ruled(groups), pen)
    }

    /// The columns as they stand on the screen.
    fn ordered<T>(&self, mut columns: Vec<T>) -> Vec<T> {
        if self.mirrored {
            columns.reverse();
        }
        columns
    }

    fn hold(&self, cells: Vec<Vec<Block>>, pen: Pen) -> (Vec<Held>, Vec<String>) {
        let cells = self.ordered(cells).into_iter();
        let cells = cells.zip(self.ordered(self.widths.clone()));
        cells
            .map(|(blocks, width)| Held::take(&blocks, width, pen))
            .unzip()
    }

    /// Puts the text back, and leaves out the rules between rows of one group.
    fn restored(
        &self,
        table: &Table,
        held: Vec<Vec<Held>>,
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

    fn line(&self, laid: &str, row: &mut [Held], pen: Pen) -> String {
        let mut out = String::from(BORDER);
        let segments = laid.trim_matches(BORDER).split(BORDER);
        let widths = self.ordered(self.widths.clone());
        for ((segment, held), width) in segments.zip(row).zip(widths) {
            let (rtl, line) = held.give(segment);
            let text = pen.padded(&line, rtl, width);
            out.extend([" ", &text, " "]);
            out.push(BORDER);
        }
        out
    }
}

/// What the borders of so many columns take.
pub(super) fn frame(columns: usize) -> usize {
    columns * CELL + 1
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

/// An entry's cells; its references run as the report does.
fn blocks(entry: &Entry, rtl: bool) -> Vec<Vec<Block>> {
    let refs = entry.refs.iter().map(|r| Block::plain(r, rtl)).collect();
    let mut cells = vec![refs, entry.label.clone()];
    cells.extend(entry.sides.iter().cloned());
    cells
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
    let (mut held, laid) = Held::take(std::slice::from_ref(block), width, pen);
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
