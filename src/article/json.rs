//! Articles as the extractors trafilatura and newspaper4k write them: an object with `text` and what is known of it.

use super::ReadError;
use super::given::{Given, Role};
use super::lines::lines;
use super::page::day;
use serde_json::{Map, Value};

/// The article in a text that is JSON; nothing in one that is not.
///
/// # Errors
/// When it is JSON, or is named so, but no article.
pub(super) fn read(text: &str, source: &str) -> Result<Option<Given>, ReadError> {
    let named = source.to_ascii_lowercase().ends_with(".json");
    let text = text.trim();
    if !(named || text.starts_with('{') && text.ends_with('}')) {
        return Ok(None);
    }
    let (mended, bad) = mended(text);
    let wrong = |what: String| ReadError::Json {
        path: source.to_owned(),
        what,
    };
    match serde_json::from_str(&mended) {
        Ok(Value::Object(object)) => match given(&object, bad) {
            Some(given) => Ok(Some(given)),
            None => Err(wrong("there is no `text` in it".to_owned())),
        },
        Ok(_) => Err(wrong("it is not one object".to_owned())),
        Err(cause) if named => Err(wrong(cause.to_string())),
        Err(_) => Ok(None),
    }
}

/// What the keys of both programs mean.
fn given(object: &Map<String, Value>, bad: usize) -> Option<Given> {
    let text = |keys: &[&str]| {
        let found = |key: &&str| object.get(*key).and_then(Value::as_str);
        let mut texts = keys.iter().filter_map(found).map(str::trim);
        texts.find(|text| !text.is_empty()).map(str::to_owned)
    };
    let body = text(&["text", "raw_text", "maintext"])?;
    let mut given = Given {
        bad,
        ..Given::default()
    };
    given.meta.title = text(&["title"]);
    given.meta.author = text(&["author"]).or_else(|| list(object.get("authors")));
    given.meta.outlet = text(&["sitename", "source-hostname", "meta_site_name", "hostname"]);
    given.meta.language = text(&["language", "meta_lang", "lang"]);
    let published = text(&["date", "publish_date", "date_publish", "filedate"]);
    given.meta.published = published.and_then(|given| day(&given));
    let title = given.meta.title.clone();
    let begins = |line: &str| {
        title
            .as_deref()
            .is_some_and(|title| line.trim() == title.trim())
    };
    if let Some(title) = title
        .as_deref()
        .filter(|_| !body.lines().next().is_some_and(begins))
    {
        given.push(None, title, Role::Title);
    }
    for (number, line) in lines(&body).enumerate() {
        let is_title = number == 0 && begins(line);
        given.push(None, line, if is_title { Role::Title } else { Role::Text });
    }
    for line in text(&["comments"])
        .iter()
        .flat_map(|comments| comments.lines())
    {
        given.push(None, line, Role::Out("comments"));
    }
    Some(given)
}

fn list(value: Option<&Value>) -> Option<String> {
    let names: Vec<&str> = value?
        .as_array()?
        .iter()
        .filter_map(Value::as_str)
        .collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// JSON in which escapes of half a character, as Python writes them, have become U+FFFD; how many there were.
pub fn mended(text: &str) -> (String, usize) {
    let mut mended = String::with_capacity(text.len());
    let (mut rest, mut bad) = (text, 0);
    while let Some(at) = rest.find('\\') {
        mended.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = match (unit(rest), unit(rest.get(6..).unwrap_or_default())) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 12,
            (Some(0xD800..=0xDFFF), _) => {
                mended.push('\u{FFFD}');
                bad += 1;
                rest = &rest[6..];
                continue;
            }
            (Some(_), _) => 6,
            (None, _) => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
        };
        mended.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    mended.push_str(rest);
    (mended, bad)
}

/// The number of an escape such as `\u0645` at the beginning of a text.
fn unit(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    u32::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::article::Kind;
    use crate::article::own::Own;

    fn error(text: &str) -> String {
        let error = read(text, "a.json").expect_err("no article");
        assert!(!error.hint().is_empty());
        error.to_string()
    }

    #[test]
    fn what_trafilatura_and_newspaper_write_is_read() {
        for text in [
            r#"{"title":"إضراب في الميناء","author":"سناء","hostname":"rasif.example","date":"2024-05-21","sitename":"الرصيف","text":"قال العمال إنهم مضربون.\nوقالت الإدارة لا.","comments":"أحسنتم","language":"ar"}"#,
            r#"{"url":"http://x","title":"إضراب في الميناء","authors":["سناء"],"publish_date":"2024-05-21 00:00:00","meta_site_name":"الرصيف","text":"إضراب في الميناء\n\nقال العمال إنهم مضربون.\n\nوقالت الإدارة لا.","keywords":[]}"#,
        ] {
            let given = read(text, "-").expect("JSON").expect("an article");
            assert_eq!(given.meta.outlet.as_deref(), Some("الرصيف"));
            assert_eq!(given.meta.author.as_deref(), Some("سناء"));
            assert_eq!(given.meta.published.as_deref(), Some("2024-05-21"));
            let paragraphs = given.paragraphs(&Own::new(&[]));
            assert_eq!(paragraphs[0].kind, Kind::Title);
            assert_eq!(paragraphs[0].text, "إضراب في الميناء");
            assert_eq!(paragraphs[2].text, "وقالت الإدارة لا.");
            assert_eq!(paragraphs[2].kind, Kind::Body);
        }
    }

    #[test]
    fn half_characters_are_replaced_and_counted() {
        let text = r#"{"text":"a\ud83d\ude00b\ud800c\udc00\\ud800 \u0645"}"#;
        let given = read(text, "-").expect("JSON").expect("an article");
        assert_eq!(given.bad, 2);
        assert_eq!(given.pieces[0].text, "a😀b\u{FFFD}c\u{FFFD}\\ud800 م");
    }

    #[test]
    fn other_json_is_refused_and_other_text_is_left_alone() {
        assert_eq!(
            error("{\"a\":1}"),
            "a.json: no article in JSON: there is no `text` in it"
        );
        assert_eq!(
            error("[1]"),
            "a.json: no article in JSON: it is not one object"
        );
        assert!(error("{\"text\":").starts_with("a.json: no article in JSON: EOF"));
        assert!(error(&"[".repeat(100_000)).contains("recursion limit"));
        assert!(read("{curly} words {here}", "-").expect("text").is_none());
        assert!(read("words", "-").expect("text").is_none());
    }
}
