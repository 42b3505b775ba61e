//! Times of day: `6.42pm`, `22:40`, `18h40`, `noon`, `الساعة الحادية عشرة إلا ثلثا ليلا`.

use super::{Moment, Part, date_word};
use crate::claim::figure::place_in_row;
use crate::claim::figure::reader::Reader;
use crate::language::figures::{DateKind, NumberKind};

/// Words between an hour and its half of the day: `في الثامنة من مساء`.
const APART: usize = 1;

/// The time of day that begins at a word.
pub(super) fn clock(reader: &Reader, word: usize) -> Option<Part> {
    if let Some((minutes, end)) = date_word(reader, word, DateKind::Clock) {
        return Some(Part {
            moment: Moment::Clock(minutes),
            words: word..end,
        });
    }
    let (minutes, end) = digits(reader, word)
        .or_else(|| marked(reader, word))
        .or_else(|| spoken(reader, word))?;
    Some(Part {
        moment: Moment::Clock(minutes),
        words: word..end,
    })
}

/// `6.42pm`, `4am`, `22:40`.
fn digits(reader: &Reader, word: usize) -> Option<(u16, usize)> {
    if !reader.is_number(word) {
        return None;
    }
    let form = reader.form(word);
    let (hour, minute) = form.split_once([':', '.']).unwrap_or((form, "0"));
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let full = form.len() - form.find([':', '.']).unwrap_or(form.len()) == 3;
    if hour > 24 || minute > 59 {
        return None;
    }
    if let Some((half, end)) = half(reader, word + 1) {
        return Some((within(hour, half) + minute, end));
    }
    (form.contains(':') && full).then_some((hour * 60 + minute, word + 1))
}

/// `18h40`, `vers 18 heures`; `18 heures de route` is none, nor are `18 heures` by themselves.
fn marked(reader: &Reader, word: usize) -> Option<(u16, usize)> {
    if !reader.is_number(word) || !reader.runs_on(word + 1) {
        return None;
    }
    let hour: u16 = reader.form(word).parse().ok().filter(|h| *h <= 24)?;
    let (_, at) = date_word(reader, word + 1, DateKind::OfHour)?;
    let digits = reader.is_number(at) && reader.runs_on(at) && reader.form(at).len() == 2;
    let minute: Option<u16> = reader.form(at).parse().ok().filter(|m| digits && *m < 60);
    let end = at + usize::from(minute.is_some());
    let from = word
        .checked_sub(1)
        .and_then(|before| date_word(reader, before, DateKind::FromHour));
    let lasts = matches!(reader.form(end), "d" | "de") && reader.runs_on(end);
    let is_time = (minute.is_some() || from.is_some()) && !lasts;
    is_time.then(|| (hour * 60 + minute.unwrap_or(0), end))
}

/// `الساعة الحادية عشرة إلا ثلثا`, `الساعة 10 مساء`.
fn spoken(reader: &Reader, word: usize) -> Option<(u16, usize)> {
    let (_, at) = date_word(reader, word, DateKind::Hour)?;
    let (hour, mut end) = match reader.form(at).parse::<f64>() {
        Ok(hour) if reader.is_number(at) => (hour, at + 1),
        _ => place_in_row(reader, at)?,
    };
    let hour = (1..=24u16).find(|h| (f64::from(*h) - hour).abs() < 0.5)?;
    let mut minutes = 0;
    if let Some((_, behind)) = date_word(reader, end, DateKind::Minus) {
        if let Some(part) = part(reader, behind) {
            minutes = -part;
            end = behind + 1;
        }
    } else if let Some(part) = part(reader, end).filter(|_| reader.form(end).starts_with('و')) {
        minutes = part;
        end += 1;
    }
    let (half, end) = half(reader, end).map_or((0, end), |(half, behind)| (half, behind));
    let minute = (i32::from(within(hour, half)) + minutes).rem_euclid(1440);
    Some((u16::try_from(minute).ok()?, end))
}

/// The minutes of a part of an hour: `ثلثا`, `والربع`.
fn part(reader: &Reader, word: usize) -> Option<i32> {
    // In the accusative `ثلثا` is a third; elsewhere it is two.
    let bare = reader.form(word).strip_suffix('ا').and_then(|form| {
        let rules = reader.numerals.numbers.get(form)?;
        rules.iter().find(|n| n.kind == NumberKind::Fraction)
    });
    let found = || {
        reader
            .number(word, NumberKind::Fraction)
            .map(|m| m.rule.value)
    };
    let value = bare.map(|n| n.value).or_else(found)?;
    (0..60).find(|m| (f64::from(*m) - value * 60.0).abs() < 0.5)
}

/// The half of the day said at a word, in hours to add, and the word behind it.
fn half(reader: &Reader, word: usize) -> Option<(u16, usize)> {
    (word..=word + APART).find_map(|at| {
        let apart = at == word || matches!(reader.form(word), "من");
        date_word(reader, at, DateKind::Half).filter(|_| apart && reader.runs_on(at))
    })
}

/// Minutes since midnight of an hour in a half of the day.
fn within(hour: u16, half: u16) -> u16 {
    if half == 0 {
        hour * 60
    } else {
        (hour % 12 + half) * 60
    }
}
