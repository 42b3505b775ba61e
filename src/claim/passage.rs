//! A paragraph prepared for the questions of this step: its words, quotations and sentences.

use super::quotation::{Quotation, Quotations, quotations};
use super::sentence::sentences;
use crate::language::{Pack, Speech, Word, words};
use std::ops::Range;

/// A paragraph's text with what is asked of it again and again.
pub(super) struct Passage<'a> {
    /// The paragraph's text.
    pub text: &'a str,
    /// The rules of its language.
    pub pack: &'static Pack,
    /// Its words.
    pub words: Vec<Word>,
    /// Its quotations.
    pub quotations: Vec<Quotation>,
    /// Quotation marks without a partner.
    pub unpaired: usize,
}

impl<'a> Passage<'a> {
    pub(super) fn new(text: &'a str, pack: &'static Pack) -> Self {
        let Quotations { found, unpaired } = quotations(text);
        Passage {
            text,
            pack,
            words: words(text, pack),
            quotations: found,
            unpaired,
        }
    }

    /// The word ranges of its sentences.
    pub(super) fn sentences(&self) -> Vec<Range<usize>> {
        let ranges = sentences(self.text, &self.quotations, self.pack);
        ranges
            .into_iter()
            .map(|bytes| self.words_within(&bytes))
            .filter(|words| !words.is_empty())
            .collect()
    }

    /// The words that start within a byte range.
    pub(super) fn words_within(&self, bytes: &Range<usize>) -> Range<usize> {
        let start = self.words.partition_point(|w| w.span.start < bytes.start);
        let end = self.words.partition_point(|w| w.span.start < bytes.end);
        start..end
    }

    /// The signs between the word before `word` and it.
    pub(super) fn gap(&self, word: usize) -> &'a str {
        let from = word
            .checked_sub(1)
            .and_then(|w| self.words.get(w))
            .map_or(0, |w| w.span.end);
        let to = self
            .words
            .get(word)
            .map_or(self.text.len(), |w| w.span.start);
        &self.text[from..to]
    }

    /// Whether the gap before `word` holds a comma.
    pub(super) fn comma_before(&self, word: usize) -> bool {
        self.gap(word).contains([',', '،', '、', '，'])
    }

    /// Whether the gap before `word` holds any sign but spaces and hyphens.
    pub(super) fn sign_before(&self, word: usize) -> bool {
        self.gap(word)
            .chars()
            .any(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{0640}'))
    }

    /// The quotation that opens in the gap before `word`.
    pub(super) fn opens_before(&self, word: usize) -> Option<&Quotation> {
        let gap = self.gap_bytes(word);
        self.quotations
            .iter()
            .find(|q| gap.contains(&q.span.start) && q.inner.start <= gap.end)
    }

    /// Whether a quotation closes in the gap before `word`.
    pub(super) fn closes_before(&self, word: usize) -> bool {
        let gap = self.gap_bytes(word);
        self.quotations.iter().any(|q| gap.contains(&q.inner.end))
    }

    fn gap_bytes(&self, word: usize) -> Range<usize> {
        let end = self
            .words
            .get(word)
            .map_or(self.text.len(), |w| w.span.start);
        end - self.gap(word).len()..end
    }

    /// The bytes from the first to the last of some words.
    pub(super) fn bytes(&self, words: Range<usize>) -> Range<usize> {
        if words.is_empty() {
            return 0..0;
        }
        self.words[words.start].span.start..self.words[words.end - 1].span.end
    }

    /// The verbatim text of some words.
    pub(super) fn slice(&self, words: Range<usize>) -> &'a str {
        &self.text[self.bytes(words)]
    }

    /// The attributing phrase that starts at `word`, a glued conjunction aside, and how many words it has.
    pub(super) fn speech_at(&self, word: usize) -> Option<&'static Speech> {
        let form = &self.words.get(word)?.form;
        self.unglued(form).find_map(|first| {
            self.pack.speech.get(first)?.iter().find(|s| {
                s.words[1..].iter().enumerate().all(|(n, w)| {
                    self.words
                        .get(word + 1 + n)
                        .is_some_and(|next| next.form == *w)
                })
            })
        })
    }

    /// A form as it stands, and without the conjunction that Arabic glues to it.
    pub(super) fn unglued<'f>(&self, form: &'f str) -> impl Iterator<Item = &'f str> + use<'f> {
        let bare = if self.pack.verb_first {
            form.strip_prefix(['و', 'ف'])
        } else {
            None
        };
        std::iter::once(form).chain(bare)
    }

    /// Whether a clause that begins here leaves what is said: `وهي عبارة …`, the outlet's explanation.
    pub(super) fn own_voice_at(&self, word: usize) -> bool {
        self.words
            .get(word)
            .is_some_and(|w| self.pack.explainers.contains(&w.form))
    }

    /// Whether a word opens what is said: `that`, `أن`.
    pub(super) fn is_complement(&self, word: usize) -> bool {
        self.words
            .get(word)
            .is_some_and(|w| self.pack.complements.contains(&w.form))
    }

    /// The bytes of some words, with the marks around them that belong to them: quotation marks and brackets that
    /// open right before the first and close right behind the last, and a last stop.
    pub(super) fn widened(&self, words: Range<usize>) -> Range<usize> {
        let bytes = self.bytes(words.clone());
        let lead = self.gap(words.start);
        let opening = lead.len()
            - lead
                .trim_end_matches(|c: char| !c.is_whitespace() && !is_dividing(c))
                .len();
        let trail = &self.text[bytes.end..bytes.end + self.gap(words.end).len()];
        let closing = trail
            .find(|c: char| c.is_whitespace() || is_dividing(c))
            .unwrap_or(trail.len());
        bytes.start - opening..bytes.end + closing
    }

    /// Whether most of a byte range stands in quotation marks.
    pub(super) fn quoted(&self, bytes: &Range<usize>) -> bool {
        let inside: usize = self
            .quotations
            .iter()
            .map(|q| {
                q.span
                    .end
                    .min(bytes.end)
                    .saturating_sub(q.span.start.max(bytes.start))
            })
            .max()
            .unwrap_or(0);
        2 * inside > bytes.len()
    }
}

/// Signs that stand between claims rather than in one.
fn is_dividing(c: char) -> bool {
    matches!(c, ',' | '،' | ';' | '؛' | ':' | '–' | '—' | '、' | '，')
}
