//! From a comparison to what people and programs read: one file a format.
//!
//! Entry: [`render`]. It orders and words; it finds nothing. Only this folder knows widths, colours and markup.

mod docx;
mod html;
pub mod index;
mod json;
pub mod lines;
mod markdown;
mod messages;
mod outline;
pub mod story;
mod table;
mod words;

pub use messages::Ui;

use crate::compare::{Comparison, Verdict};
use crate::story::StoryTable;

/// The formats of a report that are text; a Word file is none ([`docx`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// The diff-style table for the terminal.
    #[default]
    Table,
    /// For editors: GitHub-flavoured markdown.
    Markdown,
    /// For editors: one HTML file.
    Html,
    /// For programs.
    Json,
}

/// How a report is shown.
#[derive(Debug, Clone)]
pub struct View {
    /// Show only these verdicts; empty: all.
    pub only: Vec<Verdict>,
    /// Columns of the terminal.
    pub width: usize,
    /// Table or stacked.
    pub layout: Layout,
    /// How right-to-left text is written for the terminal.
    pub bidi: Bidi,
    /// Whether to write colours and styles.
    pub colour: bool,
    /// Whether the terminal writes a lam-alef pair in one cell (mlterm).
    pub lam_alef_narrow: bool,
    /// Whether to list what was removed line by line, and the like.
    pub verbose: bool,
    /// The language of the report's own words; JSON is always in English.
    pub ui: Ui,
    /// The newsroom's file that was read.
    pub desk: Option<String>,
}

/// The terminal's layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// The table from 96 columns on, stacked below.
    #[default]
    Auto,
    /// Always the table.
    Table,
    /// Always stacked.
    Stacked,
}

/// How right-to-left text is written for the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Bidi {
    /// Logical order, no controls: for files and pipes.
    #[default]
    None,
    /// Logical order, each cell line between an isolate and its pop: VTE, Konsole.
    Isolate,
    /// Reordered and shaped: terminals without bidi (xterm, alacritty).
    Visual,
    /// Words in visual order, letters logical: kitty.
    Words,
}

impl Default for View {
    fn default() -> Self {
        View {
            only: Vec::new(),
            width: 120,
            layout: Layout::Auto,
            bidi: Bidi::None,
            colour: false,
            lam_alef_narrow: false,
            verbose: false,
            ui: Ui::En,
            desk: None,
        }
    }
}

impl View {
    /// Whether findings of this verdict are shown.
    #[must_use]
    pub fn shows(&self, verdict: Verdict) -> bool {
        self.only.is_empty() || self.only.contains(&verdict)
    }
}

/// The whole report as a Word file: the bytes of a `.docx`.
#[must_use]
pub fn docx(comparison: &Comparison, view: &View) -> Vec<u8> {
    docx::render(comparison, view)
}

/// What a Word file says, as the XML of its main part.
#[must_use]
pub fn docx_text(comparison: &Comparison, view: &View) -> String {
    docx::document(comparison, view)
}

/// The whole report of a story of many outlets as a Word file: the bytes of a `.docx`.
#[must_use]
pub fn story_docx(table: &StoryTable, view: &View) -> Vec<u8> {
    docx::render_story(table, view.ui)
}

/// What such a Word file says, as the XML of its main part.
#[must_use]
pub fn story_docx_text(table: &StoryTable, view: &View) -> String {
    docx::story_document(table, view.ui)
}

/// The whole report, ready to be written out; it ends with a newline.
#[must_use]
pub fn render(comparison: &Comparison, format: Format, view: &View) -> String {
    match format {
        Format::Json => json::render(comparison, view),
        Format::Html => html::render(comparison, view),
        Format::Markdown => markdown::render(comparison, view),
        Format::Table => table::render(comparison, view),
    }
}
