//! What a Word file is made of: paragraphs of runs, and tables of paragraphs.

use crate::model::MarkKind;
use crate::report::outline::line::{Piece, Quote};
use crate::report::outline::pair::Pair;
use crate::report::outline::ref_name;
use askama::Template;

/// The room between the margins of an A4 page, in twentieths of a point.
const ROOM: usize = 10_106;

/// A paragraph or a table.
pub(super) enum Block {
    Text(Para),
    Table(Table),
}

/// The main part of the file.
#[derive(Template)]
#[template(path = "document.xml")]
pub(super) struct Document<'x> {
    pub blocks: &'x [Block],
    pub rtl: bool,
}

/// A paragraph.
#[derive(Template, Clone)]
#[template(path = "para.xml")]
pub(super) struct Para {
    pub style: &'static str,
    pub rtl: bool,
    /// A number and a name by which links find it.
    pub anchor: Option<(usize, String)>,
    pub runs: Vec<Run>,
}

/// Words of one look; a line break where there are none.
#[derive(Clone)]
pub(super) struct Run {
    pub text: Option<String>,
    /// Where a link leads.
    pub target: Option<String>,
    pub bold: bool,
    pub marked: bool,
    pub rtl: bool,
    pub lang: String,
}

/// A table; its first row is its head.
#[derive(Template)]
#[template(path = "table.xml")]
pub(super) struct Table {
    pub rtl: bool,
    pub widths: Vec<usize>,
    pub rows: Vec<Vec<Vec<Para>>>,
}

impl Table {
    /// Columns whose widths are to each other as `shares`.
    pub fn new(rtl: bool, shares: &[usize], rows: Vec<Vec<Vec<Para>>>) -> Self {
        let all: usize = shares.iter().sum();
        let widths = shares.iter().map(|share| ROOM * share / all.max(1));
        Table {
            rtl,
            widths: widths.collect(),
            rows,
        }
    }

    fn width(&self) -> usize {
        self.widths.iter().sum()
    }
}

/// A template's text; writing to a string cannot fail.
pub(super) fn written(template: &impl Template) -> String {
    template.render().unwrap_or_default()
}

/// A name that Word takes for a bookmark: no hyphens.
pub(super) fn bookmark(anchor: &str) -> String {
    anchor.replace('-', "_")
}

/// The runs of a line.
pub(super) fn runs(pair: &Pair<'_>, line: &[Piece<'_>]) -> Vec<Run> {
    let rtl = pair.messages.ui().is_rtl();
    let run = |text: &str, rtl| Run {
        text: Some(text.to_owned()),
        target: None,
        bold: false,
        marked: false,
        rtl,
        lang: String::new(),
    };
    let mut runs = Vec::new();
    for piece in line {
        match piece {
            Piece::Own(text) => runs.push(run(&clean(text), rtl)),
            Piece::Code(text) => runs.push(run(&clean(text), false)),
            Piece::Ref(at) => runs.push(Run {
                target: Some(bookmark(&at.anchor())),
                ..run(&clean(&ref_name(pair, *at)), rtl)
            }),
            Piece::Jump(anchor, text) => runs.push(Run {
                target: Some(bookmark(anchor)),
                ..run(&clean(text), rtl)
            }),
            Piece::Quote(quote) if quote.rtl == rtl => runs.extend(quoted(quote)),
            Piece::Quote(quote) => {
                runs.push(run(mark(quote.rtl), quote.rtl));
                runs.extend(quoted(quote));
                runs.push(run(mark(quote.rtl), quote.rtl));
                runs.push(run(mark(rtl), rtl));
            }
            Piece::Break => runs.push(Run {
                text: None,
                ..run("", rtl)
            }),
        }
    }
    runs
}

/// An invisible letter of a direction. Between words that run against each other, marks and numbers go with the letter
/// next to them: one of the quotation's direction keeps its own marks, one of the report's what follows it.
fn mark(rtl: bool) -> &'static str {
    if rtl { "\u{200F}" } else { "\u{200E}" }
}

/// Words of an article: bold is what differs, shaded what both have.
pub(super) fn quoted(quote: &Quote<'_>) -> Vec<Run> {
    let parts = quote.parts().into_iter();
    let runs = parts.map(|(kind, words)| Run {
        text: Some(clean(words)),
        target: None,
        bold: matches!(kind, Some(MarkKind::Differs | MarkKind::Value)),
        marked: kind == Some(MarkKind::Shared),
        rtl: quote.rtl,
        lang: quote.lang.to_owned(),
    });
    runs.collect()
}

/// Without the characters that XML does not take, and without direction controls: the markup says the direction.
pub(in crate::report) fn clean(text: &str) -> String {
    let is_taken = |c: &char| {
        let is_control = c.is_control() && !matches!(c, '\t' | '\n');
        let is_none = (*c as u32) & 0xFFFE == 0xFFFE;
        let steers = matches!(c, '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        !is_control && !is_none && !steers
    };
    text.chars().filter(is_taken).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_does_not_take_is_left_out_and_its_signs_are_escaped() {
        assert_eq!(clean("a\u{0}\u{1b}[b\u{FFFE}\u{202e}c\u{FFFF} é"), "a[bc é");
        let quote = Quote::plain("<b> & \"c\"", "en", false);
        let para = Para {
            style: "Normal",
            rtl: false,
            anchor: None,
            runs: quoted(&quote),
        };
        let xml = written(&para);
        assert!(
            xml.contains(">&#60;b&#62; &#38; &#34;c&#34;</w:t>"),
            "{xml}"
        );
    }
}
