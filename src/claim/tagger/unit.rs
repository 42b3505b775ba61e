//! The units that the tagger sees: each word, each sign, and a mark before each paragraph, with what rules know of it.

use super::super::attribution::attributions;
use super::super::passage::Passage;
use crate::encoder::Encoder;
use crate::language::{Class, Role, WordKind};
use std::ops::Range;

/// How many things rules tell of a unit.
pub const FLAGS: usize = 16;

/// A word, a sign, or the mark before a paragraph.
pub struct Unit {
    /// Index into the passages.
    pub passage: usize,
    /// Its word in the passage; `None` for a sign and the mark before the paragraph.
    pub word: Option<usize>,
    /// Byte range in the paragraph's text; empty for the mark before it.
    pub span: Range<usize>,
    /// What rules know of it, as 0 or 1.
    pub flags: [f32; FLAGS],
}

/// All units of an article.
pub fn units(passages: &[&Passage]) -> Vec<Unit> {
    let of = |(index, passage): (usize, &&Passage)| of_passage(index, passage);
    passages.iter().enumerate().flat_map(of).collect()
}

fn of_passage(index: usize, passage: &Passage) -> Vec<Unit> {
    let unit = |word, span: Range<usize>| Unit {
        passage: index,
        word,
        flags: [0.0; FLAGS],
        span,
    };
    let mut found = vec![unit(None, 0..0)];
    for word in 0..=passage.words.len() {
        let end = (passage.words.get(word)).map_or(passage.text.len(), |w| w.span.start);
        let gap = passage.gap(word);
        let signs = gap.char_indices().filter(|(_, c)| !c.is_whitespace());
        let start = end - gap.len();
        found.extend(signs.map(|(at, c)| unit(None, start + at..start + at + c.len_utf8())));
        if let Some(own) = passage.words.get(word) {
            found.push(unit(Some(word), own.span.clone()));
        }
    }
    for unit in &mut found {
        unit.flags = flags(passage, unit);
    }
    by_rules(passage, &mut found);
    found
}

/// What rules know of a unit by itself.
fn flags(passage: &Passage, unit: &Unit) -> [f32; FLAGS] {
    let text = &passage.text[unit.span.clone()];
    let mut letters = text.chars();
    let upper = |c: Option<char>| c.is_some_and(char::is_uppercase);
    let (first, second) = (upper(letters.next()), upper(letters.next()));
    let spaced = passage.text[..unit.span.start]
        .chars()
        .next_back()
        .is_none_or(char::is_whitespace);
    let quoted = passage
        .quotations
        .iter()
        .any(|q| q.inner.contains(&unit.span.start));
    let word = |of: &dyn Fn(usize) -> bool| unit.word.is_some_and(of);
    let named = word(&|w| passage.mentions.iter().any(|m| m.name.contains(&w)));
    let titled =
        word(&|w| passage.mentions.iter().any(|m| m.title.contains(&w)) || passage.is_title(w));
    let cue = |wanted: &dyn Fn(Role) -> bool| {
        word(&|w| {
            passage
                .speech_at(w)
                .is_some_and(|speech| wanted(speech.role))
        })
    };
    let all = [
        first,
        second,
        word(&|w| passage.words[w].kind == WordKind::Number),
        unit.word.is_none(),
        spaced,
        quoted,
        passage.headline,
        unit.span.is_empty(),
        named,
        titled,
        word(&|w| passage.is_a(Class::Pronoun, w)),
        cue(&|role| !matches!(role, Role::Source | Role::Relay)),
        cue(&|role| matches!(role, Role::Source | Role::Relay)),
        word(&|w| passage.is_complement(w)),
        false,
        false,
    ];
    all.map(|flag| f32::from(u8::from(flag)))
}

/// Which words the rules take for a source or a cue.
fn by_rules(passage: &Passage, units: &mut [Unit]) {
    for sentence in passage.sentences() {
        for attribution in attributions(passage, &sentence, |_| false) {
            for unit in units.iter_mut() {
                let within = |words: &Range<usize>| unit.word.is_some_and(|w| words.contains(&w));
                if attribution.who.as_ref().is_some_and(within) {
                    unit.flags[FLAGS - 2] = 1.0;
                }
                if within(&attribution.verb) {
                    unit.flags[FLAGS - 1] = 1.0;
                }
            }
        }
    }
}

/// The ids of each passage's pieces, and for each unit which of all pieces are its own.
pub fn pieces(
    encoder: &Encoder,
    passages: &[&Passage],
    units: &[Unit],
) -> (Vec<Vec<u32>>, Vec<Range<usize>>) {
    let alone = encoder.tokens("\u{2581}");
    let lone = alone.get(1).copied();
    let mut texts: Vec<Vec<u32>> = Vec::with_capacity(passages.len());
    let mut own = Vec::with_capacity(units.len());
    let mut count = 0;
    for unit in units {
        let ids = encoder.tokens(&passages[unit.passage].text[unit.span.clone()]);
        if unit.span.is_empty() {
            texts.push(vec![ids[0]]);
            own.push(count..count + 1);
            count += 1;
            continue;
        }
        let inner = &ids[1..ids.len() - 1];
        // A sign alone has the mark of a word's begin before it, as a piece of its own.
        let inner = match inner {
            [first, rest @ ..] if !rest.is_empty() && Some(*first) == lone => rest,
            _ => inner,
        };
        if let Some(text) = texts.last_mut() {
            text.extend(inner);
        }
        own.push(count..count + inner.len());
        count += inner.len();
    }
    (texts, own)
}
