//! Whether two claims meet in a number that counts two different things: 300 families who fled, 300 people killed.
//!
//! A number is a rare word, and one that both have brings two claims near each other; but what is counted here was not
//! counted there. What it gets wrong: one count under two words of different classes (`300 families`, `300 vehicles`
//! of the same convoy).

use super::Side;
use super::figures::open;
use super::tally::{Sense, senses};
use crate::claim::Figure;
use crate::language::pack;

/// Whether the numbers that both claims give are of different things, every one of them.
pub(super) fn apart(left: &Side, right: &Side, at: (usize, usize)) -> bool {
    let (of_left, of_right) = (told(left, at.0), told(right, at.1));
    let mut one = false;
    for (a, of_a) in &of_left {
        for (_, of_b) in of_right.iter().filter(|(b, _)| is_same(a, b)) {
            if !of_a.speaks_against(of_b) {
                return false;
            }
            one = true;
        }
    }
    one
}

fn told(side: &Side, claim: usize) -> Vec<(&Figure, Sense)> {
    let claim = &side.claims[claim];
    let senses = senses(claim, pack(&side.article.language));
    open(claim).into_iter().zip(senses).collect()
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
