//! Prints the evidence of every pair of claims that a comparison looks at, as JSON Lines: what `training/weights.py` fits the
//! weights of `src/evidence/weights.tsv` on.
//!
//! ```sh
//! cargo run --release --example evidence -- LEFT RIGHT [LEFT RIGHT …]
//! ```

use serde_json::{Map, Value, json};
use std::path::Path;
use storydiff::compare::Prepared;
use storydiff::model::Side;
use storydiff::{Options, ReadOptions, compare, read};

fn main() {
    let files: Vec<String> = std::env::args().skip(1).collect();
    for pair in files.chunks_exact(2) {
        let articles = [0, 1].map(|n| {
            read(Path::new(&pair[n]), &ReadOptions::default()).expect("an article")
        });
        let options = Options::default();
        let prepared = Prepared::new(&articles[0], &articles[1], &options);
        let found = compare(&articles[0], &articles[1], &options);
        let place = |side: &Side, claim: usize| {
            let claim = &side.claims[claim];
            let paragraph = &side.article.paragraphs[claim.paragraph];
            let letters = |byte: usize| paragraph.text[..byte].chars().count();
            let span = (letters(claim.span.start), letters(claim.span.end));
            json!([claim.paragraph, span.0, span.1, paragraph.line, claim.text])
        };
        for (link, best, evidence) in prepared.looked_at(&prepared.mix()) {
            let finding = found.findings.iter().find(|f| f.left == [link.left] && f.right == [link.right]);
            let mut strengths = Map::new();
            for spoken in evidence {
                strengths.insert(spoken.id.to_owned(), Value::from(spoken.strength));
            }
            let line = json!({
                "files": pair,
                "left": place(&prepared.left, link.left),
                "right": place(&prepared.right, link.right),
                "score": link.score,
                "best": best,
                "verdict": finding.map(|f| f.verdict.as_str()),
                "evidence": strengths,
            });
            println!("{line}");
        }
    }
}
