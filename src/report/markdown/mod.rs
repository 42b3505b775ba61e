//! The editor's report as markdown for GitHub, GitLab and pandoc.
//!
//! Entry: [`render`]. What the three share is used, and nothing else: tables with alignment, `<span dir>` in cells,
//! `<a name>` for anchors (GitHub prefixes `id` and `name` alike and its links still find them; GitLab keeps `name` on
//! `<a>` and drops `id`), `<strong>` and `<mark>`. Every block starts with a strong character of the report's language,
//! from which GitHub and GitLab take its direction.

mod closing;
mod escape;
mod findings;
mod inline;
mod page;
mod sections;
mod table;

use super::View;
use super::outline::Outline;
use super::outline::pair::Pair;
use crate::compare::Comparison;
use page::Page;

/// The whole report.
pub(super) fn render(comparison: &Comparison, view: &View) -> String {
    let pair = Pair::new(comparison, view);
    let outline = Outline::of(&pair);
    let mut page = Page::new(&pair);
    page.glance(&outline);
    page.sources(&outline);
    page.check_first(&outline);
    page.opening(&outline);
    page.shared(&outline);
    page.only(&outline);
    page.facts(&outline);
    page.voices(&outline);
    page.framing(&outline);
    page.full(&outline);
    page.about(&outline);
    page.finish()
}
