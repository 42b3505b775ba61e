//! Where one side uses a label: in quotation marks, behind `so-called`, or by a word that judges.

use crate::article::{Article, Kind};
use crate::claim;
use crate::compare::Side;
use crate::language::arabic::morphology::{ACCUSATIVE, may_be_adjective};
use crate::language::frequency::zipf;
use crate::language::{
    BEFORE_NOUNS, Class, Clitic, Labels, Pack, Property, Sense, Word, WordKind, pack, words,
};
use std::ops::Range;

/// One use of a label.
#[derive(Debug, Clone)]
pub(super) struct Usage {
    /// Index into the article's paragraphs.
    pub paragraph: usize,
    /// Byte range in the paragraph's text.
    pub span: Range<usize>,
    /// The words there, verbatim.
    pub term: String,
    /// Their stems.
    pub stems: Vec<String>,
    /// The same for the question whether the other side has it too.
    pub cores: Vec<String>,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
    /// Whether the outlet keeps it at arm's length.
    pub distanced: bool,
    /// Whether it stands in the headline.
    pub headline: bool,
    /// Which of the newsroom's labels it is.
    pub watched: Option<usize>,
    /// What it labels, where the tables know.
    pub sense: Option<Sense>,
    /// Index into the side's claims.
    pub claim: Option<usize>,
}

/// The most words taken behind a distancing phrase.
const BEHIND: usize = 3;
/// The most words of a label that a table's word begins.
const LONGEST: usize = 3;
/// A word commoner than this ends a label.
const COMMON: f32 = 5.8;

/// All uses of labels on one side, in reading order.
pub(super) fn usages(side: &Side, watch: &[String]) -> Vec<Usage> {
    let pack = pack(&side.article.language);
    let watch: Vec<Vec<String>> = watch
        .iter()
        .map(|term| stems(term, &side.article.language))
        .collect();
    let labels = pack.labels();
    let quoted = claim::quoted_terms(&side.article);
    let mut found = Vec::new();
    for (paragraph, p) in side.article.paragraphs.iter().enumerate() {
        if p.kind.is_report() {
            let quoted = quoted.iter().filter(|t| t.paragraph == paragraph);
            let page = Page {
                side,
                paragraph,
                headline: p.kind == Kind::Title,
                text: &p.text,
                words: words(&p.text, pack),
                quoted: quoted.map(|t| t.span.clone()).collect(),
                watch: &watch,
                pack,
                labels,
            };
            page.collect(&mut found);
        }
    }
    found
}

/// One paragraph with what is asked of it.
struct Page<'a> {
    side: &'a Side,
    paragraph: usize,
    headline: bool,
    text: &'a str,
    words: Vec<Word>,
    quoted: Vec<Range<usize>>,
    watch: &'a [Vec<String>],
    pack: &'static Pack,
    labels: &'a Labels,
}

impl Page<'_> {
    /// Labels that the newsroom watches are found wherever they stand, also within another one.
    fn collect(&self, found: &mut Vec<Usage>) {
        let mut free = 0;
        for at in 0..self.words.len() {
            let usage = self.watched(at).or_else(|| {
                let own = || self.in_marks(at).or_else(|| self.at_arms_length(at));
                let any = || own().or_else(|| self.by_word(at));
                (at >= free).then(any).flatten()
            });
            if let Some((words, usage)) = usage {
                free = free.max(words.end);
                found.push(usage);
            }
        }
    }

    /// A label that the newsroom watches, quoted or not.
    fn watched(&self, at: usize) -> Option<(Range<usize>, Usage)> {
        let stands = |term: &&Vec<String>| {
            let mut words = self.words[at..].iter().map(|w| core(w, self.pack));
            !term.is_empty() && term.iter().all(|stem| words.next().as_ref() == Some(stem))
        };
        let which = self.watch.iter().position(|term| stands(&term))?;
        let end = at + self.watch[which].len();
        let usage = self.usage(at..end);
        let within = |q: &&Range<usize>| q.start <= usage.span.start && usage.span.end <= q.end;
        Some((
            at..end,
            Usage {
                watched: Some(which),
                quoted: self.quoted.iter().any(|q| within(&q)),
                distanced: self.labels.distanced(&self.words, at).is_some(),
                ..usage
            },
        ))
    }

    /// A quoted term that begins with a word.
    fn in_marks(&self, at: usize) -> Option<(Range<usize>, Usage)> {
        let start = self.words[at].span.start;
        let span = self.quoted.iter().find(|q| q.start == start)?;
        if self.is_of_the_outlet(&self.text[span.clone()]) {
            return None;
        }
        let end = self.words.partition_point(|w| w.span.start < span.end);
        let usage = self.usage(at..end);
        let distanced = self.labels.distanced(&self.words, at).is_some();
        Some((
            at..end,
            Usage {
                quoted: true,
                distanced,
                ..usage
            },
        ))
    }

    /// Whether a term is the outlet's name: it stands in the credit, in a related link, in the article's name.
    fn is_of_the_outlet(&self, term: &str) -> bool {
        let article = &self.side.article;
        let mut rest = article.paragraphs.iter().filter(|p| !p.kind.is_report());
        article.name.contains(term) || rest.any(|p| p.text.contains(term))
    }

    /// What stands behind a distancing phrase.
    fn at_arms_length(&self, at: usize) -> Option<(Range<usize>, Usage)> {
        self.labels.distanced(&self.words, at)?;
        let ends = |w: usize| w >= self.words.len() || self.is_cut(w) || self.is_common(w);
        if self.is_cut(at) || self.is_common(at) || self.words[at].kind == WordKind::Number {
            return None;
        }
        let form = self.words[at].form.as_str();
        if self.pack.is(Property::VerbFirst)
            && !self
                .pack
                .begins(form, &[Clitic::Preposition, Clitic::Article])
        {
            return None; // the subject: `ما وصفه خبراء بأنه`
        }
        let known = self.labels.sense(&self.words, at).map_or(1, |(n, _)| n);
        let end = (at + known..at + BEHIND)
            .find(|&w| ends(w))
            .unwrap_or((at + BEHIND).max(at + known));
        let usage = self.usage(at..end);
        Some((
            at..end,
            Usage {
                distanced: true,
                ..usage
            },
        ))
    }

    /// A label that a word of the tables begins.
    fn by_word(&self, at: usize) -> Option<(Range<usize>, Usage)> {
        let (length, _) = self.labels.sense(&self.words, at)?;
        let mut end = at + length;
        while end < at + LONGEST && end < self.words.len() && self.goes_on(at, end) {
            end += 1;
        }
        Some((at..end, self.usage(at..end)))
    }

    /// Whether an adjective that agrees, or a complement, goes on with a label.
    fn goes_on(&self, start: usize, word: usize) -> bool {
        if !self.pack.is(Property::DefinitenessAgreement)
            || self.is_cut(word)
            || self.is_common(word)
        {
            return false;
        }
        let definite = |w: usize| self.pack.is_definite(&self.words[w].form);
        let form = self.words[word].form.as_str();
        let adjective = may_be_adjective(form);
        match (definite(start), definite(word)) {
            (true, true) => adjective,
            (false, true) => word == start + 1,
            (false, false) => adjective && form.chars().count() > 3,
            (true, false) => false,
        }
    }

    fn is_cut(&self, word: usize) -> bool {
        let from = if word == 0 {
            0
        } else {
            self.words[word - 1].span.end
        };
        self.text[from..self.words[word].span.start]
            .chars()
            .any(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{0640}'))
    }

    fn is_common(&self, word: usize) -> bool {
        let form = self.words[word].form.as_str();
        self.pack.has(Class::Circumstance, form)
            || self.pack.has(Class::Relative, form)
            || zipf(self.pack.tag, form).is_some_and(|z| z >= COMMON)
    }

    fn usage(&self, words: Range<usize>) -> Usage {
        let first = &self.words[words.start];
        let form = first.form.as_str();
        let article = |rest: &str| self.pack.begins(rest, &[Clitic::Article]);
        let clitic = self.pack.without_particle(form).is_some_and(article)
            || self.pack.begins(form, &[Clitic::Conjunction]) && form.chars().count() > 3;
        let skip = self.text[first.span.start..].chars().next();
        let skip = skip.filter(|_| clitic).map_or(0, char::len_utf8);
        let span = first.span.start + skip..self.words[words.end - 1].span.end;
        let senses = words
            .clone()
            .filter_map(|w| self.labels.sense(&self.words[..words.end], w))
            .map(|(_, s)| s);
        let sense = senses
            .clone()
            .find(|s| s.loaded)
            .or_else(|| senses.clone().next());
        let cores = self.words[words.clone()]
            .iter()
            .map(|w| core(w, self.pack))
            .collect();
        Usage {
            paragraph: self.paragraph,
            term: self.text[span.clone()].to_owned(),
            stems: self.words[words].iter().map(|w| w.stem.clone()).collect(),
            cores,
            quoted: false,
            distanced: false,
            headline: self.headline,
            watched: None,
            sense,
            claim: claim_at(self.side, self.paragraph, span.start),
            span,
        }
    }
}

/// The claim that holds a byte of a paragraph, in its words or in its bare attribution.
fn claim_at(side: &Side, paragraph: usize, byte: usize) -> Option<usize> {
    side.claims.iter().position(|c| {
        c.paragraph == paragraph && (c.span.contains(&byte) || c.attribution.contains(&byte))
    })
}

/// A word for the question whether the other side has it too: its stem, in Arabic its form without clitics, for
/// there a stem is an adjective's too (`إرهاب`, `إرهابية`).
fn core(word: &Word, pack: &Pack) -> String {
    if !pack.has_proclitics() {
        return word.stem.clone();
    }
    let form = word.form.as_str();
    let long = |rest: &&str| rest.chars().count() >= 3;
    let bare = pack.cut(form, BEFORE_NOUNS).find(long).unwrap_or(form);
    let stem = bare.strip_suffix(ACCUSATIVE).filter(long);
    stem.unwrap_or(bare).to_owned()
}

/// A term's words in the form in which terms are told apart.
pub(in crate::compare) fn stems(term: &str, language: &str) -> Vec<String> {
    let pack = pack(language);
    words(term, pack).iter().map(|w| core(w, pack)).collect()
}

/// The words of a whole report, to ask whether the other side has a label too.
pub(super) fn cores(article: &Article) -> Vec<String> {
    let pack = pack(&article.language);
    let report = article.paragraphs.iter().filter(|p| p.kind.is_report());
    report
        .flat_map(|p| words(&p.text, pack))
        .map(|w| core(&w, pack))
        .collect()
}
