//! From a comparison to what people and programs read: one file a format.
//!
//! Entry: [`render`]. It orders and words; it finds nothing. Only this folder knows widths, colours and markup.

mod attributed;
mod cut;
mod docx;
mod html;
pub(crate) mod index;
mod json;
mod json_brief;
pub(crate) mod lines;
mod markdown;
mod marks;
mod messages;
mod outline;
mod sets;
mod story;
mod table;
mod weight;
mod words;
pub(crate) mod worksheet;

pub use messages::Ui;
pub use story::render as render_story;
pub use worksheet::{Sheet, story_worksheet, worksheet};

use crate::model::{Comparison, Verdict};
use crate::story::StoryTable;

/// The formats of a report that are text; a Word file is none ([`docx`]), and a worksheet is apart ([`worksheet()`]).
///
/// ```
/// use storydiff::{Format, View, render};
///
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// # let left = read("The ferry sank on Sunday night.")?;
/// # let right = read("The ferry sank on Sunday night.")?;
/// let comparison = compare(&left, &right, &Options::default());
/// let json = render(&comparison, Format::Json, &View::default());
/// assert!(json.starts_with('{'));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
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
///
/// ```
/// use storydiff::{Format, View, render};
///
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// # let left = read("The ferry sank on Sunday night.")?;
/// # let right = read("The ferry sank on Sunday night.")?;
/// let comparison = compare(&left, &right, &Options::default());
/// let narrow = View {
///     width: 60,
///     ..View::default()
/// };
/// let report = render(&comparison, Format::Table, &narrow);
/// assert!(report.lines().all(|line| line.chars().count() <= 60));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "switches, each apart")]
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
    /// Whether to name the evidence behind each finding, with its strength.
    pub explain: bool,
    /// The language of the report's own words; JSON is always in English.
    pub ui: Ui,
    /// Whether to write out what is folded otherwise: claims of one side, and values that nothing is set against.
    pub full: bool,
    /// Whether to show only the report's beginning: about twenty lines.
    pub brief: bool,
    /// The newsroom's file that was read.
    pub desk: Option<String>,
}

/// The terminal's layout.
///
/// ```
/// use storydiff::{Format, Layout, View, render};
///
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// # let left = read("The ferry sank on Sunday night.")?;
/// # let right = read("The ferry sank on Sunday night.")?;
/// let comparison = compare(&left, &right, &Options::default());
/// let stacked = View {
///     layout: Layout::Stacked,
///     ..View::default()
/// };
/// assert!(!render(&comparison, Format::Table, &stacked).contains('┌'));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
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
///
/// ```
/// use storydiff::{Bidi, Format, View, render};
///
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// # let left = read("غرقت العبّارة ليلة الأحد.")?;
/// # let right = read("غرقت العبّارة ليلة الأحد.")?;
/// let comparison = compare(&left, &right, &Options::default());
/// let isolated = View {
///     bidi: Bidi::Isolate,
///     ..View::default()
/// };
/// let report = |view: &View| render(&comparison, Format::Table, view);
/// assert!(report(&isolated).contains('\u{2067}') && !report(&View::default()).contains('\u{2067}'));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
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
            explain: false,
            ui: Ui::En,
            full: false,
            brief: false,
            desk: None,
        }
    }
}

impl View {
    /// Whether findings of this verdict are shown.
    ///
    /// ```
    /// use storydiff::{Verdict, View};
    ///
    /// let conflicts = View {
    ///     only: vec![Verdict::Conflict],
    ///     ..View::default()
    /// };
    /// assert!(conflicts.shows(Verdict::Conflict) && !conflicts.shows(Verdict::Same));
    /// ```
    #[must_use]
    pub fn shows(&self, verdict: Verdict) -> bool {
        self.only.is_empty() || self.only.contains(&verdict)
    }
}

/// The whole report as a Word file: the bytes of a `.docx`.
///
/// ```
/// use storydiff::{View, docx};
///
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// # let left = read("The ferry sank on Sunday night.")?;
/// # let right = read("The ferry sank on Sunday night.")?;
/// let comparison = compare(&left, &right, &Options::default());
/// // A Word file is a ZIP archive.
/// assert!(docx(&comparison, &View::default()).starts_with(b"PK"));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[must_use]
pub fn docx(comparison: &Comparison, view: &View) -> Vec<u8> {
    docx::render(comparison, view)
}

/// What a Word file says, as the XML of its main part.
///
/// ```
/// use storydiff::View;
/// use storydiff::report::docx_text;
///
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// # let left = read("The ferry sank on Sunday night.")?;
/// # let right = read("The ferry sank on Sunday night.")?;
/// let comparison = compare(&left, &right, &Options::default());
/// assert!(docx_text(&comparison, &View::default()).contains("<w:document"));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[must_use]
pub fn docx_text(comparison: &Comparison, view: &View) -> String {
    docx::document(comparison, view)
}

/// The whole report of a story of many outlets as a Word file: the bytes of a `.docx`.
///
/// ```
/// use storydiff::{View, story_docx};
///
/// # use storydiff::{Options, ReadOptions, parse, tell};
/// # let report = |dead: &str| {
/// #     let text = format!("Ferry sinks off the northern coast\n\nThe ferry sank on Sunday night near the harbour wall, and {dead} passengers were killed.\n");
/// #     parse(text.as_bytes(), "report", &ReadOptions::default())
/// # };
/// let story = tell(&[report("16")?, report("16")?, report("19")?], &Options::default());
/// assert!(story_docx(&story, &View::default()).starts_with(b"PK"));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[must_use]
pub fn story_docx(table: &StoryTable, view: &View) -> Vec<u8> {
    docx::render_story(table, view)
}

/// What such a Word file says, as the XML of its main part.
///
/// ```
/// use storydiff::View;
/// use storydiff::report::story_docx_text;
///
/// # use storydiff::{Options, ReadOptions, parse, tell};
/// # let report = |dead: &str| {
/// #     let text = format!("Ferry sinks off the northern coast\n\nThe ferry sank on Sunday night near the harbour wall, and {dead} passengers were killed.\n");
/// #     parse(text.as_bytes(), "report", &ReadOptions::default())
/// # };
/// let story = tell(&[report("16")?, report("16")?, report("19")?], &Options::default());
/// assert!(story_docx_text(&story, &View::default()).contains("16 against 19"));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[must_use]
pub fn story_docx_text(table: &StoryTable, view: &View) -> String {
    docx::story_document(table, view)
}

/// The whole report, ready to be written out; it ends with a newline.
///
/// ```
/// use storydiff::{Format, View, render};
///
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// # let left = read("The ferry sank on Sunday night.")?;
/// # let right = read("The ferry sank on Sunday night.")?;
/// let comparison = compare(&left, &right, &Options::default());
/// let report = render(&comparison, Format::Markdown, &View::default());
/// assert!(report.starts_with("# ") && report.ends_with('\n'));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[must_use]
pub fn render(comparison: &Comparison, format: Format, view: &View) -> String {
    match format {
        Format::Json => json::render(comparison, view),
        Format::Html => html::render(comparison, view),
        Format::Markdown => markdown::render(comparison, view),
        Format::Table => table::render(comparison, view),
    }
}
