//! Stems: weak evidence that two words are one.
//!
//! Snowball for the languages that it serves well; for Arabic light stemming of clitics and endings only (Larkey,
//! Ballesteros, Connell 2002, "light10"), since Snowball's Arabic stemmers mangle names and broken plurals.

use super::arabic::morphology::without_ending;
use super::clitics::{Clitics, PROCLITICS};
use rust_stemmers::{Algorithm, Stemmer};

/// The fewest letters of a word without its clitics and endings.
const SHORTEST: usize = 3;

/// How a language's words are stemmed.
pub(super) enum Stemming {
    /// A Snowball stemmer.
    Snowball(Stemmer),
    /// Clitics and endings off, as far as three letters stay.
    Light,
    /// Not at all.
    None,
}

impl Stemming {
    /// The stemming for a BCP 47 language.
    pub(super) fn of(tag: &str) -> Stemming {
        let algorithm = match tag {
            "ar" => return Stemming::Light,
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
    pub(super) fn stem(&self, form: &str, clitics: &Clitics) -> String {
        match self {
            Stemming::Snowball(stemmer) => {
                let bare = form.strip_suffix("'s").unwrap_or(form);
                stemmer.stem(bare).into_owned()
            }
            Stemming::Light => {
                let long = |rest: &&str| rest.chars().count() >= SHORTEST;
                let bare = clitics.cut(form, PROCLITICS).find(long);
                without_ending(bare.unwrap_or(form), SHORTEST).to_owned()
            }
            Stemming::None => form.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::language::pack;

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
            let stem = |form| pack(language).stem(form);
            assert_eq!(stem(one), stem(other), "{one} {other}");
        }
    }

    #[test]
    fn short_words_stay_whole() {
        assert_eq!(pack("ar").stem("وفد"), "وفد");
        assert_eq!(pack("fi").stem("talo"), "talo");
    }
}
