//! Stems: weak evidence that two words are one.
//!
//! Snowball for the languages that it serves well; for Arabic light stemming of clitics and endings only (Larkey,
//! Ballesteros, Connell 2002, "light10"), since Snowball's Arabic stemmers mangle names and broken plurals.

use rust_stemmers::{Algorithm, Stemmer};

/// How a language's words are stemmed.
pub(super) enum Stemming {
    /// A Snowball stemmer.
    Snowball(Stemmer),
    /// Clitics and endings off, as far as three letters stay.
    Arabic,
    /// Not at all.
    None,
}

impl Stemming {
    /// The stemming for a BCP 47 language.
    pub(super) fn of(tag: &str) -> Stemming {
        let algorithm = match tag {
            "ar" => return Stemming::Arabic,
            "de" => Algorithm::German,
            "en" => Algorithm::English,
            "es" => Algorithm::Spanish,
            "fr" => Algorithm::French,
            "it" => Algorithm::Italian,
            "nl" => Algorithm::Dutch,
            "pt" => Algorithm::Portuguese,
            "ru" => Algorithm::Russian,
            "tr" => Algorithm::Turkish,
            _ => return Stemming::None,
        };
        Stemming::Snowball(Stemmer::create(algorithm))
    }

    /// The stem of a folded word.
    pub(super) fn stem(&self, form: &str) -> String {
        match self {
            Stemming::Snowball(stemmer) => {
                let bare = form.strip_suffix("'s").unwrap_or(form);
                stemmer.stem(bare).into_owned()
            }
            Stemming::Arabic => arabic(form).to_owned(),
            Stemming::None => form.to_owned(),
        }
    }
}

/// Conjunctions, prepositions and the article, as they stand glued together, longest first.
const PREFIXES: [&str; 18] = [
    "وبال", "وكال", "ولل", "وال", "بال", "كال", "فال", "لل", "ال", "وب", "ول", "وس", "و", "ب", "ل",
    "ف", "ك", "س",
];
/// Pronouns, dual, plural and feminine endings, longest first.
const SUFFIXES: [&str; 21] = [
    "هما", "كما", "تين", "تان", "اته", "ات", "ون", "ين", "ان", "ها", "هم", "هن", "كم", "نا", "وا",
    "يه", "ته", "تي", "ه", "ي", "ا",
];

/// One run of clitics and one ending off, as far as three letters stay.
fn arabic(form: &str) -> &str {
    let letters = |s: &str| s.chars().count();
    let mut stem = form;
    if let Some(rest) = PREFIXES
        .iter()
        .find_map(|p| stem.strip_prefix(p).filter(|rest| letters(rest) >= 3))
    {
        stem = rest;
    }
    SUFFIXES
        .iter()
        .find_map(|s| stem.strip_suffix(s).filter(|rest| letters(rest) >= 3))
        .unwrap_or(stem)
}

#[cfg(test)]
mod tests {
    use super::Stemming;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        for (language, one, other) in [
            ("ar", "الارهاب", "للارهاب"),
            ("ar", "القوات", "وقوات"),
            ("ar", "مدينه", "المدينه"),
            ("ar", "مهمتها", "مهمتهم"),
            ("en", "trained", "training"),
            ("en", "kremlin's", "kremlin"),
            ("fr", "attaques", "attaque"),
            ("ru", "протестов", "протесты"),
        ] {
            let stemming = Stemming::of(language);
            assert_eq!(stemming.stem(one), stemming.stem(other), "{one} {other}");
        }
    }

    #[test]
    fn short_words_stay_whole() {
        assert_eq!(Stemming::Arabic.stem("وفد"), "وفد");
        assert_eq!(Stemming::None.stem("talo"), "talo");
    }
}
