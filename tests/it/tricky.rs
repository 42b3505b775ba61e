//! The cases of `docs/tricky-cases.md`: what is wanted, and what we do today, run through the library.
//!
//! A case that holds must go on holding; one that fails must still fail in the way the page says, so that the page
//! never promises too much, nor too little. `TRICKY_UPDATE=1 cargo test --test it tricky` writes the `today` lines anew;
//! it never writes a failure over a case that held.

// What is written there is done with the encoder.
#![cfg(feature = "embedded-encoder")]

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use storydiff::article::Note;
use storydiff::claim::{Claim, Speaker};
use storydiff::model::{Finding, Label, Side};
use storydiff::{Comparison, Options, ReadOptions, Verdict, compare, parse};

const FENCE: &str = "```case\n";

/// One block of the page.
struct Case<'a> {
    name: &'a str,
    languages: [&'a str; 2],
    left: &'a str,
    right: &'a str,
    ask: &'a str,
    wanted: &'a str,
    today: &'a str,
}

impl<'a> Case<'a> {
    fn read(block: &'a str) -> Case<'a> {
        let mut lines = block.lines();
        let mut value = |key: &str| {
            let line = lines.next().unwrap_or_default();
            line.strip_prefix(key)
                .and_then(|rest| rest.strip_prefix(": "))
                .unwrap_or_else(|| panic!("{key} belongs here: {line}\n{block}"))
        };
        let name = value("name");
        let (one, other) = value("languages").split_once(' ').expect("two languages");
        Case {
            name,
            languages: [one, other],
            left: value("left"),
            right: value("right"),
            ask: value("ask"),
            wanted: value("wanted"),
            today: value("today"),
        }
    }

    fn comparison(&self) -> Comparison {
        let article = |text: &str, side: usize| {
            let lines = text.replace(" // ", "\n\n");
            let options = ReadOptions {
                language: Some(self.languages[side].to_owned()),
                ..ReadOptions::default()
            };
            parse(lines.as_bytes(), "a.txt", &options).expect("plain text")
        };
        let (left, right) = (article(self.left, 0), article(self.right, 1));
        compare(&left, &right, &Options::default())
    }

    fn answer(&self) -> String {
        let parts: Vec<&str> = self.ask.split(" | ").collect();
        let comparison = self.comparison();
        match *parts.as_slice() {
            ["verdict", left, right] => match finding(&comparison, left, right) {
                Some(finding) => finding.verdict.as_str().to_owned(),
                None => "not linked".to_owned(),
            },
            ["conflict", left, right] => match finding(&comparison, left, right) {
                Some(finding) if finding.verdict == Verdict::Conflict => "conflict".to_owned(),
                Some(_) => "no conflict".to_owned(),
                // What is not linked is no conflict either.
                None if self.wanted == "no conflict" => "no conflict".to_owned(),
                None => "not linked".to_owned(),
            },
            ["differences", left, right] => differences(finding(&comparison, left, right)),
            ["speaker", side, words] => speaker(claim(side_of(&comparison, side), words).1),
            ["quoted", side, words] => {
                let (_, claim) = claim(side_of(&comparison, side), words);
                ["own words", "quoted"][usize::from(claim.quoted)].to_owned()
            }
            ["claims", side] => {
                let claims = side_of(&comparison, side).claims.iter();
                let texts: Vec<&str> = claims.map(|claim| claim.text.as_str()).collect();
                texts.join(" | ")
            }
            ["names", left, right] => {
                let met = comparison.names.iter().any(|name| {
                    name.left.iter().any(|n| n == left) && name.right.iter().any(|n| n == right)
                });
                ["two names", "one name"][usize::from(met)].to_owned()
            }
            ["label", side, term] => label(&comparison, side, term),
            ["unpaired marks"] => {
                let notes = comparison.notes.iter();
                let marks = notes.filter(|note| matches!(note, Note::UnpairedQuotation { .. }));
                marks.count().to_string()
            }
            _ => panic!("{}: nobody can be asked this: {}", self.name, self.ask),
        }
    }
}

fn side_of<'a>(comparison: &'a Comparison, side: &str) -> &'a Side {
    match side {
        "left" => &comparison.left,
        "right" => &comparison.right,
        other => panic!("neither left nor right: {other}"),
    }
}

/// The one claim with these words, and its place.
fn claim<'a>(side: &'a Side, words: &str) -> (usize, &'a Claim) {
    let claims = side.claims.iter().enumerate();
    let mut found = claims.filter(|(_, claim)| claim.text.contains(words));
    let first = found
        .next()
        .unwrap_or_else(|| panic!("no claim has {words}"));
    assert!(found.next().is_none(), "more than one claim has {words}");
    first
}

fn finding<'a>(comparison: &'a Comparison, left: &str, right: &str) -> Option<&'a Finding> {
    let (left, _) = claim(&comparison.left, left);
    let (right, _) = claim(&comparison.right, right);
    let mut findings = comparison.findings.iter();
    // What is perhaps related is no link.
    findings.find(|f| {
        f.verdict != Verdict::Related && f.left.contains(&left) && f.right.contains(&right)
    })
}

/// `figure 16 / 19; speaker Marr / Odell`.
fn differences(finding: Option<&Finding>) -> String {
    let Some(finding) = finding else {
        return "not linked".to_owned();
    };
    let all = finding.differences.iter();
    let all = all.map(|d| format!("{} {} / {}", d.kind.as_str(), d.left, d.right));
    let all: Vec<String> = all.collect();
    if all.is_empty() {
        "none".to_owned()
    } else {
        all.join("; ")
    }
}

/// `Tass via RT`, `sources, vague`, `own voice`.
fn speaker(claim: &Claim) -> String {
    let Some(Speaker {
        name, via, vague, ..
    }) = &claim.speaker
    else {
        return "own voice".to_owned();
    };
    let mut said = name.clone();
    if !via.is_empty() {
        write!(said, " via {}", via.join(" via ")).expect("a string takes all");
    }
    if *vague {
        said.push_str(", vague");
    }
    said
}

/// What a term of one side stands beside in the framing list.
fn label(comparison: &Comparison, side: &str, term: &str) -> String {
    let mut rows = comparison.framing.iter().map(|row| match side {
        "left" => (&row.left, &row.right),
        _ => (&row.right, &row.left),
    });
    let has = |label: &Option<Label>| label.as_ref().is_some_and(|label| label.term == term);
    match rows.find(|(one, _)| has(one)) {
        None => "not a label".to_owned(),
        Some((_, None)) => "alone".to_owned(),
        Some((_, Some(other))) => format!("beside {}", other.term),
    }
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/tricky-cases.md")
}

fn page() -> String {
    std::fs::read_to_string(path()).expect("docs/tricky-cases.md")
}

fn blocks(page: &str) -> Vec<&str> {
    let blocks = page.split(FENCE).skip(1);
    blocks
        .map(|block| block.split_once("```").expect("a block ends").0)
        .collect()
}

#[test]
fn the_page_says_what_we_do() {
    let page = page();
    let mut new = page.clone();
    let mut untrue = Vec::new();
    for block in blocks(&page) {
        let case = Case::read(block);
        let answer = case.answer();
        if answer == case.today {
            continue;
        }
        let what = match (case.today == case.wanted, answer == case.wanted) {
            (true, _) => "held, and fails now",
            (_, true) => "failed, and holds now: write it into the page",
            _ => "fails in another way now",
        };
        untrue.push(format!(
            "{}: {what}\n  wanted {}\n  the page says {}\n  today {answer}",
            case.name, case.wanted, case.today
        ));
        if case.today != case.wanted {
            let now = block.replace(
                &format!("\ntoday: {}\n", case.today),
                &format!("\ntoday: {answer}\n"),
            );
            new = new.replace(block, &now);
        }
    }
    if std::env::var_os("TRICKY_UPDATE").is_some() {
        std::fs::write(path(), &new).expect("the page can be written");
    }
    assert!(untrue.is_empty(), "{}", untrue.join("\n"));
}

#[test]
fn the_count_on_the_page_is_right() {
    let page = page();
    let cases: Vec<Case> = blocks(&page).into_iter().map(Case::read).collect();
    let names: BTreeSet<&str> = cases.iter().map(|case| case.name).collect();
    assert_eq!(names.len(), cases.len(), "two cases have one name");
    let held = cases.iter().filter(|c| c.today == c.wanted).count();
    let sentence = format!("{held} of the {} cases hold today", cases.len());
    assert!(page.contains(&sentence), "the page should say: {sentence}");
}
