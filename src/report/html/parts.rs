//! The parts that the page is made of, one template each.

use super::{Page, written};
use crate::model::MarkKind;
use crate::report::messages::Msg;
use crate::report::outline::Compared;
use crate::report::outline::exchange::{Exchange, Statement};
use crate::report::outline::full::Paragraph;
use crate::report::outline::line::{Line, Piece, Quote};
use crate::report::outline::place::{Ref, Which};
use askama::Template;
use std::fmt::Write;

/// A line of words, links and quotations.
#[derive(Template)]
#[template(path = "line.html")]
pub(super) struct LineHtml<'x, 'p, 'a> {
    pub page: &'x Page<'p, 'a>,
    pub line: &'x Line<'a>,
}

impl LineHtml<'_, '_, '_> {
    fn name(&self, at: &Ref) -> String {
        self.page.name(at)
    }
}

/// Words of an article with their marks.
pub(super) fn quote(quote: &Quote<'_>) -> String {
    written(&QuoteHtml { quote })
}

#[derive(Template)]
#[template(path = "quote.html")]
struct QuoteHtml<'x, 'a> {
    quote: &'x Quote<'a>,
}

/// Where, who, and the words.
#[derive(Template)]
#[template(path = "statement.html")]
pub(super) struct StatementHtml<'x, 'p, 'a> {
    pub page: &'x Page<'p, 'a>,
    pub statement: &'x Statement<'a>,
}

/// A table of things as each article has them.
#[derive(Template)]
#[template(path = "compared.html")]
pub(super) struct ComparedHtml<'x, 'p, 'a> {
    pub page: &'x Page<'p, 'a>,
    pub rows: &'x [Compared<'a>],
    pub item: Msg,
    /// Whether the headings give the outlets' names.
    pub outlets: bool,
    /// Whether there is a column of notes.
    pub noted: bool,
}

/// A table of shared claims.
#[derive(Template)]
#[template(path = "exchanges.html")]
pub(super) struct ExchangesHtml<'x, 'p, 'a> {
    pub page: &'x Page<'p, 'a>,
    pub exchanges: &'x [Exchange<'a>],
}

/// A finding with a heading of its own.
#[derive(Template)]
#[template(path = "card.html")]
pub(super) struct CardHtml<'x, 'p, 'a> {
    pub page: &'x Page<'p, 'a>,
    pub exchange: &'x Exchange<'a>,
    pub anchor: String,
    pub heading: &'x Line<'a>,
    pub why: &'x Line<'a>,
}

/// A paragraph of the full text, its claims linked to their findings.
#[derive(Template)]
#[template(path = "paragraph.html")]
pub(super) struct ParagraphHtml<'x, 'p, 'a> {
    pub page: &'x Page<'p, 'a>,
    pub paragraph: &'x Paragraph<'a>,
    pub parts: Vec<Part<'a>>,
}

/// Words of a paragraph, a claim or what stands between claims.
pub(super) struct Part<'a> {
    pub text: &'a str,
    /// One class for each finding, with a space before it: pointing at one lights the others.
    pub classes: String,
    /// The anchor of the first finding that is listed.
    pub target: Option<String>,
}

fn classes(findings: &[usize]) -> String {
    findings.iter().fold(String::new(), |mut all, n| {
        write!(all, " k{n}").expect("a string takes all");
        all
    })
}

/// A paragraph cut at its linked claims.
pub(super) fn parts<'a>(page: &Page<'_, 'a>, paragraph: &Paragraph<'a>) -> Vec<Part<'a>> {
    let text = paragraph.words.text;
    let mut parts = Vec::new();
    let mut at = 0;
    for spot in &paragraph.spots {
        parts.push(Part::plain(&text[at..spot.span.start]));
        parts.push(Part {
            text: &text[spot.span.clone()],
            classes: classes(&spot.findings),
            target: spot.findings.iter().find_map(|&n| page.target(n)),
        });
        at = spot.span.end;
    }
    parts.push(Part::plain(&text[at..]));
    parts
}

impl<'a> Part<'a> {
    fn plain(text: &'a str) -> Self {
        Part {
            text,
            classes: String::new(),
            target: None,
        }
    }
}
