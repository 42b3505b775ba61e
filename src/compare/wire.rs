//! Paragraphs that are likely one wire text: shared text is no independent confirmation.

use super::{Finding, Row, Side, Verdict};

/// Of the letters of a row's claims, this share must stand in findings of the same wording, on both sides.
const SHARE: f32 = 0.6;
/// Shorter texts are alike without a common source.
const LETTERS: usize = 80;

/// Mark the rows that are near-verbatim.
pub(super) fn mark(rows: &mut [Row], left: &Side, right: &Side, findings: &[Finding]) {
    let same = |f: &&Finding| f.verdict == Verdict::Same;
    let copied = |claims: fn(&Finding) -> &Vec<usize>| -> Vec<usize> {
        findings
            .iter()
            .filter(same)
            .flat_map(|f| claims(f).clone())
            .collect()
    };
    let (of_left, of_right) = (copied(|f| &f.left), copied(|f| &f.right));
    for row in rows
        .iter_mut()
        .filter(|row| !row.left.is_empty() && !row.right.is_empty())
    {
        row.wire = is_copied(left, &row.left, &of_left) && is_copied(right, &row.right, &of_right);
    }
}

fn is_copied(side: &Side, paragraphs: &[usize], copied: &[usize]) -> bool {
    let letters = |n: usize| side.claims[n].text.chars().count();
    let here = (0..side.claims.len()).filter(|&n| paragraphs.contains(&side.claims[n].paragraph));
    let all: usize = here.clone().map(letters).sum();
    let same: usize = here.filter(|n| copied.contains(n)).map(letters).sum();
    all >= LETTERS && same as f32 >= SHARE * all as f32
}
