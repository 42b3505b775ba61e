//! The full text of both, side by side, in the order of the alignment.

use super::line::Quote;
use super::pair::Pair;
use super::place::{Ref, Which};
use crate::model::Row;
use crate::report::messages::Msg;
use std::ops::Range;

/// Paragraphs that answer each other, or one that stands alone.
#[derive(Debug, Clone)]
pub(in crate::report) struct FullRow<'a> {
    /// How the two belong together.
    pub relation: Relation,
    /// The paragraphs of each side.
    pub sides: [Vec<Paragraph<'a>>; 2],
}

impl FullRow<'_> {
    /// Which side has it, as a name for styles.
    pub fn class(&self) -> &'static str {
        match self.relation {
            Relation::Paired | Relation::Wire => "both",
            Relation::Only(Which::A) => "only-a",
            Relation::Only(Which::B) => "only-b",
        }
    }
}

/// One paragraph with the claims in it.
#[derive(Debug, Clone)]
pub(in crate::report) struct Paragraph<'a> {
    /// Which it is.
    pub at: Ref,
    /// Its words.
    pub words: Quote<'a>,
    /// Its claims, ascending, not overlapping.
    pub spots: Vec<Spot>,
}

/// Where a claim stands in its paragraph.
#[derive(Debug, Clone)]
pub(in crate::report) struct Spot {
    /// Byte range in the paragraph.
    pub span: Range<usize>,
    /// Indices of the findings that it stands in.
    pub findings: Vec<usize>,
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

fn paragraphs<'a>(pair: &Pair<'a>, which: Which, indices: &[usize]) -> Vec<Paragraph<'a>> {
    let numbers = pair.numbers(which);
    indices
        .iter()
        .filter_map(|&n| {
            let text = &pair.article(which).paragraphs.get(n)?.text;
            Some(Paragraph {
                at: numbers.at(n)?,
                words: pair.words(which, text),
                spots: spots(pair, which, n, text),
            })
        })
        .collect()
}

/// The claims of a paragraph in order; of two that overlap, the first.
fn spots(pair: &Pair<'_>, which: Which, paragraph: usize, text: &str) -> Vec<Spot> {
    let claims = pair.side(which).claims.iter().enumerate();
    let mut spots: Vec<Spot> = claims
        .filter(|(_, claim)| claim.paragraph == paragraph && text.get(claim.span.clone()).is_some())
        .map(|(n, claim)| Spot {
            span: claim.span.clone(),
            findings: findings_of(pair, which, n),
        })
        .collect();
    spots.sort_by_key(|spot| spot.span.start);
    let mut end = 0;
    spots.retain(|spot| {
        let fits = spot.span.start >= end && !spot.span.is_empty();
        if fits {
            end = spot.span.end;
        }
        fits
    });
    spots
}

fn findings_of(pair: &Pair<'_>, which: Which, claim: usize) -> Vec<usize> {
    let findings = pair.comparison.findings.iter().enumerate();
    let of = findings.filter(|(_, finding)| match which {
        Which::A => finding.left.contains(&claim),
        Which::B => finding.right.contains(&claim),
    });
    of.map(|(n, _)| n).collect()
}
