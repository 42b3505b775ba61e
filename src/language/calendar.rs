//! Months and weekdays of each language, and the months of all languages together.

use super::folder::{all, folder};
use super::pack::When;
use super::table::{rows, variants};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The languages without a folder.
const OTHER: &str = include_str!("other/calendar.tsv");

/// Month names of all languages, folded. No two languages disagree on one: a test looks.
static MONTHS: LazyLock<HashMap<String, u8>> = LazyLock::new(|| months().collect());

/// The calendar of a language; empty for one that has no rows.
///
/// # Panics
/// When a row is not well formed. The tables are part of the program, and a test reads every row.
pub(super) fn of(tag: &str) -> HashMap<String, When> {
    let own =
        rows(folder(tag).table("calendar")).map(|[words, kind, number, _]| (words, kind, number));
    let others = others().filter(|(language, _)| *language == tag);
    own.chain(others.map(|(_, row)| row))
        .flat_map(|(words, kind, number)| {
            variants(words).map(move |w| (w.join(" "), super::pack::when(kind, number)))
        })
        .collect()
}

/// The rows of the languages without a folder: the language, then words, kind and number.
fn others() -> impl Iterator<Item = (&'static str, (&'static str, &'static str, &'static str))> {
    rows(OTHER).map(|[language, words, kind, number, _]| (language, (words, kind, number)))
}

/// The month that a folded name means in any language, 1 to 12; two words have a space between them.
#[must_use]
pub fn month(name: &str) -> Option<u8> {
    MONTHS.get(name).copied()
}

fn months() -> impl Iterator<Item = (String, u8)> {
    all("calendar")
        .map(|[words, kind, number, _]| (words, kind, number))
        .chain(others().map(|(_, row)| row))
        .filter(|(_, kind, _)| *kind == "month")
        .flat_map(|(words, _, number)| {
            let number = number
                .parse()
                .unwrap_or_else(|_| panic!("not a month: {number}"));
            variants(words).map(move |words| (words.join(" "), number))
        })
}

#[cfg(test)]
mod tests {
    use super::{month, months, of};
    use crate::language::fold;
    use std::collections::HashMap;

    #[test]
    fn one_name_means_one_month_in_all_languages() {
        let mut known: HashMap<String, u8> = HashMap::new();
        for (name, number) in months() {
            let before = *known.entry(name.clone()).or_insert(number);
            assert_eq!(before, number, "{name}");
        }
    }

    #[test]
    fn months_of_twelve_languages_and_of_the_folders() {
        for (name, number) in [
            ("مايو", 5),
            ("كانون الثاني", 1),
            ("März", 3),
            ("września", 9),
            ("Ağustos", 8),
            ("มกราคม", 1),
            ("十 二 月", 12),
        ] {
            assert_eq!(month(&fold(name)), Some(number), "{name}");
        }
        assert_eq!(month("hello"), None);
    }

    #[test]
    fn languages_without_a_folder_have_their_weekdays() {
        for tag in ["it", "ja", "ko", "nl", "pl", "pt", "th", "tr", "zh", "fa"] {
            assert!(of(tag).len() >= 7, "{tag}");
        }
        assert!(of("xx").is_empty());
    }
}
