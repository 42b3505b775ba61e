//! Mails and the pages that browsers save as one file (`.eml`, `.mht`, `.mhtml`), by mail-parser.
//!
//! Both are MIME: parts in quoted-printable or base64, each with its encoding. The HTML part is read, where there is one,
//! else the text. The crate undoes what carried the bytes; what letters they are is told by [`super::decode`], as for
//! all other input. Frames of a saved page and attachments are not read.

use super::clean::clean;
use super::page::bare;
use super::sniff::has_ending;
use mail_parser::decoders::base64::base64_decode;
use mail_parser::{Address, Encoding, Message, MessageParser, MessagePart, MimeHeaders, PartType};
use std::path::Path;

/// What a mail holds.
pub(super) struct Mail {
    /// What is to be read, one after the other.
    pub(super) parts: Vec<Part>,
    pub(super) is_html: bool,
    pub(super) subject: Option<String>,
    /// Who wrote it, and on which day; what a browser saved does not say that.
    pub(super) sender: Option<String>,
    pub(super) sent: Option<String>,
}

/// A part's bytes and the encoding that it names.
pub(super) struct Part {
    pub(super) bytes: Vec<u8>,
    pub(super) charset: Option<String>,
}

/// So far into a file its first headers are looked for, in bytes.
const HEAD: usize = 16 * 1024;
const ENDINGS: [&str; 3] = ["eml", "mht", "mhtml"];
/// So many parts may say what they are: each can hold a mail of its own, and the crate takes them down one in another.
const MOST_PARTS: usize = 2_000;
/// Headers that mails have; the last ones are found in nothing else.
const HEADERS: [&str; 10] = [
    "from",
    "to",
    "subject",
    "date",
    "mime-version",
    "content-type",
    "message-id",
    "received",
    "return-path",
    "delivered-to",
];

/// Whether it is a mail: by its name where it begins with a header, else by its headers, which end at a blank line.
pub(super) fn is_mail(bytes: &[u8], source: &str) -> bool {
    let is_named = has_ending(Path::new(source), &ENDINGS);
    let names = headers(bytes);
    let known = |headers: &[&str]| {
        let known = names.iter().filter(|name| headers.contains(&name.as_str()));
        known.count()
    };
    is_named && known(&HEADERS) > 0 || known(&HEADERS[4..]) > 1
}

/// The names of the headers on top, in small letters; none where anything else stands among them.
fn headers(bytes: &[u8]) -> Vec<String> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    let mut names = Vec::new();
    // A mailbox begins each mail with a line of its own.
    let lines = head.trim_start().lines();
    for line in lines.skip_while(|line| line.starts_with("From ")) {
        let is_name = |name: &str| {
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        match line.split_once(':') {
            _ if line.trim().is_empty() => break,
            _ if line.starts_with([' ', '\t']) && !names.is_empty() => {}
            Some((name, _)) if is_name(name) => names.push(name.to_ascii_lowercase()),
            _ => return Vec::new(),
        }
    }
    names
}

/// The mail in `bytes`; `None` where no text is in it.
pub(super) fn read(bytes: &[u8]) -> Option<Mail> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let bytes = bytes.trim_ascii_start();
    let bytes = match bytes.strip_prefix(b"From ") {
        Some(rest) => &rest[rest.iter().position(|&b| b == b'\n')? + 1..],
        None => bytes,
    };
    if parts(bytes) > MOST_PARTS {
        return None;
    }
    let mail = MessageParser::default().parse(bytes)?;
    let html: Vec<&MessagePart> = mail
        .html_bodies()
        .filter(|part| matches!(part.body, PartType::Html(_)))
        .collect();
    let html: Vec<Part> = html.into_iter().map(|part| unpacked(&mail, part)).collect();
    let is_html = html.iter().any(|part| shows_text(&part.bytes));
    let parts: Vec<Part> = if is_html {
        html
    } else {
        mail.text_bodies()
            .filter(|part| matches!(part.body, PartType::Text(_)))
            .map(|part| unpacked(&mail, part))
            .collect()
    };
    let saved = mail.header("Snapshot-Content-Location").is_some() || sender(&mail).is_none();
    let sent = mail.date().filter(|_| !saved);
    let subject = mail.subject().map(clean);
    Some(Mail {
        subject: subject.filter(|subject| !subject.is_empty()),
        sender: sender(&mail).filter(|_| !saved),
        sent: sent.map(|day| format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)),
        parts: Some(parts).filter(|parts| !parts.is_empty())?,
        is_html,
    })
}

/// How many parts say what they are.
fn parts(bytes: &[u8]) -> usize {
    const HEADER: &[u8] = b"content-type";
    let says = |line: &&[u8]| {
        line.get(..HEADER.len())
            .is_some_and(|name| name.eq_ignore_ascii_case(HEADER))
    };
    bytes
        .split(|&b| matches!(b, b'\n' | b'\r'))
        .filter(says)
        .count()
}

/// Some mails have an HTML part with nothing but a picture in it.
fn shows_text(bytes: &[u8]) -> bool {
    clean(&bare(&String::from_utf8_lossy(bytes)))
        .chars()
        .any(|c| c.is_alphanumeric() || c == '\u{FFFD}')
}

/// The bytes of a part as they were before they were made fit for mail.
fn unpacked(mail: &Message, part: &MessagePart) -> Part {
    let (start, end) = (part.offset_body as usize, part.offset_end as usize);
    let raw = mail.raw_message.get(start..end).unwrap_or_default();
    let kind = part.content_type();
    let charset = kind.and_then(|kind| kind.attribute("charset"));
    Part {
        bytes: match part.encoding {
            Encoding::None => raw.to_vec(),
            Encoding::QuotedPrintable => unquoted(raw),
            Encoding::Base64 => unbased(raw),
        },
        charset: charset.map(str::to_owned),
    }
}

/// Quoted-printable undone. The crate's own way gives up at the first `=` that says nothing, and then all would be
/// shown raw; here it stays what it is.
fn unquoted(raw: &[u8]) -> Vec<u8> {
    let digit = |at: usize| char::from(*raw.get(at)?).to_digit(16);
    let mut bytes = Vec::with_capacity(raw.len());
    let mut at = 0;
    while at < raw.len() {
        let rest = &raw[at + 1..];
        let code = digit(at + 1).zip(digit(at + 2));
        let code = code.and_then(|(high, low)| u8::try_from(high * 16 + low).ok());
        let blanks = rest
            .iter()
            .take_while(|b| matches!(b, b' ' | b'\t' | b'\r'));
        let blanks = blanks.count();
        match code {
            _ if raw[at] != b'=' => bytes.push(raw[at]),
            Some(byte) => {
                bytes.push(byte);
                at += 2;
            }
            // The line goes on below.
            None if matches!(rest.get(blanks), None | Some(b'\n')) => at += blanks + 1,
            None => bytes.push(b'='),
        }
        at += 1;
    }
    bytes
}

/// Base64 undone, what is none passed over.
fn unbased(raw: &[u8]) -> Vec<u8> {
    let is_digit = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'=');
    let digits: Vec<u8> = raw.iter().copied().filter(is_digit).collect();
    base64_decode(&digits).unwrap_or_default()
}

/// Who wrote it, where a name or an address is given.
fn sender(mail: &Message) -> Option<String> {
    let first = mail.from().and_then(Address::first)?;
    let name = first.name.as_deref().or(first.address.as_deref())?;
    let has_address = first.address.as_deref().is_some_and(|at| at.contains('@'));
    has_address
        .then(|| clean(name))
        .filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{is_mail, read, unquoted};

    #[test]
    fn mails_are_told_by_their_headers() {
        let saved = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"x\"\r\n\r\n--x";
        assert!(is_mail(saved, "page.html"));
        assert!(is_mail(b"Subject: Ferry sinks\n\nIt sank.", "a.EML"));
        assert!(!is_mail(b"Subject: Ferry sinks\n\nIt sank.", "a.txt"));
        assert!(!is_mail(
            b"Ferry sinks\nReceived: no help\nContent-Type: none\n",
            "a.txt"
        ));
        assert!(!is_mail(b"The ferry sank.\n", "a.eml"));
    }

    #[test]
    fn quotes_are_undone_and_a_sign_that_says_nothing_stays() {
        assert_eq!(
            unquoted("=D9=82=D8=A7=\r\n=D9=84 a=b 1 = =\r\nx=3D=".as_bytes()),
            "قال a=b 1 = x=".as_bytes()
        );
    }

    #[test]
    fn the_html_part_is_read_and_the_text_where_there_is_none() {
        let head = "From: Ada <ada@mail.example>\nDate: Tue, 21 May 2024 10:00:00 +0300\nSubject: =?utf-8?B?2LrYsdmC?=\nMIME-Version: 1.0\n";
        let both = format!(
            "{head}Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nplain\n--b\nContent-Type: text/html; charset=windows-1256\nContent-Transfer-Encoding: quoted-printable\n\n<p>=DE=C7=E1</p>\n--b--\n"
        );
        let mail = read(both.as_bytes()).expect("a mail");
        assert!(mail.is_html);
        assert_eq!(mail.subject.as_deref(), Some("غرق"));
        assert_eq!(mail.sender.as_deref(), Some("Ada"));
        assert_eq!(mail.sent.as_deref(), Some("2024-05-21"));
        assert_eq!(mail.parts[0].charset.as_deref(), Some("windows-1256"));
        assert_eq!(mail.parts[0].bytes.trim_ascii(), b"<p>\xDE\xC7\xE1</p>");
        let text = format!(
            "{head}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n2YLYp9mE\n"
        );
        let mail = read(text.as_bytes()).expect("a mail");
        assert!(!mail.is_html);
        assert_eq!(mail.parts[0].bytes, "قال".as_bytes());
    }
}
