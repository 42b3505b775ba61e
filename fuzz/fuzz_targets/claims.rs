//! The claims of any text.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Some(article) = storydiff_fuzz::read(text.as_bytes(), "a.txt") {
        storydiff_fuzz::are_claims(&article);
    }
});
