//! Short references: `A8` is the eighth body paragraph of A, `A8.2` its second claim, `A title` the headline.
//!
//! A paragraph's only claim bears the paragraph's reference.

use super::labels::Labels;
use super::order::Unit;
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

    /// The references of claims and paragraphs in order, whole paragraphs in a row as one: `A2.1, A6–A11`.
    pub(super) fn range(&self, of: usize, side: &Side, units: &[Unit]) -> String {
        let place = |unit: &Unit| match *unit {
            Unit::Claim(claim) => side.claims[claim].paragraph,
            Unit::Bare(paragraph) => paragraph,
        };
        // The first and the last paragraph of a run, and its name.
        let mut runs: Vec<(usize, usize, String)> = Vec::new();
        for here in units.chunk_by(|a, b| place(a) == place(b)) {
            let at = place(&here[0]);
            let claims = side.claims.iter().filter(|claim| claim.paragraph == at);
            if claims.count() > here.len() {
                let names = here.iter().filter_map(|unit| match unit {
                    Unit::Claim(claim) => Some(self.claim(of, *claim).to_owned()),
                    Unit::Bare(_) => None,
                });
                runs.extend(names.map(|name| (usize::MAX, usize::MAX, name)));
                continue;
            }
            let name = self.paragraph(of, at);
            let between = |last: usize| side.article.paragraphs.get(last + 1..at);
            match runs.last_mut() {
                Some((first, last, run))
                    if *last < at
                        && between(*last)
                            .is_some_and(|p| p.iter().all(|p| !p.kind.is_report())) =>
                {
                    *last = at;
                    *run = format!("{}–{name}", self.paragraph(of, *first));
                }
                _ => runs.push((at, at, name.to_owned())),
            }
        }
        let names: Vec<&str> = runs.iter().map(|(.., name)| name.as_str()).collect();
        names.join(", ")
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
