//! Words that credit lines are made of: one `credit.tsv` a language, all read together.

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
/// When a row is not well formed. The tables are part of the program, and a test reads every row.
pub fn cues() -> impl Iterator<Item = Cue> {
    TABLES
        .iter()
        .flat_map(|table| table.lines())
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .map(cue)
}

fn cue(line: &'static str) -> Cue {
    let columns: Vec<&'static str> = line.split('\t').collect();
    let [cue, words, example, counter] = columns[..] else {
        panic!("a row of credit.tsv has not 4 columns: {line}");
    };
    Cue {
        cue,
        words,
        example,
        counter,
    }
}
