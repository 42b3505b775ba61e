//! Short references: `A8` is the eighth body paragraph of A, `A8.2` its second claim, `A title` the headline.
//!
//! A paragraph's only claim bears the paragraph's reference.

use super::labels::Labels;
use crate::article::{Kind, Paragraph};
use crate::model::Side;
use crate::report::messages::{Arg, Msg};

/// The references of all outlets.
#[derive(Debug)]
pub(super) struct Refs {
    paragraphs: Vec<Vec<String>>,
    claims: Vec<Vec<String>>,
}

impl Refs {
    /// Numbers the articles.
    pub(super) fn of(sides: &[&Side], labels: Labels) -> Self {
        let numbered = sides.iter().enumerate();
        let paragraphs: Vec<_> = numbered
            .map(|(at, side)| paragraphs(labels, at, &side.article.paragraphs))
            .collect();
        let claims = sides.iter().zip(&paragraphs);
        Refs {
            claims: claims
                .map(|(side, named)| claims_of(labels, side, named))
                .collect(),
            paragraphs,
        }
    }

    /// A paragraph's reference; `side` is 0 for A, 1 for B.
    pub(super) fn paragraph(&self, side: usize, paragraph: usize) -> &str {
        &self.paragraphs[side][paragraph]
    }

    /// A claim's reference.
    pub(super) fn claim(&self, side: usize, claim: usize) -> &str {
        &self.claims[side][claim]
    }
}

fn paragraphs(labels: Labels, side: usize, paragraphs: &[Paragraph]) -> Vec<String> {
    let letter = labels.letter(side);
    let mut body = 0;
    let named = paragraphs.iter().map(|paragraph| match paragraph.kind {
        Kind::Body => {
            body += 1;
            format!("{letter}{}", labels.messages().number(body))
        }
        Kind::Title => labels.fill(Msg::TableTitle, &[("side", Arg::Text(&letter))]),
        Kind::Credit | Kind::Boilerplate => line(labels, side, paragraph),
    });
    named.collect()
}

/// Where a paragraph stands that is not compared: `A line 3`, or `A` where lines are not known.
pub(super) fn line(labels: Labels, side: usize, paragraph: &Paragraph) -> String {
    let letter = labels.letter(side);
    let Some(line) = paragraph.line else {
        return letter;
    };
    let line = labels.messages().number(line);
    let args = [("side", Arg::Text(&letter)), ("line", Arg::Text(&line))];
    labels.fill(Msg::TableLine, &args)
}

fn claims_of(labels: Labels, side: &Side, paragraphs: &[String]) -> Vec<String> {
    let mut total = vec![0; paragraphs.len()];
    for claim in &side.claims {
        total[claim.paragraph] += 1;
    }
    let mut met = vec![0; paragraphs.len()];
    let named = side.claims.iter().map(|claim| {
        let at = claim.paragraph;
        met[at] += 1;
        match total[at] {
            1 => paragraphs[at].clone(),
            _ => format!("{}.{}", paragraphs[at], labels.messages().number(met[at])),
        }
    });
    named.collect()
}
