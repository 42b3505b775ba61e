//! What a page says of its article to machines, as JSON-LD in the words of schema.org.
//!
//! The object may stand alone, in a list or in a graph, where the outlet is named by reference. Invalid JSON is
//! common (a comma too many, a raw newline in a string): it is mended where that is simple, else passed over.

use super::super::clean::clean;
use super::super::lines::lines;
use super::meta::Meta;
use dom_query::Document;
use serde_json::{Map, Value};

/// So many objects are looked at; a page that has more means no good.
const MOST: usize = 5_000;

type Object = Map<String, Value>;

/// What the page's scripts say of its article.
pub(super) fn read(page: &Document) -> Meta {
    let mut objects = Vec::new();
    let scripts = page.select("script[type=\"application/ld+json\"]");
    let values: Vec<Value> = scripts
        .nodes()
        .iter()
        .filter_map(|script| parsed(&script.text()))
        .collect();
    let mut open: Vec<&Value> = values.iter().rev().collect();
    while let Some(value) = open.pop().filter(|_| objects.len() < MOST) {
        match value {
            Value::Array(values) => open.extend(values.iter().rev()),
            Value::Object(object) => {
                objects.push(object);
                open.extend(object.get("mainEntity"));
                open.extend(object.get("@graph"));
            }
            _ => {}
        }
    }
    let article = objects.iter().find(|object| is_article(object));
    article.map_or_else(Meta::default, |article| meta(article, &objects))
}

fn parsed(text: &str) -> Option<Value> {
    let text = text
        .trim()
        .trim_start_matches("<!--")
        .trim_end_matches("-->");
    serde_json::from_str(text)
        .or_else(|_| serde_json::from_str(&mended(text)))
        .ok()
}

/// Without commas before what closes, and without raw control characters; an end of a line in a string stays one.
fn mended(text: &str) -> String {
    let mut mended = String::with_capacity(text.len());
    let (mut in_string, mut escaped) = (false, false);
    for c in text.chars() {
        if !in_string && matches!(c, '}' | ']') {
            let end = mended.trim_end_matches([' ', ',']).len();
            mended.truncate(end);
        }
        in_string ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        match c {
            '\n' if in_string => mended.push_str("\\n"),
            c if c.is_control() => mended.push(' '),
            c => mended.push(c),
        }
    }
    mended
}

fn is_article(object: &Object) -> bool {
    let is = |name: &str| {
        let name = name.rsplit('/').next().unwrap_or(name);
        name.ends_with("Article") || matches!(name, "Report" | "BlogPosting" | "LiveBlogPosting")
    };
    match object.get("@type") {
        Some(Value::String(name)) => is(name),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).any(is),
        _ => false,
    }
}

fn meta(article: &Object, all: &[&Object]) -> Meta {
    let text = |key: &str| article.get(key).and_then(Value::as_str).and_then(known);
    let publisher = article
        .get("publisher")
        .or_else(|| article.get("sourceOrganization"));
    Meta {
        title: text("headline").or_else(|| text("name")),
        outlet: publisher.and_then(|publisher| name(publisher, all)),
        author: article.get("author").and_then(|author| name(author, all)),
        published: text("datePublished").or_else(|| text("dateCreated")),
        language: article.get("inLanguage").and_then(|given| name(given, all)),
        body: article.get("articleBody").and_then(body),
        lead: text("description"),
        paid: is_paid(article),
    }
}

/// Whether the article, or a part of it, is not free. The value is `false`, or the word in any spelling.
fn is_paid(article: &Object) -> bool {
    let says_no = |object: &Object| match object.get("isAccessibleForFree") {
        Some(Value::Bool(free)) => !free,
        Some(Value::String(free)) => free.to_ascii_lowercase().ends_with("false"),
        _ => false,
    };
    let parts = match article.get("hasPart") {
        Some(Value::Array(parts)) => parts.as_slice(),
        Some(part) => std::slice::from_ref(part),
        None => &[],
    };
    says_no(article) || parts.iter().filter_map(Value::as_object).any(says_no)
}

/// The text, each paragraph on a line. Some outlets put markup into it.
fn body(value: &Value) -> Option<String> {
    let text = value.as_str()?;
    let text = if text.contains("</p>") || text.contains("<br") {
        super::bare(text)
    } else {
        text.to_owned()
    };
    let lines: Vec<String> = lines(&text)
        .map(clean)
        .filter(|line| !line.is_empty())
        .collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// The name of a person or an organisation, given as a text, an object, a list, or a reference to another object.
fn name(value: &Value, all: &[&Object]) -> Option<String> {
    let of_object = |object: &Object| {
        let given = object.get("name").or_else(|| object.get("alternateName"))?;
        given.as_str().and_then(known)
    };
    match value {
        Value::String(text) => known(text),
        Value::Array(values) => {
            let names: Vec<String> = values
                .iter()
                .take(8)
                .filter_map(|value| match value {
                    Value::Array(_) => None,
                    value => name(value, all),
                })
                .collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        Value::Object(object) => of_object(object).or_else(|| {
            let id = object.get("@id")?;
            let mut named = all.iter().filter(|other| other.get("@id") == Some(id));
            named.find_map(|other| of_object(other))
        }),
        _ => None,
    }
}

fn known(text: &str) -> Option<String> {
    let text = clean(text);
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::read;
    use dom_query::Document;

    fn outlet_and_title(script: &str) -> (Option<String>, Option<String>) {
        let page = format!("<script type=\"application/ld+json\">{script}</script>");
        let meta = read(&Document::from(page));
        (meta.outlet, meta.title)
    }

    #[test]
    fn articles_are_found_alone_in_lists_in_graphs_and_in_bad_json() {
        let wanted = (Some("الأفق".to_owned()), Some("عنوان \"ما\"".to_owned()));
        for script in [
            r#"{"@type":"NewsArticle","headline":"عنوان \"ما\"","publisher":{"name":"الأفق"}}"#,
            r#"[{"@type":"WebPage"},{"@type":["Article","X"],"headline":"عنوان &quot;ما&quot;","publisher":["الأفق"]}]"#,
            r##"{"@graph":[{"@id":"#o","name":"الأفق"},{"@type":"http://schema.org/Report","headline":"عنوان \"ما\"","publisher":{"@id":"#o"}}]}"##,
            "{\"@type\":\"NewsArticle\",\"headline\":\"عنوان\n\\\"ما\\\"\",\"publisher\":{\"name\":\"الأفق\",},}",
        ] {
            assert_eq!(outlet_and_title(script), wanted, "{script}");
        }
        assert_eq!(
            outlet_and_title("{\"@type\":\"Person\",\"name\":\"x\"}"),
            (None, None)
        );
        assert_eq!(outlet_and_title(&"[".repeat(100_000)), (None, None));
    }
}
