//! Valid UTF-8 as plain text: an article or an error, and nothing that can act comes through.
#![no_main]

use libfuzzer_sys::fuzz_target;
use storydiff::{ReadOptions, parse};

fuzz_target!(|text: &str| {
    let Ok(article) = parse(text.as_bytes(), "a.txt", &ReadOptions::default()) else {
        return;
    };
    for paragraph in &article.paragraphs {
        assert!(!paragraph.text.is_empty());
        assert!(!paragraph.text.contains(char::is_control), "{:?}", paragraph.text);
    }
});
