//! XML as a run of what opens, what closes and the words between, by quick-xml.
//!
//! Nothing outside is loaded and no entity is defined: one that XML does not know becomes U+FFFD. An empty element
//! opens and closes.

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

/// A piece of XML.
pub(super) enum Node<'a> {
    Open(Tag<'a>),
    /// The name of the element that ends.
    Close(&'a [u8]),
    Words(&'a str),
}

/// An element that begins.
pub(super) struct Tag<'a>(&'a BytesStart<'a>);

impl Tag<'_> {
    /// With its prefix, as it is written.
    pub(super) fn name(&self) -> &[u8] {
        self.0.name().into_inner()
    }

    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let found = self.0.try_get_attribute(name).ok().flatten()?;
        let value = String::from_utf8_lossy(&found.value).into_owned();
        Some(unescape(&value).map_or_else(|_| value.clone(), Cow::into_owned))
    }
}

/// Hands all of `xml` on, piece by piece; `None` where it is none.
pub(super) fn walk(xml: &str, mut each: impl FnMut(Node)) -> Option<()> {
    let mut reader = Reader::from_str(xml);
    loop {
        match &reader.read_event().ok()? {
            Event::Eof => return Some(()),
            Event::Start(tag) => each(Node::Open(Tag(tag))),
            Event::Empty(tag) => {
                each(Node::Open(Tag(tag)));
                each(Node::Close(tag.name().into_inner()));
            }
            Event::End(tag) => each(Node::Close(tag.name().into_inner())),
            Event::Text(text) => each(Node::Words(&text.xml10_content().ok()?)),
            Event::CData(text) => each(Node::Words(&text.xml10_content().ok()?)),
            Event::GeneralRef(name) => {
                let c = name.resolve_char_ref().ok().flatten();
                let named = || match &**name {
                    b"lt" => "<",
                    b"gt" => ">",
                    b"amp" => "&",
                    b"apos" => "'",
                    b"quot" => "\"",
                    _ => "\u{FFFD}",
                };
                each(Node::Words(
                    &c.map_or_else(|| named().to_owned(), String::from),
                ));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Node, walk};

    #[test]
    fn pieces_come_in_order_and_what_is_no_xml_ends_it() {
        let mut seen = String::new();
        let done = walk("<a x='1 &amp; 2'>b &lt; &#x63;&d;<e/></a>", |node| {
            match node {
                Node::Open(tag) => {
                    seen.push_str(&tag.attribute("x").unwrap_or_else(|| "-".to_owned()));
                }
                Node::Close(name) => seen.push_str(&String::from_utf8_lossy(name)),
                Node::Words(words) => seen.push_str(words),
            }
            seen.push('|');
        });
        assert_eq!(done, Some(()));
        assert_eq!(seen, "1 & 2|b |<| |c|\u{FFFD}|-|e|a|");
        assert!(walk("<a><b></a>", |_| {}).is_none());
    }
}
