//! Any bytes: decoded and read, or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use storydiff::{ReadOptions, parse};

fuzz_target!(|bytes: &[u8]| {
    let _ = parse(bytes, "a", &ReadOptions::default());
});
