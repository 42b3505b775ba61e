//! What is named JSON, and the JSON-LD of a page.
#![no_main]

use libfuzzer_sys::fuzz_target;
use storydiff::{ReadOptions, parse};

fuzz_target!(|json: &str| {
    let options = ReadOptions::default();
    let _ = parse(json.as_bytes(), "a.json", &options);
    let page = format!("<html><script type=\"application/ld+json\">{json}</script><p>words");
    let _ = parse(page.as_bytes(), "a.html", &options);
});
