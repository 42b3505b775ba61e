//! A single pair of claims, without a story around it: how near they are, and what that means.
//!
//! In a story a pair counts by what it has above its neighbours; here it has none, so the nearness itself must say it
//! (see [`Likeness`]). The questions of the verdict are those of a comparison. What it gets wrong: two reports of two
//! like events are near each other, for there is no story that tells what is common in it.

use super::decide::{Decision, Known, decide};
use super::findings::finding;
use super::likeness::{Likeness, Nearness};
use super::second;
use crate::article::single;
use crate::claim;
use crate::encoder;
use crate::evidence;
use crate::meaning::Story;
use crate::model::{Difference, Encoding, Reason, Side, Verdict};
use crate::reader::{Question, Scope, SecondReader, Word};
use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

/// What is asked about single pairs.
///
/// ```
/// use storydiff::{Encoding, JudgeOptions, judge};
///
/// let options = JudgeOptions {
///     encoder: Encoding::None,
///     left_language: Some("en".to_owned()),
///     right_language: Some("en".to_owned()),
///     reader: None,
/// };
/// assert!(judge("The ferry sank.", "Wheat is dear.", &options).verdict.is_none());
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct JudgeOptions {
    /// How meaning is found.
    pub encoder: Encoding,
    /// BCP 47 tag of the left claims' language; detected where there is none.
    pub left_language: Option<String>,
    /// The same of the right claims.
    pub right_language: Option<String>,
    /// Who else judges; `None`: nobody.
    pub reader: Option<SecondReader>,
}

/// What two claims are to each other.
///
/// ```
/// use storydiff::{JudgeOptions, Verdict, judge};
///
/// let judged = judge(
///     "The ferry sank on Sunday with 16 people on board.",
///     "The ferry sank on Sunday with 19 people on board.",
///     &JudgeOptions::default(),
/// );
/// assert_eq!(judged.verdict, Some(Verdict::Conflict));
/// assert!(judged.similarity > 0.5);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// How near the two are in what they say: 0 nothing in common, 1 the same words.
    pub similarity: f32,
    /// What a link between the two means; `None`: they are not linked.
    pub verdict: Option<Verdict>,
    /// What carried the link.
    pub reasons: Vec<Reason>,
    /// In what the two differ; empty where they are not linked.
    pub differences: Vec<Difference>,
}

/// Judge one pair of claims. For many, [`judge_all`] is far faster.
///
/// ```
/// use storydiff::{JudgeOptions, Verdict, judge};
///
/// let claim = "The ferry sank on Sunday with 16 people on board.";
/// let judged = judge(claim, claim, &JudgeOptions::default());
/// assert_eq!(judged.verdict, Some(Verdict::Same));
/// ```
#[must_use]
pub fn judge(left: &str, right: &str, options: &JudgeOptions) -> Judgement {
    let pair = Pair::new(left, right, options);
    let story = stories(std::slice::from_ref(&pair), options).remove(0);
    let both = [(pair, story)];
    let word = words(&both, options).pop();
    let [(pair, story)] = &both;
    pair.judged(story, word.as_ref())
}

/// Judge many pairs of claims, in order, on all cores.
///
/// ```
/// use storydiff::{JudgeOptions, judge_all};
///
/// let ferry = "The ferry sank on Sunday with 16 people on board.";
/// let wheat = "Wheat prices rose in April.";
/// let judged = judge_all(&[(ferry, ferry), (ferry, wheat)], &JudgeOptions::default());
/// assert!(judged[0].verdict.is_some() && judged[1].verdict.is_none());
/// ```
#[must_use]
pub fn judge_all<S: AsRef<str> + Sync>(pairs: &[(S, S)], options: &JudgeOptions) -> Vec<Judgement> {
    let both = prepared(pairs, options);
    let words = words(&both, options);
    let judged = both.par_iter().zip(words.par_iter());
    judged
        .map(|((pair, story), word)| pair.judged(story, Some(word)))
        .collect()
}

/// How near the claims of many pairs are, in each way that is at hand: what [`judge_all`] rests on.
#[must_use]
pub fn nearness<S: AsRef<str> + Sync>(pairs: &[(S, S)], options: &JudgeOptions) -> Vec<Nearness> {
    prepared(pairs, options)
        .par_iter()
        .map(|(pair, story)| pair.nearness(story))
        .collect()
}

/// The claims of all pairs, and how near they are.
fn prepared<S: AsRef<str> + Sync>(pairs: &[(S, S)], options: &JudgeOptions) -> Vec<(Pair, Story)> {
    let pairs: Vec<Pair> = pairs
        .par_iter()
        .map(|(left, right)| Pair::new(left.as_ref(), right.as_ref(), options))
        .collect();
    let stories = stories(&pairs, options);
    pairs.into_iter().zip(stories).collect()
}

/// What a second reader says of each pair; nothing where there is none.
fn words(both: &[(Pair, Story)], options: &JudgeOptions) -> Vec<Word> {
    let Some(second) = &options.reader else {
        return vec![Word::Silent; both.len()];
    };
    let questions = both
        .par_iter()
        .map(|(pair, story)| pair.question(story, second.scope()));
    second::ask_apart(&questions.collect::<Vec<_>>(), second)
}

/// The two sides of a pair, one claim each; none where a text has no words.
struct Pair {
    left: Side,
    right: Side,
}

impl Pair {
    fn new(left: &str, right: &str, options: &JudgeOptions) -> Pair {
        Pair {
            left: side(left, options.left_language.as_deref(), 'L'),
            right: side(right, options.right_language.as_deref(), 'R'),
        }
    }

    /// Whether the encoder knows both languages. A language that was not recognised may be any of its own.
    fn is_known(&self) -> bool {
        [&self.left, &self.right].iter().all(|side| {
            let tag = &side.article.language;
            tag == "und" || encoder::knows(tag)
        })
    }

    fn has_words(&self) -> bool {
        !self.left.claims.is_empty() && !self.right.claims.is_empty()
    }

    fn nearness(&self, story: &Story) -> Nearness {
        if self.has_words() {
            Nearness::of(story)
        } else {
            Nearness::default()
        }
    }

    fn evidence<'a>(&'a self, story: &'a Story) -> evidence::Pair<'a> {
        evidence::Pair::new((&self.left, &self.right), story, (0, 0), None, &[])
    }

    fn likeness(&self, story: &Story) -> f32 {
        if self.left.claims[0].text == self.right.claims[0].text {
            1.0
        } else {
            Nearness::of(story).likeness()
        }
    }

    /// The question to a second reader, if the pair is in its scope.
    fn question(&self, story: &Story, scope: Scope) -> Option<Question> {
        if !self.has_words() {
            return None;
        }
        let decision = || decided(&self.evidence(story), self.likeness(story));
        let wanted = match scope {
            Scope::All => true,
            Scope::Linked => decision().verdict.is_some(),
            Scope::Unsure => second::is_unsure(&decision()),
        };
        wanted.then(|| second::question_of((&self.left, &self.right)))?
    }

    fn judged(&self, story: &Story, word: Option<&Word>) -> Judgement {
        let mut judgement = Judgement {
            similarity: 0.0,
            verdict: None,
            reasons: Vec::new(),
            differences: Vec::new(),
        };
        if !self.has_words() {
            return judgement;
        }
        judgement.similarity = self.likeness(story);
        let pair = self.evidence(story).read_as(word);
        let decision = decided(&pair, judgement.similarity);
        if let Some(verdict) = decision.verdict {
            let finding = finding(&pair, verdict, &decision);
            judgement.verdict = Some(verdict);
            judgement.reasons = finding.reasons;
            judgement.differences = finding.differences;
        }
        judgement
    }
}

fn decided(pair: &evidence::Pair, likeness: f32) -> Decision {
    decide(pair, Some(Known::asked(pair, likeness, Likeness::LINK)))
}

fn stories(pairs: &[Pair], options: &JudgeOptions) -> Vec<Story> {
    let told: Vec<_> = pairs
        .iter()
        .map(|pair| {
            let [left, right] =
                [&pair.left, &pair.right].map(|side| (&side.article, side.claims.as_slice()));
            (left, right, pair.is_known())
        })
        .collect();
    Story::pairs_apart(&told, options.encoder.embedded())
}

fn side(text: &str, language: Option<&str>, letter: char) -> Side {
    let article = single(text, language);
    let claims = claim::whole(&article, letter).into_iter().collect();
    Side { article, claims }
}
