//! Places and bodies that every newsroom writes about, in the spellings of several languages.
//!
//! Letters do not show that القاهرة is Cairo, and Arabic has no capitals to show that دبي is a name. A short list by
//! hand, of countries, capitals and the like; what it does not hold is found by letters or not at all.

use super::super::fold;
use std::collections::HashMap;
use std::sync::LazyLock;

static PLACES: LazyLock<HashMap<String, usize>> = LazyLock::new(|| {
    let rows = include_str!("places.tsv").lines().skip(1).enumerate();
    rows.flat_map(|(number, row)| {
        let names = row.split('\t').next().unwrap_or(row);
        names.split('|').map(move |name| (letters(name), number))
    })
    .collect()
});

/// All names, sorted.
static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut names: Vec<&str> = PLACES.keys().map(String::as_str).collect();
    names.sort_unstable();
    names
});

/// Whether the name of any place begins with these letters, which are folded: a cheap answer for most words.
pub(crate) fn begins_place(letters: &str) -> bool {
    let at = NAMES.partition_point(|name| *name < letters);
    NAMES.get(at).is_some_and(|name| name.starts_with(letters))
}

/// The number of a well-known place or body; names of one place share it.
#[must_use]
pub fn place(name: &str) -> Option<usize> {
    PLACES.get(&letters(name)).copied()
}

fn letters(name: &str) -> String {
    fold(name).replace('-', " ")
}

#[cfg(test)]
mod tests {
    use super::{NAMES, begins_place, place};

    #[test]
    fn names_of_one_place_share_a_number() {
        assert_eq!(place("كابل"), place("Kaboul"));
        assert_eq!(place("القاهرة"), place("Le Caire"));
        assert_ne!(place("النيجر"), place("Nigeria"));
        assert_eq!(place("قرناصة"), None);
    }

    #[test]
    fn what_a_name_begins_with_begins_a_place() {
        for name in NAMES.iter() {
            let first = name.split(' ').next().expect(name);
            assert!(begins_place(first) && begins_place(name), "{name}");
        }
        assert!(!begins_place("قرناصه") && !begins_place("zzz"));
    }

    #[test]
    fn no_name_stands_in_two_rows() {
        let mut seen = std::collections::HashMap::new();
        for (number, row) in include_str!("places.tsv").lines().skip(1).enumerate() {
            let (names, why) = row.split_once('\t').expect(row);
            assert!(!why.is_empty(), "{row}");
            for name in names.split('|') {
                let before = seen.insert(super::letters(name), number);
                assert!(before.is_none_or(|b| b == number), "{name}: {row}");
            }
        }
    }
}
