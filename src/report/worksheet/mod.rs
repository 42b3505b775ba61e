//! The worksheet: one row a finding, with columns that an editor fills in, as CSV or for Excel.
//!
//! Entry: [`worksheet`], [`story_worksheet`]. What goes into it is a [`grid::Grid`], made by [`findings`] and [`story`];
//! [`separated`] and [`xlsx`] write it. [`checked`] is the way back: what the editor wrote, to be followed as a lock.

mod checked;
mod findings;
mod grid;
mod opened;
mod separated;
mod status;
mod story;
mod xlsx;

pub(crate) use checked::{Checked, checked};
pub(crate) use status::{Status, verdict_named};

use super::View;
use crate::model::Comparison;
use crate::story::StoryTable;
use grid::Grid;

/// The kinds of file that a worksheet can be.
///
/// ```
/// use storydiff::{Sheet, View, worksheet};
///
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// # let left = read("The ferry sank on Sunday night.")?;
/// # let right = read("The ferry sank on Sunday night.")?;
/// let comparison = compare(&left, &right, &Options::default());
/// // A workbook of Excel is a ZIP archive; CSV begins with the mark by which Excel knows UTF-8.
/// assert!(worksheet(&comparison, Sheet::Xlsx, &View::default()).starts_with(b"PK"));
/// assert!(worksheet(&comparison, Sheet::Csv, &View::default()).starts_with("\u{FEFF}No.,".as_bytes()));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// Values between commas.
    Csv,
    /// A workbook of Excel.
    Xlsx,
}

/// The findings as a worksheet, one a row: what each article says and who says it there, in what they differ, and empty
/// columns for who checks it. The same findings give the same bytes.
///
/// ```
/// use storydiff::{Sheet, View, worksheet};
///
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// let left = read("The ferry sank on Sunday with 16 people on board.")?;
/// let right = read("The ferry sank on Sunday with 19 people on board.")?;
/// let comparison = compare(&left, &right, &Options::default());
/// let csv = worksheet(&comparison, Sheet::Csv, &View::default());
/// let csv = String::from_utf8_lossy(&csv);
/// assert!(csv.lines().nth(1).is_some_and(|row| row.starts_with("1,conflict,")));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[must_use]
pub fn worksheet(comparison: &Comparison, sheet: Sheet, view: &View) -> Vec<u8> {
    written(&findings::grid(comparison, view), sheet)
}

/// A story of many outlets as a worksheet: one row a claim, one column an outlet.
///
/// ```
/// use storydiff::{Sheet, View, story_worksheet};
///
/// # use storydiff::{Options, ReadOptions, parse, tell};
/// # let report = |dead: &str| {
/// #     let text = format!("Ferry sinks off the northern coast\n\nThe ferry sank on Sunday night near the harbour wall, and {dead} passengers were killed.\n");
/// #     parse(text.as_bytes(), "report", &ReadOptions::default())
/// # };
/// let story = tell(&[report("16")?, report("16")?, report("19")?], &Options::default());
/// let csv = story_worksheet(&story, Sheet::Csv, &View::default());
/// assert!(String::from_utf8_lossy(&csv).contains("16 against 19"));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[must_use]
pub fn story_worksheet(table: &StoryTable, sheet: Sheet, view: &View) -> Vec<u8> {
    written(&story::grid(table, view), sheet)
}

fn written(grid: &Grid, sheet: Sheet) -> Vec<u8> {
    match sheet {
        Sheet::Csv => separated::written(grid),
        Sheet::Xlsx => xlsx::written(grid),
    }
}
