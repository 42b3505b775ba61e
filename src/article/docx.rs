//! Articles in Word documents (docx): the paragraphs of the main part, the rest of the words listed.
//!
//! A docx is a zip of XML. What it unpacks to is bounded, so that a small file cannot fill the memory; of text boxes,
//! which are written twice, one copy is read. Of tracked changes the outcome is read: deleted words are not the text,
//! and moved ones stand where they were moved to. What Word hides (`w:vanish`) is listed, under the rule `hidden`.

use super::ReadError;
use super::given::{Given, Role, Words};
use super::xml::{Node, Tag, walk};
use super::zipped::{Zipped, broken};

const DOCUMENT: &str = "a Word document";
const MAIN: &str = "word/document.xml";
/// Other parts with words, and the rule under which those are listed.
const PARTS: [(&str, &str); 5] = [
    ("word/header", "page margin"),
    ("word/footer", "page margin"),
    ("word/footnotes", "footnote"),
    ("word/endnotes", "footnote"),
    ("word/comments", "comments"),
];

/// Whether an archive is a Word document.
pub(super) fn is_docx(zip: &Zipped) -> bool {
    zip.has(MAIN)
}

/// The article in a Word document.
///
/// # Errors
/// When it is damaged, or unpacks to too much.
pub(super) fn read(mut zip: Zipped, source: &str) -> Result<Given, ReadError> {
    let mut given = Given::default();
    let mut names: Vec<(String, Role)> = vec![(MAIN.to_owned(), Role::Text)];
    names.extend(zip.names().into_iter().filter_map(|name| {
        let (_, rule) = PARTS.iter().find(|(part, _)| name.starts_with(part))?;
        let is_xml = name.rsplit('.').next() == Some("xml");
        is_xml.then_some((name, Role::Out(rule)))
    }));
    for (name, role) in names {
        let xml = zip.text(&name, DOCUMENT, source)?;
        words(&xml, role, &mut given).ok_or_else(|| broken(DOCUMENT, source))?;
    }
    Ok(given)
}

/// The paragraphs of one part; `None` where it is no XML.
fn words(xml: &str, role: Role, given: &mut Given) -> Option<()> {
    let mut part = Part {
        role,
        ..Part::default()
    };
    walk(xml, |node| match node {
        Node::Open(tag) => part.open(&tag),
        Node::Close(name) => part.close(name, given),
        Node::Words(words) if part.in_text => part.add(words),
        Node::Words(_) => {}
    })
}

/// What is open while a part is read.
#[derive(Default)]
struct Part {
    role: Role,
    /// A paragraph may stand in a text box within a paragraph.
    paragraphs: Vec<Words>,
    /// For each open run, whether Word hides it.
    runs: Vec<bool>,
    in_text: bool,
    /// How many elements are open that say what stands elsewhere too, or stood there before a change.
    dropped: usize,
}

impl Part {
    fn open(&mut self, tag: &Tag) {
        match tag.name() {
            name if is_dropped(name) => self.dropped += 1,
            b"w:p" => self.paragraphs.push(Words::of(self.role)),
            b"w:r" => self.runs.push(false),
            b"w:t" => self.in_text = true,
            b"w:pStyle" if self.role == Role::Text && self.dropped == 0 && is_title(tag) => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.role = Role::Title;
                }
            }
            b"w:vanish" if self.dropped == 0 && is_on(tag) => {
                if let Some(hidden) = self.runs.last_mut() {
                    *hidden = true;
                }
            }
            b"w:tab" | b"w:br" | b"w:cr" => self.add(" "),
            b"w:noBreakHyphen" => self.add("\u{2011}"),
            _ => {}
        }
    }

    fn close(&mut self, name: &[u8], given: &mut Given) {
        match name {
            name if is_dropped(name) => self.dropped = self.dropped.saturating_sub(1),
            b"w:r" => {
                self.runs.pop();
            }
            b"w:t" => self.in_text = false,
            b"w:p" => {
                if let Some(paragraph) = self.paragraphs.pop() {
                    given.close(&paragraph);
                }
            }
            _ => {}
        }
    }

    fn add(&mut self, text: &str) {
        let hidden = self.runs.last().is_some_and(|hidden| *hidden);
        if let Some(paragraph) = self.paragraphs.last_mut().filter(|_| self.dropped == 0) {
            paragraph.add(text, hidden);
        }
    }
}

/// Elements that are not the text: the second copy of a text box, the words that tracked changes took away, and the
/// formats that they changed.
fn is_dropped(name: &[u8]) -> bool {
    matches!(
        name,
        b"mc:Fallback" | b"w:del" | b"w:moveFrom" | b"w:rPrChange" | b"w:pPrChange"
    )
}

/// Whether a switch such as `w:vanish` is on: it is unless its value says otherwise.
fn is_on(tag: &Tag) -> bool {
    let value = tag.attribute("w:val");
    value.is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off"))
}

fn is_title(tag: &Tag) -> bool {
    let style = tag.attribute("w:val");
    style.is_some_and(|style| matches!(style.as_str(), "Title" | "Heading1"))
}

#[cfg(test)]
mod tests {
    use super::words;
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
    fn moved_words_stand_once_and_hidden_ones_are_no_body() {
        let run = |words: &str| format!("<w:r><w:t>{words}</w:t></w:r>");
        let hidden = |how: &str| {
            format!("<w:r><w:rPr>{how}</w:rPr><w:t xml:space=\"preserve\"> (check)</w:t></w:r>")
        };
        let body = |text: &str| (Kind::Body, text.to_owned());
        let out = |text: &str| (Kind::Boilerplate, text.to_owned());
        for (paragraphs, wanted) in [
            (
                format!(
                    "<w:p><w:moveFrom>{0}</w:moveFrom></w:p><w:p>{1}</w:p><w:p><w:moveTo>{0}</w:moveTo></w:p>",
                    run("It sank."),
                    run("It was old.")
                ),
                vec![body("It was old."), body("It sank.")],
            ),
            // The mark of a moved paragraph says so too, in an element of the same name that holds nothing.
            (
                format!(
                    "<w:p><w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr>{}</w:p>",
                    run("It sank.")
                ),
                vec![body("It sank.")],
            ),
            (
                format!(
                    "<w:p><w:del>{}</w:del>{}</w:p>",
                    run("He left. "),
                    run("It sank.")
                ),
                vec![body("It sank.")],
            ),
            (
                format!(
                    "<w:p>{}{}{}</w:p>",
                    run("It sank"),
                    hidden("<w:vanish/>"),
                    run(" here.")
                ),
                vec![body("It sank here."), out("(check)")],
            ),
            (
                format!(
                    "<w:p>{}{}</w:p>",
                    run("It sank"),
                    hidden("<w:vanish w:val=\"0\"/>")
                ),
                vec![body("It sank (check)")],
            ),
            (
                "<w:p><w:r><w:t>A self</w:t><w:noBreakHyphen/><w:t>made man.</w:t></w:r></w:p>"
                    .to_owned(),
                vec![body("A self\u{2011}made man.")],
            ),
            // Only the end of the paragraph is hidden.
            (
                format!(
                    "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{}</w:p>",
                    run("It sank.")
                ),
                vec![body("It sank.")],
            ),
        ] {
            assert_eq!(text(&paragraphs), wanted, "{paragraphs}");
        }
    }

    #[test]
    fn what_is_no_xml_is_no_document() {
        let mut given = Given::default();
        assert!(words("<w:p><w:t>a</w:p>", Role::Text, &mut given).is_none());
    }
}
