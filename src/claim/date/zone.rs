//! Where a clock stands: `GMT`, `8 p.m. ET`, `بتوقيت غرينتش`.

use super::date_word;
use crate::claim::figure::reader::Reader;
use crate::language::figures::DateKind;

/// Where a clock stands.
///
/// ```
/// # use storydiff::claim::{Moment, Zone};
/// # use storydiff::{ReadOptions, claim, parse};
/// let text = "The quake struck at 13:00 GMT.";
/// let article = parse(text.as_bytes(), "mail.txt", &ReadOptions::default())?;
/// let (claims, _) = claim::find(&article, 'L');
/// let Moment::Clock(clock) = claims[0].times[0].parts[0].moment else { panic!("no time of day") };
/// assert_eq!(clock.zone, Some(Zone::Fixed(0)));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zone {
    /// Where it happened, wherever that is: `local time`.
    Local,
    /// Minutes ahead of Greenwich all the year.
    Fixed(i16),
    /// Minutes ahead of Greenwich in winter, an hour more in summer: `ET`.
    Seasonal(i16),
}

impl Zone {
    /// What it may be ahead of Greenwich, in minutes.
    pub(super) fn offsets(self) -> impl Iterator<Item = i16> {
        let (winter, summer) = match self {
            Zone::Local => (None, None),
            Zone::Fixed(offset) => (Some(offset), None),
            Zone::Seasonal(offset) => (Some(offset), Some(offset + 60)),
        };
        winter.into_iter().chain(summer)
    }
}

/// Letters of the longest zone that is written in capitals.
const LONGEST: usize = 4;

/// The zone said at a word, and the word behind it. An abbreviation stands in capitals: `est` is no zone.
pub(super) fn zone(reader: &Reader, word: usize) -> Option<(Zone, usize)> {
    let light = |c: char| c.is_whitespace() || matches!(c, '(' | '.' | ',');
    if word >= reader.words.len() || !reader.gap(word).chars().all(light) {
        return None;
    }
    let of = |kind: DateKind, zone: fn(i16) -> Zone| {
        date_word(reader, word, kind).map(|(offset, end)| (zone(offset), end))
    };
    let (zone, end) = of(DateKind::LocalTime, |_| Zone::Local)
        .or_else(|| of(DateKind::SeasonalZone, Zone::Seasonal))
        .or_else(|| of(DateKind::Zone, Zone::Fixed))?;
    let written = &reader.text[reader.words[word].span.clone()];
    if end == word + 1 && written.len() <= LONGEST && written.starts_with(char::is_lowercase) {
        return None;
    }
    // `GMT+3`.
    let sign = reader.gap(end).chars().next();
    let ahead: Option<i16> = reader.form(end).parse().ok().filter(|h| *h <= 14);
    Some(match (zone, sign, ahead) {
        (Zone::Fixed(0), Some('+'), Some(hours)) => (Zone::Fixed(60 * hours), end + 1),
        (Zone::Fixed(0), Some('-' | '−'), Some(hours)) => (Zone::Fixed(-60 * hours), end + 1),
        _ => (zone, end),
    })
}
