//! The invariants of docs/architecture.md, each as a function that panics where it is broken.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use storydiff::claim::Claim;
use storydiff::language::fold;
use storydiff::model::{DifferenceKind, Finding, Framing, Side};
use storydiff::report::{Format, View, render};
use storydiff::{Article, Comparison, Verdict};

/// All laws that one comparison can keep or break.
pub fn hold(comparison: &Comparison) {
    for (side, letter) in [(&comparison.left, 'L'), (&comparison.right, 'R')] {
        claims_are_verbatim(side, letter);
        every_word_is_in_a_claim(side);
    }
    every_claim_is_in_a_finding(comparison);
    findings_are_well_formed(comparison);
    alignment_has_every_paragraph_once(comparison);
    json_is_whole(comparison);
    nothing_can_act(comparison);
}

/// Nothing is lost: the visible signs of the input's lines are those of the paragraphs, from line to line.
pub fn every_line_is_in_a_paragraph(text: &str, article: &Article) {
    let text = text.replace("\r\n", "\n");
    let lines: Vec<&str> = text
        .split(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}'])
        .collect();
    let starts = article
        .paragraphs
        .iter()
        .map(|p| p.line.expect("plain text has lines") - 1);
    let mut ends: Vec<usize> = starts.clone().skip(1).collect();
    ends.push(lines.len());
    let first = starts.clone().next().unwrap_or(lines.len());
    assert_eq!(
        visible(&lines[..first].concat()),
        "",
        "lines before the first paragraph"
    );
    for ((start, end), paragraph) in starts.zip(ends).zip(&article.paragraphs) {
        assert_eq!(
            visible(&paragraph.text),
            visible(&lines[start..end].concat()),
            "the paragraph of line {}",
            start + 1
        );
    }
}

/// What no reading step may drop: letters, digits and the usual marks.
fn visible(text: &str) -> String {
    let is_visible =
        |c: &char| c.is_alphanumeric() || c.is_ascii_graphic() || "“”„‘’«»،؛؟…–—".contains(*c);
    text.chars().filter(is_visible).collect()
}

fn claims_are_verbatim(side: &Side, letter: char) {
    for (at, claim) in side.claims.iter().enumerate() {
        let paragraph = &side.article.paragraphs[claim.paragraph];
        assert!(
            paragraph.kind.is_report(),
            "{}: a claim of what is no report",
            claim.id
        );
        assert_eq!(claim.id, format!("{letter}{}", at + 1));
        assert_eq!(
            paragraph.text.get(claim.span.clone()),
            Some(claim.text.as_str())
        );
        assert!(paragraph.text.get(claim.attribution.clone()).is_some());
        for aside in &claim.asides {
            assert!(
                claim.text.get(aside.clone()).is_some(),
                "{}: an aside outside",
                claim.id
            );
        }
    }
    let place = |c: &Claim| (c.paragraph, c.span.start);
    assert!(
        side.claims
            .windows(2)
            .all(|two| place(&two[0]) < place(&two[1])),
        "claims are not in reading order"
    );
}

fn every_word_is_in_a_claim(side: &Side) {
    for (at, paragraph) in side.article.paragraphs.iter().enumerate() {
        if !paragraph.kind.is_report() {
            continue;
        }
        let of_it: Vec<&Claim> = side.claims.iter().filter(|c| c.paragraph == at).collect();
        let held = |byte: usize| {
            of_it
                .iter()
                .any(|c| c.span.contains(&byte) || c.attribution.contains(&byte))
        };
        let lost: String = paragraph
            .text
            .char_indices()
            .filter(|(byte, c)| c.is_alphanumeric() && !held(*byte))
            .map(|(_, c)| c)
            .collect();
        assert_eq!(lost, "", "lost from: {}", paragraph.text);
    }
}

/// One side's claims of a finding.
type Of = fn(&Finding) -> &[usize];

fn every_claim_is_in_a_finding(comparison: &Comparison) {
    // What is perhaps related is asserted as nothing: its claims stand alone as well.
    let asserted = |f: &&Finding| f.verdict != Verdict::Related;
    let linked = |f: &&Finding| !f.left.is_empty() && !f.right.is_empty();
    let sides: [(&Side, Of); 2] = [
        (&comparison.left, |f| &f.left),
        (&comparison.right, |f| &f.right),
    ];
    for (side, of) in sides {
        for (at, claim) in side.claims.iter().enumerate() {
            let with: Vec<&Finding> = comparison
                .findings
                .iter()
                .filter(asserted)
                .filter(|f| of(f).contains(&at))
                .collect();
            let links = with.iter().copied().filter(linked).count();
            let alone = with.len() - links;
            assert!(
                (links > 0 && alone == 0) || (links == 0 && alone == 1),
                "{} is in {links} links and alone {alone} times: {}",
                claim.id,
                claim.text
            );
        }
    }
}

fn findings_are_well_formed(comparison: &Comparison) {
    let (left, right) = (&comparison.left.claims, &comparison.right.claims);
    for finding in &comparison.findings {
        let sides = (finding.left.is_empty(), finding.right.is_empty());
        let expected = match finding.verdict {
            Verdict::OnlyLeft => (false, true),
            Verdict::OnlyRight => (true, false),
            _ => (false, false),
        };
        assert_eq!(sides, expected, "{:?}", finding.verdict);
        assert!(
            (0.0..=1.0).contains(&finding.similarity),
            "{}",
            finding.similarity
        );
        for (claims, own, marks) in [
            (left, &finding.left, &finding.marks[0]),
            (right, &finding.right, &finding.marks[1]),
        ] {
            for mark in marks {
                assert!(
                    own.contains(&mark.claim),
                    "a mark on another finding's claim"
                );
                assert!(claims[mark.claim].text.get(mark.span.clone()).is_some());
            }
        }
        for difference in &finding.differences {
            for (side, own, words) in [
                (&comparison.left, &finding.left, &difference.left),
                (&comparison.right, &finding.right, &difference.right),
            ] {
                assert!(stands(side, own, difference.kind, words), "{difference:?}");
            }
        }
    }
}

/// Whether the words of a difference are the article's: of the claims themselves, and a speaker's name of any place.
fn stands(side: &Side, own: &[usize], kind: DifferenceKind, words: &str) -> bool {
    match kind {
        DifferenceKind::Speaker => side
            .article
            .paragraphs
            .iter()
            .any(|p| p.text.contains(words)),
        _ => own.iter().any(|&at| side.claims[at].text.contains(words)),
    }
}

fn alignment_has_every_paragraph_once(comparison: &Comparison) {
    let report = |side: &Side| -> Vec<usize> {
        let paragraphs = side.article.paragraphs.iter().enumerate();
        let report = paragraphs.filter(|(_, p)| p.kind.is_report());
        report.map(|(at, _)| at).collect()
    };
    let mut left: Vec<usize> = comparison
        .alignment
        .iter()
        .flat_map(|r| r.left.clone())
        .collect();
    let mut right: Vec<usize> = comparison
        .alignment
        .iter()
        .flat_map(|r| r.right.clone())
        .collect();
    left.sort_unstable();
    right.sort_unstable();
    assert_eq!(left, report(&comparison.left));
    assert_eq!(right, report(&comparison.right));
    for row in &comparison.alignment {
        assert!((0.0..=1.0).contains(&row.similarity), "{}", row.similarity);
        assert!(row.left.is_sorted() && row.right.is_sorted());
    }
}

/// Verdict, left and right claims, bits of the similarity.
type Findings = BTreeSet<(Verdict, Vec<usize>, Vec<usize>, u32)>;
/// Left and right paragraphs, bits of the similarity.
type Rows = BTreeSet<(Vec<usize>, Vec<usize>, u32)>;

/// Mirror: `back` is `there` with the sides exchanged. Orders of findings and rows may differ.
pub fn are_mirrored(there: &Comparison, back: &Comparison) {
    let findings: Findings = there
        .findings
        .iter()
        .map(|f| {
            (
                f.verdict,
                f.left.clone(),
                f.right.clone(),
                f.similarity.to_bits(),
            )
        })
        .collect();
    let mirrored: Findings = back
        .findings
        .iter()
        .map(|f| {
            (
                f.verdict.mirrored(),
                f.right.clone(),
                f.left.clone(),
                f.similarity.to_bits(),
            )
        })
        .collect();
    assert_eq!(findings, mirrored, "findings");
    let rows: Rows = there
        .alignment
        .iter()
        .map(|r| (r.left.clone(), r.right.clone(), r.similarity.to_bits()))
        .collect();
    let turned: Rows = back
        .alignment
        .iter()
        .map(|r| (r.right.clone(), r.left.clone(), r.similarity.to_bits()))
        .collect();
    assert_eq!(rows, turned, "alignment");
    let names: BTreeSet<_> = there.names.iter().map(|n| (&n.left, &n.right)).collect();
    let turned: BTreeSet<_> = back.names.iter().map(|n| (&n.right, &n.left)).collect();
    assert_eq!(names, turned, "names");
    let same_label = |f: &Framing, b: &Framing| f.left == b.right && f.right == b.left;
    let labelled = |f: &Framing| back.framing.iter().any(|b| same_label(f, b));
    assert!(there.framing.iter().all(labelled), "framing");
    assert_eq!(there.framing.len(), back.framing.len(), "framing");
    let notes = |c: &Comparison| c.notes.iter().cloned().collect::<BTreeSet<_>>();
    assert_eq!(notes(there), notes(back), "notes");
}

/// Identity: an article against itself is all `same`, each claim linked with itself or with one of the same words.
/// Paragraphs without a word hold no claim, and stand alone.
pub fn is_all_same(comparison: &Comparison) {
    for finding in &comparison.findings {
        let text = |side: &Side, own: &[usize]| -> Vec<String> {
            own.iter().map(|&at| fold(&side.claims[at].text)).collect()
        };
        let left = text(&comparison.left, &finding.left);
        let right = text(&comparison.right, &finding.right);
        assert_eq!(finding.verdict, Verdict::Same, "{left:?} | {right:?}");
        assert_eq!(left, right);
    }
    for row in &comparison.alignment {
        let text = |side: &Side, own: &[usize]| -> BTreeSet<String> {
            let claimed = own
                .iter()
                .filter(|at| side.claims.iter().any(|c| c.paragraph == **at));
            claimed
                .map(|&at| side.article.paragraphs[at].text.clone())
                .collect()
        };
        let left = text(&comparison.left, &row.left);
        assert_eq!(
            left,
            text(&comparison.right, &row.right),
            "a row of the alignment"
        );
    }
}

/// The keys that the contract promises, by the place of their object.
const KEYS: [(&str, &[&str]); 11] = [
    (
        "",
        &[
            "schema",
            "tool",
            "left",
            "right",
            "alignment",
            "findings",
            "names",
            "framing",
            "summary",
            "notes",
        ],
    ),
    ("/tool", &["name", "version"]),
    (
        "/*",
        &[
            "name",
            "source",
            "language",
            "title",
            "credit",
            "paragraphs",
            "claims",
        ],
    ),
    ("/*/paragraphs/", &["line", "kind", "text", "rule"]),
    (
        "/*/claims/",
        &[
            "id",
            "paragraph",
            "text",
            "quoted",
            "speaker",
            "figures",
            "names",
        ],
    ),
    ("/alignment/", &["left", "right", "similarity"]),
    (
        "/findings/",
        &[
            "verdict",
            "left",
            "right",
            "similarity",
            "reasons",
            "differences",
            "locked",
        ],
    ),
    ("/names/", &["left", "right"]),
    ("/framing/", &["left", "right", "reason"]),
    (
        "/summary",
        &[
            "same",
            "reworded",
            "left_adds",
            "right_adds",
            "overlap",
            "conflict",
            "development",
            "source_differs",
            "only_left",
            "only_right",
        ],
    ),
    ("/notes/", &["kind", "text"]),
];

fn json_is_whole(comparison: &Comparison) {
    let text = render(comparison, Format::Json, &View::default());
    let report: Value = serde_json::from_str(&text).expect("the JSON report is JSON");
    for (place, keys) in KEYS {
        let sides: &[&str] = if place.contains('*') {
            &["left", "right"]
        } else {
            &[""]
        };
        for side in sides {
            for object in objects(&report, &place.replace('*', side)) {
                for key in keys {
                    assert!(object.get(key).is_some(), "no {key} in {place}: {object}");
                }
            }
        }
    }
    ids_exist(&report);
    counts_agree(&report);
}

/// The object at a place; of a place that ends in a slash, all objects of the list there.
fn objects<'v>(report: &'v Value, place: &str) -> Vec<&'v Value> {
    let at = report
        .pointer(place.trim_end_matches('/'))
        .expect("a place of the report");
    match at.as_array() {
        Some(list) if place.ends_with('/') => list.iter().collect(),
        _ => vec![at],
    }
}

/// Every id and index that the report mentions is one of its own.
fn ids_exist(report: &Value) {
    for side in ["left", "right"] {
        let claims = objects(report, &format!("/{side}/claims/"));
        let ids: Vec<&Value> = claims.iter().map(|c| &c["id"]).collect();
        let paragraphs = objects(report, &format!("/{side}/paragraphs/")).len() as u64;
        let is_paragraph = |at: &Value| at.as_u64().is_some_and(|at| at < paragraphs);
        let list = |of: &Value| of[side].as_array().expect("a list").clone();
        assert!(claims.iter().all(|c| is_paragraph(&c["paragraph"])));
        for finding in objects(report, "/findings/") {
            assert!(
                list(finding).iter().all(|id| ids.contains(&id)),
                "{finding}"
            );
        }
        for row in objects(report, "/alignment/") {
            assert!(list(row).iter().all(is_paragraph), "{row}");
        }
        for label in objects(report, "/framing/") {
            let paragraphs = label[side]["paragraphs"].as_array();
            assert!(
                paragraphs.is_none_or(|p| p.iter().all(is_paragraph)),
                "{label}"
            );
        }
    }
}

fn counts_agree(report: &Value) {
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for finding in objects(report, "/findings/") {
        *counts
            .entry(finding["verdict"].as_str().expect("a verdict"))
            .or_default() += 1;
    }
    for verdict in Verdict::ALL {
        let counted = counts.get(verdict.as_str()).copied().unwrap_or(0);
        assert_eq!(report["summary"][verdict.as_str()], counted, "{verdict:?}");
    }
}

/// No report without colours holds a character that could act on a terminal or turn the text around it.
fn nothing_can_act(comparison: &Comparison) {
    for format in [Format::Table, Format::Markdown, Format::Json] {
        let text = render(comparison, format, &View::default());
        let acting = |c: &char| {
            c.is_control() && *c != '\n'
                || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        };
        assert_eq!(text.chars().find(acting), None, "{format:?}");
    }
}
