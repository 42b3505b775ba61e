//! Where the other side writes a name, however it spells it.
//!
//! Every run of one to four words around a word that is like one of the name's is held against the whole name. The
//! reading of letters alone meets by chance about once in a thousand, and a story has thousands of runs: so what was
//! found must be shown to be a name there too, or be rare in general, or stand in paragraphs that answer each other.

use super::sheet::{Form, Page, Sheet};
use super::spelling::{is_inflected, is_part, plain};
use crate::language::frequency::{zipf, zipf_unglued};
use crate::language::names::{NameKey, SAME_NAME, place};
use crate::language::{Property, WordKind, words};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// A name and what the other side writes for it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Match {
    /// The name as the left and as the right side spell it.
    pub texts: [String; 2],
    /// How like, 0 to 1.
    pub similarity: f32,
    /// The fewer of both names' words.
    pub words: usize,
}

/// Words this like are worth a look at what stands around them.
const ANCHOR: f32 = 0.55;
/// From this likeness on, a word that nothing else shows to be a name may be one.
const SURE: f32 = 0.86;
/// A word that nothing else shows to be a name must be rarer than this.
const RARE: f32 = 3.3;
/// The same in paragraphs that answer each other.
const RARE_BESIDE: f32 = 4.6;
/// How like a name must be to a listed place that is not listed itself.
const LISTED: f32 = 0.92;
/// How like a name must be to one of more words: a surname alone is little to go by.
const FEWER: f32 = 0.86;
/// How like two names of one word in one language must be: `Pruitt` and `Pratt` are two.
const ALONE: f32 = 0.84;
/// A word commoner than this stands at no name's edge.
const COMMON: f32 = 6.0;
/// The longest run looked at, in words.
const LONGEST: usize = 4;

/// One direction of the search: names of `of`, sought in `within`.
pub(super) struct Search<'s> {
    pub of: &'s Sheet<'s>,
    pub within: &'s Sheet<'s>,
    /// Whether `of` is the right side.
    pub mirrored: bool,
    /// Paragraphs that answer each other: of `of`, of `within`.
    pub beside: HashSet<(usize, usize)>,
    /// Keys of the runs looked at.
    pub keys: HashMap<String, NameKey>,
}

impl Search<'_> {
    /// All matches, of every name its best.
    pub(super) fn matches(&mut self) -> Vec<Match> {
        let of = self.of;
        let one_language = of.pack.tag == self.within.pack.tag;
        let mut found = Vec::new();
        for (spelled, form) in &of.forms {
            if form.words.is_empty()
                || is_acronym(&form.text)
                || one_language && self.within.has(spelled)
            {
                continue;
            }
            let mut best: Vec<(f32, String)> = Vec::new();
            for (page, run) in self.runs(form) {
                if let Some((similarity, text)) = self.judge(form, page, &run, one_language) {
                    best.push((similarity, text));
                }
            }
            let top = best.iter().map(|b| b.0).fold(0.0, f32::max);
            best.retain(|b| b.0 >= top - 0.02);
            best.sort_by(|x, y| x.1.cmp(&y.1));
            best.dedup_by(|x, y| plain(&x.1) == plain(&y.1));
            found.extend(
                best.into_iter()
                    .map(|(similarity, text)| self.told(form, similarity, text)),
            );
        }
        found
    }

    fn told(&self, form: &Form, similarity: f32, text: String) -> Match {
        let words = form.words.len().min(text.split_whitespace().count());
        let mut texts = [form.text.clone(), text];
        if self.mirrored {
            texts.reverse();
        }
        Match {
            texts,
            similarity,
            words,
        }
    }

    /// Runs of words around every word that is like one of the name's.
    fn runs(&self, form: &Form) -> Vec<(usize, Range<usize>)> {
        let keys = form
            .words
            .iter()
            .filter(|w| w.chars().count() >= 3)
            .map(|w| NameKey::new(w));
        let keys: Vec<NameKey> = keys.chain([form.key.clone()]).collect();
        let like = |key: &NameKey| keys.iter().any(|k| are_alike(k, key, ANCHOR));
        let entries = self.within.vocabulary.values().filter(|e| like(&e.key));
        let mut found: Vec<(usize, Range<usize>)> = Vec::new();
        for &(page, at) in entries.flat_map(|e| &e.places) {
            runs_around(&self.within.pages[page], at, form.words.len(), |run| {
                found.push((page, run));
            });
        }
        found.sort_by_key(|(page, run)| (*page, run.start, run.end));
        found.dedup();
        found
    }

    /// How like a run is to a name, and the run as a name, if it may be one.
    fn judge(
        &mut self,
        form: &Form,
        page: usize,
        run: &Range<usize>,
        one_language: bool,
    ) -> Option<(f32, String)> {
        let within = self.within;
        let sheet = &within.pages[page];
        let whole = without_genitive(sheet.slice(run));
        let named = within.forms.contains_key(&plain(whole));
        if !named && (is_edgy(within, page, run.start) || is_edgy(within, page, run.end - 1)) {
            return None;
        }
        let mut best = (self.similarity(form, whole), whole);
        if let Some(bare) = without_clitic(within, form, whole) {
            let similarity = self.similarity(form, bare);
            if similarity > best.0 {
                best = (similarity, bare);
            }
        }
        let (similarity, text) = best;
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
        let least = if one_language { 4 } else { 3 };
        // No name need be less like than this, and most runs are.
        if similarity < SAME_NAME || similarity < self.least(form, text) {
            return None;
        }
        let apart = place(text)
            .zip(place(&form.text))
            .is_some_and(|(a, b)| a != b);
        if apart || letters(text) < least || letters(&form.text) < least {
            return None;
        }
        if one_language && is_no_other_spelling(form, text, within) {
            return None;
        }
        let end = sheet.words[run.start].span.start + whole.len();
        let bytes = end - text.len()..end;
        let trusted = self.is_trusted(form, similarity, page, &bytes);
        trusted.then(|| (similarity, text.to_owned()))
    }

    fn similarity(&mut self, form: &Form, text: &str) -> f32 {
        let key = self
            .keys
            .entry(text.to_owned())
            .or_insert_with(|| NameKey::new(text));
        alike(&form.key, key)
    }

    /// How like a run must be: more so where one of both is a listed place, or has fewer words than the other.
    fn least(&self, form: &Form, text: &str) -> f32 {
        let listed = place(text).is_some() != place(&form.text).is_some();
        let fewer = form.words.len() != words(text, self.within.pack).len();
        let alone = self.of.pack.tag == self.within.pack.tag && form.words.len() == 1;
        match (listed, fewer) {
            (true, _) => LISTED,
            (_, true) => FEWER,
            _ if alone => ALONE,
            _ => SAME_NAME,
        }
    }

    /// Whether something beside the letters shows that these bytes are a name, and this one.
    fn is_trusted(&self, form: &Form, similarity: f32, page: usize, bytes: &Range<usize>) -> bool {
        let within = self.within;
        let sheet = &within.pages[page];
        let text = &sheet.text[bytes.clone()];
        let pack = within.pack;
        if let Some(name) = within.name_around(page, bytes) {
            return plain(&name.text) == plain(text) || are_alike(&form.key, &name.key, SAME_NAME);
        }
        if !pack.is(Property::UnicaseScript) {
            return text
                .split_whitespace()
                .all(|w| w.starts_with(char::is_uppercase));
        }
        let beside = form
            .paragraphs
            .iter()
            .any(|p| self.beside.contains(&(*p, sheet.paragraph)));
        let limit = if beside { RARE_BESIDE } else { RARE };
        let words: Vec<String> = text.split_whitespace().map(crate::language::fold).collect();
        let rarest = words
            .iter()
            .filter(|w| w.chars().count() >= 3)
            .map(|w| zipf_unglued(pack, w).unwrap_or(RARE))
            .fold(f32::MAX, f32::min);
        let several = words.len() >= 2 && form.words.len() >= 2;
        rarest < limit && (several || similarity >= SURE && form.words.len() == words.len())
            || several && similarity >= SURE
    }
}

/// `USDA`: its letters are no sounds.
fn is_acronym(text: &str) -> bool {
    text.chars().count() <= 5 && text.chars().all(char::is_uppercase)
}

/// A word that no name begins or ends with, unless it is known to: one letter, a very common word, an office.
fn is_edgy(sheet: &Sheet, page: usize, word: usize) -> bool {
    let form = &sheet.pages[page].words[word].form;
    let tag = sheet.pack.tag;
    form.chars().count() < 2
        || is_acronym(sheet.pages[page].slice(&(word..word + 1)))
        || sheet.pack.calendar.contains_key(form)
        || sheet.pack.is_title(form)
        || zipf(tag, form).is_some_and(|z| z >= COMMON)
}

/// Likeness that does not depend on which side is asked about.
pub(super) fn alike(one: &NameKey, other: &NameKey) -> f32 {
    one.similarity(other).min(other.similarity(one))
}

/// Whether two names are [`alike`] from `least` on: where one side already says no, the other is not asked.
fn are_alike(one: &NameKey, other: &NameKey, least: f32) -> bool {
    one.similarity(other) >= least && other.similarity(one) >= least
}

/// An inflected form, or the same letters.
fn is_no_other_spelling(form: &Form, text: &str, within: &Sheet) -> bool {
    let (one, other) = (plain(&form.text), plain(text));
    is_part(&one, &other) || is_part(&other, &one) || is_inflected(&form.text, text, within.pack)
}

/// Runs that hold a word, of about as many words as the name has.
fn runs_around(page: &Page, at: usize, words: usize, mut each: impl FnMut(Range<usize>)) {
    let lengths = words.saturating_sub(1).max(1)..=(words + 1).min(LONGEST);
    for length in lengths {
        for start in (at + 1).saturating_sub(length)..=at {
            let run = start..start + length;
            let whole = run.end <= page.words.len()
                && page.words[run.clone()]
                    .iter()
                    .all(|w| w.kind == WordKind::Letters)
                && (run.start + 1..run.end).all(|w| !page.is_cut_before(w));
            if whole {
                each(run);
            }
        }
    }
}

/// `Malta's` without its ending.
fn without_genitive(text: &str) -> &str {
    let bare = ["'s", "’s"].iter().find_map(|s| text.strip_suffix(s));
    bare.unwrap_or(text)
}

/// The text without an Arabic conjunction or preposition that the name does not begin with.
fn without_clitic<'t>(sheet: &Sheet, form: &Form, text: &'t str) -> Option<&'t str> {
    let rest = sheet.pack.without_particle(text)?;
    let clitic = &text[..text.len() - rest.len()];
    let own = form.words.first().is_some_and(|w| w.starts_with(clitic));
    (!own && rest.chars().count() >= 4).then_some(rest)
}
