//! Which blocks of a page are its main text, by a port of Mozilla's Readability.
//!
//! `dom_smoothie` was compared with legible and trafilatura-rs on the pages of `fixtures/pages/`
//! (docs/decisions.md): the two ports of Readability lose and keep nearly the same. Its answer is a tree of its own,
//! with elements renamed and moved, so the blocks of both trees are matched by their letters.

use super::walk::{Block, blocks};
use dom_query::Document;
use dom_smoothie::{Config, Readability};
use std::collections::HashSet;

/// Pages with more elements are not tried: nothing that is an article comes near.
const MOST_ELEMENTS: usize = 60_000;
/// A main text of fewer letters is none.
const FEWEST_LETTERS: usize = 80;
/// From so many letters on, a block may be a part of a longer one.
const A_PART: usize = 40;

/// The main text, as letters without spaces.
pub(super) struct Content {
    blocks: HashSet<String>,
    whole: String,
}

impl Content {
    /// `None` where no main text was found. `body` is the text of the article as the page's metadata give it.
    pub(super) fn of(page: Document, body: Option<&str>) -> Option<Content> {
        let found = extracted(page).unwrap_or_default();
        let blocks: HashSet<String> = found.iter().map(|block| squeezed(&block.text)).collect();
        let mut whole: String = found.iter().map(|block| squeezed(&block.text)).collect();
        whole.push('\n');
        whole.push_str(&squeezed(body.unwrap_or_default()));
        (whole.chars().count() > FEWEST_LETTERS).then_some(Content { blocks, whole })
    }

    pub(super) fn has(&self, text: &str) -> bool {
        let text = squeezed(text);
        self.blocks.contains(&text) || text.chars().count() >= A_PART && self.whole.contains(&text)
    }
}

fn extracted(page: Document) -> Option<Vec<Block>> {
    let config = Config {
        max_elements_to_parse: MOST_ELEMENTS,
        disable_json_ld: true,
        ..Config::default()
    };
    let mut reader = Readability::with_document(page, None, Some(config)).ok()?;
    let article = reader.parse().ok()?;
    Some(blocks(&Document::from(article.content)))
}

/// Letters and digits alone: spaces and marks are set anew on the way.
pub(super) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
