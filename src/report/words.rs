//! The report's own words for what the analysis says in types.

use crate::article::Note;
use crate::compare::{FramingReason, Reason};

/// One line that says what carried a link.
pub(super) fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Words(pairs) => format!("words: {}", paired(pairs)),
        Reason::Names(pairs) => format!("names: {}", paired(pairs)),
        Reason::Figures(pairs) => format!("figures: {}", paired(pairs)),
        Reason::Meaning(cosine) => format!("meaning: {cosine:.2}"),
        Reason::Verbatim => "nearly the same words in the same order".to_owned(),
        Reason::Editor => "the editor's word".to_owned(),
    }
}

fn paired(pairs: &[(String, String)]) -> String {
    let shown = pairs.iter().map(|(a, b)| {
        if a == b {
            a.clone()
        } else {
            format!("{a} / {b}")
        }
    });
    shown.collect::<Vec<_>>().join(", ")
}

/// Why two labels are put beside each other.
pub(super) fn framing_reason(reason: FramingReason) -> &'static str {
    match reason {
        FramingReason::SameSlot => "in the same place of linked claims",
        FramingReason::QuotedHereOnly => "in quotation marks here, not found there",
        FramingReason::Distanced => "introduced as so-called",
        FramingReason::Charged => "a charged word that only one side uses",
        FramingReason::Watched => "watched by the desk",
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
        Note::NoClaims { .. } => "no_claims",
    }
}

/// A note, as one sentence.
pub(super) fn note(note: &Note) -> String {
    match note {
        Note::LossyDecoding {
            source,
            encoding,
            bad,
        } => {
            format!("{source}: {bad} bytes were no {encoding} text and are shown as \u{FFFD}")
        }
        Note::GuessedEncoding { source, encoding } => {
            format!("{source}: not UTF-8; read as {encoding}, a guess")
        }
        Note::Repaired { source, encoding } => {
            format!("{source}: garbled {encoding} text was restored")
        }
        Note::UnpairedQuotation {
            source,
            line: Some(line),
        } => {
            format!(
                "{source}, line {line}: a quotation mark without a partner; where that quotation ends is a guess"
            )
        }
        Note::UnpairedQuotation { source, line: None } => {
            format!(
                "{source}: a quotation mark without a partner; where that quotation ends is a guess"
            )
        }
        Note::NoLanguageRules { source, language } => {
            format!(
                "{source}: no rules for the language {language}; speakers and figures may be missed"
            )
        }
        Note::NotEncoded { source, language } => {
            format!(
                "{source}: the sentence encoder does not know {language}; meaning was judged by words alone"
            )
        }
        Note::NoClaims { source } => format!("{source}: nothing was left to compare"),
    }
}
