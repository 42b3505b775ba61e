//! Times of day: `6.42pm`, `22:40`, `18h40`, `noon`, `1300 GMT`, `الساعة الحادية عشرة إلا ثلثا ليلا`.

use super::zone::{Zone, zone};
use super::{Moment, Part, date_word, is_date_word};
use crate::claim::figure::place_in_row;
use crate::claim::figure::reader::Reader;
use crate::language::arabic::morphology::ACCUSATIVE;
use crate::language::figures::{DateKind, NumberKind};
use crate::language::{Class, Clitic};

/// A time of day.
///
/// ```
/// # use storydiff::claim::Moment;
/// # use storydiff::{ReadOptions, claim, parse};
/// let text = "Divers will search at 9:30 p.m. on Monday.";
/// let article = parse(text.as_bytes(), "mail.txt", &ReadOptions::default())?;
/// let (claims, _) = claim::find(&article, 'L');
/// let Moment::Clock(clock) = claims[0].times[0].parts[0].moment else { panic!("no time of day") };
/// assert_eq!((clock.minutes, clock.half_known, clock.zone), (21 * 60 + 30, true, None));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clock {
    /// Minutes since midnight.
    pub minutes: u16,
    /// Whether it is known which half of the day is meant: `9:30 p.m.` and `21:30`, but not `9:30`.
    pub half_known: bool,
    /// Where the clock stands, where that is said.
    pub zone: Option<Zone>,
}

impl Clock {
    /// Whether two can be one time of day. A half of the day may be left out, and zones that cannot be converted into
    /// each other say nothing.
    pub(crate) fn may_equal(self, other: Clock) -> bool {
        let period = if self.half_known && other.half_known {
            1440
        } else {
            720
        };
        let minutes = |clock: Clock, offset: i16| i32::from(clock.minutes) - i32::from(offset);
        let same = |a: i16, b: i16| (minutes(self, a) - minutes(other, b)).rem_euclid(period) == 0;
        if self.zone.unwrap_or(Zone::Local) == other.zone.unwrap_or(Zone::Local) {
            return same(0, 0);
        }
        let (Some(here), Some(there)) = (self.zone, other.zone) else {
            return true;
        };
        match (here, there) {
            (Zone::Local, _) | (_, Zone::Local) => true,
            (Zone::Seasonal(a), Zone::Seasonal(b)) => same(a, b),
            _ => here.offsets().any(|a| there.offsets().any(|b| same(a, b))),
        }
    }
}

/// Words between an hour and its half of the day: `في الثامنة من مساء`.
const APART: usize = 1;

/// An hour, what is behind it, and whether the half of the day is known.
struct Read {
    minutes: u16,
    half_known: bool,
    end: usize,
}

/// The time of day that begins at a word.
pub(super) fn clock(reader: &Reader, word: usize) -> Option<Part> {
    let named = || {
        date_word(reader, word, DateKind::Clock).map(|(minutes, end)| Read {
            minutes: u16::try_from(minutes).unwrap_or(0),
            half_known: true,
            end,
        })
    };
    let read = named()
        .or_else(|| digits(reader, word))
        .or_else(|| marked(reader, word))
        .or_else(|| spoken(reader, word))?;
    let (zone, end) = zone(reader, read.end).map_or((None, read.end), |(z, end)| (Some(z), end));
    let clock = Clock {
        minutes: read.minutes % 1440,
        half_known: read.half_known,
        zone,
    };
    Some(Part::new(Moment::Clock(clock), word..end))
}

/// Hour and minutes of `9`, `6.42`, `22:40`, `14,00`, and the sign between them.
fn hour_and_minutes(form: &str) -> Option<(u16, u16, Option<char>)> {
    let Some(at) = form.find([':', '.', ',']) else {
        return form.parse().ok().filter(|h| *h <= 24).map(|h| (h, 0, None));
    };
    let (hour, minutes) = (form[..at].parse().ok()?, &form[at + 1..]);
    let minutes = minutes.parse().ok().filter(|_| minutes.len() == 2)?;
    (hour <= 24 && minutes < 60).then_some((hour, minutes, form[at..].chars().next()))
}

/// Whether an hour in these digits can only be one of the twenty-four: `21:30`, `09:30`.
fn is_of_24(form: &str, hour: u16) -> bool {
    hour > 12 || form.starts_with('0')
}

/// `6.42pm`, `4am`, `22:40`, `1300 GMT`.
fn digits(reader: &Reader, word: usize) -> Option<Read> {
    if !reader.is_number(word) {
        return None;
    }
    let form = reader.form(word);
    let has_zone = || zone(reader, word + 1).is_some_and(|(z, _)| z != Zone::Local);
    if form.len() == 4 && form.bytes().all(|b| b.is_ascii_digit()) && has_zone() {
        let (hour, minutes): (u16, u16) = (form[..2].parse().ok()?, form[2..].parse().ok()?);
        return (hour <= 24 && minutes < 60).then_some(Read {
            minutes: hour * 60 + minutes,
            half_known: true,
            end: word + 1,
        });
    }
    let (hour, minutes, sign) = hour_and_minutes(form)?;
    if let Some((half, end)) = half(reader, word, sign.is_some_and(|s| s != ',')) {
        return Some(Read {
            minutes: within(hour, half) + minutes,
            half_known: true,
            end,
        });
    }
    let is_time = sign == Some(':') || sign.is_some() && has_zone();
    is_time.then(|| Read {
        minutes: hour * 60 + minutes,
        half_known: is_of_24(form, hour),
        end: word + 1,
    })
}

/// `18h40`, `vers 18 heures`, `nine o'clock`; `18 heures de route` is none, nor are `18 heures` by themselves.
fn marked(reader: &Reader, word: usize) -> Option<Read> {
    if !reader.is_number(word) || !reader.runs_on(word + 1) {
        return None;
    }
    let hour: u16 = reader.form(word).parse().ok().filter(|h| *h <= 24)?;
    let (_, at) = date_word(reader, word + 1, DateKind::OfHour)?;
    let digits = reader.is_number(at) && reader.runs_on(at) && reader.form(at).len() == 2;
    let minute: Option<u16> = reader.form(at).parse().ok().filter(|m| digits && *m < 60);
    let end = at + usize::from(minute.is_some());
    let lasts = reader.runs_on(end) && reader.pack.has(Class::Partitive, reader.form(end));
    let is_time = (minute.is_some() || is_cued(reader, word)) && !lasts;
    is_time.then(|| Read {
        minutes: hour * 60 + minute.unwrap_or(0),
        half_known: is_of_24(reader.form(word), hour),
        end,
    })
}

/// Whether a word that stands before full hours does: `vers`, `at`, `الساعة`.
fn is_cued(reader: &Reader, word: usize) -> bool {
    word > 0
        && (is_date_word(reader, word - 1, DateKind::FromHour)
            || is_date_word(reader, word - 1, DateKind::Hour))
}

/// `الساعة الحادية عشرة إلا ثلثا`, `الساعة 10 مساء`, `الثامنة صباحا`.
fn spoken(reader: &Reader, word: usize) -> Option<Read> {
    let cued = date_word(reader, word, DateKind::Hour);
    let mut at = cued.map_or(word, |(_, at)| at);
    // `الساعة الـ9`.
    at += usize::from(
        cued.is_some()
            && reader.pack.is_apart(reader.form(at), &[Clitic::Article])
            && reader.is_number(at + 1),
    );
    let (hour, written, mut end) = if reader.is_number(at) {
        let (hour, minutes, _) = cued.and_then(|_| hour_and_minutes(reader.form(at)))?;
        (hour, i32::from(minutes), at + 1)
    } else {
        let (hour, end) = place_in_row(reader, at).filter(|_| reader.pack.has_proclitics())?;
        let hour = (1..=24u16).find(|h| (f64::from(*h) - hour).abs() < 0.5)?;
        (hour, 0, end)
    };
    let mut minutes = written;
    if let Some((_, behind)) = date_word(reader, end, DateKind::Minus) {
        if let Some((part, end_of_part)) = part(reader, behind) {
            minutes = -part;
            end = end_of_part;
        }
    } else if let Some((part, end_of_part)) =
        part(reader, end).filter(|_| reader.pack.begins(reader.form(end), &[Clitic::Conjunction]))
    {
        minutes = part;
        end = end_of_part;
    }
    let found = half_at(reader, end, true);
    if cued.is_none() && found.is_none() {
        return None;
    }
    let (half, end) = found.map_or((0, end), |(half, behind)| (half, behind));
    let minute = (i32::from(within(hour, half)) + minutes).rem_euclid(1440);
    Some(Read {
        minutes: u16::try_from(minute).ok()?,
        half_known: found.is_some() || is_of_24(reader.form(at), hour),
        end,
    })
}

/// The minutes of a part of an hour, and the word behind them: `ثلثا`, `والربع`, `وثمان وخمسين دقيقة`.
fn part(reader: &Reader, word: usize) -> Option<(i32, usize)> {
    // In the accusative `ثلثا` is a third; elsewhere it is two.
    let bare = reader.form(word).strip_suffix(ACCUSATIVE).and_then(|form| {
        let rules = reader.pack.numerals.numbers.get(form)?;
        rules.iter().find(|n| n.kind == NumberKind::Fraction)
    });
    let found = || {
        reader
            .number(word, NumberKind::Fraction)
            .map(|m| m.rule.value)
    };
    if let Some(value) = bare.map(|n| n.value).or_else(found) {
        let minutes = (0..60).find(|m| (f64::from(*m) - value * 60.0).abs() < 0.5)?;
        return Some((minutes, word + 1));
    }
    let minutes = crate::claim::figure::count_of(reader, word)?;
    let minute = reader
        .phrases(&reader.pack.numerals.units, minutes.1, |u| &u.words)
        .into_iter()
        .find(|m| m.rule.base == "h" && (m.rule.factor * 60.0 - 1.0).abs() < 0.01)?;
    let whole = (0..60).find(|m| (f64::from(*m) - minutes.0).abs() < 0.1)?;
    Some((whole, minute.end))
}

/// The half of the day that is said behind an hour in digits, in hours to add, and the word behind it. Words that also
/// say when something was (`قتل 12 مساء أمس`) need minutes, or a word before that stands before hours.
fn half(reader: &Reader, hour: usize, has_minutes: bool) -> Option<(i16, usize)> {
    half_at(reader, hour + 1, has_minutes || is_cued(reader, hour))
}

fn half_at(reader: &Reader, word: usize, loose: bool) -> Option<(i16, usize)> {
    (word..=word + APART).find_map(|at| {
        let apart = at == word || reader.pack.has(Class::Partitive, reader.form(word));
        let said = date_word(reader, at, DateKind::Half);
        let part = || date_word(reader, at, DateKind::PartOfDay).filter(|_| loose);
        said.or_else(part).filter(|_| apart && reader.runs_on(at))
    })
}

/// Minutes since midnight of an hour in a half of the day.
fn within(hour: u16, half: i16) -> u16 {
    if half == 0 && hour == 12 {
        0
    } else if half == 0 {
        hour * 60
    } else {
        (hour % 12 + half.unsigned_abs()) * 60
    }
}
