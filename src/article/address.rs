//! What the user's words point to: a file, an address, or a file that only points to an address.
//!
//! Windows saves a link as `.url`, macOS as `.webloc`, Linux as `.desktop`. Such a file is no article, and it must not
//! be compared as if it were one.

use super::fetch::scheme;
use super::xml::{Node, walk};
use percent_encoding::percent_decode_str;
use std::path::{Path, PathBuf};

/// Where an article is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// `http` or `https`.
    Address(String),
    /// Of another kind.
    Unknown,
    File(PathBuf),
    StandardInput,
}

/// What `given` means. A file of that name comes first: a folder may well be called `a:`.
pub(super) fn place(given: &Path) -> Place {
    let text = given.to_string_lossy();
    match scheme(&text).as_deref() {
        Some("http" | "https") => Place::Address(text.into_owned()),
        _ if given == Path::new("-") => Place::StandardInput,
        _ if given.exists() => Place::File(given.to_owned()),
        Some("file") => Place::File(of_file_address(&text)),
        Some(_) => Place::Unknown,
        None if text.starts_with("www.") && text[4..].contains('.') => {
            Place::Address(format!("https://{text}"))
        }
        None => Place::File(given.to_owned()),
    }
}

/// `file:///home/a%20b.html`, with or without this machine's name; on Windows a drive follows the slash.
fn of_file_address(address: &str) -> PathBuf {
    let (_, rest) = address.split_once("://").unwrap_or_default();
    let rest = rest.strip_prefix("localhost").unwrap_or(rest);
    let rest = rest.split(['?', '#']).next().unwrap_or(rest);
    let path = percent_decode_str(rest).decode_utf8_lossy();
    let is_drive = path.as_bytes().get(2) == Some(&b':');
    PathBuf::from(if is_drive { &path[1..] } else { &*path })
}

/// No shortcut is longer, in bytes.
const LONGEST: usize = 64 * 1024;
/// A saved page lies in the same container as a shortcut of macOS.
const SAVED_PAGE: &[u8] = b"WebMainResource";

/// The address that a file points to, if it does nothing else.
pub(super) fn shortcut(bytes: &[u8]) -> Option<String> {
    if bytes.len() > LONGEST || holds(bytes, SAVED_PAGE) {
        return None;
    }
    let address = if bytes.starts_with(b"bplist") {
        in_binary(bytes)
    } else {
        let text = String::from_utf8_lossy(bytes);
        let text = text.trim_start_matches('\u{FEFF}').trim_start();
        if text.starts_with('[') {
            in_sections(text)
        } else if text.starts_with("<?xml") || text.starts_with("<plist") {
            in_plist(text)
        } else {
            None
        }
    };
    address.filter(|address| matches!(scheme(address).as_deref(), Some("http" | "https")))
}

fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|part| part == word)
}

/// `[InternetShortcut]` and `[Desktop Entry]`, with `URL=` in a line below.
fn in_sections(text: &str) -> Option<String> {
    let lines = || text.lines().map(str::trim);
    let is_link = lines().any(|line| {
        ["[InternetShortcut]", "[Desktop Entry]"]
            .iter()
            .any(|section| line.eq_ignore_ascii_case(section))
    });
    let address = |line: &str| {
        let (name, value) = line.split_once('=')?;
        let is_url = name.eq_ignore_ascii_case("url") || name.starts_with("URL[");
        is_url.then(|| value.trim().to_owned())
    };
    lines().filter(|_| is_link).find_map(address)
}

/// A property list with the key `URL`.
fn in_plist(text: &str) -> Option<String> {
    let (mut words, mut is_next, mut found) = (String::new(), false, None);
    walk(text, |node| match node {
        Node::Open(_) => words.clear(),
        Node::Words(more) => words.push_str(more),
        Node::Close(b"key") => is_next = words.trim() == "URL",
        Node::Close(b"string") if is_next => {
            is_next = false;
            found = found.take().or_else(|| Some(words.trim().to_owned()));
        }
        Node::Close(_) => {}
    })?;
    found
}

/// In a binary property list letters stand in the clear, and what follows them is a number below 32.
fn in_binary(bytes: &[u8]) -> Option<String> {
    let starts = |at: &usize| {
        let rest = &bytes[*at..];
        rest.starts_with(b"http://") || rest.starts_with(b"https://")
    };
    let at = (0..bytes.len()).find(starts)?;
    let address = bytes[at..].iter().take_while(|b| b.is_ascii_graphic());
    Some(address.map(|&b| char::from(b)).collect())
}

#[cfg(test)]
mod tests {
    use super::{Place, place, shortcut};
    use std::path::{Path, PathBuf};

    #[test]
    fn words_are_told_to_be_files_or_addresses() {
        let file = |path: &str| Place::File(PathBuf::from(path));
        let address = |address: &str| Place::Address(address.to_owned());
        for (given, wanted) in [
            ("https://example.org/a", address("https://example.org/a")),
            ("www.example.org/a", address("https://www.example.org/a")),
            ("www.txt", file("www.txt")),
            ("file:///no/a%20%D8%A8.html#top", file("/no/a ب.html")),
            ("file://localhost/no/a.txt", file("/no/a.txt")),
            ("file:///C:/no/a.txt", file("C:/no/a.txt")),
            ("ftp://example.org/a", Place::Unknown),
            ("no/such.txt", file("no/such.txt")),
            ("-", Place::StandardInput),
        ] {
            assert_eq!(place(Path::new(given)), wanted, "{given}");
        }
    }

    #[test]
    fn shortcuts_are_told_from_texts_and_saved_pages() {
        for bytes in [
            &b"[InternetShortcut]\r\nURL=https://example.org/a?b=1&c\r\nIconIndex=0\r\n"[..],
            b"\xEF\xBB\xBF[{000214A0-0000-0000-C000-000000000046}]\r\nProp3=19\r\n[InternetShortcut]\r\nIDList=\r\nURL=https://example.org/a?b=1&c\r\n",
            b"[Desktop Entry]\nType=Link\nName=A\nURL=https://example.org/a?b=1&c\n",
            b"<?xml version=\"1.0\"?><!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"x\"><plist version=\"1.0\"><dict><key>URL</key>\n<string>https://example.org/a?b=1&amp;c</string></dict></plist>",
            b"bplist00\xD1\x01\x02SURL_\x10\x1Bhttps://example.org/a?b=1&c\x08\x0B\x0F\0\0",
        ] {
            assert_eq!(
                shortcut(bytes).as_deref(),
                Some("https://example.org/a?b=1&c"),
                "{}",
                String::from_utf8_lossy(bytes)
            );
        }
        for bytes in [
            &b"[Photo: A. Finch]\nThe ferry sank.\nURL=https://example.org\n"[..],
            b"[InternetShortcut]\nURL=javascript:alert(1)\n",
            b"bplist00\xD1_\x10\x0FWebMainResource https://example.org/",
            b"https://example.org/a",
        ] {
            assert_eq!(shortcut(bytes), None, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
