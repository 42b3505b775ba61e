//! The dates and times of a text, part by part: year, month, day, weekday, clock, and days from the article's own.
//!
//! Nothing is resolved to an absolute date: what the article does not say is not guessed. Parts that stand beside each
//! other (`اليوم الثلاثاء 9 يوليوز`, `5pm on Wednesday`) make one time. What it gets wrong: a count between 1900 and
//! 2099 without a mark for thousands before an unknown noun is taken for a year.

mod clock;
mod equality;
mod year;

use super::figure::reader::Reader;
use crate::language::figures::DateKind;
use crate::language::{Pack, Property, When, Word};
use std::ops::Range;

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
    /// What it says.
    pub moment: Moment,
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
/// assert_eq!(moments, [Moment::Weekday(1), Moment::Clock(630)]);
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
    /// Minutes since midnight; below 720 where the half of the day is not said.
    Clock(u16),
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
    words: Range<usize>,
}

/// The times of a text, in order. `words` are those of `text`.
#[must_use]
pub fn times(text: &str, words: &[Word], pack: &'static Pack) -> Vec<Time> {
    let reader = Reader {
        text,
        words,
        numerals: &pack.numerals,
    };
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
fn date_word(reader: &Reader, word: usize, kind: DateKind) -> Option<(u16, usize)> {
    reader
        .phrases(&reader.numerals.dates, word, |d| &d.words)
        .into_iter()
        .find(|m| m.rule.kind == kind)
        .map(|m| (m.rule.number, m.end))
}

fn parts(reader: &Reader, pack: &Pack) -> Vec<Part> {
    let mut found: Vec<Part> = Vec::new();
    let mut word = 0;
    while word < reader.words.len() {
        let parts = numeric(reader, pack, word)
            .or_else(|| day_and_month(reader, pack, word))
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
    if is_unsure(reader, word, end)
        || pack.is(Property::SmallCalendar) && is_named(reader, word, end)
    {
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
    };
    Some(Part {
        moment,
        words: word..end,
    })
}

/// What the calendar says of the one or two words at a word.
fn when(reader: &Reader, pack: &Pack, word: usize) -> Option<(When, usize)> {
    let form = reader.form(word);
    let bare = crate::language::figures::unglued(form).filter(|_| reader.numerals.glued);
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

/// `may`, `مارس`: a month only beside a number or behind a word that stands before dates.
fn is_unsure(reader: &Reader, word: usize, end: usize) -> bool {
    if !is_date_word(reader, word, DateKind::Unsure) {
        return false;
    }
    let first = reader.text[reader.bytes(&(word..end))].chars().next();
    let small = first.is_some_and(char::is_lowercase);
    let beside = word > 0
        && (reader.is_number(word - 1) || is_date_word(reader, word - 1, DateKind::Hint))
        || reader.is_number(end) && reader.runs_on(end);
    let paired = matches!(reader.gap(end).trim(), "/" | "(") || reader.gap(word).trim() == "/";
    small || !(beside || paired)
}

/// `10 January`, `Aug. 4`, `الخامس من أيار`.
fn day_and_month(reader: &Reader, pack: &Pack, word: usize) -> Option<Vec<Part>> {
    if let Some((day, end)) = day(reader, word) {
        let of = usize::from(matches!(reader.form(end), "of" | "من" | "de"));
        let month = calendar(reader, pack, end + of)?;
        let beside = (end..=end + of).all(|w| reader.runs_on(w)) || reader.is_stopped(word);
        let fits = matches!(month.moment, Moment::Month(_)) && beside;
        return fits.then(|| {
            vec![
                Part {
                    moment: day,
                    words: word..end,
                },
                month,
            ]
        });
    }
    let month = calendar(reader, pack, word).filter(|m| matches!(m.moment, Moment::Month(_)))?;
    let (day, end) = day(reader, month.words.end)?;
    let beside = matches!(reader.gap(month.words.end).trim(), "" | ".");
    let words = month.words.end..end;
    (beside && !reader.numerals.glued).then(|| vec![month, Part { moment: day, words }])
}

/// A day of the month: `10`, `10th`, `الخامس`.
fn day(reader: &Reader, word: usize) -> Option<(Moment, usize)> {
    use crate::language::figures::NumberKind as Kind;
    let fits = |day: u8| (1..=31).contains(&day).then_some(Moment::Day(day));
    if reader.is_number(word) {
        let day = reader.form(word).parse::<u8>().ok()?;
        let suffix =
            reader.number(word + 1, Kind::Suffix).is_some() && reader.gap(word + 1).is_empty();
        return fits(day).map(|d| (d, word + 1 + usize::from(suffix)));
    }
    let (place, end) = super::figure::place_in_row(reader, word)?;
    let day = (1..=31).find(|d| (f64::from(*d) - place).abs() < 0.5)?;
    fits(day).map(|d| (d, end))
}

/// `10/01/2022`, `2022-01-10`. Which of two small numbers is the month is known by language, and not in English.
fn numeric(reader: &Reader, pack: &Pack, word: usize) -> Option<Vec<Part>> {
    let signs = (reader.gap(word + 1), reader.gap(word + 2));
    if !(0..3).all(|n| reader.is_number(word + n)) || !matches!(signs, ("/", "/") | ("-", "-")) {
        return None;
    }
    let number = |n: usize| reader.form(word + n).parse::<i32>().ok();
    let (a, b, c) = (number(0)?, number(1)?, number(2)?);
    let is_year = |y: i32| (1900..2100).contains(&y);
    let order = if is_year(a) {
        Some([(2, c), (1, b), (0, a)])
    } else if is_year(c) && (a > 12 || pack.tag != "en" && b <= 12) {
        Some([(0, a), (1, b), (2, c)])
    } else if is_year(c) && b > 12 {
        Some([(1, b), (0, a), (2, c)])
    } else {
        None
    }?;
    let [(day_at, day), (month_at, month), (year_at, year)] = order;
    let small = |n: i32| u8::try_from(n).ok();
    let part = |moment, at: usize| Part {
        moment,
        words: word + at..word + at + 1,
    };
    let mut parts = vec![
        part(
            Moment::Day(small(day).filter(|d| (1..=31).contains(d))?),
            day_at,
        ),
        part(
            Moment::Month(small(month).filter(|m| (1..=12).contains(m))?),
            month_at,
        ),
        part(Moment::Year(year), year_at),
    ];
    parts.sort_by_key(|p| p.words.start);
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{pack, words};

    fn shown(moment: Moment) -> String {
        match moment {
            Moment::Year(n) => format!("y{n}"),
            Moment::Month(n) => format!("m{n}"),
            Moment::Day(n) => format!("d{n}"),
            Moment::Weekday(n) => format!("w{n}"),
            Moment::Clock(n) => format!("{}:{:02}", n / 60, n % 60),
            Moment::Relative(n) => format!("r{n}"),
        }
    }

    #[test]
    fn times_of_the_news() {
        for (language, text, expected) in [
            ("en", "at 6.42pm on Tuesday when", "18:42 w2"),
            ("en", "handed in at 9:10 p.m. It took", "21:10"),
            (
                "en",
                "at noon Friday; on Aug. 4; on 11 January 2022",
                "12:00 w5|m8 d4|d11 m1 y2022",
            ),
            (
                "en",
                "the army may march on; in May; since 2019",
                "m5|y2019",
            ),
            ("en", "some 2,000 troops, 2000 litres and 1150 men", ""),
            ("en", "on 03/04/2021 and 2022-01-10", "y2021|y2022 m1 d10"),
            ("ar", "20 شباط/فبراير 2024", "d20 m2 y2024"),
            (
                "ar",
                "كانون الثاني/يناير وتشرين الأول ومارس (آذار)",
                "m1|m10|m3",
            ),
            ("ar", "منتصف مارس (آذار)، مارس الضغط", "m3"),
            ("ar", "اليوم الثلاثاء 9 يوليوز", "r0 w2 d9 m7"),
            ("ar", "مساء أمس (الأربعاء)", "r-1 w3"),
            ("ar", "الخميس ١٨ يناير", "w4 d18 m1"),
            ("ar", "على الساعة الحادية عشرة إلا ثلثا ليلا من نقطة", "22:40"),
            ("ar", "ليلة الخامس من أيار، عام 2016", "d5 m5|y2016"),
            ("ar", "2030 عسكريا", ""),
            (
                "fr",
                "mardi 14 mai 2024 à 18h40, en 2021",
                "w2 d14 m5 y2024 18:40|y2021",
            ),
            (
                "fr",
                "vers 18 heures, 18 heures de route, à 3 heures de Paris",
                "18:00",
            ),
            (
                "es",
                "el lunes 3 de febrero de 2024 a las 18 horas; hasta las 20:40",
                "w1 d3 m2 y2024|18:00|20:40",
            ),
            (
                "es",
                "a las 8.15 de la tarde del pasado martes; en 2021",
                "20:15|w2|y2021",
            ),
            ("es", "Julio Soto llegó a Santo Domingo en la mañana", ""),
            (
                "ru",
                "с 1998 года; 12 марта 2024 г. и 2000 тонн",
                "y1998|d12 m3 y2024",
            ),
            ("ru", "во вторник в 6 вечера; в полдень", "w2 18:00|12:00"),
            (
                "ru",
                "в 6 часов вечера, в 2 часа ночи, 6 часов пути",
                "18:00|2:00",
            ),
            ("fr", "à 6 heures du soir, 6 heures de route", "18:00"),
        ] {
            let pack = pack(language);
            let found = times(text, &words(text, pack), pack);
            let found: Vec<String> = found
                .iter()
                .map(|t| {
                    let parts: Vec<String> = t.parts.iter().map(|p| shown(p.moment)).collect();
                    parts.join(" ")
                })
                .collect();
            assert_eq!(found.join("|"), expected, "{text}");
        }
    }

    const TABLES: [(&str, &str); 7] = [
        ("ar", include_str!("../../language/arabic/dates.tsv")),
        ("en", include_str!("../../language/english/dates.tsv")),
        ("fr", include_str!("../../language/french/dates.tsv")),
        ("de", include_str!("../../language/german/dates.tsv")),
        ("ru", include_str!("../../language/russian/dates.tsv")),
        ("es", include_str!("../../language/spanish/dates.tsv")),
        ("de", include_str!("../../language/other/dates.tsv")),
    ];

    #[test]
    fn every_row_of_the_tables_does_what_it_says() {
        let mut wrong = Vec::new();
        for (language, table) in TABLES {
            let rows = table.lines().filter(|line| !line.starts_with('#'));
            for row in rows.map(|row| row.split('\t').collect::<Vec<_>>()) {
                let pack = pack(language);
                let found = times(row[3], &words(row[3], pack), pack);
                let says = |wanted: fn(&Moment) -> bool| {
                    let mut parts = found.iter().flat_map(|time| &time.parts);
                    parts.any(|part| wanted(&part.moment))
                };
                let right = match row[1] {
                    "unsure" => !says(|m| matches!(m, Moment::Month(_))),
                    "hint" => says(|m| matches!(m, Moment::Month(_) | Moment::Weekday(_))),
                    "year" | "of_year" => says(|m| matches!(m, Moment::Year(_))),
                    _ => says(|m| matches!(m, Moment::Clock(_))),
                };
                if !right {
                    wrong.push(format!("{language}: {}: {found:?}", row[3]));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
