//! Words that credit lines are made of: one `credit.tsv` a language, all read together.

use super::table;

/// The tables.
const TABLES: [&str; 8] = [
    include_str!("arabic/credit.tsv"),
    include_str!("english/credit.tsv"),
    include_str!("french/credit.tsv"),
    include_str!("russian/credit.tsv"),
    include_str!("spanish/credit.tsv"),
    include_str!("german/credit.tsv"),
    include_str!("turkish/credit.tsv"),
    include_str!("persian/credit.tsv"),
];

/// Languages that have a calendar of their own; the others' months and days are in their `credit.tsv`.
const CALENDARS: [&str; 2] = [
    include_str!("arabic/calendar.tsv"),
    include_str!("english/calendar.tsv"),
];

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
    TABLES
        .into_iter()
        .flat_map(table::rows)
        .map(|[cue, words, example, counter]| Cue {
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
        .flat_map(table::rows)
        .map(|[words, kind, _number, _example]| (kind, words))
}
