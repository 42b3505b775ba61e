//! The editor's report as one HTML file that needs no script and asks for nothing.
//!
//! Entry: [`render`]. The templates beside this file are compiled in (askama), and all that they put in is escaped.
//! Pointing at a claim, or reaching it with the keyboard, lights its partners; the boxes at the top hide verdicts: both
//! are done by `:has()`, which browsers know since 2023. An older one shows the same report without these two.

mod parts;

use super::View;
use super::messages::{Arg, Msg};
use super::outline::exchange::{Exchange, Statement};
use super::outline::full::{FullRow, Paragraph};
use super::outline::line::{Line, Piece, Quote, Slot, plain};
use super::outline::pair::Pair;
use super::outline::place::{Ref, Which};
use super::outline::{Compared, Outline, finding_anchor, heading, ref_name};
use super::words;
use crate::model::{Comparison, Verdict};
use askama::Template;
use parts::{CardHtml, ComparedHtml, ExchangesHtml, LineHtml, ParagraphHtml, StatementHtml};

/// The whole report.
pub(super) fn render(comparison: &Comparison, view: &View) -> String {
    let pair = Pair::new(comparison, view);
    let outline = Outline::of(&pair);
    let page = Page::new(&pair, &outline, view);
    let mut html = written(&page);
    html.push('\n');
    html
}

/// A template's text; writing to a string cannot fail.
fn written(template: &impl Template) -> String {
    template.render().unwrap_or_default()
}

#[derive(Template)]
#[template(path = "report.html")]
struct Page<'p, 'a> {
    pair: &'p Pair<'a>,
    outline: &'p Outline<'a>,
    view: &'p View,
    lang: &'static str,
    dir: &'static str,
    sections: Vec<(&'static str, String)>,
    /// Findings that have partners to light.
    linked: Vec<usize>,
    /// Verdicts that are listed: for styles, for people, and how many.
    verdicts: Vec<(&'static str, String, String)>,
}

/// A table with notes, as HTML, under its title.
struct Noted {
    anchor: &'static str,
    title: String,
    html: String,
}

impl<'p, 'a> Page<'p, 'a> {
    fn new(pair: &'p Pair<'a>, outline: &'p Outline<'a>, view: &'p View) -> Self {
        let ui = pair.messages.ui();
        let findings = pair.comparison.findings.iter().enumerate();
        let linked = findings.filter(|(_, f)| !f.left.is_empty() && !f.right.is_empty());
        let listed = Verdict::ALL
            .into_iter()
            .filter(|&v| view.shows(v) && pair.count(v) > 0);
        let name = |v| pair.messages.say(words::verdict(v));
        Page {
            pair,
            outline,
            view,
            lang: ui.tag(),
            dir: if ui.is_rtl() { "rtl" } else { "ltr" },
            sections: sections(pair, outline, view),
            linked: linked.map(|(n, _)| n).collect(),
            verdicts: listed
                .map(|v| (v.as_str(), name(v), pair.messages.number(pair.count(v))))
                .collect(),
        }
    }

    fn say(&self, msg: Msg) -> String {
        self.pair.messages.say(msg)
    }

    fn counted(&self, msg: Msg, n: usize) -> String {
        self.pair.messages.fill(msg, &[("n", Arg::Count(n))])
    }

    fn relation(&self, row: &FullRow<'a>) -> String {
        self.say(row.relation.msg())
    }

    fn letter(&self, which: Which) -> String {
        self.pair.letter(which)
    }

    fn name(&self, at: &Ref) -> String {
        ref_name(self.pair, *at)
    }

    fn not_found(&self, which: Which) -> String {
        let side = self.letter(which);
        let args = [("side", Arg::Text(&side))];
        self.pair.messages.fill(Msg::NotFound, &args)
    }

    fn alone_title(&self, which: Which) -> String {
        let [side, other] = [which, which.other()].map(|which| self.letter(which));
        let args = [("side", Arg::Text(&side)), ("other", Arg::Text(&other))];
        self.pair.messages.fill(Msg::ProminenceAloneTitle, &args)
    }

    fn only_title(&self, which: Which) -> Line<'a> {
        let slots = vec![
            ("side", Slot::Line(self.pair.outlet(which))),
            ("n", Slot::Count(self.outline.only[which.index()].len())),
            ("other", Slot::Own(self.letter(which.other()))),
        ];
        self.pair.line(Msg::OnlyTitle, slots)
    }

    fn line(&self, line: &Line<'a>) -> String {
        written(&LineHtml { page: self, line })
    }

    fn words(&self, quote: &Quote<'a>) -> String {
        self.line(&vec![Piece::Quote(quote.clone())])
    }

    fn note(&self, note: &Line<'a>) -> String {
        let slots = vec![("note", Slot::Line(note.clone()))];
        self.line(&self.pair.line(Msg::AboutNote, slots))
    }

    fn statement(&self, statement: &Statement<'a>) -> String {
        let page = self;
        written(&StatementHtml { page, statement })
    }

    fn labels_and_facts(&self) -> Vec<Noted> {
        let Outline { framing, facts, .. } = self.outline;
        let labels = self.noted("framing", Msg::FramingTitle, framing, Msg::ColumnReferent);
        let facts = self.noted("facts", Msg::FactsTitle, facts, Msg::ColumnItem);
        labels.into_iter().chain(facts).collect()
    }

    fn voices(&self) -> Option<Noted> {
        let rows = &self.outline.voices;
        self.noted("voices", Msg::VoicesTitle, rows, Msg::ColumnVoice)
    }

    /// A table with notes, where it has something to say.
    fn noted(
        &self,
        anchor: &'static str,
        title: Msg,
        rows: &[Compared<'a>],
        item: Msg,
    ) -> Option<Noted> {
        (!rows.is_empty()).then(|| Noted {
            anchor,
            title: self.say(title),
            html: self.compared(rows, item, false, true),
        })
    }

    fn compared(&self, rows: &[Compared<'a>], item: Msg, outlets: bool, noted: bool) -> String {
        written(&ComparedHtml {
            page: self,
            rows,
            item,
            outlets,
            noted,
        })
    }

    fn exchanges(&self, exchanges: &[Exchange<'a>]) -> String {
        let page = self;
        written(&ExchangesHtml { page, exchanges })
    }

    fn card(&self, exchange: &Exchange<'a>, title: Msg) -> String {
        let slots = vec![
            ("n", Slot::Count(exchange.number)),
            ("words", Slot::Line(heading(self.pair, exchange))),
        ];
        let why = exchange.why(self.pair);
        written(&CardHtml {
            page: self,
            exchange,
            anchor: finding_anchor(exchange.finding.verdict, exchange.number),
            heading: &self.pair.line(title, slots),
            why: &why,
        })
    }

    fn paragraph(&self, paragraph: &Paragraph<'a>) -> String {
        let parts = parts::parts(self, paragraph);
        written(&ParagraphHtml {
            page: self,
            paragraph,
            parts,
        })
    }

    /// Where a finding is listed, if it is.
    fn target(&self, index: usize) -> Option<String> {
        let own = self.outline.conflicts.iter().chain(&self.outline.updates);
        let mut cards = own.filter(|exchange| exchange.index == index);
        if let Some(card) = cards.next() {
            return Some(finding_anchor(card.finding.verdict, card.number));
        }
        let rows = self
            .outline
            .shared
            .iter()
            .chain(&self.outline.other_speaker)
            .chain(&self.outline.related);
        let mut rows = rows.filter(|exchange| exchange.index == index);
        rows.next().map(|row| format!("f{}", row.index))
    }
}

/// The sections that the navigation names: those that the page has.
fn sections(pair: &Pair<'_>, outline: &Outline<'_>, view: &View) -> Vec<(&'static str, String)> {
    let all = [
        (true, "full-text", Msg::FullTitle),
        (outline.has_alarms(), "check-first", Msg::CheckTitle),
        (!outline.framing.is_empty(), "framing", Msg::FramingTitle),
        (!outline.facts.is_empty(), "facts", Msg::FactsTitle),
        (true, "shared", Msg::SharedLink),
        (view.shows(Verdict::OnlyLeft), "only-a", Msg::RelationOnlyA),
        (view.shows(Verdict::OnlyRight), "only-b", Msg::RelationOnlyB),
        (true, "opening", Msg::OpeningTitle),
        (!outline.voices.is_empty(), "voices", Msg::VoicesTitle),
        (true, "sources", Msg::SourcesTitle),
        (true, "about", Msg::AboutTitle),
    ];
    let shown = all.into_iter().filter(|(shown, ..)| *shown);
    shown
        .map(|(_, anchor, title)| (anchor, pair.messages.say(title)))
        .collect()
}

fn only_verdict(which: Which) -> Verdict {
    match which {
        Which::A => Verdict::OnlyLeft,
        Which::B => Verdict::OnlyRight,
    }
}

fn only_anchor(which: Which) -> &'static str {
    ["only-a", "only-b"][which.index()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::outline::sample::{comparison, link};

    #[test]
    fn words_of_an_article_are_escaped() {
        let mut found = comparison(1, 1, []);
        found.left.article.name = "<img src=x>".to_owned();
        found.left.article.paragraphs[0].text = "<script>alert(1)</script> & more".to_owned();
        found.left.claims.clear();
        let html = render(&found, &View::default());
        assert!(!html.contains("<script") && !html.contains("<img"));
        assert!(html.contains("&#60;script&#62;alert(1)&#60;/script&#62; &#38; more"));
    }

    #[test]
    fn partners_share_a_class_and_lead_to_their_finding() {
        let found = comparison(1, 1, [link(Verdict::Reworded, Some(0), Some(0))]);
        let html = render(&found, &View::default());
        let claims = html.matches("<a class=\"claim k0\" href=\"#f0\">");
        assert_eq!(claims.count(), 2);
        assert!(html.contains("body:has(.k0:hover) .k0"));
        assert!(html.contains("id=\"show-reworded\"") && !html.contains("id=\"show-same\""));
    }

    #[test]
    fn a_verdict_that_is_not_asked_for_has_neither_box_nor_link() {
        let found = comparison(1, 1, [link(Verdict::Reworded, Some(0), Some(0))]);
        let view = View {
            only: vec![Verdict::Conflict],
            ..View::default()
        };
        let html = render(&found, &view);
        assert!(!html.contains("show-reworded") && !html.contains("href=\"#f0\""));
    }
}
