//! An article from what its input holds, what the user knows of it, and what can be guessed.

use super::fetch;
use super::held::Held;
use super::page;
use super::{Article, Kind, Paragraph, ReadOptions};
use crate::language::{detect, detect_statement};
use std::path::Path;

/// What the user says beats what the input says of itself, and that beats what can be guessed. Only the language is
/// told by the text first: the templates of many sites name a wrong one.
pub(super) fn article(source: &str, options: &ReadOptions, held: Held) -> Article {
    let Held {
        paragraphs,
        meta,
        notes,
    } = held;
    let language = options.language.clone();
    let declared = meta.language.as_deref().map(primary);
    let language = language.unwrap_or_else(|| language_of(&paragraphs, declared));
    Article {
        name: options
            .name
            .clone()
            .or(meta.outlet)
            .unwrap_or_else(|| stem(source)),
        source: source.to_owned(),
        language,
        title: first(&paragraphs, Kind::Title).or(meta.title),
        credit: credit(&paragraphs).or(meta.author),
        published: meta
            .published
            .or_else(|| fetch::scheme(source).and_then(|_| page::day_of_address(source))),
        sha256: None,
        paragraphs,
        notes,
    }
}

/// The language of a tag, without its region: `ar` of `ar_EG`.
fn primary(tag: &str) -> String {
    let language = tag.split(['-', '_']).next().unwrap_or(tag);
    language.to_ascii_lowercase()
}

/// The file's name without its ending, or the address's host.
fn stem(source: &str) -> String {
    if source == "-" {
        return "standard input".to_owned();
    }
    if let Some(host) = fetch::scheme(source).and_then(|_| fetch::host(source)) {
        return host.to_owned();
    }
    Path::new(source).file_stem().map_or_else(
        || source.to_owned(),
        |stem| stem.to_string_lossy().into_owned(),
    )
}

fn first(paragraphs: &[Paragraph], kind: Kind) -> Option<String> {
    paragraphs
        .iter()
        .find(|paragraph| paragraph.kind == kind)
        .map(|paragraph| paragraph.text.clone())
}

/// The first credit that is not the time of a single entry, as live blogs have one above each.
fn credit(paragraphs: &[Paragraph]) -> Option<String> {
    let is_time = |p: &Paragraph| {
        p.kind == Kind::Credit && matches!(p.rule.as_deref(), Some("date" | "published"))
    };
    let heads_report = |pair: &&[Paragraph]| is_time(&pair[0]) && pair[1].kind.is_report();
    let of_entries = paragraphs.windows(2).filter(heads_report).count() > 1;
    paragraphs
        .iter()
        .find(|p| p.kind == Kind::Credit && !(of_entries && is_time(p)))
        .map(|p| p.text.clone())
}

/// The language of the report; what is around it may be in another. `declared` is asked where letters do not tell,
/// and words only where nothing else does: they know fewer languages.
fn language_of(paragraphs: &[Paragraph], declared: Option<String>) -> String {
    let report = |paragraph: &&Paragraph| paragraph.kind.is_report();
    let text: Vec<&str> = paragraphs
        .iter()
        .filter(report)
        .map(|p| p.text.as_str())
        .collect();
    let text = text.join("\n");
    match (detect(&text), declared) {
        ("und", Some(declared)) => declared,
        ("und", None) => detect_statement(&text).to_owned(),
        (detected, _) => detected.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{ReadOptions, stem};
    use crate::article::{Kind, Note, parse};

    #[test]
    fn an_article_knows_its_headline_credit_language_and_doubts() {
        let text = "عنوان: من يدفع الفاتورة؟\nالدوحة – الملعب الرقمي\nقال الوزير إن الدولة ستدفع الفاتورة كلها قبل نهاية العام الجاري بلا تأخير.\n";
        let bytes = encoding_rs::WINDOWS_1256.encode(text).0;
        let article = parse(&bytes, "desk/a.b.txt", &ReadOptions::default()).expect("text");
        assert_eq!(article.name, "a.b");
        assert_eq!(article.language, "ar");
        assert_eq!(article.title.as_deref(), Some("عنوان: من يدفع الفاتورة؟"));
        assert_eq!(article.credit.as_deref(), Some("الدوحة – الملعب الرقمي"));
        assert_eq!(article.paragraphs[2].kind, Kind::Body);
        assert!(matches!(&article.notes[..], [Note::GuessedEncoding { .. }]));
    }

    #[test]
    fn times_of_entries_are_no_credit_and_a_date_is() {
        let entry =
            "The council met on Tuesday night to vote on the hall, and all of its members came.";
        for (times, wanted) in [
            (["21:40", "21:10"], None),
            (["12 May 2024, 9.40pm", "12 May 2024, 9.10pm"], None),
            (["12 May 2024", ""], Some("12 May 2024")),
        ] {
            let text = times.map(|time| format!("{time}\n\n{entry}")).join("\n\n");
            let text = format!("Council votes on hall\n\n{text}\n");
            let article = parse(text.as_bytes(), "a.txt", &ReadOptions::default()).expect("text");
            assert_eq!(article.credit.as_deref(), wanted, "{text}");
        }
    }

    #[test]
    fn a_few_sentences_tell_their_language() {
        for (text, wanted) in [
            (
                "Lorn's parliament passed the budget on Monday. Unions protested.",
                "en",
            ),
            (
                "Le parlement de Lorn a voté le budget lundi. Les syndicats protestent.",
                "fr",
            ),
        ] {
            let article = parse(text.as_bytes(), "a.txt", &ReadOptions::default()).expect("text");
            assert_eq!(article.language, wanted, "{text}");
        }
    }

    #[test]
    fn an_article_is_named_after_its_file_or_its_host() {
        for (source, name) in [
            ("a/left.txt", "left"),
            ("-", "standard input"),
            ("قال.txt", "قال"),
            ("https://www.example.org/a/b.html", "example.org"),
        ] {
            assert_eq!(stem(source), name);
        }
    }
}
