//! Dates and times of the same thing that agree or differ.
//!
//! Only like is held against like (year and year, day of the month and day of the month), never a weekday against a
//! date or a relative day, since the articles' own dates may differ. Words around both must meet: two dates in one
//! claim are mostly of two things.

use super::quantity::open;
use super::{Found, Pair, Rule};
use crate::claim::{Claim, Figure, Moment, Time};
use crate::model::DifferenceKind;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "date.agrees",
        what: "both give one date or time, more than a weekday or a year",
        wrong: "two things of one day",
        differs: None,
        find: agreeing,
    },
    Rule {
        id: "date.day",
        what: "two days of the month, or two clock times, for what the words around them say",
        wrong: "two acts of one event, days apart",
        differs: Some(DifferenceKind::Date),
        find: |pair| differing(pair, Grain::Fine),
    },
    Rule {
        id: "date.year",
        what: "two months or years for what the words around them say",
        wrong: "two of a series, a year apart",
        differs: Some(DifferenceKind::Date),
        find: |pair| differing(pair, Grain::Coarse),
    },
    Rule {
        id: "date.weekday",
        what: "two weekdays for what the words around them say",
        wrong: "said on Wednesday what was done on Tuesday",
        differs: Some(DifferenceKind::Date),
        find: |pair| differing(pair, Grain::Weekday),
    },
];

/// How fine the parts are in which two times differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Grain {
    Fine,
    Coarse,
    Weekday,
}

/// This share of the words around two times must meet.
const AROUND: f32 = 0.2;

fn agreeing(pair: &Pair) -> Option<Found> {
    let fine = |t: &Time| {
        let parts = t.parts.iter();
        parts.clone().count() > 1 || parts.clone().any(|p| matches!(p.moment, Moment::Clock(_)))
    };
    let (left, right) = pair.claims;
    let mut met = left
        .times
        .iter()
        .flat_map(|a| right.times.iter().map(move |b| (a, b)));
    let (a, b) = met.find(|(a, b)| fine(a) && fine(b) && a.meets(b))?;
    Some(Found {
        strength: 1.0,
        spans: [a.span.clone(), b.span.clone()],
    })
}

/// The first disagreement of two claims in their dates or times, counted on both sides.
fn differing(pair: &Pair, grain: Grain) -> Option<Found> {
    let (left, right) = pair.claims;
    if nothing_agrees(pair) {
        return None;
    }
    let of_left: Vec<&Time> = unmatched(left, right).collect();
    let of_right: Vec<&Time> = unmatched(right, left).collect();
    // Where whole paragraphs answer each other, two days of one month are of one thing whatever words stand around them.
    let answer = pair.standing.is_some_and(|standing| standing.answering);
    let mut found: Vec<(usize, Found)> = Vec::new();
    for a in &of_left {
        for b in &of_right {
            if grain_of(a, b) != Some(grain) {
                continue;
            }
            let around = pair.around((&a.span, &b.span));
            let strength = if of_left.len() == 1 && of_right.len() == 1 {
                0.5 + 0.5 * around
            } else {
                around
            };
            if around >= AROUND || answer && a.shares_month(b) {
                let found_here = Found {
                    strength,
                    spans: [a.span.clone(), b.span.clone()],
                };
                found.push((a.span.start + b.span.start, found_here));
            }
        }
    }
    let first = found.into_iter().min_by_key(|(place, _)| *place);
    first.map(|(_, found)| found)
}

/// The finest parts in which two times cannot be one. Times with `today` or `yesterday` tell when the article was
/// written as much as when something was, and the other article may be of another day.
fn grain_of(a: &Time, b: &Time) -> Option<Grain> {
    if !a.contradicts(b) {
        return None;
    }
    let grain = |moment: Moment| match moment {
        Moment::Day(_) | Moment::Clock(_) => Grain::Fine,
        Moment::Weekday(_) => Grain::Weekday,
        _ => Grain::Coarse,
    };
    let apart: Vec<Grain> = a
        .alike(b)
        .filter(|(x, y)| !x.may_equal(y))
        .map(|(x, _)| grain(x.moment))
        .collect();
    [Grain::Fine, Grain::Coarse, Grain::Weekday]
        .into_iter()
        .find(|grain| apart.contains(grain))
}

/// Whether both claims give figures and none agrees: then another date too tells of another event (`the quake of 1971
/// killed 878`, `that of 2003 killed 176`).
fn nothing_agrees(pair: &Pair) -> bool {
    let (left, right) = (open(pair.claims.0), open(pair.claims.1));
    let agrees = |a: &Figure| right.iter().any(|b| a.unit == b.unit && a.agrees(b));
    !left.is_empty() && !right.is_empty() && !left.iter().any(|a| agrees(a))
}

/// The times that agree with none of the other side's.
fn unmatched<'a>(own: &'a Claim, other: &'a Claim) -> impl Iterator<Item = &'a Time> {
    let agrees = |a: &Time| other.times.iter().any(|b| a.meets(b));
    own.times.iter().filter(move |a| !agrees(a))
}

/// Whether two claims are dated, and not alike.
pub(super) fn differ(a: &Claim, b: &Claim) -> bool {
    !a.times.iter().any(|x| b.times.iter().any(|y| x.meets(y)))
}
