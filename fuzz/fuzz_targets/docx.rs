//! The main part of a Word document, stored unpacked in a zip that is right; and any bytes as the whole file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use storydiff::{ReadOptions, parse};

const NAME: &[u8] = b"word/document.xml";

fuzz_target!(|xml: &[u8]| {
    let options = ReadOptions::default();
    let _ = parse(&[b"PK\x03\x04", xml].concat(), "a.docx", &options);
    let _ = parse(&zip(xml), "a.docx", &options);
});

/// One stored file.
fn zip(xml: &[u8]) -> Vec<u8> {
    let size = (xml.len() as u32).to_le_bytes();
    let mut entry = vec![20, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    entry.extend(crc(xml).to_le_bytes());
    entry.extend([size, size].concat());
    entry.extend([NAME.len() as u8, 0, 0, 0]);
    let mut file = [b"PK\x03\x04", &entry[..], NAME, xml].concat();
    let start = file.len() as u32;
    file.extend([b"PK\x01\x02\x14\0", &entry[..], &[0; 14], NAME].concat());
    let length = file.len() as u32 - start;
    file.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    file.extend([length.to_le_bytes(), start.to_le_bytes()].concat());
    file.extend([0, 0]);
    file
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg()))
    })
}
