//! Stop words of the languages that have no folder: what says nothing of which claims belong together.
//!
//! Frequencies do that for the languages that have them; Chinese, Japanese, Korean and Thai have none. A stop word may
//! be several of our words (`但 是`). What it gets wrong: Thai is written without spaces and is not cut into words, so
//! its stop words are found only where they stand by themselves.

use super::table::{rows, variants};
use std::collections::HashMap;

/// Written by `other/stops.py`.
const TABLE: &str = include_str!("other/stops.tsv");

/// Stop words by their first word, the longest first.
#[derive(Debug, Default)]
pub struct Stops(HashMap<String, Vec<Vec<String>>>);

impl Stops {
    /// Those of a language without a folder; none for one that has no row.
    pub(super) fn of(tag: &str) -> Stops {
        let found = rows(TABLE)
            .filter(|[language, _, _]| *language == tag)
            .flat_map(|[_, words, _]| variants(words));
        Stops(super::pack::by_first(found, |words| words))
    }

    /// How many of these folded words, from the first on, are one stop word; 0 where they begin with none.
    #[must_use]
    pub fn at<'f>(&self, forms: &(impl Iterator<Item = &'f str> + Clone)) -> usize {
        let Some(first) = forms.clone().next() else {
            return 0;
        };
        let begins = |stop: &&Vec<String>| {
            let mut forms = forms.clone();
            stop.iter().all(|word| forms.next() == Some(word.as_str()))
        };
        let listed = self.0.get(first).into_iter().flatten();
        listed.clone().find(begins).map_or(0, Vec::len)
    }
}

#[cfg(test)]
mod tests {
    use super::{Stops, TABLE};
    use crate::language::table::rows;
    use crate::language::{frequency::zipf, pack, words};

    /// How many words of a text are in a stop word.
    fn stopped(tag: &str, text: &str) -> (usize, usize) {
        let words = words(text, pack(tag));
        let (mut at, mut stopped) = (0, 0);
        while at < words.len() {
            let rest = words[at..].iter().map(|w| w.form.as_str());
            let length = pack(tag).stops.at(&rest);
            stopped += length;
            at += length.max(1);
        }
        (stopped, words.len())
    }

    #[test]
    fn every_row_finds_all_words_of_its_example_but_the_last() {
        for [tag, listed, example] in rows(TABLE) {
            let (stopped, all) = stopped(tag, example);
            assert_eq!(stopped, all - 1, "{tag}: {example}");
            assert!(listed.split('|').count() > 50, "{tag}");
        }
    }

    #[test]
    fn every_language_of_the_encoder_without_a_folder_has_stop_words() {
        for tag in ["de", "it", "ja", "ko", "nl", "pl", "pt", "th", "tr", "zh"] {
            assert!(!Stops::of(tag).0.is_empty(), "{tag}");
        }
        assert_eq!(stopped("zh-TW", "但是他們的船"), (5, 6));
        assert_eq!(stopped("xx", "la und"), (0, 2));
    }

    /// What is rare in general is no stop word; lists on the web hold such.
    #[test]
    fn stop_words_are_common_where_frequencies_are_known() {
        for [tag, listed, _] in rows(TABLE) {
            let known = listed
                .split('|')
                .filter_map(|word| zipf(tag, &crate::language::fold(word)));
            let (all, rare) = known.fold((0, 0), |(all, rare), z| {
                (all + 1, rare + usize::from(z < 3.0))
            });
            assert!(rare * 4 <= all, "{tag}: {rare} of {all} are rare");
        }
    }

    #[test]
    fn a_character_of_a_longer_word_is_none() {
        assert_eq!(stopped("zh", "大学人民"), (0, 4));
        assert_eq!(stopped("ja", "つくば"), (1, 3));
    }
}
