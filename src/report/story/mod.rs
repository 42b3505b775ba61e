//! A story of many outlets: claims by outlets, for editors and for programs.
//!
//! Entry: [`render`].

mod json;
mod page;

use super::markdown::escape;
use super::messages::{Msg, Ui};
use crate::story::StoryTable;
use askama::Template;
use page::Page;

/// The formats of such a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoryFormat {
    /// GitHub-flavoured markdown.
    Markdown,
    /// One HTML file.
    Html,
    /// For programs.
    Json,
}

/// The whole table, ready to be written out; it ends with a newline. `ui` is the language of the report's own words;
/// JSON is always in English.
#[must_use]
pub fn render(table: &StoryTable, format: StoryFormat, ui: Ui) -> String {
    let text = match format {
        StoryFormat::Json => return json::render(table),
        StoryFormat::Markdown => Markdown {
            page: &Page::of(table, ui),
        }
        .render(),
        StoryFormat::Html => Html {
            page: &Page::of(table, ui),
        }
        .render(),
    };
    // Writing to a string cannot fail.
    text.unwrap_or_default() + "\n"
}

#[derive(Template)]
#[template(path = "story.md", escape = "none")]
struct Markdown<'p, 'a> {
    page: &'p Page<'a>,
}

#[derive(Template)]
#[template(path = "story.html")]
struct Html<'p, 'a> {
    page: &'p Page<'a>,
}

/// An article's words in a cell, which has no direction of its own on GitHub.
fn directed(words: &page::Words<'_>) -> String {
    format!("<span dir=\"{}\">{}</span>", words.dir, escape(words.text))
}
