//! Prints the evidence of every pair of claims that a comparison looks at, as JSON Lines: what `training/weights.py` fits the
//! weights of `src/evidence/weights.tsv` on. Without files it lists the rules.
//!
//! ```sh
//! cargo run --release --example evidence -- LEFT RIGHT
//! ```

use serde_json::{Map, Value, json};
use std::path::Path;
use storydiff::compare::Prepared;
use storydiff::model::Side;
use storydiff::{Options, ReadOptions, compare, read};

fn main() {
    let files: Vec<String> = std::env::args().skip(1).collect();
    match files.as_slice() {
        [] => rules(),
        [left, right] => pairs(left, right),
        _ => eprintln!("usage: evidence [LEFT RIGHT]"),
    }
}

fn rules() {
    for (id, what, wrong) in Prepared::rules() {
        println!("{}", json!({"id": id, "what": what, "wrong": wrong}));
    }
}

fn pairs(left: &str, right: &str) {
    let [left, right] = [left, right]
        .map(|path| read(Path::new(path), &ReadOptions::default()).expect("an article"));
    let prepared = Prepared::new(&left, &right, &Options::default());
    let found = compare(&left, &right, &Options::default());
    for pair in prepared.looked_at(&prepared.mix()) {
        let (l, r) = pair.claims;
        let mut findings = found.findings.iter();
        let finding = findings.find(|f| f.left == [l] && f.right == [r]);
        let strengths = pair.evidence.iter();
        let strengths = strengths.map(|e| (e.id.to_owned(), Value::from(e.strength)));
        let line = json!({
            "left": place(&prepared.left, l),
            "right": place(&prepared.right, r),
            "best": pair.best,
            "multiple": pair.multiple,
            "verdict": finding.map(|f| f.verdict.as_str()),
            "evidence": strengths.collect::<Map<String, Value>>(),
        });
        println!("{line}");
    }
}

/// A claim's paragraph, its first and last character in it, its line, its text.
fn place(side: &Side, claim: usize) -> Value {
    let claim = &side.claims[claim];
    let paragraph = &side.article.paragraphs[claim.paragraph];
    let letters = |byte: usize| paragraph.text[..byte].chars().count();
    let span = (letters(claim.span.start), letters(claim.span.end));
    json!([claim.paragraph, span.0, span.1, paragraph.line, claim.text])
}
