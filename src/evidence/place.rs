//! Whether two linked claims tell one thing of two countries.
//!
//! The rest of both claims must meet, and neither article may name the other's country in its claims: where both do,
//! two things of one kind are told (`Paris condemned it`, `London condemned it`).

use super::{Found, Pair, Rule};
use crate::claim::Claim;
use crate::language::{Country, Pack, pack};
use crate::meaning::Token;
use crate::model::{DifferenceKind, Side};
use std::ops::Range;

pub(super) const RULES: &[Rule] = &[Rule {
    id: "place.country",
    what: "one thing is told of two countries, each of which only one article names",
    wrong: "an article that tells of one country only what the other tells of another",
    differs: Some(DifferenceKind::Name),
    find: countries,
}];

/// Of the weight of the other words of both claims, this share must meet.
const REST: f32 = 0.6;

fn countries(pair: &Pair) -> Option<Found> {
    let of_left = named(pair.claims.0, pair.packs.0);
    let of_right = named(pair.claims.1, pair.packs.1);
    let one_kind = |l: &str, r: &str| Country::is_continent(l) == Country::is_continent(r);
    let l = of_left
        .iter()
        .find(|l| !of_right.iter().any(|r| r.0 == l.0))?;
    let r = of_right
        .iter()
        .find(|r| !of_left.iter().any(|l| r.0 == l.0))?;
    let rest = rest(pair, &l.1, &r.1);
    let apart = one_kind(l.0, r.0)
        && rest >= REST
        && !names(pair.sides.1, l.0)
        && !names(pair.sides.0, r.0);
    apart.then(|| Found {
        strength: rest,
        spans: [l.1.clone(), r.1.clone()],
    })
}

/// Whether the claims tell of two continents: what is said of the African cup is no denial of what is said of the Asian.
pub(super) fn continents_differ(pair: &Pair) -> bool {
    let continents = |claim: &Claim, pack: &'static Pack| -> Vec<&'static str> {
        let codes = named(claim, pack).into_iter().map(|(code, _)| code);
        codes.filter(|code| Country::is_continent(code)).collect()
    };
    let left = continents(pair.claims.0, pair.packs.0);
    let right = continents(pair.claims.1, pair.packs.1);
    !left.is_empty() && !right.is_empty() && !left.iter().any(|code| right.contains(code))
}

/// The countries of a claim: the code, and the byte range in its text.
pub(super) fn named(claim: &Claim, pack: &'static Pack) -> Vec<(&'static str, Range<usize>)> {
    let words = &claim.words;
    let place = |country: Country| {
        let span = words[country.words.start].span.start..words[country.words.end - 1].span.end;
        (country.code, span)
    };
    let found = pack.countries.find(words);
    found.into_iter().map(place).collect()
}

/// Whether any claim of an article names a country.
fn names(side: &Side, code: &str) -> bool {
    let pack = pack(&side.article.language);
    let mut claims = side.claims.iter();
    claims.any(|claim| named(claim, pack).iter().any(|(c, _)| *c == code))
}

/// The share of the claims' other words that meets, 0 to 1.
fn rest(pair: &Pair, left: &Range<usize>, right: &Range<usize>) -> f32 {
    let tokens = pair.tokens();
    let inside = |token: &Token, span: &Range<usize>| {
        token.span.end > span.start && span.end > token.span.start
    };
    pair.rest(&(
        |at| inside(&tokens.0[at], left),
        |at| inside(&tokens.1[at], right),
    ))
}
