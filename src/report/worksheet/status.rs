//! The words that an editor may write under "status".

use crate::model::Verdict;
use crate::report::messages::{Messages, Msg, Ui};
use crate::report::words;

/// What an editor found two claims to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    /// They belong together, and are this.
    Is(Verdict),
    /// They do not belong together.
    Apart,
}

/// The languages that a report can be in.
pub(super) const LANGUAGES: [Ui; 2] = [Ui::En, Ui::Ar];

/// Verdicts on two claims.
fn of_two() -> impl Iterator<Item = Verdict> {
    let alone = |verdict: &Verdict| matches!(verdict, Verdict::OnlyLeft | Verdict::OnlyRight);
    Verdict::ALL.into_iter().filter(move |v| !alone(v))
}

/// The words to choose from in one language, one for each meaning.
pub(super) fn choice(messages: Messages) -> Vec<String> {
    let verdicts = of_two().map(|verdict| messages.say(words::short(verdict)));
    let apart = messages.say(Msg::SheetNotRelated);
    verdicts.chain([apart]).collect()
}

/// What a word means, in whichever of the languages, or as the JSON report and the command line name it.
pub(super) fn meant(word: &str) -> Option<Status> {
    let is_apart = is_said(word, &[Msg::SheetNotRelated, Msg::SheetNoLink]);
    let verdict = verdict_named(word).map(of);
    verdict.or(is_apart.then_some(Status::Apart))
}

/// The verdict that a word names, in whichever of the languages, or as the JSON report names it.
pub(crate) fn verdict_named(word: &str) -> Option<Verdict> {
    let is = |verdict: &Verdict| {
        let names = [words::short(*verdict), words::verdict(*verdict)];
        folded(verdict.as_str()) == folded(word) || is_said(word, &names)
    };
    Verdict::ALL.into_iter().find(is)
}

/// Whether a word is one of some messages, in whichever of the languages.
fn is_said(word: &str, messages: &[Msg]) -> bool {
    let said = |language: &Messages| {
        let mut said = messages.iter().map(|&msg| language.say(msg));
        said.any(|said| folded(&said) == folded(word))
    };
    LANGUAGES.map(Messages::of).iter().any(said)
}

/// A claim that only one article has belongs to none of the other's.
fn of(verdict: Verdict) -> Status {
    match verdict {
        Verdict::OnlyLeft | Verdict::OnlyRight => Status::Apart,
        verdict => Status::Is(verdict),
    }
}

/// The words that are understood, for who wrote another one.
pub(super) fn known() -> String {
    let of = |ui| choice(Messages::of(ui)).join(", ");
    LANGUAGES.map(of).join("; ")
}

/// Without what makes no difference to a reader: case, blanks, and the signs that names have between words.
pub(super) fn folded(word: &str) -> String {
    let word = word.replace(['_', '-'], " ").to_lowercase();
    let parts: Vec<&str> = word.split_whitespace().collect();
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_to_choose_from_is_understood_and_means_one_thing() {
        for ui in LANGUAGES {
            let words = choice(Messages::of(ui));
            let meanings: Vec<Status> = words.iter().filter_map(|word| meant(word)).collect();
            let wanted = of_two().map(Status::Is).chain([Status::Apart]);
            assert_eq!(meanings, wanted.collect::<Vec<_>>());
            // Excel holds no longer list, and takes a comma for the end of a word.
            assert!(words.join(",").encode_utf16().count() <= 255);
            assert!(words.iter().all(|word| !word.contains(',')));
        }
    }

    #[test]
    fn names_are_understood_however_they_are_written() {
        for (word, meaning) in [
            ("conflict", Some(Status::Is(Verdict::Conflict))),
            (" Source-Differs ", Some(Status::Is(Verdict::SourceDiffers))),
            ("left_adds", Some(Status::Is(Verdict::LeftAdds))),
            (
                "same content, other words",
                Some(Status::Is(Verdict::Reworded)),
            ),
            ("تعارض", Some(Status::Is(Verdict::Conflict))),
            ("no link", Some(Status::Apart)),
            ("only in A", Some(Status::Apart)),
            ("only_right", Some(Status::Apart)),
            ("confict", None),
            ("", None),
        ] {
            assert_eq!(meant(word), meaning, "{word}");
        }
    }
}
