//! The last step: one laid-out line in the order, the direction controls and the colours that the terminal needs.

use super::bidi;
use super::block::Block;
use super::cluster::{self, Cluster};
use super::shape::shape;
use super::style::{END, Style};
use crate::report::{Bidi, View};

const RTL_ISOLATE: char = '\u{2067}';
const LTR_ISOLATE: char = '\u{2066}';
const POP_ISOLATE: char = '\u{2069}';

/// How lines are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pen {
    bidi: Bidi,
    colour: bool,
    lam_alef_narrow: bool,
}

impl Pen {
    /// The pen that a view asks for.
    pub(super) fn of(view: &View) -> Self {
        Pen {
            bidi: view.bidi,
            colour: view.colour,
            lam_alef_narrow: view.lam_alef_narrow,
        }
    }

    /// A block's clusters in logical order, as wide as they will be written: shaping comes before wrapping.
    pub(super) fn set(self, block: &Block) -> Vec<Cluster> {
        let runs = block.runs.iter();
        let line: Vec<Cluster> = runs
            .flat_map(|(text, style)| cluster::clusters(text, *style))
            .collect();
        match self.bidi {
            Bidi::Visual => shape(&line),
            _ if self.lam_alef_narrow => cluster::join_lam_alef(line),
            _ => line,
        }
    }

    /// The same, cut to one line of `width` cells where the block asks for that.
    pub(super) fn fit(self, block: &Block, width: usize) -> Vec<Cluster> {
        let line = self.set(block);
        if block.one_line {
            cluster::cut(line, width)
        } else {
            line
        }
    }

    /// A line padded to `width` cells, against the side where it ends.
    pub(super) fn padded(self, line: &[Cluster], rtl: bool, width: usize) -> String {
        let taken: usize = line.iter().map(|c| c.width).sum();
        let pad = " ".repeat(width.saturating_sub(taken));
        let text = self.line(line, rtl);
        if rtl { pad + &text } else { text + &pad }
    }

    /// A line as it is written.
    pub(super) fn line(self, line: &[Cluster], rtl: bool) -> String {
        match self.bidi {
            Bidi::None => self.styled(line),
            Bidi::Visual => self.styled(&bidi::visual(line, rtl)),
            Bidi::Words => self.styled(&bidi::words(line, rtl)),
            Bidi::Isolate if line.is_empty() || !(rtl || bidi::is_mixed(line)) => self.styled(line),
            Bidi::Isolate => {
                let open = if rtl { RTL_ISOLATE } else { LTR_ISOLATE };
                format!("{open}{}{POP_ISOLATE}", self.styled(line))
            }
        }
    }

    fn styled(self, line: &[Cluster]) -> String {
        let mut out = String::new();
        let mut now = Style::Plain;
        for (at, cluster) in line.iter().enumerate() {
            let style = if self.colour {
                style_at(line, at)
            } else {
                Style::Plain
            };
            if style != now {
                out.push_str(if now == Style::Plain { "" } else { END });
                out.push_str(style.start());
                now = style;
            }
            out.push_str(&cluster.text);
        }
        out.push_str(if now == Style::Plain { "" } else { END });
        out
    }
}

/// A space is styled only between two words of one style, so that an underline never trails off.
fn style_at(line: &[Cluster], at: usize) -> Style {
    let seen = |c: &&Cluster| !c.is_space();
    if !line[at].is_space() {
        return line[at].style;
    }
    let before = line[..at].iter().rev().find(seen).map(|c| c.style);
    let after = line[at..].iter().find(seen).map(|c| c.style);
    if before == after {
        before.unwrap_or_default()
    } else {
        Style::Plain
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pen(bidi: Bidi, colour: bool) -> Pen {
        Pen {
            bidi,
            colour,
            lam_alef_narrow: false,
        }
    }

    fn block() -> Block {
        Block {
            rtl: true,
            runs: vec![
                ("قال ".to_owned(), Style::Plain),
                ("16 قتيلا".to_owned(), Style::Value),
                (".".to_owned(), Style::Plain),
            ],
            one_line: false,
        }
    }

    fn painted(bidi: Bidi, colour: bool) -> String {
        let pen = pen(bidi, colour);
        pen.padded(&pen.set(&block()), true, 16)
    }

    #[test]
    fn logical_order_without_controls() {
        assert_eq!(painted(Bidi::None, false), "   قال 16 قتيلا.");
    }

    #[test]
    fn an_isolate_holds_the_text_and_not_the_padding() {
        assert_eq!(
            painted(Bidi::Isolate, false),
            "   \u{2067}قال 16 قتيلا.\u{2069}"
        );
    }

    #[test]
    fn colours_go_with_their_words_through_the_reordering() {
        assert_eq!(
            painted(Bidi::Isolate, true),
            "   \u{2067}قال \u{1b}[1;4;31m16 قتيلا\u{1b}[0m.\u{2069}"
        );
        assert!(painted(Bidi::Visual, true).starts_with("    .\u{1b}[1;4;31m"));
    }

    #[test]
    fn plain_latin_needs_no_isolate() {
        let block = Block::plain("He said 16.", false);
        let pen = pen(Bidi::Isolate, false);
        assert_eq!(pen.padded(&pen.set(&block), false, 12), "He said 16. ");
    }
}
