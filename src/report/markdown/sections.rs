//! Sections that compare item by item: the answer, sources, figures and names, voices, framing.

use super::page::Page;
use crate::report::messages::Msg;
use crate::report::outline::line::{Line, Piece, Slot};
use crate::report::outline::place::{ParagraphNumber, Which};
use crate::report::outline::{Compared, Outline};

/// The anchor of the full text.
pub(super) const FULL: &str = "full-text";

impl<'a> Page<'_, 'a> {
    /// The answer.
    pub fn brief(&mut self, outline: &Outline<'a>) {
        self.heading(1, None, &outline.title);
        let counts = self.inline.text(&outline.counts);
        self.block(&format!("<strong>{counts}</strong>"));
        if let Some(filtered) = &outline.filtered {
            self.paragraph(filtered);
        }
        self.outlets(&outline.brief);
    }

    /// A table with the outlets' names above it.
    fn outlets(&mut self, rows: &[Compared<'a>]) {
        let heads = [
            self.pair.own(Msg::ColumnItem),
            self.pair.outlet(Which::A),
            self.pair.outlet(Which::B),
        ];
        let rows = cells(rows, |row| vec![&row.item, &row.sides[0], &row.sides[1]]);
        self.lines(&heads, &rows);
    }

    /// Sources.
    pub fn sources(&mut self, outline: &Outline<'a>) {
        self.heading(2, None, &self.pair.own(Msg::SourcesTitle));
        self.outlets(&outline.sources);
        self.hint(outline);
    }

    /// What `A¶8` means, shown on the first paragraph there is.
    fn hint(&mut self, outline: &Outline<'a>) {
        let paragraphs = outline
            .full
            .iter()
            .flat_map(|row| row.sides.iter().flatten());
        let mut numbered = paragraphs.filter_map(|p| match p.at.place {
            ParagraphNumber::Body(n) => Some((p.at, n)),
            ParagraphNumber::Title => None,
        });
        let Some((at, n)) = numbered.next() else {
            return;
        };
        let full = Piece::Jump(FULL.to_owned(), self.pair.messages.say(Msg::FullLink));
        let slots = vec![
            ("ref", Slot::Line(vec![Piece::Ref(at)])),
            ("n", Slot::Count(n)),
            ("side", Slot::Line(self.pair.outlet(at.which))),
            ("full", Slot::Line(vec![full])),
        ];
        self.paragraph(&self.pair.line(Msg::RefHint, slots));
    }

    /// Figures, names, dates.
    pub fn facts(&mut self, outline: &Outline<'a>) {
        self.noted("facts", Msg::FactsTitle, &outline.facts, Msg::ColumnItem);
    }

    /// Voices.
    pub fn voices(&mut self, outline: &Outline<'a>) {
        self.noted(
            "voices",
            Msg::VoicesTitle,
            &outline.voices,
            Msg::ColumnVoice,
        );
    }

    /// A section that stands only where there is something to say.
    fn noted(&mut self, anchor: &str, title: Msg, rows: &[Compared<'a>], item: Msg) {
        if rows.is_empty() {
            return;
        }
        self.heading(2, Some(anchor), &self.pair.own(title));
        let [a, b] = Which::BOTH.map(|which| self.letter(which));
        let heads = [self.pair.own(item), a, b, self.pair.own(Msg::ColumnNote)];
        let rows = cells(rows, |row| {
            vec![&row.item, &row.sides[0], &row.sides[1], &row.note]
        });
        self.lines(&heads, &rows);
    }

    /// Framing.
    pub fn framing(&mut self, outline: &Outline<'a>) {
        if outline.framing.is_empty() {
            return;
        }
        self.heading(2, Some("framing"), &self.pair.own(Msg::FramingTitle));
        let [a, b] = Which::BOTH.map(|which| self.letter(which));
        let heads = [a, b, self.pair.own(Msg::ColumnReferent)];
        let rows = cells(&outline.framing, |row| {
            vec![&row.sides[0], &row.sides[1], &row.item]
        });
        self.lines(&heads, &rows);
    }
}

/// The lines of each row that a table shows.
fn cells<'r, 'a>(
    rows: &'r [Compared<'a>],
    shown: impl Fn(&'r Compared<'a>) -> Vec<&'r Line<'a>>,
) -> Vec<Vec<&'r Line<'a>>> {
    rows.iter().map(shown).collect()
}
