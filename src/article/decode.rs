//! From bytes to text: byte order mark, UTF-16 without one, strict UTF-8, nearly UTF-8, what the server or the page
//! says, and only then the detector.
//!
//! The order matters. chardetng calls Arabic UTF-8 with one bad byte windows-1252, and UTF-16 without a mark UTF-8, so
//! it is asked last, and its answer must look like language. So must what was declared: servers name an encoding
//! whatever they send. Doubts go into the article's notes.
//! What it gets wrong: two or three words in a legacy encoding are too little for any detector.

use super::page::bare;
use super::{Note, ReadError, mac, mojibake, sniff};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// A text and the doubts about it.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) notes: Vec<Note>,
}

/// The text in `bytes`, or why there is none. `path` is for messages only, `declared` the encoding that a server named.
pub(super) fn decode(
    bytes: &[u8],
    path: &str,
    declared: Option<&str>,
) -> Result<Decoded, ReadError> {
    let not_text = |kind| ReadError::NotText {
        path: path.to_owned(),
        kind,
    };
    if let Some(kind) = sniff::document(bytes) {
        return Err(not_text(kind));
    }
    let decoded = if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        marked(&bytes[mark..], encoding, path)
    } else if let Some(encoding) = utf16_without_mark(bytes) {
        lossy(bytes, encoding, path)
    } else if let Some(text) = utf8(bytes, path) {
        text
    } else if let Some(text) = said(bytes, declared) {
        text
    } else {
        guessed(bytes, path)?
    };
    // What was decoded wrongly once may be full of control characters, and what was so twice is undone twice.
    let decoded = repaired(repaired(decoded, path), path);
    if mostly_controls(&decoded.text) {
        return Err(not_text("binary data"));
    }
    Ok(decoded)
}

fn marked(bytes: &[u8], encoding: &'static Encoding, path: &str) -> Decoded {
    if encoding == UTF_8 {
        lossy_utf8(bytes, path)
    } else {
        lossy(bytes, encoding, path)
    }
}

/// With fewer low bytes than this nothing is called UTF-16.
const FEWEST_LOW: usize = 4;

/// UTF-16 is told by its high bytes: 00 for Latin and punctuation, 04 for Cyrillic, 06 for Arabic. In other text bytes
/// that low hardly occur. All must stand in even places, or all in odd ones. Arabic UTF-16 can be valid UTF-8 by chance,
/// but then nearly every second byte is low; a stray control character in UTF-8 is one of many.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let mut low = [0_usize; 2];
    for (at, &byte) in bytes.iter().enumerate() {
        low[at % 2] += usize::from(byte <= 8);
    }
    let [even, odd] = low;
    let share = if std::str::from_utf8(bytes).is_ok() {
        3
    } else {
        10
    };
    if (even + odd) * share < bytes.len() || even + odd < FEWEST_LOW {
        return None;
    }
    if odd > even * 10 {
        Some(UTF_16LE)
    } else if even > odd * 10 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Strict UTF-8, or UTF-8 that was damaged here and there. Text of another encoding is never taken for it: that has
/// hardly any valid sequence of several bytes.
fn utf8(bytes: &[u8], path: &str) -> Option<Decoded> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(Decoded {
            text: text.to_owned(),
            notes: Vec::new(),
        });
    }
    let bad = bad_bytes(bytes);
    let multibyte = bytes
        .utf8_chunks()
        .flat_map(|chunk| chunk.valid().chars())
        .filter(|c| !c.is_ascii())
        .count();
    let few = bad * 100 < bytes.len() && multibyte > bad;
    (few || multibyte >= bad * 10).then(|| lossy_utf8(bytes, path))
}

fn bad_bytes(bytes: &[u8]) -> usize {
    bytes.utf8_chunks().map(|chunk| chunk.invalid().len()).sum()
}

fn lossy_utf8(bytes: &[u8], path: &str) -> Decoded {
    Decoded {
        text: String::from_utf8_lossy(bytes).into_owned(),
        notes: doubt(bad_bytes(bytes), UTF_8, path),
    }
}

fn lossy(bytes: &[u8], encoding: &'static Encoding, path: &str) -> Decoded {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    let bad = if damaged { replaced(&text) } else { 0 };
    Decoded {
        notes: doubt(bad, encoding, path),
        text: text.into_owned(),
    }
}

fn doubt(bad: usize, encoding: &'static Encoding, path: &str) -> Vec<Note> {
    let note = (bad > 0).then(|| Note::LossyDecoding {
        source: path.to_owned(),
        encoding: encoding.name().to_owned(),
        bad,
    });
    note.into_iter().collect()
}

fn replaced(text: &str) -> usize {
    text.chars().filter(|&c| c == '\u{FFFD}').count()
}

/// The text in the encoding that the server or the page names, if it then looks like language.
fn said(bytes: &[u8], declared: Option<&str>) -> Option<Decoded> {
    let labels = [declared.map(str::to_owned), in_markup(bytes)];
    let mut encodings = labels
        .iter()
        .flatten()
        .filter_map(|label| Encoding::for_label(label.trim().as_bytes()))
        // They would have been recognised.
        .filter(|encoding| ![UTF_8, UTF_16LE, UTF_16BE].contains(encoding));
    encodings.find_map(|encoding| {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        let holds = !mostly_controls(&text) && looks_like_language(&prose(&text));
        holds.then(|| Decoded {
            text: text.into_owned(),
            notes: Vec::new(),
        })
    })
}

/// How far into a page its encoding is looked for.
const HEAD: usize = 4096;

/// What `<meta charset>`, its older form, or an XML declaration says.
fn in_markup(bytes: &[u8]) -> Option<String> {
    let head: String = bytes.iter().take(HEAD).map(|&b| char::from(b)).collect();
    let head = head.to_ascii_lowercase();
    let tag = ["<meta", "<?xml"]
        .into_iter()
        .flat_map(|tag| head.match_indices(tag));
    let mut named = tag.filter_map(|(at, _)| {
        let tag = head[at..].split('>').next()?;
        let (_, value) = tag
            .split_once("charset=")
            .or_else(|| tag.split_once("encoding="))?;
        let value = value.trim_start_matches(['"', '\'', ' ']);
        let end = value.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':'));
        Some(value[..end.unwrap_or(value.len())].to_owned())
    });
    named.find(|label| !label.is_empty())
}

/// What of a text is for readers: markup says nothing of a language.
fn prose(text: &str) -> Cow<'_, str> {
    if sniff::is_html(text) {
        Cow::Owned(bare(text))
    } else {
        Cow::Borrowed(text)
    }
}

/// The detector's answer, if the text then looks like language.
fn guessed(bytes: &[u8], path: &str) -> Result<Decoded, ReadError> {
    let encoding = detect(bytes);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let note = |encoding: &str| Note::GuessedEncoding {
        source: path.to_owned(),
        encoding: encoding.to_owned(),
    };
    let is_mixed = mac::mixes_scripts(&text);
    if (is_mixed || text.contains(is_high_control))
        && let Some(text) = mac::decoded(bytes)
    {
        return Ok(Decoded {
            text,
            notes: vec![note(mac::NAME)],
        });
    }
    if mostly_controls(&text) {
        return Err(ReadError::NotText {
            path: path.to_owned(),
            kind: "binary data",
        });
    }
    if is_mixed || !looks_like_language(&prose(&text)) {
        return Err(ReadError::UnknownEncoding {
            path: path.to_owned(),
        });
    }
    Ok(Decoded {
        text: text.into_owned(),
        notes: vec![note(encoding.name())],
    })
}

/// Control characters of which no text has one: what another encoding has letters for.
fn is_high_control(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9F}') && c != '\u{85}'
}

/// What chardetng takes the bytes for.
pub(super) fn detect(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Most of what can be seen is letters, hardly anything is undecodable, and accented Latin letters are not the rule:
/// no language has that (Vietnamese comes nearest, with about a third), but every wrong decoding does.
fn looks_like_language(text: &str) -> bool {
    let seen = text.chars().filter(|c| !c.is_whitespace()).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let accented = text.chars().filter(|&c| is_accented_latin(c)).count();
    letters * 2 >= seen
        && accented * 5 < letters * 2
        && replaced(text) * 50 <= seen
        && !is_odd_chinese(text)
}

/// The twenty commonest characters make up more than a tenth of any Chinese text; bytes that are none have hardly any.
fn is_odd_chinese(text: &str) -> bool {
    const COMMON: &str = "的一是不了在人有中大国國为為这這上年和他";
    let count = |test: fn(char) -> bool| text.chars().filter(|&c| test(c)).count();
    let (han, kana) = (
        count(|c| matches!(c, '\u{3400}'..='\u{9FFF}')),
        count(|c| matches!(c, '\u{3041}'..='\u{30FF}')),
    );
    han > 20 && kana == 0 && count(|c| COMMON.contains(c)) * 50 < han
}

/// Letters of Latin-1 Supplement and Latin Extended A and B.
pub(super) fn is_accented_latin(c: char) -> bool {
    matches!(c, '\u{C0}'..='\u{24F}')
}

/// More than one visible character in twenty is a control character: no text, even with a terminal's colours in it.
/// White space does not count, so that the same text is judged alike whatever ends its lines.
fn mostly_controls(text: &str) -> bool {
    let is_space = |c: char| c.is_whitespace() || matches!(c, '\u{B}' | '\u{C}' | '\u{85}');
    let visible = text.chars().filter(|&c| !is_space(c)).count();
    let controls = text
        .chars()
        .filter(|&c| c.is_control() && !is_space(c))
        .count();
    controls * 20 > visible
}

fn repaired(decoded: Decoded, path: &str) -> Decoded {
    let Some((text, encoding)) = mojibake::repair(&decoded.text) else {
        return decoded;
    };
    let note = Note::Repaired {
        source: path.to_owned(),
        encoding: encoding.name().to_owned(),
    };
    Decoded {
        text,
        notes: vec![note],
    }
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::article::{Note, ReadError};
    use encoding_rs::{ISO_8859_6, WINDOWS_1251, WINDOWS_1252, WINDOWS_1256};

    const ARABIC: &str =
        "أكد الرئيس الكازاخستاني أن القوات ستنسحب قريبا من البلاد، وأن النظام استعيد في المدن.\n";
    const RUSSIAN: &str =
        "Президент Казахстана заявил, что войска скоро покинут страну, а порядок восстановлен.\n";

    fn text(bytes: &[u8]) -> (String, Vec<Note>) {
        let decoded = decode(bytes, "a.txt", None).expect("text");
        (decoded.text, decoded.notes)
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn utf8_with_and_without_a_mark_is_taken_as_it_is() {
        assert_eq!(text(ARABIC.as_bytes()), (ARABIC.to_owned(), vec![]));
        let marked = [b"\xEF\xBB\xBF", ARABIC.as_bytes()].concat();
        assert_eq!(text(&marked), (ARABIC.to_owned(), vec![]));
    }

    #[test]
    fn utf16_is_read_with_and_without_a_mark() {
        for article in [ARABIC, RUSSIAN, "The troops will leave soon, he said.\n"] {
            let (little, big) = (
                utf16(article, u16::to_le_bytes),
                utf16(article, u16::to_be_bytes),
            );
            for bytes in [
                little.clone(),
                big.clone(),
                [&b"\xFF\xFE"[..], &little].concat(),
                [&b"\xFE\xFF"[..], &big].concat(),
            ] {
                assert_eq!(text(&bytes), (article.to_owned(), vec![]));
            }
        }
    }

    #[test]
    fn a_damaged_byte_does_not_cost_the_rest() {
        let mut bytes = ARABIC.repeat(3).into_bytes();
        bytes[41] = b'\xFF';
        let (text, notes) = text(&bytes);
        assert!(text.contains("ستنسحب قريبا"), "{text}");
        assert!(
            matches!(&notes[..], [Note::LossyDecoding { encoding, bad: 1..=3, .. }] if encoding == "UTF-8"),
            "{notes:?}"
        );
    }

    #[test]
    fn legacy_encodings_are_guessed_and_noted() {
        for (article, encoding) in [
            (ARABIC, WINDOWS_1256),
            (ARABIC, ISO_8859_6),
            (RUSSIAN, WINDOWS_1251),
            (
                "The “grid” failed – again. Café owners in São Paulo said so.\n",
                WINDOWS_1252,
            ),
        ] {
            let bytes = encoding.encode(article).0;
            let (text, notes) = text(&bytes);
            assert_eq!(text, article);
            assert!(
                matches!(&notes[..], [Note::GuessedEncoding { .. }]),
                "{notes:?}"
            );
        }
    }

    #[test]
    fn what_is_declared_is_believed_if_it_makes_language() {
        let page = format!("<html><head><meta charset='windows-1256'></head><p>{ARABIC}</p>");
        let bytes = WINDOWS_1256.encode(&page).0;
        assert_eq!(text(&bytes), (page.clone(), vec![]));
        let lied = page.replace("windows-1256", "iso-8859-1");
        let bytes = WINDOWS_1256.encode(&lied).0;
        let (read, notes) = text(&bytes);
        assert_eq!(read, lied);
        assert!(
            matches!(&notes[..], [Note::GuessedEncoding { .. }]),
            "{notes:?}"
        );
        let short = WINDOWS_1256.encode("قال نعم").0;
        let decoded = decode(&short, "a.txt", Some("windows-1256")).expect("text");
        assert_eq!((decoded.text.as_str(), decoded.notes), ("قال نعم", vec![]));
        let utf8 = decode(ARABIC.as_bytes(), "a.txt", Some("windows-1252")).expect("text");
        assert_eq!(utf8.text, ARABIC);
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        let noise: Vec<u8> = (0..4000_u32)
            .map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()[2])
            .collect();
        for bytes in [
            &noise[..],
            b"\0\x01\x02\0\x07\0\x03\x01 some words in between \0\x01\0\x02",
        ] {
            let error = decode(bytes, "a.bin", None).expect_err("no text");
            assert!(
                matches!(
                    error,
                    ReadError::NotText {
                        kind: "binary data",
                        ..
                    }
                ),
                "{error}"
            );
        }
    }

    #[test]
    fn a_wrong_decoding_is_refused_rather_than_shown() {
        let bytes: Vec<u8> = (0..300_u32).map(|n| 0xC0 + (n * 7 % 60) as u8).collect();
        let error = decode(&bytes, "a.txt", None)
            .map(|d| d.text)
            .expect_err("no language");
        assert!(
            matches!(error, ReadError::UnknownEncoding { .. }),
            "{error}"
        );
    }
}
