//! How much of each claim the other has.

use super::{Found, Pair, Rule};
use crate::meaning::{Coverage, Token};
use crate::model::Verdict;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "coverage.both",
        what: "the other has this share of each claim's words, by weight: the smaller of the two",
        wrong: "word order plays no part",
        differs: None,
        find: |pair| Some(Found::whole(pair.shared())),
    },
    Rule {
        id: "coverage.either",
        what: "the same, the greater of the two: a short claim may be all of it in a long one",
        wrong: "a claim of two words has them by chance",
        differs: None,
        find: |pair| {
            let Coverage { left, right } = pair.story.coverage(pair.at.0, pair.at.1);
            Some(Found::whole(left.max(right)))
        },
    },
    Rule {
        id: "coverage.content",
        what: "the share of the words of content, names left out, that meets by spelling or stem",
        wrong: "synonyms do not meet",
        differs: None,
        find: content,
    },
    Rule {
        id: "coverage.fragment",
        what: "one of the claims has hardly any words of content",
        wrong: "short headlines",
        differs: None,
        find: fragment,
    },
];

/// A word of content weighs this much or more: the lightest third of an English report's words is lighter.
pub(super) const WEIGHTY: f32 = 0.7;
/// With so few words of content a claim tells nothing that could be held against another.
const FRAGMENT: usize = 3;
/// Words of one spelling or stem have this nearness (`meaning/partners.rs`); those by meaning alone less.
const SPELLED: f32 = 0.75;

fn is_content(token: &Token) -> bool {
    token.weight >= WEIGHTY && !token.name
}

fn content(pair: &Pair) -> Option<Found> {
    let (left, right) = pair.tokens();
    let all = |tokens: &[Token]| tokens.iter().filter(|t| is_content(t)).count();
    let met = pair.met.iter().filter(|p| {
        p.near >= SPELLED && (is_content(&left[p.left]) || is_content(&right[p.right]))
    });
    let most = all(left).min(all(right));
    (most > 0).then(|| Found::whole((met.count() as f32 / most as f32).min(1.0)))
}

fn fragment(pair: &Pair) -> Option<Found> {
    let (left, right) = pair.tokens();
    let few = |tokens: &[Token]| tokens.iter().filter(|t| is_content(t)).count() < FRAGMENT;
    let both = usize::from(few(left)) + usize::from(few(right));
    (both > 0).then(|| Found::whole(both as f32 / 2.0))
}

/// From which coverage on a claim is the other, or a part of it; each value stands in `weights.tsv`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Extent {
    /// Where both sides are covered this much, they tell the same.
    pub covered: f32,
    /// A side with this share covered may be a part of the other.
    pub contained: f32,
    /// Where the other side lacks this much more, it gives further details.
    pub lead: f32,
}

/// The verdict by extent alone.
pub(crate) fn extent(pair: &Pair, least: Extent) -> Verdict {
    let Coverage { left, right } = pair.story.coverage(pair.at.0, pair.at.1);
    if left >= least.covered && right >= least.covered {
        Verdict::Reworded
    } else if right - left >= least.lead && right >= least.contained {
        Verdict::LeftAdds
    } else if left - right >= least.lead && left >= least.contained {
        Verdict::RightAdds
    } else {
        Verdict::Overlap
    }
}
