//! The order of the table: what both tell, in A's order, and between those rows what only one tells.
//!
//! A row holds a claim of A with all its partners in B. What only B has follows the row in which B told the claim before
//! it, so that B's order is broken only where A's order breaks it.

use crate::model::{Comparison, Finding, Side, Verdict};
use crate::report::View;
use crate::report::sets::Sets;
use std::collections::{BTreeMap, BTreeSet};

/// A claim, or a paragraph in which none was found: nothing is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Index into the side's claims.
    Claim(usize),
    /// Index into the article's paragraphs.
    Bare(usize),
}

/// Claims that meet: one of A, seldom more, with all its partners.
#[derive(Debug, Default)]
pub(super) struct Meeting<'a> {
    /// A's claims.
    pub left: Vec<usize>,
    /// B's claims, and whether each is written here or referred to.
    pub right: Vec<(usize, bool)>,
    /// What was found of them, the surest first.
    pub findings: Vec<&'a Finding>,
}

/// Rows with what stands between them: `gaps[n]` comes before `meetings[n]`, the last gap behind all.
pub(super) struct Order<'a> {
    pub meetings: Vec<Meeting<'a>>,
    pub gaps: Vec<[Vec<Unit>; 2]>,
}

/// Everything that the view shows, in order.
pub(super) fn order<'a>(comparison: &'a Comparison, view: &View) -> Order<'a> {
    let shown = comparison.findings.iter().filter(|f| view.shows(f.verdict));
    let (linked, alone): (Vec<_>, Vec<_>) =
        shown.partition(|f| !f.left.is_empty() && !f.right.is_empty());
    let meetings = meetings(comparison.left.claims.len(), &linked);
    let lone = |of: usize| {
        let met = linked.iter().flat_map(|f| side_of(f, of));
        let met: BTreeSet<usize> = met.copied().collect();
        let alone = alone.iter().flat_map(|f| side_of(f, of));
        let alone: BTreeSet<usize> = alone.copied().filter(|c| !met.contains(c)).collect();
        let units = units(side(comparison, of)).into_iter();
        let shown = units.filter(|unit| match unit {
            Unit::Claim(claim) => met.contains(claim) || alone.contains(claim),
            Unit::Bare(_) => view.only.is_empty(),
        });
        shown.collect::<Vec<Unit>>()
    };
    let mut gaps = vec![[Vec::new(), Vec::new()]; meetings.len() + 1];
    for of in 0..2 {
        place(&lone(of), of, &rows(&meetings, of), &mut gaps);
    }
    Order { meetings, gaps }
}

/// In which row each claim of a side is written.
fn rows(meetings: &[Meeting<'_>], of: usize) -> BTreeMap<usize, usize> {
    let claims = |row: &Meeting<'_>| -> Vec<usize> {
        let here = row.right.iter().filter(|(_, here)| *here);
        match of {
            0 => row.left.clone(),
            _ => here.map(|&(claim, _)| claim).collect(),
        }
    };
    let all = meetings.iter().enumerate();
    all.flat_map(|(at, row)| claims(row).into_iter().map(move |claim| (claim, at)))
        .collect()
}

/// Puts the units that stand in no row behind the row of the one before them.
fn place(units: &[Unit], of: usize, rows: &BTreeMap<usize, usize>, gaps: &mut [[Vec<Unit>; 2]]) {
    let row = |unit: &Unit| match unit {
        Unit::Claim(claim) => rows.get(claim).copied(),
        Unit::Bare(_) => None,
    };
    let mut gap = 0;
    for unit in units {
        match row(unit) {
            Some(row) => gap = row + 1,
            None => gaps[gap][of].push(*unit),
        }
    }
}

/// Claims of A that one finding holds together are one row, and so are all findings of one claim of A.
fn meetings<'a>(lefts: usize, linked: &[&'a Finding]) -> Vec<Meeting<'a>> {
    let mut sets = Sets::new(lefts);
    for finding in linked {
        let first = finding.left[0];
        finding
            .left
            .iter()
            .for_each(|&claim| sets.unite(first, claim));
    }
    let mut sure: Vec<&Finding> = linked.to_vec();
    sure.sort_by(|a, b| {
        let rank = |f: &Finding| (f.verdict != Verdict::Related, f.similarity);
        rank(b)
            .partial_cmp(&rank(a))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    let mut rows: BTreeMap<usize, Meeting<'a>> = BTreeMap::new();
    let mut written = BTreeSet::new();
    for finding in sure {
        // The first claim of a set is its root.
        let row = rows.entry(sets.root(finding.left[0])).or_default();
        row.findings.push(finding);
        row.left.extend(&finding.left);
        for &claim in &finding.right {
            if row.right.iter().all(|&(known, _)| known != claim) {
                row.right.push((claim, written.insert(claim)));
            }
        }
    }
    let mut rows: Vec<Meeting<'a>> = rows.into_values().collect();
    for row in &mut rows {
        row.left.sort_unstable();
        row.left.dedup();
        row.right.sort_unstable();
    }
    rows
}

/// Claims and paragraphs without any, in reading order.
fn units(side: &Side) -> Vec<Unit> {
    let claims = side.claims.iter().enumerate();
    let mut units: Vec<(usize, Unit)> = claims
        .map(|(at, c)| (c.paragraph, Unit::Claim(at)))
        .collect();
    let told: BTreeSet<usize> = units.iter().map(|(paragraph, _)| *paragraph).collect();
    let paragraphs = side.article.paragraphs.iter().enumerate();
    let bare = paragraphs.filter(|(at, p)| p.kind.is_report() && !told.contains(at));
    units.extend(bare.map(|(at, _)| (at, Unit::Bare(at))));
    units.sort_by_key(|(paragraph, _)| *paragraph);
    units.into_iter().map(|(_, unit)| unit).collect()
}

/// A for 0, B for 1.
pub(super) fn side(comparison: &Comparison, side: usize) -> &Side {
    [&comparison.left, &comparison.right][side]
}

/// The claims of a finding on one side.
pub(super) fn side_of(finding: &Finding, of: usize) -> &[usize] {
    [&finding.left, &finding.right][of]
}
