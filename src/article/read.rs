//! The way in: a path, standard input, or bytes at hand.

use super::address::{self, Place};
use super::assemble::article;
use super::held::held;
use super::length::is_too_long;
use super::own::Own;
use super::{Article, MAX_BYTES, ReadError, fetch};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::time::Duration;

/// What the user knows of an article.
///
/// ```
/// use storydiff::{ReadOptions, parse};
///
/// let known = ReadOptions {
///     name: Some("Harbour Mail".to_owned()),
///     boilerplate: vec!["read also *".to_owned()],
///     ..ReadOptions::default()
/// };
/// let article = parse(b"The ferry sank.\n\nRead also: our island\n", "a.txt", &known)?;
/// assert_eq!(article.name, "Harbour Mail");
/// assert!(!article.paragraphs[1].kind.is_report());
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// The outlet's name.
    pub name: Option<String>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// Never reach for the network.
    pub offline: bool,
    /// How long to wait for a server; `None`: half a minute.
    pub timeout: Option<Duration>,
    /// Lines that are no part of a report, beside those that the rules know. In such a line `*` stands for up to six
    /// words, `#` for a number, `a/b` for either word, and `a?` for a word that may be missing.
    pub boilerplate: Vec<String>,
}

/// Read the article at `path`, a file or an address; `-` is standard input.
///
/// ```
/// use std::path::Path;
/// use storydiff::{ReadOptions, read};
///
/// let offline = ReadOptions {
///     offline: true,
///     ..ReadOptions::default()
/// };
/// # let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
/// let article = read(Path::new(path), &offline)?;
/// assert_eq!(article.title.as_deref(), Some("storydiff"));
/// assert!(read(Path::new("https://example.org/"), &offline).is_err());
/// # Ok::<(), storydiff::ReadError>(())
/// ```
///
/// # Errors
/// When it cannot be opened or fetched, or holds no text.
pub fn read(path: &Path, options: &ReadOptions) -> Result<Article, ReadError> {
    let source = path.display().to_string();
    match address::place(path) {
        Place::Address(address) => fetched(&address, options),
        Place::Unknown => Err(ReadError::BadAddress { path: source }),
        Place::StandardInput => parse(&bounded(io::stdin().lock(), &source)?, &source, options),
        Place::File(path) => {
            let source = path.display().to_string();
            let bytes = file(&path, &source)?;
            match address::shortcut(&bytes) {
                Some(address) => fetched(&address, options),
                None => parse(&bytes, &source, options),
            }
        }
    }
}

fn fetched(address: &str, options: &ReadOptions) -> Result<Article, ReadError> {
    if options.offline {
        let path = address.to_owned();
        return Err(ReadError::Offline { path });
    }
    let fetched = fetch::fetch(address, options.timeout)?;
    parsed(&fetched.bytes, address, options, fetched.charset.as_deref())
}

/// The bytes of the file at `path` as they come; `-` is standard input.
///
/// # Errors
/// When it cannot be opened.
pub fn open(path: &Path) -> Result<Box<dyn Read + Send>, ReadError> {
    if path == Path::new("-") {
        return Ok(Box::new(io::stdin()));
    }
    Ok(Box::new(opened(path, &path.display().to_string())?))
}

fn file(path: &Path, source: &str) -> Result<Vec<u8>, ReadError> {
    bounded(opened(path, source)?, source)
}

fn opened(path: &Path, source: &str) -> Result<File, ReadError> {
    let opened = File::open(path).map_err(|cause| failed(source, cause))?;
    let is_directory = opened.metadata().is_ok_and(|data| data.is_dir());
    if is_directory {
        return Err(ReadError::Directory {
            path: source.to_owned(),
        });
    }
    Ok(opened)
}

/// All bytes, but never more than the bound: the length that a pipe or a device claims means nothing.
fn bounded(input: impl Read, source: &str) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    input
        .take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|cause| failed(source, cause))?;
    Ok(bytes)
}

fn failed(source: &str, cause: io::Error) -> ReadError {
    let path = source.to_owned();
    match cause.kind() {
        ErrorKind::NotFound => ReadError::Missing { path },
        ErrorKind::PermissionDenied => ReadError::NoPermission { path },
        ErrorKind::IsADirectory => ReadError::Directory { path },
        _ => ReadError::Io { path, cause },
    }
}

/// Read the article in `bytes`. `source` says where they came from; it stands in messages and in the report.
///
/// ```
/// use storydiff::{ReadOptions, parse};
///
/// let page = "<!doctype html><title>Ferry sinks | Mail</title><p>The ferry sank on Sunday.</p>";
/// let article = parse(page.as_bytes(), "page.html", &ReadOptions::default())?;
/// let mut texts = article.paragraphs.iter().map(|p| p.text.as_str());
/// assert!(texts.any(|text| text == "The ferry sank on Sunday."));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
///
/// # Errors
/// When they are too many, or no plain text.
pub fn parse(bytes: &[u8], source: &str, options: &ReadOptions) -> Result<Article, ReadError> {
    parsed(bytes, source, options, None)
}

/// The same where a server named the encoding.
fn parsed(
    bytes: &[u8],
    source: &str,
    options: &ReadOptions,
    charset: Option<&str>,
) -> Result<Article, ReadError> {
    let path = || source.to_owned();
    if bytes.len() as u64 > MAX_BYTES {
        return Err(ReadError::TooLarge { path: path() });
    }
    if bytes.is_empty() {
        return Err(ReadError::Empty { path: path() });
    }
    let own = Own::new(&options.boilerplate);
    let held = held(bytes, source, charset, &own)?;
    if held.paragraphs.is_empty() {
        return Err(ReadError::Empty { path: path() });
    }
    if is_too_long(&held.paragraphs) {
        return Err(ReadError::TooLong { path: path() });
    }
    let mut article = article(source, options, held);
    article.sha256 = Some(format!("{:x}", Sha256::digest(bytes)));
    Ok(article)
}

#[cfg(test)]
mod tests {
    use super::failed;
    use std::io::{Error, ErrorKind};

    #[test]
    fn the_systems_errors_are_told_in_our_words() {
        for (kind, said) in [
            (ErrorKind::NotFound, "a.txt: no such file"),
            (
                ErrorKind::PermissionDenied,
                "a.txt: no permission to read it",
            ),
            (
                ErrorKind::IsADirectory,
                "a.txt: is a directory, not an article",
            ),
            (ErrorKind::TimedOut, "a.txt: cannot be read: timed out"),
        ] {
            let error = failed("a.txt", Error::from(kind));
            assert_eq!(error.to_string(), said);
            assert!(!error.hint().is_empty());
        }
    }
}
