//! Which language a text is in: the script first, whatlang for the scripts that many languages share.
//!
//! Trigram models mistake short Arabic for Persian or Urdu and the reverse, while a few letters tell them apart.
//! What it gets wrong: a few words of Latin script; close relatives (Croatian and Serbian, Norwegian and Danish).

use super::table::rows;
use whatlang::{Detector, Lang};

/// Letters that other languages in Arabic script have, and how many in a thousand of a text's letters prove the
/// language. Arabic itself has a few of them in foreign names. Tried in this order: Urdu and Pashto share the Persian
/// letters.
const LETTERS: &str = include_str!("other/letters.tsv");

/// The languages of the sentence encoder, but for Arabic and Thai, which their script gives away.
const NEWS: [Lang; 13] = [
    Lang::Eng,
    Lang::Fra,
    Lang::Rus,
    Lang::Spa,
    Lang::Deu,
    Lang::Tur,
    Lang::Ita,
    Lang::Por,
    Lang::Nld,
    Lang::Pol,
    Lang::Cmn,
    Lang::Jpn,
    Lang::Kor,
];

/// whatlang's confidence from which short news texts were right in trials; it calls a text reliable from far higher.
const SURE: f64 = 0.3;

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
    if has_arabic_articles(text) {
        return "ar";
    }
    let letters = text.chars().filter(|&c| is_arabic(c)).count();
    let share =
        |own: &str| text.chars().filter(|&c| own.contains(c)).count() * 1000 / letters.max(1);
    rows(LETTERS)
        .find(|[_, own, least, _]| least.parse().is_ok_and(|least| share(own) >= least))
        .map_or("ar", |[tag, ..]| tag)
}

/// One word in eight begins with the article ال: in Arabic about one in four does, in the others hardly any.
fn has_arabic_articles(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let definite = text
        .split_whitespace()
        .filter(|word| super::pack("ar").is_definite(word))
        .count();
    definite * 8 >= words
}

/// Among all languages, and if that is unsure, among those of most news: of a short text in Cyrillic letters one may
/// believe that it is Russian.
fn by_trigrams(text: &str) -> &'static str {
    [Detector::new(), Detector::with_allowlist(NEWS.to_vec())]
        .iter()
        .filter_map(|detector| detector.detect(text))
        .find(|info| info.is_reliable() || info.confidence() > SURE)
        .map_or("und", |info| tag(info.lang()))
}

/// BCP 47 tags of two letters where there is one; whatlang's own codes are ISO 639-3.
fn tag(language: Lang) -> &'static str {
    match language {
        Lang::Eng => "en",
        Lang::Fra => "fr",
        Lang::Rus => "ru",
        Lang::Spa => "es",
        Lang::Deu => "de",
        Lang::Tur => "tr",
        Lang::Ita => "it",
        Lang::Por => "pt",
        Lang::Nld => "nl",
        Lang::Pol => "pl",
        Lang::Ukr => "uk",
        Lang::Cmn => "zh",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Heb => "he",
        Lang::Tha => "th",
        Lang::Ell => "el",
        Lang::Hin => "hi",
        Lang::Ben => "bn",
        Lang::Vie => "vi",
        Lang::Ind => "id",
        Lang::Swe => "sv",
        Lang::Dan => "da",
        Lang::Nob => "nb",
        Lang::Fin => "fi",
        Lang::Ces => "cs",
        Lang::Slk => "sk",
        Lang::Hun => "hu",
        Lang::Ron => "ro",
        Lang::Bul => "bg",
        Lang::Srp => "sr",
        Lang::Hrv => "hr",
        Lang::Aze => "az",
        Lang::Uzb => "uz",
        Lang::Kat => "ka",
        Lang::Hye => "hy",
        Lang::Afr => "af",
        Lang::Cat => "ca",
        Lang::Lat => "la",
        Lang::Epo => "eo",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Est => "et",
        Lang::Slv => "sl",
        Lang::Mkd => "mk",
        Lang::Bel => "be",
        Lang::Tam => "ta",
        Lang::Urd => "ur",
        Lang::Pes => "fa",
        Lang::Ara => "ar",
        other => other.code(),
    }
}

#[cfg(test)]
mod tests {
    use super::detect;

    #[test]
    fn languages_of_one_script_are_told_apart() {
        for (text, tag) in [
            (
                "أكد الرئيس الكازاخستاني أن القوات ستنسحب قريبا من البلاد",
                "ar",
            ),
            ("ولوّح رئيس تشيكيا بغلق الحدود مع پراغ", "ar"),
            (
                "رئیس جمهور گفت که نیروها به زودی از کشور خارج می‌شوند و پل‌ها چند روز دیگر باز خواهد شد",
                "fa",
            ),
            (
                "صدر نے کہا ہے کہ فوجی دستے جلد ملک سے نکل جائیں گے اور امن بحال ہو چکا ہے",
                "ur",
            ),
            (
                "د ولسمشر په وینا به ځواکونه ډېر ژر له هېواده ووځي او امنیت ښه شوی دی",
                "ps",
            ),
            (
                "The troops will leave the country soon, the president said on Monday.",
                "en",
            ),
            (
                "Les troupes quitteront bientôt le pays, a déclaré lundi le président.",
                "fr",
            ),
            (
                "Президент заявил, что войска скоро покинут страну, а порядок восстановлен.",
                "ru",
            ),
            (
                "Президент заявив, що війська незабаром залишать країну, а порядок відновлено.",
                "uk",
            ),
            (
                "Las tropas saldrán pronto del país, dijo el lunes el presidente.",
                "es",
            ),
            (
                "Die Truppen werden das Land bald verlassen, sagte der Präsident am Montag.",
                "de",
            ),
            (
                "Cumhurbaşkanı pazartesi günü birliklerin yakında ülkeden ayrılacağını söyledi.",
                "tr",
            ),
            ("总统星期一表示，部队将很快撤离该国，秩序已经恢复。", "zh"),
            ("大統領は月曜日、部隊がまもなく国を離れると述べた。", "ja"),
            (
                "대통령은 월요일 군대가 곧 나라를 떠날 것이라고 말했다.",
                "ko",
            ),
            ("הנשיא אמר ביום שני כי הכוחות יעזבו בקרוב את המדינה.", "he"),
            ("ประธานาธิบดีกล่าวว่ากองทหารจะออกจากประเทศในไม่ช้า", "th"),
            ("1984 – 2030", "und"),
            ("", "und"),
        ] {
            assert_eq!(detect(text), tag, "{text}");
        }
    }
}
