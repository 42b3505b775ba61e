//! From paragraphs to claims: what a careful editor would check or attribute as one unit.
//!
//! Entry: [`find`]. It looks at one article only. Each claim is a verbatim slice of its paragraph, and every word of
//! the report is in a claim or is the bare attribution before one.

mod attribution;
mod clause;
mod date;
mod figure;
mod passage;
mod quotation;
mod sentence;
mod speaker;

use crate::article::{Article, Note};
use crate::language::{pack, words};
use attribution::{Attribution, Scope, attributions};
use clause::{Clause, clauses};
pub use date::{Moment, Time, TimePart, times};
pub use figure::figures;
use passage::Passage;
use speaker::Speakers;
use std::ops::Range;

/// One checkable statement of an article.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// `L4`, `R2`: the side's letter and the number in reading order, from 1.
    pub id: String,
    /// Index into the article's paragraphs.
    pub paragraph: usize,
    /// Byte range in the paragraph's text.
    pub span: Range<usize>,
    /// Byte range, in the paragraph's text, of the bare attribution before it (`وقال بوتين إن`); empty where none is.
    pub attribution: Range<usize>,
    /// Byte ranges in `text` that only attribute (`…, he said, …`): no part of what is claimed.
    pub asides: Vec<Range<usize>>,
    /// The words at `span`, verbatim.
    pub text: String,
    /// Whether it stands (for the most part) in quotation marks.
    pub quoted: bool,
    /// Who says it; `None`: the outlet's own voice.
    pub speaker: Option<Speaker>,
    /// What is counted in it.
    pub figures: Vec<Figure>,
    /// When it says that something is.
    pub times: Vec<Time>,
    /// Names of people, places and organisations, as spelled here.
    pub names: Vec<String>,
}

impl Claim {
    /// What is claimed: the text without the words that only attribute.
    #[must_use]
    pub fn content(&self) -> String {
        let mut content = String::with_capacity(self.text.len());
        let mut from = 0;
        for aside in &self.asides {
            content.push_str(&self.text[from..aside.start]);
            from = aside.end;
        }
        content.push_str(&self.text[from..]);
        if content.chars().any(char::is_alphanumeric) {
            content
        } else {
            self.text.clone()
        }
    }
}

/// Who a claim is attributed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// As the article first names them in full.
    pub name: String,
    /// The word that attributes: `قال`, `according to`.
    pub verb: String,
    /// Who passed it on, nearest to the reader first: RT quoting Novosti is `["RT", "Novosti"]`.
    pub via: Vec<String>,
    /// Sources, reports, observers: nobody in particular.
    pub vague: bool,
}

/// A number and what it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Verbatim, with its unit where that is known.
    pub text: String,
    /// Byte range in the text it was read from; in a claim, in the claim's text.
    pub span: Range<usize>,
    /// Its value, in the base unit where the unit is known (metres, tonnes, single dollars).
    pub value: f64,
    /// The upper end of a range, where it is one.
    pub upper: Option<f64>,
    /// How exact it claims to be.
    pub precision: Precision,
    /// The unit, where it is one that can be converted or is a currency: `m`, `t`, `usd`, `%`, `h`.
    pub unit: Option<String>,
    /// Whether it is a place in a row or a name (`the third`, `number 17`) rather than a count.
    pub ordinal: bool,
    /// What is counted, verbatim.
    pub about: String,
}

/// How exact a figure claims to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// Just this number.
    Exact,
    /// About, some, nearly.
    About,
    /// At least, more than.
    AtLeast,
    /// At most, fewer than.
    AtMost,
}

/// The claims of an article, and the doubts met on the way. `letter` (`L` or `R`) begins the claims' ids.
#[must_use]
pub fn find(article: &Article, letter: char) -> (Vec<Claim>, Vec<Note>) {
    let pack = pack(&article.language);
    let mut claims: Vec<Claim> = Vec::new();
    let mut notes = Vec::new();
    let mut speakers = Speakers::default();
    for (index, paragraph) in article
        .paragraphs
        .iter()
        .enumerate()
        .filter(|(_, p)| p.kind.is_report())
    {
        let passage = Passage::new(&paragraph.text, pack);
        if passage.unpaired > 0 {
            notes.push(Note::UnpairedQuotation {
                source: article.source.clone(),
                line: paragraph.line,
            });
        }
        for sentence in passage.sentences() {
            let attributions = attributions(&passage, &sentence);
            let clauses = clauses(&passage, &sentence, &attributions);
            let said_by = speakers.of(&passage, &clauses, &attributions);
            for (clause, speaker) in clauses.iter().zip(said_by) {
                let id = format!("{letter}{}", claims.len() + 1);
                let claim = claim(&passage, index, clause, &attributions, id);
                claims.push(Claim { speaker, ..claim });
            }
        }
    }
    for speaker in claims.iter_mut().filter_map(|c| c.speaker.as_mut()) {
        speaker.name = speakers.in_full(&speaker.name);
    }
    (claims, notes)
}

fn claim(
    passage: &Passage,
    paragraph: usize,
    clause: &Clause,
    attributions: &[Attribution],
    id: String,
) -> Claim {
    let span = passage.widened(clause.words.clone());
    let asides = attributions
        .iter()
        .filter(|a| {
            a.scope != Scope::Around
                && clause.words.start <= a.words.start
                && a.words.end <= clause.words.end
        })
        .map(|a| passage.bytes(a.words.clone()))
        .map(|bytes| bytes.start - span.start..bytes.end - span.start)
        .collect();
    let text = &passage.text[span.clone()];
    let within = words(text, passage.pack);
    let times = times(text, &within, passage.pack);
    let dated: Vec<Range<usize>> = times.iter().map(|t| t.span.clone()).collect();
    Claim {
        id,
        paragraph,
        attribution: passage.bytes(clause.attribution.clone()),
        asides,
        text: text.to_owned(),
        quoted: passage.quoted(&span),
        speaker: None,
        figures: figure::undated(text, &within, passage.pack, &dated),
        times,
        names: Vec::new(),
        span,
    }
}
