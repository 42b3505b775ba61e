//! From two articles' claims to a comparison: which belong together, and what that means.
//!
//! Entry: [`compare`]. It cannot fail. One question a file: paragraphs, links, verdicts, wording, figures, ….

mod both;
mod decide;
mod desk;
mod findings;
mod framing;
mod judge;
mod likeness;
mod links;
mod locks;
mod names;
mod paragraphs;
mod prepared;
mod second;
mod wire;

use crate::article::Article;
use crate::encoder::Encoder;
use crate::meaning::Mix;
use crate::model::{
    Comparison, Encoding, Finding, Framing, FramingReason, Label, Reason, Row, Side, Spellings,
    Verdict,
};
use crate::reader::SecondReader;

pub use desk::Desk;
pub use judge::{JudgeOptions, Judgement, judge, judge_all};
pub use locks::{Lock, Place};
use prepared::Decided;

// Steps in between, open only to this project's benches and tools.
#[doc(hidden)]
pub use judge::nearness;
#[doc(hidden)]
pub use likeness::{Cosines, Likeness, Nearness};
#[doc(hidden)]
pub use links::Link;
#[doc(hidden)]
pub use prepared::{LookedAt, Prepared};

/// What the caller decides about a comparison.
///
/// ```
/// use storydiff::Encoding;
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// let left = read("The ferry sank on Sunday night near the harbour wall. 16 passengers were killed.")?;
/// let right = read("The ferry sank on Sunday night near the harbour wall. 19 passengers were killed.")?;
/// let by_words = Options {
///     encoder: Encoding::None,
///     ..Options::default()
/// };
/// let found = compare(&left, &right, &by_words);
/// assert_eq!(found.findings.len(), 2);
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Options {
    /// How meaning is found.
    pub encoder: Encoding,
    /// Other weights than those that belong to the encoding: only for fitting them.
    #[doc(hidden)]
    pub mix: Option<Mix>,
    /// The editor's word on single links.
    pub locks: Vec<Lock>,
    /// What the newsroom knows.
    pub desk: Desk,
    /// Who else judges what the engine is unsure of; `None`: nobody, and nothing is sent anywhere.
    pub reader: Option<SecondReader>,
}

impl Encoding {
    /// Make the encoder ready in the background, if it is wanted and built in: worth a call before articles are read.
    ///
    /// ```
    /// use storydiff::Encoding;
    ///
    /// Encoding::default().prepare();
    /// ```
    pub fn prepare(self) {
        if self == Encoding::Embedded {
            Encoder::prepare();
        }
    }

    /// The encoder, if it is wanted and built in.
    fn embedded(self) -> Option<&'static Encoder> {
        match self {
            Encoding::Embedded => Encoder::embedded(),
            Encoding::None => None,
        }
    }
}

/// Hold two articles against each other.
///
/// ```
/// use storydiff::Verdict;
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// let left = read("The ferry sank on Sunday night near the harbour wall. 16 passengers were killed.")?;
/// let right = read("The ferry sank on Sunday night near the harbour wall. 19 passengers were killed.")?;
/// let found = compare(&left, &right, &Options::default());
/// assert_eq!(found.findings[1].verdict, Verdict::Conflict);
/// // The other way round it is the same, seen from the other side.
/// assert_eq!(compare(&right, &left, &Options::default()).findings[1].differences[0].left, "19");
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[must_use]
pub fn compare(left: &Article, right: &Article, options: &Options) -> Comparison {
    let prepared = Prepared::new(left, right, options);
    let mix = options.mix.unwrap_or_else(|| prepared.mix());
    let Decided {
        rows: mut alignment,
        linked,
        reading,
        notes: of_reading,
    } = prepared.decided(&mix, &options.desk.names);
    let cut = prepared.cut(&mix);
    let Prepared {
        mut left,
        mut right,
        mut notes,
        story,
        locks,
        encoding,
        ..
    } = prepared;
    notes.extend(of_reading);
    let mut findings = findings::findings(&left, &right, linked);
    if let Some(reading) = &reading {
        second::name_speakers(&mut left.claims, reading);
        second::name_speakers(&mut right.claims, reading);
        second::mark_parted(&mut findings, reading);
        notes.push(second::note(reading));
    }
    locks.mark(&mut findings, &cut);
    wire::mark(&mut alignment, &left, &right, &findings);
    let names = names::names(&left, &right, &alignment, &options.desk.names);
    let framing = framing::framing(&framing::Known {
        left: &left,
        right: &right,
        story: &story,
        findings: &findings,
        alignment: &alignment,
        names: &names,
        watch: &options.desk.watch,
    });
    let mut comparison = Comparison {
        left,
        right,
        alignment,
        findings,
        names,
        framing,
        glosses: Vec::new(),
        reading,
        encoding,
        notes,
    };
    comparison.glosses = desk::glosses(&comparison, &options.desk);
    comparison
}
