//! The headline's colon: `Putin: Kazakhstan was attacked`, `عمال الميناء: ”لن نعود“`.
//!
//! What stands before the colon speaks when a quotation follows, when it stands in quotation marks itself (the short
//! name of a body), or when somebody of that name speaks in the body; `Blast in the port: what we know` names nobody.

use super::{Attribution, Scope};
use crate::claim::passage::Passage;
use crate::language::Role;
use std::ops::Range;

/// The most words before the colon.
const SPEAKER_WORDS: usize = 6;
/// The most words of a body's short name; what is longer in quotation marks is said, not who says it.
const SHORT_NAME: usize = 3;

pub(super) fn find(
    passage: &Passage,
    sentence: &Range<usize>,
    speaks: impl Fn(&str) -> bool,
) -> Option<Attribution> {
    let colon = (sentence.start + 1..sentence.end).find(|&w| passage.gap(w).contains(':'))?;
    let parts = |&w: &usize| passage.gap(w).contains(['.', ',', '،', ';', '؛', '…', '|']);
    let start = (sentence.start + 1..colon)
        .rev()
        .find(parts)
        .unwrap_or(sentence.start);
    let who = start..colon;
    let verb = who.clone().any(|w| passage.speech_at(w).is_some());
    if !passage.headline || verb || who.len() > SPEAKER_WORDS {
        return None;
    }
    let quoted = passage.opens_before(colon).is_some();
    let marked = who.len() <= SHORT_NAME
        && passage.opens_before(who.start).is_some()
        && passage.closes_before(colon);
    let named = unglued(passage, &who);
    let name = passage.slice(named.clone()).to_owned();
    (quoted || marked || speaks(&name)).then_some(Attribution {
        words: who,
        verb: colon..colon,
        who: Some(named),
        via: None,
        role: Role::Says,
        scope: Scope::After,
        lasting: true,
        bare: true,
    })
}

fn unglued(passage: &Passage, who: &Range<usize>) -> Range<usize> {
    let glued = passage.words[who.start].form.chars().count() == 1 && who.len() > 1;
    who.start + usize::from(glued)..who.end
}
