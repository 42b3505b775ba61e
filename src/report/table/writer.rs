//! Writes the rows of the table: each claim once, in full, and after that as a reference; what only one side has in one
//! line.

use super::block::{Block, Entry, Group};
use super::cells;
use super::labels::Labels;
use super::order::{Meeting, Order, Unit, order, side, side_of};
use super::refs::Refs;
use crate::model::{Comparison, Finding, Verdict};
use crate::report::View;
use crate::report::messages::{Arg, Msg};
use std::collections::BTreeSet;

/// So many claims in a row that only one side has are a line each; more are one line together.
const LINES: usize = 1;
/// So many characters of a claim are shown, however short the other side is, …
const LEAST: usize = 40;
/// … and so many more than the other side has.
const OVERHANG: usize = 20;

/// All groups: rows of one paragraph of A, with what follows it on either side.
pub(super) fn groups(
    comparison: &Comparison,
    refs: &Refs,
    labels: Labels,
    view: &View,
) -> Vec<Group> {
    let Order { meetings, mut gaps } = order(comparison, view);
    let writer = Writer {
        comparison,
        refs,
        labels,
        // Where nothing meets, there is nothing to find sooner by folding the rest.
        folds: view.only.is_empty() && !view.full && !meetings.is_empty(),
        parted: [0, 1].map(|of| parted(comparison, of)),
    };
    if writer.folds {
        // What both tell is read first.
        let [before, after] = [0, 1].map(|gap| std::mem::take(&mut gaps[gap]));
        for (of, units) in before.into_iter().chain(after).enumerate() {
            gaps[1][of % 2].extend(units);
        }
    }
    let mut groups: Vec<Group> = Vec::new();
    let mut paragraph = None;
    for (at, gap) in gaps.iter().enumerate() {
        if let Some(meeting) = at.checked_sub(1).map(|at| &meetings[at]) {
            let here = comparison.left.claims[meeting.left[0]].paragraph;
            if paragraph.replace(here) != Some(here) || groups.is_empty() {
                groups.push(Group {
                    head: writer.head(meeting),
                    entries: Vec::new(),
                });
            }
            groups
                .last_mut()
                .expect("one was made")
                .entries
                .push(writer.meeting(meeting));
        }
        let entries = writer.gap(gap);
        match groups.last_mut() {
            Some(group) => group.entries.extend(entries),
            None if entries.is_empty() => {}
            None => groups.push(Group {
                head: String::new(),
                entries,
            }),
        }
    }
    groups
}

fn parted(comparison: &Comparison, of: usize) -> BTreeSet<usize> {
    let verdict = [Verdict::OnlyLeft, Verdict::OnlyRight][of];
    let parted = comparison.findings.iter();
    let parted = parted.filter(|f| f.locked && f.verdict == verdict);
    parted.flat_map(|f| side_of(f, of)).copied().collect()
}

struct Writer<'a> {
    comparison: &'a Comparison,
    refs: &'a Refs,
    labels: Labels,
    /// Whether what only one side has is cut to a line.
    folds: bool,
    /// The claims that stand alone because the editor parted them.
    parted: [BTreeSet<usize>; 2],
}

impl Writer<'_> {
    /// `A8 ≈ B5`.
    fn head(&self, meeting: &Meeting<'_>) -> String {
        let [a, b] = [meeting.left[0], meeting.right[0].0];
        let name = |of: usize, claim: usize| {
            let paragraph = side(self.comparison, of).claims[claim].paragraph;
            self.refs.paragraph(of, paragraph)
        };
        format!("{} ≈ {}", name(0, a), name(1, b))
    }

    /// What both tell.
    fn meeting(&self, meeting: &Meeting<'_>) -> Entry {
        let (here, elsewhere): (Vec<_>, Vec<_>) = meeting.right.iter().partition(|(_, here)| *here);
        let right: Vec<usize> = here.iter().map(|(claim, _)| *claim).collect();
        let mut sides: Vec<Vec<Block>> = [(0, &meeting.left, &right), (1, &right, &meeting.left)]
            .map(|(of, claims, across)| {
                let most = self.room(meeting, claims.len(), self.length(1 - of, across));
                let claims = claims.iter();
                claims
                    .map(|&claim| self.claim(of, claim, &meeting.findings, most))
                    .collect()
            })
            .into();
        let names = |claims: &[(usize, bool)]| -> Vec<String> {
            let names = claims
                .iter()
                .map(|&(claim, _)| self.refs.claim(1, claim).to_owned());
            names.collect()
        };
        if !elsewhere.is_empty() {
            let names = names(&elsewhere).join(&self.labels.say(Msg::ListComma));
            let args = [("refs", Arg::Text(&names))];
            sides[1].push(
                self.labels
                    .remark(self.labels.fill(Msg::TableReference, &args)),
            );
        }
        let refs = meeting
            .left
            .iter()
            .map(|&claim| self.refs.claim(0, claim).to_owned());
        Entry {
            refs: refs.chain(names(&here)).collect(),
            label: self.label(meeting),
            sides,
        }
    }

    fn length(&self, of: usize, claims: &[usize]) -> usize {
        let claims = claims
            .iter()
            .map(|&claim| &side(self.comparison, of).claims[claim].text);
        claims.map(|text| text.chars().count()).sum()
    }

    /// How many characters of a claim are shown beside so many of the other side: what is far longer tells more than what
    /// the two share. Where they contradict each other, or one knows later, nothing is cut.
    fn room(&self, meeting: &Meeting<'_>, claims: usize, across: usize) -> usize {
        let weighty = |f: &&Finding| matches!(f.verdict, Verdict::Conflict | Verdict::Development);
        if !self.folds || meeting.findings.iter().any(weighty) {
            return usize::MAX;
        }
        (across / claims.max(1)).max(LEAST) + OVERHANG
    }

    fn claim(&self, of: usize, claim: usize, findings: &[&Finding], most: usize) -> Block {
        let marks = cells::marks(of, claim, findings, &self.comparison.findings);
        let messages = self.labels.messages();
        cells::claim(messages, side(self.comparison, of), claim, &marks, most)
    }

    fn label(&self, meeting: &Meeting<'_>) -> Vec<Block> {
        let mut verdicts: Vec<Verdict> = meeting.findings.iter().map(|f| f.verdict).collect();
        verdicts.dedup();
        let mut label: Vec<Block> = verdicts
            .into_iter()
            .map(|v| self.labels.verdict(v))
            .collect();
        if self.is_wire(meeting) {
            label.push(self.labels.remark(self.labels.say(Msg::TableWire)));
        }
        if meeting.findings.iter().any(|finding| finding.locked) {
            label.push(self.labels.remark(self.labels.say(Msg::TableByEditor)));
        }
        label
    }

    /// Whether the paragraphs are likely one wire copy.
    fn is_wire(&self, meeting: &Meeting<'_>) -> bool {
        let paragraph = |of: usize, claim: usize| side(self.comparison, of).claims[claim].paragraph;
        let mut rows = self.comparison.alignment.iter().filter(|row| row.wire);
        rows.any(|row| {
            row.left.contains(&paragraph(0, meeting.left[0]))
                && meeting
                    .right
                    .iter()
                    .any(|&(claim, here)| here && row.right.contains(&paragraph(1, claim)))
        })
    }

    /// What stands between two rows: of one side only.
    fn gap(&self, gap: &[Vec<Unit>; 2]) -> Vec<Entry> {
        let is_folded = |of: usize, units: &[Unit]| {
            self.folds && units.len() > LINES && !units.iter().any(|&unit| self.is_parted(of, unit))
        };
        let mut entries = Vec::new();
        let mut folded = vec![Vec::new(); 2];
        for (of, units) in gap.iter().enumerate() {
            if is_folded(of, units) {
                folded[of].push(self.folded(of, units));
            } else {
                entries.extend(units.iter().map(|&unit| self.alone(of, unit)));
            }
        }
        if folded.iter().any(|cell| !cell.is_empty()) {
            entries.push(Entry {
                refs: vec!["…".to_owned()],
                label: Vec::new(),
                sides: folded,
            });
        }
        entries
    }

    fn is_parted(&self, of: usize, unit: Unit) -> bool {
        matches!(unit, Unit::Claim(claim) if self.parted[of].contains(&claim))
    }

    /// One claim that the other side has not, or a paragraph without claims.
    fn alone(&self, of: usize, unit: Unit) -> Entry {
        let side = side(self.comparison, of);
        let (name, label, block) = match unit {
            Unit::Claim(claim) => {
                let verdict = [Verdict::OnlyLeft, Verdict::OnlyRight][of];
                let block = self.claim(of, claim, &[], usize::MAX);
                (
                    self.refs.claim(of, claim),
                    self.labels.verdict(verdict),
                    block,
                )
            }
            Unit::Bare(paragraph) => {
                let text = &side.article.paragraphs[paragraph].text;
                let label = self.labels.remark(self.labels.say(Msg::TableNoClaim));
                let block = Block::plain(text, cells::is_rtl(side, paragraph));
                (self.refs.paragraph(of, paragraph), label, block)
            }
        };
        let mut sides = vec![Vec::new(); 2];
        sides[of].push(Block {
            one_line: self.folds,
            ..block
        });
        let by_editor = self.is_parted(of, unit);
        let by_editor = by_editor.then(|| self.labels.remark(self.labels.say(Msg::TableByEditor)));
        Entry {
            refs: vec![name.to_owned()],
            label: [label].into_iter().chain(by_editor).collect(),
            sides,
        }
    }

    /// `B2–B4: 7 claims only in B`.
    fn folded(&self, of: usize, units: &[Unit]) -> Block {
        let claims = units.iter().filter(|unit| matches!(unit, Unit::Claim(_)));
        let refs = self.refs.range(of, side(self.comparison, of), units);
        let letter = self.labels.letter(of);
        let args = [
            ("refs", Arg::Text(&refs)),
            ("n", Arg::Count(claims.count())),
            ("side", Arg::Text(&letter)),
        ];
        Block {
            one_line: true,
            ..self
                .labels
                .remark(self.labels.fill(Msg::TableFolded, &args))
        }
    }
}
