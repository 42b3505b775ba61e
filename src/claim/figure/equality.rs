//! Whether two figures can be one: of one kind, and of values that can both be right.
//!
//! Equal, rounded, `at least` with a greater one, a range and a value in it. What two figures that cannot be one mean
//! for their claims is decided elsewhere.

use crate::claim::{Figure, Precision};

/// Units that are no money.
const MEASURES: [&str; 17] = [
    "%", "pp", "h", "m", "m2", "m3", "t", "°", "W", "V", "km/h", "gal", "bbl", "bu", "lb", "dunam",
    "feddan",
];

impl Figure {
    /// Whether it is a sum of money, of whatever currency.
    pub(crate) fn is_money(&self) -> bool {
        let unit = self.unit.as_deref();
        unit.is_some_and(|unit| !MEASURES.contains(&unit))
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
        let (low, high) = if a.value <= b.value { (a, b) } else { (b, a) };
        if within(a, b.value)
            || within(b, a.value)
            || rounds(a.value, b.value)
            || rounds(b.value, a.value)
        {
            return true;
        }
        let loose = |f: &Figure| f.precision == Precision::About;
        let share = a.unit.as_deref() == Some("%")
            && (loose(a) || loose(b))
            && high.value - low.value <= 3.0;
        if share || (loose(a) || loose(b)) && high.value <= low.value * 1.11 {
            return true;
        }
        let bounded = |f: &Figure, by: Precision| f.precision == by;
        let above = bounded(low, Precision::AtLeast)
            && !bounded(high, Precision::AtLeast)
            && high.value <= (low.value * 1.5).max(low.value + 5.0);
        let below = bounded(high, Precision::AtMost)
            && !bounded(low, Precision::AtMost)
            && low.value * 1.5 >= high.value;
        let crossed = bounded(low, Precision::AtLeast) && bounded(high, Precision::AtMost);
        above || below || crossed
    }
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
    let digits = |v: f64| {
        let text = format!("{v}");
        let bare = text.replace('.', "");
        bare.trim_matches('0').len()
    };
    let near = (round - value).abs() <= value.abs() * 0.025;
    equal || near && value.abs() >= 100.0 && digits(round) <= 2 && digits(value) > digits(round)
}
