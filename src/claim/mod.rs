//! From paragraphs to claims: what a careful editor would check or attribute as one unit.
//!
//! Entry: [`find`]. It looks at one article only. Each claim is a verbatim slice of its paragraph, and every word of
//! the report is in a claim or is the bare attribution before one.

mod agreement;
mod attribution;
mod capital;
mod clause;
mod date;
mod dateline;
mod figure;
mod label;
mod name;
mod passage;
mod person;
mod quotation;
mod roster;
mod sentence;
mod speaker;
#[doc(hidden)]
pub mod tagger;
#[cfg(test)]
mod tests;
mod whole;

use crate::article::{Article, Kind, Note};
use crate::encoder::Encoder;
pub use crate::language::Stance;
use crate::language::{Word, pack, words};
use agreement::Voices;
use attribution::{Attribution, Scope, attributions};
use clause::{Clause, clauses};
pub(crate) use date::times;
pub use date::{Clock, Hijri, Moment, Time, TimePart, Zone};
pub(crate) use figure::are_swapped;
#[cfg(test)]
pub(crate) use figure::figures;
use name::Cast;
use passage::Passage;
use speaker::Speakers;
use std::collections::HashSet;
use std::ops::Range;
use std::rc::Rc;
pub(crate) use whole::whole;

/// One checkable statement of an article.
///
/// ```
/// # use storydiff::{ReadOptions, claim, parse};
/// let text = "The ferry sank on Sunday night, and the captain said that the engine had failed.";
/// let article = parse(text.as_bytes(), "mail.txt", &ReadOptions::default())?;
/// let (claims, _) = claim::find(&article, 'L');
/// for claim in &claims {
///     let paragraph = &article.paragraphs[claim.paragraph];
///     assert_eq!(paragraph.text[claim.span.clone()], claim.text);
/// }
/// # Ok::<(), storydiff::ReadError>(())
/// ```
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
    /// The words of `text`, cut once for all rules: a step in between, no part of what is promised.
    #[doc(hidden)]
    pub words: Vec<Word>,
}

impl Claim {
    /// What is claimed: the text without the words that only attribute.
    ///
    /// ```
    /// # use storydiff::{ReadOptions, claim, parse};
    /// let text = "The ferry, police said, sank on Sunday night.";
    /// let article = parse(text.as_bytes(), "mail.txt", &ReadOptions::default())?;
    /// let (claims, _) = claim::find(&article, 'L');
    /// for claim in &claims {
    ///     assert!(claim.content().len() <= claim.text.len());
    /// }
    /// # Ok::<(), storydiff::ReadError>(())
    /// ```
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
///
/// ```
/// # use storydiff::{ReadOptions, claim, parse};
/// let text = "The captain, Omar Saleh, said that the engine had failed.";
/// let article = parse(text.as_bytes(), "mail.txt", &ReadOptions::default())?;
/// let (claims, _) = claim::find(&article, 'L');
/// let speaker = claims[0].speaker.as_ref().expect("somebody says so");
/// assert_eq!((speaker.name.as_str(), speaker.verb.as_str()), ("Omar Saleh", "said"));
/// assert_eq!(speaker.stance, claim::Stance::Says);
/// assert!(!speaker.in_text && !speaker.vague && speaker.via.is_empty());
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// As the article first names them in full.
    pub name: String,
    /// The word that attributes: `قال`, `according to`.
    pub verb: String,
    /// How they stand to the claim.
    pub stance: Stance,
    /// Whether that word stands in the claim's own text, which then tells the stance itself: `The ministry denied the
    /// attack`.
    pub in_text: bool,
    /// Who passed it on, nearest to the reader first: RT quoting Novosti is `["RT", "Novosti"]`.
    pub via: Vec<String>,
    /// Sources, reports, observers: nobody in particular.
    pub vague: bool,
    /// Whether the two ways of finding the speaker agree: by rules, and by the tagger. Where only the rules are asked, they
    /// count as sure.
    pub sure: bool,
}

/// A number and what it counts.
///
/// ```
/// # use storydiff::{ReadOptions, claim, parse};
/// let text = "The ferry sank on Sunday night, and at least 16 passengers were killed.";
/// let article = parse(text.as_bytes(), "mail.txt", &ReadOptions::default())?;
/// let (claims, _) = claim::find(&article, 'L');
/// let figure = &claims[1].figures[0];
/// assert!((figure.value - 16.0).abs() < f64::EPSILON);
/// assert_eq!(figure.about, "passengers");
/// # Ok::<(), storydiff::ReadError>(())
/// ```
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
    /// Where that stands, as `span`; empty where nothing does.
    pub about_span: Range<usize>,
}

/// How exact a figure claims to be.
///
/// ```
/// # use storydiff::claim::Precision;
/// # use storydiff::{ReadOptions, claim, parse};
/// let text = "The ferry sank on Sunday night, and at least 16 passengers were killed.";
/// let article = parse(text.as_bytes(), "mail.txt", &ReadOptions::default())?;
/// let (claims, _) = claim::find(&article, 'L');
/// assert_eq!(claims[1].figures[0].precision, Precision::AtLeast);
/// # Ok::<(), storydiff::ReadError>(())
/// ```
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
///
/// ```
/// # use storydiff::{ReadOptions, claim, parse};
/// let text = "The ferry sank on Sunday night, and 16 passengers were killed.";
/// let article = parse(text.as_bytes(), "mail.txt", &ReadOptions::default())?;
/// let (claims, _) = claim::find(&article, 'L');
/// let ids: Vec<&str> = claims.iter().map(|claim| claim.id.as_str()).collect();
/// assert_eq!(ids, ["L1", "L2"]);
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[must_use]
pub fn find(article: &Article, letter: char) -> (Vec<Claim>, Vec<Note>) {
    find_with(article, letter, None)
}

/// The same, with the encoder on whose view of the words a second voice beside the rules tells who speaks.
///
/// ```
/// # use storydiff::{ReadOptions, claim, parse};
/// use storydiff::encoder::Encoder;
///
/// let text = "The ferry sank on Sunday night, and the captain said that 16 passengers were killed.";
/// let article = parse(text.as_bytes(), "mail.txt", &ReadOptions::default())?;
/// let (claims, _) = claim::find_with(&article, 'L', Encoder::embedded());
/// assert_eq!(claims.len(), 2);
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[must_use]
pub fn find_with(
    article: &Article,
    letter: char,
    encoder: Option<&Encoder>,
) -> (Vec<Claim>, Vec<Note>) {
    let passages = passages(article);
    let voices = Voices::new(&passages, encoder);
    let mut speakers = Speakers::of_article(passages.iter().map(|(_, p)| p));
    let mut claims: Vec<Claim> = Vec::new();
    let cast = Cast::of(passages.iter().map(|(_, p)| p));
    for (at, (index, passage)) in passages.iter().enumerate() {
        let names = name::names(passage, &cast);
        for sentence in passage.sentences() {
            let attributions = attributions(passage, &sentence, |name| {
                speakers.speaks(name, passage.pack)
            });
            let clauses = clauses(passage, &sentence, &attributions);
            let said_by = speakers.of(passage, &sentence, &clauses, &attributions);
            for (clause, speaker) in clauses.iter().zip(said_by) {
                let id = format!("{letter}{}", claims.len() + 1);
                let claim = claim(passage, *index, clause, &attributions, id);
                claims.push(Claim {
                    speaker: voices.speaker(&speakers, (at, &sentence), &clause.words, speaker),
                    names: within(&names, &claim.span, passage.text),
                    ..claim
                });
            }
        }
    }
    (claims, notes(article, &passages))
}

/// Some words of the report where they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spot {
    /// Index into the article's paragraphs.
    pub paragraph: usize,
    /// Byte range in the paragraph's text.
    pub span: Range<usize>,
}

/// All names of an article in reading order, also those in the words that only attribute.
#[must_use]
pub(crate) fn names(article: &Article) -> Vec<Spot> {
    let passages = passages(article);
    let cast = Cast::of(passages.iter().map(|(_, p)| p));
    let of = |(paragraph, passage): &(usize, Passage)| {
        let paragraph = *paragraph;
        let spans = name::names(passage, &cast).into_iter();
        spans.map(move |span| Spot { paragraph, span })
    };
    passages.iter().flat_map(of).collect()
}

/// Short terms in quotation marks in reading order: labels rather than speech or names.
#[must_use]
pub(crate) fn quoted_terms(article: &Article) -> Vec<Spot> {
    let passages = passages(article);
    let cast = Cast::of(passages.iter().map(|(_, p)| p));
    let labels = pack(&article.language).labels();
    let of = |(paragraph, passage): &(usize, Passage)| {
        let paragraph = *paragraph;
        let spans = label::quoted(passage, &name::names(passage, &cast), labels).into_iter();
        spans.map(move |span| Spot { paragraph, span })
    };
    passages.iter().flat_map(of).collect()
}

/// The distinct names within a span of a text, in order.
fn within(names: &[Range<usize>], span: &Range<usize>, text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for name in names {
        let inside = span.start <= name.start && name.end <= span.end;
        if inside && !found.iter().any(|f| f == &text[name.clone()]) {
            found.push(text[name.clone()].to_owned());
        }
    }
    found
}

/// The paragraphs of the report with their indices, prepared; each knows the words that the article repeats.
fn passages(article: &Article) -> Vec<(usize, Passage<'_>)> {
    let pack = pack(&article.language);
    let mut passages: Vec<(usize, Passage)> = article
        .paragraphs
        .iter()
        .enumerate()
        .filter(|(_, p)| p.kind.is_report())
        .map(|(index, p)| (index, Passage::new(&p.text, pack, p.kind == Kind::Title)))
        .collect();
    for at in 1..passages.len() {
        let (before, behind) = passages.split_at_mut(at);
        before[at - 1].1.hands_on(&mut behind[0].1);
    }
    let mut once = HashSet::new();
    let mut known = HashSet::new();
    for word in passages.iter().flat_map(|(_, p)| &p.words) {
        if !once.insert(word.form.as_str()) {
            known.insert(word.form.clone());
        }
    }
    let known = Rc::new(known);
    let named = Rc::new(capital::named(passages.iter().map(|(_, p)| p)));
    for (_, passage) in &mut passages {
        passage.settle(&known, &named);
    }
    passages
}

/// The doubts of reading, and the quotation marks without a partner.
fn notes(article: &Article, passages: &[(usize, Passage)]) -> Vec<Note> {
    let unpaired = passages
        .iter()
        .filter(|(_, passage)| passage.unpaired > 0)
        .map(|(index, _)| Note::UnpairedQuotation {
            source: article.source.clone(),
            line: article.paragraphs[*index].line,
        });
    article.notes.iter().cloned().chain(unpaired).collect()
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
                && a.words.len() < passage.words.len() // a paragraph of nothing but its source is a claim itself
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
        words: within,
        span,
    }
}
