//! The day on which an article was published, as its page writes it, as `2024-03-12`.
//!
//! The day is taken as it stands, in whatever time zone it was written. `03/04/2024` is read with the day first, as
//! nearly all of the world does, and not at all where both readings are possible on a page in English.

use super::super::line::spans;
use crate::language::{Property, pack};
use crate::language::{fold, month};

/// The day in a text of metadata or of a line: `2024-03-12T07:30`, `20240312T1215`, `12 مارس 2024`, `12.03.2024`.
pub(in super::super) fn day(text: &str) -> Option<String> {
    let text: String = text.chars().take(200).map(western).collect();
    numeric(&text).or_else(|| named(&text))
}

/// The day in the path of an address: `/2024/03/12/`.
pub(in super::super) fn of_address(address: &str) -> Option<String> {
    let parts: Vec<&str> = address.split(['/', '-', '?']).collect();
    parts.windows(3).find_map(|parts| {
        let [year, month, day] = parts else {
            return None;
        };
        let year = year.parse().ok().filter(|_| year.len() == 4)?;
        whole(year, month.parse().ok()?, day.parse().ok()?)
    })
}

/// The day that a line of a page in `language` shows, if it shows one day.
pub(super) fn shown(line: &str, language: &str) -> Option<String> {
    let line: String = line.chars().take(200).map(western).collect();
    named(&line).or_else(|| {
        (!pack(language).is(Property::MonthFirst))
            .then(|| numeric(&line))
            .flatten()
    })
}

/// Arabic and Persian digits as ASCII, which all dates are read from.
fn western(c: char) -> char {
    let digit = match c {
        '\u{660}'..='\u{669}' => u32::from(c) - 0x660,
        '\u{6F0}'..='\u{6F9}' => u32::from(c) - 0x6F0,
        '年' | '月' | '日' | '년' | '월' | '일' => return '-',
        c => return c,
    };
    char::from_digit(digit, 10).unwrap_or(c)
}

/// The first day written in digits alone.
fn numeric(text: &str) -> Option<String> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '-' | '/' | '.');
    let mut runs = text.split(|c| !is_part(c) && c != ' ').flat_map(|run| {
        let spaced = run.replace("- ", "-");
        spaced.split(' ').map(str::to_owned).collect::<Vec<_>>()
    });
    runs.find_map(|run| of_run(&run))
}

fn of_run(run: &str) -> Option<String> {
    let run = run.trim_matches(['-', '/', '.']);
    if run.len() == 8 && run.bytes().all(|b| b.is_ascii_digit()) {
        return whole(
            run[..4].parse().ok()?,
            run[4..6].parse().ok()?,
            run[6..].parse().ok()?,
        );
    }
    let parts: Vec<&str> = run.split(['-', '/', '.']).collect();
    let number = |at: usize| parts.get(at).and_then(|part| part.parse::<u32>().ok());
    match parts.iter().map(|part| part.len()).collect::<Vec<_>>()[..] {
        [4, 1..=2, 1..=2, ..] => whole(number(0)?, number(1)?, number(2)?),
        [1..=2, 1..=2, 4] => whole(number(2)?, number(1)?, number(0)?)
            .or_else(|| whole(number(2)?, number(0)?, number(1)?)),
        _ => None,
    }
}

/// The first day with a month's name: the number beside it, and the year behind it or at most two words further.
fn named(text: &str) -> Option<String> {
    let words: Vec<String> = spans(text).map(|span| fold(&text[span])).collect();
    let is_small = |word: &String| word.parse::<u32>().ok().filter(|n| (1..=31).contains(n));
    (0..words.len()).find_map(|at| {
        let two = words.get(at..at + 2).map(|two| two.join(" "));
        let (month, end) = match two.and_then(|two| month(&two)) {
            Some(month) => (month, at + 2),
            None => (month(&words[at])?, at + 1),
        };
        let before = (1..=2)
            .filter_map(|back| words.get(at.checked_sub(back)?))
            .find_map(is_small);
        let day = before.or_else(|| words.get(end).and_then(is_small))?;
        let year = words[end..].iter().take(4).find_map(|word| {
            let year = word.parse::<u32>().ok().filter(|_| word.len() == 4)?;
            // The Thai calendar.
            Some(if year > 2400 { year - 543 } else { year })
        })?;
        whole(year, u32::from(month), day)
    })
}

fn whole(year: u32, month: u32, day: u32) -> Option<String> {
    let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    let holds = (1800..=2200).contains(&year) && (1..=days).contains(&day);
    holds.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::{day, of_address, shown};

    #[test]
    fn days_of_metadata_and_of_lines() {
        for (text, wanted) in [
            ("2024-03-12T07:30:00+03:00", Some("2024-03-12")),
            ("20240312T1215+0300", Some("2024-03-12")),
            ("Tue, 12 Mar 2024 07:30:00 GMT", Some("2024-03-12")),
            ("12 مارس 2024 - 10:45", Some("2024-03-12")),
            ("١٢ آذار/مارس ٢٠٢٤", Some("2024-03-12")),
            ("الثلاثاء 12 كانون الثاني 2024", Some("2024-01-12")),
            ("March 12th, 2024", Some("2024-03-12")),
            ("12. März 2024", Some("2024-03-12")),
            ("12 de marzo de 2024", Some("2024-03-12")),
            ("2024年3月12日", Some("2024-03-12")),
            ("12.03.2024, 10:15", Some("2024-03-12")),
            ("29-02-2023", None),
            ("10:45", None),
            ("مارس", None),
            ("", None),
        ] {
            assert_eq!(day(text).as_deref(), wanted, "{text}");
        }
    }

    #[test]
    fn a_day_of_digits_can_mean_two_in_english() {
        assert_eq!(shown("03/04/2024", "en"), None);
        assert_eq!(shown("03/04/2024", "fr").as_deref(), Some("2024-04-03"));
    }

    #[test]
    fn addresses_hold_days() {
        let address = "https://example.org/news/2024/03/12/a-story";
        assert_eq!(of_address(address).as_deref(), Some("2024-03-12"));
        assert_eq!(of_address("https://example.org/2024/story/12"), None);
    }
}
