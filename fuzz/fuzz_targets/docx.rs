//! Word documents: any XML as the main part. Damaged archives are for the target `bytes`, which knows their seeds.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

fuzz_target!(|xml: &[u8]| {
    let _ = storydiff_fuzz::read(&packed(xml), "a.docx");
});

/// A document with this main part, unpacked so that the fuzzer sees its own bytes.
fn packed(xml: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    zip.start_file("word/document.xml", stored)
        .expect("a first part");
    zip.write_all(xml).expect("memory");
    zip.finish().expect("memory").into_inner()
}
