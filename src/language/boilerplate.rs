//! The tables of lines that are not the report: one `boilerplate.tsv` a language, all applied to every article.
//!
//! Pages mix languages (an Arabic site with an English share bar), so the tables are not chosen by the article's own.

/// The tables, in the order in which their rows are tried.
const TABLES: [&str; 8] = [
    include_str!("arabic/boilerplate.tsv"),
    include_str!("english/boilerplate.tsv"),
    include_str!("french/boilerplate.tsv"),
    include_str!("russian/boilerplate.tsv"),
    include_str!("spanish/boilerplate.tsv"),
    include_str!("german/boilerplate.tsv"),
    include_str!("turkish/boilerplate.tsv"),
    include_str!("persian/boilerplate.tsv"),
];

/// One row, as written.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// `boilerplate` or `credit`.
    pub kind: &'static str,
    /// What the rule is called in reports: `related links`.
    pub rule: &'static str,
    /// How the pattern must stand in the line: `whole`, `label`, `start`, `dated`, `clause`, `within` or `bag`.
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
    TABLES
        .iter()
        .flat_map(|table| table.lines())
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .map(row)
}

fn row(line: &'static str) -> Row {
    let columns: Vec<&'static str> = line.split('\t').collect();
    let [kind, rule, how, words, pattern, example, counter] = columns[..] else {
        panic!("a row of boilerplate.tsv has not 7 columns: {line}");
    };
    Row {
        kind,
        rule,
        how,
        words: words
            .parse()
            .unwrap_or_else(|_| panic!("not a number of words: {line}")),
        pattern,
        example,
        counter,
    }
}
