//! A text at hand that is a statement by itself, not a report with a headline and a byline.

use super::clean::clean;
use super::{Article, Kind, Paragraph};
use crate::language::detect_statement;

/// A text as an article of one paragraph, whatever it looks like. `language` is its BCP 47 tag; detected where it is
/// not given.
#[must_use]
pub fn single(text: &str, language: Option<&str>) -> Article {
    let text = clean(text);
    Article {
        name: String::new(),
        source: String::new(),
        language: language.map_or_else(|| detect_statement(&text).to_owned(), str::to_owned),
        title: None,
        credit: None,
        published: None,
        sha256: None,
        paragraphs: vec![Paragraph {
            line: None,
            kind: Kind::Body,
            text,
            rule: None,
        }],
        notes: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::single;

    #[test]
    fn a_statement_is_kept_whole_and_clean() {
        let article = single("Share this:\n\n\u{1b}By <b>Sam</b>", Some("en"));
        assert_eq!(article.paragraphs.len(), 1);
        assert_eq!(article.paragraphs[0].text, "Share this: By <b>Sam</b>");
        assert_eq!(article.language, "en");
        assert_eq!(single("قال الرئيس إن القوات ستنسحب", None).language, "ar");
    }
}
