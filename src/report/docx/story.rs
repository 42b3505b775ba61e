//! A story of many outlets as a Word file: what its page shows, as paragraphs and tables.

use super::block::{Block, Document, Para, Run, Table, clean, written};
use crate::report::View;
use crate::report::messages::Msg;
use crate::report::story::page::{Page, Row, Words};
use crate::story::StoryTable;

/// The text of the file's main part.
pub(super) fn document(table: &StoryTable, view: &View) -> String {
    let mut story = Story {
        page: Page::of(table, view.ui),
        rtl: view.ui.is_rtl(),
        blocks: Vec::new(),
    };
    story.brief();
    if view.brief {
        story.notes(&story.page.doubts.clone());
    } else {
        story.fill();
    }
    written(&Document {
        blocks: &story.blocks,
        rtl: story.rtl,
    })
}

/// The file as it grows.
struct Story<'a> {
    page: Page<'a>,
    rtl: bool,
    blocks: Vec<Block>,
}

impl Story<'_> {
    fn brief(&mut self) {
        self.text("Heading1", &self.page.title.clone());
        self.text("Normal", &self.page.summary.clone());
        for topic in std::mem::take(&mut self.page.brief) {
            self.text("Heading2", &topic.title);
            for told in topic.rows.iter().flatten() {
                let mut para = self.own(&format!("{}: ", told.lead));
                let [before, after] = [0, 1].map(|at| self.own(&told.around[at]).runs);
                para.runs
                    .extend([before, words(&told.words).runs, after].concat());
                self.blocks.push(Block::Text(Para {
                    style: "Normal",
                    ..para
                }));
            }
        }
    }

    fn fill(&mut self) {
        self.text("Normal", &self.page.say(Msg::StoryLegend));
        self.outlets();
        self.claims();
        self.text("Heading2", &self.page.say(Msg::StoryWordings));
        let worded: Vec<usize> = self.page.worded().map(|row| row.number).collect();
        for number in worded {
            self.wordings(number - 1);
        }
        self.text("Heading2", &self.page.say(Msg::AboutTitle));
        self.notes(&self.page.notes.clone());
        self.text("Normal", &self.page.say(Msg::StoryLimits));
    }

    fn notes(&mut self, notes: &[String]) {
        for note in notes {
            self.text("Normal", note);
        }
    }

    fn outlets(&mut self) {
        self.text("Heading2", &self.page.say(Msg::StoryOutlets));
        let heads = [
            Msg::StoryLetter,
            Msg::StoryOutlet,
            Msg::RowHeadline,
            Msg::RowLanguage,
            Msg::StoryCount,
        ];
        let rows = self.page.outlets.iter().map(|outlet| {
            let headline = outlet.headline.as_ref();
            let none = || self.own(&self.page.say(Msg::NoHeadline));
            vec![
                self.own(&outlet.letter),
                self.own(outlet.name),
                headline.map_or_else(none, words),
                self.own(&outlet.language),
                self.own(&self.page.digits(&outlet.claims)),
            ]
        });
        let rows = rows.collect();
        let heads = heads.map(|head| self.page.say(head)).to_vec();
        self.table(&heads, &[3, 6, 14, 4, 4], rows);
    }

    fn claims(&mut self) {
        self.text("Heading2", &self.page.say(Msg::StoryClaims));
        let mut heads = [Msg::ColumnNumber, Msg::StoryClaim]
            .map(|head| self.page.say(head))
            .to_vec();
        heads.extend(self.page.outlets.iter().map(|outlet| outlet.letter.clone()));
        let rows = self.page.rows.iter().map(|row| {
            let cells = row.cells.iter().map(|cell| self.own(cell));
            [self.own(&self.page.digits(&row.number)), claim(row)]
                .into_iter()
                .chain(cells)
                .collect()
        });
        let rows = rows.collect();
        let mut shares = vec![3, 16];
        shares.resize(heads.len(), 4);
        self.table(&heads, &shares, rows);
    }

    /// A claim that several outlets speak of, in the words of each.
    fn wordings(&mut self, at: usize) {
        let row: &Row<'_> = &self.page.rows[at];
        let said = row.said.iter().map(|said| {
            vec![
                self.own(&said.place),
                self.own(&said.relation),
                self.own(&said.who),
                words(&said.words),
            ]
        });
        let (said, doubts) = (said.collect(), row.doubts.clone());
        self.text("Heading3", &self.page.digits(&(at + 1)));
        let heads = [
            Msg::ColumnRef,
            Msg::ColumnRelation,
            Msg::ColumnWho,
            Msg::ColumnWords,
        ];
        let heads = heads.map(|head| self.page.say(head)).to_vec();
        self.table(&heads, &[3, 4, 5, 14], said);
        for doubt in doubts {
            self.text("Normal", &doubt);
        }
    }

    fn text(&mut self, style: &'static str, text: &str) {
        let para = Para {
            style,
            ..self.own(text)
        };
        self.blocks.push(Block::Text(para));
    }

    /// A table; an empty paragraph behind it keeps the next one apart.
    fn table(&mut self, heads: &[String], shares: &[usize], rows: Vec<Vec<Para>>) {
        let mut head: Vec<Para> = heads.iter().map(|head| self.own(head)).collect();
        for run in head.iter_mut().flat_map(|para| &mut para.runs) {
            run.bold = true;
        }
        let cells = |row: Vec<Para>| row.into_iter().map(|para| vec![para]).collect();
        let rows = std::iter::once(head).chain(rows).map(cells).collect();
        let table = Table::new(self.rtl, shares, rows);
        self.blocks.push(Block::Table(table));
        self.text("Cell", "");
    }

    /// The report's own words in a cell.
    fn own(&self, text: &str) -> Para {
        para(text, self.rtl, "")
    }
}

/// A claim in a cell, behind who denies or asks it.
fn claim(row: &Row<'_>) -> Para {
    let mut claim = words(&row.words);
    if let Some(lead) = &row.lead {
        let lead = para(lead, row.words.dir == "rtl", "");
        claim.runs.splice(..0, lead.runs);
    }
    claim
}

/// An article's words in a cell.
fn words(words: &Words<'_>) -> Para {
    para(words.text, words.dir == "rtl", words.lang)
}

fn para(text: &str, rtl: bool, lang: &str) -> Para {
    Para {
        style: "Cell",
        rtl,
        anchor: None,
        runs: vec![Run {
            text: Some(clean(text)),
            target: None,
            bold: false,
            marked: false,
            rtl,
            lang: lang.to_owned(),
        }],
    }
}
