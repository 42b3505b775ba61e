//! What stands above and below the tables: outlets, what was left out, doubts.

use super::bidi;
use super::block::{Block, Entry, Group};
use super::labels::Labels;
use super::refs::{Refs, line};
use crate::article::{Note, Paragraph};
use crate::model::{Comparison, Finding, Reason, Side};
use crate::report::messages::{Arg, Msg};
use crate::report::words;

pub(super) fn sides(comparison: &Comparison) -> [&Side; 2] {
    [&comparison.left, &comparison.right]
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

/// The evidence behind each finding that is shown, a line each: where it stands, its verdict, what spoke and how strongly.
pub(super) fn evidence(
    comparison: &Comparison,
    refs: &Refs,
    labels: Labels,
    shows: impl Fn(&Finding) -> bool,
) -> Vec<Block> {
    let findings = comparison.findings.iter().filter(|finding| shows(finding));
    let lines = findings.filter_map(|finding| {
        let spoke = |reason: &&Reason| matches!(reason, Reason::Evidence(_));
        let spoken = finding.reasons.iter().filter(spoke);
        let spoken: Vec<String> = spoken
            .map(|reason| words::reason(labels.messages(), reason))
            .collect();
        let claims = |of: usize, claims: &[usize]| -> Vec<String> {
            let named = claims.iter().map(|&claim| refs.claim(of, claim).to_owned());
            named.collect()
        };
        let places = [claims(0, &finding.left), claims(1, &finding.right)].concat();
        let verdict = labels.verdict_text(finding.verdict);
        let evidence = spoken.join(&labels.say(Msg::ListSemicolon));
        let line = format!("{} {verdict}: {evidence}", places.join(" "));
        (!spoken.is_empty()).then(|| labels.remark(line))
    });
    lines.collect()
}

/// The doubts, one a line.
pub(super) fn notes<'n>(notes: impl IntoIterator<Item = &'n Note>, labels: Labels) -> Vec<Block> {
    words::notes(labels.messages(), notes)
        .into_iter()
        .map(|note| labels.remark(labels.fill(Msg::TableNote, &[("note", Arg::Text(&note))])))
        .collect()
}
