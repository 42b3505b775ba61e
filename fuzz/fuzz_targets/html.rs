//! A page around any markup.
#![no_main]

use libfuzzer_sys::fuzz_target;
use storydiff::{ReadOptions, parse};

fuzz_target!(|markup: &str| {
    let page = format!("<!doctype html><html><body>{markup}");
    let Ok(article) = parse(page.as_bytes(), "a.html", &ReadOptions::default()) else {
        return;
    };
    for paragraph in &article.paragraphs {
        assert!(!paragraph.text.contains(char::is_control), "{:?}", paragraph.text);
    }
});
