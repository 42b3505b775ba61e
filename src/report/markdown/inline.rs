//! Lines of the outline as markdown: links, direction, marks.

use super::escape::escape;
use crate::model::MarkKind;
use crate::report::outline::line::{Line, Piece, Quote};
use crate::report::outline::pair::Pair;
use crate::report::outline::place::Ref;
use crate::report::outline::ref_name;
use std::fmt::Write;

/// How lines are written for one report.
#[derive(Clone, Copy)]
pub(super) struct Inline<'p, 'a> {
    pair: &'p Pair<'a>,
    rtl: bool,
}

impl<'p, 'a> Inline<'p, 'a> {
    /// For the report's language.
    pub fn new(pair: &'p Pair<'a>) -> Self {
        Inline {
            pair,
            rtl: pair.messages.ui().is_rtl(),
        }
    }

    /// A line in a block that has its direction from its first strong character.
    pub fn text(self, line: &Line<'a>) -> String {
        line.iter().map(|piece| self.piece(piece)).collect()
    }

    /// A line in a cell of a table, which has no direction of its own on GitHub.
    pub fn cell(self, line: &Line<'a>) -> String {
        directed(self.rtl, &self.text(line))
    }

    fn piece(self, piece: &Piece<'a>) -> String {
        match piece {
            Piece::Own(text) => escape(text),
            Piece::Ref(at) => self.link(*at),
            Piece::Jump(anchor, text) => format!("[{}](#{anchor})", escape(text)),
            Piece::Quote(quote) => self.quote(quote),
            Piece::Code(text) => format!("<code dir=\"ltr\">{}</code>", escape(text)),
            Piece::Break => "<br>".to_owned(),
        }
    }

    /// A link to a paragraph.
    pub fn link(self, at: Ref) -> String {
        format!("[{}](#{})", escape(&ref_name(self.pair, at)), at.anchor())
    }

    /// Words of an article, with a direction where it is not the report's.
    fn quote(self, quote: &Quote<'_>) -> String {
        let words = marked(quote);
        if quote.rtl == self.rtl || !quote.text.chars().any(char::is_alphabetic) {
            words
        } else {
            span(quote.rtl, &words)
        }
    }
}

/// Words with their marks; bold is what differs, highlighted what both have.
///
/// Tags, for `**` and `~~` stay literal between a quotation mark and a letter (the flanking rule of `CommonMark`).
pub(super) fn marked(quote: &Quote<'_>) -> String {
    let mut out = String::new();
    for (kind, words) in quote.parts() {
        let words = escape(words);
        match kind {
            None => out.push_str(&words),
            Some(kind) => {
                let tag = tag(kind);
                write!(out, "<{tag}>{words}</{tag}>").expect("a string takes all");
            }
        }
    }
    out
}

fn tag(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Shared => "mark",
        MarkKind::Differs | MarkKind::Value => "strong",
    }
}

/// Right-to-left text in a span of its direction; other text as it is.
pub(super) fn directed(rtl: bool, text: &str) -> String {
    if rtl && !text.is_empty() {
        span(true, text)
    } else {
        text.to_owned()
    }
}

fn span(rtl: bool, text: &str) -> String {
    let dir = if rtl { "rtl" } else { "ltr" };
    format!("<span dir=\"{dir}\">{text}</span>")
}
