//! Names of people, places and bodies, as an article spells them.
//!
//! Where a script has capital letters, a run of capitalised words is a name, without the offices at its front. A word
//! that is capitalised only because a sentence begins counts when it is rare in general or stands with a capital
//! elsewhere; a headline is believed only about words that the body capitalises, for some outlets write every word
//! of it so. Arabic has no capitals: there a name stands behind an office (`person`), behind a head (`مدينة`, `شركة`),
//! and wherever its rare words come again. Arabic names with neither are missed; names of common words (`سلام`)
//! are found only behind an office; `Energy Ministry` counts as a name, as its writer meant it.

use super::passage::Passage;
use super::person::is_cased;
use crate::language::frequency::{zipf, zipf_unglued};
use crate::language::names::{begins_place, place};
use crate::language::{Class, Clitic, Head, Pack, Property, WordKind, definite_head, head};
use std::collections::HashSet;
use std::ops::Range;

/// A word rarer than this may open a sentence and still be taken for a name.
const RARE: f32 = 3.3;
/// A word rarer than this is a name wherever it stands, once it has been seen in one.
const TELLING: f32 = 3.0;
/// A word commoner than this is no part of a name because a sentence opens with it.
const COMMON: f32 = 4.8;
/// The most words of a name in a script without capitals.
const LONGEST: usize = 3;

/// What the whole article shows about its words.
#[derive(Debug, Default)]
pub(super) struct Cast {
    /// Words with a capital inside a sentence of the body.
    inside: HashSet<String>,
    /// Words that stand in small letters somewhere.
    small: HashSet<String>,
    /// Rare words of names that were found behind an office or a head.
    known: HashSet<String>,
}

impl Cast {
    /// Read it off all passages of an article.
    pub(super) fn of<'p, 'a: 'p>(passages: impl Iterator<Item = &'p Passage<'a>> + Clone) -> Cast {
        let mut cast = Cast::default();
        for passage in passages.clone() {
            cast.learn_capitals(passage);
        }
        for passage in passages {
            for words in marked(passage) {
                let rare = passage.words[words]
                    .iter()
                    .map(|w| unglued(passage.pack, &w.form))
                    .filter(|form| form.chars().count() >= 4)
                    .filter(|form| zipf_unglued(passage.pack, form).is_some_and(|z| z < TELLING));
                cast.known.extend(rare.map(str::to_owned));
            }
        }
        cast
    }

    fn learn_capitals(&mut self, passage: &Passage) {
        let starts = starts(passage);
        for (at, word) in passage.words.iter().enumerate() {
            if passage.titled {
                continue; // its capitals tell nothing
            }
            if !passage.is_capitalised(at) {
                self.small.insert(word.form.clone());
            } else if !passage.headline && !starts.contains(&at) {
                self.inside.insert(word.form.clone());
            }
        }
    }
}

/// The byte ranges of a passage's names, in order.
pub(super) fn names(passage: &Passage, cast: &Cast) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = if passage.pack.is(Property::UnicaseScript) {
        let marked = marked(passage).into_iter().map(|w| passage.bytes(w));
        let bare = |w| without_clitic(passage, passage.bytes(w));
        let elsewhere = repeated(passage, cast).into_iter().chain(places(passage));
        marked.chain(elsewhere.map(bare)).collect()
    } else {
        Vec::new()
    };
    found.extend(capitalised(passage, cast));
    found.retain(|bytes| passage.text[bytes.clone()].chars().count() > 1);
    found.sort_by_key(|bytes| (bytes.start, std::cmp::Reverse(bytes.end)));
    let mut end = 0;
    found.retain(|bytes| {
        let free = bytes.start >= end;
        end = end.max(bytes.end);
        free
    });
    found
}

/// Names that an office or a head marks, for scripts without capitals.
fn marked(passage: &Passage) -> Vec<Range<usize>> {
    if !passage.pack.is(Property::UnicaseScript) {
        return Vec::new();
    }
    let behind_offices = passage.mentions.iter().map(|m| prolonged(passage, &m.name));
    let behind_heads = (0..passage.words.len()).filter_map(|at| behind_head(passage, at));
    behind_offices.chain(behind_heads).collect()
}

/// A name with the rare words right behind it: `قاسم جومارت توكاييف`.
fn prolonged(passage: &Passage, name: &Range<usize>) -> Range<usize> {
    let end = (name.end..=name.start + LONGEST)
        .find(|&w| ends_name(passage, w) || is_definite(passage, w) || !is_rare(passage, w))
        .unwrap_or(name.start + LONGEST + 1);
    name.start..end.max(name.end)
}

/// Well-known places and bodies.
fn places(passage: &Passage) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in 0..passage.words.len() {
        if !may_begin_place(passage.pack, &passage.words[at].form) {
            continue;
        }
        let free = found.last().is_none_or(|last| last.end <= at);
        let known = (1..=LONGEST).rev().map(|n| at..at + n).find(|run| {
            run.end <= passage.words.len()
                && (run.start + 1..run.end).all(|w| !passage.sign_before(w))
                && is_place(passage, run)
        });
        found.extend(known.filter(|_| free));
    }
    found
}

/// Whether a place's name may begin with a word, or with what is left of it without a clitic.
fn may_begin_place(pack: &Pack, form: &str) -> bool {
    begins_place(form) || pack.without_particle(form).is_some_and(begins_place)
}

fn is_place(passage: &Passage, run: &Range<usize>) -> bool {
    let text = passage.slice(run.clone());
    place(text)
        .or_else(|| {
            place(
                &text[without_clitic(passage, passage.bytes(run.clone())).start
                    - passage.words[run.start].span.start..],
            )
        })
        .is_some()
}

/// The name behind the head at `at`, if one stands there.
fn behind_head(passage: &Passage, at: usize) -> Option<Range<usize>> {
    let form = &passage.words[at].form;
    let kind = head(passage.pack, form);
    kind.or_else(|| definite_head(passage.pack, form))?;
    let start = at + 1;
    if let Some(quotation) = passage.opens_before(start) {
        let words = passage.words_within(&quotation.inner);
        return (!words.is_empty() && words.len() <= LONGEST + 1).then_some(words);
    }
    let kind = kind?;
    let stops = |w: usize| ends_name(passage, w);
    if stops(start) || kind == Head::Body && is_definite(passage, start) {
        return None;
    }
    let form = passage.words[start].form.as_str();
    let rare = |w: usize| is_rare(passage, w);
    let least = if passage.pack.has(Class::NameOpener, form) && !stops(start + 1) {
        start + 2
    } else {
        start + 1
    };
    let end = (least..start + LONGEST)
        .find(|&w| stops(w) || is_definite(passage, w) || !rare(w))
        .unwrap_or(start + LONGEST);
    let telling = least > start + 1 || end > least || rare(start) || kind == Head::Place;
    telling.then_some(start..end)
}

/// Runs of words that were seen in a marked name.
fn repeated(passage: &Passage, cast: &Cast) -> Vec<Range<usize>> {
    let known = |w: usize| {
        cast.known
            .contains(unglued(passage.pack, &passage.words[w].form))
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in (0..passage.words.len()).filter(|&w| known(w)) {
        match found.last_mut() {
            Some(last) if last.end == at && !passage.sign_before(at) => last.end = at + 1,
            _ => found.push(at..at + 1),
        }
    }
    found
}

/// A form without the conjunction or preposition that is written together with it, as far as four letters stay.
fn unglued<'f>(pack: &Pack, form: &'f str) -> &'f str {
    let rest = pack.without_particle(form);
    rest.filter(|r| r.chars().count() >= 4).unwrap_or(form)
}

/// The bytes of an Arabic name without a glued conjunction or preposition, where the rest is the better known word.
fn without_clitic(passage: &Passage, bytes: Range<usize>) -> Range<usize> {
    let text = &passage.text[bytes.clone()];
    if place(text).is_some() {
        return bytes;
    }
    let first = text.split_whitespace().next().unwrap_or(text);
    let Some(rest) = passage.pack.without_particle(first) else {
        return bytes;
    };
    let tag = passage.pack.tag;
    let (whole, bare) = (crate::language::fold(first), crate::language::fold(rest));
    let better = passage.is_known(&bare) || zipf(tag, &bare) > zipf(tag, &whole);
    if better && bare.chars().count() >= 3 {
        bytes.start + first.len() - rest.len()..bytes.end
    } else {
        bytes
    }
}

fn is_definite(passage: &Passage, word: usize) -> bool {
    passage.pack.is_definite(&passage.words[word].form)
}

/// Whether a name is over before a word.
fn ends_name(passage: &Passage, word: usize) -> bool {
    word >= passage.words.len() || passage.sign_before(word) || !may_name(passage, word)
}

/// Whether a word is rare enough to be a name's for that alone.
fn is_rare(passage: &Passage, word: usize) -> bool {
    zipf_unglued(passage.pack, &passage.words[word].form).is_some_and(|z| z < TELLING)
}

/// Whether a word behind a head may be a name's.
fn may_name(passage: &Passage, word: usize) -> bool {
    let w = &passage.words[word];
    let pack = passage.pack;
    w.kind == WordKind::Letters
        && !pack.has(Class::Circumstance, &w.form)
        && !pack.has(Class::Negation, &w.form)
        && !pack.has(Class::FiniteVerb, &w.form)
        && !pack.has(Class::Relative, &w.form)
        && !pack.has(Class::ClauseOpener, &w.form)
        && !pack.calendar.contains_key(&w.form)
        && !passage.is_complement(word)
        && !passage.is_title(word)
        && passage.speech_at(word).is_none()
        && zipf(pack.tag, &w.form).is_none_or(|z| z < 6.0)
        && !has_preposition(passage, word)
}

/// `بفتح`, `لإنهاء`: a preposition glued to a commoner word.
fn has_preposition(passage: &Passage, word: usize) -> bool {
    let (tag, form) = (passage.pack.tag, passage.words[word].form.as_str());
    let before = [Clitic::Preposition, Clitic::Dative];
    let mut rest = passage
        .pack
        .cut(form, &before)
        .filter(|rest| rest.chars().count() >= 3);
    rest.next()
        .and_then(|rest| zipf(tag, rest))
        .is_some_and(|z| z >= 3.5 && Some(z) > zipf(tag, form))
}

/// Words that a sentence, a quotation or what follows a colon begins with.
fn starts(passage: &Passage) -> HashSet<usize> {
    let sentences = passage.sentences().into_iter().map(|s| s.start);
    let signs = (0..passage.words.len()).filter(|&w| {
        let gap = passage.gap(w);
        gap.contains([':', '"', '“', '„', '«', '—', '–', '•']) || passage.opens_before(w).is_some()
    });
    sentences.chain(signs).collect()
}

/// Runs of capitalised words.
fn capitalised(passage: &Passage, cast: &Cast) -> Vec<Range<usize>> {
    let starts = starts(passage);
    let mut found = Vec::new();
    let mut at = 0;
    while at < passage.words.len() {
        if !is_capital(passage, at) {
            at += 1;
            continue;
        }
        let end = run_end(passage, at);
        found.extend(trimmed(passage, cast, &starts, at..end).map(|words| proper(passage, words)));
        at = end;
    }
    found
}

fn is_capital(passage: &Passage, word: usize) -> bool {
    passage.is_capitalised(word) && passage.words[word].kind == WordKind::Letters
}

/// Where a run of capitalised words, and of the particles between them, ends.
fn run_end(passage: &Passage, start: usize) -> usize {
    let goes_on = |w: usize| w < passage.words.len() && !passage.sign_before(w);
    let mut end = start + 1;
    loop {
        if goes_on(end)
            && is_capital(passage, end)
            && !is_cased(passage, end - 1)
            && !passage.text[..passage.words[end].span.start].ends_with("'s ")
        {
            end += 1;
            continue;
        }
        let inner = (end..end + 2)
            .take_while(|&w| goes_on(w) && is_particle(&passage.words[w].form))
            .last();
        match inner {
            Some(w) if goes_on(w + 1) && is_capital(passage, w + 1) => end = w + 2,
            _ => return end,
        }
    }
}

/// Small words inside names of bodies and places as well: `Bank of Garnassa`.
fn is_particle(form: &str) -> bool {
    is_of_person(form) || matches!(form, "of" | "d")
}

/// Small words inside people's names. Without `of`, which ends an office before a name: `Secretary of State Ada Ruiz`.
pub(super) fn is_of_person(form: &str) -> bool {
    matches!(
        form,
        "de" | "du"
            | "des"
            | "del"
            | "della"
            | "van"
            | "von"
            | "der"
            | "den"
            | "bin"
            | "ibn"
            | "ben"
            | "al"
            | "el"
            | "la"
            | "le"
            | "di"
            | "da"
            | "dos"
    )
}

/// A run without what is capitalised for another reason: the first word of a sentence, offices, days.
fn trimmed(
    passage: &Passage,
    cast: &Cast,
    starts: &HashSet<usize>,
    run: Range<usize>,
) -> Option<Range<usize>> {
    let form = |w: usize| passage.words[w].form.as_str();
    let tag = passage.pack.tag;
    let frequency = |w: usize| zipf(tag, form(w)).unwrap_or(COMMON);
    let by_chance = |w: usize| {
        starts.contains(&w)
            && !cast.inside.contains(form(w))
            && (frequency(w) >= COMMON || cast.small.contains(form(w)))
    };
    let empty = |w: usize| {
        passage.is_calendar(w)
            || passage.pack.has(Class::Determiner, form(w))
            || passage.pack.has(Class::Pronoun, form(w))
            || by_chance(w)
    };
    let start = run.clone().find(|&w| !empty(w) && !is_particle(form(w)))?;
    let start = (start..run.end)
        .rev()
        .find(|&w| passage.is_title(w))
        .map_or(start, |w| w + 1);
    let end = (start..run.end)
        .rev()
        .find(|&w| !passage.is_calendar(w) && is_capital(passage, w))?
        + 1;
    let words = start..end;
    let alone = words.len() == 1 && starts.contains(&start) && !cast.inside.contains(form(start));
    let doubtful = alone
        && place(form(start)).is_none()
        && (frequency(start) >= RARE || cast.small.contains(form(start)));
    let headline = passage.headline
        && !words
            .clone()
            .all(|w| is_particle(form(w)) || cast.inside.contains(form(w)));
    (!doubtful && !headline).then_some(words)
}

/// The bytes of a name without a genitive's ending and an elided article (`Malta's`, `l'Élysée`).
fn proper(passage: &Passage, mut words: Range<usize>) -> Range<usize> {
    let elided = words.len() > 1 && passage.is_a(Class::Elision, words.start);
    words.start += usize::from(elided);
    let bytes = passage.uncased(words);
    let text = &passage.text[bytes.clone()];
    let tail = ["'s", "’s"].iter().find(|s| text.ends_with(*s));
    bytes.start..bytes.end - tail.map_or(0, |s| s.len())
}

#[cfg(test)]
mod tests {
    use crate::article::{ReadOptions, parse};
    use crate::claim::names;

    fn found(text: &str) -> Vec<String> {
        let article = parse(text.as_bytes(), "test", &ReadOptions::default()).expect("plain text");
        names(&article)
            .into_iter()
            .map(|n| article.paragraphs[n.paragraph].text[n.span].to_owned())
            .collect()
    }

    #[test]
    fn capitals_show_names_and_offices_are_no_part_of_them() {
        let text = "The ferry sank on Tuesday off the island of Garnassa, officials said in the evening.\n\n\
            Transport Minister Moncef Dridi of Malta's government met Denise Okafor-Lund there. Police said no more.\n";
        assert_eq!(
            found(text),
            ["Garnassa", "Moncef Dridi of Malta", "Denise Okafor-Lund"]
        );
    }

    #[test]
    fn arabic_names_stand_behind_heads_and_offices_and_come_again() {
        let text = "قصفت الطائرات قرية دره سبين الحدودية وأغلقت القوات معبر تورخيل أمام الشاحنات يوم الأحد.\n\n\
            وقال وزير النقل منصف الدريدي إن شركة «خطوط قرناصة» أوقفت الرحلات، وإن تورخيل سيفتح غدا.\n";
        assert_eq!(
            found(text),
            [
                "دره سبين",
                "تورخيل",
                "منصف الدريدي",
                "خطوط قرناصة",
                "تورخيل"
            ]
        );
    }
}
