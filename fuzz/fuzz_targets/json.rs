//! JSON of extractors: any, and any text as an article's.
#![no_main]

use libfuzzer_sys::fuzz_target;
use storydiff_fuzz::read;

fuzz_target!(|text: &str| {
    let _ = read(text.as_bytes(), "a.json");
    let object = serde_json::json!({"title": "headline", "text": text}).to_string();
    // Too long for an article, or too many control characters for a text: refused in this form as in any other.
    let is_odd = text.len() > 20_000 || text.contains(|c: char| c.is_control() && c != '\n');
    assert!(is_odd || text.trim().is_empty() || read(object.as_bytes(), "-").is_some());
});
