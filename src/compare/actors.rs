//! Whether two claims meet in nothing but who and where: names, offices, countries, and words of no content.
//!
//! Shared names must not carry a link: `Minister X flew in` and `Minister X dismissed the criticism` are near each other
//! by a long name and an office, and tell two things. Claims in which no word meets are left to what else speaks for
//! them. What it gets wrong: two reports of one act whose other words are too far apart to meet.

use super::Side;
use crate::claim::Claim;
use crate::language::{Pack, fold, pack, words};
use crate::meaning::{Story, Token};
use std::collections::HashSet;

/// Words meet from this nearness on.
const MEETS: f32 = 0.45;
/// From this Zipf frequency on a word has no content of its own (`the`, `were`, `إلى`).
const EMPTY: f32 = 6.0;

/// Whether some words of two claims meet, and all that do name or are empty.
pub(super) fn alone(left: &Side, right: &Side, story: &Story, at: (usize, usize)) -> bool {
    let met = story.pairs(at.0, at.1, MEETS);
    let of_left = quiet(left, at.0, story.left(at.0), |t| story.left_zipf(t));
    let of_right = quiet(right, at.1, story.right(at.1), |t| story.right_zipf(t));
    !met.is_empty() && met.iter().all(|p| of_left[p.left] || of_right[p.right])
}

/// For each word of a claim, whether it names somebody or somewhere, or is empty.
fn quiet(side: &Side, claim: usize, tokens: &[Token], zipf: impl Fn(&Token) -> f32) -> Vec<bool> {
    let pack = pack(&side.article.language);
    let claim = &side.claims[claim];
    let names = names(claim, pack);
    let countries = countries(claim, pack);
    let capitals = has_capitals(claim, pack);
    let is_quiet = |(at, token): (usize, &Token)| {
        let text = &claim.text[token.span.clone()];
        let form = fold(text);
        zipf(token) >= EMPTY
            || names.contains(&form)
            || claim
                .figures
                .iter()
                .any(|f| f.span.contains(&token.span.start))
            || countries.contains(&token.span.start)
            || pack.is_title(&form)
            || capitals && at > 0 && text.starts_with(char::is_uppercase)
    };
    tokens.iter().enumerate().map(is_quiet).collect()
}

fn names(claim: &Claim, pack: &'static Pack) -> HashSet<String> {
    let each = claim.names.iter().flat_map(|name| words(name, pack));
    each.map(|word| word.form).collect()
}

/// Where the words begin that name a country.
fn countries(claim: &Claim, pack: &'static Pack) -> HashSet<usize> {
    let words = words(&claim.text, pack);
    let found = pack.countries.find(&words);
    let each = found.into_iter().flat_map(|country| country.words);
    each.map(|word| words[word].span.start).collect()
}

/// Whether a capital letter within the claim says that a word names: neither in German nor in capitals throughout.
fn has_capitals(claim: &Claim, pack: &'static Pack) -> bool {
    let mut words = claim.text.split_whitespace();
    pack.tag != "de" && words.any(|word| word.starts_with(char::is_lowercase))
}
