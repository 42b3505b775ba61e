//! The answer in about twenty lines: what an editor sees first, and the top of every report.
//!
//! Nothing is summarised: every word is an article's own, cut at the borders of clauses ([`crate::report::cut`]).

use super::exchange::{Statement, marks_of};
use super::framing::{label, mouths, named};
use super::line::{Line, Piece, Quote, Slot, joined};
use super::pair::Pair;
use super::place::{Ref, Which};
use super::{Compared, is_shared, ref_name};
use crate::article::Kind;
use crate::model::{DifferenceKind, Finding, Label, MarkKind, Verdict};
use crate::report::attributed;
use crate::report::cut;
use crate::report::messages::{Arg, Messages, Msg};
use crate::report::weight::weightiest;
use std::collections::BTreeSet;
use std::ops::Range;

/// No brief has more lines in a terminal.
const LINES: usize = 26;
/// What is left out first, down to so many rows; no topics: what one of two outlets alone tells.
const SPARED: [(&[Topic], usize); 8] = [
    (&[Topic::Both, Topic::Several, Topic::Names], 0),
    (&[Topic::Alone], 6),
    (&[Topic::Labels], 2),
    (&[], 2),
    (&[Topic::Alone], 3),
    (&[Topic::Updates, Topic::Labels], 1),
    (&[], 1),
    (&[Topic::Conflicts, Topic::Alone], 1),
];
/// So many labels and spellings, claims of both, claims of one are shown.
const SHOWN: usize = 3;
/// So many characters of a lead, where there is no headline.
const HEAD: usize = 80;
/// So many characters of a claim in JSON.
pub(in crate::report) const MOST: usize = 110;
/// So many in a report, where all of the text stands below; a terminal has as much as its width gives.
pub(in crate::report) const PAGE: usize = 60;

/// The answer.
#[derive(Debug, Clone, Default)]
pub(in crate::report) struct Brief<'a> {
    /// The outlets.
    pub heads: Vec<Head<'a>>,
    /// How much meets, conflicts, stands alone.
    pub counts: Line<'a>,
    /// What there is to say, the weightiest first.
    pub sections: Vec<Section<'a>>,
}

/// An outlet.
#[derive(Debug, Clone)]
pub(in crate::report) struct Head<'a> {
    pub letter: String,
    pub name: &'a str,
    /// `ar · 16 ¶`
    pub about: String,
    /// The headline, or the beginning of the lead where there is none.
    pub headline: Line<'a>,
}

/// What a section is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report) enum Topic {
    Conflicts,
    Updates,
    Labels,
    Names,
    Both,
    /// The same in a story of more than two outlets.
    Several,
    /// What one outlet of more than two alone tells.
    Alone,
    /// What one outlet of two alone tells.
    Only(usize),
}

/// Some rows about one thing.
#[derive(Debug, Clone)]
pub(in crate::report) struct Section<'a> {
    pub topic: Topic,
    /// Each row has what one outlet says or what several do.
    pub rows: Vec<Vec<Said<'a>>>,
    /// How many rows there would be.
    pub all: usize,
}

/// What an outlet says.
#[derive(Debug, Clone)]
pub(in crate::report) struct Said<'a> {
    /// 0 for A.
    pub outlet: usize,
    /// Where.
    pub at: Line<'a>,
    /// In whose mouth.
    pub who: Line<'a>,
    /// The words.
    pub words: Line<'a>,
    /// The claim, as JSON names it.
    pub claim: Option<&'a str>,
}

impl<'a> Brief<'a> {
    /// Of two articles, with so many characters of each claim.
    pub fn of(pair: &Pair<'a>, most: usize) -> Self {
        let mut brief = Brief {
            heads: Which::BOTH.map(|which| head(pair, which)).into(),
            counts: counts(pair),
            sections: vec![
                exchanges(pair, Topic::Conflicts, most, usize::MAX, |v| {
                    v == Verdict::Conflict
                }),
                exchanges(pair, Topic::Updates, most, usize::MAX, |v| {
                    v == Verdict::Development
                }),
                labels(pair),
                names(pair),
                exchanges(pair, Topic::Both, most, SHOWN, is_shared),
                only(pair, Which::A, most),
                only(pair, Which::B, most),
            ],
        };
        brief.fit(2);
        brief
    }

    /// How many rows of labels it has.
    pub fn labels(&self) -> usize {
        let labels = self.section(Topic::Labels);
        labels.map_or(0, |section| section.rows.len())
    }

    /// Whether all that there is of a topic stands here.
    pub fn tells_all(&self, topic: Topic) -> bool {
        let told = self.section(topic);
        told.is_none_or(|section| section.rows.len() == section.all)
    }

    fn section(&self, topic: Topic) -> Option<&Section<'a>> {
        self.sections.iter().find(|section| section.topic == topic)
    }

    /// Without what stands in the table below it.
    pub fn top(mut self) -> Self {
        self.sections
            .retain(|s| !matches!(s.topic, Topic::Both | Topic::Only(_)));
        self
    }

    /// Leaves out what weighs least until the lines do, where so many of a row stand beside each other.
    pub fn fit(&mut self, beside: usize) {
        self.sections.retain(|section| !section.rows.is_empty());
        while self.lines(beside) > LINES {
            let longer = |section: &Section<'_>, (topics, least): &(&[Topic], usize)| {
                let is_only = matches!(section.topic, Topic::Only(_));
                let is_here = topics.contains(&section.topic) || (topics.is_empty() && is_only);
                is_here && section.rows.len() > *least
            };
            let all = |rule: &_| self.sections.iter().any(|section| longer(section, rule));
            let Some(rule) = SPARED.iter().find(|rule| all(rule)) else {
                return;
            };
            let sections = self
                .sections
                .iter_mut()
                .filter(|section| longer(section, rule));
            if let Some(section) = sections.max_by_key(|section| section.rows.len()) {
                section.rows.pop();
            }
            self.sections.retain(|section| !section.rows.is_empty());
        }
    }

    fn lines(&self, beside: usize) -> usize {
        let row = |row: &Vec<Said<'a>>| row.len().div_ceil(beside);
        let section = |section: &Section<'a>| 1 + section.rows.iter().map(row).sum::<usize>();
        let counts = 3 - beside;
        self.heads.len() + counts + self.sections.iter().map(section).sum::<usize>()
    }
}

impl<'a> Brief<'a> {
    /// The same as rows of a report's table; what each tells alone stands beside each other.
    pub fn rows(&self, pair: &Pair<'a>) -> Vec<Compared<'a>> {
        let mut rows = vec![Compared {
            item: pair.own(Msg::RowHeadline),
            sides: [0, 1].map(|outlet| self.heads[outlet].headline.clone()),
            note: Vec::new(),
        }];
        let (alone, told): (Vec<_>, Vec<_>) = self
            .sections
            .iter()
            .partition(|section| matches!(section.topic, Topic::Only(_)));
        for section in told {
            let title = section.title(pair.messages);
            for (n, row) in section.rows.iter().enumerate() {
                let mut sides = [Vec::new(), Vec::new()];
                for said in row {
                    sides[said.outlet] = said.line(pair);
                }
                rows.push(Compared {
                    item: if n == 0 {
                        vec![Piece::Own(title.clone())]
                    } else {
                        Vec::new()
                    },
                    sides,
                    note: Vec::new(),
                });
            }
        }
        rows.extend(beside(pair, &alone));
        rows
    }
}

/// What each outlet alone tells, beside each other though nothing joins them: that takes half of the room.
fn beside<'a>(pair: &Pair<'a>, alone: &[&Section<'a>]) -> Vec<Compared<'a>> {
    let longest = alone.iter().map(|section| section.rows.len()).max();
    let titles = alone
        .iter()
        .map(|section| vec![Piece::Own(section.title(pair.messages))]);
    let title = joined(pair.messages, Msg::ListSemicolon, titles);
    let row = |n: usize| {
        let mut sides = [Vec::new(), Vec::new()];
        for said in alone
            .iter()
            .filter_map(|section| section.rows.get(n))
            .flatten()
        {
            sides[said.outlet] = said.line(pair);
        }
        Compared {
            item: if n == 0 { title.clone() } else { Vec::new() },
            sides,
            note: Vec::new(),
        }
    };
    (0..longest.unwrap_or(0)).map(row).collect()
}

impl<'a> Said<'a> {
    /// Where and in whose mouth, and the words below it, or a label and where it stands; a brief alone has nothing to link to.
    fn line(&self, pair: &Pair<'a>) -> Line<'a> {
        let place = |piece: &Piece<'a>| match piece {
            Piece::Ref(at) if pair.view.brief => Piece::Own(ref_name(pair, *at)),
            piece => piece.clone(),
        };
        let mut said: Line<'a> = self.at.iter().map(place).collect();
        if !said.is_empty() && !self.who.is_empty() {
            said.push(Piece::Own(" · ".to_owned()));
        }
        said.extend(self.who.iter().cloned());
        let is_label = self.claim.is_none();
        let (first, second) = if is_label {
            (&self.words, &said)
        } else {
            (&said, &self.words)
        };
        let mut line = first.clone();
        if !first.is_empty() && !second.is_empty() {
            line.push(if is_label {
                Piece::Own(" – ".to_owned())
            } else {
                Piece::Break
            });
        }
        line.extend(second.iter().cloned());
        line
    }
}

impl Section<'_> {
    /// Its heading: how many rows there are stands there where not all are shown.
    pub fn title(&self, messages: Messages) -> String {
        let letter = |outlet| messages.letter(outlet);
        let title = match self.topic {
            Topic::Conflicts => messages.say(Msg::BriefConflicts),
            Topic::Updates => messages.say(Msg::BriefUpdates),
            Topic::Labels => messages.say(Msg::BriefLabels),
            Topic::Names => messages.say(Msg::BriefNames),
            Topic::Both => messages.say(Msg::BriefBoth),
            Topic::Several => messages.say(Msg::BriefSeveral),
            Topic::Alone => messages.say(Msg::BriefAlone),
            Topic::Only(outlet) => {
                let letter = letter(outlet);
                messages.fill(Msg::BriefOnly, &[("side", Arg::Text(&letter))])
            }
        };
        if self.all == self.rows.len() {
            return title;
        }
        let args = [
            ("title", Arg::Text(&title)),
            ("shown", Arg::Count(self.rows.len())),
            ("n", Arg::Count(self.all)),
        ];
        messages.fill(Msg::BriefSome, &args)
    }
}

fn head<'a>(pair: &Pair<'a>, which: Which) -> Head<'a> {
    let article = pair.article(which);
    let n = pair.messages.number(pair.numbers(which).bodies);
    let lead = || {
        let paragraphs = &article.paragraphs;
        let lead = paragraphs.iter().find(|p| p.kind == Kind::Body);
        let mut line = pair.own(Msg::BriefUntitled);
        if let Some(lead) = lead {
            line.push(Piece::Own(" ".to_owned()));
            let end = cut::beginning(&lead.text, HEAD);
            line.extend(clipped(&pair.words(which, &lead.text), 0..end));
        }
        line
    };
    Head {
        letter: pair.letter(which),
        name: &article.name,
        about: format!("{} · {n} ¶", article.language),
        headline: match &article.title {
            Some(title) => vec![pair.quote(which, title)],
            None => lead(),
        },
    }
}

/// `2 claims meet, 8 perhaps · no conflict found · …`
fn counts<'a>(pair: &Pair<'a>) -> Line<'a> {
    let meet = Verdict::ALL.into_iter().filter(|&v| is_shared(v));
    let disputes = |verdict| Slot::Count(distinct(pair, |v| v == verdict).len());
    let slots = vec![
        ("meet", Slot::Count(meet.map(|v| pair.count(v)).sum())),
        ("perhaps", Slot::Count(pair.count(Verdict::Related))),
        ("conflicts", disputes(Verdict::Conflict)),
        ("updates", disputes(Verdict::Development)),
        ("a", Slot::Count(alone(pair, Which::A).len())),
        ("b", Slot::Count(alone(pair, Which::B).len())),
    ];
    pair.line(Msg::BriefCounts, slots)
}

/// The claims of one side that the other has not, not even perhaps.
fn alone(pair: &Pair<'_>, which: Which) -> BTreeSet<usize> {
    let claims = |wanted: Verdict| {
        let findings = pair
            .comparison
            .findings
            .iter()
            .filter(move |f| f.verdict == wanted);
        findings.flat_map(move |finding| claims_of(finding, which).iter().copied())
    };
    let related: BTreeSet<usize> = claims(Verdict::Related).collect();
    let alone = claims([Verdict::OnlyLeft, Verdict::OnlyRight][which.index()]);
    alone.filter(|claim| !related.contains(claim)).collect()
}

fn claims_of(finding: &Finding, which: Which) -> &[usize] {
    match which {
        Which::A => &finding.left,
        Which::B => &finding.right,
    }
}

/// The findings of these verdicts by their place in A, then in B. What differs in the same two values is told once: a
/// headline and its lead dispute one figure.
fn distinct<'a>(pair: &Pair<'a>, wanted: impl Fn(Verdict) -> bool) -> Vec<&'a Finding> {
    let findings = pair.comparison.findings.iter();
    let mut findings: Vec<&Finding> = findings.filter(|f| wanted(f.verdict)).collect();
    findings.sort_by_key(|f| (f.left.first().copied(), f.right.first().copied()));
    let mut told = BTreeSet::new();
    findings.retain(|finding| {
        let is_told = matches!(finding.verdict, Verdict::Conflict | Verdict::Development);
        let mut values = finding.differences.iter();
        let value = values.find(|d| !d.left.is_empty() && !d.right.is_empty());
        let value = value.filter(|d| is_told && d.kind != DifferenceKind::Detail);
        value.is_none_or(|d| told.insert((d.left.to_lowercase(), d.right.to_lowercase())))
    });
    findings
}

fn exchanges<'a>(
    pair: &Pair<'a>,
    topic: Topic,
    most: usize,
    shown: usize,
    wanted: impl Fn(Verdict) -> bool,
) -> Section<'a> {
    let findings = distinct(pair, |v| wanted(v) && pair.view.shows(v));
    let row = |finding: &&'a Finding| {
        let said = Which::BOTH.into_iter().filter_map(|which| {
            let claim = *claims_of(finding, which).first()?;
            said(pair, which, claim, Some(finding), most)
        });
        said.collect()
    };
    Section {
        topic,
        all: findings.len(),
        rows: findings.iter().take(shown).map(row).collect(),
    }
}

fn only<'a>(pair: &Pair<'a>, which: Which, most: usize) -> Section<'a> {
    let shown = pair
        .view
        .shows([Verdict::OnlyLeft, Verdict::OnlyRight][which.index()]);
    let alone = if shown {
        alone(pair, which)
    } else {
        BTreeSet::new()
    };
    let all = alone.len();
    let claims = weightiest(pair.side(which), alone.into_iter()).into_iter();
    let said = claims.filter_map(|claim| said(pair, which, claim, None, most * 3 / 2));
    Section {
        topic: Topic::Only(which.index()),
        rows: said.take(SHOWN).map(|said| vec![said]).collect(),
        all,
    }
}

/// A claim, cut to what the finding is about.
fn said<'a>(
    pair: &Pair<'a>,
    which: Which,
    index: usize,
    finding: Option<&'a Finding>,
    most: usize,
) -> Option<Said<'a>> {
    let claim = pair.claim(which, index)?;
    let marks = finding.map_or(&[][..], |finding| &finding.marks[which.index()]);
    let marks = marks_of(claim, index, marks);
    let statement = Statement::of(pair, which, claim, &marks);
    let figure = claim.figures.iter().find(|figure| !figure.ordinal);
    let value = marks.iter().find(|(_, kind)| *kind == MarkKind::Value);
    let shared = marks.iter().rfind(|(_, kind)| *kind == MarkKind::Shared);
    let seen = match finding {
        None => figure.map(|figure| figure.span.clone()),
        Some(finding) => value
            .map(|(span, _)| span.clone())
            .or_else(|| difference(finding, which, &claim.text))
            .or_else(|| shared.map(|(span, _)| span.clone())),
    };
    // The outlet's own voice is worth a word where the two differ.
    let says =
        finding.is_some_and(|f| matches!(f.verdict, Verdict::Conflict | Verdict::Development));
    let span = cut::around(&claim.text, &seen.unwrap_or(0..0), most);
    let speaker = claim.speaker.as_ref();
    let is_named = speaker.is_some_and(|s| attributed::names_itself(s, &claim.text[span.clone()]));
    Some(Said {
        outlet: which.index(),
        at: vec![Piece::Ref(statement.at)],
        who: if !is_named && (says || speaker.is_some()) {
            attributed::voice(pair.messages, speaker, |name| pair.quote(which, name))
        } else {
            Vec::new()
        },
        words: clipped(&statement.words, span),
        claim: Some(&claim.id),
    })
}

/// Where a claim has the first value that differs.
fn difference(finding: &Finding, which: Which, text: &str) -> Option<Range<usize>> {
    let values = finding
        .differences
        .iter()
        .filter(|d| d.kind != DifferenceKind::Detail);
    let mut values = values.map(|d| match which {
        Which::A => d.left.as_str(),
        Which::B => d.right.as_str(),
    });
    let value = values.find(|value| !value.is_empty() && text.contains(value))?;
    let at = text.find(value)?;
    Some(at..at + value.len())
}

/// A part of a quotation, with signs where it is cut.
pub(in crate::report) fn clipped<'a>(quote: &Quote<'a>, span: Range<usize>) -> Line<'a> {
    let inside = |(mark, kind): &(Range<usize>, MarkKind)| {
        let [start, end] = [mark.start, mark.end].map(|at| at.clamp(span.start, span.end));
        (start < end).then(|| (start - span.start..end - span.start, *kind))
    };
    let cut = |is_cut: bool| is_cut.then(|| Piece::Own("…".to_owned()));
    let words = Quote {
        text: &quote.text[span.clone()],
        marks: quote.marks.iter().filter_map(inside).collect(),
        ..quote.clone()
    };
    let pieces = [
        cut(span.start > 0),
        Some(Piece::Quote(words)),
        cut(span.end < quote.text.len()),
    ];
    pieces.into_iter().flatten().collect()
}

/// The first labels: those that both have before those of one.
fn labels<'a>(pair: &Pair<'a>) -> Section<'a> {
    let framing = &pair.comparison.framing;
    let row = |framing: &'a crate::model::Framing| {
        let labels = Which::BOTH
            .into_iter()
            .filter_map(|which| Some((which, label(framing, which)?)));
        labels
            .map(|(which, label)| called(pair, which, label))
            .collect()
    };
    Section {
        topic: Topic::Labels,
        rows: framing.iter().take(SHOWN).map(row).collect(),
        all: framing.len(),
    }
}

/// `“hybrid attack” 2×`, and in whose mouth.
fn called<'a>(pair: &Pair<'a>, which: Which, label: &'a Label) -> Said<'a> {
    let words = named(pair.messages, label, pair.quote(which, &label.term));
    let places = label
        .paragraphs
        .iter()
        .filter_map(|&n| pair.numbers(which).at(n));
    let mut places: Vec<Ref> = places.collect();
    places.dedup();
    Said {
        outlet: which.index(),
        at: pair.refs(places.into_iter().take(1)),
        who: mouths(pair.messages, label, &|name| pair.quote(which, name)),
        words: pair.with_gloss(&label.term, words),
        claim: None,
    }
}

/// One person or place that the two spell differently.
fn names<'a>(pair: &Pair<'a>) -> Section<'a> {
    let names = pair.comparison.names.iter();
    let names: Vec<_> = names
        .filter(|n| n.left.iter().any(|a| !n.right.contains(a)) && !n.right.is_empty())
        .filter(|n| n.right.iter().any(|b| !n.left.contains(b)))
        .collect();
    let spelled = |which: Which, all: &'a [String]| Said {
        outlet: which.index(),
        at: Vec::new(),
        who: Vec::new(),
        words: joined(
            pair.messages,
            Msg::ListSlash,
            all.iter().map(|n| vec![pair.quote(which, n)]),
        ),
        claim: None,
    };
    let rows = names.iter().take(SHOWN);
    Section {
        topic: Topic::Names,
        all: names.len(),
        rows: rows
            .map(|n| vec![spelled(Which::A, &n.left), spelled(Which::B, &n.right)])
            .collect(),
    }
}
