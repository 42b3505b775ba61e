//! Any bytes: encodings, signatures, containers.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = storydiff_fuzz::read(bytes, "a");
});
