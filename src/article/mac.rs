//! The Arabic encoding of old Macs, which no library of encodings for the web has.
//!
//! Its Arabic letters stand where ISO 8859-6 has them; between them are Latin letters, Arabic digits, and a second copy
//! of ASCII's marks for lines from right to left. Source: Apple's table `ARABIC.TXT`.
//! What it gets wrong: its variant for Persian, which differs in the digits.

/// What a reader of the report is told.
pub(super) const NAME: &str = "x-mac-arabic";

/// 0x80 to 0xFF, sixteen a row.
const UPPER: [&str; 8] = [
    "Ä\u{A0}ÇÉÑÖÜáàâäں«çéè",
    "êëí…îïñó»ôö÷úùûü",
    " !\"#$٪&'()*+،-./",
    "٠١٢٣٤٥٦٧٨٩:؛<=>؟",
    "❊ءآأؤإئابةتثجحخد",
    "ذرزسشصضطظعغ[\\]^_",
    "ـفقكلمنهوىي\u{64B}\u{64C}\u{64D}\u{64E}\u{64F}",
    "\u{650}\u{651}\u{652}پٹچەڤگڈڑ{|}ژے",
];

/// The text of these bytes, if nearly all of its letters are Arabic and no word mixes them with others.
pub(super) fn decoded(bytes: &[u8]) -> Option<String> {
    let upper: Vec<char> = UPPER.iter().flat_map(|row| row.chars()).collect();
    let letter = |byte: u8| match byte.checked_sub(0x80) {
        Some(at) => upper[usize::from(at)],
        None => char::from(byte),
    };
    let text: String = bytes.iter().map(|&byte| letter(byte)).collect();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let arabic = text.chars().filter(|&c| is_arabic(c)).count();
    (arabic > 20 && arabic * 10 > letters * 9 && !mixes_scripts(&text)).then_some(text)
}

/// Whether words of Arabic letters have Latin ones in them, as only a wrong decoding makes them.
pub(super) fn mixes_scripts(text: &str) -> bool {
    let words = || text.split(|c: char| !c.is_alphabetic());
    let arabic = words().filter(|word| word.contains(is_arabic)).count();
    let is_latin = |c: char| c.is_alphabetic() && c <= '\u{24F}';
    let mixed = words().filter(|word| word.contains(is_arabic) && word.contains(is_latin));
    mixed.count() * 20 > arabic
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{6D3}') && c.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::{UPPER, decoded, mixes_scripts};

    const TEXT: &str = "أعلن المجلس البلدي، الأحد، إغلاق الجسر «القديم» أمام ١٢ شاحنة؟";

    #[test]
    fn a_text_comes_back_and_other_bytes_are_none() {
        let upper: Vec<char> = UPPER.iter().flat_map(|row| row.chars()).collect();
        assert_eq!(upper.len(), 128);
        let byte = |c: char| {
            let at = upper.iter().position(|&u| u == c);
            at.map_or(c as u8, |at| u8::try_from(at + 0x80).expect("a byte"))
        };
        let bytes: Vec<u8> = TEXT.chars().map(byte).collect();
        let read = decoded(&bytes).expect("Arabic");
        assert_eq!(read.replace('\u{A0}', " "), TEXT);
        assert_eq!(
            decoded(b"The council closed the bridge on Sunday evening."),
            None
        );
        assert!(decoded(&encoding_rs::WINDOWS_1256.encode(TEXT).0).is_none());
        assert!(mixes_scripts("إوâاذ تسظة بحارة") && !mixes_scripts(TEXT));
    }
}
