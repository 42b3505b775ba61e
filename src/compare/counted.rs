//! Whether two claims meet in a number that counts two different things: 300 families who fled, 300 people killed.
//!
//! A number is a rare word, and one that both have brings two claims near each other; but what is counted here was not
//! counted there. What it gets wrong: one count under two words of different classes (`300 families`, `300 vehicles`
//! of the same convoy).

use super::Side;
use super::figures::{counts, open};
use crate::claim::Figure;
use crate::language::pack;

/// Whether the numbers that both claims give are of different things, every one of them.
pub(super) fn apart(left: &Side, right: &Side, at: (usize, usize)) -> bool {
    let claims = (&left.claims[at.0], &right.claims[at.1]);
    let of_right = open(claims.1);
    let shared = |a: &&Figure| of_right.iter().any(|b| is_same(a, b));
    // What is counted is only asked where a number meets, which is seldom.
    if !open(claims.0).iter().any(shared) {
        return false;
    }
    let of_left = counts(claims.0, pack(&left.article.language));
    let of_right = counts(claims.1, pack(&right.article.language));
    let mut pairs = of_left
        .iter()
        .flat_map(|a| of_right.iter().map(move |b| (a, b)));
    pairs.all(|(a, b)| !is_same(a.figure, b.figure) || a.sense.speaks_against(&b.sense))
}

fn is_same(a: &Figure, b: &Figure) -> bool {
    (a.value - b.value).abs() < f64::EPSILON
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ReadOptions, parse};
    use crate::claim;

    fn side(text: &str) -> Side {
        let article =
            parse(text.as_bytes(), "", &ReadOptions::default()).expect("text can be read");
        let (claims, _) = claim::find(&article, 'L');
        Side { article, claims }
    }

    #[test]
    fn a_number_of_other_things_is_no_shared_number() {
        for (left, right, wanted) in [
            (
                "Some 300 families fled the village in the cold.",
                "More than 300 people were killed in the attacks.",
                true,
            ),
            (
                "Some 300 families fled the village in the cold.",
                "The camp took in 300 families from the border.",
                false,
            ),
            (
                "Some 300 families fled the village in the cold.",
                "It cost them 300 days of waiting for a visa.",
                false,
            ),
            (
                "Some 300 families fled and 12 people were killed.",
                "In the fighting 300 soldiers and 12 people were killed.",
                false,
            ),
        ] {
            let sides = (side(left), side(right));
            assert_eq!(apart(&sides.0, &sides.1, (0, 0)), wanted, "{left} {right}");
            assert_eq!(apart(&sides.1, &sides.0, (0, 0)), wanted, "{right} {left}");
        }
    }
}
