//! What holds for every input: reading never panics, loses no line, and lets nothing invisible through.

use proptest::prelude::*;
use std::time::{Duration, Instant};
use storydiff::article::{Article, Kind, Note};
use storydiff::{Encoding, Options, ReadError, ReadOptions, compare, parse};

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

fn markup() -> impl Strategy<Value = String> {
    let known = [
        "<div class=related>",
        "</div>",
        "<p>",
        "</p>",
        "<br>",
        "<h1>",
        "</h1>",
        "<li><a href=x>",
        "</a>",
        "<table><td>",
        "</table>",
        "<b><i>",
        "</b>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<svg><p>",
        "<template>",
        "<figure><img><figcaption>",
        "<blockquote>",
        "<meta charset=x>",
        "<title>",
        "&nbsp;",
        "&#0;",
        "<a",
        "<input hidden>",
        "<frameset>",
        "<p style='display:none'>",
        "<nav>",
        "<x-y>",
    ];
    prop_oneof![
        3 => prop::sample::select(known.to_vec()).prop_map(str::to_owned),
        2 => piece(),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 1..60).prop_map(|pieces| pieces.concat())
}

/// Without entities, garbled text and letters as they are drawn, which are changed on purpose.
fn plain() -> impl Strategy<Value = String> {
    let is_changed = |c| matches!(c, '&' | 'Ø' | '\u{FB50}'..='\u{FEFC}');
    text().prop_map(move |text| text.replace(is_changed, ""))
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
    fn pages_of_any_pieces_end_in_an_article_without_anything_that_acts(pieces in prop::collection::vec(markup(), 1..40)) {
        let page = format!("<!doctype html>{}", pieces.concat());
        let Ok(article) = parse(page.as_bytes(), "a", &ReadOptions::default()) else { return Ok(()) };
        for paragraph in &article.paragraphs {
            prop_assert!(!paragraph.text.is_empty());
            prop_assert!(!paragraph.text.contains(char::is_control), "{:?}", paragraph.text);
        }
    }

    #[test]
    fn every_word_of_a_page_is_in_a_paragraph(texts in prop::collection::vec("[a-z]{3,9}( [a-z]{3,9}){0,14}[.]?", 1..12), tags in prop::collection::vec(prop::sample::select(vec!["p", "div", "li", "nav", "aside", "h2", "td", "blockquote", "a", "figcaption", "span"]), 12)) {
        let blocks = texts.iter().zip(&tags).map(|(text, tag)| format!("<{tag}>{text}</{tag}> "));
        let page = format!("<html><body><h1>headline</h1>{}", blocks.collect::<String>());
        let article = parse(page.as_bytes(), "a", &ReadOptions::default()).expect("text");
        let read: String = article.paragraphs.iter().map(|p| p.text.clone() + " ").collect();
        for word in texts.iter().flat_map(|text| text.split([' ', '.'])) {
            prop_assert!(read.contains(word), "{word} of {page}: {read}");
        }
    }

    #[test]
    fn containers_of_any_text_end_in_an_article_or_an_error(text in text()) {
        for name in ["a.md", "a.json"] {
            let _ = parse(text.as_bytes(), name, &ReadOptions::default());
        }
        let json = serde_json::json!({"title": "headline", "text": text}).to_string();
        let read = parse(json.as_bytes(), "-", &ReadOptions::default());
        prop_assert!(text.trim().is_empty() || read.is_ok(), "{:?}", read);
    }

    #[test]
    fn damaged_text_ends_in_an_article_or_an_error(text in text(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = text.into_bytes();
        bytes.push(b'\n'); // a text may be empty, and there is a byte to damage all the same
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

fn parsed(bytes: &[u8], name: &str) -> Result<Article, ReadError> {
    parse(bytes, name, &ReadOptions::default())
}

/// Far more than any of these should take on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// Runs it, and fails where it took too long.
fn in_time<T>(what: &str, run: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = run();
    assert!(start.elapsed() < PATIENCE, "{what}: {:?}", start.elapsed());
    result
}

#[test]
fn hostile_texts_end_in_time() {
    let long = vec![b'a'; 50 << 20];
    let error =
        in_time("a line of 50 MB", || parsed(&long, "a.txt").map(|_| ())).expect_err("too large");
    assert_eq!(error.to_string(), "a.txt: larger than 10 MB");
    let line = "قال الوزير إن الأمر انتهى ثم ".repeat(40_000);
    let article = in_time("a line of 2 MB", || parsed(line.as_bytes(), "a.txt")).expect("text");
    assert_eq!(article.paragraphs.len(), 1);
    let words: Vec<String> = (0..30_000).map(|n| format!("w{n}")).collect();
    for book in ["He said so.\n".repeat(9_000), words.join(" ")] {
        let error = in_time("a book", || parsed(book.as_bytes(), "a.txt").map(|_| ()))
            .expect_err("too long");
        assert_eq!(
            error.to_string(),
            "a.txt: longer than any article: over 8000 sentences or 20000 different words"
        );
        assert!(error.hint().contains("cut the one article out"));
    }
    let error = parsed(&b"words \0\0\0\0\0\0 and words\0\0".repeat(50), "a").expect_err("no text");
    assert_eq!(error.to_string(), "a: not text but binary data");
    let some = format!(
        "The minister\0 said so. {}",
        "The minister said no more. ".repeat(9)
    );
    assert!(
        !parsed(some.as_bytes(), "a").expect("text").paragraphs[0]
            .text
            .contains('\0')
    );
    let marks = "\"".repeat(100_000);
    let marked = format!("He said {marks} and went on to say \"yes\" to all of them.");
    let article = in_time("100,000 marks", || parsed(marked.as_bytes(), "a")).expect("text");
    let options = Options {
        encoder: Encoding::None,
        ..Options::default()
    };
    let compared = in_time("comparing them", || compare(&article, &article, &options));
    assert!(!compared.findings.is_empty());
}

#[test]
fn hostile_pages_end_in_time() {
    let deep = "<div><p>".repeat(200_000);
    let page = format!("<html><body>{deep}words of a page that is nested too deep");
    let article = in_time("nested pages", || parsed(page.as_bytes(), "a")).expect("text");
    assert!(matches!(&article.notes[..], [Note::WholePage { .. }]));
    let marks: Vec<String> = (0..2_000).map(|n| format!("<b id={n}>")).collect();
    let page = format!("<html><body>{}{}", marks.concat(), "<p>words".repeat(7_000));
    in_time("open marks", || parsed(page.as_bytes(), "a")).expect("text");
    let flat = format!(
        "<html><body>{}",
        "<p>The minister said so. <a href=x>Read</a>".repeat(3_000)
    );
    in_time("many paragraphs", || parsed(flat.as_bytes(), "a")).expect("text");
    let quotes = "<blockquote class=quote>The minister said so</blockquote><p>words".repeat(3_000);
    let quotes = format!("<html><body>{quotes}");
    in_time("many quotations", || parsed(quotes.as_bytes(), "a")).expect("text");
    let json = format!(
        "<html><script type='application/ld+json'>{}</script><p>words",
        "[".repeat(500_000)
    );
    in_time("nested JSON-LD", || parsed(json.as_bytes(), "a")).expect("text");
}

#[test]
fn hostile_containers_end_in_time() {
    let nested = format!("{{\"text\":{}", "[".repeat(1_000_000));
    let error =
        in_time("nested JSON", || parsed(nested.as_bytes(), "a.json")).expect_err("too deep");
    assert!(
        error
            .to_string()
            .starts_with("a.json: no article in JSON: recursion limit")
    );
    let half = br#"{"text":"The minister said \ud800 so."}"#;
    let article = parsed(half, "a.json").expect("text");
    assert!(matches!(
        &article.notes[..],
        [Note::LossyDecoding { bad: 1, .. }]
    ));
    let bomb = include_bytes!("../fixtures/bomb.docx");
    let error = in_time("a zip bomb", || parsed(bomb, "a.docx")).expect_err("too large");
    assert_eq!(
        error.to_string(),
        "a.docx: unpacks to more than an article can be"
    );
    let torn = parsed(include_bytes!("../fixtures/torn.docx"), "a.docx").expect_err("torn");
    assert_eq!(torn.to_string(), "a.docx: a Word document that is damaged");
    assert!(torn.hint().contains("save it anew"));
    let mails = format!(
        "{}\nwords",
        "Content-Type: message/rfc822\n\n".repeat(200_000)
    );
    let error = in_time("nested mails", || parsed(mails.as_bytes(), "a.eml")).expect_err("none");
    assert!(
        error.to_string().contains("a mail without a text"),
        "{error}"
    );
    let deep = format!("{}words", "> ".repeat(50_000));
    in_time("nested markdown", || parsed(deep.as_bytes(), "a.md")).expect("text");
}

#[test]
fn a_word_document_is_read() {
    let article = parsed(include_bytes!("../fixtures/letter.docx"), "a.docx").expect("text");
    let read: Vec<(Kind, &str)> = article
        .paragraphs
        .iter()
        .map(|p| (p.kind, p.text.as_str()))
        .collect();
    assert_eq!(
        read,
        [
            (Kind::Title, "إضراب في الميناء"),
            (Kind::Credit, "سناء الماجري"),
            (
                Kind::Body,
                "تواصل إضراب عمال الشحن في الميناء لليوم الرابع على التوالي، ما تسبب في بقاء تسع سفن راسية."
            ),
            (
                Kind::Body,
                "وقال الكاتب العام: «لن نعود إلى العمل بوعود شفوية»."
            ),
            (Kind::Body, "السفن"),
            (Kind::Boilerplate, "9"),
        ]
    );
    assert_eq!(article.language, "ar");
}

/// A page as browsers save it in one file, its bytes in quoted-printable.
fn saved(page: &str) -> String {
    let quoted: String = page
        .bytes()
        .map(|b| match b {
            b'\n' | b' '..=b'<' | b'>'..=b'~' => char::from(b).to_string(),
            b => format!("={b:02X}"),
        })
        .collect();
    let head = "From: <Saved by Blink>\r\nSubject: a page\r\nDate: Wed, 8 May 2024 12:00:00 +0000\r\nMIME-Version: 1.0\r\n";
    let frame = "Content-Type: text/html\r\n\r\n<p>Buy our cement now, it is the best on the whole coast, and it floats.</p>";
    format!(
        "{head}Content-Type: multipart/related;\r\n\tboundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\n\
         Content-Transfer-Encoding: quoted-printable\r\n\r\n{quoted}\r\n--x\r\n{frame}\r\n--x--\r\n"
    )
}

#[test]
fn a_page_that_was_saved_as_one_file_is_the_page() {
    let page = include_str!("../../fixtures/pages/ar-01.html");
    let plain = parsed(page.as_bytes(), "a.html").expect("a page");
    for name in ["a.mhtml", "a.html", "-"] {
        let article = parsed(saved(page).as_bytes(), name).expect("a page");
        assert_eq!(article.paragraphs, plain.paragraphs, "{name}");
        assert_eq!(article.published, plain.published);
        assert_eq!(article.name, plain.name);
    }
}

#[test]
fn a_mail_without_a_text_is_refused() {
    let mail = "Subject: a\nMIME-Version: 1.0\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n";
    let error = parsed(mail.as_bytes(), "a.eml").expect_err("a picture");
    assert_eq!(
        error.to_string(),
        "a.eml: not text but a mail without a text that can be read"
    );
}

#[test]
fn a_text_that_was_decoded_wrongly_twice_comes_back() {
    let text = "أعلن المجلس البلدي إغلاق الجسر القديم أمام الشاحنات حتى نهاية الشهر.";
    let latin_1 = |text: &str| -> String { text.bytes().map(char::from).collect() };
    for garbled in [latin_1(text), latin_1(&latin_1(text))] {
        let article = parsed(garbled.as_bytes(), "a.txt").expect("Arabic");
        assert_eq!(article.paragraphs[0].text, text);
        assert!(matches!(&article.notes[..], [Note::Repaired { .. }]));
    }
}
