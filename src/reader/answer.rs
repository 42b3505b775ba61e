//! What an answer says, held against the question: its form, and each word that it claims to have found.

use super::question::{Question, RELATIONS};
use crate::model::Verdict;
use serde::Deserialize;
use std::ops::Range;

/// A checked answer.
///
/// ```
/// use storydiff::reader::{Fault, Passage, Question, Word, checked};
/// use storydiff::Verdict;
///
/// let passage = |claim: &str| Passage {
///     claim: claim.to_owned(),
///     speaker: None,
///     paragraph: claim.to_owned(),
/// };
/// let question = Question {
///     claim: passage("Sixteen people died."),
///     partners: vec![passage("Nineteen people died.")],
/// };
/// let said = |partner_words: &str| {
///     let pair = format!(
///         r#"{{"partner": 1, "relation": "conflict", "claim_words": "Sixteen", "partner_words": "{partner_words}"}}"#
///     );
///     checked(&question, &format!(r#"{{"speaker": "", "pairs": [{pair}]}}"#)).words.remove(0)
/// };
/// let conflict = Word::Linked {
///     verdict: Verdict::Conflict,
///     spans: [0..7, 0..8],
/// };
/// assert_eq!(said("Nineteen"), conflict);
/// // Invented words void the answer.
/// assert_eq!(said("ninety"), Word::Thrown(Fault::Words));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// Who says the claim: a byte range in its paragraph.
    pub speaker: Option<Range<usize>>,
    /// What is said of each partner, in the question's order.
    pub words: Vec<Word>,
}

/// What a reader says of a claim and one partner.
///
/// ```
/// use storydiff::reader::Word;
///
/// assert_eq!(Word::default(), Word::Silent);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Word {
    /// Nothing.
    #[default]
    Silent,
    /// It cannot tell.
    Unsure,
    /// They tell of different things.
    Unrelated,
    /// They tell of one thing.
    Linked {
        /// As what; the claim is the left one.
        verdict: Verdict,
        /// Byte ranges in the claim and in the partner: the words that differ, or that only one has; may be empty.
        spans: [Range<usize>; 2],
    },
    /// Something that does not hold: the engine's verdict stands.
    Thrown(Fault),
}

/// Why an answer does not count.
///
/// ```
/// assert_eq!(storydiff::reader::Fault::Words.as_str(), "words");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is no JSON of the form that was asked for.
    Form,
    /// It names words that do not stand in the claim.
    Words,
}

impl Fault {
    /// The name in the JSON report.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Fault::Form => "form",
            Fault::Words => "words",
        }
    }
}

impl Word {
    /// The same with the sides exchanged.
    ///
    /// ```
    /// use storydiff::Verdict;
    /// use storydiff::reader::Word;
    ///
    /// let adds = Word::Linked { verdict: Verdict::LeftAdds, spans: [0..4, 0..0] };
    /// let mirrored = Word::Linked { verdict: Verdict::RightAdds, spans: [0..0, 0..4] };
    /// assert_eq!(adds.mirrored(), mirrored);
    /// ```
    #[must_use]
    pub fn mirrored(self) -> Word {
        match self {
            Word::Linked { verdict, spans } => {
                let [own, other] = spans;
                Word::Linked {
                    verdict: verdict.mirrored(),
                    spans: [other, own],
                }
            }
            other => other,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    speaker: String,
    pairs: Vec<SaidOfPair>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SaidOfPair {
    partner: usize,
    relation: String,
    claim_words: String,
    partner_words: String,
}

/// Read an answer: JSON with `speaker` and `pairs`, each with `partner` (from 1), `relation`, `claim_words` and
/// `partner_words`. What is wrong in it counts as nothing.
#[must_use]
pub fn checked(question: &Question, text: &str) -> Answer {
    let mut words = vec![Word::Silent; question.partners.len()];
    let Some(said) = parsed(text, words.len()) else {
        words.fill(Word::Thrown(Fault::Form));
        return Answer {
            speaker: None,
            words,
        };
    };
    for pair in &said.pairs {
        let at = pair.partner - 1;
        // Two answers to one question are none.
        words[at] = match words[at] {
            Word::Silent => word(question, at, pair),
            _ => Word::Thrown(Fault::Form),
        };
    }
    Answer {
        speaker: found(&question.claim.paragraph, &said.speaker).filter(|span| !span.is_empty()),
        words,
    }
}

/// The answer, if all of it has the form that was asked for. Small models put a fence around it.
fn parsed(text: &str, partners: usize) -> Option<Said> {
    let (start, end) = (text.find('{')?, text.rfind('}')?);
    let said: Said = serde_json::from_str(text.get(start..=end)?).ok()?;
    let of_ours = |pair: &SaidOfPair| {
        (1..=partners).contains(&pair.partner) && RELATIONS.contains(&pair.relation.as_str())
    };
    said.pairs.iter().all(of_ours).then_some(said)
}

fn word(question: &Question, at: usize, said: &SaidOfPair) -> Word {
    let verdict = match said.relation.as_str() {
        "unsure" => return Word::Unsure,
        "unrelated" => return Word::Unrelated,
        "same" => Verdict::Same,
        "reworded" => Verdict::Reworded,
        "claim_adds" => Verdict::LeftAdds,
        "partner_adds" => Verdict::RightAdds,
        "overlap" => Verdict::Overlap,
        "conflict" => Verdict::Conflict,
        "update" => Verdict::Development,
        "other_speaker" => Verdict::SourceDiffers,
        _ => return Word::Thrown(Fault::Form),
    };
    let own = found(&question.claim.claim, &said.claim_words);
    let other = found(&question.partners[at].claim, &said.partner_words);
    let (Some(own), Some(other)) = (own, other) else {
        return Word::Thrown(Fault::Words);
    };
    let contrast = matches!(verdict, Verdict::Conflict | Verdict::Development);
    if contrast && (own.is_empty() || other.is_empty()) {
        return Word::Thrown(Fault::Words); // a contradiction without words to show is none
    }
    Word::Linked {
        verdict,
        spans: [own, other],
    }
}

/// Where words stand in a text as whole words; an empty range for none.
fn found(text: &str, words: &str) -> Option<Range<usize>> {
    let words = words.trim();
    if words.is_empty() {
        return Some(0..0);
    }
    let is_whole = |at: usize| {
        let before = text[..at].chars().next_back();
        let behind = text[at + words.len()..].chars().next();
        let goes_on = |edge: Option<char>, other: Option<char>| {
            edge.is_some_and(char::is_alphanumeric) && other.is_some_and(char::is_alphanumeric)
        };
        !goes_on(before, words.chars().next()) && !goes_on(words.chars().next_back(), behind)
    };
    let mut places = text.match_indices(words).map(|(at, _)| at);
    places
        .find(|&at| is_whole(at))
        .map(|at| at..at + words.len())
}

#[cfg(test)]
mod tests {
    use super::super::question::Passage;
    use super::*;

    fn question() -> Question {
        let passage = |claim: &str, paragraph: &str| Passage {
            claim: claim.to_owned(),
            speaker: None,
            paragraph: paragraph.to_owned(),
        };
        Question {
            claim: passage(
                "116 people died in the fire",
                "The mayor said 116 people died in the fire.",
            ),
            partners: vec![
                passage("the fire killed 119", "the fire killed 119"),
                passage("the mayor is ill", "the mayor is ill"),
            ],
        }
    }

    fn pair(partner: usize, relation: &str, own: &str, other: &str) -> String {
        format!(
            r#"{{"partner": {partner}, "relation": "{relation}", "claim_words": "{own}", "partner_words": "{other}"}}"#
        )
    }

    fn said(speaker: &str, pairs: &[String]) -> Answer {
        let pairs = pairs.join(", ");
        let text = format!(r#"{{"speaker": "{speaker}", "pairs": [{pairs}]}}"#);
        checked(&question(), &text)
    }

    #[test]
    fn a_right_answer_counts() {
        let answer = said(
            "The mayor",
            &[
                pair(1, "conflict", "116", "119"),
                pair(2, "unrelated", "", ""),
            ],
        );
        assert_eq!(answer.speaker, Some(0..9));
        let conflict = Word::Linked {
            verdict: Verdict::Conflict,
            spans: [0..3, 16..19],
        };
        assert_eq!(answer.words, [conflict, Word::Unrelated]);
    }

    #[test]
    fn words_that_are_not_there_void_the_answer_about_their_pair_only() {
        for (own, other) in [("16", "119"), ("116", "120"), ("", "119"), ("116", "")] {
            let pairs = [
                pair(1, "conflict", own, other),
                pair(2, "unrelated", "", ""),
            ];
            let words = said("", &pairs).words;
            assert_eq!(words, [Word::Thrown(Fault::Words), Word::Unrelated]);
        }
        assert_eq!(said("The governor", &[]).speaker, None);
    }

    #[test]
    fn what_has_another_form_is_no_answer() {
        let extra = r#"{"speaker": "", "pairs": [], "verdict": "same"}"#;
        let foreign = format!(
            r#"{{"speaker": "", "pairs": [{}]}}"#,
            pair(3, "same", "", "")
        );
        let unknown = format!(
            r#"{{"speaker": "", "pairs": [{}]}}"#,
            pair(1, "equal", "", "")
        );
        for text in [
            "",
            "same",
            "}{",
            "[]",
            "{\"pairs\": [",
            extra,
            &foreign,
            &unknown,
        ] {
            let words = checked(&question(), text).words;
            assert_eq!(
                words,
                [Word::Thrown(Fault::Form), Word::Thrown(Fault::Form)],
                "{text}"
            );
        }
        let twice = [pair(1, "same", "", ""), pair(1, "conflict", "116", "119")];
        assert_eq!(
            said("", &twice).words,
            [Word::Thrown(Fault::Form), Word::Silent]
        );
    }

    #[test]
    fn a_fence_around_it_is_passed_over() {
        let fenced = format!(
            "```json\n{{\"speaker\": \"\", \"pairs\": [{}]}}\n```",
            pair(2, "unsure", "", "")
        );
        assert_eq!(
            checked(&question(), &fenced).words,
            [Word::Silent, Word::Unsure]
        );
    }
}
