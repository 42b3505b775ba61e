//! What is named markdown.
#![no_main]

use libfuzzer_sys::fuzz_target;
use storydiff::{ReadOptions, parse};

fuzz_target!(|text: &str| {
    let Ok(article) = parse(text.as_bytes(), "a.md", &ReadOptions::default()) else {
        return;
    };
    let lines = text.split('\n').count();
    for paragraph in &article.paragraphs {
        assert!(paragraph.line.is_none_or(|line| (1..=lines).contains(&line)));
    }
});
