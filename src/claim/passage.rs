//! A paragraph prepared for the questions of this step: its words, quotations and sentences.

use super::person::{Mention, mentions};
use super::quotation::{self, Quotation, Quotations, dialogue, opens_with_mark, quotations};
use super::sentence::sentences;
use crate::language::arabic::morphology as shape;
use crate::language::{Class, Clitic, CutPosition, Pack, Property, Speech, Word, words};
use std::collections::HashSet;
use std::ops::Range;
use std::rc::Rc;

/// The longest tag of a headline, in words: `مرسى النخيل.. انتهاء إضراب الصيادين`. It tells nothing by itself.
const TAG: usize = 3;
const CUT_SHORT: [&str; 2] = ["..", "…"];

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
    /// The last of them that opens.
    open: Option<Range<usize>>,
    /// Whether it begins with the next paragraph of a quotation that the paragraph before left open.
    pub goes_on: bool,
    /// Whether it is the headline, in which Arabic puts the subject before its verb.
    pub headline: bool,
    /// Whether it is written in Title Case, where a capital is no sign of a name.
    pub titled: bool,
    /// Its names.
    pub mentions: Vec<Mention>,
    /// Words that the article uses more than once: a name recurs, `بتوفير` does not.
    pub known: Rc<HashSet<String>>,
    /// Words that the article uses as names, where capitals do not show them.
    pub named: Rc<HashSet<String>>,
}

impl<'a> Passage<'a> {
    pub(super) fn new(text: &'a str, pack: &'static Pack, headline: bool) -> Self {
        let Quotations {
            mut found,
            unpaired,
            open,
        } = quotations(text, pack);
        if pack.is(Property::DashDialogue) {
            found.extend(dialogue(text));
            quotation::sort(&mut found);
        }
        Passage {
            text,
            pack,
            titled: is_title_case(text, pack),
            words: words(text, pack),
            quotations: found,
            unpaired,
            open,
            goes_on: false,
            headline,
            mentions: Vec::new(),
            known: Rc::default(),
            named: Rc::default(),
        }
    }

    /// Ends a quotation that is open with the paragraph, where the next paragraph opens it anew, as newspapers do with a
    /// quotation of several paragraphs.
    pub(super) fn hands_on(&mut self, next: &mut Passage) {
        let Some(mark) = self
            .open
            .clone()
            .filter(|_| opens_with_mark(next.text, next.pack))
        else {
            return;
        };
        let end = self.text.trim_end().len();
        self.quotations.push(Quotation {
            span: mark.start..end,
            inner: mark.end..end,
        });
        quotation::sort(&mut self.quotations);
        self.unpaired -= 1;
        next.goes_on = true;
    }

    /// Tells the passage which words the article repeats and which it uses as names, and looks for names with that.
    pub(super) fn settle(&mut self, known: &Rc<HashSet<String>>, named: &Rc<HashSet<String>>) {
        self.known = Rc::clone(known);
        self.named = Rc::clone(named);
        self.mentions = mentions(self);
    }

    /// The first name that stands wholly within some words.
    pub(super) fn mention_within(&self, words: &Range<usize>) -> Option<&Mention> {
        self.mentions
            .iter()
            .find(|m| words.start <= m.name.start && m.name.end <= words.end)
    }

    /// Whether a word begins with a capital letter that may show a name: where all nouns have one, or all words of a
    /// headline, only a word that the article uses as a name.
    pub(super) fn is_capitalised(&self, word: usize) -> bool {
        let telling = !self.pack.is(Property::CapitalNouns) && !self.titled;
        self.is_upper(word) && (telling || self.named.contains(&self.words[word].form))
    }

    /// Whether a word begins with a capital letter.
    pub(super) fn is_upper(&self, word: usize) -> bool {
        self.text[self.words[word].span.clone()].starts_with(char::is_uppercase)
    }

    /// Whether a word is a day or a month, and no part of a name: `Julio Soto` where such words are written small.
    pub(super) fn is_calendar(&self, word: usize) -> bool {
        let capital = |w: usize| w < self.words.len() && self.is_capitalised(w);
        let beside =
            |first: usize| capital(first) && capital(first + 1) && !self.sign_before(first + 1);
        let named = || beside(word) || word > 0 && beside(word - 1);
        self.pack.calendar.contains_key(&self.words[word].form)
            && !(self.pack.is(Property::SmallCalendar) && named())
    }

    /// Whether a word belongs to a class.
    pub(super) fn is_a(&self, class: Class, word: usize) -> bool {
        self.pack.has(class, &self.words[word].form)
    }

    /// Whether a verb, a glued conjunction aside, belongs to a class.
    pub(super) fn is_verb_of(&self, class: Class, word: usize) -> bool {
        let form = &self.words[word].form;
        self.unglued(form).any(|form| self.pack.has(class, form))
    }

    /// Whether a dash with a space behind it ends what stands before a word: `الميناء الشرقي 9-9-2023 وفا- أعلنت`.
    pub(super) fn dateline_before(&self, word: usize) -> bool {
        let gap = self.gap(word);
        gap.contains('-') && gap.ends_with(char::is_whitespace)
    }

    /// Whether one of some words is an office or a rank.
    pub(super) fn titles_within(&self, words: &Range<usize>) -> bool {
        words.clone().any(|w| self.is_title(w))
    }

    /// Whether one of some words begins with a capital letter.
    pub(super) fn holds_capitals(&self, words: &Range<usize>) -> bool {
        words.clone().any(|w| self.is_capitalised(w))
    }

    /// Whether a word is an office or a rank.
    pub(super) fn is_title(&self, word: usize) -> bool {
        self.pack.is_title(&self.words[word].form)
    }

    /// The word ranges of its sentences.
    pub(super) fn sentences(&self) -> Vec<Range<usize>> {
        let ranges = sentences(self.text, &self.quotations, self.pack);
        let found = ranges
            .into_iter()
            .map(|bytes| self.words_within(&bytes))
            .filter(|words| !words.is_empty());
        let mut found: Vec<Range<usize>> = found.collect();
        if let [tag, next, ..] = found[..].as_mut()
            && self.headline
            && tag.len() <= TAG
            && CUT_SHORT
                .iter()
                .any(|stops| self.gap(next.start).contains(stops))
            && !self
                .pack
                .begins(&self.words[next.start].form, &[Clitic::Conjunction])
        {
            next.start = tag.start;
            found.remove(0);
        }
        found
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

    /// Whether the gap before `word` holds any sign but spaces, hyphens and an abbreviation's stop (`Rep. Rourke`).
    pub(super) fn sign_before(&self, word: usize) -> bool {
        let before = word.checked_sub(1).and_then(|w| self.words.get(w));
        let cut_short =
            |form: &str| form.chars().count() == 1 || self.pack.has(Class::Abbreviation, form);
        if self.gap(word) == ". " && before.is_some_and(|w| cut_short(&w.form)) {
            return false;
        }
        self.gap(word)
            .chars()
            .any(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{0640}'))
    }

    /// The quotation that opens in the gap before `word`.
    pub(super) fn opens_before(&self, word: usize) -> Option<&Quotation> {
        let gap = self.gap_bytes(word);
        // What is said behind a dash that ends the outlet's words begins without a mark, at the word itself.
        self.quotations
            .iter()
            .find(|q| (gap.start..=gap.end).contains(&q.span.start) && q.inner.start <= gap.end)
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

    /// The bytes of some words without the ending of the last one's case: `AFAD'ın`.
    pub(super) fn uncased(&self, words: Range<usize>) -> Range<usize> {
        let bytes = self.bytes(words.clone());
        let Some(form) = self.words[words].last().map(|w| w.form.as_str()) else {
            return bytes;
        };
        let Some(bare) = self.pack.without_case(form) else {
            return bytes;
        };
        let letters = form.chars().count() - bare.chars().count();
        let mut ending = self.text[bytes.clone()].char_indices().rev();
        let cut = ending.nth(letters - 1).map_or(bytes.len(), |(at, _)| at);
        bytes.start..bytes.start + cut
    }

    /// The verbatim text of a name, with the quotation marks around a part of it: `агентство «Север»`.
    pub(super) fn name(&self, words: Range<usize>) -> &'a str {
        let bytes = self.uncased(words);
        let closes = |q: &&Quotation| q.inner.end == bytes.end && q.span.start > bytes.start;
        let opens = |q: &&Quotation| q.inner.start == bytes.start && q.span.end < bytes.end;
        let end = self.quotations.iter().find(closes);
        let start = self.quotations.iter().find(opens);
        &self.text
            [start.map_or(bytes.start, |q| q.span.start)..end.map_or(bytes.end, |q| q.span.end)]
    }

    /// The attributing phrase that starts at `word`, a glued conjunction or object aside, and how many words it has.
    pub(super) fn speech_at(&self, word: usize) -> Option<&'static Speech> {
        let form = &self.words.get(word)?.form;
        let begins = word == 0 || self.sign_before(word);
        if !begins
            && self.pack.has(Class::Circumstance, form)
            && !self.pack.is(Property::VerbSecond)
        {
            return None; // `اجتماع عبر الفيديو`
        }
        if !begins && self.pack.is(Property::CapitalNouns) && self.is_upper(word) {
            return None; // `die Fragen`
        }
        let object = self.without_object(word);
        self.unglued(form).chain(object).find_map(|first| {
            self.pack.speech.get(first)?.iter().find(|s| {
                self.goes_on(word + 1, &s.words[1..])
                    && self.closing_behind(word + s.words.len(), s).is_some()
            })
        })
    }

    fn goes_on(&self, word: usize, forms: &[String]) -> bool {
        let mut forms = forms.iter().enumerate();
        forms.all(|(n, form)| {
            let next = self.words.get(word + n);
            next.is_some_and(|next| next.form == *form)
        })
    }

    /// The words that close an attributing phrase at the end of the clause (`teilte das Amt mit`); an empty range where
    /// the phrase has none. `None` where they are missing, or where the clause ends with a part that makes another verb
    /// of it (`sagte … ab`).
    pub(super) fn closing_behind(&self, word: usize, speech: &Speech) -> Option<Range<usize>> {
        const REACH: usize = 24;
        if speech.closing.is_empty()
            && (!self.pack.lists(Class::SeparablePrefix) || !speech.is_verb())
        {
            return Some(word..word);
        }
        let far = self.words.len().min(word + REACH);
        let stops = |&w: &usize| self.gap(w).contains(['.', ';', ':', '!', '?']);
        let end = (word..far).find(stops).unwrap_or(far);
        let closes = |w: usize| w == self.words.len() || self.sign_before(w) || self.joins(w);
        let mut commas = 0;
        for at in word..end {
            commas += usize::from(at > word && self.comma_before(at));
            let behind = at + speech.closing.len().max(1);
            // A pair of commas stands around an apposition; behind one alone another clause begins.
            if commas % 2 != 0 || !closes(behind) {
                continue;
            }
            if speech.closing.is_empty() {
                let before = commas == 0 && at > word;
                if before && self.pack.has(Class::SeparablePrefix, &self.words[at].form) {
                    return None;
                }
            } else if self.goes_on(at, &speech.closing) {
                return Some(at..behind);
            }
        }
        speech.closing.is_empty().then_some(word..word)
    }

    fn joins(&self, word: usize) -> bool {
        self.is_complement(word) || self.pack.has(Class::Coordinator, &self.words[word].form)
    }

    /// Whether a verb of speech carries its object: `تنفيه`, `اعتبرته`.
    pub(super) fn refers_back(&self, word: usize) -> bool {
        let plain = |form| self.pack.speech.contains_key(form);
        !self.unglued(&self.words[word].form).any(plain) && self.without_object(word).is_some()
    }

    /// An Arabic verb without the object that is glued to it, in a clause that depends on what stands before. The
    /// feminine ending that looks like it once folded (`حملة`) is none.
    fn without_object(&self, word: usize) -> Option<&str> {
        let w = self.words.get(word)?;
        let bare = self.pack.without_pronoun(&w.form)?;
        let last = |text: &str| text.chars().next_back();
        if last(&self.text[w.span.clone()]) != last(&w.form) {
            return None;
        }
        let depends = word > 0 && self.pack.has(Class::Relative, &self.words[word - 1].form);
        (depends || shape::is_verbal(bare)).then_some(bare)
    }

    /// `مديرته`, `حكومتها`: somebody's, and so definite.
    pub(super) fn is_possessed(&self, word: usize) -> bool {
        let possessor = self.pack.without_pronoun(&self.words[word].form);
        possessor.is_some() && shape::is_possessed(self.slice(word..word + 1))
    }

    /// Whether a conjunction stands at `word`, glued to it in Arabic.
    pub(super) fn is_coordinated_at(&self, word: usize) -> bool {
        let form = &self.words[word].form;
        self.pack.has(Class::Coordinator, form) || self.pack.begins(form, &[Clitic::Conjunction])
    }

    /// Whether the article uses a word more than once.
    pub(super) fn is_known(&self, form: &str) -> bool {
        self.known.contains(form)
    }

    /// Whether the gap before `word` holds a dash: it parts what is said from `— сказал он` in Russian.
    pub(super) fn dash_before(&self, word: usize) -> bool {
        self.gap(word).contains(['—', '–'])
    }

    /// A form as it stands, and without the conjunction that Arabic glues to it.
    pub(super) fn unglued<'f>(&self, form: &'f str) -> impl Iterator<Item = &'f str> + use<'f> {
        let bare = self.pack.without_conjunction(form);
        std::iter::once(form).chain(bare)
    }

    /// Whether a word tells where or when, a glued conjunction aside: `وفي`.
    pub(super) fn opens_circumstance(&self, word: usize) -> bool {
        self.unglued(&self.words[word].form)
            .any(|form| self.pack.has(Class::Circumstance, form))
    }

    /// Whether a clause that begins here leaves what is said: `وهي عبارة …`, the outlet's explanation.
    pub(super) fn own_voice_at(&self, word: usize) -> bool {
        let explains = |form: &str| self.pack.has(Class::Explainer, form);
        let next = self.words.get(word + 1);
        self.words.get(word).is_some_and(|w| {
            explains(&w.form) || next.is_some_and(|n| explains(&format!("{} {}", w.form, n.form)))
        })
    }

    /// Whether a word is the end of a connective of two, and so opens nothing that is said: `غير أن`.
    pub(super) fn ends_connective(&self, word: usize) -> bool {
        let Some(first) = word.checked_sub(1).filter(|_| self.is_complement(word)) else {
            return false;
        };
        let known = self.pack.connectives.get(&self.words[first].form);
        known.is_some_and(|known| {
            known.iter().any(|c| {
                let placed = c.place == CutPosition::Free || self.comma_before(first);
                placed && c.words.len() == 2 && c.words[1] == self.words[word].form
            })
        })
    }

    /// Whether a word opens what is said: `that`, `أن`.
    pub(super) fn is_complement(&self, word: usize) -> bool {
        self.words
            .get(word)
            .is_some_and(|w| self.pack.has(Class::Complementizer, &w.form))
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
        // `0,4 %`: a sign of its own behind a space belongs to the figure before it.
        let spaced = trail.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
        let sign = spaced
            .chars()
            .next()
            .filter(|c| matches!(c, '%' | '€' | '‰'));
        let skipped = sign.map_or(0, |c| trail.len() - spaced.len() + c.len_utf8());
        let closing = skipped
            + trail[skipped..]
                .find(|c: char| c.is_whitespace() || is_dividing(c))
                .unwrap_or(trail.len() - skipped);
        let tight = bytes.start - opening..bytes.end + closing;
        self.with_spaced_marks(tight, words)
    }

    /// French sets a space inside its marks: `« oui »`.
    fn with_spaced_marks(&self, tight: Range<usize>, words: Range<usize>) -> Range<usize> {
        let idle = |bytes: Range<usize>| {
            self.text[bytes]
                .chars()
                .all(|c| c.is_whitespace() || matches!(c, '.' | '!' | '?' | '…'))
        };
        let (before, behind) = (self.gap_bytes(words.start), self.gap_bytes(words.end));
        let opens = self.quotations.iter().find(|q| {
            before.contains(&q.span.start)
                && q.inner.start <= tight.start
                && idle(q.inner.start..tight.start)
        });
        let closes = self.quotations.iter().find(|q| {
            behind.contains(&q.inner.end)
                && tight.end <= q.inner.end
                && idle(tight.end..q.inner.end)
        });
        opens.map_or(tight.start, |q| q.span.start)..closes.map_or(tight.end, |q| q.span.end)
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

/// Whether nearly all long words of a text begin with a capital: `Mayor Lee Opens Harbour Books`.
fn is_title_case(text: &str, pack: &Pack) -> bool {
    const LETTERS: usize = 4;
    const FEWEST: usize = 4;
    let long = || {
        text.split(|c: char| !c.is_alphabetic())
            .filter(|w| w.chars().count() >= LETTERS)
    };
    let capitals = long().filter(|w| w.starts_with(char::is_uppercase)).count();
    // Of five long words at most one may be small: fitted by eye on headlines of US outlets, 2026-11-27.
    !pack.is(Property::CapitalNouns)
        && long().count() >= FEWEST
        && 5 * capitals >= 4 * long().count()
}

/// Signs that stand between claims rather than in one.
fn is_dividing(c: char) -> bool {
    matches!(c, ',' | '،' | ';' | '؛' | ':' | '–' | '—' | '、' | '，')
}
