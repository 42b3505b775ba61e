//! storydiff compares two reports of one story, claim by claim.

pub mod article;
pub mod claim;
pub mod compare;
pub mod language;
pub mod report;

pub use article::{Article, ReadError, ReadOptions, parse, read};
pub use compare::{Comparison, Verdict};
pub use report::{Bidi, Format, Layout, View, render};

use claim::Claim;
use compare::{Finding, Row, Side};

/// How two articles are compared.
#[derive(Debug, Clone, Default)]
pub struct Options {}

/// Compare two articles. It cannot fail.
#[must_use]
pub fn compare(left: &Article, right: &Article, _options: &Options) -> Comparison {
    let side = |article: &Article, letter: char| Side {
        article: article.clone(),
        claims: report_of(article)
            .enumerate()
            .map(|(n, p)| whole(format!("{letter}{}", n + 1), p, &article.paragraphs[p].text))
            .collect(),
    };
    let (left, right) = (side(left, 'L'), side(right, 'R'));
    let alone = |verdict, left, right| Finding {
        verdict,
        left,
        right,
        similarity: 0.0,
        reasons: Vec::new(),
        differences: Vec::new(),
        marks: [Vec::new(), Vec::new()],
        locked: false,
    };
    let row = |left, right| Row {
        left,
        right,
        similarity: 0.0,
        wire: false,
    };
    Comparison {
        alignment: report_of(&left.article)
            .map(|p| row(vec![p], vec![]))
            .chain(report_of(&right.article).map(|p| row(vec![], vec![p])))
            .collect(),
        findings: (0..left.claims.len())
            .map(|n| alone(Verdict::OnlyLeft, vec![n], vec![]))
            .chain((0..right.claims.len()).map(|n| alone(Verdict::OnlyRight, vec![], vec![n])))
            .collect(),
        names: Vec::new(),
        framing: Vec::new(),
        notes: left.article.notes.iter().chain(&right.article.notes).cloned().collect(),
        left,
        right,
    }
}

fn report_of(article: &Article) -> impl Iterator<Item = usize> + '_ {
    (0..article.paragraphs.len()).filter(|&p| article.paragraphs[p].kind.is_report())
}

fn whole(id: String, paragraph: usize, text: &str) -> Claim {
    Claim {
        id,
        paragraph,
        span: 0..text.len(),
        attribution: 0..0,
        text: text.to_owned(),
        quoted: false,
        speaker: None,
        figures: Vec::new(),
        names: Vec::new(),
    }
}
