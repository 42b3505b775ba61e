//! What a line of a batch asks for: two articles, each as its text, as a file, or as a web page.

use super::super::args::language;
use super::super::record::given;
use super::Setting;
use crate::{Article, Note, ReadError, mended_json, parse, read};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::path::Path;

/// Two articles to be compared.
pub(super) struct Record {
    /// JSON.
    pub(super) id: String,
    /// The two sides, or what is wrong with the line.
    pub(super) sides: Result<[Side; 2], String>,
}

/// Where an article is, and what is known of it.
#[derive(Deserialize)]
pub(super) struct Side {
    /// `left` or `right`.
    #[serde(skip)]
    which: &'static str,
    /// How many of its characters were halves.
    #[serde(skip)]
    bad: usize,
    text: Option<String>,
    path: Option<String>,
    html: Option<String>,
    name: Option<String>,
    lang: Option<String>,
}

impl Record {
    /// What a line asks for.
    pub(super) fn parse(line: &[u8]) -> Record {
        match given(line) {
            Ok(given) => Record {
                id: given.id().to_owned(),
                sides: Side::new("left", given.left)
                    .and_then(|left| Ok([left, Side::new("right", given.right)?])),
            },
            Err(wrong) => Record {
                id: "null".to_owned(),
                sides: Err(wrong),
            },
        }
    }
}

impl Side {
    fn new(side: &'static str, given: Option<&RawValue>) -> Result<Side, String> {
        let given = given.ok_or_else(|| format!("{side} is missing"))?;
        let (given, bad) = mended_json(given.get());
        let found: Side = serde_json::from_str(&given)
            .map_err(|error| format!("{side} is no article: {error}"))?;
        Ok(Side {
            which: side,
            bad,
            ..found
        })
    }

    /// The article, or what is wrong with it.
    pub(super) fn article(self, setting: &Setting) -> Result<Article, String> {
        let halves = (self.bad > 0).then(|| Note::LossyDecoding {
            source: self.which.to_owned(),
            encoding: "JSON".to_owned(),
            bad: self.bad,
        });
        let mut article = self.read(setting)?;
        article.notes.extend(halves);
        Ok(article)
    }

    fn read(self, setting: &Setting) -> Result<Article, String> {
        let side = self.which;
        let tag = self.lang.as_deref().map(language).transpose();
        let tag = tag.map_err(|wrong| format!("{side}: lang: {wrong}"))?;
        let options = setting.reading(self.name, tag);
        match (self.text, self.path, self.html) {
            (Some(text), None, None) => parse(text.as_bytes(), side, &options).map_err(told),
            (None, Some(path), None) if path == "-" => Err(format!(
                "{side}: standard input cannot be an article of a batch; name a file"
            )),
            (None, Some(path), None) if is_address(&path) => Err(format!(
                "{path}: a batch fetches nothing from the web; save the page and give its file, or its words as \"text\""
            )),
            (None, Some(path), None) => read(Path::new(&path), &options).map_err(told),
            // A piece of a page is not always to be told from text. What is read then are not the record's own bytes.
            (None, None, Some(html)) => {
                let page = format!("<!doctype html>{html}");
                let article = parse(page.as_bytes(), side, &options).map_err(told)?;
                Ok(Article {
                    sha256: None,
                    ..article
                })
            }
            (None, None, None) => Err(format!("{side} has none of text, path and html")),
            _ => Err(format!("{side} has more than one of text, path and html")),
        }
    }
}

/// Records are data: an address among them is no word of the user's to go to the network.
fn is_address(path: &str) -> bool {
    path.split_once("://").is_some_and(|(scheme, _)| {
        let of_net = !scheme.eq_ignore_ascii_case("file");
        of_net && scheme.chars().all(|c| c.is_ascii_alphanumeric())
    })
}

/// What is wrong, and the way out.
#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
pub(super) fn told(error: ReadError) -> String {
    format!("{error}; {}", error.hint())
}

#[cfg(test)]
mod tests {
    use super::{Record, Setting};
    use crate::{Note, Options, View};

    fn setting() -> Setting {
        Setting {
            options: Options::default(),
            view: View::default(),
            boilerplate: Vec::new(),
            ready: crate::cli::reader::Ready::default(),
        }
    }

    fn wrong(line: &str) -> String {
        let record = Record::parse(line.as_bytes());
        assert_eq!(record.id, "7", "{line}");
        let articles = record.sides.and_then(|[left, right]| {
            left.article(&setting())?;
            right.article(&setting())
        });
        articles.expect_err("a fault")
    }

    #[test]
    fn what_is_wrong_with_a_record_is_said() {
        let sound = r#"{"text":"The ferry sank on Sunday."}"#;
        for (left, said) in [
            ("1", "left is no article: invalid type: integer `1`"),
            ("{}", "left has none of text, path and html"),
            (
                r#"{"text":"a","path":"b"}"#,
                "left has more than one of text, path and html",
            ),
            (r#"{"text":" "}"#, "left: empty: there is no text in it"),
            (r#"{"text":"a b","lang":"arabic"}"#, "left: lang: "),
            (
                r#"{"path":"no/such.txt"}"#,
                "no/such.txt: no such file; check the spelling",
            ),
            (r#"{"path":"-"}"#, "left: standard input"),
            (
                r#"{"path":"HTTP://example.org/a"}"#,
                "HTTP://example.org/a: a batch fetches nothing",
            ),
            (r#"{"html":"<script>a</script>"}"#, "left: empty: "),
        ] {
            let found = wrong(&format!(r#"{{"id":7,"left":{left},"right":{sound}}}"#));
            assert!(found.starts_with(said), "{left}: {found}");
        }
        assert_eq!(
            wrong(&format!(r#"{{"id":7,"left":{sound}}}"#)),
            "right is missing"
        );
    }

    #[test]
    fn half_a_character_is_replaced_and_noted() {
        let line =
            r#"{"left":{"text":"The ferry \ud83d\ude00 sank.\ud800"},"right":{"text":"It sank."}}"#;
        let Ok([left, right]) = Record::parse(line.as_bytes()).sides else {
            panic!("well formed");
        };
        let left = left.article(&setting()).expect("an article");
        assert_eq!(left.paragraphs[0].text, "The ferry 😀 sank.\u{FFFD}");
        assert!(matches!(
            &left.notes[..],
            [Note::LossyDecoding { bad: 1, encoding, .. }] if encoding == "JSON"
        ));
        assert!(
            right
                .article(&setting())
                .expect("an article")
                .notes
                .is_empty()
        );
    }

    #[test]
    fn names_and_languages_are_those_of_the_record() {
        let line = r#"{"left":{"text":"The ferry sank.","name":"Mail","lang":"fr"},"right":{"text":"It sank."},"more":0}"#;
        let record = Record::parse(line.as_bytes());
        assert_eq!(record.id, "null");
        let Ok([left, right]) = record.sides else {
            panic!("well formed");
        };
        let left = left.article(&setting()).expect("an article");
        let right = right.article(&setting()).expect("an article");
        assert_eq!((left.name.as_str(), left.language.as_str()), ("Mail", "fr"));
        assert_eq!(
            (right.name.as_str(), right.source.as_str()),
            ("right", "right")
        );
    }
}
