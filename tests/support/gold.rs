//! Comparisons as people annotated them, where those stand beside the project: real texts at their real length.

use super::{claim, finding, row, side};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use storydiff::article::{Article, Kind, Paragraph};
use storydiff::compare::{Comparison, Row, Side, Verdict};

/// The folders, sorted by name; none where they are absent.
pub fn folders() -> Vec<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/gold");
    let entries = fs::read_dir(root).into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.join("gold.json").is_file())
        .collect();
    folders.sort();
    folders
}

/// One folder's annotation as a comparison; `None` where it cannot be read.
pub fn comparison(folder: &std::path::Path) -> Option<Comparison> {
    let gold: Value =
        serde_json::from_str(&fs::read_to_string(folder.join("gold.json")).ok()?).ok()?;
    let left = read_side(folder, &gold, "left", 0)?;
    let right = read_side(folder, &gold, "right", 1)?;
    let mut findings: Vec<_> = array(&gold["links"])
        .iter()
        .filter_map(|link| {
            let verdict = Verdict::ALL
                .into_iter()
                .find(|v| v.as_str() == link["relation"])?;
            let left = number(&left, &link["left"])?;
            Some(finding(
                verdict,
                &[left],
                &[number(&right, &link["right"])?],
            ))
        })
        .collect();
    for at in 0..left.claims.len() {
        if !findings.iter().any(|f| f.left.contains(&at)) {
            findings.push(finding(Verdict::OnlyLeft, &[at], &[]));
        }
    }
    for at in 0..right.claims.len() {
        if !findings.iter().any(|f| f.right.contains(&at)) {
            findings.push(finding(Verdict::OnlyRight, &[], &[at]));
        }
    }
    Some(Comparison {
        alignment: alignment(&left, &right, &gold),
        findings,
        names: Vec::new(),
        framing: Vec::new(),
        notes: Vec::new(),
        left,
        right,
    })
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn index(value: &Value) -> Option<usize> {
    usize::try_from(value.as_u64()?).ok()
}

fn number(side: &Side, id: &Value) -> Option<usize> {
    side.claims.iter().position(|c| c.id == *id)
}

fn read_side(folder: &std::path::Path, gold: &Value, name: &str, at: usize) -> Option<Side> {
    let text = fs::read_to_string(folder.join(format!("{name}.txt"))).ok()?;
    let out: Vec<usize> = array(&gold["boilerplate"][name])
        .iter()
        .filter_map(index)
        .collect();
    let lines = text
        .lines()
        .enumerate()
        .map(|(at, line)| (at + 1, line.trim()));
    let paragraphs = lines
        .filter(|(_, text)| !text.is_empty())
        .map(|(line, text)| {
            let kind = match line {
                _ if out.contains(&line) => Kind::Boilerplate,
                1 => Kind::Title,
                _ => Kind::Body,
            };
            Paragraph {
                line: Some(line),
                kind,
                text: text.to_owned(),
                rule: None,
            }
        });
    let article = Article {
        name: format!("{name}.txt"),
        source: format!("{name}.txt"),
        language: gold["languages"][at].as_str()?.to_owned(),
        title: None,
        credit: None,
        paragraphs: paragraphs.collect(),
        notes: Vec::new(),
    };
    let claims = array(&gold["claims"][name]).iter().filter_map(|c| {
        let line = index(&c["line"]);
        let paragraph = article.paragraphs.iter().position(|p| p.line == line)?;
        Some(claim(
            &article,
            paragraph,
            c["text"].as_str()?,
            c["speaker"].as_str(),
        ))
    });
    let claims = claims.collect();
    Some(side(if at == 0 { 'L' } else { 'R' }, article, claims))
}

/// Each left paragraph with all that reports the same (grade 2) and is not taken yet; the others alone.
fn alignment(left: &Side, right: &Side, gold: &Value) -> Vec<Row> {
    let pairs: Vec<[Option<usize>; 3]> = array(&gold["paragraphs"])
        .iter()
        .map(|p| [index(&p[0]), index(&p[1]), index(&p[2])])
        .collect();
    let report = |side: &Side| -> Vec<usize> {
        let paragraphs = side.article.paragraphs.iter().enumerate();
        paragraphs
            .filter(|(_, p)| p.kind.is_report())
            .map(|(at, _)| at)
            .collect()
    };
    let mut free = report(right);
    let mut rows = Vec::new();
    for at in report(left) {
        let line = left.article.paragraphs[at].line;
        let met: Vec<usize> = free
            .iter()
            .copied()
            .filter(|&r| pairs.contains(&[line, right.article.paragraphs[r].line, Some(2)]))
            .collect();
        if let Some(&first) = met.first() {
            let before: Vec<usize> = free.iter().copied().filter(|&r| r < first).collect();
            let partnered = |r: usize| {
                pairs
                    .iter()
                    .any(|p| p[1] == right.article.paragraphs[r].line && p[2] == Some(2))
            };
            for alone in before.into_iter().filter(|&r| !partnered(r)) {
                rows.push(row(&[], &[alone]));
                free.retain(|&r| r != alone);
            }
            free.retain(|r| !met.contains(r));
        }
        rows.push(row(&[at], &met));
    }
    rows.extend(free.into_iter().map(|r| row(&[], &[r])));
    rows
}
