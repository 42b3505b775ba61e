//! How often a word is used in general writing.
//!
//! The weight of a shared word depends on how rare it is: two reports that share
//! "president" share little, two that share "Aktobe" share a lot. Two short articles
//! are too little text to learn that from, so general frequencies are built in, on the
//! Zipf scale of van Heuven et al. (2014, "SUBTLEX-UK"): log10 of uses per billion
//! words, about 7.7 for "the", 3 for one use in a million.
//!
//! The data is wordfreq's (see `models/frequencies/README.md` for source and licence),
//! kept as finite-state maps that are read in place. What it gets wrong: the lists mix
//! books, subtitles and the web, so newsroom words look rarer than they are in news;
//! Arabic words with a clitic are counted as words of their own, and words newer than
//! 2021 are unknown.

use super::{BEFORE_NOUNS, Pack};
use std::sync::LazyLock;

use fst::Map;

/// A map from the folded word to its Zipf frequency x 100.
type Table = Map<&'static [u8]>;

macro_rules! table {
    ($tag:literal) => {
        (
            $tag,
            include_bytes!(concat!("../../models/frequencies/", $tag, ".fst")).as_slice(),
        )
    };
}

/// The built-in tables by language tag.
const FILES: [(&str, &[u8]); 12] = [
    table!("ar"),
    table!("de"),
    table!("en"),
    table!("es"),
    table!("fa"),
    table!("fr"),
    table!("it"),
    table!("nl"),
    table!("pl"),
    table!("pt"),
    table!("ru"),
    table!("tr"),
];

/// Opened tables. A table that does not open would be left out; a test opens them all.
static TABLES: LazyLock<Vec<(&'static str, Table)>> = LazyLock::new(|| {
    FILES
        .iter()
        .filter_map(|&(tag, bytes)| Some((tag, Map::new(bytes).ok()?)))
        .collect()
});

/// The Zipf frequency of a word: log10 of its uses per billion words, 0 to about 8.
///
/// `tag` is a two-letter language code; `word` is in the form used for matching (lower
/// case, NFC; Arabic script folded). `None` when there is no table for the language;
/// 0.0 for a word the table does not hold, which is rarer than about one use in a
/// million words.
#[must_use]
pub fn zipf(tag: &str, word: &str) -> Option<f32> {
    let (_, table) = TABLES.iter().find(|(known, _)| *known == tag)?;
    let hundredths = u16::try_from(table.get(word).unwrap_or(0)).unwrap_or(0);
    Some(f32::from(hundredths) / 100.0)
}

/// The same for the commonest reading of a word with or without the clitics before it (`وقرغيزستان`).
#[must_use]
pub fn zipf_unglued(pack: &Pack, word: &str) -> Option<f32> {
    const SHORTEST: usize = 3;
    let mut best = zipf(pack.tag, word)?;
    let mut bare = word;
    for &kind in BEFORE_NOUNS {
        let rest = pack.after(&[kind], bare);
        if let Some(rest) = rest.filter(|rest| rest.chars().count() >= SHORTEST) {
            bare = rest;
            best = best.max(zipf(pack.tag, bare).unwrap_or(0.0));
        }
    }
    Some(best)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_opens_and_holds_words() {
        assert_eq!(TABLES.len(), FILES.len());
        for (tag, table) in TABLES.iter() {
            assert!(table.len() >= 25_000, "{tag} holds {}", table.len());
        }
    }

    #[test]
    fn the_commonest_word_of_each_language_is_above_six() {
        let commonest = [
            ("ar", "في"),
            ("de", "die"),
            ("en", "the"),
            ("es", "de"),
            ("fa", "و"),
            ("fr", "de"),
            ("it", "di"),
            ("nl", "de"),
            ("pl", "w"),
            ("pt", "de"),
            ("ru", "и"),
            ("tr", "bir"),
        ];
        for (tag, word) in commonest {
            assert!(zipf(tag, word) > Some(6.0), "{tag} {word}");
        }
    }

    #[test]
    fn rare_words_rank_below_common_ones() {
        assert!(zipf("en", "kazakhstan") < zipf("en", "president"));
        assert!(zipf("ar", "كازاخستان") < zipf("ar", "الرييس"));
        assert!(zipf("ar", "كازاخستان") > Some(0.0));
    }

    #[test]
    fn arabic_keys_are_folded() {
        assert!(zipf("ar", "مدينه") > Some(4.0));
        assert_eq!(zipf("ar", "مدينة"), Some(0.0));
    }

    #[test]
    fn unknown_word_is_zero_and_unknown_language_is_none() {
        assert_eq!(zipf("en", "qwrtzpsk"), Some(0.0));
        assert_eq!(zipf("th", "ที่"), None);
        assert_eq!(zipf("", ""), None);
        assert_eq!(zipf("en", ""), Some(0.0));
    }
}
