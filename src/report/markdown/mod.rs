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

pub(super) use escape::escape;

use super::View;
use super::outline::pair::Pair;
use super::outline::{Outline, Section};
use crate::model::Comparison;
use page::Page;

/// The whole report.
pub(super) fn render(comparison: &Comparison, view: &View) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Mark, MarkKind, Verdict};
    use crate::report::Ui;
    use crate::report::outline::sample::{comparison, link};

    fn in_english(only: Vec<Verdict>) -> String {
        let mut conflict = link(Verdict::Conflict, Some(0), Some(0));
        let mark = |claim| Mark {
            claim,
            span: 0..4,
            kind: MarkKind::Value,
        };
        conflict.marks[0].push(mark(0));
        let found = comparison(2, 2, [conflict, link(Verdict::OnlyRight, None, Some(1))]);
        let view = View {
            only,
            full: true,
            ..View::default()
        };
        render(&found, &view)
    }

    #[test]
    fn a_conflict_is_shown_with_its_marks_and_links_to_its_paragraphs() {
        let text = in_english(Vec::new());
        assert!(
            text.contains(
                "### <a name=\"conflict-1\"></a>Conflict 1: <strong>left</strong> claim 0"
            )
        );
        assert!(text.contains("| [A¶1](#a1) · own voice | <strong>left</strong> claim 0 |"));
        assert!(text.contains("## <a name=\"only-b\"></a>Only in B (Right) (1): not found in A"));
        assert!(text.contains("| A | <a name=\"a2\"></a><strong>2.</strong> left claim 1 |  |"));
    }

    #[test]
    fn verdicts_that_are_not_asked_for_are_not_listed() {
        let text = in_english(vec![Verdict::OnlyRight]);
        assert!(!text.contains("Conflict 1:") && !text.contains("name=\"only-a\""));
        assert!(text.contains("Only these verdicts are listed below: only in B."));
    }

    #[test]
    fn a_right_to_left_report_gives_its_cells_a_direction() {
        let found = comparison(1, 1, []);
        let view = View {
            ui: Ui::Ar,
            ..View::default()
        };
        let text = render(&found, &view);
        assert!(text.starts_with("# مقارنة: "));
        assert!(text.contains("| ---: | :--- | :--- |"));
        assert!(text.contains("| <span dir=\"rtl\">أ</span> | <a name=\"a1\"></a>"));
    }
}
