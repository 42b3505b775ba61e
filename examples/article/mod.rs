//! An article as the tools of this folder are given it.

use serde_json::Value;
use storydiff::article::{Article, Kind, Paragraph};

/// The article of a line `{"id", "language", "paragraphs": [text], "titled": bool}`.
pub fn article(told: &Value) -> Article {
    let text = |key: &str| told[key].as_str().unwrap_or_default().to_owned();
    let titled = told["titled"].as_bool().unwrap_or_default();
    let paragraphs = told["paragraphs"]
        .as_array()
        .into_iter()
        .flatten()
        .enumerate();
    let paragraph = |(index, words): (usize, &Value)| Paragraph {
        line: None,
        kind: if titled && index == 0 {
            Kind::Title
        } else {
            Kind::Body
        },
        text: words.as_str().unwrap_or_default().to_owned(),
        rule: None,
    };
    Article {
        name: text("id"),
        source: text("id"),
        language: text("language"),
        title: None,
        credit: None,
        published: None,
        sha256: None,
        paragraphs: paragraphs.map(paragraph).collect(),
        notes: Vec::new(),
    }
}
