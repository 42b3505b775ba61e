//! The way in: a path, standard input, or bytes at hand.

use super::decode::{Decoded, decode};
use super::given::Given;
use super::kinds::kinds;
use super::length::is_too_long;
use super::lines::lines;
use super::own::Own;
use super::page::{self, Meta};
use super::paragraphs::paragraphs;
use super::visual;
use super::{
    Article, Kind, MAX_BYTES, Note, Paragraph, ReadError, docx, fetch, json, markdown, sniff,
};
use crate::language::{detect, detect_statement};
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
    match fetch::scheme(&source).as_deref() {
        Some("http" | "https") if options.offline => Err(ReadError::Offline { path: source }),
        Some("http" | "https") => {
            let fetched = fetch::fetch(&source, options.timeout)?;
            parsed(&fetched.bytes, &source, options, fetched.charset.as_deref())
        }
        // A folder may well be called `a:`.
        Some(_) if !path.exists() => Err(ReadError::BadAddress { path: source }),
        _ if path == Path::new("-") => {
            parse(&bounded(io::stdin().lock(), &source)?, &source, options)
        }
        _ => parse(&file(path, &source)?, &source, options),
    }
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
    let Held {
        paragraphs,
        meta,
        notes,
    } = if docx::is_docx(bytes) {
        Held::given(docx::read(bytes, source)?, source, &own)
    } else {
        held(decode(bytes, source, charset)?, source, &own)?
    };
    if paragraphs.is_empty() {
        return Err(ReadError::Empty { path: path() });
    }
    if is_too_long(&paragraphs) {
        return Err(ReadError::TooLong { path: path() });
    }
    let mut article = article(source, options, paragraphs, meta, notes);
    article.sha256 = Some(format!("{:x}", Sha256::digest(bytes)));
    Ok(article)
}

/// What an input holds, whatever its kind.
struct Held {
    paragraphs: Vec<Paragraph>,
    meta: Meta,
    notes: Vec<Note>,
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
fn held(decoded: Decoded, source: &str, own: &Own) -> Result<Held, ReadError> {
    let Decoded { text, mut notes } = decoded;
    if sniff::is_html(&text) {
        let page = page::read(&text, own);
        let has_body = page.paragraphs.iter().any(|p| p.kind == Kind::Body);
        if !has_body && page.scripted {
            return Err(ReadError::Scripted {
                path: source.to_owned(),
            });
        }
        notes.extend(page.whole.then(|| Note::WholePage {
            source: source.to_owned(),
        }));
        return Ok(Held {
            paragraphs: page.paragraphs,
            meta: page.meta,
            notes,
        });
    }
    let given = match json::read(&text, source)? {
        None if markdown::is_named(source) => Some(markdown::read(&text)),
        given => given,
    };
    let mut held = match given {
        Some(given) => Held::given(given, source, own),
        None => plain(&text, source, own),
    };
    held.notes.extend(notes);
    Ok(held)
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

/// What the user says beats what the input says of itself, and that beats what can be guessed. Only the language is
/// told by the text first: the templates of many sites name a wrong one.
fn article(
    source: &str,
    options: &ReadOptions,
    paragraphs: Vec<Paragraph>,
    meta: Meta,
    notes: Vec<Note>,
) -> Article {
    let language = options.language.clone();
    let declared = meta.language.as_deref().map(primary);
    let language = language.unwrap_or_else(|| language_of(&paragraphs, declared));
    Article {
        name: options
            .name
            .clone()
            .or(meta.outlet)
            .unwrap_or_else(|| stem(source)),
        source: source.to_owned(),
        language,
        title: first(&paragraphs, Kind::Title).or(meta.title),
        credit: credit(&paragraphs).or(meta.author),
        published: meta
            .published
            .or_else(|| fetch::scheme(source).and_then(|_| page::day_of_address(source))),
        sha256: None,
        paragraphs,
        notes,
    }
}

/// The language of a tag, without its region: `ar` of `ar_EG`.
fn primary(tag: &str) -> String {
    let language = tag.split(['-', '_']).next().unwrap_or(tag);
    language.to_ascii_lowercase()
}

/// The file's name without its ending, or the address's host.
fn stem(source: &str) -> String {
    if source == "-" {
        return "standard input".to_owned();
    }
    if let Some(host) = fetch::scheme(source).and_then(|_| fetch::host(source)) {
        return host.to_owned();
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

/// The first credit that is not the time of a single entry, as live blogs have one above each.
fn credit(paragraphs: &[Paragraph]) -> Option<String> {
    let is_time = |p: &Paragraph| {
        p.kind == Kind::Credit && matches!(p.rule.as_deref(), Some("date" | "published"))
    };
    let heads_report = |pair: &&[Paragraph]| is_time(&pair[0]) && pair[1].kind.is_report();
    let of_entries = paragraphs.windows(2).filter(heads_report).count() > 1;
    paragraphs
        .iter()
        .find(|p| p.kind == Kind::Credit && !(of_entries && is_time(p)))
        .map(|p| p.text.clone())
}

/// The language of the report; what is around it may be in another. `declared` is asked where letters do not tell,
/// and words only where nothing else does: they know fewer languages.
fn language_of(paragraphs: &[Paragraph], declared: Option<String>) -> String {
    let report = |paragraph: &&Paragraph| paragraph.kind.is_report();
    let text: Vec<&str> = paragraphs
        .iter()
        .filter(report)
        .map(|p| p.text.as_str())
        .collect();
    let text = text.join("\n");
    match (detect(&text), declared) {
        ("und", Some(declared)) => declared,
        ("und", None) => detect_statement(&text).to_owned(),
        (detected, _) => detected.to_owned(),
    }
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
    fn times_of_entries_are_no_credit_and_a_date_is() {
        let entry =
            "The council met on Tuesday night to vote on the hall, and all of its members came.";
        for (times, wanted) in [
            (["21:40", "21:10"], None),
            (["12 May 2024, 9.40pm", "12 May 2024, 9.10pm"], None),
            (["12 May 2024", ""], Some("12 May 2024")),
        ] {
            let text = times.map(|time| format!("{time}\n\n{entry}")).join("\n\n");
            let text = format!("Council votes on hall\n\n{text}\n");
            let article = parse(text.as_bytes(), "a.txt", &ReadOptions::default()).expect("text");
            assert_eq!(article.credit.as_deref(), wanted, "{text}");
        }
    }

    #[test]
    fn a_few_sentences_tell_their_language() {
        for (text, wanted) in [
            (
                "Lorn's parliament passed the budget on Monday. Unions protested.",
                "en",
            ),
            (
                "Le parlement de Lorn a voté le budget lundi. Les syndicats protestent.",
                "fr",
            ),
        ] {
            let article = parse(text.as_bytes(), "a.txt", &ReadOptions::default()).expect("text");
            assert_eq!(article.language, wanted, "{text}");
        }
    }

    #[test]
    fn an_article_is_named_after_its_file_or_its_host() {
        for (source, name) in [
            ("a/left.txt", "left"),
            ("-", "standard input"),
            ("قال.txt", "قال"),
            ("https://www.example.org/a/b.html", "example.org"),
        ] {
            assert_eq!(stem(source), name);
        }
    }
}
