//! The Arabic encoding of old Macs, which no library of encodings for the web has.
//!
//! Its Arabic letters stand where ISO 8859-6 has them; between them are Latin letters, Arabic digits, and a second copy
//! of ASCII's marks for lines from right to left. Source: Apple's table `ARABIC.TXT`.
//! What it gets wrong: its variant for Persian, which differs in the digits.

/// What a reader of the report is told.
pub(super) const NAME: &str = "x-mac-arabic";

/// 0x80 to 0xFF.
const UPPER: [u16; 128] = [
    0x00C4, 0x00A0, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x06BA,
    0x00AB, 0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x2026, 0x00EE, 0x00EF, 0x00F1, 0x00F3,
    0x00BB, 0x00F4, 0x00F6, 0x00F7, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x0020, 0x0021, 0x0022, 0x0023,
    0x0024, 0x066A, 0x0026, 0x0027, 0x0028, 0x0029, 0x002A, 0x002B, 0x060C, 0x002D, 0x002E, 0x002F,
    0x0660, 0x0661, 0x0662, 0x0663, 0x0664, 0x0665, 0x0666, 0x0667, 0x0668, 0x0669, 0x003A, 0x061B,
    0x003C, 0x003D, 0x003E, 0x061F, 0x274A, 0x0621, 0x0622, 0x0623, 0x0624, 0x0625, 0x0626, 0x0627,
    0x0628, 0x0629, 0x062A, 0x062B, 0x062C, 0x062D, 0x062E, 0x062F, 0x0630, 0x0631, 0x0632, 0x0633,
    0x0634, 0x0635, 0x0636, 0x0637, 0x0638, 0x0639, 0x063A, 0x005B, 0x005C, 0x005D, 0x005E, 0x005F,
    0x0640, 0x0641, 0x0642, 0x0643, 0x0644, 0x0645, 0x0646, 0x0647, 0x0648, 0x0649, 0x064A, 0x064B,
    0x064C, 0x064D, 0x064E, 0x064F, 0x0650, 0x0651, 0x0652, 0x067E, 0x0679, 0x0686, 0x06D5, 0x06A4,
    0x06AF, 0x0688, 0x0691, 0x007B, 0x007C, 0x007D, 0x0698, 0x06D2,
];

/// The text of these bytes, if nearly all of its letters are Arabic and no word mixes them with others.
pub(super) fn decoded(bytes: &[u8]) -> Option<String> {
    let upper = |at: u8| char::from_u32(u32::from(UPPER[usize::from(at)]));
    let letter = |byte: u8| match byte.checked_sub(0x80) {
        Some(at) => upper(at).unwrap_or(char::REPLACEMENT_CHARACTER),
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
        let byte = |c: char| {
            let at = UPPER.iter().position(|&u| u32::from(u) == c as u32);
            at.map_or(c as u8, |at| u8::try_from(at + 0x80).expect("a byte"))
        };
        let bytes: Vec<u8> = TEXT.chars().map(byte).collect();
        let read = decoded(&bytes).expect("Arabic");
        assert_eq!(read.replace('\u{A0}', " "), TEXT);
        assert_eq!(
            decoded(b"The council closed the bridge on Sunday evening."),
            None
        );
        assert!(mixes_scripts("إوâاذ تسظة بحارة") && !mixes_scripts(TEXT));
    }
}
