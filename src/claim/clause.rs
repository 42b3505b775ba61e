//! The clauses of a sentence that an editor would check apart.
//!
//! A sentence is cut behind a bare attribution, at the connectives of its language, at semicolons, and in Arabic at a
//! comma with a conjunction behind it, as long as each piece keeps enough words to be checked by itself. All words of
//! the sentence stay: in a clause, or in the bare attribution before one.

use super::attribution::{Attribution, Scope};
use super::dateline::dateline;
use super::passage::Passage;
use crate::language::{Class, Clitic, CutPosition, Role};
use std::ops::Range;

/// A clause, in words of the passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    /// Its words.
    pub words: Range<usize>,
    /// The bare attribution before it, which is no part of it; empty where there is none.
    pub attribution: Range<usize>,
}

/// Fewer words than this are no clause of their own.
const SHORTEST: usize = 3;
/// At a comma with a conjunction both sides need this many words.
const COORDINATED: usize = 5;
/// A quotation of fewer words is one unit: an editor checks it whole against the speaker.
const QUOTED_WHOLE: usize = 30;
/// A relative clause between commas with more words than this tells something by itself.
const PARENTHESIS: usize = 7;
/// A bare attribution with more words than this beside the speaker tells something itself: it is a claim.
const TALKATIVE: usize = 9;

/// The clauses of a sentence, in order. A dateline before the first one is kept as an attribution is: beside it.
pub(super) fn clauses(
    passage: &Passage,
    sentence: &Range<usize>,
    attributions: &[Attribution],
) -> Vec<Clause> {
    let mut cuts = vec![sentence.start];
    cuts.extend((sentence.start + 1..sentence.end).filter(|&w| cuts_at(passage, sentence, w)));
    for attribution in attributions.iter().filter(|a| a.bare) {
        cuts.push(attribution.words.start);
        cuts.push(attribution.words.end);
    }
    let denials = attributions.iter().filter(|a| a.adds_a_denial(passage));
    cuts.extend(denials.map(|a| a.words.start));
    cuts.sort_unstable();
    cuts.dedup();
    let inside = |w: usize| {
        attributions
            .iter()
            .any(|a| a.words.start < w && w < a.words.end)
    };
    // `According to the firm, which runs it, …`: the source's own relative clause stays with it.
    let leads = |w: usize| {
        attributions
            .iter()
            .any(|a| a.role == Role::Source && a.words.start == sentence.start && a.words.end == w)
    };
    cuts.retain(|&w| !inside(w) && !leads(w) && w < sentence.end);
    let mut found = gather(sentence, &cuts, attributions);
    let dateline = if sentence.start == 0 {
        dateline(passage)
    } else {
        0
    };
    if let Some(first) = found.first_mut()
        && first.attribution.is_empty()
        && dateline > 0
        && first.words.len() >= dateline + SHORTEST
    {
        first.attribution = 0..dateline;
        first.words.start = dateline;
    }
    found
}

/// Pieces between cuts, the short ones joined to the one before.
fn gather(sentence: &Range<usize>, cuts: &[usize], attributions: &[Attribution]) -> Vec<Clause> {
    let ends = cuts.iter().skip(1).copied().chain([sentence.end]);
    let mut found: Vec<Clause> = Vec::new();
    let mut waiting: Option<Range<usize>> = None;
    for (start, end) in cuts.iter().copied().zip(ends) {
        let attribution = attributions
            .iter()
            .find(|a| a.bare && a.words == (start..end));
        if let Some(bare) = attribution.filter(|a| a.others() <= TALKATIVE && end < sentence.end) {
            // Two in a row stand before one claim, and neither may be lost.
            let first = waiting.map_or(bare.words.start, |before| before.start);
            waiting = Some(first..bare.words.end);
            continue;
        }
        let attributed = waiting.take();
        match found.last_mut() {
            Some(last)
                if attributed.is_none()
                    && (end - start < SHORTEST
                        || last.words.len() < SHORTEST
                        || is_source(&(start..end), attributions)) =>
            {
                last.words.end = end;
            }
            _ => found.push(Clause {
                words: start..end,
                attribution: attributed.unwrap_or(start..start),
            }),
        }
    }
    found
}

/// Whether a piece only tells who says what stands before it: `…, as the mayor announced later`.
fn is_source(piece: &Range<usize>, attributions: &[Attribution]) -> bool {
    attributions.iter().any(|a| {
        a.scope == Scope::Before
            && piece.start <= a.words.start
            && a.words.end <= piece.end
            && piece.len() < a.words.len() + SHORTEST
    })
}

/// Whether the sentence is cut before this word.
fn cuts_at(passage: &Passage, sentence: &Range<usize>, word: usize) -> bool {
    if within_quotation(passage, word) {
        return false;
    }
    if passage.gap(word).contains([';', '؛']) {
        return true;
    }
    if is_connective(passage, sentence, word) {
        return !is_parenthesis(passage, sentence, word);
    }
    is_coordinated(passage, sentence, word)
}

/// Short quotations are not cut.
fn within_quotation(passage: &Passage, word: usize) -> bool {
    let at = passage.words[word].span.start;
    passage.quotations.iter().any(|q| {
        let inside = passage.words_within(&q.inner);
        q.inner.contains(&at) && inside.start < word && inside.len() < QUOTED_WHOLE
    })
}

fn is_connective(passage: &Passage, sentence: &Range<usize>, word: usize) -> bool {
    let after_comma = passage.comma_before(word);
    let long = |from: usize, to: usize| to.saturating_sub(from) >= SHORTEST;
    let candidates = passage
        .unglued(&passage.words[word].form)
        .filter_map(|form| passage.pack.connectives.get(form));
    candidates.flatten().any(|connective| {
        let matches = connective.words[1..].iter().enumerate().all(|(n, w)| {
            passage
                .words
                .get(word + 1 + n)
                .is_some_and(|next| next.form == *w)
        });
        matches
            && (after_comma || connective.place == CutPosition::Free)
            && long(sentence.start, word)
            && long(word + connective.words.len(), sentence.end)
    })
}

/// A short relative clause between commas, behind which its main clause goes on: `the plant, which closed in March,
/// had cost $3m`. What goes on with a conjunction is a clause of its own.
fn is_parenthesis(passage: &Passage, sentence: &Range<usize>, word: usize) -> bool {
    let relative = passage.is_a(Class::Relative, word);
    let Some(close) = (word + 1..sentence.end).find(|&w| passage.comma_before(w)) else {
        return false;
    };
    let goes_on = !has_conjunction(passage, close) && !is_connective(passage, sentence, close);
    relative
        && passage.comma_before(word)
        && close - word <= PARENTHESIS
        && goes_on
        && sentence.end - close >= SHORTEST
}

/// A conjunction written together with a word: `وقال`.
fn has_conjunction(passage: &Passage, word: usize) -> bool {
    passage
        .pack
        .begins(&passage.words[word].form, &[Clitic::Conjunction])
}

/// `، و` with enough words on both sides, up to the next commas.
fn is_coordinated(passage: &Passage, sentence: &Range<usize>, word: usize) -> bool {
    if !passage.comma_before(word) || !has_conjunction(passage, word) {
        return false;
    }
    let before = (sentence.start..word)
        .rev()
        .find(|&w| passage.comma_before(w))
        .unwrap_or(sentence.start);
    let after = (word + 1..sentence.end)
        .find(|&w| passage.comma_before(w))
        .unwrap_or(sentence.end);
    word - before.max(sentence.start) >= COORDINATED && after - word >= COORDINATED
}
