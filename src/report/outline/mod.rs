//! The editor's report before any markup: the answer, both texts side by side, labels and figures, then the findings one
//! by one, each with just what the analysis knows.
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
use crate::model::{Difference, Verdict};
use crate::report::messages::Msg;
use crate::report::{View, cut};
use about::About;
use brief::{Brief, Topic};
use exchange::{Exchange, Statement, listed};
use full::{FullRow, Relation};
use line::{Line, Slot, joined};
use pair::Pair;
use place::{Ref, Which};
use prominence::Shift;

/// So many labels stand below those of the answer; with `--full` all do.
const LABELS: usize = 4;

/// So many characters of a claim stand in a heading.
const HEADING: usize = 60;

/// A section of the report, or some that stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    Answer,
    Doubts,
    CheckFirst,
    Full,
    Framing,
    Facts,
    Opening,
    Shared,
    Only,
    Voices,
    Sources,
    About,
}

/// What `--brief` shows, what a report shows unless all is asked for, and all. The page for browsers has all, folded.
const BRIEF: [Section; 2] = [Section::Answer, Section::Doubts];
const SHORT: [Section; 6] = [
    Section::Answer,
    Section::CheckFirst,
    Section::Full,
    Section::Framing,
    Section::Facts,
    Section::About,
];
const WHOLE: [Section; 11] = [
    Section::Answer,
    Section::CheckFirst,
    Section::Full,
    Section::Framing,
    Section::Facts,
    Section::Opening,
    Section::Shared,
    Section::Only,
    Section::Voices,
    Section::Sources,
    Section::About,
];

/// The editor's report, section by section.
#[derive(Debug, Clone, Default)]
pub(super) struct Outline<'a> {
    /// The story, and whose reports of it are compared.
    pub title: Line<'a>,
    /// The answer: how much meets, and a table of what to see first.
    pub counts: Line<'a>,
    pub brief: Vec<Compared<'a>>,
    /// Whether the answer has all conflicts and updates.
    pub answers_alarms: bool,
    /// What the view hides, if it hides something.
    pub filtered: Option<Line<'a>>,
    /// Check first: conflicts,
    pub conflicts: Vec<Exchange<'a>>,
    /// … and what only looks like one.
    pub updates: Vec<Exchange<'a>>,
    /// Both texts side by side.
    pub full: Vec<FullRow<'a>>,
    /// Framing: `item` says what the labels name, or why they are listed, `note` who uses them.
    pub framing: Vec<Compared<'a>>,
    /// Figures, names, dates.
    pub facts: Vec<Compared<'a>>,
    /// From here on only where all is asked for ([`Outline::is_whole`]), folded in a browser. Headline and lead,
    pub opening: Vec<Compared<'a>>,
    /// … what one has early and the other late,
    pub shifts: Vec<Shift<'a>>,
    /// … and what one leads with and the other does not have.
    pub leads_alone: [Vec<Statement<'a>>; 2],
    /// Shared claims: near-verbatim paragraphs,
    pub wire: Vec<[Vec<Ref>; 2]>,
    /// … claims that both make,
    pub shared: Vec<Exchange<'a>>,
    /// … and those put in another mouth.
    pub other_speaker: Vec<Exchange<'a>>,
    /// What is perhaps one thing, and asserted as nothing.
    pub related: Vec<Exchange<'a>>,
    /// Only in A, only in B.
    pub only: [Vec<Statement<'a>>; 2],
    /// Voices.
    pub voices: Vec<Compared<'a>>,
    /// What was compared.
    pub sources: Vec<Compared<'a>>,
    /// What a reader of the answer alone must know of how the articles were read.
    pub doubts: Vec<Line<'a>>,
    /// About the report.
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
        let brief = Brief::of(pair, brief::PAGE);
        let is_whole = Outline::is_whole(pair.view);
        Outline {
            title: title(pair),
            brief: brief.rows(pair),
            counts: brief.counts.clone(),
            answers_alarms: [Topic::Conflicts, Topic::Updates]
                .into_iter()
                .all(|topic| brief.tells_all(topic)),
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
            facts: facts::facts(pair, !is_whole && brief.tells_all(Topic::Names)),
            voices: voices::voices(pair),
            framing: if is_whole {
                framing::framing(pair, 0, usize::MAX)
            } else {
                framing::framing(pair, brief.labels(), LABELS)
            },
            full,
            doubts: about::doubts(pair, Note::is_of_reading),
            about: Some(about::about(pair)),
        }
    }

    /// The sections that a view asks for, in their order.
    pub fn sections(view: &View) -> &'static [Section] {
        if view.brief {
            &BRIEF
        } else if Outline::is_whole(view) {
            &WHOLE
        } else {
            &SHORT
        }
    }

    /// Whether anything conflicts or has moved on.
    pub fn has_alarms(&self) -> bool {
        !self.conflicts.is_empty() || !self.updates.is_empty()
    }

    /// Whether what conflicts or has moved on is told in full: where all is, or the answer has no room for it.
    pub fn details_alarms(&self, view: &View) -> bool {
        let is_asked = !view.only.is_empty() && view.shows(Verdict::Conflict);
        let all = view.full || view.explain || !self.answers_alarms;
        is_asked || self.has_alarms() && all
    }

    /// Whether findings are listed one by one: where all is asked for, or some verdicts are.
    pub fn is_whole(view: &View) -> bool {
        view.full || view.explain || !view.only.is_empty()
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

/// The story's headline, and whose reports of it are compared.
fn title<'a>(pair: &Pair<'a>) -> Line<'a> {
    let headline = Which::BOTH.into_iter().find_map(|which| {
        let title = pair.article(which).title.as_ref()?;
        Some(vec![pair.quote(which, title)])
    });
    let [a, b] = Which::BOTH.map(|which| Slot::Line(vec![pair.name(which)]));
    match headline {
        Some(headline) => pair.line(
            Msg::ReportTitle,
            vec![("headline", Slot::Line(headline)), ("a", a), ("b", b)],
        ),
        None => pair.line(Msg::ReportUntitled, vec![("a", a), ("b", b)]),
    }
}

/// `3,000 / 2,000`: what a finding is about in its own words: what differs, or the beginning of what A says.
pub(super) fn heading<'a>(pair: &Pair<'a>, exchange: &Exchange<'a>) -> Line<'a> {
    let told = |d: &&'a Difference| !d.left.is_empty() && !d.right.is_empty();
    if let Some(found) = exchange.finding.differences.iter().find(told) {
        let sides = [(Which::A, &found.left), (Which::B, &found.right)];
        let sides = sides.map(|(which, words)| vec![pair.quote(which, words)]);
        return joined(pair.messages, Msg::ListSlash, sides);
    }
    let first = exchange.sides.iter().flatten().next();
    first.map_or_else(Vec::new, |statement| {
        let end = cut::beginning(statement.words.text, HEADING);
        brief::clipped(&statement.words, 0..end)
    })
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
