//! A Word file as it grows: headings, paragraphs, tables.

use super::block::{Block, Document, Para, Table, bookmark, quoted, runs, written};
use crate::report::messages::Msg;
use crate::report::outline::exchange::Statement;
use crate::report::outline::line::{Line, Piece, Quote, Slot};
use crate::report::outline::pair::Pair;
use crate::report::outline::place::Which;

/// One cell of a table.
pub(super) type Cell = Vec<Para>;

/// The file as it grows.
pub(super) struct Page<'p, 'a> {
    pub(super) pair: &'p Pair<'a>,
    pub(super) rtl: bool,
    blocks: Vec<Block>,
    anchors: usize,
}

impl<'p, 'a> Page<'p, 'a> {
    /// An empty file.
    pub fn new(pair: &'p Pair<'a>) -> Self {
        Page {
            pair,
            rtl: pair.messages.ui().is_rtl(),
            blocks: Vec::new(),
            anchors: 0,
        }
    }

    /// The text of its main part.
    pub fn finish(self) -> String {
        written(&Document {
            blocks: &self.blocks,
            rtl: self.rtl,
        })
    }

    /// A heading, with an anchor where something links to it.
    pub fn heading(&mut self, level: usize, anchor: Option<&str>, line: &Line<'a>) {
        let style = ["Heading1", "Heading2", "Heading3"][level.clamp(1, 3) - 1];
        let mut para = self.para(style, line);
        para.anchor = anchor.map(|name| self.anchor(name));
        self.blocks.push(Block::Text(para));
    }

    /// A heading that says how many follow.
    pub fn counted(&mut self, level: usize, anchor: &str, title: Msg, n: usize) {
        let line = self.pair.line(title, vec![("n", Slot::Count(n))]);
        self.heading(level, Some(anchor), &line);
    }

    /// A paragraph of its own.
    pub fn paragraph(&mut self, line: &Line<'a>) {
        let para = self.para("Normal", line);
        self.blocks.push(Block::Text(para));
    }

    /// A paragraph in bold.
    pub fn strong(&mut self, line: &Line<'a>) {
        let mut para = self.para("Normal", line);
        para.runs.iter_mut().for_each(|run| run.bold = true);
        self.blocks.push(Block::Text(para));
    }

    /// A table; an empty paragraph behind it keeps the next one apart.
    pub fn table(&mut self, heads: &[Line<'a>], shares: &[usize], rows: Vec<Vec<Cell>>) {
        let mut head: Vec<Cell> = heads.iter().map(|line| self.cell(line)).collect();
        for run in head.iter_mut().flatten().flat_map(|para| &mut para.runs) {
            run.bold = true;
        }
        let rows = std::iter::once(head).chain(rows).collect();
        self.blocks
            .push(Block::Table(Table::new(self.rtl, shares, rows)));
        let gap = self.para("Cell", &[]);
        self.blocks.push(Block::Text(gap));
    }

    /// A cell in the report's direction, a paragraph for each of its lines; words of an article alone keep theirs.
    pub fn cell(&self, line: &Line<'a>) -> Cell {
        let lines = line.split(|piece| *piece == Piece::Break);
        lines.map(|line| self.cell_line(line)).collect()
    }

    fn cell_line(&self, line: &[Piece<'a>]) -> Para {
        match line {
            [Piece::Quote(quote)] => Self::words(quote),
            [Piece::Code(_)] => Para {
                rtl: false,
                ..self.para("Cell", line)
            },
            _ => self.para("Cell", line),
        }
    }

    /// Words of an article in a cell.
    pub fn words(quote: &Quote<'a>) -> Para {
        Para {
            style: "Cell",
            rtl: quote.rtl,
            anchor: None,
            runs: quoted(quote),
        }
    }

    /// A statement in one cell: where and who, and below it the words, or what is said instead.
    pub fn statement(&self, statement: &Statement<'a>, instead: Option<Msg>) -> Cell {
        let mut cell = self.cell(&statement.place());
        match instead {
            Some(msg) => cell.extend(self.cell(&self.pair.own(msg))),
            None => cell.push(Self::words(&statement.words)),
        }
        cell
    }

    /// Statements one below the other: where and who, the words.
    pub fn statements<'s>(&mut self, statements: impl Iterator<Item = &'s Statement<'a>>)
    where
        'a: 's,
    {
        let heads = [Msg::ColumnRef, Msg::ColumnWords].map(|m| self.pair.own(m));
        let rows = statements
            .map(|statement| {
                vec![
                    self.cell(&statement.place()),
                    vec![Self::words(&statement.words)],
                ]
            })
            .collect();
        self.table(&heads, &[8, 18], rows);
    }

    /// `A`, `B`.
    pub fn letter(&self, which: Which) -> Line<'a> {
        vec![Piece::Own(self.pair.letter(which))]
    }

    /// A name by which links find a place.
    pub fn anchor(&mut self, name: &str) -> (usize, String) {
        self.anchors += 1;
        (self.anchors, bookmark(name))
    }

    fn para(&self, style: &'static str, line: &[Piece<'a>]) -> Para {
        Para {
            style,
            rtl: self.rtl,
            anchor: None,
            runs: runs(self.pair, line),
        }
    }
}
