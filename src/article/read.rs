//! The way in: a path, standard input, or bytes at hand.

use super::decode::decode;
use super::kinds::kinds;
use super::lines::lines;
use super::own::Own;
use super::paragraphs::paragraphs;
use super::{Article, Kind, MAX_BYTES, Paragraph, ReadError, sniff};
use crate::language::detect;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// What the user knows of an article.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// The outlet's name.
    pub name: Option<String>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// Lines that are no part of a report, beside those that the rules know. In such a line `*` stands for up to six
    /// words, `#` for a number, `a/b` for either word, and `a?` for a word that may be missing.
    pub boilerplate: Vec<String>,
}

/// Read the article at `path`; `-` is standard input.
///
/// # Errors
/// When it cannot be opened, or holds no plain text.
pub fn read(path: &Path, options: &ReadOptions) -> Result<Article, ReadError> {
    let source = path.display().to_string();
    let bytes = if path == Path::new("-") {
        bounded(io::stdin().lock(), &source)
    } else if source.starts_with("http://") || source.starts_with("https://") {
        return Err(ReadError::Address { path: source });
    } else {
        file(path, &source)
    }?;
    parse(&bytes, &source, options)
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
/// # Errors
/// When they are too many, or no plain text.
pub fn parse(bytes: &[u8], source: &str, options: &ReadOptions) -> Result<Article, ReadError> {
    let path = || source.to_owned();
    if bytes.len() as u64 > MAX_BYTES {
        return Err(ReadError::TooLarge { path: path() });
    }
    if bytes.is_empty() {
        return Err(ReadError::Empty { path: path() });
    }
    let decoded = decode(bytes, source)?;
    if sniff::is_html(&decoded.text) {
        return Err(ReadError::Html { path: path() });
    }
    let paragraphs = kinds(
        paragraphs(lines(&decoded.text)),
        &Own::new(&options.boilerplate),
    );
    if paragraphs.is_empty() {
        return Err(ReadError::Empty { path: path() });
    }
    Ok(Article {
        name: options.name.clone().unwrap_or_else(|| stem(source)),
        source: path(),
        language: options
            .language
            .clone()
            .unwrap_or_else(|| language(&paragraphs)),
        title: first(&paragraphs, Kind::Title),
        credit: first(&paragraphs, Kind::Credit),
        paragraphs,
        notes: decoded.notes,
    })
}

/// The file's name without its ending.
fn stem(source: &str) -> String {
    if source == "-" {
        return "standard input".to_owned();
    }
    Path::new(source).file_stem().map_or_else(
        || source.to_owned(),
        |stem| stem.to_string_lossy().into_owned(),
    )
}

fn first(paragraphs: &[Paragraph], kind: Kind) -> Option<String> {
    paragraphs
        .iter()
        .find(|paragraph| paragraph.kind == kind)
        .map(|paragraph| paragraph.text.clone())
}

/// The language of the report; what is around it may be in another.
fn language(paragraphs: &[Paragraph]) -> String {
    let report = |paragraph: &&Paragraph| paragraph.kind.is_report();
    let text: Vec<&str> = paragraphs
        .iter()
        .filter(report)
        .map(|p| p.text.as_str())
        .collect();
    detect(&text.join("\n")).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{ReadOptions, failed, parse, stem};
    use crate::article::{Kind, Note};
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

    #[test]
    fn an_article_knows_its_headline_credit_language_and_doubts() {
        let text = "عنوان: من يدفع الفاتورة؟\nالدوحة – الملعب الرقمي\nقال الوزير إن الدولة ستدفع الفاتورة كلها قبل نهاية العام الجاري بلا تأخير.\n";
        let bytes = encoding_rs::WINDOWS_1256.encode(text).0;
        let article = parse(&bytes, "desk/a.b.txt", &ReadOptions::default()).expect("text");
        assert_eq!(article.name, "a.b");
        assert_eq!(article.language, "ar");
        assert_eq!(article.title.as_deref(), Some("عنوان: من يدفع الفاتورة؟"));
        assert_eq!(article.credit.as_deref(), Some("الدوحة – الملعب الرقمي"));
        assert_eq!(article.paragraphs[2].kind, Kind::Body);
        assert!(matches!(&article.notes[..], [Note::GuessedEncoding { .. }]));
    }

    #[test]
    fn an_article_is_named_after_its_file() {
        for (source, name) in [
            ("a/left.txt", "left"),
            ("-", "standard input"),
            ("قال.txt", "قال"),
        ] {
            assert_eq!(stem(source), name);
        }
    }
}
