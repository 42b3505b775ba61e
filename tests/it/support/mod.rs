//! Comparisons made by hand: what the analysis would find, so that reports can be tested without it.

#![allow(
    dead_code,
    reason = "each test binary uses its own part of the support code"
)]

pub mod careful;
pub mod checks;
pub mod gold;
pub mod laws;
pub mod score;
pub mod server;
pub mod spans;
pub mod stories;
pub mod word;

use storydiff::Encoding;
use storydiff::article::{Article, Kind, Note, Paragraph};
use storydiff::claim::{Claim, Speaker, Stance};
use storydiff::model::{
    Comparison, Difference, DifferenceKind, Finding, Mark, MarkKind, Row, Side, Verdict,
};

/// An article of (kind, text) lines, one paragraph a line.
pub fn article(name: &str, language: &str, lines: &[(Kind, &str)]) -> Article {
    let paragraphs = lines
        .iter()
        .enumerate()
        .map(|(at, (kind, text))| Paragraph {
            line: Some(at + 1),
            kind: *kind,
            text: (*text).to_owned(),
            rule: (!kind.is_report()).then(|| "share-bar".to_owned()),
        });
    Article {
        name: name.to_owned(),
        source: format!("{name}.txt"),
        language: language.to_owned(),
        title: None,
        credit: None,
        published: None,
        sha256: None,
        paragraphs: paragraphs.collect(),
        notes: Vec::new(),
    }
}

/// A claim: the words from `text` in a paragraph, with a speaker or none.
pub fn claim(article: &Article, paragraph: usize, text: &str, speaker: Option<&str>) -> Claim {
    let start = article.paragraphs[paragraph]
        .text
        .find(text)
        .expect("a claim is a part of its paragraph");
    Claim {
        id: String::new(),
        paragraph,
        span: start..start + text.len(),
        attribution: start..start,
        asides: Vec::new(),
        text: text.to_owned(),
        quoted: false,
        speaker: speaker.map(|name| Speaker {
            name: name.to_owned(),
            verb: String::new(),
            stance: Stance::Says,
            in_text: false,
            sure: true,
            via: Vec::new(),
            vague: false,
        }),
        figures: Vec::new(),
        times: Vec::new(),
        names: Vec::new(),
        words: Vec::new(),
    }
}

/// A side whose claims are numbered `L1`, … or `R1`, ….
pub fn side(letter: char, article: Article, mut claims: Vec<Claim>) -> Side {
    for (at, claim) in claims.iter_mut().enumerate() {
        claim.id = format!("{letter}{}", at + 1);
    }
    Side { article, claims }
}

/// A finding without reasons, differences or marks.
pub fn finding(verdict: Verdict, left: &[usize], right: &[usize]) -> Finding {
    Finding {
        verdict,
        left: left.to_vec(),
        right: right.to_vec(),
        similarity: 0.5,
        reasons: Vec::new(),
        differences: Vec::new(),
        marks: [Vec::new(), Vec::new()],
        locked: false,
        by: storydiff::model::Decider::Engine,
    }
}

/// A row of the alignment.
pub fn row(left: &[usize], right: &[usize]) -> Row {
    Row {
        left: left.to_vec(),
        right: right.to_vec(),
        similarity: 0.5,
        wire: false,
    }
}

/// A mark on the words `text` of a claim.
pub fn mark(side: &Side, claim: usize, text: &str, kind: MarkKind) -> Mark {
    let start = side.claims[claim]
        .text
        .find(text)
        .expect("marked words stand in the claim");
    Mark {
        claim,
        span: start..start + text.len(),
        kind,
    }
}

/// A ferry story in Arabic and in English: conflict, addition, a claim with two partners in two rows, claims of one
/// side only, a paragraph without claims, boilerplate, a note; with tashkeel, lam-alef, emoji, CJK, a long word and
/// characters that must not reach a terminal.
pub fn ferry() -> Comparison {
    let left = ferry_left();
    let right = ferry_right();
    let mut conflict = finding(Verdict::Conflict, &[1], &[1]);
    conflict.differences = vec![Difference {
        kind: DifferenceKind::Figure,
        left: "16 راكبا".to_owned(),
        right: "19 passengers".to_owned(),
    }];
    conflict.marks = [
        vec![
            mark(&left, 1, "16 راكبا", MarkKind::Value),
            mark(&left, 1, "العبارة", MarkKind::Shared),
        ],
        vec![mark(&right, 1, "19 passengers", MarkKind::Value)],
    ];
    let mut added = finding(Verdict::LeftAdds, &[2], &[1]);
    added.locked = true;
    let mut alignment = vec![
        row(&[0], &[0]),
        row(&[1], &[1]),
        row(&[2], &[]),
        row(&[], &[2]),
        row(&[3, 4], &[3]),
    ];
    alignment[1].wire = true;
    Comparison {
        alignment,
        findings: vec![
            finding(Verdict::Reworded, &[0], &[0]),
            conflict,
            added,
            finding(Verdict::OnlyLeft, &[3], &[]),
            finding(Verdict::OnlyRight, &[], &[2]),
            finding(Verdict::Development, &[4], &[3, 4]),
            finding(Verdict::SourceDiffers, &[5], &[0]),
        ],
        names: Vec::new(),
        framing: Vec::new(),
        glosses: Vec::new(),
        reading: None,
        encoding: Encoding::None,
        notes: vec![Note::UnpairedQuotation {
            source: "left.txt".to_owned(),
            line: Some(3),
        }],
        left,
        right,
    }
}

fn ferry_left() -> Side {
    let lines = [
        (Kind::Title, "لا ناجين من العبّارة"),
        (
            Kind::Body,
            "غرقت العبارة وعلى متنها 16 راكبا لا أكثر، وأُعلِنَ الحدادُ ثلاثةَ أيامٍ (الأحد إلى الثلاثاء).",
        ),
        (
            Kind::Body,
            "NATO لم يعلق 👨‍👩‍👧 على الحادث\u{202e}\u{1b}[31m الألــــــــيم.",
        ),
        (
            Kind::Body,
            "وقال الوزير إن الميناء سيُغلق لأجل غير مسمى فأسقيناكموها فسيكفيكهمالله",
        ),
        (Kind::Body, "وتابع:"),
        (Kind::Boilerplate, "شارك المقال على المنصات"),
    ];
    let article = article("الميناء اليوم", "ar", &lines);
    let claims = vec![
        claim(&article, 0, "لا ناجين من العبّارة", None),
        claim(&article, 1, "غرقت العبارة وعلى متنها 16 راكبا لا أكثر", None),
        claim(
            &article,
            1,
            "وأُعلِنَ الحدادُ ثلاثةَ أيامٍ (الأحد إلى الثلاثاء).",
            Some("رئيس الوزراء"),
        ),
        claim(&article, 2, lines[2].1, None),
        claim(&article, 3, "الميناء سيُغلق لأجل غير مسمى", Some("الوزير")),
        claim(&article, 3, "فأسقيناكموها فسيكفيكهمالله", None),
    ];
    side('L', article, claims)
}

fn ferry_right() -> Side {
    let lines = [
        (Kind::Title, "No survivors from the ferry"),
        (
            Kind::Body,
            "The ferry sank with 19 passengers on board, and three days of mourning were declared.",
        ),
        (
            Kind::Body,
            "Tug 漢字号は出港した, aLongWordThatNoColumnOfAnyTableCanEverHoldInOneLineBecauseItHasMoreLettersThanThat \u{7}ok.",
        ),
        (
            Kind::Body,
            "The port (الميناء) has closed. It opens next week.",
        ),
        (Kind::Credit, "By a reporter"),
    ];
    let article = article("Harbour Mail", "en", &lines);
    let claims = vec![
        claim(&article, 0, lines[0].1, None),
        claim(&article, 1, lines[1].1, None),
        claim(&article, 2, lines[2].1, Some("the harbour master")),
        claim(&article, 3, "The port (الميناء) has closed.", None),
        claim(&article, 3, "It opens next week.", None),
    ];
    side('R', article, claims)
}
