//! Whether two times can be one.
//!
//! Only like is held against like: year and year, day of the month and day of the month, never a weekday against a date
//! or a relative day, since the articles' own dates may differ.

use super::{Moment, Time};

impl Moment {
    /// Whether two that say the same kind of thing can be one: clock times may leave out the half of the day.
    pub(crate) fn may_equal(self, other: Moment) -> bool {
        match (self, other) {
            (Moment::Clock(x), Moment::Clock(y)) => x % 720 == y % 720,
            _ => self == other,
        }
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
        let month = |x: Moment, y: Moment| matches!(x, Moment::Month(_)) && x == y;
        self.has_full_date() && other.has_full_date() && self.alike(other).any(|(x, y)| month(x, y))
    }

    /// Whether it gives the day of a month.
    pub(crate) fn has_full_date(&self) -> bool {
        let says = |like: Moment| self.parts.iter().any(|p| p.moment.is_like(like));
        says(Moment::Day(1)) && says(Moment::Month(1))
    }

    /// Whether it counts days from the article's own.
    fn is_relative(&self) -> bool {
        let mut parts = self.parts.iter();
        parts.any(|p| matches!(p.moment, Moment::Relative(_)))
    }

    /// What both say of one kind.
    fn alike<'a>(&'a self, other: &'a Time) -> impl Iterator<Item = (Moment, Moment)> + 'a {
        self.parts.iter().flat_map(move |x| {
            let like = other.parts.iter().filter(|y| y.moment.is_like(x.moment));
            like.map(|y| (x.moment, y.moment))
        })
    }
}
