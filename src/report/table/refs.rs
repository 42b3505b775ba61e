//! Short references: `A8` is the eighth body paragraph of A, `A8.2` its second claim, `A title` the headline.
//!
//! A paragraph's only claim bears the paragraph's reference.

use crate::article::{Kind, Paragraph};
use crate::compare::{Comparison, Side};

/// The references of both sides.
#[derive(Debug)]
pub(super) struct Refs {
    paragraphs: [Vec<String>; 2],
    claims: [Vec<String>; 2],
}

impl Refs {
    /// Numbers both articles.
    pub(super) fn of(comparison: &Comparison) -> Self {
        let left = paragraphs('A', &comparison.left.article.paragraphs);
        let right = paragraphs('B', &comparison.right.article.paragraphs);
        let claims = [
            claims(&comparison.left, &left),
            claims(&comparison.right, &right),
        ];
        Refs {
            paragraphs: [left, right],
            claims,
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

fn paragraphs(letter: char, paragraphs: &[Paragraph]) -> Vec<String> {
    let mut body = 0;
    let named = paragraphs.iter().map(|paragraph| match paragraph.kind {
        Kind::Body => {
            body += 1;
            format!("{letter}{body}")
        }
        Kind::Title => format!("{letter} title"),
        Kind::Credit | Kind::Boilerplate => match paragraph.line {
            Some(line) => format!("{letter} line {line}"),
            None => letter.to_string(),
        },
    });
    named.collect()
}

fn claims(side: &Side, paragraphs: &[String]) -> Vec<String> {
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
            _ => format!("{}.{}", paragraphs[at], met[at]),
        }
    });
    named.collect()
}
