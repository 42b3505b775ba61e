//! Web pages.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = storydiff_fuzz::read(format!("<!doctype html>{text}").as_bytes(), "a.html");
});
