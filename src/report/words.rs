//! Words for what the analysis says in types, in the language of the report.

use super::messages::{Arg, Messages, Msg};
use super::outline::framing;
use crate::article::Note;
use crate::model::{FramingReason, Reason, Verdict};

/// One line that says what carried a link.
pub(super) fn reason(messages: Messages, reason: &Reason) -> String {
    match reason {
        Reason::Words(pairs) => {
            let pairs = paired(messages, pairs);
            messages.fill(Msg::ReasonWords, &[("pairs", Arg::Text(&pairs))])
        }
        Reason::Evidence(evidence) => {
            let strength = messages.share(evidence.strength);
            let slots = [
                ("id", Arg::Text(evidence.id)),
                ("strength", Arg::Text(&strength)),
            ];
            messages.fill(Msg::ReasonEvidence, &slots)
        }
        Reason::Editor => messages.say(Msg::ReasonEditor),
    }
}

fn paired(messages: Messages, pairs: &[(String, String)]) -> String {
    let shown = pairs.iter().map(|(a, b)| {
        if a == b {
            a.clone()
        } else {
            messages.fill(Msg::ReasonPair, &[("a", Arg::Text(a)), ("b", Arg::Text(b))])
        }
    });
    let shown: Vec<String> = shown.collect();
    shown.join(&messages.say(Msg::ListComma))
}

/// Why two labels are put beside each other.
pub(super) fn framing_reason(messages: Messages, reason: FramingReason) -> String {
    messages.say(framing::reason(reason))
}

/// The name of a verdict for people.
pub(super) fn verdict(verdict: Verdict) -> Msg {
    match verdict {
        Verdict::Same => Msg::VerdictSame,
        Verdict::Reworded => Msg::VerdictReworded,
        Verdict::LeftAdds => Msg::VerdictLeftAdds,
        Verdict::RightAdds => Msg::VerdictRightAdds,
        Verdict::Overlap => Msg::VerdictOverlap,
        Verdict::Conflict => Msg::VerdictConflict,
        Verdict::Development => Msg::VerdictDevelopment,
        Verdict::SourceDiffers => Msg::VerdictSourceDiffers,
        Verdict::Related => Msg::VerdictRelated,
        Verdict::OnlyLeft => Msg::VerdictOnlyLeft,
        Verdict::OnlyRight => Msg::VerdictOnlyRight,
    }
}

/// The same in a word or two, where there is little room.
pub(super) fn short(verdict: Verdict) -> Msg {
    match verdict {
        Verdict::Same => Msg::TableSame,
        Verdict::Reworded => Msg::TableReworded,
        Verdict::LeftAdds => Msg::TableLeftAdds,
        Verdict::RightAdds => Msg::TableRightAdds,
        Verdict::Overlap => Msg::TableOverlap,
        Verdict::Conflict => Msg::TableConflict,
        Verdict::Development => Msg::TableDevelopment,
        Verdict::SourceDiffers => Msg::TableSourceDiffers,
        Verdict::Related => Msg::TableRelated,
        Verdict::OnlyLeft => Msg::TableOnlyLeft,
        Verdict::OnlyRight => Msg::TableOnlyRight,
    }
}

/// The kind of a note in the JSON report.
pub(super) fn note_kind(note: &Note) -> &'static str {
    match note {
        Note::LossyDecoding { .. } => "lossy_decoding",
        Note::GuessedEncoding { .. } => "guessed_encoding",
        Note::Repaired { .. } => "repaired",
        Note::UnpairedQuotation { .. } => "unpaired_quotation",
        Note::NoLanguageRules { .. } => "no_language_rules",
        Note::NotEncoded { .. } => "not_encoded",
        Note::WholePage { .. } => "whole_page",
        Note::Teaser { .. } => "teaser",
        Note::HiddenText { .. } => "hidden_text",
        Note::Undrawn { .. } => "undrawn",
        Note::NoSuchPlace { .. } => "no_such_place",
        Note::AddressesReader { .. } => "addresses_reader",
        Note::SecondReader { .. } => "second_reader",
        Note::NoClaims { .. } => "no_claims",
    }
}

/// All notes, a sentence each; lines of one input with quotation marks without a partner are told in one.
pub(super) fn notes<'n>(
    messages: Messages,
    notes: impl IntoIterator<Item = &'n Note>,
) -> Vec<String> {
    let mut told = Vec::new();
    let mut unpaired: Vec<(&str, Vec<String>)> = Vec::new();
    for one in notes {
        match one {
            Note::UnpairedQuotation {
                source,
                line: Some(line),
            } => {
                let line = messages.number(*line);
                match unpaired.iter_mut().find(|(of, _)| of == source) {
                    Some((_, lines)) => lines.push(line),
                    None => unpaired.push((source, vec![line])),
                }
            }
            _ => told.push(note(messages, one)),
        }
    }
    let comma = messages.say(Msg::ListComma);
    told.extend(unpaired.into_iter().map(|(source, lines)| {
        let lines = lines.join(&comma);
        let args = [text("source", source), text("line", &lines)];
        messages.fill(Msg::NoteUnpairedLine, &args)
    }));
    told
}

/// A note, as one sentence.
pub(super) fn note(messages: Messages, note: &Note) -> String {
    let (msg, args) = match note {
        Note::LossyDecoding {
            source,
            encoding,
            bad,
        } => {
            let args = vec![
                text("source", source),
                text("encoding", encoding),
                ("bad", Arg::Count(*bad)),
                text("mark", "\u{FFFD}"),
            ];
            (Msg::NoteLossyDecoding, args)
        }
        Note::GuessedEncoding { source, encoding } => (
            Msg::NoteGuessedEncoding,
            vec![text("source", source), text("encoding", encoding)],
        ),
        Note::Repaired { source, encoding } => (
            Msg::NoteRepaired,
            vec![text("source", source), text("encoding", encoding)],
        ),
        Note::UnpairedQuotation { source, line } => {
            return unpaired(messages, source, *line);
        }
        Note::NoLanguageRules { source, language } => (
            Msg::NoteNoLanguageRules,
            vec![text("source", source), text("language", language)],
        ),
        Note::NotEncoded { source, language } => (
            Msg::NoteNotEncoded,
            vec![text("source", source), text("language", language)],
        ),
        Note::WholePage { source } => (Msg::NoteWholePage, vec![text("source", source)]),
        Note::Teaser { source } => (Msg::NoteTeaser, vec![text("source", source)]),
        Note::HiddenText { source } => (Msg::NoteHiddenText, vec![text("source", source)]),
        Note::Undrawn { source } => (Msg::NoteUndrawn, vec![text("source", source)]),
        Note::NoSuchPlace { lock, place, last } => (
            Msg::NoteNoSuchPlace,
            vec![text("lock", lock), text("place", place), text("last", last)],
        ),
        Note::AddressesReader { source, line } => {
            let line = line.map_or_else(String::new, |line| messages.number(line));
            let args = [text("source", source), text("line", &line)];
            return messages.fill(Msg::NoteAddressesReader, &args);
        }
        Note::SecondReader { .. } => return second_reader(messages, note),
        Note::NoClaims { source } => (Msg::NoteNoClaims, vec![text("source", source)]),
    };
    messages.fill(msg, &args)
}

fn text<'a>(name: &'static str, text: &'a str) -> (&'static str, Arg<'a>) {
    (name, Arg::Text(text))
}

/// That texts were sent, where to, and what it cost; what was not asked or did not hold only where there is any.
fn second_reader(messages: Messages, note: &Note) -> String {
    let Note::SecondReader {
        host,
        model,
        asked,
        answered,
        unasked,
        thrown,
        tokens,
        millis,
    } = note
    else {
        return String::new();
    };
    let number = |n: u64| messages.number(usize::try_from(n).unwrap_or(usize::MAX));
    let (tokens, seconds) = (number(*tokens), number(millis.div_ceil(1000)));
    let mut told = messages.fill(
        Msg::NoteSecondReader,
        &[
            text("host", host),
            text("model", model),
            ("asked", Arg::Count(*asked)),
            ("answered", Arg::Count(*answered)),
            text("tokens", &tokens),
            text("seconds", &seconds),
        ],
    );
    for (count, msg) in [
        (*unasked, Msg::NoteSecondReaderUnasked),
        (*thrown, Msg::NoteSecondReaderThrown),
    ] {
        if count > 0 {
            told.push_str(&messages.fill(msg, &[("count", Arg::Count(count))]));
        }
    }
    told
}

fn unpaired(messages: Messages, source: &str, line: Option<usize>) -> String {
    let source = text("source", source);
    match line {
        Some(line) => {
            let line = messages.number(line);
            messages.fill(Msg::NoteUnpairedLine, &[source, text("line", &line)])
        }
        None => messages.fill(Msg::NoteUnpaired, &[source]),
    }
}
