//! The file around the document: a ZIP archive with the parts that every Word file has.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const PARTS: [(&str, &str); 4] = [
    (
        "[Content_Types].xml",
        include_str!("package/content-types.xml"),
    ),
    ("_rels/.rels", include_str!("package/rels.xml")),
    (
        "word/_rels/document.xml.rels",
        include_str!("package/document-rels.xml"),
    ),
    ("word/styles.xml", include_str!("package/styles.xml")),
];

/// The archive's bytes: the same for the same document, so without the time of day.
pub(super) fn packed(document: &str) -> Vec<u8> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in PARTS.into_iter().chain([("word/document.xml", document)]) {
        let written = archive
            .start_file(name, options)
            .and_then(|()| Ok(archive.write_all(text.as_bytes())?));
        written.expect("memory takes all");
    }
    let archive = archive.finish().expect("memory takes all");
    archive.into_inner()
}
