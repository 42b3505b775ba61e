//! Markdown.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = storydiff_fuzz::read(text.as_bytes(), "a.md");
});
