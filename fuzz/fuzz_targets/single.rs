//! One statement by itself.
#![no_main]

use libfuzzer_sys::fuzz_target;
use storydiff::article::single;

fuzz_target!(|text: &str| {
    let article = single(text, None);
    if !article.paragraphs[0].text.is_empty() {
        storydiff_fuzz::is_clean(&article);
    }
});
