//! Plain text: nothing of it is lost.
#![no_main]

use libfuzzer_sys::fuzz_target;
use storydiff_fuzz::{is_plain, is_whole, read};

fuzz_target!(|text: &str| {
    let Some(article) = read(text.as_bytes(), "a.txt") else {
        return;
    };
    if is_plain(text) && article.notes.is_empty() {
        is_whole(&article, text);
    }
});
