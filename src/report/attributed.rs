//! Who says a claim, and how they stand to it: the one place that words it, for all formats.
//!
//! What somebody denied must never read as what they said, so that no format writes a speaker's name before a claim on
//! its own.

use super::messages::{Messages, Msg};
use super::outline::line::{Line, Piece, Slot, joined, line, own};
use crate::claim::{Speaker, Stance};

/// Who says it, with those who passed it on: `Tokayev`, `the ministry denied via RT, Novosti`, `own voice`. `quote` makes
/// a piece of a name as the article has it.
pub(super) fn voice<'a>(
    messages: Messages,
    speaker: Option<&'a Speaker>,
    quote: impl Fn(&'a str) -> Piece<'a>,
) -> Line<'a> {
    let Some(speaker) = speaker else {
        return own(messages, Msg::OwnVoice);
    };
    let mut name = vec![quote(&speaker.name)];
    if speaker.vague {
        name = line(
            messages,
            Msg::SpeakerVague,
            vec![("name", Slot::Line(name))],
        );
    }
    let mut said = stood(messages, speaker, name);
    if !speaker.via.is_empty() {
        let relays = relays(messages, &speaker.via, quote);
        said.push(Piece::Own(" ".to_owned()));
        said.extend(line(
            messages,
            Msg::Via,
            vec![("relays", Slot::Line(relays))],
        ));
    }
    said
}

/// Those who passed a statement on, nearest to the reader first.
pub(super) fn relays<'a>(
    messages: Messages,
    via: &'a [String],
    quote: impl Fn(&'a str) -> Piece<'a>,
) -> Line<'a> {
    let names = via.iter().map(|name| vec![quote(name)]);
    joined(messages, Msg::ListComma, names)
}

/// The same in few words, for a cell of the terminal: `the ministry denied (RT, Novosti)`.
pub(super) fn short(messages: Messages, speaker: &Speaker) -> String {
    let name = vec![Piece::Own(speaker.name.clone())];
    let said = text(&stood(messages, speaker, name));
    match speaker.via.as_slice() {
        [] => said,
        via => format!("{said} ({})", via.join(", ")),
    }
}

/// The same without those who passed it on, for a story of many outlets.
pub(super) fn plain(messages: Messages, speaker: Option<&Speaker>) -> String {
    let bare = speaker.map(|speaker| Speaker {
        via: Vec::new(),
        ..speaker.clone()
    });
    let quote = |name: &str| Piece::Own(name.to_owned());
    text(&voice(messages, bare.as_ref(), quote))
}

/// Whether a claim's words, alone, would be taken for what its speaker says.
pub(super) fn misleads(speaker: Option<&Speaker>) -> bool {
    speaker.is_some_and(|speaker| shown(speaker) != Stance::Says)
}

/// A name with how its bearer stands to the claim.
fn stood<'a>(messages: Messages, speaker: &Speaker, name: Line<'a>) -> Line<'a> {
    let slots = vec![
        ("stance", Slot::Choice(shown(speaker).as_str())),
        ("name", Slot::Line(name)),
    ];
    line(messages, Msg::SpeakerStance, slots)
}

/// The stance that the claim's words do not tell themselves: `The ministry denied: The ministry denied the attack` would
/// deny it twice.
fn shown(speaker: &Speaker) -> Stance {
    if speaker.in_text {
        Stance::Says
    } else {
        speaker.stance
    }
}

fn text(line: &Line<'_>) -> String {
    let words = line.iter().map(|piece| match piece {
        Piece::Own(text) => text.as_str(),
        _ => "",
    });
    words.collect()
}
