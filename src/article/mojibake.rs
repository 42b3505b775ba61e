//! Text that was decoded wrongly before it reached us: `Ø§Ù„` for `ال` (UTF-8 taken for windows-1252), `ط§ظ„` (UTF-8
//! taken for windows-1256), `ÇáÊ` for `الت` (windows-1256 taken for windows-1252).
//!
//! Saved from broken pages, it is valid UTF-8 all the same. The way back: turn the letters into the bytes they came
//! from, and decode those again. It is believed only if the result is flawless, or nearly so; no language has accented
//! letters in the places where UTF-8 needs them.

use super::decode::{detect, is_accented_latin};
use encoding_rs::{
    Encoding, KOI8_R, UTF_8, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1254, WINDOWS_1256,
};
use std::collections::HashMap;

/// The encodings that UTF-8 is taken for, the commonest first. That of old Macs is not among them: quotation marks
/// before accented letters look like UTF-8 in it.
const TAKEN_FOR: [&Encoding; 6] = [
    WINDOWS_1252,
    WINDOWS_1256,
    WINDOWS_1251,
    WINDOWS_1250,
    WINDOWS_1254,
    KOI8_R,
];

/// The text as it was meant and the encoding it was in, if `text` is garbled in a way that can be undone.
pub(super) fn repair(text: &str) -> Option<(String, &'static Encoding)> {
    if text.is_ascii() {
        return None;
    }
    let mut ways = TAKEN_FOR.iter();
    ways.find_map(|encoding| as_utf8(&bytes_of(text, encoding)?))
        .map(|text| (text, UTF_8))
        .or_else(|| as_legacy(text, &bytes_of(text, WINDOWS_1252)?))
}

/// The bytes that an encoding, or Latin-1 in its place, turned into these letters; `None` if another letter stands
/// among them.
fn bytes_of(text: &str, encoding: &'static Encoding) -> Option<Vec<u8>> {
    let upper: HashMap<char, u8> = (0x80..=0xFF)
        .filter_map(|byte| {
            let bytes = [byte];
            let (letter, damaged) = encoding.decode_without_bom_handling(&bytes);
            let letter = letter.chars().next().filter(|_| !damaged)?;
            Some((letter, byte))
        })
        .collect();
    text.chars()
        .map(|c| match u8::try_from(c) {
            Ok(byte) if byte.is_ascii() || c.is_control() => Some(byte),
            _ => upper.get(&c).copied(),
        })
        .collect()
}

/// Some bytes may have been lost on the way: NBSP became a space, a soft hyphen vanished.
fn as_utf8(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(bytes);
    let bad = text.chars().filter(|&c| c == '\u{FFFD}').count();
    let multibyte = text.chars().filter(|c| !c.is_ascii()).count() - bad;
    (multibyte >= 2 && multibyte >= bad * 20).then(|| text.into_owned())
}

/// Nearly all letters are accented, and under the detector's encoding all of them belong to another script.
fn as_legacy(text: &str, bytes: &[u8]) -> Option<(String, &'static Encoding)> {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let accented = text.chars().filter(|&c| is_accented_latin(c)).count();
    if accented < 10 || accented * 2 < letters {
        return None;
    }
    let encoding = detect(bytes);
    let (meant, damaged) = encoding.decode_without_bom_handling(bytes);
    let foreign = meant
        .chars()
        .filter(|c| c.is_alphabetic() && *c > '\u{24F}')
        .count();
    (!damaged && foreign >= accented * 9 / 10).then(|| (meant.into_owned(), encoding))
}

#[cfg(test)]
mod tests {
    use super::{TAKEN_FOR, repair};
    use encoding_rs::{Encoding, UTF_8, WINDOWS_1251, WINDOWS_1252, WINDOWS_1256};

    const ARABIC: &str =
        "أكد الرئيس الكازاخستاني أن القوات ستنسحب قريبا من البلاد، وأن النظام استعيد.";

    fn garbled(text: &str, encoding: &'static Encoding) -> String {
        let bytes = encoding.encode(text).0;
        WINDOWS_1252
            .decode_without_bom_handling(&bytes)
            .0
            .into_owned()
    }

    #[test]
    fn text_that_was_decoded_wrongly_is_restored() {
        let russian = "Президент заявил, что войска скоро покинут страну, а порядок восстановлен.";
        for (text, encoding) in [
            (ARABIC, UTF_8),
            (ARABIC, WINDOWS_1256),
            (russian, WINDOWS_1251),
            ("Le président a été réélu à Besançon, dit-on.", UTF_8),
        ] {
            assert_eq!(
                repair(&garbled(text, encoding)),
                Some((text.to_owned(), encoding))
            );
        }
    }

    #[test]
    fn utf_8_that_was_taken_for_any_encoding_of_one_byte_is_restored() {
        let persian = "رئیس جمهور گفت که نیروها به زودی از کشور خارج می\u{200C}شوند.";
        let russian = "Президент заявил, что войска «скоро» покинут страну – через неделю.";
        for encoding in TAKEN_FOR {
            for text in [ARABIC, persian, russian, "Łódź: wójt wyjechał, żona też."] {
                let garbled = encoding.decode_without_bom_handling(text.as_bytes()).0;
                assert_eq!(
                    repair(&garbled),
                    Some((text.to_owned(), UTF_8)),
                    "{} {text}",
                    encoding.name()
                );
            }
        }
    }

    #[test]
    fn latin_1_instead_of_windows_1252_is_undone_too() {
        let garbled: String = ARABIC.bytes().map(char::from).collect();
        assert_eq!(repair(&garbled), Some((ARABIC.to_owned(), UTF_8)));
    }

    #[test]
    fn right_text_is_left_alone() {
        for text in [
            ARABIC,
            "Le président a été réélu à Besançon.",
            "São Paulo – “não”, disse.",
            "ÇA VA ÊTRE ÉTÉ",
            "رئیس جمهور گفت: «پل‌ها چند روز دیگر باز خواهد شد»، پس گ و چ.",
            "Президент сказал: «Ёлка» – её ёж.",
            "İstanbul’da “şiddetli” yağış, Ğ ve ı.",
            "Łódź – “źle”, powiedział wójt.",
            "plain",
            "Ã©",
        ] {
            assert_eq!(repair(text), None, "{text}");
        }
    }
}
