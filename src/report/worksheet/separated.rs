//! A worksheet as CSV (RFC 4180), and back.
//!
//! Excel opens a CSV file by a double click as UTF-8 only if it begins with a byte order mark, and takes a cell that
//! begins with `=` and the like for a formula: such a cell gets an apostrophe, which is taken away on the way back.
//! Excel writes the separator of the country it runs in, so on the way back that is found out.

use super::checked::Unread;
use super::grid::{Cell, Grid, could_act};
use csv::{ReaderBuilder, Terminator, WriterBuilder};

/// The byte order mark.
const MARK: char = '\u{FEFF}';
/// What makes a spreadsheet show a cell as text.
const GUARD: char = '\'';
/// What stands between values, the first where none is met: a comma, in Europe a semicolon, a tab in what is copied.
const SEPARATORS: [u8; 3] = *b",;\t";

/// The file's bytes.
pub(super) fn written(grid: &Grid) -> Vec<u8> {
    let bytes = MARK.to_string().into_bytes();
    let mut file = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(bytes);
    let heads = grid.columns.iter().map(|column| guarded(&column.head));
    file.write_record(heads).expect("memory takes all");
    for row in &grid.rows {
        let cells = row.iter().map(value);
        file.write_record(cells).expect("memory takes all");
    }
    file.into_inner().expect("memory takes all")
}

fn value(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Number(number) => number.to_string(),
        Cell::Share(share) => format!("{share:.2}"),
        Cell::Verdict(_, text) | Cell::Text { text, .. } => guarded(text),
    }
}

fn guarded(text: &str) -> String {
    if could_act(text) {
        format!("{GUARD}{text}")
    } else {
        text.to_owned()
    }
}

fn bare(text: &str) -> String {
    let inner = text.strip_prefix(GUARD).filter(|inner| could_act(inner));
    inner.unwrap_or(text).to_owned()
}

/// The cells of a file, row by row; blank lines count for none.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Vec<String>>, Unread> {
    let text = std::str::from_utf8(bytes).map_err(|_| Unread::Encoding)?;
    let text = text.trim_start_matches(MARK);
    let mut file = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(text))
        .from_reader(text.as_bytes());
    let row = |record: Result<csv::StringRecord, csv::Error>| {
        let record = record.map_err(|_| Unread::Damaged)?;
        Ok(record.iter().map(bare).collect())
    };
    file.records().map(row).collect()
}

/// The one that stands most often in the first line, which is the head.
fn separator(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    let times = |sign: &u8| head.bytes().filter(|byte| byte == sign).count();
    let most = SEPARATORS.iter().map(times).max().unwrap_or_default();
    let found = SEPARATORS.into_iter().find(|sign| times(sign) == most);
    found.unwrap_or(SEPARATORS[0])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::worksheet::grid::Column;

    fn file(cells: &[&str]) -> Vec<u8> {
        let cell = |text: &&str| Cell::text(text, false);
        written(&Grid {
            name: String::new(),
            rtl: false,
            columns: cells.iter().map(|_| Column::new("head", 9)).collect(),
            rows: vec![cells.iter().map(cell).collect()],
            choice: None,
        })
    }

    #[test]
    fn what_could_be_a_formula_is_text_and_comes_back_as_it_was() {
        let cells = [
            "=HYPERLINK(\"http://x\")",
            "+1",
            "-2",
            "@SUM(A1)",
            "\t=1",
            "\u{FF1D}1",
            "'tis",
            "a, \"b\"",
        ];
        let bytes = file(&cells);
        let text = String::from_utf8(bytes.clone()).expect("UTF-8");
        for acting in ["=", "+", "-", "@", "\t", "\u{FF1D}"] {
            let raw = [
                format!(",{acting}"),
                format!(",\"{acting}"),
                format!("\n{acting}"),
            ];
            assert!(raw.iter().all(|raw| !text.contains(raw)), "{text}");
        }
        assert_eq!(read(&bytes).expect("read")[1], cells);
    }

    #[test]
    fn the_separator_of_any_country_is_found() {
        for text in [
            "No.,Status\n1,\"a;b;c\"\n",
            "No.;Status\n1;a,b,c\n",
            "No.\tStatus\r\n1\ta,b;c\r\n",
        ] {
            let rows = read(text.as_bytes()).expect("read");
            assert_eq!(rows[0], ["No.", "Status"], "{text}");
            assert_eq!(rows[1].len(), 2, "{text}");
        }
        assert!(matches!(read(b"No.,\xC7\xE1\n"), Err(Unread::Encoding)));
    }
}
