//! Countries, by their names, their people and their seats of government; and continents.
//!
//! Editors write `Damascus` for Syria and `Syrian` for what is in it, so all three stand for one country. What it gets
//! wrong: names that are also words or people (`Jordan`, `Chad`) are left out of the tables where they mislead more
//! often than they help.

use super::table::{rows, variants};
use super::{PARTICLES, Pack, Word};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

/// The countries that a language names; the table is read when it is first asked for.
pub struct Countries {
    table: &'static str,
    /// The names by their first word: all their words, and the country.
    names: OnceLock<HashMap<String, Vec<Name>>>,
}

type Name = (Vec<String>, &'static str);

/// A country that is named in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2; the three digits of UN M49 for a continent.
    pub code: &'static str,
    /// Indices of the words that name it.
    pub words: Range<usize>,
}

impl Country {
    /// Whether a code is a continent's.
    #[must_use]
    pub fn is_continent(code: &str) -> bool {
        code.starts_with(|c: char| c.is_ascii_digit())
    }
}

impl Countries {
    pub(super) fn new(table: &'static str) -> Countries {
        Countries {
            table,
            names: OnceLock::new(),
        }
    }

    /// The countries that some words name, in order.
    pub(super) fn find(&self, words: &[Word], pack: &Pack) -> Vec<Country> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            if let Some((length, code)) = self.named(&words[at..], pack) {
                let words = at..at + length;
                found.push(Country { code, words });
                at += length;
            } else {
                at += 1;
            }
        }
        found
    }

    /// The longest name at the beginning of some words.
    fn named(&self, words: &[Word], pack: &Pack) -> Option<(usize, &'static str)> {
        let names = self.names.get_or_init(|| self.read());
        let rest = |name: &[String]| {
            name.len() <= words.len()
                && (1..name.len()).all(|n| forms(&words[n].form, pack).contains(&name[n]))
        };
        forms(&words.first()?.form, pack)
            .iter()
            .filter_map(|form| names.get(form))
            .flatten()
            .filter(|(name, _)| rest(name))
            .map(|(name, code)| (name.len(), *code))
            .max_by_key(|(length, _)| *length)
    }

    fn read(&self) -> HashMap<String, Vec<Name>> {
        let mut names: HashMap<String, Vec<Name>> = HashMap::new();
        for [code, words, _] in rows(self.table) {
            for name in variants(words).filter(|name| !name.is_empty()) {
                names.entry(name[0].clone()).or_default().push((name, code));
            }
        }
        names
    }
}

impl Pack {
    /// The countries that some words name, in order.
    #[must_use]
    pub fn countries_in(&self, words: &[Word]) -> Vec<Country> {
        self.countries.find(words, self)
    }
}

/// A word as it stands and without what is written together with it: `وبالسورية` holds `السورية` and `سورية`.
fn forms(form: &str, pack: &Pack) -> Vec<String> {
    const SHORTEST: usize = 3;
    let bare = pack.cut(form, PARTICLES);
    let bare = bare.filter(|rest| rest.chars().count() >= SHORTEST);
    let mut forms = vec![form.to_owned()];
    forms.extend(bare.map(str::to_owned));
    for rest in pack.without_article(form) {
        forms.extend(pack.article().map(|article| format!("{article}{rest}")));
        forms.push(rest.to_owned());
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::super::{pack, words};

    fn codes(language: &str, text: &str) -> Vec<&'static str> {
        let pack = pack(language);
        let found = pack.countries_in(&words(text, pack));
        found.into_iter().map(|place| place.code).collect()
    }

    #[test]
    fn a_country_its_people_and_its_capital_are_one() {
        for (language, text, wanted) in [
            ("ar", "وبالعاصمة السورية دمشق", vec!["SY", "SY"]),
            ("ar", "الجيش الأميركي في العراق", vec!["US", "IQ"]),
            (
                "ar",
                "محادثات للولايات المتحدة وكوريا الشمالية",
                vec!["US", "KP"],
            ),
            ("en", "North Korean troops left Moscow", vec!["KP", "RU"]),
            ("fr", "la diplomatie française à Pékin", vec!["FR", "CN"]),
            ("ru", "российские войска в Казахстане", vec!["RU", "KZ"]),
        ] {
            assert_eq!(codes(language, text), wanted, "{text}");
        }
    }

    #[test]
    fn other_words_are_no_country() {
        for (language, text) in [
            ("ar", "دعم مالي للشركات"),
            ("ar", "جرفت سيول الطريق"),
            ("en", "He told us that Jordan and Chad had left"),
            ("und", "Moscow"),
        ] {
            assert_eq!(codes(language, text), Vec::<&str>::new(), "{text}");
        }
    }
}
