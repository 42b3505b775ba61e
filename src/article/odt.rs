//! Articles in the texts of `OpenDocument` (odt), as `LibreOffice` writes them: the paragraphs of the text, the rest listed.
//!
//! What tracked changes took away lies apart, in an element of its own; notes, comments and what is hidden are listed.
//! What it gets wrong: a headline that is neither of the style `Title` nor a heading of the first level.

use super::ReadError;
use super::given::{Given, Role, Words};
use super::xml::{Node, Tag, walk};
use super::zipped::{Zipped, broken};
use std::collections::{HashMap, HashSet};

const DOCUMENT: &str = "an OpenDocument text";
const MAIN: &str = "content.xml";
/// Headers and footers stand among the styles.
const STYLES: &str = "styles.xml";
const TYPE: &str = "mimetype";

/// Whether an archive is an `OpenDocument` text.
pub(super) fn is_odt(zip: &mut Zipped) -> bool {
    zip.has(MAIN)
        && zip
            .text(TYPE, DOCUMENT, "")
            .is_ok_and(|kind| kind.starts_with("application/vnd.oasis.opendocument.text"))
}

/// The article in an `OpenDocument` text.
///
/// # Errors
/// When it is damaged, or unpacks to too much.
pub(super) fn read(mut zip: Zipped, source: &str) -> Result<Given, ReadError> {
    let mut given = Given::default();
    let parts = [(MAIN, Role::Text), (STYLES, Role::Out("page margin"))];
    for (name, role) in parts {
        if name == MAIN || zip.has(name) {
            let xml = zip.text(name, DOCUMENT, source)?;
            words(&xml, role, &mut given).ok_or_else(|| broken(DOCUMENT, source))?;
        }
    }
    Ok(given)
}

fn words(xml: &str, role: Role, given: &mut Given) -> Option<()> {
    let mut part = Part {
        role,
        ..Part::default()
    };
    walk(xml, |node| match node {
        Node::Open(tag) => part.open(&tag),
        Node::Close(name) => part.close(name, given),
        Node::Words(words) => part.add(words),
    })
}

/// What is open while a part is read.
#[derive(Default)]
struct Part {
    role: Role,
    /// What an automatic style is made from.
    parents: HashMap<String, String>,
    hidden: HashSet<String>,
    /// The style that is being told.
    style: Option<String>,
    /// A paragraph may stand in a frame, a note or a comment within a paragraph.
    paragraphs: Vec<Open>,
    /// For each open span, whether it is hidden.
    spans: Vec<bool>,
    /// Where a note or a comment is open, the rule under which its words are listed.
    aside: Vec<&'static str>,
    /// How many elements are open whose words are not the text.
    dropped: usize,
}

/// A paragraph that is open, and how many spans were when it began.
struct Open {
    words: Words,
    spans: usize,
}

impl Part {
    fn open(&mut self, tag: &Tag) {
        match tag.name() {
            name if is_dropped(name) => self.dropped += 1,
            b"style:style" => self.style = self.style(tag),
            b"style:text-properties"
                if tag.attribute("text:display").as_deref() == Some("none") =>
            {
                self.hidden.extend(self.style.clone());
            }
            b"text:note" => self.aside.push("footnote"),
            b"office:annotation" => self.aside.push("comments"),
            b"text:p" | b"text:h" => {
                let aside = self.aside.last().map(|rule| Role::Out(rule));
                self.paragraphs.push(Open {
                    words: Words::of(aside.unwrap_or_else(|| self.role_of(tag))),
                    spans: self.spans.len(),
                });
            }
            b"text:span" => {
                let style = tag.attribute("text:style-name");
                self.spans
                    .push(style.is_some_and(|s| self.hidden.contains(&s)));
            }
            b"text:hidden-text" => self.spans.push(true),
            b"text:s" | b"text:tab" | b"text:line-break" => self.add(" "),
            _ => {}
        }
    }

    fn style(&mut self, tag: &Tag) -> Option<String> {
        let name = tag.attribute("style:name")?;
        if let Some(parent) = tag.attribute("style:parent-style-name") {
            self.parents.insert(name.clone(), parent);
        }
        Some(name)
    }

    fn role_of(&self, tag: &Tag) -> Role {
        if self.role != Role::Text {
            return self.role;
        }
        let style = tag.attribute("text:style-name").unwrap_or_default();
        let is_style = |name: &str| {
            style == name
                || self
                    .parents
                    .get(&style)
                    .is_some_and(|parent| parent == name)
        };
        let level = tag.attribute("text:outline-level");
        let heads = tag.name() == b"text:h" && level.as_deref() == Some("1");
        if self.hidden.contains(&style) {
            Role::Out("hidden")
        } else if heads || is_style("Title") {
            Role::Title
        } else {
            Role::Text
        }
    }

    fn close(&mut self, name: &[u8], given: &mut Given) {
        match name {
            name if is_dropped(name) => self.dropped = self.dropped.saturating_sub(1),
            b"text:note" | b"office:annotation" => {
                self.aside.pop();
            }
            b"text:span" | b"text:hidden-text" => {
                self.spans.pop();
            }
            b"text:p" | b"text:h" => {
                if let Some(paragraph) = self.paragraphs.pop() {
                    given.close(&paragraph.words);
                }
            }
            _ => {}
        }
    }

    fn add(&mut self, text: &str) {
        let Some(paragraph) = self.paragraphs.last_mut().filter(|_| self.dropped == 0) else {
            return;
        };
        let open = self.spans.get(paragraph.spans..).unwrap_or_default();
        paragraph.words.add(text, open.contains(&true));
    }
}

/// Elements whose words are not the text: deleted ones, numbers of notes, who wrote a comment when, pictures' names.
fn is_dropped(name: &[u8]) -> bool {
    matches!(
        name,
        b"text:tracked-changes"
            | b"text:note-citation"
            | b"dc:creator"
            | b"dc:date"
            | b"svg:title"
            | b"svg:desc"
            | b"text:sequence-decls"
    )
}

#[cfg(test)]
mod tests {
    use super::{Zipped, is_odt, read};
    use crate::article::Kind;
    use crate::article::own::Own;
    use crate::article::zipped::packed;

    #[test]
    fn the_text_is_read_and_deleted_hidden_and_noted_words_are_not_in_it() {
        let content = "<office:document-content><office:automatic-styles>\
            <style:style style:name='P1' style:parent-style-name='Title'/>\
            <style:style style:name='T1'><style:text-properties text:display='none'/></style:style>\
            </office:automatic-styles><office:body><office:text>\
            <text:tracked-changes><text:deletion><text:p>It floats.</text:p></text:deletion></text:tracked-changes>\
            <text:p text:style-name='P1'>Ferry sinks off Orley</text:p>\
            <text:p>The ferry<text:s/>sank<text:note><text:note-citation>1</text:note-citation><text:note-body>\
            <text:p>Says the coastguard.</text:p></text:note-body></text:note><text:span text:style-name='T1'> (check)</text:span>\
            <text:span text:style-name='T2'> on Sunday &amp; nobody died.</text:span></text:p>\
            <text:p>It was old<office:annotation><dc:creator>Ed</dc:creator><text:p>How old?</text:p></office:annotation>.</text:p>\
            </office:text></office:body></office:document-content>";
        let bytes = packed(&[
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("content.xml", content),
            ("styles.xml", "<s><text:p>Harbour Mail</text:p></s>"),
        ]);
        let mut zip = Zipped::open(&bytes).expect("a zip");
        assert!(is_odt(&mut zip));
        let given = read(zip, "a.odt").expect("text");
        let paragraphs = given.paragraphs(&Own::new(&[]));
        let of = |kind: Kind| -> Vec<&str> {
            let kept = paragraphs.iter().filter(|p| p.kind == kind);
            kept.map(|p| p.text.as_str()).collect()
        };
        assert_eq!(of(Kind::Title), ["Ferry sinks off Orley"]);
        assert_eq!(
            of(Kind::Body),
            ["The ferry sank on Sunday & nobody died.", "It was old."]
        );
        assert_eq!(
            of(Kind::Boilerplate),
            [
                "Says the coastguard.",
                "(check)",
                "How old?",
                "Harbour Mail"
            ]
        );
    }

    #[test]
    fn a_damaged_one_is_said_to_be() {
        let bytes = packed(&[
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("content.xml", "<a><b></a>"),
        ]);
        let zip = Zipped::open(&bytes).expect("a zip");
        let error = read(zip, "a.odt").expect_err("no XML");
        assert_eq!(
            error.to_string(),
            "a.odt: an OpenDocument text that is damaged"
        );
    }
}
