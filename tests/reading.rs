//! What holds for every input: reading never panics, loses no line, and lets nothing invisible through.

use proptest::prelude::*;
use storydiff::article::Article;
use storydiff::{ReadOptions, parse};

fn read(bytes: &[u8]) -> Option<Article> {
    parse(bytes, "a.txt", &ReadOptions::default()).ok()
}

/// Pieces that texts are made of, and that reading has rules about.
fn piece() -> impl Strategy<Value = String> {
    let known = [
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\u{85}",
        "\u{2028}",
        "\u{2029}",
        " ",
        "\u{A0}",
        "\u{202B}",
        "\u{2066}",
        "\u{1B}[31m",
        "\u{200C}",
        "\u{FEFF}",
        "&quot;",
        "&#8235;",
        "&nbsp;",
        "قال الرئيس",
        "اقرأ أيضا: ",
        "مقالات ذات صلة",
        "وكالات – الثورة",
        "By Jane Doe",
        "READ MORE: ",
        "©",
        "2024",
        "10:15",
        ".",
        "..",
        "؟",
        "«",
        "»",
        "\"",
        "(",
        ")",
        "The ferry went down late on Tuesday on the evening run to the mainland port",
        "a",
        "ـ",
        "\u{64B}",
        "中文",
        "Ø§Ù„",
    ];
    prop_oneof![
        3 => prop::sample::select(known.to_vec()).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 1..60).prop_map(|pieces| pieces.concat())
}

/// Without entities and garbled text, whose letters are changed on purpose.
fn plain() -> impl Strategy<Value = String> {
    text().prop_map(|text| text.replace(['&', 'Ø'], ""))
}

/// Lines as the reader numbers them.
fn lines(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['\r', '\n', '\u{85}', '\u{2028}', '\u{2029}']) {
        lines.push(&rest[..at]);
        let end = if rest[at..].starts_with("\r\n") {
            2
        } else {
            rest[at..].chars().next().map_or(1, char::len_utf8)
        };
        rest = &rest[at + end..];
    }
    lines.push(rest);
    lines
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

proptest! {
    #[test]
    fn any_bytes_end_in_an_article_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
    }

    #[test]
    fn damaged_text_ends_in_an_article_or_an_error(text in text(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = text.into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = read(&bytes);
    }

    #[test]
    fn nothing_invisible_comes_through(text in text()) {
        let Some(article) = read(text.as_bytes()) else { return Ok(()) };
        for paragraph in &article.paragraphs {
            let hidden = |c: char| c.is_control() || matches!(c, '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
            prop_assert!(!paragraph.text.contains(hidden), "{:?}", paragraph.text);
            prop_assert!(!paragraph.text.contains("  "), "{:?}", paragraph.text);
            prop_assert_eq!(paragraph.text.trim(), &paragraph.text);
            prop_assert!(!paragraph.text.is_empty());
        }
    }

    #[test]
    fn every_line_is_in_one_paragraph_in_order(text in plain()) {
        let Some(article) = read(text.as_bytes()) else { return Ok(()) };
        let numbers: Vec<usize> = article.paragraphs.iter().filter_map(|p| p.line).collect();
        prop_assert_eq!(numbers.len(), article.paragraphs.len());
        prop_assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", numbers);
        let whole: String = lines(text.trim_start_matches('\u{FEFF}')).iter().map(|line| letters(line)).collect();
        let read: String = article.paragraphs.iter().map(|p| letters(&p.text)).collect();
        prop_assert_eq!(visible(&whole), visible(&read));
    }

    #[test]
    fn a_paragraph_begins_on_its_line(text in plain()) {
        let Some(article) = read(text.as_bytes()) else { return Ok(()) };
        let text = text.trim_start_matches('\u{FEFF}');
        let lines = lines(text);
        for paragraph in &article.paragraphs {
            let line = visible(&letters(lines[paragraph.line.expect("plain text has lines") - 1]));
            prop_assert!(visible(&letters(&paragraph.text)).starts_with(&line), "{line:?} {:?}", paragraph.text);
        }
    }

    #[test]
    fn line_ends_make_no_difference(text in text()) {
        let unix = lines(&text).join("\n");
        let dos = lines(&text).join("\r\n");
        let shown = |text: &str| read(text.as_bytes()).map(|article| article.paragraphs);
        prop_assert_eq!(shown(&unix), shown(&dos));
    }
}

/// Letters of private use and the like are dropped by the reader.
fn visible(text: &str) -> String {
    text.chars()
        .filter(|&c| !matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}'))
        .collect()
}
