//! What a link means.

use super::{Finding, Side, Verdict, links::Link};
use crate::meaning::Story;

/// A finding for each link, and one for each claim that stands alone.
pub(super) fn findings(left: &Side, right: &Side, story: &Story, links: &[Link]) -> Vec<Finding> {
    let mut found: Vec<Finding> = links.iter().map(|link| linked(story, link)).collect();
    let alone = |verdict: Verdict, left: Vec<usize>, right: Vec<usize>| Finding {
        verdict,
        left,
        right,
        similarity: 0.0,
        reasons: Vec::new(),
        differences: Vec::new(),
        marks: [Vec::new(), Vec::new()],
        locked: false,
    };
    for claim in 0..left.claims.len() {
        if !links.iter().any(|l| l.left == claim) {
            found.push(alone(Verdict::OnlyLeft, vec![claim], Vec::new()));
        }
    }
    for claim in 0..right.claims.len() {
        if !links.iter().any(|l| l.right == claim) {
            found.push(alone(Verdict::OnlyRight, Vec::new(), vec![claim]));
        }
    }
    found
}

fn linked(story: &Story, link: &Link) -> Finding {
    let coverage = story.coverage(link.left, link.right);
    let verdict = if coverage.left > 0.6 && coverage.right > 0.6 {
        Verdict::Reworded
    } else {
        Verdict::Overlap
    };
    Finding {
        verdict,
        left: vec![link.left],
        right: vec![link.right],
        similarity: link.score,
        reasons: Vec::new(),
        differences: Vec::new(),
        marks: [Vec::new(), Vec::new()],
        locked: false,
    }
}
