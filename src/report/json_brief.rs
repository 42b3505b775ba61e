//! The answer in about twenty lines, for programs: key `brief` of the JSON report.

use super::outline::brief::{Brief, Said, Section, Topic};
use super::outline::line::plain;
use crate::story::letter;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct BriefView {
    counts: String,
    /// Each outlet's headline, or the beginning of its lead.
    headlines: Vec<String>,
    sections: Vec<SectionView>,
}

impl BriefView {
    pub(super) fn of(brief: &Brief<'_>) -> Self {
        BriefView {
            counts: plain(&brief.counts),
            headlines: brief
                .heads
                .iter()
                .map(|head| plain(&head.headline))
                .collect(),
            sections: brief.sections.iter().map(SectionView::of).collect(),
        }
    }
}

#[derive(Serialize)]
struct SectionView {
    topic: &'static str,
    rows: Vec<Vec<SaidView>>,
    all: usize,
}

impl SectionView {
    fn of(section: &Section<'_>) -> Self {
        let row = |row: &Vec<Said<'_>>| row.iter().map(SaidView::of).collect();
        SectionView {
            topic: match section.topic {
                Topic::Conflicts => "conflicts",
                Topic::Updates => "updates",
                Topic::Labels => "labels",
                Topic::Names => "names",
                Topic::Both | Topic::Several => "both",
                Topic::Only(_) | Topic::Alone => "only",
            },
            rows: section.rows.iter().map(row).collect(),
            all: section.all,
        }
    }
}

#[derive(Serialize)]
struct SaidView {
    outlet: char,
    /// The claim's id; null for a label or a name.
    claim: Option<String>,
    who: String,
    words: String,
}

impl SaidView {
    fn of(said: &Said<'_>) -> Self {
        SaidView {
            outlet: letter(said.outlet),
            claim: said.claim.map(str::to_owned),
            who: plain(&said.who),
            words: plain(&said.words),
        }
    }
}
