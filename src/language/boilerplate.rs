//! The tables of lines that are not the report: one `boilerplate.tsv` a language, all applied to every article.
//!
//! Pages mix languages (an Arabic site with an English share bar), so the tables are not chosen by the article's own.

use super::folder;

/// One row, as written.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// `boilerplate` or `credit`.
    pub kind: &'static str,
    /// What the rule is called in reports: `related links`.
    pub rule: &'static str,
    /// How the pattern must stand in the line: `whole`, `edge`, `label`, `start`, `dated`, `clause`, `within`, `bio` or `bag`.
    pub how: &'static str,
    /// The rule holds only for lines of at most so many words.
    pub words: usize,
    /// The phrases, variants between `|`.
    pub pattern: &'static str,
    /// A line that the rule must catch.
    pub example: &'static str,
    /// A line with the same words that no rule may catch.
    pub counter: &'static str,
}

/// The rows of all tables.
///
/// # Panics
/// When a row is not well formed. The tables are part of the program, and a test reads every row.
pub fn rows() -> impl Iterator<Item = Row> {
    folder::all("boilerplate").map(row)
}

fn row([kind, rule, how, words, pattern, example, counter]: [&'static str; 7]) -> Row {
    Row {
        kind,
        rule,
        how,
        words: words
            .parse()
            .unwrap_or_else(|_| panic!("boilerplate.tsv: not a number of words: {words}")),
        pattern,
        example,
        counter,
    }
}
