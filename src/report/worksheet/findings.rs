//! The findings of two articles as a worksheet.

use super::grid::{Cell, Column, Grid};
use super::status;
use crate::compare::Place;
use crate::model::{Comparison, Finding, Reason, Verdict};
use crate::report::messages::{Arg, Msg};
use crate::report::outline::exchange::{Exchange, Statement, listed};
use crate::report::outline::line::plain;
use crate::report::outline::pair::Pair;
use crate::report::outline::place::{ParagraphNumber, Which, text_is_rtl};
use crate::report::outline::ref_name;
use crate::report::{View, words};

/// The findings that the view shows.
pub(super) fn grid(comparison: &Comparison, view: &View) -> Grid {
    let pair = Pair::new(comparison, view);
    let mut exchanges = listed(&pair, |_| true);
    exchanges.sort_by_key(|exchange| rank(exchange.finding.verdict));
    let columns = columns(&pair);
    let status = pair.messages.say(Msg::SheetStatus);
    let status = columns.iter().position(|column| column.head == status);
    Grid {
        name: pair.messages.say(Msg::SheetName),
        rtl: pair.messages.ui().is_rtl(),
        rows: exchanges
            .iter()
            .map(|exchange| row(&pair, exchange))
            .collect(),
        choice: status.map(|at| (at, status::choice(pair.messages))),
        columns,
    }
}

/// What conflicts comes first, then what moved on; all else as A tells it, and last what only B has.
fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Conflict => 0,
        Verdict::Development => 1,
        Verdict::OnlyRight => 3,
        _ => 2,
    }
}

fn columns(pair: &Pair<'_>) -> Vec<Column> {
    let messages = pair.messages;
    let column = |msg, width| Column::new(&messages.say(msg), width);
    let of = |which: Which, msg, width| {
        let letter = pair.letter(which);
        Column::new(&messages.fill(msg, &[("side", Arg::Text(&letter))]), width)
    };
    let mut columns = vec![
        column(Msg::ColumnNumber, 6),
        column(Msg::SheetVerdict, 13),
        column(Msg::SheetDiffers, 32),
    ];
    for which in Which::BOTH {
        let outlet = plain(&pair.outlet(which));
        let words = messages.fill(Msg::SheetWords, &[("side", Arg::Text(&outlet))]);
        columns.push(Column::new(&words, 48));
        columns.push(of(which, Msg::SheetPlace, 10));
        columns.push(of(which, Msg::SheetWho, 20));
    }
    columns.extend(Column::of_the_editor(messages));
    columns.push(column(Msg::SheetSimilarity, 10));
    columns.push(column(Msg::SheetEvidence, 28));
    columns.extend(Which::BOTH.map(|which| of(which, Msg::SheetClaims, 9)));
    columns
}

fn row(pair: &Pair<'_>, exchange: &Exchange<'_>) -> Vec<Cell> {
    let finding = exchange.finding;
    let rtl = pair.messages.ui().is_rtl();
    let verdict = pair.messages.say(words::short(finding.verdict));
    let mut cells = vec![
        Cell::Number(exchange.index + 1),
        Cell::Verdict(finding.verdict, verdict),
        Cell::text(&plain(&exchange.differences), rtl),
    ];
    for which in Which::BOTH {
        cells.extend(side(pair, which, &exchange.sides[which.index()]));
    }
    cells.extend([Cell::Empty, Cell::Empty, Cell::Empty]);
    let is_linked = !finding.left.is_empty() && !finding.right.is_empty();
    cells.push(if is_linked {
        Cell::Share(finding.similarity)
    } else {
        Cell::Empty
    });
    cells.push(Cell::text(&evidence(pair, finding), false));
    for (which, claims) in Which::BOTH.into_iter().zip([&finding.left, &finding.right]) {
        let ids = claims.iter().filter_map(|&claim| id(pair, which, claim));
        let ids: Vec<String> = ids.collect();
        cells.push(Cell::text(&ids.join(", "), false));
    }
    cells
}

/// The words of a side, where they stand, and who says them.
fn side(pair: &Pair<'_>, which: Which, statements: &[Statement<'_>]) -> [Cell; 3] {
    let joined = |of: &dyn Fn(&Statement<'_>) -> String| {
        let mut all: Vec<String> = statements.iter().map(of).collect();
        all.dedup();
        all.join("\n")
    };
    let who = joined(&|statement| plain(&statement.who));
    [
        Cell::text(&joined(&|s| s.words.text.to_owned()), pair.is_rtl(which)),
        Cell::text(
            &joined(&|s| ref_name(pair, s.at)),
            pair.messages.ui().is_rtl(),
        ),
        Cell::text(&who, text_is_rtl(&who)),
    ]
}

/// The ids of what spoke, and the editor's word.
fn evidence(pair: &Pair<'_>, finding: &Finding) -> String {
    let spoke = finding.reasons.iter().filter_map(|reason| match reason {
        Reason::Evidence(evidence) => Some(evidence.id.to_owned()),
        Reason::Editor => Some(pair.messages.say(Msg::ReasonEditor)),
        Reason::Words(_) => None,
    });
    let spoke: Vec<String> = spoke.collect();
    spoke.join(", ")
}

/// How a lock names a claim, in any language of the report: `A5.2`.
fn id(pair: &Pair<'_>, which: Which, index: usize) -> Option<String> {
    let claim = pair.claim(which, index)?;
    let paragraph = match pair.at(which, claim).place {
        ParagraphNumber::Title => 0,
        ParagraphNumber::Body(number) => number,
    };
    let before = pair.side(which).claims.get(..=index)?.iter();
    let nth = before.filter(|c| c.paragraph == claim.paragraph).count();
    let place = Place {
        paragraph,
        claim: Some(nth),
    };
    let letter = ["A", "B"][which.index()];
    Some(format!("{letter}{place}"))
}
