//! The data model of a comparison: two articles with their claims, the paragraphs that answer each other, and the
//! findings. It holds data only; `compare` fills it in, `report` and `story` read it.

use crate::article::{Article, Note};
use crate::claim::Claim;
use std::ops::Range;

/// All that was found about two articles.
///
/// ```
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// let left = read("The ferry sank on Sunday night near the harbour wall. 16 passengers were killed.")?;
/// let right = read("The ferry sank on Sunday night near the harbour wall. 19 passengers were killed.")?;
/// let found = compare(&left, &right, &Options::default());
/// assert_eq!(found.left.claims.len(), 2);
/// assert_eq!(found.findings.len(), 2);
/// assert_eq!(found.alignment.len(), 1);
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The first article (A).
    pub left: Side,
    /// The second article (B).
    pub right: Side,
    /// Which paragraphs answer each other: every title and body paragraph once, in reading order.
    pub alignment: Vec<Row>,
    /// What was found about the claims; every claim stands in at least one.
    pub findings: Vec<Finding>,
    /// One person or place, its spellings on both sides.
    pub names: Vec<Spellings>,
    /// Labels for the same thing.
    pub framing: Vec<Framing>,
    /// What the desk's file says of terms that stand here.
    pub glosses: Vec<Gloss>,
    /// What a second reader was asked and said; `None` where there was none.
    pub reading: Option<Reading>,
    /// How meaning was found: without the encoder where it was not wanted, not built in, or knows not both languages.
    pub encoding: Encoding,
    /// Doubts.
    pub notes: Vec<Note>,
}

/// One article and its claims.
///
/// ```
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// let left = read("The ferry sank on Sunday night near the harbour wall. 16 passengers were killed.")?;
/// let right = read("The ferry sank on Sunday night near the harbour wall. 19 passengers were killed.")?;
/// let found = compare(&left, &right, &Options::default());
/// assert_eq!(found.left.article.name, "a");
/// assert_eq!(found.left.claims[1].text, "16 passengers were killed.");
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// The article.
    pub article: Article,
    /// Its claims, in reading order.
    pub claims: Vec<Claim>,
}

/// Paragraphs that answer each other; one side is empty for a paragraph that stands alone.
///
/// ```
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// let left = read("The ferry sank on Sunday night near the harbour wall. 16 passengers were killed.")?;
/// let right = read("The ferry sank on Sunday night near the harbour wall. 19 passengers were killed.")?;
/// let found = compare(&left, &right, &Options::default());
/// let row = &found.alignment[0];
/// assert_eq!((&row.left[..], &row.right[..]), (&[0][..], &[0][..]));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Indices into the left article's paragraphs, ascending.
    pub left: Vec<usize>,
    /// Indices into the right article's paragraphs, ascending.
    pub right: Vec<usize>,
    /// 0 to 1; 0 for a paragraph that stands alone.
    pub similarity: f32,
    /// Near-verbatim: likely one wire text, so no independent confirmation.
    pub wire: bool,
}

/// What was found about some claims.
///
/// ```
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// let left = read("The ferry sank on Sunday night near the harbour wall. 16 passengers were killed.")?;
/// let right = read("The ferry sank on Sunday night near the harbour wall. 19 passengers were killed.")?;
/// let found = compare(&left, &right, &Options::default());
/// let finding = &found.findings[1];
/// assert_eq!((&finding.left[..], &finding.right[..]), (&[1][..], &[1][..]));
/// assert_eq!(finding.differences[0].left, "16");
/// assert_eq!(finding.differences[0].right, "19");
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The judgement.
    pub verdict: Verdict,
    /// Indices into the left side's claims.
    pub left: Vec<usize>,
    /// Indices into the right side's claims.
    pub right: Vec<usize>,
    /// 0 to 1: the chance that the link is right; 0 for a claim that stands alone.
    pub similarity: f32,
    /// What carried the link.
    pub reasons: Vec<Reason>,
    /// In what the two sides differ.
    pub differences: Vec<Difference>,
    /// What to mark in the left claims' words and in the right ones'.
    pub marks: [Vec<Mark>; 2],
    /// Kept or cut by the editor's word.
    pub locked: bool,
    /// Whose word it rests on.
    pub by: Decider,
}

/// Whose word a finding rests on.
///
/// ```
/// assert_eq!(storydiff::model::Decider::default().as_str(), "engine");
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Decider {
    /// The evidence that storydiff itself found.
    #[default]
    Engine,
    /// The second reader's word, as evidence.
    Reader,
    /// The editor's word.
    Editor,
}

impl Decider {
    /// The name in the JSON report.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Decider::Engine => "engine",
            Decider::Reader => "reader",
            Decider::Editor => "editor",
        }
    }
}

/// What a second reader was asked about two articles, what it said, and what that cost.
///
/// ```
/// assert_eq!(storydiff::model::Reading::default().asked, 0);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// Where the texts were sent.
    pub host: String,
    /// The model's name.
    pub model: String,
    /// Questions that were put.
    pub asked: usize,
    /// Questions that were answered, rightly or not.
    pub answered: usize,
    /// Questions that were not put, because a limit was reached or the server did not answer.
    pub unasked: usize,
    /// Pairs of which the answer did not hold and was thrown away.
    pub thrown: usize,
    /// Tokens of the questions and of the answers.
    pub tokens: [u64; 2],
    /// How long the answers took, one after the other, in milliseconds.
    pub millis: u64,
    /// Every pair that was asked about.
    pub pairs: Vec<ReadPair>,
    /// Claims for which it names another speaker.
    pub speakers: Vec<ReadSpeaker>,
}

/// A pair of claims that a second reader was asked about.
///
/// ```
/// use storydiff::model::{ReadPair, ReadWord};
///
/// let pair = ReadPair { left: 0, right: 2, engine: None, reader: ReadWord::Unrelated };
/// assert_eq!(pair.reader.as_str(), "unrelated");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadPair {
    /// Index of the left claim.
    pub left: usize,
    /// Index of the right claim.
    pub right: usize,
    /// The verdict without the reader; `None`: not linked.
    pub engine: Option<Verdict>,
    /// What the reader says.
    pub reader: ReadWord,
}

/// What a second reader says of a pair.
///
/// ```
/// use storydiff::Verdict;
/// use storydiff::model::ReadWord;
///
/// assert_eq!(ReadWord::Linked(Verdict::Conflict).as_str(), "conflict");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadWord {
    /// Nothing.
    Silent,
    /// It cannot tell.
    Unsure,
    /// They tell of different things.
    Unrelated,
    /// They tell of one thing.
    Linked(Verdict),
    /// An answer of another form than the one asked for.
    WrongForm,
    /// An answer with words that do not stand in the claims.
    WrongWords,
}

impl ReadWord {
    /// The name in the JSON report.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            ReadWord::Silent => "silent",
            ReadWord::Unsure => "unsure",
            ReadWord::Unrelated => "unrelated",
            ReadWord::Linked(verdict) => verdict.as_str(),
            ReadWord::WrongForm => "wrong_form",
            ReadWord::WrongWords => "wrong_words",
        }
    }
}

/// A claim for which a second reader names another speaker than the engine.
///
/// ```
/// use storydiff::model::ReadSpeaker;
///
/// let found = ReadSpeaker { claim: "L4".to_owned(), engine: None, reader: "the mayor".to_owned() };
/// assert_eq!(found.engine, None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadSpeaker {
    /// The claim's id: `L4`.
    pub claim: String,
    /// Whom the engine names.
    pub engine: Option<String>,
    /// Whom the reader names, verbatim in the claim's paragraph.
    pub reader: String,
}

/// The judgement on a finding; the meaning of each is laid down in the documentation of the JSON report.
///
/// ```
/// use storydiff::Verdict;
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// let left = read("The ferry sank on Sunday night near the harbour wall. 16 passengers were killed.")?;
/// let right = read("The ferry sank on Sunday night near the harbour wall. 19 passengers were killed.")?;
/// let found = compare(&left, &right, &Options::default());
/// let verdicts: Vec<Verdict> = found.findings.iter().map(|finding| finding.verdict).collect();
/// assert_eq!(verdicts, [Verdict::Same, Verdict::Conflict]);
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// The same wording, but for spelling, punctuation or a word or two that change nothing.
    Same,
    /// The same content in other words.
    Reworded,
    /// The same content, and the left side gives details that the right does not.
    LeftAdds,
    /// The same content, and the right side gives details that the left does not.
    RightAdds,
    /// Part of the content is shared, and each side has more.
    Overlap,
    /// Both cannot be right.
    Conflict,
    /// The later report updates the earlier one.
    Development,
    /// The same claim, put in the mouth of another speaker.
    SourceDiffers,
    /// Perhaps about one thing: shown side by side, and nothing is asserted. Its claims also stand as found on one side
    /// only.
    Related,
    /// Not found on the right.
    OnlyLeft,
    /// Not found on the left.
    OnlyRight,
}

impl Verdict {
    /// All verdicts, in the order in which reports count them.
    pub const ALL: [Verdict; 11] = [
        Verdict::Same,
        Verdict::Reworded,
        Verdict::LeftAdds,
        Verdict::RightAdds,
        Verdict::Overlap,
        Verdict::Conflict,
        Verdict::Development,
        Verdict::SourceDiffers,
        Verdict::Related,
        Verdict::OnlyLeft,
        Verdict::OnlyRight,
    ];

    /// The name in the JSON report and on the command line.
    ///
    /// ```
    /// assert_eq!(storydiff::Verdict::OnlyLeft.as_str(), "only_left");
    /// ```
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Same => "same",
            Verdict::Reworded => "reworded",
            Verdict::LeftAdds => "left_adds",
            Verdict::RightAdds => "right_adds",
            Verdict::Overlap => "overlap",
            Verdict::Conflict => "conflict",
            Verdict::Development => "development",
            Verdict::SourceDiffers => "source_differs",
            Verdict::Related => "related",
            Verdict::OnlyLeft => "only_left",
            Verdict::OnlyRight => "only_right",
        }
    }

    /// The verdict with the sides exchanged.
    ///
    /// ```
    /// use storydiff::Verdict;
    ///
    /// assert_eq!(Verdict::LeftAdds.mirrored(), Verdict::RightAdds);
    /// assert_eq!(Verdict::Same.mirrored(), Verdict::Same);
    /// ```
    #[must_use]
    pub fn mirrored(self) -> Verdict {
        match self {
            Verdict::LeftAdds => Verdict::RightAdds,
            Verdict::RightAdds => Verdict::LeftAdds,
            Verdict::OnlyLeft => Verdict::OnlyRight,
            Verdict::OnlyRight => Verdict::OnlyLeft,
            other => other,
        }
    }
}

/// What carried a link: shown to the reader, so that no link need be believed.
///
/// ```
/// use storydiff::model::Reason;
/// use storydiff::{JudgeOptions, judge};
///
/// let judged = judge(
///     "The ferry sank on Sunday with 16 people on board.",
///     "The ferry sank on Sunday with 19 people on board.",
///     &JudgeOptions::default(),
/// );
/// let words = judged.reasons.iter().find_map(|reason| match reason {
///     Reason::Words(pairs) => Some(pairs),
///     _ => None,
/// });
/// assert!(words.expect("words").contains(&("ferry".to_owned(), "ferry".to_owned())));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// Words of both sides that mean the same, the weightiest first: left word, right word.
    Words(Vec<(String, String)>),
    /// Evidence that spoke.
    Evidence(Evidence),
    /// The editor's word.
    Editor,
}

/// What speaks for or against two claims belonging together, contradicting each other, and so on. The rules that give
/// evidence are listed in the documentation of its quality.
///
/// ```
/// use storydiff::model::Reason;
/// use storydiff::{JudgeOptions, judge};
///
/// let judged = judge(
///     "The ferry sank on Sunday with 16 people on board.",
///     "The ferry sank on Sunday with 19 people on board.",
///     &JudgeOptions::default(),
/// );
/// let spoke = |id: &str| {
///     judged.reasons.iter().any(|reason| matches!(reason, Reason::Evidence(e) if e.id == id))
/// };
/// assert!(spoke("quantity.noun"));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// Which rule speaks: `quantity.noun`.
    pub id: &'static str,
    /// How strongly, 0 to 1.
    pub strength: f32,
    /// Byte ranges in the left and in the right claim's text; empty where it rests on all of it.
    pub spans: [Range<usize>; 2],
}

/// Something in which two linked claims differ.
///
/// ```
/// use storydiff::{JudgeOptions, judge};
///
/// let judged = judge(
///     "The ferry sank on Sunday with 16 people on board.",
///     "The ferry sank on Sunday with 19 people on board.",
///     &JudgeOptions::default(),
/// );
/// let difference = &judged.differences[0];
/// assert_eq!((difference.left.as_str(), difference.right.as_str()), ("16", "19"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Of what kind.
    pub kind: DifferenceKind,
    /// The left side's words, verbatim; empty where only the right side has it.
    pub left: String,
    /// The right side's words, verbatim; empty where only the left side has it.
    pub right: String,
}

/// Kinds of difference.
///
/// ```
/// use storydiff::model::DifferenceKind;
/// use storydiff::{JudgeOptions, judge};
///
/// let judged = judge(
///     "The ferry sank on Sunday with 16 people on board.",
///     "The ferry sank on Sunday with 19 people on board.",
///     &JudgeOptions::default(),
/// );
/// assert_eq!(judged.differences[0].kind, DifferenceKind::Figure);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DifferenceKind {
    /// Two numbers for one thing.
    Figure,
    /// Two dates or times.
    Date,
    /// Two people or places.
    Name,
    /// Denied in one and stated in the other, or opposite outcomes: opened, closed.
    Polarity,
    /// A quotation with other words.
    Quote,
    /// Another speaker.
    Speaker,
    /// A detail that one side adds, or other words.
    Detail,
}

impl DifferenceKind {
    /// The name in the JSON report.
    ///
    /// ```
    /// assert_eq!(storydiff::model::DifferenceKind::Figure.as_str(), "figure");
    /// ```
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            DifferenceKind::Figure => "figure",
            DifferenceKind::Date => "date",
            DifferenceKind::Name => "name",
            DifferenceKind::Polarity => "polarity",
            DifferenceKind::Quote => "quote",
            DifferenceKind::Speaker => "speaker",
            DifferenceKind::Detail => "detail",
        }
    }
}

/// Words to mark in a shown claim.
///
/// ```
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// let left = read("The ferry sank on Sunday night near the harbour wall. 16 passengers were killed.")?;
/// let right = read("The ferry sank on Sunday night near the harbour wall. 19 passengers were killed.")?;
/// let found = compare(&left, &right, &Options::default());
/// let mark = &found.findings[1].marks[0][0];
/// assert_eq!(&found.left.claims[mark.claim].text[mark.span.clone()], "16");
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Index into the side's claims.
    pub claim: usize,
    /// Byte range in that claim's text; whole words.
    pub span: Range<usize>,
    /// Why.
    pub kind: MarkKind,
}

/// Why words are marked.
///
/// ```
/// use storydiff::model::MarkKind;
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// let left = read("The ferry sank on Sunday night near the harbour wall. 16 passengers were killed.")?;
/// let right = read("The ferry sank on Sunday night near the harbour wall. 19 passengers were killed.")?;
/// let found = compare(&left, &right, &Options::default());
/// assert_eq!(found.findings[1].marks[0][0].kind, MarkKind::Value);
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MarkKind {
    /// Both sides have them: marked where the two are far apart.
    Shared,
    /// Only this side has them: marked where the two are near-identical.
    Differs,
    /// A differing value: figure, date, name, polarity.
    Value,
}

/// One person or place, with its spellings.
///
/// ```
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// let left = read("The captain, Omar Saleh, said that the engine had failed.")?;
/// let right = read("The captain, Omar Salih, said that the engine had failed.")?;
/// let found = compare(&left, &right, &Options::default());
/// assert_eq!(found.names[0].left, ["Omar Saleh"]);
/// assert_eq!(found.names[0].right, ["Omar Salih"]);
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spellings {
    /// On the left, most frequent first.
    pub left: Vec<String>,
    /// On the right, most frequent first.
    pub right: Vec<String>,
}

/// How each side labels the same thing.
///
/// ```
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// let left = read("The ferry sank on Sunday night. The so-called rescue fleet came late.")?;
/// let right = read("The ferry sank on Sunday night. Divers will search on Monday.")?;
/// let found = compare(&left, &right, &Options::default());
/// let framing = &found.framing[0];
/// assert!(framing.left.is_some() && framing.right.is_none());
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Framing {
    /// The left side's label; `None` where it has none.
    pub left: Option<Label>,
    /// The right side's label; `None` where it has none.
    pub right: Option<Label>,
    /// Why the two are put together.
    pub reason: FramingReason,
    /// What they label, by its name in the tables of labels (`fighters`, `coup`), where it is known.
    pub referent: Option<&'static str>,
}

/// Why two labels are put beside each other, or one is shown alone.
///
/// ```
/// use storydiff::model::FramingReason;
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// let left = read("The ferry sank on Sunday night. The so-called rescue fleet came late.")?;
/// let right = read("The ferry sank on Sunday night. Divers will search on Monday.")?;
/// let found = compare(&left, &right, &Options::default());
/// assert_eq!(found.framing[0].reason, FramingReason::Distanced);
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FramingReason {
    /// They stand in linked claims, in the same place.
    SameSlot,
    /// In quotation marks on one side, and not found on the other.
    QuotedHereOnly,
    /// After "so-called" or the like.
    Distanced,
    /// A charged word that one side uses far more than its language would lead to expect.
    Charged,
    /// The desk's file asks to watch it.
    Watched,
}

/// A term that carries a judgement, as one side uses it.
///
/// ```
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// let left = read("The ferry sank on Sunday night. The so-called rescue fleet came late.")?;
/// let right = read("The ferry sank on Sunday night. Divers will search on Monday.")?;
/// let found = compare(&left, &right, &Options::default());
/// let label = found.framing[0].left.as_ref().expect("a label");
/// assert!(label.term.starts_with("rescue fleet"));
/// assert!(label.own_voice && !label.quoted);
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// Verbatim, as first used.
    pub term: String,
    /// How often.
    pub count: usize,
    /// Whether it ever stands in quotation marks.
    pub quoted: bool,
    /// In whose mouth; empty: the outlet's own voice.
    pub speakers: Vec<String>,
    /// Whether the outlet also uses it in its own voice.
    pub own_voice: bool,
    /// Indices into the side's paragraphs.
    pub paragraphs: Vec<usize>,
}

/// A term as an article has it, and what stands beside it.
///
/// ```
/// use storydiff::Desk;
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// let left = read("The captain, Omar Saleh, said that the engine had failed.")?;
/// let right = read("The captain, Omar Saleh, said that the engine had failed.")?;
/// let options = Options {
///     desk: Desk {
///         glosses: vec![("Omar Saleh".to_owned(), "harbour master until 2019".to_owned())],
///         ..Desk::default()
///     },
///     ..Options::default()
/// };
/// let found = compare(&left, &right, &options);
/// assert_eq!(found.glosses[0].gloss, "harbour master until 2019");
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gloss {
    /// Verbatim.
    pub term: String,
    /// The newsroom's words for it.
    pub gloss: String,
}

/// How meaning is found.
///
/// ```
/// use storydiff::{Encoding, Options};
///
/// // As it is, the encoder takes part where it was built in.
/// assert_eq!(Options::default().encoder, Encoding::Embedded);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Encoding {
    /// By words and by the sentence encoder in the binary, where it was built in and knows both languages.
    #[default]
    Embedded,
    /// By words alone.
    None,
}
