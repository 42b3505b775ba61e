//! What a link means: the questions are asked in order, and the first that has an answer decides.

use super::{Finding, Reason, Side, Verdict, extent::extent, links::Link, values, wording};
use crate::meaning::Story;

/// From this share of common words on, two claims of one language are the same words.
const VERBATIM: f32 = 0.85;
/// Words that met are given as a reason from this nearness on.
const TELLING: f32 = 0.6;
/// How many words are given as reasons.
const TOLD: usize = 5;

/// A finding for each link, and one for each claim that stands alone.
pub(super) fn findings(left: &Side, right: &Side, story: &Story, links: &[Link]) -> Vec<Finding> {
    let mut found: Vec<Finding> = links
        .iter()
        .map(|link| linked(left, right, story, link))
        .collect();
    let of_left = (0..left.claims.len()).filter(|claim| !links.iter().any(|l| l.left == *claim));
    found.extend(of_left.map(|claim| alone(Verdict::OnlyLeft, vec![claim], Vec::new())));
    let of_right = (0..right.claims.len()).filter(|claim| !links.iter().any(|l| l.right == *claim));
    found.extend(of_right.map(|claim| alone(Verdict::OnlyRight, Vec::new(), vec![claim])));
    found
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
    }
}

/// What a link means.
pub(super) fn linked(left: &Side, right: &Side, story: &Story, link: &Link) -> Finding {
    let wording = wording::wording(story, link.left, link.right);
    let claims = (&left.claims[link.left], &right.claims[link.right]);
    let one_language = left.article.language == right.article.language;
    let verbatim = one_language && wording.ratio >= VERBATIM;
    let value = values::differing(left, right, story, (link.left, link.right), link.score);
    let verdict = if let Some(value) = &value {
        value.verdict
    } else if verbatim {
        Verdict::Same
    } else {
        extent(story.coverage(link.left, link.right))
    };
    let near = wording.ratio >= wording::NEAR;
    let pair = (link.left, link.right);
    let mut finding = Finding {
        verdict,
        left: vec![link.left],
        right: vec![link.right],
        similarity: link.score,
        reasons: reasons(left, right, story, link, verbatim),
        differences: if near {
            wording::differences(&wording, story, pair, claims)
        } else {
            Vec::new()
        },
        marks: wording::marks(&wording, story, link.left, link.right),
        locked: false,
    };
    if let Some(value) = value {
        value.tell(&mut finding);
    }
    finding
}

/// What carried a link: the weightiest words that met.
fn reasons(left: &Side, right: &Side, story: &Story, link: &Link, verbatim: bool) -> Vec<Reason> {
    let mut found = Vec::new();
    if verbatim {
        found.push(Reason::Verbatim);
    }
    let word = |side: &Side, claim: usize, token: &crate::meaning::Token| {
        side.claims[claim].text[token.span.clone()].to_owned()
    };
    let pairs = story.pairs(link.left, link.right, TELLING);
    let told = pairs.iter().take(TOLD).map(|pair| {
        (
            word(left, link.left, &story.left(link.left)[pair.left]),
            word(right, link.right, &story.right(link.right)[pair.right]),
        )
    });
    let words: Vec<_> = told.collect();
    if !words.is_empty() {
        found.push(Reason::Words(words));
    }
    found
}
