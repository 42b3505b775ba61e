//! Why an article could not be read, and the way out.

/// The largest input that is read, in bytes: 10 MB, some two hundred times the longest press article.
pub const MAX_BYTES: u64 = 10 * 1024 * 1024;

/// Why an article could not be read. `path` is always the input as the user gave it.
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
    /// Nothing in it, or nothing that can be seen.
    #[error("{path}: empty: there is no text in it")]
    Empty {
        /// As given.
        path: String,
    },
    /// Not text.
    #[error("{path}: not plain text but {kind}")]
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
    /// A web page.
    #[error("{path}: looks like HTML, not plain text")]
    Html {
        /// As given.
        path: String,
    },
    /// An address on the web.
    #[error("{path}: is an address, not a file")]
    Address {
        /// As given.
        path: String,
    },
}

impl ReadError {
    /// What the user can do about it, as one sentence.
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
            ReadError::TooLarge { .. } => "cut the one article out of it and save that alone",
            ReadError::Empty { .. } => "check that the article was saved into this file",
            ReadError::NotText { .. } => {
                "copy the article's text into a plain text file (UTF-8) and compare that"
            }
            ReadError::UnknownEncoding { .. } => {
                "save it as UTF-8 in the program that shows it right"
            }
            ReadError::Html { .. } | ReadError::Address { .. } => {
                "copy the article's text from the page into a plain text file and compare that"
            }
        }
    }
}
