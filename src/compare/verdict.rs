//! What a link means: the questions are asked in order, and the first that has an answer decides.

use super::bearing::{denied, is_planned};
use super::chance;
use super::extent::extent;
use super::links::Link;
use super::{
    Difference, DifferenceKind, Finding, Reason, Side, Verdict, actors, values, voice, wording,
};
use crate::claim::Claim;
use crate::language::pack;
use crate::meaning::{Story, Token};

/// From this share of common words on, two claims of one language are the same words.
const VERBATIM: f32 = 0.85;
/// How sure it is that a pair at the threshold tells of one thing, as the question on values takes it, and how that
/// grows with the score.
const TRUST: f32 = 0.42;
const TRUST_GROWTH: f32 = 2.0;
/// Two claims tell of one act, planned here and done there, from this nearness by words on.
const SAME_ACT: f32 = 0.4;
/// Words that met are given as a reason from this nearness on.
const TELLING: f32 = 0.6;
/// How many words are given as reasons.
const TOLD: usize = 5;

/// A finding for each link, and one for each claim that stands alone. `names` are the spellings that the desk knows to be
/// one name each.
pub(super) fn findings(
    left: &Side,
    right: &Side,
    story: &Story,
    links: &[Link],
    threshold: f32,
    names: &[Vec<String>],
) -> Vec<Finding> {
    let mut found: Vec<Finding> = links
        .iter()
        .map(|link| linked(left, right, story, link, (threshold, 0.0), names))
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

/// What a link means. `threshold` is the score from which two claims are linked; `known` says how sure it is at least,
/// by what stands outside of them, that they tell of one thing, 0 to 1. `names` are as above.
pub(super) fn linked(
    left: &Side,
    right: &Side,
    story: &Story,
    link: &Link,
    (threshold, known): (f32, f32),
    names: &[Vec<String>],
) -> Finding {
    let pair = (link.left, link.right);
    let claims = (&left.claims[link.left], &right.claims[link.right]);
    let wording = wording::wording(story, link.left, link.right);
    let one_language = left.article.language == right.article.language;
    let verbatim = one_language && wording.ratio >= VERBATIM;
    let names_alone = !one_language && actors::shared(left, right, story, pair);
    let score = if names_alone {
        link.score.min(threshold)
    } else {
        link.score
    };
    let trust = trust(score, threshold).max(known);
    let value = values::differing(left, right, story, pair, trust);
    let told = if verbatim {
        Verdict::Same
    } else {
        extent(story.coverage(link.left, link.right))
    };
    let mut differences = if wording.ratio >= wording::NEAR {
        wording::differences(&wording, story, pair, claims)
    } else {
        Vec::new()
    };
    let verdict = match &value {
        Some(value) => value.verdict,
        None if has_come(left, right, story, pair) => Verdict::Development,
        None => voiced(told, claims, names, &mut differences),
    };
    // Where nothing but names is seen to meet, nothing more is known than that the two are linked.
    let by_score = chance::by_score(score, threshold);
    let similarity = if verbatim {
        by_score.max(chance::verbatim(wording.ratio, VERBATIM))
    } else {
        by_score
    };
    let mut finding = Finding {
        verdict,
        left: vec![link.left],
        right: vec![link.right],
        similarity,
        reasons: reasons(left, right, story, link, verbatim),
        differences,
        marks: wording::marks(&wording, story, link.left, link.right),
        locked: false,
    };
    if let Some(value) = value {
        value.tell(&mut finding);
    }
    finding
}

/// Whether one of two claims tells of what is still to come, and the other of what has come.
fn has_come(left: &Side, right: &Side, story: &Story, pair: (usize, usize)) -> bool {
    let planned = |side: &Side, claim: usize, tokens: &[Token]| {
        is_planned(&side.claims[claim], tokens, pack(&side.article.language))
    };
    // What is still to come here and denied there has not come: `will run out in four days`, `will not last four days`.
    let denies = |side: &Side, claim: usize, tokens: &[Token]| {
        denied(&side.claims[claim], tokens, pack(&side.article.language)).contains(&true)
    };
    let (of_left, of_right) = (story.left(pair.0), story.right(pair.1));
    planned(left, pair.0, of_left) != planned(right, pair.1, of_right)
        && story.coverage(pair.0, pair.1).nearness() >= SAME_ACT
        && denies(left, pair.0, of_left) == denies(right, pair.1, of_right)
}

/// The verdict by extent, unless the same content is put in another mouth. Where the content differs as well, that
/// is what counts.
fn voiced(
    told: Verdict,
    claims: (&Claim, &Claim),
    names: &[Vec<String>],
    differences: &mut Vec<Difference>,
) -> Verdict {
    if !voice::differs(claims.0, claims.1, names) {
        return told;
    }
    let name = |claim: &Claim| {
        claim
            .speaker
            .as_ref()
            .map_or_else(String::new, |s| s.name.clone())
    };
    differences.push(Difference {
        kind: DifferenceKind::Speaker,
        left: name(claims.0),
        right: name(claims.1),
    });
    if matches!(told, Verdict::Same | Verdict::Reworded) {
        Verdict::SourceDiffers
    } else {
        told
    }
}

/// What carried a link: the weightiest words that met.
fn reasons(left: &Side, right: &Side, story: &Story, link: &Link, verbatim: bool) -> Vec<Reason> {
    let mut found = Vec::new();
    if verbatim {
        found.push(Reason::Verbatim);
    }
    let word = |side: &Side, claim: usize, token: &Token| {
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

/// How sure it is, beside the words, that two linked claims tell of one thing: what the score has above the threshold.
/// A pair below it was linked because its values differ, and is trusted as one at the threshold.
fn trust(score: f32, threshold: f32) -> f32 {
    (TRUST + TRUST_GROWTH * (score - threshold).max(0.0)).min(1.0)
}
