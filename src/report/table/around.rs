//! What stands above and below the table: outlets and counts, conflicts, what was left out, doubts, a summary.

use super::bidi;
use super::block::{Block, Entry, Group};
use super::cells;
use super::labels;
use super::refs::Refs;
use super::style::Style;
use crate::article::Paragraph;
use crate::compare::{Comparison, Difference, DifferenceKind, Finding, Side, Verdict};
use crate::report::messages::{Messages, Ui};
use crate::report::{View, words};

/// Which outlet is A and which is B, and in which language each writes.
pub(super) fn outlets(comparison: &Comparison) -> Block {
    let mut runs = Vec::new();
    for (letter, side) in sides(comparison) {
        let gap = if runs.is_empty() { "" } else { "  ·  " };
        runs.push((format!("{gap}{letter} = "), Style::Plain));
        runs.push((side.article.name.clone(), Style::Heading));
        runs.push((format!(" ({})", side.article.language), Style::Plain));
    }
    Block { rtl: false, runs }
}

fn sides(comparison: &Comparison) -> [(char, &Side); 2] {
    [('A', &comparison.left), ('B', &comparison.right)]
}

/// How many findings have each verdict; verdicts that none has are left out.
pub(super) fn counts(comparison: &Comparison) -> Block {
    let mut runs = Vec::new();
    for verdict in Verdict::ALL {
        let count = count(comparison, verdict);
        if count > 0 {
            let gap = if runs.is_empty() { "" } else { "  ·  " };
            runs.push((gap.to_owned(), Style::Plain));
            runs.push((labels::verdict(verdict).to_owned(), labels::style(verdict)));
            runs.push((format!(" {count}"), Style::Plain));
        }
    }
    if runs.is_empty() {
        runs.push(("Nothing to compare.".to_owned(), Style::Plain));
    }
    Block { rtl: false, runs }
}

fn count(comparison: &Comparison, verdict: Verdict) -> usize {
    let findings = comparison.findings.iter();
    findings.filter(|f| f.verdict == verdict).count()
}

/// The conflicts once more, each with its two values.
pub(super) fn conflicts(comparison: &Comparison, refs: &Refs, view: &View) -> Vec<Group> {
    let shown = comparison.findings.iter();
    let shown = shown.filter(|f| f.verdict == Verdict::Conflict && view.shows(f.verdict));
    let groups = shown.map(|finding| Group {
        head: String::new(),
        entries: values(finding)
            .map(|difference| conflict(comparison, refs, finding, difference))
            .collect(),
    });
    groups.filter(|group| !group.entries.is_empty()).collect()
}

/// The differences that make the conflict: an added detail is none of them, unless there is nothing else.
fn values(finding: &Finding) -> impl Iterator<Item = &Difference> {
    let is_value = |d: &&Difference| d.kind != DifferenceKind::Detail;
    let any = finding.differences.iter().any(|d| is_value(&d));
    finding
        .differences
        .iter()
        .filter(move |d| !any || is_value(d))
}

fn conflict(
    comparison: &Comparison,
    refs: &Refs,
    finding: &Finding,
    difference: &Difference,
) -> Entry {
    let names = [(0, &finding.left), (1, &finding.right)];
    let refs = names
        .iter()
        .flat_map(|(s, claims)| claims.iter().map(|&c| refs.claim(*s, c).to_owned()));
    Entry {
        refs: refs.collect(),
        label: vec![labels::remark(labels::difference(difference.kind))],
        sides: [
            value(&comparison.left, &finding.left, &difference.left),
            value(&comparison.right, &finding.right, &difference.right),
        ],
    }
}

fn value(side: &Side, claims: &[usize], value: &str) -> Vec<Block> {
    if value.is_empty() {
        return vec![labels::remark("—")];
    }
    let paragraph = claims.first().map(|&claim| side.claims[claim].paragraph);
    let rtl = paragraph.is_some_and(|p| cells::is_rtl(side, p));
    vec![Block::styled(value, rtl, Style::Value)]
}

/// What was left out of the comparison: its lines with the rules that left them out.
pub(super) fn left_out(comparison: &Comparison) -> Vec<Group> {
    let mut groups = Vec::new();
    for (at, (letter, side)) in sides(comparison).into_iter().enumerate() {
        let out = side
            .article
            .paragraphs
            .iter()
            .filter(|p| !p.kind.is_report());
        let entries: Vec<Entry> = out.map(|p| removed(at, letter, p)).collect();
        if !entries.is_empty() {
            groups.push(Group {
                head: String::new(),
                entries,
            });
        }
    }
    groups
}

fn removed(at: usize, letter: char, paragraph: &Paragraph) -> Entry {
    let rtl = bidi::direction(&paragraph.text).unwrap_or(false);
    let mut sides = [Vec::new(), Vec::new()];
    sides[at].push(Block::plain(&paragraph.text, rtl));
    let line = paragraph.line.map_or_else(
        || letter.to_string(),
        |line| format!("{letter} line {line}"),
    );
    Entry {
        refs: vec![line],
        label: paragraph.rule.iter().map(labels::remark).collect(),
        sides,
    }
}

/// The same in one line; `None` where nothing was left out.
pub(super) fn left_out_count(comparison: &Comparison) -> Option<Block> {
    let [left, right] = sides(comparison).map(|(_, side)| {
        let out = side
            .article
            .paragraphs
            .iter()
            .filter(|p| !p.kind.is_report());
        out.count()
    });
    (left + right > 0).then(|| {
        labels::remark(format!(
            "Not compared (credits, links and the like): {left} of A, {right} of B; -v shows them."
        ))
    })
}

/// The doubts, one a line.
pub(super) fn notes(comparison: &Comparison) -> Vec<Block> {
    let english = Messages::of(Ui::En);
    let notes = comparison.notes.iter();
    notes
        .map(|note| labels::remark(format!("Note: {}", words::note(english, note))))
        .collect()
}

/// One line to end with.
pub(super) fn summary(comparison: &Comparison) -> Block {
    let only = [Verdict::OnlyLeft, Verdict::OnlyRight].map(|v| count(comparison, v));
    let linked = comparison.findings.len() - only[0] - only[1];
    let text = if linked == 0 && only == [0, 0] {
        "No claims found.".to_owned()
    } else {
        format!(
            "{} claims in A, {} in B: {}, {}; {} not found in B, {} not found in A.",
            comparison.left.claims.len(),
            comparison.right.claims.len(),
            counted(linked, "link"),
            counted(count(comparison, Verdict::Conflict), "conflict"),
            only[0],
            only[1],
        )
    };
    Block::styled(text, false, Style::Heading)
}

fn counted(count: usize, what: &str) -> String {
    match count {
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    }
}
