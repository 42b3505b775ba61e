//! Whether two linked claims put the same thing at different times.
//!
//! Only like is held against like (year and year, day of the month and day of the month), never a weekday against a
//! date or a relative day, since the articles' own dates may differ. Words around both must meet: two dates in one
//! claim are mostly of two things.

use super::figures::{Change, Disagreement, Linked, around, open};
use crate::claim::{Claim, Figure, Time};

/// This share of the words around two times must meet.
const AROUND: f32 = 0.4;
/// This much of the claims must meet.
const SHARED: f32 = 0.3;
/// Two days of a month, which claims seldom give by the way: less is enough.
const AROUND_FULL: f32 = 0.2;
/// As above, of the claims.
const SHARED_FULL: f32 = 0.15;
/// Where the words around them do not meet, this much of the claims must.
const ALONE: f32 = 0.5;

/// The first disagreement of two linked claims in their dates or times, counted on both sides.
pub(super) fn times(linked: &Linked) -> Option<Disagreement> {
    let (left, right) = linked.claims;
    if nothing_agrees(linked) {
        return None;
    }
    let of_left: Vec<&Time> = unmatched(left, right).collect();
    let of_right: Vec<&Time> = unmatched(right, left).collect();
    let shared = linked.shared();
    let sole = of_left.len() == 1 && of_right.len() == 1;
    let mut found: Vec<(usize, Disagreement)> = Vec::new();
    for a in &of_left {
        for b in &of_right {
            let around = around(linked, (&a.span, &b.span));
            let near = shared >= SHARED && around >= AROUND
                || shared >= SHARED_FULL
                    && around >= AROUND_FULL
                    && a.has_full_date()
                    && b.has_full_date()
                || sole && shared >= SHARED && a.shares_month(b);
            if a.contradicts(b) && (near || sole && shared >= ALONE) {
                let disagreement = Disagreement {
                    change: Change::Conflict,
                    left: a.span.clone(),
                    right: b.span.clone(),
                };
                found.push((a.span.start + b.span.start, disagreement));
            }
        }
    }
    let first = found.into_iter().min_by_key(|(place, _)| *place);
    first.map(|(_, disagreement)| disagreement)
}

/// Whether both claims give figures and none agrees: then another date too tells of another event (`the quake of 1971
/// killed 878`, `that of 2003 killed 176`).
fn nothing_agrees(linked: &Linked) -> bool {
    let (left, right) = (open(linked.claims.0), open(linked.claims.1));
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
