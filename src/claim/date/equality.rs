//! Whether two times can be one.
//!
//! Only like is held against like: year and year, day of the month and day of the month, never a weekday against a date
//! or a relative day, since the articles' own dates may differ.

use super::{Moment, Time, TimePart};

impl Moment {
    /// Whether two that say the same kind of thing can be one.
    fn may_equal(self, other: Moment) -> bool {
        match (self, other) {
            (Moment::Clock(a), Moment::Clock(b)) => a.may_equal(b),
            (Moment::Hijri(a), Moment::Hijri(b)) => a.may_equal(b),
            _ => self == other,
        }
    }
}

impl TimePart {
    /// Whether two parts of one kind can be one: 1994 lies in the 1990s, 14 June among 12-19 June.
    pub(crate) fn may_equal(&self, other: &TimePart) -> bool {
        let ends = |part: &TimePart| (part.moment, part.upper.unwrap_or(part.moment));
        let ((a, last_a), (b, last_b)) = (ends(self), ends(other));
        let spans = self.upper.is_some() || other.upper.is_some();
        a.may_equal(b) || spans && a <= last_b && b <= last_a
    }
}

impl Time {
    /// Whether two times say the same, as far as both say anything of one kind.
    pub(crate) fn meets(&self, other: &Time) -> bool {
        let mut like = self.alike(other).peekable();
        like.peek().is_some() && like.all(|(x, y)| x.may_equal(y))
    }

    /// Whether two times cannot be one. Times with `today` or `yesterday` tell when the article was written as much as
    /// when something was, and the other article may be of another day.
    pub(crate) fn contradicts(&self, other: &Time) -> bool {
        !self.is_relative()
            && !other.is_relative()
            && self.alike(other).any(|(x, y)| !x.may_equal(y))
    }

    /// Whether two times give days of one month.
    pub(crate) fn shares_month(&self, other: &Time) -> bool {
        let full = |time: &Time| {
            let says = |like: Moment| time.parts.iter().any(|p| p.moment.is_like(like));
            says(Moment::Day(1)) && says(Moment::Month(1))
        };
        let month = |x: &TimePart, y: &TimePart| {
            matches!(x.moment, Moment::Month(_)) && x.moment == y.moment
        };
        full(self) && full(other) && self.alike(other).any(|(x, y)| month(x, y))
    }

    /// Whether it counts days from the article's own.
    fn is_relative(&self) -> bool {
        let mut parts = self.parts.iter();
        parts.any(|p| matches!(p.moment, Moment::Relative(_)))
    }

    /// What both say of one kind.
    pub(crate) fn alike<'a>(
        &'a self,
        other: &'a Time,
    ) -> impl Iterator<Item = (&'a TimePart, &'a TimePart)> + 'a {
        self.parts.iter().flat_map(move |x| {
            let like = other.parts.iter().filter(|y| y.moment.is_like(x.moment));
            like.map(move |y| (x, y))
        })
    }
}
