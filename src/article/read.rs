//! placeholder
use super::{Article, Kind, Paragraph};
use std::path::Path;

/// Why an article could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The file could not be opened.
    #[error("{path}: {cause}")]
    Io {
        /// As given.
        path: String,
        /// What the system said.
        cause: std::io::Error,
    },
}

/// What the user knows of an article.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// The outlet's name.
    pub name: Option<String>,
    /// BCP 47 tag.
    pub language: Option<String>,
}

/// Read the article at `path`.
///
/// # Errors
/// When it cannot be opened.
pub fn read(path: &Path, options: &ReadOptions) -> Result<Article, ReadError> {
    let bytes = std::fs::read(path).map_err(|cause| ReadError::Io {
        path: path.display().to_string(),
        cause,
    })?;
    parse(&bytes, &path.display().to_string(), options)
}

/// Read the article in `bytes`.
///
/// # Errors
/// When it is no text.
pub fn parse(bytes: &[u8], source: &str, options: &ReadOptions) -> Result<Article, ReadError> {
    let text = String::from_utf8_lossy(bytes);
    let paragraphs = text
        .lines()
        .enumerate()
        .filter(|(_, l)| !l.trim().is_empty())
        .map(|(n, l)| Paragraph {
            line: Some(n + 1),
            kind: Kind::Body,
            text: l.trim().to_owned(),
            rule: None,
        })
        .collect::<Vec<_>>();
    let arabic = text
        .chars()
        .filter(|c| ('\u{600}'..'\u{700}').contains(c))
        .count();
    let latin = text.chars().filter(char::is_ascii_alphabetic).count();
    Ok(Article {
        name: options.name.clone().unwrap_or_else(|| source.to_owned()),
        source: source.to_owned(),
        language: options
            .language
            .clone()
            .unwrap_or_else(|| if arabic > latin { "ar" } else { "en" }.to_owned()),
        title: None,
        credit: None,
        paragraphs,
        notes: Vec::new(),
    })
}
