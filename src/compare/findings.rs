//! From links to findings: the verdict of each pair with its words, and one finding for each claim that stands alone.

use super::decide::{self, Decision};
use super::links::Link;
use crate::evidence::{self, Pair};
use crate::meaning::Token;
use crate::model::{
    Decider, Difference, DifferenceKind, Finding, Mark, MarkKind, Reason, Side, Verdict,
};
use crate::reader::Word;

/// Words that met are given as a reason from this nearness on: those of one stem, not of one topic.
const TELLING: f32 = 0.6;
/// How many words are given as reasons: what fits on a line.
const SHOWN: usize = 5;

/// A finding for each link, and one for each claim that stands alone.
pub(super) fn findings(left: &Side, right: &Side, linked: Vec<(Link, Finding)>) -> Vec<Finding> {
    // What is perhaps related is asserted as nothing: its claims stand alone as well.
    let asserted = || linked.iter().filter(|(_, f)| f.verdict != Verdict::Related);
    let of_left = (0..left.claims.len()).filter(|claim| !asserted().any(|(l, _)| l.left == *claim));
    let of_right =
        (0..right.claims.len()).filter(|claim| !asserted().any(|(l, _)| l.right == *claim));
    let alone_left = of_left.map(|claim| alone(Verdict::OnlyLeft, vec![claim], Vec::new()));
    let alone_right = of_right.map(|claim| alone(Verdict::OnlyRight, Vec::new(), vec![claim]));
    let alone: Vec<Finding> = alone_left.chain(alone_right).collect();
    linked
        .into_iter()
        .map(|(_, finding)| finding)
        .chain(alone)
        .collect()
}

fn alone(verdict: Verdict, left: Vec<usize>, right: Vec<usize>) -> Finding {
    Finding {
        verdict,
        left,
        right,
        similarity: 0.0,
        reasons: Vec::new(),
        differences: Vec::new(),
        marks: [Vec::new(), Vec::new()],
        locked: false,
        by: Decider::Engine,
    }
}

/// The finding of a linked pair.
pub(super) fn finding(pair: &Pair, verdict: Verdict, decision: &Decision) -> Finding {
    let mut finding = Finding {
        verdict,
        left: vec![pair.at.0],
        right: vec![pair.at.1],
        similarity: decision.related,
        reasons: reasons(pair, decision),
        differences: differences(pair, verdict),
        marks: evidence::marks(&pair.wording, pair.story, pair.at.0, pair.at.1),
        locked: false,
        by: match pair.read {
            Some(Word::Linked { .. }) => Decider::Reader,
            _ => Decider::Engine,
        },
    };
    if let Some(value) = decide::difference(pair, decision) {
        lead_with(&mut finding, value, pair, decision);
    }
    finding
}

fn differences(pair: &Pair, verdict: Verdict) -> Vec<Difference> {
    let mut found = match evidence::read_details(pair) {
        Some([left, right]) => vec![Difference {
            kind: DifferenceKind::Detail,
            left: left.to_owned(),
            right: right.to_owned(),
        }],
        None => evidence::differences(&pair.wording, pair.story, pair.at, pair.claims),
    };
    if verdict == Verdict::SourceDiffers {
        let name = |claim: &crate::claim::Claim| {
            let speaker = claim.speaker.as_ref();
            speaker.map_or_else(String::new, |s| s.name.clone())
        };
        found.push(Difference {
            kind: DifferenceKind::Speaker,
            left: name(pair.claims.0),
            right: name(pair.claims.1),
        });
    }
    found
}

/// Put a difference by value first, and mark its words in place of what stood there.
fn lead_with(finding: &mut Finding, value: Difference, pair: &Pair, decision: &Decision) {
    let Some(contrast) = &decision.contrast else {
        return;
    };
    finding
        .differences
        .retain(|d| d.left != value.left || d.right != value.right);
    finding.differences.insert(0, value);
    let claims = [pair.at.0, pair.at.1];
    for ((marks, claim), span) in finding.marks.iter_mut().zip(claims).zip(&contrast.spans) {
        if span.is_empty() {
            continue;
        }
        marks.retain(|m| m.claim != claim || m.span.end <= span.start || span.end <= m.span.start);
        marks.push(Mark {
            claim,
            span: span.clone(),
            kind: MarkKind::Value,
        });
        marks.sort_by_key(|m| (m.claim, m.span.start));
    }
}

/// What carried the link: the weightiest words that met, and all evidence.
fn reasons(pair: &Pair, decision: &Decision) -> Vec<Reason> {
    let tokens = (pair.story.left(pair.at.0), pair.story.right(pair.at.1));
    let word = |text: &str, token: &Token| text[token.span.clone()].to_owned();
    let met = pair.met.iter().filter(|met| met.near >= TELLING);
    let words: Vec<(String, String)> = met
        .take(SHOWN)
        .map(|met| {
            (
                word(&pair.claims.0.text, &tokens.0[met.left]),
                word(&pair.claims.1.text, &tokens.1[met.right]),
            )
        })
        .collect();
    let words = (!words.is_empty()).then_some(Reason::Words(words));
    let evidence = decision.evidence.iter().cloned().map(Reason::Evidence);
    words.into_iter().chain(evidence).collect()
}
