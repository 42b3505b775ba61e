//! One label of one side, gathered from its uses.

use super::usage::Usage;
use crate::compare::{Label, Side};
use crate::language::Sense;

/// A label with all its uses.
pub(super) struct Term {
    /// Its uses, in reading order.
    pub uses: Vec<Usage>,
    /// Whether the other side has it too.
    pub shared: bool,
}

impl Term {
    /// The labels of a side: uses with the same stems are one.
    pub(super) fn gather(usages: Vec<Usage>) -> Vec<Term> {
        let mut terms: Vec<Term> = Vec::new();
        for usage in usages {
            let is_one = |t: &&mut Term| match (t.watched(), usage.watched) {
                (None, None) => t.stems() == usage.stems,
                (one, other) => one == other,
            };
            match terms.iter_mut().find(is_one) {
                Some(term) => term.uses.push(usage),
                None => terms.push(Term {
                    uses: vec![usage],
                    shared: false,
                }),
            }
        }
        terms
    }

    /// The stems of its words.
    pub(super) fn stems(&self) -> &[String] {
        &self.uses[0].stems
    }

    /// The words as first used.
    pub(super) fn text(&self) -> &str {
        &self.uses[0].term
    }

    /// Which of the newsroom's labels it is.
    pub(super) fn watched(&self) -> Option<usize> {
        self.uses[0].watched
    }

    /// What it labels.
    pub(super) fn sense(&self) -> Option<Sense> {
        self.uses[0].sense
    }

    /// Whether the outlet quotes it or keeps it at arm's length somewhere.
    pub(super) fn is_marked(&self) -> bool {
        self.uses.iter().any(|u| u.quoted || u.distanced)
    }

    /// Whether it judges, or is marked as somebody's word.
    pub(super) fn judges(&self) -> bool {
        self.watched().is_some() || self.is_marked() || self.sense().is_some_and(|s| s.loaded)
    }

    /// Whether it says something where the other side has nothing beside it: it judges, is kept at arm's length, or is no mere
    /// quotation, for it comes back or stands in the headline. The name of a programme, a bill or goods is no label.
    pub(super) fn stands_alone(&self) -> bool {
        let any = |test: fn(&Usage) -> bool| self.uses.iter().any(test);
        self.watched().is_some()
            || self.sense().is_some_and(|sense| sense.loaded)
            || any(|usage| usage.distanced)
            || self.is_marked() && (self.uses.len() > 1 || any(|usage| usage.headline))
    }

    /// How much it is worth a reader's attention.
    pub(super) fn strength(&self) -> f32 {
        let any = |test: fn(&Usage) -> bool, worth: f32| {
            if self.uses.iter().any(test) {
                worth
            } else {
                0.0
            }
        };
        any(|u| u.distanced, 1.5)
            + any(|u| u.quoted, 1.5)
            + any(|u| u.headline, 1.0)
            + any(|u| u.watched.is_some(), super::WATCHED)
            + any(|u| u.sense.is_some_and(|s| s.loaded), 1.0)
            + 0.5 * self.uses.len().min(4) as f32
    }

    /// As the report tells it.
    pub(super) fn told(&self, side: &Side) -> Label {
        let mut paragraphs: Vec<usize> = self.uses.iter().map(|u| u.paragraph).collect();
        paragraphs.dedup();
        let mouths = self
            .uses
            .iter()
            .map(|u| u.claim.and_then(|c| side.claims[c].speaker.as_ref()));
        let own_voice = mouths.clone().any(|m| m.is_none());
        let mut speakers: Vec<String> = Vec::new();
        for speaker in mouths.flatten() {
            if !speakers.contains(&speaker.name) {
                speakers.push(speaker.name.clone());
            }
        }
        Label {
            term: self.text().to_owned(),
            count: self.uses.len(),
            quoted: self.uses.iter().any(|u| u.quoted),
            speakers,
            own_voice,
            paragraphs,
        }
    }
}
