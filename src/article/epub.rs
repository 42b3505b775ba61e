//! Articles in books (epub), as reading services hand them out: a zip of web pages in an order of its own.
//!
//! `META-INF/container.xml` names the package, the package lists its pages and the order in which they are read. Each
//! page goes through the reader of web pages; the first headline is the article's, and those that follow are part of
//! its text.

use super::decode::decode;
use super::own::Own;
use super::page::{self, Meta};
use super::xml::{Node, Tag, walk};
use super::zipped::{Zipped, broken};
use super::{Kind, Note, Paragraph, ReadError};
use percent_encoding::percent_decode_str;
use std::collections::HashMap;

const DOCUMENT: &str = "an e-book (epub)";
const CONTAINER: &str = "META-INF/container.xml";

/// What a book holds.
#[derive(Default)]
pub(super) struct Book {
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) meta: Meta,
    pub(super) notes: Vec<Note>,
}

/// Whether an archive is a book.
pub(super) fn is_epub(zip: &Zipped) -> bool {
    zip.has(CONTAINER)
}

/// The pages of a book, in the order in which they are read.
///
/// # Errors
/// When it is damaged, or unpacks to too much.
pub(super) fn read(mut zip: Zipped, source: &str, own: &Own) -> Result<Book, ReadError> {
    let container = zip.text(CONTAINER, DOCUMENT, source)?;
    let at = package_path(&container).ok_or_else(|| broken(DOCUMENT, source))?;
    let xml = zip.text(&at, DOCUMENT, source)?;
    let package = Package::of(&xml).ok_or_else(|| broken(DOCUMENT, source))?;
    let folder = at.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut book = Book::default();
    for page in &package.spine {
        let Some(item) = package.items.get(page) else {
            continue;
        };
        let bytes = zip.part(&path(folder, &item.address), DOCUMENT, source)?;
        let decoded = decode(&bytes, source, None)?;
        book.add(page::read(&decoded.text, own), item.contents);
        book.notes.extend(decoded.notes);
    }
    book.notes.dedup();
    book.meta.author = book.meta.author.or(package.author);
    book.meta.title = book.meta.title.or(package.title);
    Ok(book)
}

impl Book {
    /// A page's paragraphs below those before it. `contents`: the page is the book's table of contents.
    fn add(&mut self, page: page::Page, contents: bool) {
        let has_title = self.paragraphs.iter().any(|p| p.kind == Kind::Title);
        let paragraphs = page.paragraphs.into_iter().map(|mut paragraph| {
            if contents {
                paragraph.kind = Kind::Boilerplate;
                paragraph.rule = Some("navigation".to_owned());
            } else if has_title && paragraph.kind == Kind::Title {
                paragraph.kind = Kind::Body;
                paragraph.rule = None;
            }
            paragraph
        });
        self.paragraphs.extend(paragraphs);
        if !contents && self.meta == Meta::default() {
            self.meta = page.meta;
        }
    }
}

/// Where the package is.
fn package_path(container: &str) -> Option<String> {
    let mut found = None;
    walk(container, |node| {
        if let Node::Open(tag) = node
            && tag.name() == b"rootfile"
        {
            found = found.take().or_else(|| tag.attribute("full-path"));
        }
    })?;
    found
}

/// What the package says.
#[derive(Default)]
struct Package {
    title: Option<String>,
    author: Option<String>,
    items: HashMap<String, Item>,
    /// The items that are read, in order.
    spine: Vec<String>,
    /// The words of the element that is open.
    words: String,
}

struct Item {
    address: String,
    contents: bool,
}

impl Package {
    fn of(xml: &str) -> Option<Package> {
        let mut package = Package::default();
        walk(xml, |node| match node {
            Node::Open(tag) => package.open(&tag),
            Node::Close(name) => package.close(name),
            Node::Words(words) => package.words.push_str(words),
        })?;
        Some(package)
    }

    fn open(&mut self, tag: &Tag) {
        self.words.clear();
        match local(tag.name()) {
            b"item" => {
                let item = tag.attribute("href").map(|address| Item {
                    address,
                    contents: tag
                        .attribute("properties")
                        .is_some_and(|p| p.contains("nav")),
                });
                self.items.extend(tag.attribute("id").zip(item));
            }
            b"itemref" => self.spine.extend(tag.attribute("idref")),
            _ => {}
        }
    }

    fn close(&mut self, name: &[u8]) {
        let words = std::mem::take(&mut self.words).trim().to_owned();
        match local(name) {
            b"title" if self.title.is_none() => self.title = Some(words),
            b"creator" if self.author.is_none() => self.author = Some(words),
            _ => {}
        }
    }
}

/// A name without its prefix.
fn local(name: &[u8]) -> &[u8] {
    name.rsplit(|&b| b == b':').next().unwrap_or(name)
}

/// The path of a page, as the package in `folder` writes it.
fn path(folder: &str, address: &str) -> String {
    let address = address.split('#').next().unwrap_or(address);
    let address = percent_decode_str(address).decode_utf8_lossy();
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in address.split('/') {
        match step {
            ".." => {
                steps.pop();
            }
            "" | "." => {}
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::{Zipped, is_epub, path, read};
    use crate::article::Kind;
    use crate::article::own::Own;
    use crate::article::zipped::packed;

    const CONTAINER: &str =
        "<container><rootfiles><rootfile full-path='OPS/book.opf'/></rootfiles></container>";
    const PACKAGE: &str = "<package><metadata><dc:title>Ferry sinks off Orley</dc:title><dc:creator>Ada Finch</dc:creator></metadata>\
        <manifest><item id='b' href='two%20b.xhtml'/><item id='n' href='nav.xhtml' properties='nav'/><item id='a' href='one.xhtml'/></manifest>\
        <spine><itemref idref='n'/><itemref idref='a'/><itemref idref='b'/></spine></package>";

    #[test]
    fn pages_are_read_in_the_order_of_the_spine() {
        let page = |title: &str, text: &str| {
            format!(
                "<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>"
            )
        };
        let first = "The ferry to Orley sank on Sunday night with sixteen people on board, the coastguard said on Monday.";
        let second = "She was built in 1971 and had lost her licence twice in three years, the harbour's papers show.";
        let (one, two) = (
            page("Ferry sinks off Orley", first),
            page("An old ship", second),
        );
        let bytes = packed(&[
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", CONTAINER),
            ("OPS/book.opf", PACKAGE),
            (
                "OPS/nav.xhtml",
                &page("Contents of it", "Ferry sinks off Orley"),
            ),
            ("OPS/one.xhtml", &one),
            ("OPS/two b.xhtml", &two),
        ]);
        let zip = Zipped::open(&bytes).expect("a zip");
        assert!(is_epub(&zip));
        let book = read(zip, "a.epub", &Own::new(&[])).expect("a book");
        let report: Vec<(Kind, &str)> = book
            .paragraphs
            .iter()
            .filter(|p| p.kind.is_report())
            .map(|p| (p.kind, p.text.as_str()))
            .collect();
        assert_eq!(
            report,
            [
                (Kind::Title, "Ferry sinks off Orley"),
                (Kind::Body, first),
                (Kind::Body, "An old ship"),
                (Kind::Body, second),
            ]
        );
        assert_eq!(book.meta.author.as_deref(), Some("Ada Finch"));
    }

    #[test]
    fn paths_are_the_packages_own_and_never_lead_out() {
        for (folder, address, wanted) in [
            ("OPS", "a.xhtml#b", "OPS/a.xhtml"),
            ("", "./a%20b.xhtml", "a b.xhtml"),
            ("OPS/x", "../../../a", "a"),
        ] {
            assert_eq!(path(folder, address), wanted);
        }
    }
}
