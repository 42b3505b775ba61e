//! The dates and times of a text, part by part: year, month, day, weekday, clock, and days from the article's own.
//!
//! Nothing is resolved to an absolute date: what the article does not say is not guessed. Parts that stand beside each
//! other (`اليوم الثلاثاء 9 يوليوز`, `5pm on Wednesday`) make one time. What it gets wrong: a count between 1900 and
//! 2099 without a mark for thousands before an unknown noun is taken for a year.

mod clock;
mod day;
mod equality;
mod hijri;
mod year;
mod zone;

use super::figure::reader::Reader;
use crate::language::figures::DateKind;
use crate::language::{Pack, Property, When, Word};
pub use clock::Clock;
pub use hijri::Hijri;
use std::ops::Range;
pub use zone::Zone;

/// When something is said to be.
///
/// ```
/// # use storydiff::{ReadOptions, claim, parse};
/// let text = "The ferry sank on Sunday night.";
/// let article = parse(text.as_bytes(), "mail.txt", &ReadOptions::default())?;
/// let (claims, _) = claim::find(&article, 'L');
/// assert_eq!(claims[0].times[0].text, "Sunday");
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    /// Verbatim.
    pub text: String,
    /// Byte range in the text it was read from; in a claim, in the claim's text.
    pub span: Range<usize>,
    /// What it says, in the order of the text; each kind at most once.
    pub parts: Vec<TimePart>,
}

/// One part of a time.
///
/// ```
/// # use storydiff::{ReadOptions, claim, parse};
/// let text = "Divers will search on Monday at 10:30.";
/// let article = parse(text.as_bytes(), "mail.txt", &ReadOptions::default())?;
/// let (claims, _) = claim::find(&article, 'L');
/// let time = &claims[0].times[0];
/// assert_eq!(time.text, "Monday at 10:30");
/// assert_eq!(time.parts.len(), 2);
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimePart {
    /// What it says; of a span (`12-19 June`, `the 1990s`) the first.
    pub moment: Moment,
    /// Of a span the last.
    pub upper: Option<Moment>,
    /// Byte range, as the time's.
    pub span: Range<usize>,
}

/// What a part of a time says.
///
/// ```
/// # use storydiff::claim::Moment;
/// # use storydiff::{ReadOptions, claim, parse};
/// let text = "Divers will search on Monday at 10:30.";
/// let article = parse(text.as_bytes(), "mail.txt", &ReadOptions::default())?;
/// let (claims, _) = claim::find(&article, 'L');
/// let moments: Vec<Moment> = claims[0].times[0].parts.iter().map(|part| part.moment).collect();
/// assert_eq!(moments[0], Moment::Weekday(1));
/// assert!(matches!(moments[1], Moment::Clock(clock) if clock.minutes == 630));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    /// A year.
    Year(i32),
    /// 1 (January) to 12.
    Month(u8),
    /// Of the month, 1 to 31.
    Day(u8),
    /// 1 (Monday) to 7.
    Weekday(u8),
    /// A time of day.
    Clock(Clock),
    /// A date of the Islamic calendar.
    Hijri(Hijri),
    /// Days from the article's own: -1 is yesterday.
    Relative(i8),
}

impl Moment {
    /// Whether two say the same kind of thing.
    ///
    /// ```
    /// use storydiff::claim::Moment;
    ///
    /// assert!(Moment::Year(1911).is_like(Moment::Year(2024)));
    /// assert!(!Moment::Year(1911).is_like(Moment::Month(11)));
    /// ```
    #[must_use]
    pub fn is_like(self, other: Moment) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

/// Some words that are a part of a time.
struct Part {
    moment: Moment,
    /// The last of a span.
    upper: Option<Moment>,
    words: Range<usize>,
}

impl Part {
    fn new(moment: Moment, words: Range<usize>) -> Part {
        Part {
            moment,
            upper: None,
            words,
        }
    }
}

/// The times of a text, in order. `words` are those of `text`.
#[must_use]
pub fn times(text: &str, words: &[Word], pack: &'static Pack) -> Vec<Time> {
    let reader = Reader { text, words, pack };
    let parts = parts(&reader, pack);
    let mut found: Vec<Vec<Part>> = Vec::new();
    for part in parts {
        match found.last_mut() {
            Some(time) if goes_with(&reader, time, &part) => time.push(part),
            _ => found.push(vec![part]),
        }
    }
    found.iter().map(|parts| time(&reader, parts)).collect()
}

fn time(reader: &Reader, parts: &[Part]) -> Time {
    let parts: Vec<TimePart> = parts
        .iter()
        .map(|p| TimePart {
            moment: p.moment,
            upper: p.upper,
            span: reader.bytes(&p.words),
        })
        .collect();
    let span = parts[0].span.start..parts[parts.len() - 1].span.end;
    Time {
        text: reader.text[span.clone()].to_owned(),
        span,
        parts,
    }
}

/// Whether a part stands right beside a time that says nothing of its kind yet.
fn goes_with(reader: &Reader, time: &[Part], part: &Part) -> bool {
    let Some(last) = time.last() else {
        return false;
    };
    let between = last.words.end..part.words.start;
    let near = between.len() <= 1
        && between.clone().all(|w| {
            is_date_word(reader, w, DateKind::Hint)
                || matches!(reader.form(w), "on" | "at" | "of" | "the")
        });
    let light = (between.start..=between.end).all(|w| {
        reader.gap(w).chars().all(|c| {
            c.is_whitespace() || matches!(c, ',' | '،' | '(' | ')' | '/' | '-' | '–' | '.')
        })
    });
    near && light && !time.iter().any(|p| p.moment.is_like(part.moment))
}

fn is_date_word(reader: &Reader, word: usize, kind: DateKind) -> bool {
    date_word(reader, word, kind).is_some()
}

/// The number of the date word of this kind at a word, and the word behind it.
fn date_word(reader: &Reader, word: usize, kind: DateKind) -> Option<(i16, usize)> {
    reader
        .phrases(&reader.pack.numerals.dates, word, |d| &d.words)
        .into_iter()
        .find(|m| m.rule.kind == kind)
        .map(|m| (m.rule.number, m.end))
}

fn parts(reader: &Reader, pack: &Pack) -> Vec<Part> {
    let mut found: Vec<Part> = Vec::new();
    let mut word = 0;
    while word < reader.words.len() {
        let parts = day::numeric(reader, pack, word)
            .or_else(|| day::day_and_month(reader, pack, word))
            .or_else(|| hijri::hijri(reader, pack, word).map(|p| vec![p]))
            .or_else(|| clock::clock(reader, word).map(|p| vec![p]))
            .or_else(|| calendar(reader, pack, word).map(|p| vec![p]))
            .or_else(|| year::year(reader, pack, word, found.last()).map(|p| vec![p]));
        match parts {
            Some(parts) => {
                word = parts.iter().map(|p| p.words.end).max().unwrap_or(word + 1);
                found.extend(parts);
            }
            None => word += 1,
        }
    }
    found
}

/// A word of the calendar, with its second name: `كانون الثاني/يناير`, `مارس (آذار)`.
fn calendar(reader: &Reader, pack: &Pack, word: usize) -> Option<Part> {
    let (when, mut end) = when(reader, pack, word)?;
    let names = pack.is(Property::SmallCalendar) && is_named(reader, word, end);
    if is_unsure(reader, word, end) || names || is_title(reader, word, end, when) {
        return None;
    }
    if let When::Month(month) = when {
        let paired = reader.gap(end).trim();
        let again = self::when(reader, pack, end).filter(|w| w.0 == When::Month(month));
        if let Some((_, second)) = again.filter(|_| matches!(paired, "/" | "(" | "-" | "–")) {
            end = second;
        }
    }
    let moment = match when {
        When::Month(n) => Moment::Month(n),
        When::Weekday(n) => Moment::Weekday(n),
        When::Day(n) => Moment::Relative(n),
        When::Hijri(_) => return None,
    };
    Some(Part::new(moment, word..end))
}

/// The month at a word.
fn month_at(reader: &Reader, pack: &Pack, word: usize) -> Option<Part> {
    calendar(reader, pack, word).filter(|part| matches!(part.moment, Moment::Month(_)))
}

/// `the “Today” show`: a day that stands alone in quotation marks names something.
fn is_title(reader: &Reader, word: usize, end: usize, when: When) -> bool {
    matches!(when, When::Day(_))
        && reader.gap(word).ends_with(['“', '"', '«', '„', '‘'])
        && reader.gap(end).starts_with(['”', '"', '»', '“', '’'])
}

/// What the calendar says of the one or two words at a word.
fn when(reader: &Reader, pack: &Pack, word: usize) -> Option<(When, usize)> {
    let form = reader.form(word);
    let bare = pack.unglued(form);
    std::iter::once(form).chain(bare).find_map(|form| {
        let two = format!("{form} {}", reader.form(word + 1));
        let of_two = pack.calendar.get(&two).map(|when| (*when, word + 2));
        of_two.or_else(|| pack.calendar.get(form).map(|when| (*when, word + 1)))
    })
}

/// `Julio Soto`, `Santo Domingo`: a capital beside another one.
fn is_named(reader: &Reader, word: usize, end: usize) -> bool {
    let capital = |w: usize| {
        let span = reader.words.get(w).map(|w| w.span.clone());
        span.is_some_and(|span| reader.text[span].starts_with(char::is_uppercase))
    };
    capital(word)
        && (capital(end) && reader.runs_on(end)
            || word > 0 && capital(word - 1) && reader.runs_on(word))
}

/// `by April Boone`: another capital follows.
fn is_first_name(reader: &Reader, next: usize) -> bool {
    let capital = |w: usize| {
        let word = reader.words.get(w);
        word.is_some_and(|w| reader.text[w.span.clone()].starts_with(char::is_uppercase))
    };
    capital(next) && reader.gap(next) == " " && !reader.is_titled()
}

/// `may`, `مارس`: a month only beside a number or behind a word that stands before dates.
fn is_unsure(reader: &Reader, word: usize, end: usize) -> bool {
    if !is_date_word(reader, word, DateKind::Unsure) {
        return false;
    }
    let first = reader.text[reader.bytes(&(word..end))].chars().next();
    let small = first.is_some_and(char::is_lowercase);
    let beside = word > 0
        && (reader.is_number(word - 1) || is_date_word(reader, word - 1, DateKind::Hint))
        || reader.is_number(end) && matches!(reader.gap(end).trim(), "" | ".");
    let paired = matches!(reader.gap(end).trim(), "/" | "(") || reader.gap(word).trim() == "/";
    small || !(beside || paired) || is_first_name(reader, end)
}

#[cfg(test)]
mod tests;
