//! How a pair stands among all pairs of its story, and in its two reports.
//!
//! In one story everything is near everything, so what a pair has above its neighbours says more than its nearness
//! (`meaning/margin.rs`). Headlines and leads hold a report's main point: they are held against each other always.

use super::{Found, Pair, Rule};
use crate::article::Kind;
use crate::model::Side;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "link.margin",
        what: "the pair stands above each claim's nearest others",
        wrong: "two claims of one man with a long name and title stand high although they tell different things",
        differs: None,
        find: margin,
    },
    Rule {
        id: "link.mutual",
        what: "each claim is the other's best partner",
        wrong: "two claims that only they have no partner in",
        differs: None,
        find: |pair| pair.standing?.mutual.then(|| Found::whole(1.0)),
    },
    Rule {
        id: "link.answering",
        what: "their paragraphs answer each other",
        wrong: "a paragraph of two subjects that shares one of them",
        differs: None,
        find: |pair| pair.standing?.answering.then(|| Found::whole(1.0)),
    },
    Rule {
        id: "link.headline",
        what: "both are headlines or leads",
        wrong: "a lead that sums up something else than the other headline",
        differs: None,
        find: headline,
    },
    Rule {
        id: "link.across",
        what: "the two reports are of two languages, so that fewer words meet",
        wrong: "nothing: it is known",
        differs: None,
        find: |pair| (!pair.one_language()).then(|| Found::whole(1.0)),
    },
    Rule {
        id: "link.cosine",
        what: "the sentence encoder finds them near",
        wrong: "it sees topic more than content",
        differs: None,
        find: |pair| {
            let cosine = pair.story.cosine(pair.at.0, pair.at.1)?;
            Some(Found::whole(cosine.max(0.0)))
        },
    },
];

/// 0 at a third of the score from which claims are candidates, 1 at seven times it: the logarithm of the multiple, as the
/// odds that a link is right grow with it.
fn margin(pair: &Pair) -> Option<Found> {
    let multiple = pair.standing?.multiple.max(1e-3);
    Some(Found::whole(((multiple.ln() + 1.0) / 3.0).clamp(0.0, 1.0)))
}

fn headline(pair: &Pair) -> Option<Found> {
    let (left, right) = (
        leads(pair.sides.0, pair.claims.0.paragraph),
        leads(pair.sides.1, pair.claims.1.paragraph),
    );
    match (left, right) {
        (Lead::Headline, Lead::Headline) => Some(Found::whole(1.0)),
        (Lead::No, _) | (_, Lead::No) => None,
        _ => Some(Found::whole(0.5)),
    }
}

#[derive(PartialEq)]
enum Lead {
    Headline,
    First,
    No,
}

/// Whether a paragraph is the headline or the first one of the body.
fn leads(side: &Side, paragraph: usize) -> Lead {
    let paragraphs = &side.article.paragraphs;
    let first = paragraphs.iter().position(|p| p.kind == Kind::Body);
    match () {
        () if paragraphs[paragraph].kind == Kind::Title => Lead::Headline,
        () if first == Some(paragraph) => Lead::First,
        () => Lead::No,
    }
}
