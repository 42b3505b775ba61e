//! How the report was made: what was left out and by which rule, options, version, doubts.

use super::line::{Line, Piece, Quote, Slot, joined};
use super::pair::Pair;
use super::place::Which;
use crate::article::{Note, Paragraph};
use crate::model::{Encoding, Verdict};
use crate::report::messages::Msg;
use crate::report::words;

/// How the report was made.
#[derive(Debug, Clone)]
pub(in crate::report) struct About<'a> {
    /// Program, version, inputs.
    pub made: Line<'a>,
    /// What was left out of the comparison.
    pub removed: Vec<Removed<'a>>,
    /// Verdicts shown, language of the report; the newsroom's file; what was read.
    pub options: Vec<Line<'a>>,
    /// Doubts, one sentence each.
    pub notes: Vec<Line<'a>>,
}

/// A paragraph that was left out.
#[derive(Debug, Clone)]
pub(in crate::report) struct Removed<'a> {
    /// Article and line.
    pub place: Line<'a>,
    /// The name of the rule.
    pub rule: Line<'a>,
    /// Its words.
    pub words: Quote<'a>,
}

/// All of it.
pub(super) fn about<'a>(pair: &Pair<'a>) -> About<'a> {
    let source = |which| Slot::Line(vec![Piece::Code(pair.article(which).source.clone())]);
    let made = vec![
        ("version", Slot::Own(env!("CARGO_PKG_VERSION").to_owned())),
        ("a", source(Which::A)),
        ("b", source(Which::B)),
    ];
    let options = vec![
        ("verdicts", Slot::Line(verdicts(pair))),
        ("ui", Slot::Own(pair.messages.say(Msg::AboutUi))),
        ("meaning", Slot::Own(pair.messages.say(meaning(pair)))),
    ];
    let digests = Which::BOTH
        .into_iter()
        .filter_map(|which| digest(pair, which));
    let desk = pair.view.desk.as_ref().map(|file| {
        let file = Slot::Line(vec![Piece::Code(file.clone())]);
        pair.line(Msg::AboutDesk, vec![("file", file)])
    });
    About {
        made: pair.line(Msg::AboutVersion, made),
        removed: Which::BOTH
            .into_iter()
            .flat_map(|w| removed(pair, w))
            .collect(),
        options: [pair.line(Msg::AboutOptions, options)]
            .into_iter()
            .chain(desk)
            .chain(digests)
            .collect(),
        notes: doubts(pair, |_| true),
    }
}

/// The doubts that are wanted, one sentence each.
pub(super) fn doubts<'a>(pair: &Pair<'a>, wanted: impl Fn(&Note) -> bool) -> Vec<Line<'a>> {
    let notes = pair.comparison.notes.iter().filter(|note| wanted(note));
    let said = words::notes(pair.messages, notes).into_iter();
    said.map(|note| vec![Piece::Own(note)]).collect()
}

fn meaning(pair: &Pair) -> Msg {
    match pair.comparison.encoding {
        Encoding::Embedded => Msg::AboutEncoded,
        Encoding::None => Msg::AboutByWords,
    }
}

/// Which bytes were compared.
fn digest<'a>(pair: &Pair<'a>, which: Which) -> Option<Line<'a>> {
    let sha256 = pair.article(which).sha256.clone()?;
    let side = ("side", Slot::Own(pair.letter(which)));
    let sum = ("sum", Slot::Line(vec![Piece::Code(sha256)]));
    Some(pair.line(Msg::AboutDigest, vec![side, sum]))
}

/// The verdicts that are shown, in the fixed order.
pub(super) fn verdicts<'a>(pair: &Pair<'a>) -> Line<'a> {
    if pair.view.only.is_empty() {
        return pair.own(Msg::AboutAllVerdicts);
    }
    let shown = Verdict::ALL.into_iter().filter(|&v| pair.view.shows(v));
    let names = shown.map(|v| pair.own(words::verdict(v)));
    joined(pair.messages, Msg::ListComma, names)
}

fn removed<'a>(pair: &Pair<'a>, which: Which) -> Vec<Removed<'a>> {
    let paragraphs = pair.article(which).paragraphs.iter();
    paragraphs
        .filter(|paragraph| !paragraph.kind.is_report())
        .map(|paragraph| Removed {
            place: place(pair, which, paragraph),
            rule: match &paragraph.rule {
                Some(rule) => vec![Piece::Code(rule.clone())],
                None => pair.own(Msg::RuleUnnamed),
            },
            words: pair.words(which, &paragraph.text),
        })
        .collect()
}

fn place<'a>(pair: &Pair<'a>, which: Which, paragraph: &Paragraph) -> Line<'a> {
    let side = ("side", Slot::Own(pair.letter(which)));
    match paragraph.line {
        Some(line) => pair.line(
            Msg::AboutLine,
            vec![side, ("line", Slot::Own(pair.messages.number(line)))],
        ),
        None => pair.line(Msg::AboutNoLine, vec![side]),
    }
}
