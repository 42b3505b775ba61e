//! Whether two linked claims tell one thing of two countries.
//!
//! The rest of both claims must meet, and neither article may name the other's country in its claims: where both do,
//! two things of one kind are told (`Paris condemned it`, `London condemned it`). What it gets wrong: an article that
//! tells of one country only what the other tells of another.

use super::Side;
use super::figures::{Change, Disagreement, Linked};
use crate::claim::Claim;
use crate::language::{Country, Pack, pack, words};
use crate::meaning::Token;
use std::ops::Range;

/// Words meet from this nearness on.
const MEETS: f32 = 0.6;
/// Of the weight of the other words of both claims, this share must meet.
const REST: f32 = 0.6;

/// A disagreement of two linked claims in the country that they tell of.
pub(super) fn countries(linked: &Linked, left: &Side, right: &Side) -> Option<Disagreement> {
    let of_left = named(linked.claims.0, linked.packs.0);
    let of_right = named(linked.claims.1, linked.packs.1);
    let one_kind = |l: &str, r: &str| Country::is_continent(l) == Country::is_continent(r);
    let l = of_left
        .iter()
        .find(|l| !of_right.iter().any(|r| r.0 == l.0))?;
    let r = of_right
        .iter()
        .find(|r| !of_left.iter().any(|l| r.0 == l.0))?;
    let told = one_kind(l.0, r.0)
        && rest(linked, &l.1, &r.1) >= REST
        && !names(right, l.0)
        && !names(left, r.0);
    told.then(|| Disagreement {
        change: Change::Conflict,
        left: l.1.clone(),
        right: r.1.clone(),
    })
}

/// Whether the claims tell of two continents: what is said of the African cup is no denial of what is said of the Asian.
pub(super) fn continents_differ(linked: &Linked) -> bool {
    let continents = |claim: &Claim, pack: &'static Pack| -> Vec<&'static str> {
        let codes = named(claim, pack).into_iter().map(|(code, _)| code);
        codes.filter(|code| Country::is_continent(code)).collect()
    };
    let left = continents(linked.claims.0, linked.packs.0);
    let right = continents(linked.claims.1, linked.packs.1);
    !left.is_empty() && !right.is_empty() && !left.iter().any(|code| right.contains(code))
}

/// The countries of a claim: the code, and the byte range in its text.
pub(super) fn named(claim: &Claim, pack: &'static Pack) -> Vec<(&'static str, Range<usize>)> {
    let words = words(&claim.text, pack);
    let place = |country: Country| {
        let span = words[country.words.start].span.start..words[country.words.end - 1].span.end;
        (country.code, span)
    };
    let found = pack.countries.find(&words);
    found.into_iter().map(place).collect()
}

/// Whether any claim of an article names a country.
fn names(side: &Side, code: &str) -> bool {
    let pack = pack(&side.article.language);
    let mut claims = side.claims.iter();
    claims.any(|claim| named(claim, pack).iter().any(|(c, _)| *c == code))
}

/// The share of the claims' other words that meets, 0 to 1.
fn rest(linked: &Linked, left: &Range<usize>, right: &Range<usize>) -> f32 {
    let tokens = (
        linked.story.left(linked.at.0),
        linked.story.right(linked.at.1),
    );
    let inside = |token: &Token, span: &Range<usize>| {
        token.span.end > span.start && span.end > token.span.start
    };
    linked.rest(
        MEETS,
        &(
            |at| inside(&tokens.0[at], left),
            |at| inside(&tokens.1[at], right),
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::super::Verdict;
    use super::super::values::tests::asked;

    #[test]
    fn one_thing_in_two_countries_is_a_conflict() {
        for (language, left, right, values) in [
            (
                "en",
                "Oil tankers collided off the coast of Oman on their way to India",
                "Oil tankers collided off the coast of Yemen on their way to India",
                ("Oman", "Yemen"),
            ),
            (
                "ar",
                "محاكمة ثلاثة متهمين بتهريب الآثار في لبنان",
                "محاكمة ثلاثة متهمين بتهريب الآثار في الأردن",
                ("لبنان", "الأردن"),
            ),
        ] {
            let found = asked((language, language), left, right, 0.0);
            let wanted = (Verdict::Conflict, values.0.to_owned(), values.1.to_owned());
            assert_eq!(found, Some(wanted));
        }
    }

    #[test]
    fn a_country_and_its_capital_are_one_and_other_claims_are_silent() {
        for (left, right) in [
            (
                "Talks on the dam ended in Damascus without an agreement",
                "Talks on the dam ended in Syria without an agreement",
            ),
            (
                "French farmers blocked the roads to the capital",
                "Polish miners went on strike over pay",
            ),
            (
                "Delegations of Oman and Yemen met in the port",
                "Delegations of Yemen and Oman met in the port",
            ),
        ] {
            assert_eq!(
                asked(("en", "en"), left, right, 0.0),
                None,
                "{left} | {right}"
            );
        }
    }
}
