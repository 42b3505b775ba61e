//! Which attribution governs which clause, and who that is in full.
//!
//! Inside a sentence an attribution before what is said governs to the next one, an attribution behind governs back
//! to the last one. Across sentences only a verb or form without a speaker of its own (`وأضاف`, `he added`) carries
//! the last speaker on; a sentence without any attribution is the outlet's own voice.

use super::Speaker;
use super::attribution::{Attribution, Scope};
use super::clause::Clause;
use super::passage::Passage;
use crate::language::{Role, fold};

/// The speakers of one article, in the order in which they speak.
#[derive(Default)]
pub(super) struct Speakers {
    last: Option<Speaker>,
    named: Vec<String>,
}

impl Speakers {
    /// The speaker of each clause of a sentence.
    pub(super) fn of(
        &mut self,
        passage: &Passage,
        clauses: &[Clause],
        attributions: &[Attribution],
    ) -> Vec<Option<Speaker>> {
        let governing = governing(passage, clauses, attributions);
        governing
            .into_iter()
            .map(|attribution| attribution.and_then(|a| self.speaker(passage, a)))
            .collect()
    }

    /// Who an attribution names; the last speaker where it names none.
    fn speaker(&mut self, passage: &Passage, attribution: &Attribution) -> Option<Speaker> {
        let verb = passage.slice(attribution.verb.clone()).to_owned();
        let Some(who) = attribution
            .who
            .clone()
            .filter(|who| !is_pronoun(passage, who))
        else {
            return self.last.clone().map(|last| Speaker { verb, ..last });
        };
        let name = passage.slice(who.clone()).to_owned();
        self.named.push(name.clone());
        let vague = who
            .clone()
            .any(|w| passage.pack.vague.contains(&passage.words[w].form));
        let speaker = Speaker {
            name,
            verb,
            via: Vec::new(),
            vague,
        };
        self.last = Some(speaker.clone());
        Some(speaker)
    }

    /// The first fullest form of every name: a name whose words all stand in a longer one is that one.
    pub(super) fn in_full(&self, name: &str) -> String {
        let parts = |n: &str| {
            n.split_whitespace()
                .map(|w| fold(w.trim_matches(|c: char| !c.is_alphanumeric())))
                .collect::<Vec<_>>()
        };
        let own = parts(name);
        let fuller = self.named.iter().find(|other| {
            let words = parts(other);
            words.len() > own.len() && own.iter().all(|w| words.contains(w))
        });
        fuller.map_or_else(|| name.to_owned(), Clone::clone)
    }
}

fn is_pronoun(passage: &Passage, who: &std::ops::Range<usize>) -> bool {
    who.len() == 1
        && passage
            .pack
            .pronouns
            .contains(&passage.words[who.start].form)
}

/// The attribution that governs each clause.
fn governing<'a>(
    passage: &Passage,
    clauses: &[Clause],
    attributions: &'a [Attribution],
) -> Vec<Option<&'a Attribution>> {
    let mut found: Vec<Option<&Attribution>> = Vec::new();
    let mut open: Option<&Attribution> = None;
    for clause in clauses {
        if passage.own_voice_at(clause.words.start) {
            open = None;
        }
        let before = attributions
            .iter()
            .find(|a| !clause.attribution.is_empty() && a.words.start == clause.attribution.start);
        let inside = attributions
            .iter()
            .find(|a| clause.words.start <= a.words.start && a.words.end <= clause.words.end);
        if let Some(attribution) = before.or(inside) {
            open = (attribution.scope == Scope::After).then_some(attribution);
            if attribution.scope == Scope::Before && attribution.role != Role::Carries {
                govern_back(&mut found, attribution);
            }
            found.push(Some(attribution));
        } else {
            found.push(open);
        }
    }
    found
}

/// `A, and B, said X`: what stands before it in the sentence and has no speaker yet is X's as well.
fn govern_back<'a>(found: &mut [Option<&'a Attribution>], attribution: &'a Attribution) {
    for clause in found.iter_mut().rev().take_while(|clause| clause.is_none()) {
        *clause = Some(attribution);
    }
}
