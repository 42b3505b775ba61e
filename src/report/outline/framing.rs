//! Labels for the same thing: how often, where, in whose mouth, in quotation marks or not.

use super::Compared;
use super::line::{Line, Piece, Slot, joined, line, own};
use super::pair::Pair;
use super::place::{Ref, Which};
use super::why::quoted;
use crate::model::{Framing, FramingReason, Label};
use crate::report::messages::{Messages, Msg};

/// One row a pair of labels; `item` says what they name, or why they are listed, `note` who uses them.
/// The first `told` rows stand in the answer already; at most so many are shown.
pub(super) fn framing<'a>(pair: &Pair<'a>, told: usize, most: usize) -> Vec<Compared<'a>> {
    let rows = pair.comparison.framing.iter().skip(told).take(most);
    rows.map(|f| row(pair, f)).collect()
}

/// The label of one side.
pub(super) fn label(framing: &Framing, which: Which) -> Option<&Label> {
    match which {
        Which::A => framing.left.as_ref(),
        Which::B => framing.right.as_ref(),
    }
}

fn row<'a>(pair: &Pair<'a>, framing: &'a Framing) -> Compared<'a> {
    let cell = |which| match label(framing, which) {
        Some(label) => used(pair, which, label),
        None => pair.line(Msg::NotFound, vec![("side", Slot::Own(pair.letter(which)))]),
    };
    let who = Which::BOTH.into_iter().filter_map(|which| {
        let slots = vec![
            ("side", Slot::Own(pair.letter(which))),
            (
                "who",
                Slot::Line(mouths(pair.messages, label(framing, which)?, &|name| {
                    pair.quote(which, name)
                })),
            ),
        ];
        Some(pair.line(Msg::LabelSideSpeakers, slots))
    });
    let is_watched = framing.reason == FramingReason::Watched;
    let item = match framing.referent.filter(|_| !is_watched) {
        Some(name) => pair.line(Msg::Referent, vec![("name", Slot::Choice(name))]),
        None => pair.own(reason(framing.reason)),
    };
    Compared {
        item,
        sides: Which::BOTH.map(cell),
        note: joined(pair.messages, Msg::ListSemicolon, who),
    }
}

/// Why two labels are put beside each other.
pub(in crate::report) fn reason(reason: FramingReason) -> Msg {
    match reason {
        FramingReason::SameSlot => Msg::FramingSameSlot,
        FramingReason::QuotedHereOnly => Msg::FramingQuotedHereOnly,
        FramingReason::Distanced => Msg::FramingDistanced,
        FramingReason::Charged => Msg::FramingCharged,
        FramingReason::Watched => Msg::FramingWatched,
    }
}

/// The term, how often, and where.
fn used<'a>(pair: &Pair<'a>, which: Which, label: &'a Label) -> Line<'a> {
    let mut line = pair.with_gloss(&label.term, quoted(pair, which, &label.term));
    line.extend(times(pair.messages, label));
    let mut refs: Vec<Ref> = label
        .paragraphs
        .iter()
        .filter_map(|&n| pair.numbers(which).at(n))
        .collect();
    refs.dedup();
    if !refs.is_empty() {
        line.push(Piece::Own(" (".to_owned()));
        line.extend(pair.refs(refs));
        line.push(Piece::Own(")".to_owned()));
    }
    line
}

/// `“hybrid attack” 2×`
pub(in crate::report) fn named<'a>(messages: Messages, label: &Label, term: Piece<'a>) -> Line<'a> {
    let slots = vec![("words", Slot::Line(vec![term]))];
    let mut words = line(messages, Msg::Quoted, slots);
    words.extend(times(messages, label));
    words
}

/// ` 3×`; nothing for once.
fn times<'a>(messages: Messages, label: &Label) -> Line<'a> {
    if label.count < 2 {
        return Vec::new();
    }
    let slots = vec![("n", Slot::Count(label.count))];
    let mut times = vec![Piece::Own(" ".to_owned())];
    times.extend(line(messages, Msg::CountTimes, slots));
    times
}

/// `Putin, own voice, in quotation marks`.
pub(in crate::report) fn mouths<'a>(
    messages: Messages,
    label: &'a Label,
    quote: &dyn Fn(&'a str) -> Piece<'a>,
) -> Line<'a> {
    let speakers = label.speakers.iter().map(|name| vec![quote(name)]);
    let is_own = label.own_voice || label.speakers.is_empty();
    let voice = is_own.then(|| own(messages, Msg::OwnVoice));
    let marks = label.quoted.then(|| own(messages, Msg::LabelQuoted));
    let all = speakers.chain(voice).chain(marks);
    joined(messages, Msg::ListComma, all)
}
