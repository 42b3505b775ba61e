//! Which language a text is in: the script first, whatlang for the scripts that many languages share.
//!
//! Trigram models mistake short Arabic for Persian or Urdu and the reverse, while a few letters tell them apart.
//! What it gets wrong: a few words of Latin script; close relatives (Croatian and Serbian, Norwegian and Danish).

use whatlang::{Detector, Lang};

/// Letters that other languages in Arabic script have, and how many in a thousand of a text's letters prove the
/// language. Arabic itself has a few of them in foreign names. Tried in this order: Urdu and Pashto share the Persian
/// letters.
const ARABIC_SCRIPT: [(&str, &str, usize); 5] = [
    ("ur", "ٹڈڑںےھہ", 30),
    ("ps", "ټډړښځڅڼېۍ", 20),
    ("ckb", "ڕڵۆێە", 40),
    ("ug", "ۇۈۋېەڭ", 40),
    ("fa", "پچژگیک", 15),
];

/// The BCP 47 tag of the language that most of the text is in; `und` where nothing was recognised.
#[must_use]
pub fn detect(text: &str) -> &'static str {
    match script(text) {
        Some(Script::Arabic) => arabic_script(text),
        Some(Script::Other) => by_trigrams(text),
        None => "und",
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Arabic,
    Other,
}

fn script(text: &str) -> Option<Script> {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let arabic = text.chars().filter(|&c| is_arabic(c)).count();
    if letters == 0 {
        None
    } else if arabic * 2 > letters {
        Some(Script::Arabic)
    } else {
        Some(Script::Other)
    }
}

fn is_arabic(c: char) -> bool {
    c.is_alphabetic()
        && matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

fn arabic_script(text: &str) -> &'static str {
    let letters = text.chars().filter(|&c| is_arabic(c)).count();
    let share =
        |own: &str| text.chars().filter(|&c| own.contains(c)).count() * 1000 / letters.max(1);
    ARABIC_SCRIPT
        .iter()
        .find(|(_, own, least)| share(own) >= *least)
        .map_or("ar", |(tag, ..)| tag)
}

fn by_trigrams(text: &str) -> &'static str {
    let detected = Detector::new().detect(text);
    detected.map_or("und", |info| {
        if info.is_reliable() || info.confidence() > 0.3 {
            tag(info.lang())
        } else {
            "und"
        }
    })
}

/// The shortest BCP 47 tag.
fn tag(language: Lang) -> &'static str {
    match language {
        Lang::Eng => "en",
        Lang::Fra => "fr",
        Lang::Rus => "ru",
        other => other.code(),
    }
}
