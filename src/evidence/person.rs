//! Who is named: people, offices, bodies and places that both claims have, or that are all that they have in common.
//!
//! Shared names must not carry a link: `Minister X flew in` and `Minister X dismissed the criticism` are near each other
//! by a long name and an office, and tell two things.

use super::{Found, Pair, Rule, place};
use crate::claim::Claim;
use crate::language::{Pack, Property, fold};
use crate::meaning::Token;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "person.alone",
        what: "the two claims meet in nothing but who and where: names, offices, countries",
        wrong: "two reports of one act whose other words are too far apart to meet",
        differs: None,
        find: alone,
    },
    Rule {
        id: "person.shared",
        what: "names that both claims have",
        wrong: "the names that all of the story is about",
        differs: None,
        find: shared,
    },
    Rule {
        id: "person.apart",
        what: "both claims name somebody or some place, and none of the names meets",
        wrong: "one person under two names (`the Clintons`, `Mrs. Rodham`)",
        differs: None,
        find: apart,
    },
];

/// From this Zipf frequency on a word has no content of its own (`the`, `were`, `إلى`).
const EMPTY: f32 = 6.0;
/// So many words of names and offices make two claims near each other by themselves.
const CARRIED: usize = 3;
/// More shared words of names than this say no more.
const MANY: f32 = 4.0;

/// What a word of a claim tells.
#[derive(Clone, Copy, PartialEq)]
enum Tells {
    Who,
    What,
    Nothing,
}

fn shared(pair: &Pair) -> Option<Found> {
    let (left, right) = pair.tokens();
    let named = |p: &&crate::meaning::Pair| left[p.left].name && right[p.right].name;
    let met = pair.met.iter().filter(named).count();
    (met > 0).then(|| Found::whole(met as f32 / MANY))
}

fn apart(pair: &Pair) -> Option<Found> {
    let (left, right) = pair.tokens();
    let named = |tokens: &[Token]| tokens.iter().any(|t| t.name);
    let none_meets = !pair
        .met
        .iter()
        .any(|p| left[p.left].name || right[p.right].name);
    (named(left) && named(right) && none_meets).then(|| Found::whole(1.0))
}

fn alone(pair: &Pair) -> Option<Found> {
    let (left, right) = pair.tokens();
    let story = pair.story;
    let of_left = tells(pair.claims.0, pair.packs.0, left, |t| story.left_zipf(t));
    let of_right = tells(pair.claims.1, pair.packs.1, right, |t| story.right_zipf(t));
    let both = |kind: Tells| {
        let met = pair.met.iter();
        met.filter(|p| of_left[p.left] == kind || of_right[p.right] == kind)
            .count()
    };
    let nothing_else = both(Tells::Who) + both(Tells::Nothing) >= pair.met.len();
    (both(Tells::Who) >= CARRIED && nothing_else).then(|| Found::whole(1.0))
}

/// What each word of a claim tells.
fn tells(
    claim: &Claim,
    pack: &'static Pack,
    tokens: &[Token],
    zipf: impl Fn(&Token) -> f32,
) -> Vec<Tells> {
    let countries = place::named(claim, pack);
    let capitals = has_capitals(claim, pack);
    let tells = |(at, token): (usize, &Token)| {
        let text = &claim.text[token.span.clone()];
        let names = token.name
            || countries
                .iter()
                .any(|(_, span)| span.contains(&token.span.start))
            || pack.is_title(&fold(text))
            || capitals && at > 0 && text.starts_with(char::is_uppercase);
        match () {
            () if names => Tells::Who,
            () if zipf(token) >= EMPTY => Tells::Nothing,
            () => Tells::What,
        }
    };
    tokens.iter().enumerate().map(tells).collect()
}

/// Whether a capital letter within the claim says that a word names: neither where all nouns have one nor in capitals
/// throughout.
fn has_capitals(claim: &Claim, pack: &'static Pack) -> bool {
    let mut words = claim.text.split_whitespace();
    !pack.is(Property::CapitalNouns) && words.any(|word| word.starts_with(char::is_lowercase))
}
