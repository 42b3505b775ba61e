//! What stands above and below the table: outlets and counts, conflicts, what was left out, doubts, a summary.

use super::bidi;
use super::block::{Block, Entry, Group};
use super::cells;
use super::labels::{self, Labels};
use super::refs::{Refs, line};
use super::style::Style;
use crate::article::{Note, Paragraph};
use crate::model::{Comparison, Difference, DifferenceKind, Finding, Side, Verdict};
use crate::report::messages::{Arg, Msg};
use crate::report::{View, words};

/// Which outlet has which letter, and in which language each writes.
pub(super) fn outlets<'a>(sides: impl IntoIterator<Item = &'a Side>, labels: Labels) -> Block {
    let mut runs = Vec::new();
    for (at, side) in sides.into_iter().enumerate() {
        let gap = if runs.is_empty() { "" } else { "  ·  " };
        runs.push((format!("{gap}{} = ", labels.letter(at)), Style::Plain));
        runs.push((side.article.name.clone(), Style::Heading));
        runs.push((format!(" ({})", side.article.language), Style::Plain));
    }
    Block {
        rtl: labels.is_rtl(),
        runs,
    }
}

pub(super) fn sides(comparison: &Comparison) -> [&Side; 2] {
    [&comparison.left, &comparison.right]
}

/// How many findings have each verdict; verdicts that none has are left out.
pub(super) fn counts(comparison: &Comparison, labels: Labels) -> Block {
    let mut runs = Vec::new();
    for verdict in Verdict::ALL {
        let count = count(comparison, verdict);
        if count > 0 {
            let gap = if runs.is_empty() { "" } else { "  ·  " };
            runs.push((gap.to_owned(), Style::Plain));
            runs.push((labels.verdict_text(verdict), labels::style(verdict)));
            let count = labels.messages().number(count);
            runs.push((format!(" {count}"), Style::Plain));
        }
    }
    if runs.is_empty() {
        runs.push((labels.say(Msg::TableNothing), Style::Plain));
    }
    Block {
        rtl: labels.is_rtl(),
        runs,
    }
}

fn count(comparison: &Comparison, verdict: Verdict) -> usize {
    let findings = comparison.findings.iter();
    findings.filter(|f| f.verdict == verdict).count()
}

/// The conflicts once more, each with its two values.
pub(super) fn conflicts(
    comparison: &Comparison,
    refs: &Refs,
    labels: Labels,
    view: &View,
) -> Vec<Group> {
    let shown = comparison.findings.iter();
    let shown = shown.filter(|f| f.verdict == Verdict::Conflict && view.shows(f.verdict));
    let groups = shown.map(|finding| Group {
        head: String::new(),
        entries: values(finding)
            .map(|difference| conflict(comparison, refs, labels, finding, difference))
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
    labels: Labels,
    finding: &Finding,
    difference: &Difference,
) -> Entry {
    let names = [(0, &finding.left), (1, &finding.right)];
    let refs = names
        .iter()
        .flat_map(|(s, claims)| claims.iter().map(|&c| refs.claim(*s, c).to_owned()));
    Entry {
        refs: refs.collect(),
        label: vec![labels.difference(difference.kind)],
        sides: vec![
            value(labels, &comparison.left, &finding.left, &difference.left),
            value(labels, &comparison.right, &finding.right, &difference.right),
        ],
    }
}

fn value(labels: Labels, side: &Side, claims: &[usize], value: &str) -> Vec<Block> {
    if value.is_empty() {
        return vec![labels.remark("—")];
    }
    let paragraph = claims.first().map(|&claim| side.claims[claim].paragraph);
    let rtl = paragraph.is_some_and(|p| cells::is_rtl(side, p));
    vec![Block::styled(value, rtl, Style::Value)]
}

/// What was left out of the comparison: its lines with the rules that left them out.
pub(super) fn left_out(sides: &[&Side], labels: Labels) -> Vec<Group> {
    let mut groups = Vec::new();
    for (at, side) in sides.iter().enumerate() {
        let removal = |paragraph| removal(at, sides.len(), labels, paragraph);
        let entries: Vec<Entry> = removed(side).map(removal).collect();
        if !entries.is_empty() {
            groups.push(Group {
                head: String::new(),
                entries,
            });
        }
    }
    groups
}

/// The paragraphs that were left out.
pub(super) fn removed(side: &Side) -> impl Iterator<Item = &Paragraph> {
    let paragraphs = side.article.paragraphs.iter();
    paragraphs.filter(|p| !p.kind.is_report())
}

fn removal(at: usize, outlets: usize, labels: Labels, paragraph: &Paragraph) -> Entry {
    let rtl = bidi::direction(&paragraph.text).unwrap_or(false);
    let mut sides = vec![Vec::new(); outlets];
    sides[at].push(Block::plain(&paragraph.text, rtl));
    Entry {
        refs: vec![line(labels, at, paragraph)],
        label: paragraph.rule.iter().map(|r| labels.remark(r)).collect(),
        sides,
    }
}

/// The same in one line; `None` where nothing was left out.
pub(super) fn left_out_count(comparison: &Comparison, labels: Labels) -> Option<Block> {
    let [a, b] = sides(comparison).map(|side| removed(side).count());
    let args = [("a", Arg::Count(a)), ("b", Arg::Count(b))];
    (a + b > 0).then(|| labels.remark(labels.fill(Msg::TableLeftOutCount, &args)))
}

/// The doubts, one a line.
pub(super) fn notes(notes: &[Note], labels: Labels) -> Vec<Block> {
    notes
        .iter()
        .map(|note| {
            let note = words::note(labels.messages(), note);
            labels.remark(labels.fill(Msg::TableNote, &[("note", Arg::Text(&note))]))
        })
        .collect()
}

/// One line to end with.
pub(super) fn summary(comparison: &Comparison, labels: Labels) -> Block {
    let only = [Verdict::OnlyLeft, Verdict::OnlyRight].map(|v| count(comparison, v));
    let linked = comparison.findings.len() - only[0] - only[1];
    let text = if linked == 0 && only == [0, 0] {
        labels.say(Msg::TableNoClaims)
    } else {
        let conflicts = count(comparison, Verdict::Conflict);
        let args = [
            ("a", Arg::Count(comparison.left.claims.len())),
            ("b", Arg::Count(comparison.right.claims.len())),
            ("links", Arg::Count(linked)),
            ("conflicts", Arg::Count(conflicts)),
            ("only_a", Arg::Count(only[0])),
            ("only_b", Arg::Count(only[1])),
        ];
        labels.fill(Msg::TableSummary, &args)
    };
    Block::styled(text, labels.is_rtl(), Style::Heading)
}
