//! The article in the data that a page keeps for its script (`__NEXT_DATA__` and the like), as JSON.
//!
//! Their shape differs from site to site, so only two things are asked: is there a text of several paragraphs, and does
//! the object that holds it have the page's headline? Where no object has it, a single such text is taken too; where
//! there are several, none.
//! What it gets wrong: data that only a script can unpack.

use super::super::clean::clean;
use super::super::lines::lines;
use super::content::squeezed;
use super::{bare, is_full};
use dom_query::Document;
use serde_json::{Deserializer, Map, Value};

/// So many values are looked at.
const MOST: usize = 200_000;
/// A text has so many full paragraphs at least.
const PARAGRAPHS: usize = 2;
/// Keys of headlines, and of the words of a paragraph.
const TITLES: [&str; 3] = ["headline", "title", "name"];
const WORDS: [&str; 12] = [
    "text",
    "content",
    "html",
    "value",
    "body",
    "paragraph",
    "data",
    "model",
    "children",
    "blocks",
    "attributes",
    "props",
];

type Object = Map<String, Value>;

/// What a page keeps for its script.
pub(super) struct Data(Vec<Value>);

/// A text of several paragraphs, a line each.
struct Found {
    text: String,
    /// Whether its object, or one around it, has the page's headline.
    named: bool,
}

impl Data {
    pub(super) fn of(page: &Document) -> Data {
        let scripts = page.select("script");
        let values = scripts.nodes().iter().filter_map(|script| {
            let kind = script.attr("type");
            let text = script.text();
            let json = match kind.as_deref() {
                Some("application/json") => Some(&*text),
                None | Some("text/javascript") => assigned(&text),
                Some(_) => None,
            };
            Deserializer::from_str(json?).into_iter().next()?.ok()
        });
        Data(values.filter(|value: &Value| holds_text(value)).collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text of the article with this headline.
    pub(super) fn body(&self, title: &str) -> Option<String> {
        let title = squeezed(title);
        let mut found = Vec::new();
        let mut open: Vec<(&Value, bool)> = self.0.iter().map(|value| (value, false)).collect();
        let mut seen = 0;
        while let Some((value, named)) = open.pop().filter(|_| seen < MOST) {
            seen += 1;
            let named = match value {
                Value::Object(object) => is_named(object, &title).unwrap_or(named),
                _ => named,
            };
            if let Some(text) = text(value) {
                found.push(Found { text, named });
            }
            match value {
                Value::Array(values) => open.extend(values.iter().map(|value| (value, named))),
                Value::Object(object) => open.extend(object.values().map(|value| (value, named))),
                _ => {}
            }
        }
        chosen(found)
    }
}

/// The longest one under the headline, else the only one.
fn chosen(found: Vec<Found>) -> Option<String> {
    let (named, mut other): (Vec<Found>, Vec<Found>) = found.into_iter().partition(|f| f.named);
    let longest = named.into_iter().max_by_key(|found| found.text.len());
    other.sort_by_key(|found| std::cmp::Reverse(found.text.len()));
    let only = || {
        let (first, rest) = other.split_first()?;
        let whole = squeezed(&first.text);
        let inside = |found: &Found| whole.contains(&squeezed(&found.text));
        rest.iter().all(inside).then(|| first.text.clone())
    };
    longest.map(|found| found.text).or_else(only)
}

/// `window.__STATE__ = {…}`.
fn assigned(script: &str) -> Option<&str> {
    let (name, value) = script.trim_start().split_once('=')?;
    let is_state = name.starts_with("window.__") && name.len() < 60;
    is_state
        .then(|| value.trim_start())
        .filter(|v| v.starts_with(['{', '[']))
}

/// Whether any words of several paragraphs' length are in it, as opposed to settings.
fn holds_text(value: &Value) -> bool {
    let mut open = vec![value];
    let mut seen = 0;
    while let Some(value) = open.pop().filter(|_| seen < MOST) {
        seen += 1;
        match value {
            Value::String(text) if is_full(&clean(&bare(text))) => return true,
            Value::Array(values) => open.extend(values),
            Value::Object(object) => open.extend(object.values()),
            _ => {}
        }
    }
    false
}

/// Whether an object has the headline; `None` where it has none at all. Those of other articles have another one.
fn is_named(object: &Object, title: &str) -> Option<bool> {
    let titles = TITLES.iter().filter_map(|key| object.get(*key));
    let titles: Vec<String> = titles.map(|value| squeezed(&words(value, 0))).collect();
    let long = |text: &&String| text.chars().count() > 8;
    let mut said = titles.iter().filter(long).peekable();
    said.peek()?;
    Some(
        !title.is_empty() && said.any(|said| title.contains(said.as_str()) || said.contains(title)),
    )
}

/// The paragraphs of a text, or of a list of blocks; `None` where they are too few.
fn text(value: &Value) -> Option<String> {
    // What has a headline of its own is an article, and no block of one.
    let is_block = |v: &&Value| v.as_object().is_none_or(|o| is_named(o, "").is_none());
    let held: Vec<String> = match value {
        Value::String(text) => paragraphs(text),
        Value::Array(values) => {
            let blocks = values.iter().filter(is_block);
            blocks.flat_map(|v| paragraphs(&words(v, 0))).collect()
        }
        _ => return None,
    };
    let full = held.iter().filter(|line| is_full(line)).count();
    (full >= PARAGRAPHS).then(|| held.join("\n"))
}

fn paragraphs(text: &str) -> Vec<String> {
    let text = if text.contains("</") || text.contains("<br") {
        blocks_of(text)
    } else {
        text.to_owned()
    };
    lines(&text)
        .map(clean)
        .filter(|line| !line.is_empty())
        .collect()
}

/// The text of a piece of a page, a block a line.
fn blocks_of(html: &str) -> String {
    let blocks = super::walk::blocks(&Document::from(html));
    let texts: Vec<String> = blocks.into_iter().map(|block| block.text).collect();
    texts.join("\n")
}

/// The deepest block, in objects.
const DEEPEST: usize = 8;

/// The words of one block, however deep they lie in it.
fn words(value: &Value, depth: usize) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(values) if depth < DEEPEST => {
            values.iter().map(|value| words(value, depth + 1)).collect()
        }
        Value::Object(object) if depth < DEEPEST => WORDS
            .iter()
            .filter_map(|key| object.get(*key))
            .map(|value| words(value, depth + 1))
            .collect(),
        _ => String::new(),
    }
}
