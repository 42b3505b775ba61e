//! Which countries and continents a claim names: shared by the rules on names, speakers and polarity.

use super::Pair;
use crate::claim::Claim;
use crate::language::{Country, Pack};
use std::ops::Range;

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
    let found = pack.countries_in(words);
    found.into_iter().map(place).collect()
}
