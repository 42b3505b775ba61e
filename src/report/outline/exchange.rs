//! Findings as a reader meets them: what each article says, where, and in whose mouth.

use super::Outline;
use super::line::{Line, Piece, Quote, Slot, joined};
use super::pair::Pair;
use super::place::{Ref, Which};
use crate::claim::Claim;
use crate::model::{Finding, Mark, MarkKind, Verdict};
use crate::report::attributed;
use crate::report::marks::telling;
use crate::report::messages::Msg;
use crate::report::words;
use std::collections::BTreeSet;
use std::ops::Range;

/// What two articles say about one thing, or one says alone.
#[derive(Debug, Clone)]
pub(in crate::report) struct Exchange<'a> {
    /// From 1, within its section.
    pub number: usize,
    /// Its index among the comparison's findings: the same in every section and format.
    pub index: usize,
    /// The finding itself.
    pub finding: &'a Finding,
    /// What A says and what B says; one is empty for a claim that stands alone.
    pub sides: [Vec<Statement<'a>>; 2],
    /// Why it is listed: in what the two differ.
    pub differences: Line<'a>,
    /// What carried the link.
    pub reasons: Line<'a>,
    /// For each statement, whether an exchange before this one in its section has it already.
    pub repeated: [Vec<bool>; 2],
}

/// A claim as one article has it.
#[derive(Debug, Clone)]
pub(in crate::report) struct Statement<'a> {
    /// Where it stands.
    pub at: Ref,
    /// Its words, with what is to be marked in them.
    pub words: Quote<'a>,
    /// Who says it, in words: the speaker with those who passed it on, or the outlet's own voice; empty where its own
    /// words name the speaker.
    pub who: Line<'a>,
}

impl<'a> Exchange<'a> {
    /// Both sides of a finding.
    fn of(pair: &Pair<'a>, index: usize, finding: &'a Finding, number: usize) -> Self {
        Exchange {
            number,
            index,
            finding,
            sides: Which::BOTH.map(|which| statements(pair, which, finding)),
            differences: super::why::differences(pair, finding),
            reasons: super::why::reasons(pair, finding),
            repeated: [
                vec![false; finding.left.len()],
                vec![false; finding.right.len()],
            ],
        }
    }

    /// Where it stands, A first.
    pub fn refs(&self, which: Which) -> Vec<Ref> {
        let mut refs: Vec<Ref> = self.sides[which.index()].iter().map(|s| s.at).collect();
        refs.dedup();
        refs
    }

    /// Whether both sides have the very same words, so that one of them is enough.
    pub fn is_verbatim(&self) -> bool {
        let words = self
            .sides
            .each_ref()
            .map(|side| side.iter().map(|s| s.words.text).collect::<Vec<_>>());
        words[0] == words[1]
    }

    /// The statements of a side, each with what stands there instead of its words, where something does: a claim with
    /// several partners is told once, and words that both sides share as well.
    pub fn told(&self, which: Which) -> impl Iterator<Item = (&Statement<'a>, Option<Msg>)> {
        let same = which == Which::B && self.is_verbatim();
        let side = which.index();
        let statements = self.sides[side].iter().zip(&self.repeated[side]);
        statements.map(move |(statement, &again)| {
            let instead = if same {
                Some(Msg::SameWords)
            } else {
                again.then_some(Msg::AsAbove)
            };
            (statement, instead)
        })
    }

    /// Why it is listed, and by what it was linked.
    pub fn why(&self, pair: &Pair<'a>) -> Line<'a> {
        let why = vec![("why", Slot::Line(self.differences.clone()))];
        let mut line = pair.line(Msg::WhyListed, why);
        if !self.reasons.is_empty() {
            let reasons = vec![("reasons", Slot::Line(self.reasons.clone()))];
            line.push(Piece::Own(" ".to_owned()));
            line.extend(pair.line(Msg::LinkedBy, reasons));
        }
        line
    }

    /// The verdict in words, with what differs, and whether wire copy or the editor stands behind it.
    pub fn reading(&self, pair: &Pair<'a>, outline: &Outline<'a>) -> Line<'a> {
        let mut lines = vec![pair.own(words::verdict(self.finding.verdict))];
        if outline.is_wire(self) {
            lines.push(pair.own(Msg::WireTag));
        }
        if self.finding.locked {
            lines.push(pair.own(Msg::EditorLock));
        }
        if !self.differences.is_empty() {
            lines.push(self.differences.clone());
        }
        joined(pair.messages, Msg::ListSemicolon, lines)
    }
}

/// The findings of these verdicts that the view shows, by their place in A, then in B.
pub(in crate::report) fn listed<'a>(
    pair: &Pair<'a>,
    wanted: impl Fn(Verdict) -> bool,
) -> Vec<Exchange<'a>> {
    let all = pair.comparison.findings.iter().enumerate();
    let mut findings: Vec<(usize, &'a Finding)> = all
        .filter(|(_, f)| wanted(f.verdict) && pair.view.shows(f.verdict))
        .collect();
    findings.sort_by_key(|(_, f)| (f.left.first().copied(), f.right.first().copied()));
    let mut told = [BTreeSet::new(), BTreeSet::new()];
    let numbered = findings.into_iter().enumerate();
    numbered
        .map(|(n, (index, finding))| {
            let mut exchange = Exchange::of(pair, index, finding, n + 1);
            for (side, claims) in [&finding.left, &finding.right].into_iter().enumerate() {
                let again = claims.iter().map(|&claim| !told[side].insert(claim));
                exchange.repeated[side] = again.collect();
            }
            exchange
        })
        .collect()
}

fn statements<'a>(pair: &Pair<'a>, which: Which, finding: &'a Finding) -> Vec<Statement<'a>> {
    let claims = match which {
        Which::A => &finding.left,
        Which::B => &finding.right,
    };
    let marks = &finding.marks[which.index()];
    claims
        .iter()
        .filter_map(|&index| {
            let claim = pair.claim(which, index)?;
            Some(Statement::of(
                pair,
                which,
                claim,
                &marks_of(claim, index, marks),
            ))
        })
        .collect()
}

impl<'a> Statement<'a> {
    /// Where it stands, and in whose mouth.
    pub fn place(&self) -> Line<'a> {
        let mut line = vec![Piece::Ref(self.at)];
        if !self.who.is_empty() {
            line.push(Piece::Own(" · ".to_owned()));
        }
        line.extend(self.who.iter().cloned());
        line
    }

    /// A claim with marks in its words.
    pub fn of(
        pair: &Pair<'a>,
        which: Which,
        claim: &'a Claim,
        marks: &[(Range<usize>, MarkKind)],
    ) -> Self {
        let mut words = pair.words(which, &claim.text);
        words.marks = marks.to_vec();
        let speaker = claim.speaker.as_ref();
        let is_named = speaker.is_some_and(|s| attributed::names_itself(s, &claim.text));
        Statement {
            at: pair.at(which, claim),
            words,
            who: if is_named {
                Vec::new()
            } else {
                attributed::voice(pair.messages, speaker, |name| pair.quote(which, name))
            },
        }
    }
}

/// The marks of one claim, ascending; one that overlaps an earlier one or cuts a letter is left out.
pub(super) fn marks_of(
    claim: &Claim,
    index: usize,
    marks: &[Mark],
) -> Vec<(Range<usize>, MarkKind)> {
    let own = marks.iter().filter(|mark| mark.claim == index).collect();
    let mut spans: Vec<(Range<usize>, MarkKind)> = telling(claim, own)
        .into_iter()
        .map(|mark| (mark.span.clone(), mark.kind))
        .collect();
    spans.sort_by_key(|(span, _)| (span.start, span.end));
    let mut end = 0;
    spans.retain(|(span, _)| {
        let fits = span.start >= end && !span.is_empty();
        if fits {
            end = span.end;
        }
        fits
    });
    spans
}
