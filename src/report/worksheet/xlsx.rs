//! A worksheet as a workbook of Excel.
//!
//! Words are always written as words, never as a formula, and what could be taken for one is marked as text, so that it
//! stays so when an editor changes it. The day in the file is always the same one: the same findings, the same bytes.

use super::grid::{Cell, Column, Grid, could_act};
use crate::model::Verdict;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Workbook, Worksheet, XlsxError,
};

/// No cell of Excel holds more, counted in UTF-16.
const LONGEST: usize = 32_767;
/// Left to right, and right to left, as Excel counts directions.
const LTR: u8 = 1;
const RTL: u8 = 2;

/// The height of a line in points, and that of the highest row there can be.
const LINE: usize = 15;
const HIGHEST: usize = 409;
/// The head's words may be longer than their column is wide.
const HEAD_LINES: usize = 2;

const HEAD: u32 = 0xD9_D9_D9;
const LINES: u32 = 0xBF_BF_BF;

/// The file's bytes.
pub(super) fn written(grid: &Grid) -> Vec<u8> {
    // What could go wrong is a place beyond the sheet's edge or a text beyond a cell's length; neither is written.
    filled(grid).expect("memory takes all")
}

fn filled(grid: &Grid) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let sheet = book.add_worksheet();
    sheet.set_name(&grid.name)?.set_right_to_left(grid.rtl);
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    for (at, column) in (0..).zip(&grid.columns) {
        head(sheet, at, column, grid.rtl)?;
    }
    sheet.set_row_height(0, height(HEAD_LINES))?;
    let mut last = 0;
    for (row, cells) in (1..).zip(&grid.rows) {
        for (column, cell) in (0..).zip(cells) {
            put(sheet, (row, column), cell, grid.rtl)?;
        }
        sheet.set_row_height(row, height(lines(&grid.columns, cells)))?;
        last = row;
    }
    if let Some(edge) = u16::try_from(grid.columns.len())
        .ok()
        .and_then(|n| n.checked_sub(1))
    {
        sheet.autofilter(0, 0, last, edge)?;
    }
    if let Some((column, words)) = &grid.choice {
        offer(sheet, (last, *column), words)?;
    }
    book.save_to_buffer()
}

fn head(sheet: &mut Worksheet, at: u16, column: &Column, rtl: bool) -> Result<(), XlsxError> {
    let format = plain(rtl).set_bold().set_background_color(HEAD);
    sheet.set_column_width(at, f64::from(column.width))?;
    sheet.write_string_with_format(0, at, fitting(&column.head), &format)?;
    Ok(())
}

/// How many lines the words of a row take, each in its column. Excel would find that out itself, other programs do not;
/// letters differ in width, so a line in eight is added.
fn lines(columns: &[Column], cells: &[Cell]) -> usize {
    let of = |(column, cell): (&Column, &Cell)| match cell {
        Cell::Text { text, .. } => {
            let width = usize::from(column.width).max(1);
            let letters = text.lines().map(|line| line.chars().count());
            let lines: usize = letters.map(|n| n.div_ceil(width).max(1)).sum();
            lines + lines / 8
        }
        _ => 1,
    };
    let lines = columns.iter().zip(cells).map(of);
    lines.max().unwrap_or(1)
}

fn height(lines: usize) -> u32 {
    u32::try_from((lines * LINE).min(HIGHEST)).unwrap_or(u32::MAX)
}

fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    rtl: bool,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => sheet.write_blank(row, column, &plain(rtl))?,
        Cell::Number(number) => {
            let number = u32::try_from(*number).unwrap_or(u32::MAX);
            sheet.write_number_with_format(row, column, number, &plain(rtl))?
        }
        Cell::Share(share) => {
            let format = plain(rtl).set_num_format("0.00");
            sheet.write_number_with_format(row, column, *share, &format)?
        }
        Cell::Verdict(verdict, text) => {
            let format = tint(*verdict).map_or(plain(rtl), |c| plain(rtl).set_background_color(c));
            sheet.write_string_with_format(row, column, text, &format)?
        }
        Cell::Text { text, rtl } => {
            let format = plain(*rtl);
            let format = if could_act(text) {
                format.set_quote_prefix()
            } else {
                format
            };
            sheet.write_string_with_format(row, column, fitting(text), &format)?
        }
    };
    Ok(())
}

/// What every cell looks like, by the direction of what stands in it.
fn plain(rtl: bool) -> Format {
    Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_reading_direction(if rtl { RTL } else { LTR })
        .set_border(FormatBorder::Thin)
        .set_border_color(LINES)
}

/// A quiet colour behind the name of what an editor should see first.
fn tint(verdict: Verdict) -> Option<u32> {
    match verdict {
        Verdict::Conflict => Some(0xF8_D7_D3),
        Verdict::Development => Some(0xFC_EC_C6),
        Verdict::SourceDiffers => Some(0xE6_DF_F1),
        Verdict::LeftAdds | Verdict::RightAdds | Verdict::Overlap => Some(0xDF_EA_F6),
        Verdict::Same | Verdict::Reworded => Some(0xE3_F0_E0),
        Verdict::Related => Some(0xEE_EE_EE),
        Verdict::OnlyLeft | Verdict::OnlyRight => None,
    }
}

/// The words to choose from, which are not all that is understood: others can be written after a question.
fn offer(
    sheet: &mut Worksheet,
    (last, column): (u32, usize),
    words: &[String],
) -> Result<(), XlsxError> {
    let Some(column) = u16::try_from(column).ok().filter(|_| last > 0) else {
        return Ok(());
    };
    let offered = DataValidation::new()
        .allow_list_strings(words)?
        .set_error_style(DataValidationErrorStyle::Warning);
    sheet.add_data_validation(1, column, last, column, &offered)?;
    Ok(())
}

/// A text, or what of it a cell holds.
fn fitting(text: &str) -> String {
    if text.encode_utf16().count() <= LONGEST {
        return text.to_owned();
    }
    let mut room = LONGEST - 1;
    let fits = |c: &char| {
        let fits = c.len_utf16() <= room;
        room = room.saturating_sub(c.len_utf16());
        fits
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, fitting};

    #[test]
    fn a_text_is_cut_to_what_a_cell_holds() {
        assert_eq!(fitting("short"), "short");
        let long = "𝒳".repeat(LONGEST);
        let cut = fitting(&long);
        assert!(cut.ends_with('…') && cut.encode_utf16().count() <= LONGEST);
    }
}
