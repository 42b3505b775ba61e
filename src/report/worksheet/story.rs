//! A story of many outlets as a worksheet.

use super::grid::{Cell, Column, Grid};
use crate::report::View;
use crate::report::messages::{Arg, Messages, Msg};
use crate::report::outline::place::text_is_rtl;
use crate::report::story::page::{Page, Row};
use crate::story::StoryTable;

/// One row a claim, one column an outlet.
pub(super) fn grid(table: &StoryTable, view: &View) -> Grid {
    let page = Page::of(table, view.ui);
    let messages = Messages::of(view.ui);
    let column = |msg, width| Column::new(&messages.say(msg), width);
    let mut columns = vec![column(Msg::ColumnNumber, 6), column(Msg::StoryClaim, 48)];
    columns.extend(page.outlets.iter().map(|outlet| {
        let args = [
            ("side", Arg::Text(&outlet.letter)),
            ("outlet", Arg::Text(outlet.name)),
        ];
        Column::new(&messages.fill(Msg::SideOutlet, &args), 30)
    }));
    columns.extend(Column::of_the_editor(messages));
    columns.push(column(Msg::SheetDoubts, 30));
    Grid {
        name: messages.say(Msg::SheetName),
        rtl: view.ui.is_rtl(),
        columns,
        rows: page.rows.iter().map(|claim| row(claim, view)).collect(),
        choice: None,
    }
}

fn row(claim: &Row<'_>, view: &View) -> Vec<Cell> {
    let rtl = view.ui.is_rtl();
    let lead = claim.lead.as_deref().unwrap_or_default();
    let words = format!("{lead}{}", claim.words.text);
    let mut cells = vec![
        Cell::Number(claim.number),
        Cell::text(&words, claim.words.dir == "rtl"),
    ];
    cells.extend(claim.cells.iter().enumerate().map(|(outlet, stands)| {
        let wordings = claim.said.iter().chain(&claim.alone);
        let mut wordings = wordings.filter(|w| w.outlet == outlet).peekable();
        let first = wordings.peek().map(|w| text_is_rtl(w.words.text));
        let said = wordings.map(|w| format!("\n{}: {}", w.who, w.words.text));
        let text: String = [stands.clone()].into_iter().chain(said).collect();
        Cell::text(&text, first.unwrap_or(rtl))
    }));
    cells.extend([Cell::Empty, Cell::Empty, Cell::Empty]);
    cells.push(Cell::text(&claim.doubts.join("\n"), rtl));
    cells
}
