//! A story of many outlets: claims by outlets, for editors and for programs.
//!
//! Entry: [`render`].

pub(super) mod brief;
mod json;
pub(super) mod page;
pub(super) mod stance;

use super::markdown::escape;
use super::messages::Msg;
use super::{Format, View, table};
use crate::story::StoryTable;
use askama::Template;
use page::Page;

/// The whole report of a story, ready to be written out; it ends with a newline. It shows all claims, whatever
/// [`View::only`] says: verdicts are for two.
///
/// ```
/// use storydiff::{Format, View, render_story};
///
/// # use storydiff::{Options, ReadOptions, parse, tell};
/// # let report = |dead: &str| {
/// #     let text = format!("Ferry sinks off the northern coast\n\nThe ferry sank on Sunday night near the harbour wall, and {dead} passengers were killed.\n");
/// #     parse(text.as_bytes(), "report", &ReadOptions::default())
/// # };
/// let story = tell(&[report("16")?, report("16")?, report("19")?], &Options::default());
/// let table = render_story(&story, Format::Table, &View::default());
/// assert!(table.contains("16 against 19"));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[must_use]
pub fn render(story: &StoryTable, format: Format, view: &View) -> String {
    let text = match format {
        Format::Table => return table::story::render(story, view),
        Format::Json => return json::render(story),
        Format::Markdown => Markdown {
            page: &Page::of(story, view.ui),
            brief: view.brief,
        }
        .render(),
        Format::Html => Html {
            page: &Page::of(story, view.ui),
            brief: view.brief,
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
    brief: bool,
}

#[derive(Template)]
#[template(path = "story.html")]
struct Html<'p, 'a> {
    page: &'p Page<'a>,
    brief: bool,
}

/// An article's words in a cell, which has no direction of its own on GitHub.
fn directed(words: &page::Words<'_>) -> String {
    format!("<span dir=\"{}\">{}</span>", words.dir, escape(words.text))
}
