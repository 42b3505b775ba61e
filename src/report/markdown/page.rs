//! A page of markdown as it grows: headings, paragraphs, tables.

use super::inline::Inline;
use super::table::{Column, table};
use crate::report::messages::Msg;
use crate::report::outline::exchange::{Exchange, Statement};
use crate::report::outline::line::{Line, Piece, Slot};
use crate::report::outline::pair::Pair;
use crate::report::outline::place::Which;

/// The page as it grows.
pub(super) struct Page<'p, 'a> {
    pub(super) pair: &'p Pair<'a>,
    pub(super) inline: Inline<'p, 'a>,
    /// Whether the report's own words run from right to left.
    pub(super) rtl: bool,
    text: String,
}

impl<'p, 'a> Page<'p, 'a> {
    /// An empty page.
    pub fn new(pair: &'p Pair<'a>) -> Self {
        Page {
            pair,
            inline: Inline::new(pair),
            rtl: pair.messages.ui().is_rtl(),
            text: String::new(),
        }
    }

    /// The page's text; it ends with one newline.
    pub fn finish(self) -> String {
        let mut text = self.text;
        text.truncate(text.trim_end().len());
        text.push('\n');
        text
    }

    /// A block of markdown, closed by an empty line.
    pub fn block(&mut self, markdown: &str) {
        self.text.push_str(markdown);
        self.text.push_str("\n\n");
    }

    /// A paragraph of its own.
    pub fn paragraph(&mut self, line: &Line<'a>) {
        self.block(&self.inline.text(line));
    }

    /// A heading, with an anchor where something links to it.
    pub fn heading(&mut self, level: usize, anchor: Option<&str>, line: &Line<'a>) {
        let anchor = anchor.map_or(String::new(), |name| format!("<a name=\"{name}\"></a>"));
        let signs = "#".repeat(level);
        self.block(&format!("{signs} {anchor}{}", self.inline.text(line)));
    }

    /// A heading that says how many follow.
    pub fn counted(&mut self, level: usize, anchor: &str, title: Msg, n: usize) {
        let line = self.pair.line(title, vec![("n", Slot::Count(n))]);
        self.heading(level, Some(anchor), &line);
    }

    /// A table of cells that are markdown already.
    pub fn table(&mut self, columns: &[Column], rows: &[Vec<String>]) {
        let text = table(self.rtl, columns, rows);
        self.block(text.trim_end());
    }

    /// A table of lines under headings of the report's own words.
    pub fn lines(&mut self, heads: &[Line<'a>], rows: &[Vec<&Line<'a>>]) {
        let columns: Vec<Column> = heads
            .iter()
            .map(|head| self.column(head, self.rtl))
            .collect();
        let rows: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.iter().map(|line| self.inline.cell(line)).collect())
            .collect();
        self.table(&columns, &rows);
    }

    /// A column under this heading.
    pub fn column(&self, head: &Line<'a>, rtl: bool) -> Column {
        Column {
            heading: self.inline.cell(head),
            rtl,
        }
    }

    /// A column of the report's own words, one of A's, one of B's.
    pub fn sided(&self, first: Msg) -> Vec<Column> {
        let own = self.column(&self.pair.own(first), self.rtl);
        let sides =
            Which::BOTH.map(|which| self.column(&self.letter(which), self.pair.is_rtl(which)));
        [own].into_iter().chain(sides).collect()
    }

    /// `A`, `B`.
    pub fn letter(&self, which: Which) -> Line<'a> {
        vec![Piece::Own(self.pair.letter(which))]
    }

    /// Whether a column with words of both articles runs from right to left.
    pub fn both_rtl(&self) -> bool {
        Which::BOTH.iter().all(|&which| self.pair.is_rtl(which))
    }

    /// Statements one below the other: where and who, the words.
    pub fn statements<'s>(&mut self, statements: impl Iterator<Item = &'s Statement<'a>>)
    where
        'a: 's,
    {
        let columns = [
            self.column(&self.pair.own(Msg::ColumnRef), self.rtl),
            self.column(&self.pair.own(Msg::ColumnWords), self.both_rtl()),
        ];
        let rows: Vec<Vec<String>> = statements
            .map(|statement| {
                let words = vec![Piece::Quote(statement.words.clone())];
                vec![
                    self.inline.cell(&statement.place()),
                    self.inline.cell(&words),
                ]
            })
            .collect();
        self.table(&columns, &rows);
    }

    /// A statement in one cell: where and who, and below it the words, or what is said instead.
    pub fn statement(&self, statement: &Statement<'a>, instead: Option<Msg>) -> String {
        let mut line = statement.place();
        line.push(Piece::Break);
        match instead {
            Some(msg) => line.extend(self.pair.own(msg)),
            None => line.push(Piece::Quote(statement.words.clone())),
        }
        self.inline.cell(&line)
    }

    /// One side's statements in one cell.
    pub fn stacked(&self, exchange: &Exchange<'a>, which: Which) -> String {
        let cells = exchange
            .told(which)
            .map(|(s, instead)| self.statement(s, instead));
        cells.collect::<Vec<_>>().join("<br>")
    }
}
