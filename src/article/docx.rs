//! Articles in Word documents (docx): the paragraphs of the main part, the rest of the words listed.
//!
//! A docx is a zip of XML. What it unpacks to is bounded, so that a small file cannot fill the memory; of text boxes,
//! which are written twice, one copy is read. Deleted words of tracked changes are not the text.

use super::given::{Given, Role};
use super::{MAX_BYTES, ReadError};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// So much may all parts that are read unpack to: XML is some ten times its text.
const MAX_UNPACKED: u64 = 6 * MAX_BYTES;
const MAIN: &str = "word/document.xml";
/// Other parts with words, and the rule under which those are listed.
const PARTS: [(&str, &str); 5] = [
    ("word/header", "page margin"),
    ("word/footer", "page margin"),
    ("word/footnotes", "footnote"),
    ("word/endnotes", "footnote"),
    ("word/comments", "comments"),
];

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Whether bytes look like a Word document.
pub(super) fn is_docx(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
        && Archive::new(Cursor::new(bytes)).is_ok_and(|zip| zip.index_for_name(MAIN).is_some())
}

/// The article in a Word document.
///
/// # Errors
/// When it is damaged, or unpacks to too much.
pub(super) fn read(bytes: &[u8], source: &str) -> Result<Given, ReadError> {
    let broken = || ReadError::Broken {
        path: source.to_owned(),
        kind: "a Word document",
    };
    let mut zip = Archive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    let mut left = MAX_UNPACKED;
    let mut given = Given::default();
    let mut names: Vec<(String, Role)> = vec![(MAIN.to_owned(), Role::Text)];
    let others = zip.file_names().filter_map(|name| {
        let name = name.ok()?;
        let (_, rule) = PARTS.iter().find(|(part, _)| name.starts_with(part))?;
        name.ends_with(".xml")
            .then(|| (name.into_owned(), Role::Out(rule)))
    });
    let mut others: Vec<(String, Role)> = others.collect();
    others.sort_by(|a, b| a.0.cmp(&b.0));
    names.extend(others);
    for (name, role) in names {
        let part = zip.by_name(&name).map_err(|_| broken())?;
        let mut xml = Vec::new();
        part.take(left + 1)
            .read_to_end(&mut xml)
            .map_err(|_| broken())?;
        left = left
            .checked_sub(xml.len() as u64)
            .ok_or_else(|| ReadError::Swollen {
                path: source.to_owned(),
            })?;
        words(&String::from_utf8_lossy(&xml), role, &mut given).ok_or_else(broken)?;
    }
    Ok(given)
}

/// The paragraphs of one part; `None` where it is no XML.
fn words(xml: &str, role: Role, given: &mut Given) -> Option<()> {
    let mut reader = Reader::from_str(xml);
    // A paragraph may stand in a text box within a paragraph.
    let mut open: Vec<(String, Role)> = Vec::new();
    let (mut in_text, mut copies) = (false, 0_usize);
    loop {
        let event = reader.read_event().ok()?;
        match &event {
            Event::Eof => return Some(()),
            Event::Start(tag) | Event::Empty(tag) => {
                let is_open = matches!(event, Event::Start(_));
                match tag.local_name().as_ref() {
                    b"Fallback" if is_open => copies += 1,
                    b"p" if is_open && is_word(tag) => open.push((String::new(), role)),
                    b"t" => in_text = is_open && is_word(tag),
                    b"pStyle" if role == Role::Text && is_title(tag) => {
                        if let Some((_, role)) = open.last_mut() {
                            *role = Role::Title;
                        }
                    }
                    b"tab" | b"br" | b"cr" => add(&mut open, " ", copies),
                    _ => {}
                }
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                b"Fallback" => copies = copies.saturating_sub(1),
                b"t" => in_text = false,
                b"p" if tag.name().as_ref() == b"w:p" => {
                    if let Some((text, role)) = open.pop() {
                        given.push(None, &text, role);
                    }
                }
                _ => {}
            },
            Event::Text(text) if in_text => add(&mut open, &text.xml10_content().ok()?, copies),
            Event::CData(text) if in_text => add(&mut open, &text.xml10_content().ok()?, copies),
            Event::GeneralRef(name) if in_text => {
                let c = name.resolve_char_ref().ok()?;
                let named = || match &**name {
                    b"lt" => "<",
                    b"gt" => ">",
                    b"amp" => "&",
                    b"apos" => "'",
                    b"quot" => "\"",
                    _ => "\u{FFFD}",
                };
                let text = c.map_or_else(|| named().to_owned(), String::from);
                add(&mut open, &text, copies);
            }
            _ => {}
        }
    }
}

fn add(open: &mut [(String, Role)], text: &str, copies: usize) {
    if let Some((words, _)) = open.last_mut().filter(|_| copies == 0) {
        words.push_str(text);
    }
}

/// `DrawingML` has elements of the same names.
fn is_word(tag: &BytesStart) -> bool {
    tag.name().as_ref().starts_with(b"w:")
}

fn is_title(tag: &BytesStart) -> bool {
    let style = tag.try_get_attribute("w:val").ok().flatten();
    style.is_some_and(|style| matches!(style.value.as_ref(), b"Title" | b"Heading1"))
}

#[cfg(test)]
mod tests {
    use super::{is_docx, words};
    use crate::article::Kind;
    use crate::article::given::{Given, Role};
    use crate::article::own::Own;

    fn text(body: &str) -> Vec<(Kind, String)> {
        let mut given = Given::default();
        let xml =
            format!("<?xml version=\"1.0\"?><w:document><w:body>{body}</w:body></w:document>");
        words(&xml, Role::Text, &mut given).expect("XML");
        let paragraphs = given.paragraphs(&Own::new(&[])).into_iter();
        paragraphs.map(|p| (p.kind, p.text)).collect()
    }

    #[test]
    fn words_of_paragraphs_are_read_once_and_deleted_ones_are_not() {
        let read = text(
            "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>إضراب</w:t><w:tab/><w:t>في &amp; الميناء</w:t></w:r></w:p>\
             <w:p><w:r><w:t xml:space=\"preserve\">قال </w:t></w:r><w:ins><w:r><w:t>العمال</w:t></w:r></w:ins><w:del><w:r><w:delText>الوزير</w:delText></w:r></w:del>\
             <w:r><w:t> إنهم مضربون&#x2E;</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>\
             <w:p><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>في إطار واحد</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
             <mc:Fallback><w:txbxContent><w:p><w:r><w:t>في إطار واحد</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:p><w:p/>",
        );
        let wanted = [
            (Kind::Title, "إضراب في & الميناء"),
            (Kind::Body, "قال العمال إنهم مضربون."),
            (Kind::Body, "في إطار واحد"),
        ];
        assert_eq!(read, wanted.map(|(kind, text)| (kind, text.to_owned())));
    }

    #[test]
    fn what_is_no_xml_is_no_document() {
        let mut given = Given::default();
        assert!(words("<w:p><w:t>a</w:p>", Role::Text, &mut given).is_none());
        assert!(!is_docx(b"PK\x03\x04 and so on"));
    }
}
