//! A worksheet before any file: a head, and rows of cells.

use crate::model::Verdict;
use crate::report::docx::clean;
use crate::report::messages::{Messages, Msg};

/// A worksheet.
pub(super) struct Grid {
    /// Its name.
    pub name: String,
    /// Whether its columns run from right to left.
    pub rtl: bool,
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// Its rows, as many cells in each as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// The column in which only some words make sense, and those words.
    pub choice: Option<(usize, Vec<String>)>,
}

/// A column.
pub(super) struct Column {
    /// What stands above it.
    pub head: String,
    /// How many letters stand beside each other in it.
    pub width: u16,
}

/// What stands in a cell.
pub(super) enum Cell {
    /// Nothing: for the editor, or for the side that has no claim.
    Empty,
    /// A number to count by.
    Number(usize),
    /// A number from 0 to 1.
    Share(f32),
    /// The name of a verdict.
    Verdict(Verdict, String),
    /// Words.
    Text {
        /// The words.
        text: String,
        /// Whether they run from right to left.
        rtl: bool,
    },
}

impl Cell {
    /// Words, without what steers how they are shown; an empty cell where there are none.
    pub fn text(text: &str, rtl: bool) -> Cell {
        let text = clean(text);
        if text.is_empty() {
            Cell::Empty
        } else {
            Cell::Text { text, rtl }
        }
    }
}

impl Column {
    /// A column under some words.
    pub fn new(head: &str, width: u16) -> Column {
        Column {
            head: clean(head),
            width,
        }
    }

    /// The columns that are the editor's, all empty: who checked it, what it is, what else there is to say.
    pub fn of_the_editor(messages: Messages) -> [Column; 3] {
        let column = |msg, width| Column::new(&messages.say(msg), width);
        [
            column(Msg::SheetCheckedBy, 14),
            column(Msg::SheetStatus, 16),
            column(Msg::SheetNote, 30),
        ]
    }
}

/// What a spreadsheet takes for the beginning of a formula, and the wide forms that some take for it as well.
const ACTING: [char; 11] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{FF20}',
];

/// Whether a spreadsheet could take words for a formula.
pub(super) fn could_act(text: &str) -> bool {
    text.starts_with(ACTING)
}
