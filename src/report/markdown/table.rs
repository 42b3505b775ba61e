//! Tables of GitHub-flavoured markdown.

use std::fmt::Write;

/// A column and the way its text runs.
pub(super) struct Column {
    /// Its heading, as markdown.
    pub heading: String,
    /// Whether most of its text runs from right to left.
    pub rtl: bool,
}

/// A table with a line of headings; every cell is markdown without line ends.
///
/// GitHub gives cells no direction, GitLab gives the whole table that of its first strong character: a column of
/// right-to-left text is aligned to the right on both, and in a right-to-left report other text to the left.
pub(super) fn table(rtl: bool, columns: &[Column], rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    line(
        &mut out,
        columns.iter().map(|column| column.heading.as_str()),
    );
    line(
        &mut out,
        columns.iter().map(|column| match (column.rtl, rtl) {
            (true, _) => "---:",
            (false, false) => "---",
            (false, true) => ":---",
        }),
    );
    for row in rows {
        line(&mut out, row.iter().map(String::as_str));
    }
    out.push('\n');
    out
}

fn line<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>) {
    out.push('|');
    for cell in cells {
        write!(out, " {cell} |").expect("a string takes all");
    }
    out.push('\n');
}
