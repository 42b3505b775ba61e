//! From a comparison to groups of rows, in reading order.
//!
//! A finding stands in the group of its first left claim's paragraph. Where it has claims in other groups too, a row
//! there shows them with a reference. Each claim is written out where it first stands, and referred to after that.

use super::block::Group;
use super::labels::Labels;
use super::refs::Refs;
use super::writer::Writer;
use crate::model::{Comparison, Finding, Row, Side, Verdict};
use crate::report::View;
use crate::report::messages::Msg;

/// What is shown about some claims in one group.
pub(super) struct Item<'a> {
    /// The finding.
    pub finding: &'a Finding,
    /// The claims to write, left and right.
    pub claims: [Vec<usize>; 2],
    /// In a group other than the finding's own: the claim to go to, with its side.
    pub elsewhere: Option<(usize, usize)>,
}

impl Item<'_> {
    fn first(&self, side: usize) -> Option<usize> {
        self.claims[side].iter().min().copied()
    }
}

/// All groups that have something to show.
pub(super) fn groups(
    comparison: &Comparison,
    refs: &Refs,
    labels: Labels,
    view: &View,
) -> Vec<Group> {
    let homes = [homes(comparison, 0), homes(comparison, 1)];
    let mut items: Vec<Vec<Item>> = Vec::new();
    items.resize_with(comparison.alignment.len() + 1, Vec::new);
    let shown = comparison.findings.iter().filter(|f| view.shows(f.verdict));
    for finding in shown.filter(|f| !is_beside_another(comparison, f, view)) {
        distribute(finding, &homes, &mut items);
    }
    let mut writer = Writer::new(comparison, refs, labels);
    let mut groups = Vec::new();
    for (at, items) in items.into_iter().enumerate() {
        let row = comparison.alignment.get(at);
        let bare = row.filter(|_| view.only.is_empty());
        let mut entries = bare.map_or_else(Vec::new, |row| writer.without_claims(row));
        entries.extend(writer.entries(&in_order(items, &homes[1], at)));
        if row.is_some_and(|row| row.wire)
            && let Some(entry) = entries.first_mut()
        {
            entry.label.push(labels.remark(labels.say(Msg::TableWire)));
        }
        if !entries.is_empty() {
            let head = row.map_or_else(String::new, |row| head(row, refs));
            groups.push(Group { head, entries });
        }
    }
    groups
}

/// Whether a claim that stands alone is shown in a row with one that is perhaps related.
fn is_beside_another(comparison: &Comparison, finding: &Finding, view: &View) -> bool {
    let alone = matches!(finding.verdict, Verdict::OnlyLeft | Verdict::OnlyRight);
    let mut findings = comparison.findings.iter();
    let meets = |own: &[usize], other: &[usize]| own.iter().any(|claim| other.contains(claim));
    alone
        && view.shows(Verdict::Related)
        && findings.any(|other| {
            other.verdict == Verdict::Related
                && (meets(&finding.left, &other.left) || meets(&finding.right, &other.right))
        })
}

/// A for 0, B for 1.
pub(super) fn side(comparison: &Comparison, side: usize) -> &Side {
    if side == 0 {
        &comparison.left
    } else {
        &comparison.right
    }
}

/// Its paragraphs on one side.
pub(super) fn paragraphs(row: &Row, side: usize) -> &[usize] {
    if side == 0 { &row.left } else { &row.right }
}

/// For each claim of a side, the row in which its paragraph stands; one past the last for a paragraph in none.
fn homes(comparison: &Comparison, of: usize) -> Vec<usize> {
    let side = side(comparison, of);
    let mut by_paragraph = vec![comparison.alignment.len(); side.article.paragraphs.len()];
    for (at, row) in comparison.alignment.iter().enumerate() {
        for &paragraph in paragraphs(row, of) {
            by_paragraph[paragraph] = at;
        }
    }
    side.claims
        .iter()
        .map(|c| by_paragraph[c.paragraph])
        .collect()
}

/// Puts a finding into the group of its first claim, and a reference into each other group that has claims of it.
fn distribute<'a>(finding: &'a Finding, homes: &[Vec<usize>; 2], items: &mut [Vec<Item<'a>>]) {
    let all = [&finding.left, &finding.right];
    let mut places = (0..2).flat_map(|s| all[s].iter().map(move |&c| (s, c)));
    let Some((side, claim)) = places.next() else {
        return;
    };
    let home = homes[side][claim];
    let mut others: Vec<usize> = places
        .map(|(s, c)| homes[s][c])
        .filter(|&h| h != home)
        .collect();
    others.sort_unstable();
    others.dedup();
    items[home].push(Item {
        finding,
        claims: [finding.left.clone(), finding.right.clone()],
        elsewhere: None,
    });
    for other in others {
        let here = |s: usize| {
            all[s]
                .iter()
                .copied()
                .filter(|&c| homes[s][c] == other)
                .collect()
        };
        items[other].push(Item {
            finding,
            claims: [here(0), here(1)],
            elsewhere: Some((side, claim)),
        });
    }
}

/// In A's order; what only B has follows what stands before it in B.
fn in_order<'a>(items: Vec<Item<'a>>, homes: &[usize], group: usize) -> Vec<Item<'a>> {
    let (mut ordered, mut lone): (Vec<_>, Vec<_>) =
        items.into_iter().partition(|item| item.first(0).is_some());
    ordered.sort_by_key(|item| (item.first(0), item.first(1)));
    lone.sort_by_key(|item| item.first(1));
    for item in lone {
        let stands_before = |other: &Item| {
            let here = other.claims[1].iter().filter(|&&c| homes[c] == group);
            here.min().is_some_and(|&c| Some(c) <= item.first(1))
        };
        let at = ordered
            .iter()
            .rposition(stands_before)
            .map_or(0, |at| at + 1);
        ordered.insert(at, item);
    }
    ordered
}

fn head(row: &Row, refs: &Refs) -> String {
    let names = |side: usize| {
        let named = paragraphs(row, side)
            .iter()
            .map(|&p| refs.paragraph(side, p));
        named.collect::<Vec<_>>().join(" ")
    };
    match (names(0), names(1)) {
        (left, right) if right.is_empty() => left,
        (left, right) if left.is_empty() => right,
        (left, right) => format!("{left} ≈ {right}"),
    }
}
