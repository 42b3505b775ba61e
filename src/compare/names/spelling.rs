//! When two ways to write a name count as two spellings.
//!
//! Vowel signs, tatweel and letter case are no spelling; hamza, ta marbuta and the article inside a name are. Within
//! one language an inflected form is no other spelling (`Токаева`, `Tunisian`, `القرغيزستاني`). What it gets wrong: a
//! short form that begins a longer one (`Kazakh`, `Kazakhstan`) is taken for the same word, for mostly it is.

use crate::language::{Pack, Property, words};
use unicode_normalization::UnicodeNormalization;

/// Endings that make adjectives and plurals of an Arabic name, folded.
const ARABIC_ENDINGS: [&str; 10] = ["ي", "يه", "يين", "يون", "يا", "ا", "ان", "ين", "ات", "ه"];

/// A name as spelled, without what readers do not see as spelling.
pub(super) fn plain(name: &str) -> String {
    let visible = |c: &char| !matches!(c, '\u{0640}' | '\u{064B}'..='\u{0652}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2069}');
    let lower = name.nfc().filter(visible).flat_map(char::to_lowercase);
    let text: String = lower.map(|c| if c == '’' { '\'' } else { c }).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether two plain names say the same in the same letters, one perhaps less of it.
pub(super) fn is_part(one: &str, other: &str) -> bool {
    let parts =
        |name: &str| -> Vec<String> { name.split_whitespace().map(str::to_owned).collect() };
    let (few, many) = (parts(one), parts(other));
    few.iter().all(|w| many.contains(w))
}

/// Whether two names of one language differ in nothing but inflection.
pub(super) fn is_inflected(one: &str, other: &str, pack: &Pack) -> bool {
    let (a, b) = (words(one, pack), words(other, pack));
    if a.len() != b.len() {
        return false;
    }
    if let ([a], [b]) = (a.as_slice(), b.as_slice()) {
        return if pack.is(Property::VerbFirst) {
            is_inflected_arabic(&plain(one), &plain(other))
        } else {
            a.stem == b.stem || a.form.starts_with(&b.form) || b.form.starts_with(&a.form)
        };
    }
    let same_stems = a.iter().zip(&b).all(|(a, b)| a.stem == b.stem);
    let same_forms = a.iter().zip(&b).all(|(a, b)| a.form == b.form);
    !pack.is(Property::VerbFirst) && same_stems && !same_forms
}

/// The article, clitics and endings aside, the same letters.
fn is_inflected_arabic(one: &str, other: &str) -> bool {
    let (a, b) = (bare(one), bare(other));
    let ends = |longer: &str, shorter: &str| {
        longer
            .strip_prefix(shorter)
            .is_some_and(|rest| ARABIC_ENDINGS.contains(&crate::language::fold(rest).as_str()))
    };
    a == b || ends(a, b) || ends(b, a)
}

/// An Arabic word without clitics and the article, as far as three letters stay.
fn bare(word: &str) -> &str {
    let long = |rest: &&str| rest.chars().count() >= 3;
    ["وال", "بال", "فال", "كال", "لل", "ال"]
        .iter()
        .find_map(|p| word.strip_prefix(p).filter(long))
        .unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::{is_inflected, is_part, plain};
    use crate::language::pack;

    #[test]
    fn what_is_seen_as_spelling() {
        assert_eq!(plain("قـرناصة"), plain("قرناصةُ"));
        assert_ne!(plain("السوالقة"), plain("السوالقه"));
        assert_eq!(plain("TOKAYEV"), plain("Tokayev"));
    }

    #[test]
    fn inflected_forms_are_one_spelling() {
        for (language, one, other, wanted) in [
            ("ar", "القرغيزستاني", "قرغيزستان", true),
            ("ar", "السوالقة", "السوالقه", false),
            ("ar", "أم السدر", "أم سدر", false),
            ("en", "Denise Okafor-Lund", "Denise Okafor Lund", false),
            ("en", "Tunisia", "Tunisian", true),
            ("en", "Will Sandoval", "William Sandoval", false),
            ("ru", "Токаева", "Токаевым", true),
        ] {
            assert_eq!(
                is_inflected(one, other, pack(language)),
                wanted,
                "{one} {other}"
            );
        }
    }

    #[test]
    fn a_surname_is_part_of_the_full_name() {
        assert!(is_part("tokayev", "kassym-jomart tokayev"));
        assert!(!is_part("tokaev", "kassym-jomart tokayev"));
    }
}
