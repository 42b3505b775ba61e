//! The diff-style table for the terminal.
//!
//! The answer first ([`brief`]: counts, headlines, what conflicts, what moved on, labels, names), then one table of the
//! whole story in A's order ([`order`]), a row for each claim of A that B has as well; below it what was left out, and
//! doubts.
//!
//! The way of a text: [`block`] (words with styles) → [`cluster`] (cleaned, measured; [`shape`]d for terminals that do
//! not) → [`standins`] laid out by comfy-table ([`grid`], or [`stacked`] where it is narrow) → [`paint`] (order,
//! direction controls, colours). Why so: terminals disagree with `str::width` on lam-alef and with each other on
//! right-to-left text; nine were measured.

mod around;
mod bidi;
mod block;
mod brief;
mod cells;
mod clean;
mod cluster;
mod grid;
mod labels;
mod order;
mod paint;
mod refs;
mod shape;
mod stacked;
mod standins;
pub(super) mod story;
mod style;
mod writer;

use super::messages::Msg;
use super::outline::brief::Brief;
use super::outline::pair::Pair;
use super::{Layout, View};
use crate::article::Note;
use crate::model::{Comparison, Finding, Side};
use block::{Block, Group};
use labels::Labels;
use paint::Pen;
use refs::Refs;
use style::Style;

/// Below this many columns a table gets tall and narrow.
const TABLE_FROM: usize = 96;
const NARROWEST: usize = 20;
const WIDEST: usize = 1000;

/// The whole report, ending with a newline.
pub(super) fn render(comparison: &Comparison, view: &View) -> String {
    let labels = Labels::of(view.ui);
    let sides = around::sides(comparison);
    let refs = Refs::of(&sides, labels);
    let page = Page::of(view, labels);
    let pair = Pair::new(comparison, view);
    let mut brief = Brief::of(&pair, brief::room(page.width));
    let beside = brief::beside(page.width);
    brief.fit(beside);
    if view.brief {
        let doubts = page.doubts(&comparison.notes);
        return [page.brief(&brief, beside), doubts].concat().join("\n") + "\n";
    }
    let mut lines = page.brief(&brief.top(), beside);
    lines.push(String::new());
    let groups = writer::groups(comparison, &refs, labels, view);
    if !groups.is_empty() {
        lines.extend(page.text(&labels.remark(labels.say(Msg::TableLegend))));
    }
    let header = sides.iter().enumerate();
    let header = header
        .map(|(at, side)| header_of(labels, at, side))
        .collect();
    lines.extend(page.groups(Some(header), &groups));
    if view.verbose {
        let left_out = around::left_out(&sides, labels);
        lines.extend(page.section(Msg::TableLeftOut, &left_out));
    } else if let Some(count) = around::left_out_count(comparison, labels) {
        lines.extend(page.text(&count));
    }
    if view.explain {
        let shows = |finding: &Finding| view.shows(finding.verdict);
        for line in around::evidence(comparison, &refs, labels, shows) {
            lines.extend(page.text(&line));
        }
    }
    for note in around::notes(&comparison.notes, labels) {
        lines.extend(page.text(&note));
    }
    lines.join("\n") + "\n"
}

fn header_of(labels: Labels, side: usize, of: &Side) -> Block {
    let name = &of.article.name;
    let rtl = labels.is_rtl() || bidi::direction(name).unwrap_or(false);
    Block::styled(labels.letter(side) + "  " + name, rtl, Style::Heading)
}

/// The width, the layout and the pen of one report.
struct Page {
    width: usize,
    stacked: bool,
    pen: Pen,
    labels: Labels,
}

impl Page {
    fn of(view: &View, labels: Labels) -> Self {
        Page {
            width: view.width.clamp(NARROWEST, WIDEST),
            stacked: match view.layout {
                Layout::Auto => view.width < TABLE_FROM,
                Layout::Table => false,
                Layout::Stacked => true,
            },
            pen: Pen::of(view),
            labels,
        }
    }

    fn text(&self, block: &Block) -> Vec<String> {
        grid::wrap(block, self.width, self.pen)
    }

    /// The doubts of reading, for who sees nothing else.
    fn doubts(&self, notes: &[Note]) -> Vec<String> {
        let notes = notes.iter().filter(|note| note.is_of_reading());
        let blocks = around::notes(notes, self.labels);
        blocks.iter().flat_map(|block| self.text(block)).collect()
    }

    fn groups(&self, header: Option<Vec<Block>>, groups: &[Group]) -> Vec<String> {
        if groups.is_empty() {
            return Vec::new();
        }
        if self.stacked {
            return stacked::stack(groups, self.width, self.pen, self.labels);
        }
        let header = header.map(|outlets| {
            let outlets = outlets.into_iter().map(|outlet| vec![outlet]);
            [vec![], vec![]].into_iter().chain(outlets).collect()
        });
        grid::Columns::share(groups, self.width, self.labels.is_rtl())
            .table(header, groups, self.pen)
    }

    fn section(&self, title: Msg, groups: &[Group]) -> Vec<String> {
        if groups.is_empty() {
            return Vec::new();
        }
        let mut lines = vec![String::new()];
        lines.extend(self.text(&self.title(title)));
        lines.extend(self.groups(None, groups));
        lines
    }

    fn title(&self, title: Msg) -> Block {
        Block::styled(self.labels.say(title), self.labels.is_rtl(), Style::Heading)
    }
}
