//! The last sections: the full text of both, and how the report was made.

use super::inline::{directed, marked};
use super::page::Page;
use super::sections::FULL;
use super::table::Column;
use crate::report::messages::Msg;
use crate::report::outline::Outline;
use crate::report::outline::about::{About, Removed};
use crate::report::outline::full::{Paragraph, Relation};
use crate::report::outline::line::{Line, Piece, Slot};
use crate::report::outline::place::{ParagraphNumber, Which};

impl<'a> Page<'_, 'a> {
    /// Full text, side by side.
    pub fn full(&mut self, outline: &Outline<'a>) {
        self.heading(2, Some(FULL), &self.pair.own(Msg::FullTitle));
        let summary = self.inline.text(&self.full_summary(outline));
        self.block(&format!("<details open>\n<summary>{summary}</summary>"));
        let rows: Vec<Vec<String>> = outline
            .full
            .iter()
            .map(|row| {
                let relation = vec![Piece::Own(self.relation(row.relation))];
                let [a, b] = row.sides.each_ref().map(|side| self.paragraphs(side));
                vec![self.inline.cell(&relation), a, b]
            })
            .collect();
        let columns = self.sided(Msg::ColumnIn);
        self.table(&columns, &rows);
        self.block("</details>");
    }

    /// `=`, `A`, `B`: whose paragraphs a row has.
    fn relation(&self, relation: Relation) -> String {
        match relation {
            Relation::Paired => "=".to_owned(),
            Relation::Wire => "≡".to_owned(),
            Relation::Only(which) => self.pair.letter(which),
        }
    }

    fn full_summary(&self, outline: &Outline<'a>) -> Line<'a> {
        let count = |wanted: fn(Relation) -> bool| {
            let rows = outline.full.iter();
            Slot::Count(rows.filter(|row| wanted(row.relation)).count())
        };
        let slots = vec![
            (
                "paired",
                count(|r| matches!(r, Relation::Paired | Relation::Wire)),
            ),
            ("only_a", count(|r| r == Relation::Only(Which::A))),
            ("only_b", count(|r| r == Relation::Only(Which::B))),
        ];
        self.pair.line(Msg::FullSummary, slots)
    }

    fn paragraphs(&self, side: &[Paragraph<'a>]) -> String {
        let cells = side.iter().map(|Paragraph { at, words, .. }| {
            let number = match at.place {
                ParagraphNumber::Title => String::new(),
                ParagraphNumber::Body(n) => {
                    format!("<strong>{}.</strong> ", self.pair.messages.number(n))
                }
            };
            let text = match at.place {
                ParagraphNumber::Title => format!("<strong>{}</strong>", marked(words)),
                ParagraphNumber::Body(_) => marked(words),
            };
            let anchor = format!("<a name=\"{}\"></a>", at.anchor());
            directed(words.rtl, &format!("{anchor}{number}{text}"))
        });
        cells.collect::<Vec<_>>().join("<br><br>")
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
            self.removed(&about.removed);
        }
    }

    /// Doubts, a paragraph each.
    pub fn doubts(&mut self, notes: &[Line<'a>]) {
        for note in notes {
            let slots = vec![("note", Slot::Line(note.clone()))];
            let line = self.inline.text(&self.pair.line(Msg::AboutNote, slots));
            self.block(&line);
        }
    }

    fn removed(&mut self, removed: &[Removed<'a>]) {
        let rows: Vec<Vec<String>> = removed
            .iter()
            .map(|removed| {
                vec![
                    self.inline.cell(&removed.place),
                    self.inline.cell(&removed.rule),
                    directed(removed.words.rtl, &marked(&removed.words)),
                ]
            })
            .collect();
        let heads = [Msg::ColumnPlace, Msg::ColumnRule, Msg::ColumnWords];
        let rtl = [self.rtl, self.rtl, self.both_rtl()];
        let columns: Vec<Column> = heads
            .iter()
            .zip(rtl)
            .map(|(&head, rtl)| self.column(&self.pair.own(head), rtl))
            .collect();
        self.table(&columns, &rows);
    }
}
