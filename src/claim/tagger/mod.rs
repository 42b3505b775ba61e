//! A sequence tagger that has learned from annotated news who says what.
//!
//! It reads an article once, on the encoder's states of each word, and tells of each word how likely it is part of what
//! somebody is said to say, and who that is. It has no rules of a language of its own: what rules know of a word (that it
//! is a name, a verb of speech, within quotation marks) is told to it. How it was trained: `training/README.md`.

mod network;
mod unit;
mod weights;

use super::passage::Passage;
use super::passages;
use crate::article::Article;
use crate::encoder::{Encoder, STATE};
use network::{REACH, Tags, tag};
use std::ops::Range;
use unit::{FLAGS, Unit, units};
use weights::Weights;

/// What the tagger makes of an article.
pub(super) struct Tagged {
    weights: &'static Weights,
    tags: Tags,
    units: Vec<Unit>,
    /// The unit before each passage.
    starts: Vec<usize>,
    /// Runs of units that name a source, in order.
    sources: Vec<Range<usize>>,
}

/// What the tagger makes of some words.
#[derive(Debug, Clone)]
pub struct Opinion {
    /// How likely they are what somebody is said to say, 0 to 1: the mean over the words.
    pub content: f32,
    /// Who most likely says it.
    pub source: Option<Source>,
    /// The words of the passage that tell so, nearest to these words.
    pub cue: Option<Range<usize>>,
}

/// Words that name a source.
#[derive(Debug, Clone)]
pub struct Source {
    /// Index into the passages.
    pub passage: usize,
    /// Its words there.
    pub words: Range<usize>,
    /// How likely it is them, given that somebody speaks, 0 to 1.
    pub mass: f32,
}

impl Tagged {
    /// Tag an article; `None` without weights.
    pub(super) fn new(passages: &[&Passage], encoder: &Encoder) -> Option<Self> {
        let weights = Weights::embedded()?;
        let units = units(passages);
        let tags = tag(weights, encoder, passages, &units);
        let starts = (0..units.len()).filter(|&u| units[u].span.is_empty());
        Some(Self {
            weights,
            starts: starts.collect(),
            sources: sources(&units, &tags),
            tags,
            units,
        })
    }

    /// How likely some words of a passage are what somebody is said to say: what an [`Opinion`] has, without the search for
    /// who it is.
    pub(super) fn content(&self, passage: usize, words: &Range<usize>) -> f32 {
        let units = self.own(passage, words);
        let sum: f32 = units.iter().map(|&unit| self.tags.content(unit)).sum();
        sum / units.len().max(1) as f32
    }

    /// The units of some words of a passage.
    fn own(&self, passage: usize, words: &Range<usize>) -> Vec<usize> {
        let own = |&unit: &usize| self.units[unit].word.is_some_and(|w| words.contains(&w));
        self.of_passage(passage).filter(own).collect()
    }

    /// The tagger's view of some words of a passage.
    pub(super) fn opinion(&self, passage: usize, words: &Range<usize>) -> Opinion {
        let units = self.own(passage, words);
        let first = self.starts[passage.saturating_sub(REACH)];
        let among = first..self.of_passage(passage).end;
        let mut mass = vec![0.0; among.len()];
        let mut content = 0.0;
        for &unit in &units {
            let likely = self.tags.content(unit);
            content += likely;
            let sources = self.tags.sources(self.weights, unit, among.clone());
            mass.iter_mut()
                .zip(sources)
                .for_each(|(sum, share)| *sum += likely * share);
        }
        let named = self
            .sources
            .iter()
            .filter(|s| among.start <= s.start && s.end <= among.end);
        let weighed = named.map(|s| {
            let sum: f32 = mass[s.start - among.start..s.end - among.start]
                .iter()
                .sum();
            (s, sum / content.max(f32::MIN_POSITIVE))
        });
        let best = weighed.max_by(|a, b| a.1.total_cmp(&b.1));
        Opinion {
            content: content / units.len().max(1) as f32,
            source: best.and_then(|(units, mass)| self.source(units, mass)),
            cue: self.cue(passage, words),
        }
    }

    /// The run of words of a cue that stands nearest to some words of a passage.
    fn cue(&self, passage: usize, words: &Range<usize>) -> Option<Range<usize>> {
        const LIKELY: f32 = 0.5;
        let cues = (self.of_passage(passage)).filter(|&unit| self.tags.cue(unit) > LIKELY);
        let mut runs: Vec<Range<usize>> = Vec::new();
        for word in cues.filter_map(|unit| self.units[unit].word) {
            match runs.last_mut() {
                Some(run) if run.end == word => run.end += 1,
                _ => runs.push(word..word + 1),
            }
        }
        let apart = |run: &Range<usize>| {
            let before = words.start.saturating_sub(run.end);
            before.max(run.start.saturating_sub(words.end))
        };
        runs.into_iter().min_by_key(apart)
    }

    fn of_passage(&self, passage: usize) -> Range<usize> {
        let end = self.starts.get(passage + 1).copied();
        self.starts[passage]..end.unwrap_or(self.units.len())
    }

    fn source(&self, units: &Range<usize>, mass: f32) -> Option<Source> {
        let mut words = self.units[units.clone()]
            .iter()
            .filter_map(|unit| unit.word);
        let first = words.next()?;
        let last = words.next_back().unwrap_or(first);
        Some(Source {
            passage: self.units[units.start].passage,
            words: first..last + 1,
            mass,
        })
    }
}

/// Runs of units that name a source: from one that begins it to the last that goes on with it, in one passage.
fn sources(units: &[Unit], tags: &Tags) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        let kind = tags.source(at);
        let open = found
            .last_mut()
            .filter(|run| run.end == at && !unit.span.is_empty());
        match (kind, open) {
            (2, Some(run)) => run.end = at + 1,
            (1 | 2, _) if unit.word.is_some() => found.push(at..at + 1),
            _ => {}
        }
    }
    found
}

/// A unit of an article as training sees it.
pub struct Example {
    /// Index into the article's paragraphs.
    pub paragraph: usize,
    /// Byte range in its text; empty for the mark before it.
    pub span: Range<usize>,
    /// What rules know of it.
    pub flags: [f32; FLAGS],
    /// The mean of its pieces' states.
    pub state: Vec<f32>,
}

/// How likely each unit of an article is part of what somebody is said to say: what is held against the training.
#[must_use]
pub fn contents(article: &Article, encoder: &Encoder) -> Vec<f32> {
    let found = passages(article);
    let passages: Vec<_> = found.iter().map(|(_, passage)| passage).collect();
    let tagged = Tagged::new(&passages, encoder);
    let of = |tagged: Tagged| {
        (0..tagged.units.len())
            .map(|unit| tagged.tags.content(unit))
            .collect()
    };
    tagged.map_or_else(Vec::new, of)
}

/// All units of an article with what the tagger is told of them: what training learns from.
#[must_use]
pub fn examples(article: &Article, encoder: &Encoder) -> Vec<Example> {
    let found = passages(article);
    let passages: Vec<_> = found.iter().map(|(_, passage)| passage).collect();
    let units = units(&passages);
    let (texts, own) = unit::pieces(encoder, &passages, &units);
    let states = encoder.states(&texts, <[f32]>::to_vec);
    let example = |(unit, own): (&Unit, Range<usize>)| {
        let mut state = vec![0.0; STATE];
        for row in states[own.start * STATE..own.end * STATE].chunks_exact(STATE) {
            state
                .iter_mut()
                .zip(row)
                .for_each(|(sum, value)| *sum += value);
        }
        let count = own.len() as f32;
        for value in &mut state {
            *value /= count;
        }
        Example {
            paragraph: found[unit.passage].0,
            span: unit.span.clone(),
            flags: unit.flags,
            state,
        }
    };
    units.iter().zip(own).map(example).collect()
}

/// Each claim of an article with its speaker by rules, and what the tagger makes of it: what the two are weighed by.
#[must_use]
pub fn opinions(article: &Article, encoder: &Encoder) -> Vec<(super::Claim, Opinion, String)> {
    let found = passages(article);
    let passages: Vec<_> = found.iter().map(|(_, passage)| passage).collect();
    let Some(tagged) = Tagged::new(&passages, encoder) else {
        return Vec::new();
    };
    let (claims, _) = super::find(article, 'L');
    let opinion = |claim: super::Claim| {
        let at = found
            .iter()
            .position(|(index, _)| *index == claim.paragraph)?;
        let words = passages[at].words_within(&claim.span);
        let opinion = tagged.opinion(at, &words);
        let name = opinion.source.as_ref().map_or_else(String::new, |s| {
            passages[s.passage].slice(s.words.clone()).to_owned()
        });
        Some((claim, opinion, name))
    };
    claims.into_iter().filter_map(opinion).collect()
}
