//! One side's words and names, ready for search.

use super::spelling::plain;
use crate::article::Article;
use crate::claim;
use crate::language::names::NameKey;
use crate::language::{PARTICLES, Pack, Word, WordKind, pack, words};
use std::collections::BTreeMap;
use std::ops::Range;

/// A paragraph of the report in words.
pub(super) struct Page<'a> {
    /// Index into the article's paragraphs.
    pub paragraph: usize,
    /// Its text.
    pub text: &'a str,
    /// Its words.
    pub words: Vec<Word>,
}

impl Page<'_> {
    /// Whether the gap before a word holds any sign but spaces and hyphens.
    pub(super) fn is_cut_before(&self, word: usize) -> bool {
        let gap = &self.text[self.words[word - 1].span.end..self.words[word].span.start];
        gap.chars()
            .any(|c| !c.is_whitespace() && c != '-' && c != '\u{0640}')
    }

    /// The verbatim text of some words.
    pub(super) fn slice(&self, words: &Range<usize>) -> &str {
        &self.text[self.words[words.start].span.start..self.words[words.end - 1].span.end]
    }
}

/// A name that the article shows to be one, in one spelling.
pub(super) struct Form {
    /// As first spelled.
    pub text: String,
    /// Ready for comparing.
    pub key: NameKey,
    /// Its words, folded.
    pub words: Vec<String>,
    /// The paragraphs it stands in.
    pub paragraphs: Vec<usize>,
}

/// A distinct word and where it stands.
pub(super) struct Entry {
    /// Ready for comparing.
    pub key: NameKey,
    /// Page and word.
    pub places: Vec<(usize, usize)>,
}

/// One side.
pub(super) struct Sheet<'a> {
    /// The rules of its language.
    pub pack: &'static Pack,
    /// The report's paragraphs.
    pub pages: Vec<Page<'a>>,
    /// Its names by their plain spelling.
    pub forms: BTreeMap<String, Form>,
    /// Its words of letters by their folded spelling.
    pub vocabulary: BTreeMap<String, Entry>,
    /// The names where they stand: page and bytes.
    pub spans: Vec<(usize, Range<usize>)>,
    /// All of it in plain spelling, for the question whether a name stands here letter by letter.
    everything: String,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(article: &'a Article) -> Sheet<'a> {
        let pack = pack(&article.language);
        let report = article
            .paragraphs
            .iter()
            .enumerate()
            .filter(|(_, p)| p.kind.is_report());
        let pages: Vec<Page> = report
            .map(|(paragraph, p)| Page {
                paragraph,
                text: &p.text,
                words: words(&p.text, pack),
            })
            .collect();
        let mut sheet = Sheet {
            pack,
            vocabulary: vocabulary(&pages),
            everything: everything(&pages),
            forms: BTreeMap::new(),
            spans: Vec::new(),
            pages,
        };
        for name in claim::names(article) {
            sheet.learn(&name);
        }
        sheet
    }

    fn learn(&mut self, name: &claim::Spot) {
        let Some(page) = self
            .pages
            .iter()
            .position(|p| p.paragraph == name.paragraph)
        else {
            return;
        };
        let text = &self.pages[page].text[name.span.clone()];
        let found = words(text, self.pack);
        let letters = found.iter().filter(|w| w.kind == WordKind::Letters);
        let form = self.forms.entry(plain(text)).or_insert_with(|| Form {
            text: text.to_owned(),
            key: NameKey::new(text),
            words: letters.map(|w| w.form.clone()).collect(),
            paragraphs: Vec::new(),
        });
        form.paragraphs.push(name.paragraph);
        self.spans.push((page, name.span.clone()));
    }

    /// Whether a name stands here letter by letter.
    pub(super) fn has(&self, plain: &str) -> bool {
        self.count(plain) > 0
    }

    /// How often a name, in its plain spelling, stands here.
    pub(super) fn count(&self, plain: &str) -> usize {
        let free = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        self.everything
            .match_indices(plain)
            .filter(|(at, _)| {
                let before = self.everything[..*at].chars().next_back();
                let particle = |c: char| self.pack.is_apart(c.encode_utf8(&mut [0; 4]), PARTICLES);
                let clitic = before.is_some_and(particle)
                    && free(self.everything[..*at].chars().rev().nth(1));
                let open = clitic || free(before);
                open && free(self.everything[at + plain.len()..].chars().next())
            })
            .count()
    }

    /// The longest name that holds some bytes of a page.
    pub(super) fn name_around(&self, page: usize, bytes: &Range<usize>) -> Option<&Form> {
        let holds = |span: &Range<usize>| span.start <= bytes.start && bytes.end <= span.end;
        let (_, span) = self
            .spans
            .iter()
            .find(|(p, span)| *p == page && holds(span))?;
        self.forms.get(&plain(&self.pages[page].text[span.clone()]))
    }
}

fn vocabulary(pages: &[Page]) -> BTreeMap<String, Entry> {
    let mut found: BTreeMap<String, Entry> = BTreeMap::new();
    for (page, words) in pages.iter().map(|p| &p.words).enumerate() {
        for (at, word) in words.iter().enumerate() {
            if word.kind == WordKind::Letters {
                let entry = found.entry(word.form.clone()).or_insert_with(|| Entry {
                    key: NameKey::new(&word.form),
                    places: Vec::new(),
                });
                entry.places.push((page, at));
            }
        }
    }
    found
}

fn everything(pages: &[Page]) -> String {
    pages
        .iter()
        .map(|p| plain(p.text))
        .collect::<Vec<_>>()
        .join("\n")
}
