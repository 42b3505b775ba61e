//! Whether two figures can be one: of one kind, and of values that can both be right.
//!
//! Equal, rounded, `at least` with a greater one, a range and a value in it. What two figures that cannot be one mean
//! for their claims is decided elsewhere.

use crate::claim::{Figure, Precision};
use crate::language::fold;

/// Units that are no money.
const MEASURES: [&str; 19] = [
    "age", "Mw", "%", "pp", "h", "m", "m2", "m3", "t", "°", "W", "V", "km/h", "gal", "bbl", "bu",
    "lb", "dunam", "feddan",
];

/// Whether a unit is a currency.
pub(super) fn is_money(unit: &str) -> bool {
    !MEASURES.contains(&unit)
}

impl Figure {
    /// Whether it is a sum of money, of whatever currency.
    pub(crate) fn is_money(&self) -> bool {
        self.unit.as_deref().is_some_and(is_money)
    }

    /// Whether two figures can be one: of one kind, and of values that can both be right.
    pub(crate) fn may_equal(&self, other: &Figure) -> bool {
        self.is_of_one_kind(other) && self.agrees(other)
    }

    /// Whether two figures are of one unit, or one may be a sum of money whose currency goes without saying.
    pub(crate) fn is_of_one_kind(&self, other: &Figure) -> bool {
        let sum = |f: &Figure| f.unit.is_none() && f.value >= 1e6;
        self.unit == other.unit || self.is_money() && sum(other) || sum(self) && other.is_money()
    }

    /// Whether two figures can be held against each other at all: `1.2 million doses` or `soles` are no sum in pounds.
    pub(crate) fn is_comparable(&self, other: &Figure) -> bool {
        let counts = |f: &Figure| f.unit.is_none() && !f.about.is_empty();
        self.is_of_one_kind(other) && (self.unit == other.unit || !counts(self) && !counts(other))
    }

    /// Whether the values of two figures of one kind can both be right.
    pub(crate) fn agrees(&self, other: &Figure) -> bool {
        let (a, b) = (self, other);
        if within(a, b.value)
            || within(b, a.value)
            || rounds(a.value, b.value)
            || rounds(b.value, a.value)
        {
            return true;
        }
        if a.value * b.value <= 0.0 {
            return false;
        }
        let (low, high) = if a.value.abs() <= b.value.abs() {
            (a, b)
        } else {
            (b, a)
        };
        let (least, most) = (low.value.abs(), high.value.abs());
        let slack = slack(a).max(slack(b));
        if slack > 0.0 && most - least <= slack {
            return true;
        }
        let bounded = |f: &Figure, by: Precision| f.precision == by;
        let above = bounded(low, Precision::AtLeast)
            && !bounded(high, Precision::AtLeast)
            && most <= (least * 1.5).max(least + 5.0);
        let below = bounded(high, Precision::AtMost)
            && !bounded(low, Precision::AtMost)
            && least * 1.5 >= most;
        let crossed = bounded(low, Precision::AtLeast) && bounded(high, Precision::AtMost);
        above || below || crossed
    }

    /// Whether two figures differ so much that they are hardly of one thing: a price by the tonne and one by the bushel,
    /// a height and a distance. A slip of a thousand (`million` for `billion`) is of one thing all the same, and
    /// durations are told from seconds to years.
    pub(crate) fn is_far_from(&self, other: &Figure) -> bool {
        let (a, b) = (self.value.abs(), other.value.abs());
        let (low, high) = (a.min(b), a.max(b));
        let slipped = [1e3, 1e6, 1e9]
            .iter()
            .any(|power| (high - low * power).abs() <= high * 1e-3);
        self.unit.as_deref() != Some("h") && high > FAR * low && !slipped
    }

    /// Whether two figures count what is called by one word.
    fn counts_like(&self, other: &Figure) -> bool {
        !self.about.is_empty() && fold(&self.about) == fold(&other.about)
    }
}

/// A figure this many times the other is of another thing: moved here from the comparison, where it was set by hand.
const FAR: f64 = 20.0;

/// Whether two figures of one value change places between two things: `three soldiers and four civilians`, `four soldiers
/// and three civilians`. `own` and `other` are all figures of their claims.
pub(crate) fn are_swapped((a, b): (&Figure, &Figure), own: &[&Figure], other: &[&Figure]) -> bool {
    let told_otherwise = |figure: &Figure, there: &[&Figure]| {
        there
            .iter()
            .any(|f| f.counts_like(figure) && !f.may_equal(figure))
    };
    !a.counts_like(b) && told_otherwise(a, other) && told_otherwise(b, own)
}

/// How far a figure that is told loosely may be from another one. A share is off by up to three points; of what is given with three
/// digits or more (`roughly 141 million`) the last one is meant.
fn slack(figure: &Figure) -> f64 {
    let value = figure.value.abs();
    if figure.precision != Precision::About {
        return 0.0;
    }
    if figure.unit.as_deref() == Some("%") {
        return f64::max(3.0, value * 0.11);
    }
    if digits(value) >= 3 {
        value * 0.01
    } else {
        value * 0.11
    }
}

/// How many digits of a value are no zeros at its ends.
fn digits(value: f64) -> usize {
    let text = format!("{}", (value.abs() * 1e6).round() / 1e6);
    text.replace('.', "").trim_matches('0').len()
}

/// Whether a value lies in a range; `dozens` and `hundreds` are taken loosely.
fn within(range: &Figure, value: f64) -> bool {
    range.upper.is_some_and(|upper| {
        let slack = if range.precision == Precision::About {
            2.0
        } else {
            1.0
        };
        range.value / slack <= value && value <= upper * slack
    })
}

/// Whether `round` is the other value, rounded: at most 2.5 per cent off, and rounder than it by two digits.
fn rounds(round: f64, value: f64) -> bool {
    let equal = (round - value).abs() <= value.abs() * 1e-3;
    let near = (round - value).abs() <= value.abs() * 0.025;
    equal || near && value.abs() >= 100.0 && digits(round) <= 2 && digits(value) > digits(round)
}

#[cfg(test)]
mod tests {
    use super::are_swapped;
    use crate::claim::{Figure, figures};
    use crate::language::{pack, words};

    fn read(language: &str, text: &str) -> Vec<Figure> {
        let pack = pack(language);
        figures(text, &words(text, pack), pack)
    }

    #[test]
    fn figures_that_can_be_one_and_figures_that_cannot() {
        for (language, left, right, expected) in [
            ("en", "16 soldiers", "sixteen soldiers", true),
            ("en", "1.2 billion dollars", "1.2 million dollars", false),
            ("en", "300k phones", "300 phones", false),
            ("en", "grew by -0.3 per cent", "grew by 0.3 per cent", false),
            ("en", "it grew -0.3 per cent", "about -0.3 per cent", true),
            ("en", "roughly $141 million", "$139 million", false),
            ("en", "roughly $140 million", "$139 million", true),
            ("en", "about 60 people", "64 people", true),
            ("en", "about 60 people", "70 people", false),
            ("en", "2,030 soldiers", "some 2,000 soldiers", true),
            ("en", "at least 10 people", "12 people", true),
            ("en", "at least 10 people", "32 people", false),
            ("en", "dozens of people", "about 60 people", true),
            ("en", "33 per cent", "a third of the water", true),
            ("en", "10 to 15 people", "12 people", false),
            ("en", "between 10 and 15 people", "12 people", true),
            ("en", "two weeks", "14 days", true),
            ("en", "$240,000", "1.2 million soles", false),
            ("en", "$1.5m", "1.5 million", true),
            ("ar", "1 200 شخص", "1200 شخص", true),
            ("fr", "1,5 M€", "2,5 millions d’euros", false),
            ("tr", "2 bin 212 kişi", "2212 kişi", true),
        ] {
            let (a, b) = (
                read(language, left).remove(0),
                read(language, right).remove(0),
            );
            assert_eq!(a.may_equal(&b), expected, "{left} | {right}: {a:?} {b:?}");
            assert_eq!(b.may_equal(&a), expected, "{right} | {left}");
        }
    }

    #[test]
    fn a_slip_of_a_thousand_is_of_one_thing() {
        for (left, right, far) in [
            ("1.2 billion dollars", "1.2 million dollars", false),
            ("300k phones", "300 phones", false),
            ("8 metres", "900 metres", true),
            ("8 metres", "9 metres", false),
            ("two hours", "three weeks", false),
        ] {
            let (a, b) = (read("en", left).remove(0), read("en", right).remove(0));
            assert_eq!(a.is_far_from(&b), far, "{left} | {right}");
        }
    }

    #[test]
    fn figures_swapped_between_two_nouns_are_told() {
        for (left, right, expected) in [
            (
                "Three soldiers and four civilians died",
                "Four soldiers and three civilians died",
                true,
            ),
            (
                "Three soldiers and four civilians died",
                "Four civilians and three soldiers died",
                false,
            ),
            (
                "Three soldiers and four civilians died",
                "Three troops and four others died",
                false,
            ),
        ] {
            let (left_figures, right_figures) = (read("en", left), read("en", right));
            let own: Vec<&Figure> = left_figures.iter().collect();
            let other: Vec<&Figure> = right_figures.iter().collect();
            let met = other
                .iter()
                .find(|f| f.may_equal(own[0]))
                .copied()
                .expect("three on both sides");
            assert_eq!(
                are_swapped((own[0], met), &own, &other),
                expected,
                "{right}"
            );
        }
    }
}
