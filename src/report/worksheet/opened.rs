//! A workbook of Excel that an editor gives back: the cells of its first sheet.
//!
//! A workbook is a zip of XML. What it unpacks to is bounded, and so is the place of a cell: a small file can say that
//! its one cell stands in the last of a million rows.

use super::checked::Unread;
use crate::article::unpacks;
use calamine::{DataRef, Reader, Xlsx, open_workbook_from_rs};
use std::collections::BTreeMap;
use std::io::Cursor;

/// Nobody checks more findings, or needs more columns.
const ROWS: u32 = 100_000;
const COLUMNS: u32 = 256;

/// The cells of the first sheet, row by row, from the sheet's own first row on.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Vec<String>>, Unread> {
    if !unpacks(bytes).ok_or(Unread::Damaged)? {
        return Err(Unread::TooLarge);
    }
    let damaged = |_| Unread::Damaged;
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(damaged)?;
    let first = book.sheet_names().first().cloned().ok_or(Unread::Damaged)?;
    let mut cells = book.worksheet_cells_reader(&first).map_err(damaged)?;
    let mut found: BTreeMap<(u32, u32), String> = BTreeMap::new();
    while let Some(cell) = cells.next_cell().map_err(damaged)? {
        let (row, column) = cell.get_position();
        let text = text(cell.get_value());
        if text.is_empty() {
            continue;
        }
        if row >= ROWS {
            return Err(Unread::TooLarge);
        }
        if column < COLUMNS {
            found.insert((row, column), text);
        }
    }
    let mut rows: Vec<Vec<String>> = Vec::new();
    for ((row, column), text) in found {
        let (row, column) = (row as usize, column as usize);
        rows.resize(rows.len().max(row + 1), Vec::new());
        let cells = &mut rows[row];
        cells.resize(column, String::new());
        cells.push(text);
    }
    Ok(rows)
}

/// What stands in a cell; what is no text has no meaning here but for a number, which may be part of a note.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        _ => String::new(),
    }
}
