//! What the bytes of an input hold, whatever their kind: told by the bytes themselves, and by the file's name where
//! they do not tell.

use super::decode::{Decoded, decode};
use super::given::{Given, Role};
use super::kinds::kinds;
use super::lines::lines;
use super::mail::{self, Mail};
use super::own::Own;
use super::page::{self, Doubt, Meta};
use super::paragraphs::paragraphs;
use super::zipped::Zipped;
use super::{
    Kind, Note, Paragraph, ReadError, address, docx, epub, json, markdown, odt, sniff, visual,
};

/// What an input holds, whatever its kind.
pub(super) struct Held {
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) meta: Meta,
    pub(super) notes: Vec<Note>,
}

/// What `bytes` hold. `charset`: the encoding that a server named.
///
/// # Errors
/// When they are no text that can be read.
pub(super) fn held(
    bytes: &[u8],
    source: &str,
    charset: Option<&str>,
    own: &Own,
) -> Result<Held, ReadError> {
    if let Some(address) = address::shortcut(bytes) {
        return Err(ReadError::Shortcut {
            path: source.to_owned(),
            address,
        });
    }
    if let Some(held) = Zipped::open(bytes).and_then(|zip| packed(zip, source, own)) {
        return held;
    }
    if mail::is_mail(bytes, source) {
        let mail = mail::read(bytes).ok_or_else(|| ReadError::NotText {
            path: source.to_owned(),
            kind: "a mail without a text that can be read",
        })?;
        return mailed(mail, source, own);
    }
    told(decode(bytes, source, charset)?, source, own)
}

/// A document that is an archive; `None` where it is another archive.
fn packed(mut zip: Zipped, source: &str, own: &Own) -> Option<Result<Held, ReadError>> {
    if docx::is_docx(&zip) {
        Some(docx::read(zip, source).map(|given| Held::given(given, source, own)))
    } else if odt::is_odt(&mut zip) {
        Some(odt::read(zip, source).map(|given| Held::given(given, source, own)))
    } else if epub::is_epub(&zip) {
        Some(epub::read(zip, source, own).map(|book| Held {
            paragraphs: book.paragraphs,
            meta: book.meta,
            notes: book.notes,
        }))
    } else {
        None
    }
}

/// The page or the text in a mail, under its subject where it has no headline of its own.
fn mailed(mail: Mail, source: &str, own: &Own) -> Result<Held, ReadError> {
    let mut text = String::new();
    let mut notes = Vec::new();
    for part in &mail.parts {
        let decoded = decode(&part.bytes, source, part.charset.as_deref())?;
        text.push_str(&decoded.text);
        text.push('\n');
        notes.extend(decoded.notes);
    }
    let subject = mail.subject.as_deref();
    let mut held = if mail.is_html {
        paged(&text, source, own)?
    } else {
        letter(subject, &text, source, own)
    };
    if let Some(subject) = subject.filter(|_| held.paragraphs.iter().all(|p| p.kind != Kind::Title))
    {
        held.paragraphs.insert(
            0,
            Paragraph {
                line: None,
                kind: Kind::Title,
                text: subject.to_owned(),
                rule: Some("headline".to_owned()),
            },
        );
    }
    held.meta.author = held.meta.author.or(mail.sender);
    held.meta.published = held.meta.published.or(mail.sent);
    held.notes.extend(notes);
    Ok(held)
}

/// The text of a mail. Its lines are not the file's.
fn letter(subject: Option<&str>, text: &str, source: &str, own: &Own) -> Held {
    let mut given = Given::default();
    let blocks = paragraphs(lines(text));
    let begins = blocks.first().map(|block| block.text.as_str());
    if let Some(subject) = subject.filter(|&subject| Some(subject) != begins) {
        given.push(None, subject, Role::Title);
    }
    for block in &blocks {
        given.push(None, &block.text, Role::Text);
    }
    Held::given(given, source, own)
}

impl Held {
    fn given(given: Given, source: &str, own: &Own) -> Held {
        let bad = (given.bad > 0).then(|| Note::LossyDecoding {
            source: source.to_owned(),
            encoding: "JSON".to_owned(),
            bad: given.bad,
        });
        Held {
            paragraphs: given.paragraphs(own),
            meta: given.meta,
            notes: bad.into_iter().collect(),
        }
    }
}

/// A web page, JSON, markdown by its name, or plain text.
fn told(decoded: Decoded, source: &str, own: &Own) -> Result<Held, ReadError> {
    let Decoded { text, notes } = decoded;
    let mut held = if sniff::is_html(&text) {
        paged(&text, source, own)?
    } else {
        match json::read(&text, source)? {
            None if markdown::is_named(source) => Held::given(markdown::read(&text), source, own),
            Some(given) => Held::given(given, source, own),
            None => plain(&text, source, own),
        }
    };
    held.notes.extend(notes);
    Ok(held)
}

/// A web page.
fn paged(html: &str, source: &str, own: &Own) -> Result<Held, ReadError> {
    let page = page::read(html, own);
    let has_body = page.paragraphs.iter().any(|p| p.kind == Kind::Body);
    if !has_body && page.scripted {
        return Err(ReadError::Scripted {
            path: source.to_owned(),
        });
    }
    let note = |doubt| {
        let source = source.to_owned();
        match doubt {
            Doubt::Whole => Note::WholePage { source },
            Doubt::Teaser => Note::Teaser { source },
            Doubt::Hidden => Note::HiddenText { source },
            Doubt::Undrawn => Note::Undrawn { source },
        }
    };
    Ok(Held {
        paragraphs: page.paragraphs,
        meta: page.meta,
        notes: page.doubts.into_iter().map(note).collect(),
    })
}

fn plain(text: &str, source: &str, own: &Own) -> Held {
    let restored = visual::restored(text);
    let note = restored.is_some().then(|| Note::Repaired {
        source: source.to_owned(),
        encoding: "visual-order".to_owned(),
    });
    let text = restored.as_deref().unwrap_or(text);
    Held {
        paragraphs: kinds(paragraphs(lines(text)), own),
        meta: Meta::default(),
        notes: note.into_iter().collect(),
    }
}
