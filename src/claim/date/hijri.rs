//! Dates of the Islamic calendar: `13 شعبان 1446هـ`, `26/9/1439هـ`, `شوال 1439`.
//!
//! They are not converted: where the new moon is seen decides when a month begins, so that a table of months is a day off
//! as often as not.

use super::{Moment, Part, date_word, when};
use crate::claim::figure::reader::Reader;
use crate::language::figures::DateKind;
use crate::language::{Pack, When};

/// A date of the Islamic calendar, as far as it is said.
///
/// ```
/// # use storydiff::claim::Moment;
/// # use storydiff::{ReadOptions, claim, parse};
/// let text = "The fast ends on 29 Ramadan 1439.";
/// let article = parse(text.as_bytes(), "mail.txt", &ReadOptions::default())?;
/// let (claims, _) = claim::find(&article, 'L');
/// let Moment::Hijri(date) = claims[0].times[0].parts[0].moment else { panic!("no such date") };
/// assert_eq!((date.day, date.month, date.year), (Some(29), Some(9), Some(1439)));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hijri {
    /// The year since the emigration to Medina.
    pub year: Option<u16>,
    /// 1 (Muharram) to 12.
    pub month: Option<u8>,
    /// Of the month, 1 to 30.
    pub day: Option<u8>,
}

impl Hijri {
    /// Whether two can be one date: nothing that both say differs.
    pub(super) fn may_equal(self, other: Hijri) -> bool {
        let same = |a: Option<u16>, b: Option<u16>| a.is_none() || b.is_none() || a == b;
        same(self.year, other.year)
            && same(self.month.map(u16::from), other.month.map(u16::from))
            && same(self.day.map(u16::from), other.day.map(u16::from))
    }
}

/// `شوال 1439`, `1446هـ`. A month's name alone is as often a person's.
pub(super) fn hijri(reader: &Reader, pack: &Pack, word: usize) -> Option<Part> {
    let month = match when(reader, pack, word) {
        Some((When::Hijri(month), end)) => Some((month, end)),
        _ => None,
    };
    let (year, end) = match month {
        Some((_, end)) => hijri_year(reader, end, false)?,
        None => hijri_year(reader, word, true)?,
    };
    let date = Hijri {
        year: Some(year),
        month: month.map(|(month, _)| month),
        day: None,
    };
    Some(Part::new(Moment::Hijri(date), word..end))
}

/// The year at a word and the word behind it; `marked` asks for `هـ` behind it.
pub(super) fn hijri_year(reader: &Reader, word: usize, marked: bool) -> Option<(u16, usize)> {
    let year: u16 = reader.form(word).parse().ok()?;
    let is_year = (1300..1500).contains(&year) && reader.is_number(word);
    let mark = date_word(reader, word + 1, DateKind::OfHijri).filter(|_| reader.runs_on(word + 1));
    let end = match mark {
        Some((_, end)) => end,
        None if marked => return None,
        None => word + 1,
    };
    (is_year && (marked || reader.runs_on(word))).then_some((year, end))
}
