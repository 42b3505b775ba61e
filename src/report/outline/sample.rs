//! Small comparisons for the tests of the report: one claim a paragraph.

use super::line::{Line, Piece};
use super::pair::Pair;
use super::ref_name;
use crate::article::{Article, Kind, Paragraph};
use crate::claim::{Claim, Figure, Precision, Speaker, Stance};
use crate::model::{Comparison, Decider, Encoding, Finding, Row, Side, Verdict};

/// So many paragraphs on each side, with these findings; every paragraph stands alone.
pub(in crate::report) fn comparison(
    left: usize,
    right: usize,
    findings: impl IntoIterator<Item = Finding>,
) -> Comparison {
    let alone = |n: usize, left: bool| Row {
        left: if left { vec![n] } else { Vec::new() },
        right: if left { Vec::new() } else { vec![n] },
        similarity: 0.0,
        wire: false,
    };
    let lefts = (0..left).map(|n| alone(n, true));
    Comparison {
        reading: None,
        left: side("Left", 'L', left),
        right: side("Right", 'R', right),
        alignment: lefts.chain((0..right).map(|n| alone(n, false))).collect(),
        findings: findings.into_iter().collect(),
        names: Vec::new(),
        framing: Vec::new(),
        glosses: Vec::new(),
        encoding: Encoding::None,
        notes: Vec::new(),
    }
}

fn side(name: &str, letter: char, count: usize) -> Side {
    let texts: Vec<String> = (0..count)
        .map(|n| format!("{} claim {n}", name.to_lowercase()))
        .collect();
    let paragraphs = texts.iter().map(|text| Paragraph {
        line: None,
        kind: Kind::Body,
        text: text.clone(),
        rule: None,
    });
    let claims = texts.iter().enumerate().map(|(n, text)| Claim {
        id: format!("{letter}{}", n + 1),
        paragraph: n,
        span: 0..text.len(),
        attribution: 0..0,
        asides: Vec::new(),
        text: text.clone(),
        quoted: false,
        speaker: None,
        figures: Vec::new(),
        times: Vec::new(),
        names: Vec::new(),
        words: Vec::new(),
    });
    Side {
        article: Article {
            name: name.to_owned(),
            source: format!("{}.txt", name.to_lowercase()),
            language: "en".to_owned(),
            title: None,
            credit: None,
            published: None,
            sha256: None,
            paragraphs: paragraphs.collect(),
            notes: Vec::new(),
        },
        claims: claims.collect(),
    }
}

/// A finding about at most one claim a side.
pub(in crate::report) fn link(
    verdict: Verdict,
    left: Option<usize>,
    right: Option<usize>,
) -> Finding {
    Finding {
        verdict,
        left: left.into_iter().collect(),
        right: right.into_iter().collect(),
        similarity: 0.5,
        reasons: Vec::new(),
        differences: Vec::new(),
        marks: [Vec::new(), Vec::new()],
        locked: false,
        by: Decider::Engine,
    }
}

/// An exact figure, written in digits.
pub(in crate::report) fn figure(text: &str, about: &str) -> Figure {
    Figure {
        text: text.to_owned(),
        value: text.parse().unwrap_or_default(),
        upper: None,
        precision: Precision::Exact,
        unit: None,
        ordinal: false,
        span: 0..0,
        about: about.to_owned(),
        about_span: 0..0,
    }
}

/// A named speaker, with those who passed the statement on.
pub(in crate::report) fn speaker(name: &str, via: &[&str]) -> Speaker {
    Speaker {
        name: name.to_owned(),
        verb: "said".to_owned(),
        stance: Stance::Says,
        in_text: false,
        sure: true,
        via: via.iter().map(|&name| name.to_owned()).collect(),
        vague: false,
    }
}

/// A line without any markup.
pub(in crate::report) fn plain(pair: &Pair<'_>, line: &Line<'_>) -> String {
    let pieces = line.iter().map(|piece| match piece {
        Piece::Own(text) | Piece::Jump(_, text) | Piece::Code(text) => text.clone(),
        Piece::Ref(at) => ref_name(pair, *at),
        Piece::Quote(quote) => quote.text.to_owned(),
        Piece::Break => " ".to_owned(),
    });
    pieces.collect()
}
