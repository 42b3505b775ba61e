//! Comparisons as a person made them: a gold folder read into the types that the analysis fills.
//!
//! The folders lie beside the project and may be absent. What they do not hold (figures, reasons, marks) is read off
//! the words by plain means, good enough to have something real to show.

#![allow(
    clippy::unwrap_used,
    reason = "a test that meets a broken fixture should stop"
)]

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use storydiff::Encoding;
use storydiff::article::{Article, Kind, Note, Paragraph};
use storydiff::claim::{Claim, Figure, Precision, Speaker, Stance};
use storydiff::model::{
    Comparison, Difference, DifferenceKind, Finding, Framing, FramingReason, Label, Mark, MarkKind,
    Reason, Row, Side, Spellings, Verdict,
};

/// The gold folders, sorted; none where they are absent.
pub fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold");
    let Ok(entries) = std::fs::read_dir(root) else {
        return Vec::new();
    };
    let folders = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut folders: Vec<PathBuf> = folders.filter(|p| p.join("gold.json").exists()).collect();
    folders.sort();
    folders
}

/// The comparison that a folder describes.
pub fn comparison(folder: &Path) -> Comparison {
    let gold = std::fs::read_to_string(folder.join("gold.json")).unwrap();
    let gold: Value = serde_json::from_str(&gold).unwrap();
    let left = side(folder, &gold, "left", 0);
    let right = side(folder, &gold, "right", 1);
    let notes = vec![Note::UnpairedQuotation {
        source: left.article.source.clone(),
        line: Some(3),
    }];
    Comparison {
        alignment: alignment(&gold, &left, &right),
        findings: findings(&gold, &left, &right),
        names: pairs(&gold["names"]),
        framing: framing(&gold, &left, &right),
        glosses: Vec::new(),
        reading: None,
        encoding: Encoding::None,
        left,
        right,
        notes,
    }
}

fn side(folder: &Path, gold: &Value, key: &str, index: usize) -> Side {
    let text = std::fs::read_to_string(folder.join(format!("{key}.txt"))).unwrap();
    let removed: BTreeSet<u64> = numbers(&gold["boilerplate"][key]).collect();
    let mut article = Article {
        name: format!("{} {key}", gold["id"].as_str().unwrap()),
        source: format!("{key}.txt"),
        language: gold["languages"][index].as_str().unwrap().to_owned(),
        title: None,
        credit: None,
        published: None,
        sha256: None,
        paragraphs: Vec::new(),
        notes: Vec::new(),
    };
    for (n, line) in text
        .lines()
        .enumerate()
        .filter(|(_, l)| !l.trim().is_empty())
    {
        let kind = kind(&article, line, n + 1, &removed);
        match kind {
            Kind::Title => article.title = Some(line.to_owned()),
            Kind::Credit => article.credit = Some(line.to_owned()),
            Kind::Body | Kind::Boilerplate => {}
        }
        article.paragraphs.push(Paragraph {
            line: Some(n + 1),
            kind,
            text: line.to_owned(),
            rule: (!kind.is_report()).then(|| "by-hand".to_owned()),
        });
    }
    let claims = claims(gold, key, &article, index);
    Side { article, claims }
}

fn kind(article: &Article, line: &str, number: usize, removed: &BTreeSet<u64>) -> Kind {
    if removed.contains(&(number as u64)) {
        return if number <= 3 {
            Kind::Credit
        } else {
            Kind::Boilerplate
        };
    }
    let headline = number == 1 && !line.ends_with(['.', '،']) && line.chars().count() < 130;
    if headline && article.title.is_none() {
        Kind::Title
    } else {
        Kind::Body
    }
}

fn claims(gold: &Value, key: &str, article: &Article, index: usize) -> Vec<Claim> {
    let names: Vec<String> = list(&gold["names"])
        .map(|pair| pair[index].as_str().unwrap().to_owned())
        .collect();
    list(&gold["claims"][key])
        .map(|claim| {
            let text = claim["text"].as_str().unwrap();
            let paragraph = paragraph(article, claim["line"].as_u64().unwrap());
            let start = article.paragraphs[paragraph].text.find(text).unwrap();
            Claim {
                id: claim["id"].as_str().unwrap().to_owned(),
                paragraph,
                span: start..start + text.len(),
                attribution: start..start,
                asides: Vec::new(),
                text: text.to_owned(),
                quoted: false,
                speaker: claim["speaker"].as_str().map(|name| Speaker {
                    name: name.to_owned(),
                    verb: String::new(),
                    stance: Stance::Says,
                    in_text: false,
                    sure: true,
                    via: Vec::new(),
                    vague: false,
                }),
                figures: figures(text),
                times: Vec::new(),
                names: names
                    .iter()
                    .filter(|n| text.contains(*n))
                    .cloned()
                    .collect(),
                words: Vec::new(),
            }
        })
        .collect()
}

/// Runs of digits, each with the word after it.
fn figures(text: &str) -> Vec<Figure> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let digits = |w: &str| w.chars().filter(|c| c.is_numeric()).collect::<String>();
    let found = words
        .iter()
        .enumerate()
        .filter(|(_, w)| w.starts_with(char::is_numeric));
    found
        .map(|(n, word)| Figure {
            text: word.trim_end_matches(['.', ',', '،']).to_owned(),
            value: digits(word).parse().unwrap_or(0.0),
            upper: None,
            precision: Precision::Exact,
            unit: None,
            ordinal: false,
            span: 0..0,
            about: words.get(n + 1).copied().unwrap_or_default().to_owned(),
            about_span: 0..0,
        })
        .collect()
}

fn alignment(gold: &Value, left: &Side, right: &Side) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for pair in list(&gold["paragraphs"]).filter(|p| p[2] == 2) {
        let l = paragraph(&left.article, pair[0].as_u64().unwrap());
        let r = paragraph(&right.article, pair[1].as_u64().unwrap());
        let joins = |row: &Row| row.left.contains(&l) || row.right.contains(&r);
        let (mut joined, rest): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(joins);
        joined.push(row(vec![l], vec![r]));
        let merge = |side: fn(&Row) -> &Vec<usize>| {
            let all: BTreeSet<usize> = joined.iter().flat_map(side).copied().collect();
            all.into_iter().collect::<Vec<usize>>()
        };
        let merged = row(merge(|r| &r.left), merge(|r| &r.right));
        rows = rest;
        rows.push(merged);
    }
    for row in &mut rows {
        let text = |side: &Side, n: usize| side.article.paragraphs[n].text.clone();
        let near =
            strsim::normalized_levenshtein(&text(left, row.left[0]), &text(right, row.right[0]));
        (row.similarity, row.wire) = (0.8, near > 0.9);
    }
    let alone = |side: &Side, has: &dyn Fn(usize) -> bool| {
        let all = side.article.paragraphs.iter().enumerate();
        let alone = all.filter(|(n, p)| p.kind.is_report() && !has(*n));
        alone.map(|(n, _)| n).collect::<Vec<usize>>()
    };
    let lefts = alone(left, &|n| rows.iter().any(|r| r.left.contains(&n)));
    let rights = alone(right, &|n| rows.iter().any(|r| r.right.contains(&n)));
    rows.extend(lefts.into_iter().map(|n| row(vec![n], Vec::new())));
    rows.sort_by_key(|r| r.left[0]);
    for n in rights {
        let after = |r: &Row| r.right.first().is_some_and(|&other| other > n);
        let at = rows.iter().position(after).unwrap_or(rows.len());
        rows.insert(at, row(Vec::new(), vec![n]));
    }
    rows
}

fn row(left: Vec<usize>, right: Vec<usize>) -> Row {
    Row {
        left,
        right,
        similarity: 0.0,
        wire: false,
    }
}

fn findings(gold: &Value, left: &Side, right: &Side) -> Vec<Finding> {
    let index = |side: &Side, id: &Value| side.claims.iter().position(|c| c.id == *id).unwrap();
    let mut findings: Vec<Finding> = list(&gold["links"])
        .map(|link| {
            let (l, r) = (index(left, &link["left"]), index(right, &link["right"]));
            linked(link, l, r, left, right)
        })
        .collect();
    for l in 0..left.claims.len() {
        if !findings.iter().any(|f| f.left.contains(&l)) {
            findings.push(finding(Verdict::OnlyLeft, vec![l], Vec::new()));
        }
    }
    for r in 0..right.claims.len() {
        if !findings.iter().any(|f| f.right.contains(&r)) {
            findings.push(finding(Verdict::OnlyRight, Vec::new(), vec![r]));
        }
    }
    findings
}

fn linked(link: &Value, l: usize, r: usize, left: &Side, right: &Side) -> Finding {
    let verdict = Verdict::ALL
        .into_iter()
        .find(|v| v.as_str() == link["relation"])
        .unwrap();
    let mut found = finding(verdict, vec![l], vec![r]);
    found.similarity = 0.9;
    let words = |side: &Side, n: usize| {
        let words = side.claims[n].text.split_whitespace();
        words.map(str::to_owned).collect::<BTreeSet<String>>()
    };
    let shared: Vec<(String, String)> = words(left, l)
        .intersection(&words(right, r))
        .filter(|w| w.chars().count() > 4)
        .map(|w| (w.clone(), w.clone()))
        .collect();
    if !shared.is_empty() {
        found.marks = [marks(left, l, &shared), marks(right, r, &shared)];
        found.reasons.push(Reason::Words(shared));
    }
    if let (Some(a), Some(b)) = (link["about"][0].as_str(), link["about"][1].as_str()) {
        let figure = a.contains(char::is_numeric) && b.contains(char::is_numeric);
        found.differences.push(Difference {
            kind: if figure {
                DifferenceKind::Figure
            } else {
                DifferenceKind::Detail
            },
            left: a.to_owned(),
            right: b.to_owned(),
        });
        found.marks = [value(left, l, a), value(right, r, b)];
    }
    found
}

fn marks(side: &Side, claim: usize, shared: &[(String, String)]) -> Vec<Mark> {
    let text = &side.claims[claim].text;
    let spans = shared
        .iter()
        .filter_map(|(word, _)| text.find(word.as_str()).map(|s| s..s + word.len()));
    spans
        .map(|span| Mark {
            claim,
            span,
            kind: MarkKind::Shared,
        })
        .collect()
}

fn value(side: &Side, claim: usize, words: &str) -> Vec<Mark> {
    let start = side.claims[claim].text.find(words);
    let span = start.map(|s| s..s + words.len());
    span.map(|span| Mark {
        claim,
        span,
        kind: MarkKind::Value,
    })
    .into_iter()
    .collect()
}

fn finding(verdict: Verdict, left: Vec<usize>, right: Vec<usize>) -> Finding {
    Finding {
        verdict,
        left,
        right,
        similarity: 0.0,
        reasons: Vec::new(),
        differences: Vec::new(),
        marks: [Vec::new(), Vec::new()],
        locked: false,
        by: storydiff::model::Decider::Engine,
    }
}

fn framing(gold: &Value, left: &Side, right: &Side) -> Vec<Framing> {
    list(&gold["framing"])
        .map(|entry| Framing {
            left: label(left, &entry["left"]),
            right: label(right, &entry["right"]),
            reason: FramingReason::SameSlot,
            referent: None,
        })
        .collect()
}

fn label(side: &Side, term: &Value) -> Option<Label> {
    let term = term.as_str()?;
    let claims = side.claims.iter().filter(|c| c.text.contains(term));
    let speakers: BTreeSet<String> = claims
        .clone()
        .filter_map(|c| Some(c.speaker.as_ref()?.name.clone()))
        .collect();
    let paragraphs: BTreeSet<usize> = claims.clone().map(|c| c.paragraph).collect();
    Some(Label {
        term: term.to_owned(),
        count: claims.clone().count().max(1),
        quoted: false,
        speakers: speakers.into_iter().collect(),
        own_voice: claims.clone().any(|c| c.speaker.is_none()),
        paragraphs: paragraphs.into_iter().collect(),
    })
}

fn pairs(names: &Value) -> Vec<Spellings> {
    let spelling = |name: &Value| vec![name.as_str().unwrap().to_owned()];
    list(names)
        .map(|pair| Spellings {
            left: spelling(&pair[0]),
            right: spelling(&pair[1]),
        })
        .collect()
}

fn paragraph(article: &Article, line: u64) -> usize {
    let line = usize::try_from(line).unwrap();
    article
        .paragraphs
        .iter()
        .position(|p| p.line == Some(line))
        .unwrap()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn numbers(value: &Value) -> impl Iterator<Item = u64> {
    list(value).filter_map(Value::as_u64)
}
