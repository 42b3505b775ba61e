//! From bytes to paragraphs: what a file holds, and which of its lines are the report.
//!
//! Entry: [`read`] (a path, an address or `-`) and [`parse`] (bytes at hand). Out: an [`Article`] in which every line of the input
//! stands in a paragraph of some [`Kind`], so that nothing is lost: what is left out of the comparison is kept with
//! the rule that left it out.

mod address;
mod assemble;
mod clean;
mod credit;
mod cues;
mod decode;
mod docx;
mod epub;
mod error;
mod fetch;
mod folders;
mod given;
mod held;
mod json;
mod kinds;
mod length;
mod line;
mod lines;
mod mac;
mod mail;
mod markdown;
mod mojibake;
mod odt;
mod own;
mod page;
mod paragraphs;
mod pattern;
mod read;
mod rules;
mod single;
mod sniff;
mod visual;
mod xml;
mod zipped;

pub use error::{MAX_BYTES, ReadError};
pub(crate) use folders::{PairFiles, length, pairs};
pub(crate) use json::mended as mended_json;
pub(crate) use read::open;
pub use read::{ReadOptions, parse, read};
pub(crate) use single::single;
pub(crate) use sniff::has_ending;
pub(crate) use zipped::{is_zip, unpacks};

/// One outlet's report, as it arrived.
///
/// ```
/// use storydiff::{ReadOptions, parse};
///
/// let text = "Ferry sinks off the coast\n\nThe ferry sank on Sunday night.\n\nShare this article\n";
/// let article = parse(text.as_bytes(), "mail.txt", &ReadOptions::default())?;
/// assert_eq!(article.name, "mail");
/// assert_eq!(article.language, "en");
/// assert_eq!(article.title.as_deref(), Some("Ferry sinks off the coast"));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// The outlet's name, or the file's where nothing better is known.
    pub name: String,
    /// Where it came from: the path or URL as the user gave it.
    pub source: String,
    /// BCP 47 tag of the language it is written in: `ar`, `en`, …; `und` where none was recognised.
    pub language: String,
    /// The headline, if there is one.
    pub title: Option<String>,
    /// The credit line (agency, place, byline), if there is one, else the author that the input names.
    pub credit: Option<String>,
    /// The day on which it was published, as `2024-03-12`, where the input says so.
    pub published: Option<String>,
    /// The SHA-256 of the input's bytes in hexadecimal digits, so that a report says what exactly was compared; `None`
    /// for a text that did not come as a file, page or stream.
    pub sha256: Option<String>,
    /// All that the input held, in order.
    pub paragraphs: Vec<Paragraph>,
    /// Doubts of the reading step.
    pub notes: Vec<Note>,
}

/// A run of the input's lines that belong together.
///
/// ```
/// use storydiff::{ReadOptions, parse};
///
/// let text = "Ferry sinks off the coast\n\nThe ferry sank on Sunday night.\n\nShare this article\n";
/// let article = parse(text.as_bytes(), "mail.txt", &ReadOptions::default())?;
/// let last = &article.paragraphs[2];
/// assert_eq!(last.text, "Share this article");
/// assert_eq!(last.line, Some(5));
/// assert!(last.rule.is_some());
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// The 1-based line of the input where it starts; `None` where the input has no lines (HTML).
    pub line: Option<usize>,
    /// What it is to the report.
    pub kind: Kind,
    /// Its words, white space folded to single spaces, without control and direction characters.
    pub text: String,
    /// The name of the rule that made it anything but body; of a body paragraph, `caption` where the input says so.
    pub rule: Option<String>,
}

/// What a paragraph is to the report.
///
/// ```
/// use storydiff::article::Kind;
/// use storydiff::{ReadOptions, parse};
///
/// let text = "Ferry sinks off the coast\n\nThe ferry sank on Sunday night.\n\nShare this article\n";
/// let article = parse(text.as_bytes(), "mail.txt", &ReadOptions::default())?;
/// let kinds: Vec<Kind> = article.paragraphs.iter().map(|p| p.kind).collect();
/// assert_eq!(kinds, [Kind::Title, Kind::Body, Kind::Boilerplate]);
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The headline.
    Title,
    /// The report itself, captions included.
    Body,
    /// Who made it: agencies, place and date, byline.
    Credit,
    /// Related links, share bars, subscription and copyright lines.
    Boilerplate,
}

impl Kind {
    /// Whether claims are looked for in it.
    ///
    /// ```
    /// use storydiff::article::Kind;
    ///
    /// assert!(Kind::Title.is_report() && Kind::Body.is_report());
    /// assert!(!Kind::Credit.is_report() && !Kind::Boilerplate.is_report());
    /// ```
    #[must_use]
    pub fn is_report(self) -> bool {
        matches!(self, Kind::Title | Kind::Body)
    }
}

/// A doubt that a reader of the report should know of.
///
/// ```
/// use storydiff::{Note, ReadOptions, parse};
///
/// let article = parse(b"\xC7\xE1\xDA\xC8\xC7\xD1\xC9 \xDB\xD1\xDE\xCA \xC7\xE1\xC3\xCD\xCF", "old.txt", &ReadOptions::default())?;
/// assert!(matches!(&article.notes[..], [Note::GuessedEncoding { encoding, .. }] if encoding == "windows-1256"));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Note {
    /// Some bytes were no text in the encoding; they are shown as U+FFFD.
    LossyDecoding {
        /// Where the article came from.
        source: String,
        /// The encoding it was read as.
        encoding: String,
        /// How many bytes were bad.
        bad: usize,
    },
    /// Not UTF-8: the encoding was guessed.
    GuessedEncoding {
        /// Where the article came from.
        source: String,
        /// The encoding it was read as.
        encoding: String,
    },
    /// It had been decoded wrongly before it came here (`Ø§Ù„`), and was restored.
    Repaired {
        /// Where the article came from.
        source: String,
        /// The encoding that it had been in.
        encoding: String,
    },
    /// A quotation mark without a partner.
    UnpairedQuotation {
        /// Where the article came from.
        source: String,
        /// 1-based line of the paragraph, where the input has lines.
        line: Option<usize>,
    },
    /// No rules for this language: the generic ones were used.
    NoLanguageRules {
        /// Where the article came from.
        source: String,
        /// BCP 47 tag.
        language: String,
    },
    /// The sentence encoder does not know this language: meaning was judged by words alone.
    NotEncoded {
        /// Where the article came from.
        source: String,
        /// BCP 47 tag.
        language: String,
    },
    /// The main text was not found on a web page, so all of its text was read.
    WholePage {
        /// Where the article came from.
        source: String,
    },
    /// The page says that its text is not free to read: only a teaser may have been read.
    Teaser {
        /// Where the article came from.
        source: String,
    },
    /// Paragraphs below those that a web page shows are hidden, and were not read.
    HiddenText {
        /// Where the article came from.
        source: String,
    },
    /// A script draws the page, and its text was not found in the page's data: it may be missing.
    Undrawn {
        /// Where the article came from.
        source: String,
    },
    /// The editor's word is about a paragraph or claim that is not there.
    NoSuchPlace {
        /// The word: `A5=B90`.
        lock: String,
        /// What is missing: `B90`.
        place: String,
        /// The last one that is there: `B9`.
        last: String,
    },
    /// A paragraph talks to a language model, so a second reader was not shown it.
    AddressesReader {
        /// Where the article came from.
        source: String,
        /// 1-based line of the paragraph, where the input has lines.
        line: Option<usize>,
    },
    /// Passages were sent to a second reader.
    SecondReader {
        /// Where to.
        host: String,
        /// The model's name.
        model: String,
        /// Questions that were put.
        asked: usize,
        /// Questions that were answered.
        answered: usize,
        /// Questions that were not put, because a limit was reached or the server did not answer.
        unasked: usize,
        /// Pairs of which the answer did not hold.
        thrown: usize,
        /// Tokens of questions and answers.
        tokens: u64,
        /// How long the answers took, one after the other, in milliseconds.
        millis: u64,
    },
    /// Nothing was left to compare.
    NoClaims {
        /// Where the article came from.
        source: String,
    },
}

impl Note {
    /// What two questionings of one second reader came to in all; of any other two notes the first.
    pub(crate) fn with_reading(mut self, other: Note) -> Note {
        if let (
            Note::SecondReader {
                asked,
                answered,
                unasked,
                thrown,
                tokens,
                millis,
                ..
            },
            Note::SecondReader {
                asked: more_asked,
                answered: more_answered,
                unasked: more_unasked,
                thrown: more_thrown,
                tokens: more_tokens,
                millis: more_millis,
                ..
            },
        ) = (&mut self, other)
        {
            *asked += more_asked;
            *answered += more_answered;
            *unasked += more_unasked;
            *thrown += more_thrown;
            *tokens += more_tokens;
            *millis += more_millis;
        }
        self
    }

    /// Whether what was read may not be what was printed, so that even the shortest report must say so.
    ///
    /// ```
    /// let source = "a.html".to_owned();
    /// assert!(storydiff::Note::Teaser { source }.is_of_reading());
    /// ```
    #[must_use]
    pub fn is_of_reading(&self) -> bool {
        match self {
            Note::LossyDecoding { .. }
            | Note::GuessedEncoding { .. }
            | Note::Repaired { .. }
            | Note::WholePage { .. }
            | Note::Teaser { .. }
            | Note::HiddenText { .. }
            | Note::Undrawn { .. }
            | Note::AddressesReader { .. }
            | Note::SecondReader { .. }
            | Note::NoClaims { .. } => true,
            Note::UnpairedQuotation { .. }
            | Note::NoLanguageRules { .. }
            | Note::NotEncoded { .. }
            | Note::NoSuchPlace { .. } => false,
        }
    }
}
