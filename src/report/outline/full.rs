//! The full text of both, side by side, in the order of the alignment.

use super::line::Quote;
use super::pair::Pair;
use super::place::{Ref, Which};
use crate::compare::Row;
use crate::report::messages::Msg;

/// Paragraphs that answer each other, or one that stands alone.
#[derive(Debug, Clone)]
pub(in crate::report) struct FullRow<'a> {
    /// How the two belong together.
    pub relation: Relation,
    /// The paragraphs of each side.
    pub sides: [Vec<(Ref, Quote<'a>)>; 2],
}

/// How the paragraphs of a row belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report) enum Relation {
    /// They report the same.
    Paired,
    /// They are nearly verbatim: likely one wire copy.
    Wire,
    /// Only this side has it.
    Only(Which),
}

impl Relation {
    /// Its name in the report.
    pub fn msg(self) -> Msg {
        match self {
            Relation::Paired => Msg::RelationPaired,
            Relation::Wire => Msg::RelationWire,
            Relation::Only(Which::A) => Msg::RelationOnlyA,
            Relation::Only(Which::B) => Msg::RelationOnlyB,
        }
    }
}

/// Every title and body paragraph once.
pub(super) fn full<'a>(pair: &Pair<'a>) -> Vec<FullRow<'a>> {
    pair.comparison
        .alignment
        .iter()
        .map(|row| FullRow {
            relation: relation(row),
            sides: [
                paragraphs(pair, Which::A, &row.left),
                paragraphs(pair, Which::B, &row.right),
            ],
        })
        .collect()
}

fn relation(row: &Row) -> Relation {
    match (row.left.is_empty(), row.right.is_empty()) {
        (false, true) => Relation::Only(Which::A),
        (true, _) => Relation::Only(Which::B),
        (false, false) if row.wire => Relation::Wire,
        (false, false) => Relation::Paired,
    }
}

fn paragraphs<'a>(pair: &Pair<'a>, which: Which, indices: &[usize]) -> Vec<(Ref, Quote<'a>)> {
    let numbers = pair.numbers(which);
    indices
        .iter()
        .filter_map(|&n| {
            let paragraph = pair.article(which).paragraphs.get(n)?;
            let quote = Quote::plain(&paragraph.text, pair.is_rtl(which));
            Some((numbers.at(n)?, quote))
        })
        .collect()
}
