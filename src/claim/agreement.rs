//! Who says a claim, when the rules and the tagger have both been heard.
//!
//! The rules see the words of one sentence in the orders that they know; the tagger sees the whole article, and knows no
//! order. Where both name one speaker, it is right in nine of ten. Where they name two, the rules are believed, and not sure.
//! Whom the tagger alone names must be likely, and is not sure either.

use super::Speaker;
use super::passage::Passage;
use super::speaker::Speakers;
use super::tagger::{Opinion, Source, Tagged};
use crate::encoder::Encoder;
use crate::language::{Class, Property, Stance, fold};
use std::ops::Range;

/// What the tagger must say before it is heard: 2026-11-28, on the 39 annotated articles that it was not trained on
/// (`docs/quality.md`).
mod bounds {
    /// The chance that somebody speaks, where no rule names anybody.
    pub const SPEAKS: f32 = 0.6;
    /// The same where a script has no capitals that show names: of 17 Arabic claims below it three were right.
    pub const SPEAKS_UNICASE: f32 = 0.7;
    /// The chance of the source.
    pub const SOURCE: f32 = 0.7;
    /// The chance that somebody speaks from which no cue is asked for in the sentence: a quotation goes on.
    pub const QUOTED: f32 = 0.85;
}

/// Both of them, for one article.
pub(super) struct Voices<'a> {
    passages: &'a [(usize, Passage<'a>)],
    tagged: Option<Tagged>,
}

impl<'a> Voices<'a> {
    pub(super) fn new(passages: &'a [(usize, Passage<'a>)], encoder: Option<&Encoder>) -> Self {
        let all: Vec<&Passage> = passages.iter().map(|(_, passage)| passage).collect();
        let tagged = encoder.and_then(|encoder| Tagged::new(&all, encoder));
        Self { passages, tagged }
    }

    /// The speaker of a clause of a sentence, whom the rules take to be `rules`.
    pub(super) fn speaker(
        &self,
        speakers: &Speakers,
        (at, sentence): (usize, &Range<usize>),
        clause: &Range<usize>,
        rules: Option<Speaker>,
    ) -> Option<Speaker> {
        let Some(tagged) = &self.tagged else {
            return rules;
        };
        // Most clauses: the search for who it is costs more than all else here.
        if rules.is_none() && tagged.content(at, clause) < bounds::SPEAKS {
            return None;
        }
        let opinion = tagged.opinion(at, clause);
        let likely = opinion
            .source
            .as_ref()
            .filter(|source| source.mass >= bounds::SOURCE);
        let told = likely.and_then(|source| self.named(speakers, source));
        match (rules, told) {
            (None, Some(own)) => {
                let passage = &self.passages[at].1;
                // `who teaches there`: what somebody is told to be, not what he says.
                let relative = passage.is_a(Class::Relative, clause.start);
                let heard = is_heard(passage, &opinion, sentence) && !relative;
                heard.then(|| self.by_tagger(own, at, clause, &opinion))
            }
            (Some(rules), Some(own)) => Some(Speaker {
                sure: rules.sure && is_one(&own.name, &rules.name),
                ..rules
            }),
            (rules, None) => rules,
        }
    }

    /// A source as the article names it in full; `None` where it is a pronoun for nobody who is known.
    fn named(&self, speakers: &Speakers, source: &Source) -> Option<Speaker> {
        speakers.named(&self.passages[source.passage].1, &source.words)
    }

    fn by_tagger(
        &self,
        name: Speaker,
        at: usize,
        words: &Range<usize>,
        opinion: &Opinion,
    ) -> Speaker {
        let passage = &self.passages[at].1;
        let cue = opinion.cue.clone().unwrap_or(0..0);
        let told = passage.speech_at(cue.start).filter(|_| !cue.is_empty());
        Speaker {
            verb: passage.slice(cue.clone()).to_owned(),
            in_text: !cue.is_empty() && words.start <= cue.start && cue.end <= words.end,
            stance: told.map_or(Stance::Says, |speech| speech.stance),
            via: Vec::new(),
            sure: false,
            ..name
        }
    }
}

/// Whether the tagger alone is believed: with a cue in the sentence, or where words surely go on with a quotation.
fn is_heard(passage: &Passage, opinion: &Opinion, sentence: &Range<usize>) -> bool {
    let within = |words: &Range<usize>| sentence.start <= words.start && words.end <= sentence.end;
    let cued = opinion.cue.as_ref().is_some_and(within) || opinion.content >= bounds::QUOTED;
    let least = if passage.pack.is(Property::UnicaseScript) {
        bounds::SPEAKS_UNICASE
    } else {
        bounds::SPEAKS
    };
    opinion.content >= least && cued
}

/// Whether two names share a word that tells somebody from others.
fn is_one(one: &str, other: &str) -> bool {
    const TELLING: usize = 3;
    let (one, other) = (fold(one), fold(other));
    let mut words = one
        .split_whitespace()
        .filter(|w| w.chars().count() >= TELLING);
    one == other || words.any(|word| other.split_whitespace().any(|w| w == word))
}
