//! Whether two claims meet in nothing but who and where: names, offices and countries.
//!
//! Shared names must not carry a link: `Minister X flew in` and `Minister X dismissed the criticism` are near each other
//! by a long name and an office, and tell two things. Claims in which no names meet, or a number as well, are left to
//! what else speaks for them. What it gets wrong: two reports of one act whose other words are too far apart to meet.

use super::{Side, country};
use crate::claim::Claim;
use crate::language::{Pack, Property, fold, pack};
use crate::meaning::{Story, Token};

/// Words meet from this nearness on.
const MEETS: f32 = 0.5;
/// From this Zipf frequency on a word has no content of its own (`the`, `were`, `إلى`).
const EMPTY: f32 = 6.0;
/// So many words of names and offices carry a link by themselves.
const CARRIED: usize = 3;

/// What a word of a claim tells.
#[derive(Clone, Copy, PartialEq)]
enum Tells {
    Who,
    What,
    Nothing,
}

/// Whether two claims of one language are linked by names and offices alone. Across languages other words often meet
/// too faintly to be counted on.
pub(super) fn alone(left: &Side, right: &Side, story: &Story, at: (usize, usize)) -> bool {
    left.article.language == right.article.language && shared(left, right, story, at)
}

/// Whether the words in which two claims meet are names and offices, and words of no content.
pub(super) fn shared(left: &Side, right: &Side, story: &Story, at: (usize, usize)) -> bool {
    let of_left = told(left, at.0, story.left(at.0), |t| story.left_zipf(t));
    let of_right = told(right, at.1, story.right(at.1), |t| story.right_zipf(t));
    let met = story.pairs(at.0, at.1, MEETS);
    let both = |tells: Tells| {
        met.iter()
            .filter(|p| of_left[p.left] == tells || of_right[p.right] == tells)
            .count()
    };
    both(Tells::Who) >= CARRIED && both(Tells::Who) + both(Tells::Nothing) >= met.len()
}

/// What each word of a claim tells.
fn told(side: &Side, claim: usize, tokens: &[Token], zipf: impl Fn(&Token) -> f32) -> Vec<Tells> {
    let pack = pack(&side.article.language);
    let claim = &side.claims[claim];
    let countries = country::named(claim, pack);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ReadOptions, parse};
    use crate::claim;

    fn side(text: &str, letter: char) -> Side {
        let options = ReadOptions {
            language: Some("en".to_owned()),
            ..ReadOptions::default()
        };
        let article = parse(text.as_bytes(), "", &options).expect("text can be read");
        let claims = claim::whole(&article, letter).into_iter().collect();
        Side { article, claims }
    }

    fn are_alone(left: &str, right: &str) -> bool {
        let (left, right) = (side(left, 'L'), side(right, 'R'));
        let story = Story::new(
            (&left.article, &left.claims),
            (&right.article, &right.claims),
            None,
        );
        alone(&left, &right, &story, (0, 0))
    }

    #[test]
    fn names_and_offices_carry_no_link() {
        for (left, right) in [
            (
                "The plan of Minister Dominic Farrugia was late",
                "Critics met Minister Dominic Farrugia at dawn",
            ),
            (
                "Talks between France, Oman and Qatar began",
                "Trade of France with Oman and Qatar has grown",
            ),
        ] {
            assert!(are_alone(left, right), "{left} | {right}");
        }
    }

    #[test]
    fn a_word_or_a_number_beside_them_does() {
        for (left, right) in [
            (
                "The plan of Minister Dominic Farrugia was late",
                "Minister Dominic Farrugia said the plan would come",
            ),
            (
                "Dominic Farrugia sent 60 trucks",
                "Aid of Dominic Farrugia: 60 lorries",
            ),
            ("Prices rose again", "Again prices rose"),
            ("He left", "She came"),
        ] {
            assert!(!are_alone(left, right), "{left} | {right}");
        }
    }
}
