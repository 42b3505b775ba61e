//! Why an article could not be read, and the way out.

use super::length::{MOST_SENTENCES, MOST_WORDS};

/// The largest input that is read, in bytes: 10 MB, some two hundred times the longest press article.
pub const MAX_BYTES: u64 = 10 * 1024 * 1024;

/// Why an article could not be read. `path` is always the input as the user gave it.
///
/// ```
/// use std::path::Path;
/// use storydiff::{ReadError, ReadOptions, read};
///
/// let wrong = read(Path::new("no/such.txt"), &ReadOptions::default()).expect_err("no file");
/// assert!(matches!(wrong, ReadError::Missing { .. }));
/// assert_eq!(wrong.to_string(), "no/such.txt: no such file");
/// ```
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is no such file.
    #[error("{path}: no such file")]
    Missing {
        /// As given.
        path: String,
    },
    /// It is a directory.
    #[error("{path}: is a directory, not an article")]
    Directory {
        /// As given.
        path: String,
    },
    /// The system forbids to read it.
    #[error("{path}: no permission to read it")]
    NoPermission {
        /// As given.
        path: String,
    },
    /// Any other trouble of the system.
    #[error("{path}: cannot be read: {cause}")]
    Io {
        /// As given.
        path: String,
        /// What the system said.
        cause: std::io::Error,
    },
    /// Longer than [`MAX_BYTES`].
    #[error("{path}: larger than {} MB", MAX_BYTES / 1024 / 1024)]
    TooLarge {
        /// As given.
        path: String,
    },
    /// Text, but far more than an article has.
    #[error(
        "{path}: longer than any article: over {MOST_SENTENCES} sentences or {MOST_WORDS} different words"
    )]
    TooLong {
        /// As given.
        path: String,
    },
    /// Nothing in it, or nothing that can be seen.
    #[error("{path}: empty: there is no text in it")]
    Empty {
        /// As given.
        path: String,
    },
    /// A web page that holds no report, but scripts that may fetch one.
    #[error("{path}: its text is put there by a script, and scripts are not run")]
    Scripted {
        /// As given.
        path: String,
    },
    /// Not text.
    #[error("{path}: not text but {kind}")]
    NotText {
        /// As given.
        path: String,
        /// What it looks like: `a PDF document`.
        kind: &'static str,
    },
    /// Text, but no encoding makes language of it.
    #[error("{path}: its encoding was not recognised")]
    UnknownEncoding {
        /// As given.
        path: String,
    },
    /// JSON, but no article.
    #[error("{path}: no article in JSON: {what}")]
    Json {
        /// As given.
        path: String,
        /// What is wrong with it.
        what: String,
    },
    /// A document that ends too early, or was packed wrongly.
    #[error("{path}: {kind} that is damaged")]
    Broken {
        /// As given.
        path: String,
        /// What it looks like.
        kind: &'static str,
    },
    /// A small document that unpacks to a huge one.
    #[error("{path}: unpacks to more than an article can be")]
    Swollen {
        /// As given.
        path: String,
    },
    /// An address, and the network is forbidden.
    #[error("{path}: is an address, and nothing may be fetched here")]
    Offline {
        /// As given.
        path: String,
    },
    /// A link that was saved, and no article.
    #[error("{path}: only points to {address}")]
    Shortcut {
        /// As given.
        path: String,
        /// Where it points to.
        address: String,
    },
    /// An address that is neither http nor https, or none at all.
    #[error("{path}: is no address that can be fetched")]
    BadAddress {
        /// As given.
        path: String,
    },
    /// No answer.
    #[error("{path}: cannot be reached: {cause}")]
    Unreachable {
        /// As given.
        path: String,
        /// What went wrong.
        cause: String,
    },
    /// Not all of it came in time.
    #[error("{path}: did not come within {seconds} s")]
    Slow {
        /// As given.
        path: String,
        /// How long was waited.
        seconds: f64,
    },
    /// The server answered that it has nothing.
    #[error("{path}: the server said {said}")]
    Refused {
        /// As given.
        path: String,
        /// Its status: `404 Not Found`.
        said: String,
    },
}

impl ReadError {
    /// What the user can do about it, as one sentence.
    ///
    /// ```
    /// use storydiff::{ReadOptions, parse};
    ///
    /// let wrong = parse(b"", "empty.txt", &ReadOptions::default()).expect_err("no text");
    /// assert!(!wrong.hint().is_empty());
    /// ```
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            ReadError::Missing { .. } => {
                "check the spelling; a name with spaces needs quotation marks around it"
            }
            ReadError::Directory { .. } => "name the file inside it",
            ReadError::NoPermission { .. } => {
                "change the file's permissions, or pass its text on standard input: storydiff - OTHER < FILE"
            }
            ReadError::Io { .. } => "copy the file to a local disk and try again",
            ReadError::TooLarge { .. } | ReadError::TooLong { .. } => {
                "cut the one article out of it and save that alone"
            }
            ReadError::Empty { .. } => "check that the article was saved into this file",
            ReadError::Scripted { .. } => {
                "open the page in a browser and copy the article's text into a plain text file"
            }
            ReadError::NotText { kind, .. } if kind.contains("PDF") => {
                "compare the web page or Word file that it was made from; of texts in Latin or Cyrillic letters, not in Arabic ones, the text can be taken out: pdftotext -layout FILE - | storydiff - OTHER"
            }
            ReadError::NotText { kind, .. }
                if kind.contains("RTF") || kind.contains("old Word") =>
            {
                "open it in Word, LibreOffice or TextEdit, save it as a Word document (docx), and compare that"
            }
            ReadError::NotText { kind, .. } if kind.contains("Safari") => {
                "save the page as \"Page Source\", or copy the article's text into a plain text file"
            }
            ReadError::NotText { .. } => {
                "copy the article's text into a plain text file (UTF-8) and compare that"
            }
            ReadError::UnknownEncoding { .. } => {
                "save it as UTF-8 in the program that shows it right"
            }
            ReadError::Json { .. } => {
                "storydiff reads what trafilatura and newspaper4k write: an object with `title` and `text`"
            }
            ReadError::Swollen { .. } => "save its text alone, without pictures and tables",
            ReadError::Broken { .. } => {
                "open it in the program that wrote it, and save it anew or as plain text"
            }
            ReadError::Offline { .. } => "save the page in a browser and compare the file",
            ReadError::Shortcut { .. } => {
                "give that address, or save the page and compare the file"
            }
            ReadError::BadAddress { .. } => {
                "an address begins with http:// or https:// and has no spaces in it"
            }
            ReadError::Unreachable { .. } => {
                "check the address and the network, or save the page in a browser and compare the file"
            }
            ReadError::Slow { .. } => {
                "wait longer with --timeout SECONDS, or save the page in a browser and compare the file"
            }
            ReadError::Refused { .. } => {
                "open the address in a browser; if it shows the article there, save the page and compare the file"
            }
        }
    }
}
