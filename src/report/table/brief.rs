//! The answer in about twenty lines, a line each: two outlets side by side where there is room, else one below the other.

use super::block::Block;
use super::style::Style;
use super::{Page, bidi, cells, cluster};
use crate::report::messages::{Arg, Msg};
use crate::report::outline::brief::{Brief, Head, Said, Section};
use crate::report::outline::line::Piece;
use crate::report::outline::place::ParagraphNumber;

/// Before each row, and between its two halves.
const MARGIN: usize = 2;
/// The room of a reference (`A title`), and of what is said of an outlet (`ar · 16 ¶`).
const REF: usize = 7;
const ABOUT: usize = 10;
/// From so many columns on two outlets stand side by side.
const SIDES_FROM: usize = 96;

/// How many characters of a claim have room on a page.
pub(super) fn room(width: usize) -> usize {
    half(width).saturating_sub(16).max(24)
}

/// How many outlets stand beside each other.
pub(super) fn beside(width: usize) -> usize {
    if width < SIDES_FROM { 1 } else { 2 }
}

fn half(width: usize) -> usize {
    if width < SIDES_FROM {
        width - MARGIN
    } else {
        (width - MARGIN) / 2 - MARGIN
    }
}

impl Page {
    /// All of the brief, so many outlets beside each other.
    pub(super) fn brief(&self, brief: &Brief<'_>, beside: usize) -> Vec<String> {
        let names = brief
            .heads
            .iter()
            .map(|head| head.letter.len() + head.name.chars().count());
        let name = names.max().unwrap_or(0).min(self.width / 3) + MARGIN;
        let mut lines: Vec<String> = brief
            .heads
            .iter()
            .map(|head| self.head(head, name))
            .collect();
        lines.extend(self.text(&Block::styled(
            self.plain(&brief.counts),
            self.labels.is_rtl(),
            Style::Heading,
        )));
        for section in &brief.sections {
            lines.extend(self.brief_section(section, beside));
        }
        lines
    }

    /// `A  left   ar · 16 ¶   the headline`
    fn head(&self, head: &Head<'_>, name: usize) -> String {
        let title = format!("{}  {}", head.letter, head.name);
        let title = Block::styled(title, self.labels.is_rtl(), Style::Heading);
        let about = self.labels.remark(head.about.clone());
        let words = self.words(Vec::new(), &head.headline);
        let rest = self.width.saturating_sub(name + ABOUT + 2 * MARGIN);
        self.row(&[(title, name), (about, ABOUT), (words, rest)])
    }

    fn brief_section(&self, section: &Section<'_>, beside: usize) -> Vec<String> {
        let title = section.title(self.labels.messages());
        let mut lines = self.text(&Block::styled(title, self.labels.is_rtl(), Style::Heading));
        let sides = beside > 1 && section.rows.iter().any(|row| row.len() > 1);
        let width = if sides {
            half(self.width)
        } else {
            self.width - MARGIN
        };
        let indent = || (self.labels.remark(""), 0);
        for row in &section.rows {
            let cells = row.iter().map(|said| {
                let refs = self.labels.remark(self.plain(&said.at));
                [
                    (refs, REF),
                    (self.said(said), width.saturating_sub(REF + MARGIN)),
                ]
            });
            if sides {
                // What only B has stands where B stands.
                let across = row.len() == 1 && row[0].outlet == 1;
                let across = across.then(|| (self.labels.remark(""), width));
                let line = [indent()].into_iter().chain(across).chain(cells.flatten());
                lines.push(self.row(&line.collect::<Vec<_>>()));
            } else {
                lines.extend(cells.map(|[refs, words]| self.row(&[indent(), refs, words])));
            }
        }
        lines
    }

    /// `Putin: the words`
    fn said(&self, said: &Said<'_>) -> Block {
        let who = self.plain(&said.who);
        if said.claim.is_none() && !who.is_empty() {
            // A label before its mouths: it must not be cut off.
            let mut block = self.words(Vec::new(), &said.words);
            block.runs.push((format!(" – {who}"), Style::Plain));
            return block;
        }
        let who = (!who.is_empty())
            .then(|| [(who + ":", Style::Speaker), (" ".to_owned(), Style::Plain)]);
        self.words(who.into_iter().flatten().collect(), &said.words)
    }

    /// Words of an article, behind what is said of them, in their own direction.
    fn words(&self, mut runs: Vec<(String, Style)>, words: &[Piece<'_>]) -> Block {
        let mut letters = String::new();
        for piece in words {
            if let Piece::Quote(quote) = piece {
                letters.push_str(quote.text);
                let parts = quote.parts().into_iter();
                runs.extend(parts.map(|(kind, words)| {
                    (words.to_owned(), kind.map_or(Style::Plain, cells::style))
                }));
            } else {
                runs.push((self.plain(std::slice::from_ref(piece)), Style::Plain));
            }
        }
        Block {
            rtl: bidi::direction(&letters).unwrap_or(self.labels.is_rtl()),
            runs,
            one_line: true,
        }
    }

    /// Blocks beside each other, each cut to its width and close to the one before it.
    fn row(&self, cells: &[(Block, usize)]) -> String {
        let rtl = self.labels.is_rtl();
        let taken =
            cells.iter().map(|(_, width)| width).sum::<usize>() + MARGIN * (cells.len() - 1);
        let mut cells: Vec<String> = cells
            .iter()
            .map(|(block, width)| {
                let line = cluster::cut(self.pen.set(block), *width);
                let taken: usize = line.iter().map(|c| c.width).sum();
                let pad = " ".repeat(width.saturating_sub(taken));
                let text = self.pen.line(&line, block.rtl);
                if rtl { pad + &text } else { text + &pad }
            })
            .collect();
        if rtl {
            cells.reverse();
        }
        // A report that runs from right to left begins at the right edge.
        let indent = if rtl {
            self.width.saturating_sub(taken)
        } else {
            0
        };
        let row = cells.join(&" ".repeat(MARGIN));
        " ".repeat(indent) + row.trim_end()
    }

    /// A line's words; references as the table has them.
    fn plain(&self, line: &[Piece<'_>]) -> String {
        let words = line.iter().map(|piece| match piece {
            Piece::Own(text) | Piece::Jump(_, text) | Piece::Code(text) => text.clone(),
            Piece::Quote(quote) => quote.text.to_owned(),
            Piece::Break => " ".to_owned(),
            Piece::Ref(at) => {
                let letter = self.labels.letter(at.which.index());
                match at.place {
                    ParagraphNumber::Title => self
                        .labels
                        .fill(Msg::TableTitle, &[("side", Arg::Text(&letter))]),
                    ParagraphNumber::Body(n) => letter + &self.labels.messages().number(n),
                }
            }
        });
        words.collect()
    }
}
