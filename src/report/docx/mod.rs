//! The editor's report as a Word file: newsrooms edit in Word.
//!
//! Entry: [`render`]. The outline's sections become [`block::Block`]s ([`page`], [`sections`], [`findings`]), which the
//! templates beside this file write as `WordprocessingML` (ECMA-376); what never changes stands in `package/`. Every
//! paragraph, run and table says its direction: without `w:rtl` on its runs, Word puts the marks of a right-to-left
//! text on the wrong side. Headings are real headings, and links are links within the file.

mod block;
mod findings;
mod package;
mod page;
mod sections;
mod story;

pub(super) use block::clean;

use super::View;
use super::outline::pair::Pair;
use super::outline::{Outline, Section};
use crate::model::Comparison;
use crate::story::StoryTable;
use page::Page;

/// The whole report, the bytes of a `.docx` file.
pub(super) fn render(comparison: &Comparison, view: &View) -> Vec<u8> {
    package::packed(&document(comparison, view))
}

/// The text of the file's main part.
pub(super) fn document(comparison: &Comparison, view: &View) -> String {
    let pair = Pair::new(comparison, view);
    let outline = Outline::of(&pair);
    let mut page = Page::new(&pair);
    for &section in Outline::sections(view) {
        page.section(section, &outline);
    }
    page.finish()
}

impl<'a> Page<'_, 'a> {
    /// One section.
    fn section(&mut self, section: Section, outline: &Outline<'a>) {
        match section {
            Section::Answer => self.brief(outline),
            Section::Doubts => self.doubts(&outline.doubts),
            Section::CheckFirst => self.check_first(outline),
            Section::Full => self.full(outline),
            Section::Framing => self.framing(outline),
            Section::Facts => self.facts(outline),
            Section::Opening => self.opening(outline),
            Section::Shared => self.shared(outline),
            Section::Only => self.only(outline),
            Section::Voices => self.voices(outline),
            Section::Sources => self.sources(outline),
            Section::About => self.about(outline),
        }
    }
}

/// The whole report of a story, the bytes of a `.docx` file.
pub(super) fn render_story(table: &StoryTable, view: &View) -> Vec<u8> {
    package::packed(&story::document(table, view))
}

/// The text of that file's main part.
pub(super) fn story_document(table: &StoryTable, view: &View) -> String {
    story::document(table, view)
}
