//! The answer in about twenty lines, for a story of many outlets.

use super::stance::{claims_of, summary};
use crate::model::{DifferenceKind, Label};
use crate::report::attributed;
use crate::report::cut;
use crate::report::messages::{Messages, Msg};
use crate::report::outline::brief::{Brief, Head, Said, Section, Topic, clipped};
use crate::report::outline::framing::{mouths, named};
use crate::report::outline::line::{Line, Piece, Quote};
use crate::report::outline::place::article_is_rtl;
use crate::report::weight::weightiest;
use crate::story::{self, StoryClaim, StoryLabels, StoryTable, Treatment};
use std::collections::{BTreeMap, BTreeSet};

/// So many labels, claims that several make, and claims of each outlet that it alone makes.
const SHOWN: usize = 3;

/// What makes a brief of a story.
pub(in crate::report) struct Teller<'t, 'a> {
    pub table: &'a StoryTable,
    pub messages: Messages,
    /// So many characters of each claim.
    pub most: usize,
    /// How a claim's place is called.
    pub place: &'t dyn Fn(usize, usize) -> String,
}

impl<'a> Teller<'_, 'a> {
    /// The brief.
    pub fn brief(&self) -> Brief<'a> {
        let outlets = 0..self.table.outlets.len();
        let conflicts = self.conflicts();
        let updates = |stance: &'a Treatment| match stance {
            Treatment::Updates(said) => Some(said.as_slice()),
            _ => None,
        };
        let mut brief = Brief {
            heads: outlets.map(|outlet| self.head(outlet)).collect(),
            counts: vec![Piece::Own(summary(
                self.table,
                self.messages,
                conflicts.len(),
            ))],
            sections: vec![
                section(Topic::Conflicts, conflicts, usize::MAX),
                section(Topic::Updates, self.against(updates), usize::MAX),
                section(Topic::Labels, self.labels(), SHOWN),
                section(Topic::Several, self.several(), SHOWN),
                self.alone(),
            ],
        };
        brief.fit(1);
        brief
    }

    /// What the outlets contradict each other in, each conflict once.
    fn conflicts(&self) -> Vec<Vec<Said<'a>>> {
        self.against(|stance: &'a Treatment| match stance {
            Treatment::Contradicts(said) => Some(said.as_slice()),
            _ => None,
        })
    }

    fn head(&self, outlet: usize) -> Head<'a> {
        let article = &self.table.outlets[outlet].article;
        let bodies = article
            .paragraphs
            .iter()
            .filter(|p| p.kind == crate::article::Kind::Body);
        let n = self.messages.number(bodies.count());
        Head {
            letter: self.messages.letter(outlet),
            name: &article.name,
            about: format!("{} · {n} ¶", article.language),
            headline: match &article.title {
                Some(title) => vec![Piece::Quote(self.quote(outlet, title))],
                None => vec![Piece::Own(self.messages.say(Msg::BriefUntitled))],
            },
        }
    }

    fn quote(&self, outlet: usize, text: &'a str) -> Quote<'a> {
        let article = &self.table.outlets[outlet].article;
        Quote::plain(text, &article.language, article_is_rtl(article))
    }

    /// What outlets say against each other, in the words of each: wordings that meet in one of them are one matter.
    fn against(
        &self,
        wanted: impl Fn(&'a Treatment) -> Option<&'a [story::Said]>,
    ) -> Vec<Vec<Said<'a>>> {
        // For each matter its claims, each with what must be seen of it.
        let mut matters: Vec<BTreeMap<(usize, usize), &str>> = Vec::new();
        for claim in &self.table.claims {
            let mut matter = told(claim, &wanted);
            if matter.is_empty() {
                continue;
            }
            let meets = |known: &BTreeMap<_, _>| matter.keys().any(|node| known.contains_key(node));
            let (same, others) = matters.into_iter().partition::<Vec<_>, _>(meets);
            matters = others;
            matter.extend(same.into_iter().flatten());
            matters.push(matter);
        }
        matters.sort_by_key(|matter| matter.keys().next().copied());
        let row = |matter: BTreeMap<(usize, usize), &str>| {
            let mut outlets = BTreeSet::new();
            let firsts = matter
                .into_iter()
                .filter(|((outlet, _), _)| outlets.insert(*outlet));
            firsts
                .map(|(node, seen)| self.said(node, Some(seen)))
                .collect()
        };
        matters.into_iter().map(row).collect()
    }

    /// How the outlets label the same thing.
    fn labels(&self) -> Vec<Vec<Said<'a>>> {
        let row = |row: &'a StoryLabels| {
            let labels = row.labels.iter().enumerate();
            let told = labels.filter_map(|(outlet, label)| Some((outlet, label.as_ref()?)));
            told.map(|(outlet, label)| self.called(outlet, label))
                .collect()
        };
        self.table.framing.iter().map(row).collect()
    }

    /// A label where it first stands, and in whose mouth.
    fn called(&self, outlet: usize, label: &'a Label) -> Said<'a> {
        let mut claims = self.table.outlets[outlet].claims.iter();
        let at = claims.position(|claim| label.paragraphs.first() == Some(&claim.paragraph));
        let at = at.map(|claim| Piece::Own((self.place)(outlet, claim)));
        let quote = |text| Piece::Quote(self.quote(outlet, text));
        Said {
            outlet,
            at: at.into_iter().collect(),
            who: mouths(self.messages, label, &quote),
            words: named(self.messages, label, quote(&label.term)),
            claim: None,
        }
    }

    /// Claims that several make, those of most outlets first.
    fn several(&self) -> Vec<Vec<Said<'a>>> {
        let claims = self.table.claims.iter();
        let claims = claims.filter(|claim| claim.makers().count() > 1 && !claim.is_contradicted());
        let row = |claim: &StoryClaim| {
            let makers = claim
                .makers()
                .filter_map(|outlet| Some((outlet, claims_of(&claim.stances[outlet]).next()?)));
            makers.map(|maker| self.said(maker, None)).collect()
        };
        claims.map(row).collect()
    }

    /// What one outlet alone tells: the weightiest of each, then the next ones.
    fn alone(&self) -> Section<'a> {
        let alone = |claim: &&StoryClaim| {
            let silent = claim
                .stances
                .iter()
                .filter(|stance| **stance == Treatment::Silent);
            silent.count() + 1 == claim.stances.len()
        };
        let alone: Vec<(usize, usize)> = self
            .table
            .claims
            .iter()
            .filter(alone)
            .filter_map(first_of)
            .collect();
        let of = |outlet: usize| {
            let claims = alone.iter().filter(move |(of, _)| *of == outlet);
            weightiest(&self.table.outlets[outlet], claims.map(|(_, claim)| *claim))
        };
        let ranked: Vec<Vec<usize>> = (0..self.table.outlets.len()).map(of).collect();
        let rows = (0..SHOWN).flat_map(|rank| {
            let here = ranked.iter().enumerate();
            here.filter_map(move |(outlet, claims)| Some((outlet, *claims.get(rank)?)))
        });
        Section {
            topic: Topic::Alone,
            rows: rows.map(|claim| vec![self.said(claim, None)]).collect(),
            all: alone.len(),
        }
    }

    /// A claim, cut to the words that must be seen; who says it where that is said or matters.
    fn said(&self, (outlet, at): (usize, usize), seen: Option<&str>) -> Said<'a> {
        let claim = &self.table.outlets[outlet].claims[at];
        let speaker = claim.speaker.as_ref();
        let found = seen.filter(|words| !words.is_empty()).and_then(|words| {
            let start = claim.text.find(words)?;
            Some(start..start + words.len())
        });
        let figure = || {
            claim
                .figures
                .iter()
                .find(|f| !f.ordinal)
                .map(|f| f.span.clone())
        };
        let span = cut::around(
            &claim.text,
            &found.or_else(figure).unwrap_or(0..0),
            self.most,
        );
        let who = || vec![Piece::Own(attributed::plain(self.messages, speaker))];
        Said {
            outlet,
            at: vec![Piece::Own((self.place)(outlet, at))],
            who: if seen.is_some() || speaker.is_some() {
                who()
            } else {
                Line::new()
            },
            words: clipped(&self.quote(outlet, &claim.text), span),
            claim: Some(&claim.id),
        }
    }
}

/// A claim and what others say against it; nothing where nobody does.
fn told<'a>(
    claim: &'a StoryClaim,
    wanted: impl Fn(&'a Treatment) -> Option<&'a [story::Said]>,
) -> BTreeMap<(usize, usize), &'a str> {
    let value = |said: &'a story::Said| {
        let mut values = said.differences.iter();
        values.find(|d| d.kind != DifferenceKind::Detail)
    };
    let stances = claim.stances.iter().enumerate();
    let said = stances.flat_map(|(outlet, stance)| {
        let said = wanted(stance).unwrap_or_default();
        said.iter().map(move |said| (outlet, said))
    });
    let said: Vec<(usize, &story::Said)> = said.collect();
    let own = said.iter().find_map(|(_, said)| value(said));
    let own = own.map_or("", |value| value.claim.as_str());
    let maker = first_of(claim).filter(|_| !said.is_empty());
    let maker = maker.map(|maker| (maker, own));
    let theirs = said.iter().map(|&(outlet, said)| {
        let value = value(said).map_or("", |value| value.outlet.as_str());
        ((outlet, said.claim), value)
    });
    theirs.chain(maker).collect()
}

fn section(topic: Topic, mut rows: Vec<Vec<Said<'_>>>, shown: usize) -> Section<'_> {
    let all = rows.len();
    rows.truncate(shown);
    Section { topic, rows, all }
}

fn first_of(claim: &StoryClaim) -> Option<(usize, usize)> {
    let maker = claim.makers().next()?;
    Some((maker, claims_of(&claim.stances[maker]).next()?))
}
