//! Words that credit lines are made of: one `credit.tsv` a language, all read together.

use super::{folder, table};

/// Languages whose months and days are in their calendar alone; those of the others are in their `credit.tsv`.
const CALENDARS: [&str; 2] = ["ar", "en"];

/// One row, as written.
#[derive(Debug, Clone, Copy)]
pub struct Cue {
    /// `byline`, `with`, `agency`, `role`, `month`, `day`, `time`, `link` or `plain`.
    pub cue: &'static str,
    /// The words, `|` between them.
    pub words: &'static str,
    /// A credit line.
    pub example: &'static str,
    /// A line of the report with one of the words.
    pub counter: &'static str,
}

/// The rows of all tables.
///
/// # Panics
/// When a row has another number of columns. The tables are part of the program, and a test reads every row.
pub fn cues() -> impl Iterator<Item = Cue> {
    folder::all("credit").map(|[cue, words, example, counter]| Cue {
        cue,
        words,
        example,
        counter,
    })
}

/// The names of months and weekdays that the languages' calendars have: `month` or `weekday`, and the words.
///
/// # Panics
/// When a row has another number of columns. The tables are part of the program, and a test reads every row.
pub fn calendar() -> impl Iterator<Item = (&'static str, &'static str)> {
    CALENDARS
        .into_iter()
        .flat_map(|tag| table::rows(folder::folder(tag).table("calendar")))
        .map(|[words, kind, _number, _example]| (kind, words))
}
