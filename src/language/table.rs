//! The one reader of the rule tables: tab-separated, `#` begins a comment, variants of one rule stand between `|`.

/// The rows of a table, each cut into exactly `N` columns.
///
/// # Panics
/// When a row has another number of columns. The tables are part of the program, and a test reads every one.
pub(super) fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|line| {
            let columns: Vec<&str> = line.split('\t').collect();
            columns
                .try_into()
                .unwrap_or_else(|_| panic!("a table row has not {N} columns: {line}"))
        })
}

/// The variants of one rule, each a list of words in the spelling used for matching.
pub(super) fn variants(cell: &str) -> impl Iterator<Item = Vec<String>> {
    cell.split('|')
        .map(|variant| variant.split_whitespace().map(super::fold).collect())
}
