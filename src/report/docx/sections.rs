//! Sections that compare item by item, the full text, and how the report was made.

use super::block::{Para, Run};
use super::page::{Cell, Page};
use crate::report::messages::Msg;
use crate::report::outline::about::About;
use crate::report::outline::full::Paragraph;
use crate::report::outline::line::{Line, Slot};
use crate::report::outline::place::{ParagraphNumber, Which};
use crate::report::outline::{Compared, Outline};

impl<'a> Page<'_, 'a> {
    /// The answer.
    pub fn brief(&mut self, outline: &Outline<'a>) {
        self.heading(1, None, &outline.title);
        self.strong(&outline.counts);
        if let Some(filtered) = &outline.filtered {
            self.paragraph(filtered);
        }
        self.outlets(&outline.brief);
    }

    /// Sources.
    pub fn sources(&mut self, outline: &Outline<'a>) {
        self.heading(2, Some("sources"), &self.pair.own(Msg::SourcesTitle));
        self.outlets(&outline.sources);
    }

    /// A table with the outlets' names above it.
    fn outlets(&mut self, rows: &[Compared<'a>]) {
        let [a, b] = Which::BOTH.map(|which| self.pair.outlet(which));
        let rows = rows.iter().map(|row| {
            let [a, b] = row.sides.each_ref().map(|side| self.cell(side));
            vec![self.cell(&row.item), a, b]
        });
        let rows = rows.collect();
        self.table(&[self.pair.own(Msg::ColumnItem), a, b], &[4, 11, 11], rows);
    }

    /// Figures, names, dates.
    pub fn facts(&mut self, outline: &Outline<'a>) {
        self.table_with_notes("facts", Msg::FactsTitle, &outline.facts, Msg::ColumnItem);
    }

    /// Voices.
    pub fn voices(&mut self, outline: &Outline<'a>) {
        let item = Msg::ColumnVoice;
        self.table_with_notes("voices", Msg::VoicesTitle, &outline.voices, item);
    }

    /// Framing.
    pub fn framing(&mut self, outline: &Outline<'a>) {
        let item = Msg::ColumnReferent;
        self.table_with_notes("framing", Msg::FramingTitle, &outline.framing, item);
    }

    /// A section that stands only where there is something to say.
    fn table_with_notes(&mut self, anchor: &str, title: Msg, rows: &[Compared<'a>], item: Msg) {
        if rows.is_empty() {
            return;
        }
        self.heading(2, Some(anchor), &self.pair.own(title));
        let [a, b] = Which::BOTH.map(|which| self.letter(which));
        let heads = [self.pair.own(item), a, b, self.pair.own(Msg::ColumnNote)];
        let cells = rows.iter().map(|row| {
            let lines = [&row.item, &row.sides[0], &row.sides[1], &row.note];
            lines.map(|line| self.cell(line)).into()
        });
        let cells = cells.collect();
        self.table(&heads, &[5, 7, 7, 6], cells);
    }

    /// Full text, side by side.
    pub fn full(&mut self, outline: &Outline<'a>) {
        self.heading(2, Some("full-text"), &self.pair.own(Msg::FullTitle));
        let mut rows = Vec::new();
        for row in &outline.full {
            let mut cells = vec![self.cell(&self.pair.own(row.relation.msg()))];
            for side in &row.sides {
                let mut cell: Cell = side.iter().map(|p| self.full_paragraph(p)).collect();
                if cell.is_empty() {
                    // A cell must hold a paragraph.
                    cell = self.cell(&Vec::new());
                }
                cells.push(cell);
            }
            rows.push(cells);
        }
        let [a, b] = Which::BOTH.map(|which| self.pair.outlet(which));
        let heads = [self.pair.own(Msg::ColumnRelation), a, b];
        self.table(&heads, &[3, 12, 12], rows);
    }

    fn full_paragraph(&mut self, paragraph: &Paragraph<'a>) -> Para {
        let mut para = Self::words(&paragraph.words);
        para.anchor = Some(self.anchor(&paragraph.at.anchor()));
        match paragraph.at.place {
            ParagraphNumber::Title => para.runs.iter_mut().for_each(|run| run.bold = true),
            ParagraphNumber::Body(n) => para.runs.insert(
                0,
                Run {
                    text: Some(format!("{}. ", self.pair.messages.number(n))),
                    target: None,
                    bold: true,
                    marked: false,
                    rtl: paragraph.words.rtl,
                    lang: String::new(),
                },
            ),
        }
        para
    }

    /// About this report.
    pub fn about(&mut self, outline: &Outline<'a>) {
        let Some(about) = &outline.about else {
            return;
        };
        self.heading(2, Some("about"), &self.pair.own(Msg::AboutTitle));
        if Outline::is_whole(self.pair.view) {
            self.how_made(about);
        } else {
            self.paragraph(&self.pair.own(Msg::AboutMore));
        }
        self.doubts(&about.notes);
        self.paragraph(&self.pair.own(Msg::AboutLimits));
    }

    /// By what, with which options, and what was left out.
    fn how_made(&mut self, about: &About<'a>) {
        self.paragraph(&about.made);
        for line in &about.options {
            self.paragraph(line);
        }
        if about.removed.is_empty() {
            self.paragraph(&self.pair.own(Msg::AboutRemovedNone));
        } else {
            let count = vec![("n", Slot::Count(about.removed.len()))];
            self.paragraph(&self.pair.line(Msg::AboutRemoved, count));
            let rows = about.removed.iter().map(|removed| {
                vec![
                    self.cell(&removed.place),
                    self.cell(&removed.rule),
                    vec![Self::words(&removed.words)],
                ]
            });
            let rows = rows.collect();
            let heads = [Msg::ColumnPlace, Msg::ColumnRule, Msg::ColumnWords];
            let heads: [Line<'a>; 3] = heads.map(|head| self.pair.own(head));
            self.table(&heads, &[5, 5, 16], rows);
        }
    }

    /// Doubts, a paragraph each.
    pub fn doubts(&mut self, notes: &[Line<'a>]) {
        for note in notes {
            let slots = vec![("note", Slot::Line(note.clone()))];
            self.paragraph(&self.pair.line(Msg::AboutNote, slots));
        }
    }
}
