//! What bytes are when they are not plain text, told by their first bytes or their markup.

use std::path::Path;

/// First bytes of the formats that people try, and what to call each.
const SIGNATURES: [(&[u8], &str); 16] = [
    (b"%PDF-", "a PDF document"),
    (
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
        "an old Word or Office document",
    ),
    (b"{\\rtf", "an RTF document"),
    (
        b"bplist00",
        "a page saved by Safari, or another property list",
    ),
    (b"\x1F\x8B", "gzip-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xFD7zXZ\0", "xz-compressed data"),
    (b"7z\xBC\xAF\x27\x1C", "a 7-Zip archive"),
    (b"Rar!\x1A\x07", "a RAR archive"),
    (b"\x89PNG\r\n", "an image (PNG)"),
    (b"\xFF\xD8\xFF", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"\x7FELF", "a program"),
    (b"MZ\x90\0", "a program"),
    (b"\0\0\xFE\xFF", "UTF-32 text"),
    (b"\xFF\xFE\0\0", "UTF-32 text"),
];

/// Whether a file's name ends in one of these, whatever the case; an empty one stands for a name without an ending.
pub(crate) fn has_ending(path: &Path, known: &[&str]) -> bool {
    let ending = path.extension().unwrap_or_default();
    known.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// The kind of document that `bytes` are, if it is one that is known and is not text.
pub(super) fn document(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(zipped(bytes));
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some("an image (WebP)");
    }
    SIGNATURES
        .iter()
        .find(|(signature, _)| bytes.starts_with(signature))
        .map(|&(_, kind)| kind)
}

/// Office documents are zip archives; the names of their parts stand in the clear near the start.
fn zipped(bytes: &[u8]) -> &'static str {
    let head = &bytes[..bytes.len().min(4096)];
    let names = |name: &[u8]| head.windows(name.len()).any(|part| part == name);
    if names(b"word/") || names(b"[Content_Types].xml") {
        "a Word or Office document (docx)"
    } else if names(b"opendocument") {
        "an OpenDocument text (odt)"
    } else {
        "a zip archive"
    }
}

/// Whether a text is a web page or a piece of one: it opens as one, or block tags stand all over it.
pub(super) fn is_html(text: &str) -> bool {
    let mut head: String = text.trim_start().chars().take(1024).collect();
    head.make_ascii_lowercase();
    let opens = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<article",
        "<div",
        "<p>",
        "<p ",
    ]
    .iter()
    .any(|tag| head.starts_with(tag));
    let xml_page = head.starts_with("<?xml") && head.contains("<html");
    opens || xml_page || head.starts_with("<!--") && head.contains("<html") || block_tags(text) >= 4
}

/// How many closing tags of blocks there are, at most 4 counted.
fn block_tags(text: &str) -> usize {
    let closes = |rest: &str| {
        ["p>", "div>", "h1>", "h2>", "li>", "span>", "a>"]
            .iter()
            .any(|tag| {
                rest.get(..tag.len())
                    .is_some_and(|t| t.eq_ignore_ascii_case(tag))
            })
    };
    text.match_indices("</")
        .filter(|(at, _)| closes(&text[at + 2..]))
        .take(4)
        .count()
}

#[cfg(test)]
mod tests {
    use super::{document, is_html};

    #[test]
    fn documents_are_told_by_their_first_bytes() {
        for (bytes, kind) in [
            (&b"%PDF-1.7\n"[..], "a PDF document"),
            (
                b"PK\x03\x04\x14\0\x06\0[Content_Types].xml",
                "a Word or Office document (docx)",
            ),
            (b"PK\x03\x04\x14\0\x06\0photo", "a zip archive"),
            (b"\x89PNG\r\n\x1A\n", "an image (PNG)"),
            (b"\x1F\x8B\x08", "gzip-compressed data"),
            (b"RIFF\x10\0\0\0WEBPVP8", "an image (WebP)"),
        ] {
            assert_eq!(document(bytes), Some(kind));
        }
        assert_eq!(document("قال".as_bytes()), None);
        assert_eq!(document(b"RIFF"), None);
    }

    #[test]
    fn pages_are_told_from_texts_with_a_bracket() {
        assert!(is_html("\n<!DOCTYPE html><html lang=ar>"));
        assert!(is_html("<?xml version='1.0'?><html>"));
        assert!(is_html("One</p><P>Two</P><p>Three</p>four</div>"));
        assert!(!is_html("if a < b then <<نعم>> </3"));
        assert!(!is_html("The tag <p> begins a paragraph."));
    }
}
