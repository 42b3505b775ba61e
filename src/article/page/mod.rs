//! Web pages, saved or fetched: the report in them, what they say of it, and all the rest, listed.
//!
//! Entry: [`read`]. Nothing that a reader of the page would see is lost: what is no part of the report is in a
//! paragraph of its own, under the rule that took it out. Style sheets and scripts are not run, so a text that only
//! they show is not there.

mod apart;
mod content;
mod data;
mod date;
mod guard;
mod hints;
mod jsonld;
mod meta;
mod sort;
mod walk;

use super::kinds::kinds;
use super::line::ends_with_stop;
use super::own::Own;
use super::paragraphs::paragraphs;
use super::{Kind, Paragraph};
use content::{Content, squeezed};
pub(super) use date::{day, of_address as day_of_address};
use dom_query::Document;
pub(super) use meta::Meta;
use sort::Head;

/// What a page holds.
pub(super) struct Page {
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) meta: Meta,
    pub(super) doubts: Vec<Doubt>,
    /// It loads scripts, which may put more text on it.
    pub(super) scripted: bool,
}

/// What may be wrong with what was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doubt {
    /// No main text was found: all of the page was read.
    Whole,
    /// The page says that its text is not free: what was read may be a teaser.
    Teaser,
    /// Paragraphs below those of the article are hidden, and were not read.
    Hidden,
    /// The page keeps texts as data for a script, and shows one paragraph at most.
    Undrawn,
}

/// The page in `html`.
pub(super) fn read(html: &str, own: &Own) -> Page {
    if !guard::is_bounded(html) {
        return Page {
            paragraphs: kinds(paragraphs(bare(html).lines()), own),
            meta: Meta::default(),
            doubts: vec![Doubt::Whole],
            scripted: false,
        };
    }
    let page = Document::from(html);
    let mut blocks = walk::blocks(&page);
    let mut meta = meta::read(&page);
    let window = meta::window_title(&page);
    let (title, at, beside) = meta::headline(&blocks, &meta, window.as_deref());
    let mut hides = false;
    if let Some(title) = at {
        for holder in apart::set_apart(&mut blocks, title) {
            if let Some(node) = page.tree.get(&holder) {
                node.remove_from_parent();
            }
        }
        hides = apart::open_rest(&mut blocks, title);
    }
    let data = data::Data::of(&page);
    let scripted = !data.is_empty() || page.select("script[src]").exists();
    let content = Content::of(page, meta.body.as_deref());
    let head = Head {
        title: title.as_deref(),
        at,
        author: meta.author.as_deref(),
        outlet: meta.outlet.as_deref().or(beside.as_deref()),
    };
    let mut paragraphs = sort::paragraphs(&blocks, content.as_ref(), &head, own);
    let told = title.as_deref().or(window.as_deref()).unwrap_or_default();
    let kept = meta.body.take().or_else(|| data.body(told));
    let kept = kept.filter(|body| !shows_text(&paragraphs) || is_more(body, &paragraphs));
    if let Some(body) = &kept {
        paragraphs = sort::given(title.as_deref(), body, paragraphs, own);
    }
    let doubts = [
        (Doubt::Whole, content.is_none() && kept.is_none()),
        (Doubt::Teaser, meta.paid),
        (Doubt::Hidden, hides && kept.is_none()),
        (
            Doubt::Undrawn,
            !data.is_empty() && shown(&paragraphs).nth(1).is_none(),
        ),
    ];
    meta.outlet = meta.outlet.or(beside);
    meta.title = title;
    if meta.published.is_none() {
        meta.published = day_near(&blocks, at, meta.language.as_deref());
    }
    Page {
        doubts: doubts
            .into_iter()
            .filter_map(|(doubt, holds)| holds.then_some(doubt))
            .collect(),
        scripted,
        paragraphs,
        meta,
    }
}

/// Whether a text that the page keeps for machines has all the paragraphs that it shows, and half as much again.
fn is_more(body: &str, shown_text: &[Paragraph]) -> bool {
    let body = squeezed(body);
    let shown = shown(shown_text).filter(|p| p.rule.is_none());
    let shown: Vec<String> = shown.map(|p| squeezed(&p.text)).collect();
    let length: usize = shown.iter().map(String::len).sum();
    body.len() * 2 > length * 3 && shown.iter().all(|text| body.contains(text))
}

/// From so many characters on, a line with a full stop is a paragraph, in any script.
const FULL: usize = 60;

/// Whether any paragraph of a report is on the page.
fn shows_text(paragraphs: &[Paragraph]) -> bool {
    shown(paragraphs).next().is_some()
}

/// The full paragraphs of the report on the page.
fn shown(paragraphs: &[Paragraph]) -> impl Iterator<Item = &Paragraph> {
    let full = |p: &&Paragraph| p.kind == Kind::Body && is_full(&p.text);
    paragraphs.iter().filter(full)
}

fn is_full(text: &str) -> bool {
    text.chars().count() >= FULL && ends_with_stop(text)
}

/// How far from the headline its day stands, in blocks.
const NEAR: usize = 8;
/// The longest line that is a date and little more, in words.
const LINE: usize = 14;

/// The day that stands near the headline: right below it, else right above.
fn day_near(
    blocks: &[walk::Block],
    title: Option<usize>,
    language: Option<&str>,
) -> Option<String> {
    let title = title?;
    let below = title + 1..blocks.len().min(title + NEAR);
    let above = title.saturating_sub(3)..title;
    let is_line = |n: &usize| blocks[*n].text.split(' ').count() <= LINE;
    let shown = |n: usize| date::shown(&blocks[n].text, language.unwrap_or_default());
    below.chain(above.rev()).filter(is_line).find_map(shown)
}

/// The text of a page without its tags, each on a line of its own. For pages that no parser should be given.
pub(super) fn bare(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            text.push('<');
            continue;
        }
        text.push('\n');
        let silent = ["script", "style"].into_iter().find(|name| {
            let head = rest.get(..name.len());
            head.is_some_and(|head| head.eq_ignore_ascii_case(name))
        });
        let end = match silent {
            Some("script") => find_ignoring_case(rest, "</script"),
            Some(_) => find_ignoring_case(rest, "</style"),
            None => Some(0),
        };
        let behind = end.and_then(|end| rest.get(end..)).unwrap_or_default();
        rest = behind.split_once('>').map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    text
}

fn find_ignoring_case(text: &str, tag: &str) -> Option<usize> {
    let at = |at: &usize| {
        text.get(*at..at + tag.len())
            .is_some_and(|t| t.eq_ignore_ascii_case(tag))
    };
    text.match_indices('<').map(|(at, _)| at).find(at)
}

#[cfg(test)]
mod tests;
