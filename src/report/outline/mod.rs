//! The editor's report before any markup: eleven sections, each with just what the analysis knows.
//!
//! Entry: [`Outline::of`]. Markdown, HTML and word-processor files render the same outline, so that no format says what
//! another does not. Everything that reads as a sentence is made here, as a [`line::Line`]; a format adds marks,
//! links and tables.

pub(super) mod about;
pub(super) mod brief;
pub(super) mod exchange;
mod facts;
pub(super) mod framing;
pub(super) mod full;
pub(super) mod line;
pub(super) mod pair;
pub(super) mod place;
pub(super) mod prominence;
#[cfg(test)]
pub(super) mod sample;
mod sources;
mod voices;
mod why;

use crate::article::Note;
use crate::model::Verdict;
use crate::report::messages::Msg;
use about::About;
use brief::Brief;
use exchange::{Exchange, Statement, listed};
use full::{FullRow, Relation};
use line::{Line, Slot, joined};
use pair::Pair;
use place::{Ref, Which};
use prominence::Shift;

/// The editor's report, section by section.
#[derive(Debug, Clone, Default)]
pub(super) struct Outline<'a> {
    /// 1. The answer: how much meets, and a table of what to see first.
    pub counts: Line<'a>,
    pub brief: Vec<Compared<'a>>,
    /// What the view hides, if it hides something.
    pub filtered: Option<Line<'a>>,
    /// 2. What was compared.
    pub sources: Vec<Compared<'a>>,
    /// 3. Check first: conflicts,
    pub conflicts: Vec<Exchange<'a>>,
    /// … and what only looks like one.
    pub updates: Vec<Exchange<'a>>,
    /// 4. Headline and lead,
    pub opening: Vec<Compared<'a>>,
    /// … what one has early and the other late,
    pub shifts: Vec<Shift<'a>>,
    /// … and what one leads with and the other does not have.
    pub leads_alone: [Vec<Statement<'a>>; 2],
    /// 5. Shared claims: near-verbatim paragraphs,
    pub wire: Vec<[Vec<Ref>; 2]>,
    /// … claims that both make,
    pub shared: Vec<Exchange<'a>>,
    /// … and those put in another mouth.
    pub other_speaker: Vec<Exchange<'a>>,
    /// 5. What is perhaps one thing, and asserted as nothing.
    pub related: Vec<Exchange<'a>>,
    /// 6. Only in A, only in B.
    pub only: [Vec<Statement<'a>>; 2],
    /// 7. Figures, names, dates.
    pub facts: Vec<Compared<'a>>,
    /// 8. Voices.
    pub voices: Vec<Compared<'a>>,
    /// 9. Framing: `item` says why a row is listed, `note` who uses the labels.
    pub framing: Vec<Compared<'a>>,
    /// 10. Full text.
    pub full: Vec<FullRow<'a>>,
    /// What a reader of the answer alone must know of how the articles were read.
    pub doubts: Vec<Line<'a>>,
    /// 11. About the report.
    pub about: Option<About<'a>>,
}

/// One thing as each article has it.
#[derive(Debug, Clone)]
pub(super) struct Compared<'a> {
    /// What it is.
    pub item: Line<'a>,
    /// As A has it, as B has it.
    pub sides: [Line<'a>; 2],
    /// What to know of it.
    pub note: Line<'a>,
}

impl<'a> Outline<'a> {
    /// All sections of the report.
    pub fn of(pair: &Pair<'a>) -> Self {
        let full = full::full(pair);
        let brief = Brief::of(pair, brief::MOST);
        Outline {
            brief: brief.rows(pair),
            counts: brief.counts,
            filtered: filtered(pair),
            sources: sources::sources(pair),
            conflicts: listed(pair, |v| v == Verdict::Conflict),
            updates: listed(pair, |v| v == Verdict::Development),
            opening: sources::opening(pair),
            shifts: prominence::shifts(pair),
            leads_alone: Which::BOTH.map(|which| prominence::alone(pair, which)),
            wire: wire(&full),
            shared: listed(pair, |v| is_shared(v) && v != Verdict::SourceDiffers),
            other_speaker: listed(pair, |v| v == Verdict::SourceDiffers),
            related: listed(pair, |v| v == Verdict::Related),
            only: Which::BOTH.map(|which| only(pair, which)),
            facts: facts::facts(pair),
            voices: voices::voices(pair),
            framing: framing::framing(pair),
            full,
            doubts: about::doubts(pair, Note::is_of_reading),
            about: Some(about::about(pair)),
        }
    }

    /// Which paragraphs are likely one wire copy, and what that means; none where there are none.
    pub fn wire_note(&self, pair: &Pair<'a>) -> Option<Line<'a>> {
        if self.wire.is_empty() {
            return None;
        }
        let rows = self.wire.iter();
        let rows = rows.map(|row| pair.refs(row.iter().flatten().copied()));
        let pairs = joined(pair.messages, Msg::ListSemicolon, rows);
        Some(pair.line(Msg::WireNote, vec![("pairs", Slot::Line(pairs))]))
    }

    /// Whether a finding joins paragraphs that are likely one wire copy.
    fn is_wire(&self, exchange: &Exchange<'a>) -> bool {
        let sides = Which::BOTH.map(|which| exchange.refs(which));
        let within =
            |row: &[Vec<Ref>; 2], side: usize| sides[side].iter().any(|at| row[side].contains(at));
        self.wire.iter().any(|row| within(row, 0) && within(row, 1))
    }
}

/// Whether both articles make the claim, none contradicting the other.
pub(super) fn is_shared(verdict: Verdict) -> bool {
    match verdict {
        Verdict::Same
        | Verdict::Reworded
        | Verdict::LeftAdds
        | Verdict::RightAdds
        | Verdict::Overlap
        | Verdict::SourceDiffers => true,
        Verdict::Conflict
        | Verdict::Development
        | Verdict::Related
        | Verdict::OnlyLeft
        | Verdict::OnlyRight => false,
    }
}

/// The anchor of a finding that is listed under a heading of its own.
pub(super) fn finding_anchor(verdict: Verdict, number: usize) -> String {
    format!("{}-{number}", verdict.as_str())
}

/// `A¶8 against B¶5`: how a finding is called where nobody can say what it is about.
pub(super) fn heading_refs(pair: &Pair<'_>, exchange: &Exchange<'_>) -> String {
    let sides = Which::BOTH.map(|which| {
        let refs = exchange.refs(which);
        let names: Vec<String> = refs.iter().map(|&at| ref_name(pair, at)).collect();
        names.join(&pair.messages.say(Msg::ListComma))
    });
    let [a, b] = sides.each_ref();
    let args = [
        ("a", super::messages::Arg::Text(a)),
        ("b", super::messages::Arg::Text(b)),
    ];
    pair.messages.fill(Msg::Against, &args)
}

/// `A¶8`, `B headline`.
pub(super) fn ref_name(pair: &Pair<'_>, at: Ref) -> String {
    let letter = pair.letter(at.which);
    let side = ("side", super::messages::Arg::Text(&letter));
    match at.place {
        place::ParagraphNumber::Title => pair.messages.fill(Msg::RefTitle, &[side]),
        place::ParagraphNumber::Body(n) => pair
            .messages
            .fill(Msg::RefBody, &[side, ("n", super::messages::Arg::Count(n))]),
    }
}

fn filtered<'a>(pair: &Pair<'a>) -> Option<Line<'a>> {
    let verdicts = || Slot::Line(about::verdicts(pair));
    (!pair.view.only.is_empty())
        .then(|| pair.line(Msg::BriefFiltered, vec![("verdicts", verdicts())]))
}

fn only<'a>(pair: &Pair<'a>, which: Which) -> Vec<Statement<'a>> {
    let verdict = match which {
        Which::A => Verdict::OnlyLeft,
        Which::B => Verdict::OnlyRight,
    };
    let mut statements = Vec::new();
    for exchange in listed(pair, |v| v == verdict) {
        let locked = exchange.finding.locked;
        let parted = locked.then(|| pair.own(Msg::EditorPart));
        for mut statement in exchange.sides.into_iter().flatten() {
            let who = [statement.who].into_iter().chain(parted.clone());
            statement.who = joined(pair.messages, Msg::ListSemicolon, who);
            statements.push(statement);
        }
    }
    statements
}

fn wire(full: &[FullRow<'_>]) -> Vec<[Vec<Ref>; 2]> {
    let rows = full.iter().filter(|row| row.relation == Relation::Wire);
    rows.map(|row| {
        row.sides
            .each_ref()
            .map(|side| side.iter().map(|p| p.at).collect())
    })
    .collect()
}
