//! A second reader: a language model, or anything else that reads, judges pairs of claims that the engine is unsure of.
//!
//! Entry: [`Reader`], a trait, so that a program brings its own; [`Chat`] is the one for OpenAI-style chat endpoints. A
//! question is one claim with the claims of the other article nearest to it ([`Question`]), the answer is JSON of a fixed
//! form (`answer.rs`). **Words in an answer count only where they stand verbatim in the claim that they are said of**;
//! nothing else of an answer reaches a report. What is left of it is evidence like any other (`evidence/reader.rs`), and
//! `compare/decide.rs` decides.
//!
//! Articles are data: they stand in the user's message as JSON strings, never in the system message, and a passage that
//! talks to a language model is not sent at all.

mod answer;
mod chat;
mod dialect;
mod question;
mod record;
mod slots;
mod spent;

pub use answer::{Answer, Fault, Word, checked};
pub use chat::{Chat, ChatOptions, ReaderError};
pub(crate) use question::PARTNERS;
pub use question::{Passage, Question};
pub use record::{Recorder, Replay};
pub use spent::Spent;

use std::fmt;
use std::sync::Arc;

/// Who answers questions about claims.
///
/// ```
/// use storydiff::reader::{Question, Reader, Reply};
///
/// /// Takes all claims that meet for the same one.
/// struct Credulous;
///
/// impl Reader for Credulous {
///     fn host(&self) -> &str {
///         "this program"
///     }
///     fn model(&self) -> &str {
///         "credulous"
///     }
///     fn read(&self, questions: &[Question]) -> Vec<Reply> {
///         let same = r#"{"speaker": "", "pairs": [{"partner": 1, "relation": "same", "claim_words": "", "partner_words": ""}]}"#;
///         questions.iter().map(|_| Reply::of(same)).collect()
///     }
/// }
/// ```
pub trait Reader: Send + Sync {
    /// Where the texts go, for the note in every report: a host's name.
    fn host(&self) -> &str;
    /// The name of the model.
    fn model(&self) -> &str;
    /// Answers to questions, one each and in their order.
    fn read(&self, questions: &[Question]) -> Vec<Reply>;
}

impl<R: Reader + ?Sized> Reader for Arc<R> {
    fn host(&self) -> &str {
        self.as_ref().host()
    }

    fn model(&self) -> &str {
        self.as_ref().model()
    }

    fn read(&self, questions: &[Question]) -> Vec<Reply> {
        self.as_ref().read(questions)
    }
}

/// What came back for a question.
///
/// ```
/// use storydiff::reader::Reply;
///
/// assert!(!Reply::default().asked);
/// assert_eq!(Reply::of("{}").text.as_deref(), Some("{}"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reply {
    /// Whether the question was put at all; not where a limit was reached before it.
    pub asked: bool,
    /// The answer, unchecked: JSON in the form that [`checked`] reads. `None` where none came.
    pub text: Option<String>,
    /// How many tokens the question and the answer had.
    pub tokens: [u64; 2],
    /// How long it took, in milliseconds.
    pub millis: u64,
}

impl Reply {
    /// An answer that cost nothing.
    ///
    /// ```
    /// assert!(storydiff::reader::Reply::of("{}").asked);
    /// ```
    #[must_use]
    pub fn of(text: &str) -> Reply {
        Reply {
            asked: true,
            text: Some(text.to_owned()),
            ..Reply::default()
        }
    }
}

/// Which claims the second reader is asked about.
///
/// ```
/// assert_eq!(storydiff::reader::Scope::default(), storydiff::reader::Scope::Unsure);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Scope {
    /// Those with a near partner of which the engine is unsure, or about which it would raise an alarm.
    #[default]
    Unsure,
    /// All that the engine links.
    Linked,
    /// All.
    All,
}

/// A reader, and what it is asked about.
///
/// ```no_run
/// use storydiff::reader::{Chat, ChatOptions, Scope, SecondReader};
/// use storydiff::Options;
///
/// let chat = Chat::new(ChatOptions::new("http://localhost:11434/v1", "qwen3:8b"))?;
/// let options = Options {
///     reader: Some(SecondReader::new(chat, Scope::Unsure)),
///     ..Options::default()
/// };
/// # Ok::<(), storydiff::reader::ReaderError>(())
/// ```
#[derive(Clone)]
pub struct SecondReader {
    reader: Arc<dyn Reader>,
    scope: Scope,
}

impl SecondReader {
    /// Ask `reader` about all claims in `scope`.
    #[must_use]
    pub fn new(reader: impl Reader + 'static, scope: Scope) -> SecondReader {
        SecondReader {
            reader: Arc::new(reader),
            scope,
        }
    }

    /// Who is asked.
    pub(crate) fn reader(&self) -> &dyn Reader {
        self.reader.as_ref()
    }

    /// About what.
    pub(crate) fn scope(&self) -> Scope {
        self.scope
    }
}

impl fmt::Debug for SecondReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SecondReader")
            .field("host", &self.reader.host())
            .field("model", &self.reader.model())
            .field("scope", &self.scope)
            .finish()
    }
}

/// The same reader, asked about the same.
impl PartialEq for SecondReader {
    fn eq(&self, other: &SecondReader) -> bool {
        Arc::ptr_eq(&self.reader, &other.reader) && self.scope == other.scope
    }
}
