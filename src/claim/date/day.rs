//! Days of a month: `10 January`, `Aug. 4`, `الخامس من أيار`, `10/01/2022`, and spans of them: `12 and 19 June`.

use super::hijri::{Hijri, hijri_year};
use super::{Moment, Part, date_word, is_date_word, month_at, when};
use crate::claim::figure::place_in_row;
use crate::claim::figure::reader::Reader;
use crate::language::figures::{DateKind, NumberKind};
use crate::language::{Class, Clitic, Pack, Property, When};

/// One day or several of one month, and the word behind them.
struct Days {
    first: u8,
    last: Option<u8>,
    end: usize,
}

/// `10 January`, `12-19 June`, `بين 12 و19 حزيران`, `13 شعبان 1446هـ`.
pub(super) fn day_and_month(reader: &Reader, pack: &Pack, word: usize) -> Option<Vec<Part>> {
    if let Some(days) = days(reader, word) {
        let of = usize::from(pack.has(Class::Partitive, reader.form(days.end)));
        let month = days.end + of;
        let beside = (days.end..=month).all(|w| reader.runs_on(w))
            || reader.is_stopped(days.end - 1) && of == 0;
        if let Some((When::Hijri(n), end)) = when(reader, pack, month).filter(|_| beside) {
            return Some(vec![hijri_date(reader, word, &days, n, end)]);
        }
        let month = month_at(reader, pack, month).filter(|_| beside)?;
        return Some(vec![days.part(word), month]);
    }
    let month = month_at(reader, pack, word)?;
    let first = month.words.end;
    let days = days(reader, first)?.before_other_things(reader, first);
    let beside = matches!(reader.gap(first).trim(), "" | ".");
    (beside && !reader.pack.has_proclitics()).then(|| vec![month, days.part(first)])
}

impl Days {
    fn part(&self, word: usize) -> Part {
        Part {
            upper: self.last.map(Moment::Day),
            ..Part::new(Moment::Day(self.first), word..self.end)
        }
    }

    /// The days behind a month: in `on June 12 and 19 others came` the 19 are no day.
    fn before_other_things(self, reader: &Reader, word: usize) -> Days {
        let dashed = reader.gap(word + 1).trim().starts_with(['-', '–']);
        let counts = reader.runs_on(self.end)
            && !reader.is_number(self.end)
            && !is_date_word(reader, self.end, DateKind::Hint)
            && !is_date_word(reader, self.end, DateKind::Year);
        if self.last.is_some() && counts && !dashed {
            Days {
                last: None,
                end: word + 1,
                ..self
            }
        } else {
            self
        }
    }
}

fn hijri_date(reader: &Reader, word: usize, days: &Days, month: u8, end: usize) -> Part {
    let (year, end) =
        hijri_year(reader, end, false).map_or((None, end), |(year, end)| (Some(year), end));
    let date = |day: u8| {
        Moment::Hijri(Hijri {
            year,
            month: Some(month),
            day: Some(day),
        })
    };
    Part {
        upper: days.last.map(date),
        ..Part::new(date(days.first), word..end)
    }
}

/// The days at a word: `12`, `12-19`, `12, 13 and 14`, `من 12 إلى 19`.
fn days(reader: &Reader, word: usize) -> Option<Days> {
    let (first, mut end) = day(reader, word)?;
    let mut last = None;
    while let Some((next, behind)) = next_day(reader, end).filter(|d| d.0 > last.unwrap_or(first)) {
        last = Some(next);
        end = behind;
    }
    Some(Days { first, last, end })
}

/// The day that is joined to the one before a word.
fn next_day(reader: &Reader, at: usize) -> Option<(u8, usize)> {
    let gap = reader.gap(at).trim();
    if matches!(gap, "-" | "–" | ",") && reader.is_number(at) {
        return day(reader, at);
    }
    let joins = reader
        .pack
        .is_apart(reader.form(at), &[Clitic::Conjunction])
        || reader.number(at, NumberKind::Joiner).is_some()
        || is_date_word(reader, at, DateKind::Until);
    let stopped = at > 0 && reader.is_stopped(at - 1);
    (joins && (reader.runs_on(at) || stopped))
        .then(|| day(reader, at + 1))
        .flatten()
        .filter(|_| reader.runs_on(at + 1))
}

/// A day of the month: `10`, `10th`, `الخامس`.
fn day(reader: &Reader, word: usize) -> Option<(u8, usize)> {
    let fits = |day: u8| (1..=31).contains(&day).then_some(day);
    if reader.is_number(word) {
        let day = reader.form(word).parse::<u8>().ok()?;
        let suffix = reader.number(word + 1, NumberKind::Suffix).is_some()
            && reader.gap(word + 1).is_empty();
        return fits(day).map(|d| (d, word + 1 + usize::from(suffix)));
    }
    let (place, end) = place_in_row(reader, word)?;
    let day = (1..=31).find(|d| (f64::from(*d) - place).abs() < 0.5)?;
    fits(day).map(|d| (d, end))
}

/// `10/01/2022`, `2022-01-10`, `10.01.2022`. Which of two small numbers is the month is known by language, and not in
/// English.
pub(super) fn numeric(reader: &Reader, pack: &Pack, word: usize) -> Option<Vec<Part>> {
    if !reader.is_number(word) {
        return None;
    }
    let pointed: Vec<&str> = reader.form(word).split('.').collect();
    if let [a, b, c] = pointed[..] {
        let numbers = [a.parse().ok()?, b.parse().ok()?, c.parse().ok()?];
        let ((day, month, year), _) = order(pack, numbers)?;
        let moments = [Moment::Day(day), Moment::Month(month), Moment::Year(year)];
        return Some(
            moments
                .into_iter()
                .map(|m| Part::new(m, word..word + 1))
                .collect(),
        );
    }
    let signs = (reader.gap(word + 1), reader.gap(word + 2));
    if !(1..3).all(|n| reader.is_number(word + n)) || !matches!(signs, ("/", "/") | ("-", "-")) {
        return None;
    }
    let number = |n: usize| reader.form(word + n).parse::<i32>().ok();
    let numbers = [number(0)?, number(1)?, number(2)?];
    if let Some(hijri) = numeric_hijri(reader, word, numbers) {
        return Some(vec![hijri]);
    }
    let ((day, month, year), places) = order(pack, numbers)?;
    let moments = [Moment::Day(day), Moment::Month(month), Moment::Year(year)];
    let mut parts: Vec<Part> = moments
        .into_iter()
        .zip(places)
        .map(|(moment, at)| Part::new(moment, word + at..word + at + 1))
        .collect();
    parts.sort_by_key(|p| p.words.start);
    Some(parts)
}

/// Day, month and year of three numbers, and where each of them stands.
fn order(pack: &Pack, [a, b, c]: [i32; 3]) -> Option<((u8, u8, i32), [usize; 3])> {
    let is_year = |y: i32| (1900..2100).contains(&y);
    let (day, month, year, places) = if is_year(a) {
        (c, b, a, [2, 1, 0])
    } else if is_year(c) && (a > 12 || !pack.is(Property::MonthFirst) && b <= 12) {
        (a, b, c, [0, 1, 2])
    } else if is_year(c) && b > 12 {
        (b, a, c, [1, 0, 2])
    } else {
        return None;
    };
    let small = |n: i32, most: u8| u8::try_from(n).ok().filter(|n| (1..=most).contains(n));
    Some(((small(day, 31)?, small(month, 12)?, year), places))
}

/// `26/9/1439هـ`.
fn numeric_hijri(reader: &Reader, word: usize, [a, b, c]: [i32; 3]) -> Option<Part> {
    let at_last = hijri_year(reader, word + 2, true);
    let (day, month, year, end) = match at_last {
        Some((year, end)) => (a, b, year, end),
        None if (1300..1500).contains(&c) => (a, b, u16::try_from(c).ok()?, word + 3),
        None if (1300..1500).contains(&a) => {
            let (_, end) = date_word(reader, word + 3, DateKind::OfHijri)
                .filter(|_| reader.runs_on(word + 3))
                .unwrap_or((0, word + 3));
            (c, b, u16::try_from(a).ok()?, end)
        }
        None => return None,
    };
    let small = |n: i32, most: u8| u8::try_from(n).ok().filter(|n| (1..=most).contains(n));
    let date = Hijri {
        year: Some(year),
        month: Some(small(month, 12)?),
        day: Some(small(day, 30)?),
    };
    Some(Part::new(Moment::Hijri(date), word..end))
}
