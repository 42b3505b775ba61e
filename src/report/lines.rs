//! JSON Lines: one line for one record, under the record's own id.

use super::View;
use super::json::{DifferenceView, NoteView, Report, english, rounded};
use crate::article::Note;
use crate::compare::Judgement;
use crate::model::{Comparison, Verdict};
use serde::Serialize;
use serde_json::value::RawValue;

/// The verdict of a pair that is not linked.
const UNRELATED: &str = "unrelated";

/// What a pair of claims is to each other, as one line without its end. `id` is JSON and stands there as it is; `notes`
/// are doubts of reading the pair, and stand there if there are any.
#[must_use]
pub fn judged(id: &str, judgement: &Judgement, notes: &[Note]) -> String {
    line(&Judged {
        id: &raw(id),
        similarity: rounded(judgement.similarity),
        verdict: judgement.verdict.map_or(UNRELATED, Verdict::as_str),
        reasons: judgement
            .reasons
            .iter()
            .map(|r| super::words::reason(english(), r))
            .collect(),
        differences: judgement
            .differences
            .iter()
            .map(DifferenceView::of)
            .collect(),
        notes: notes.iter().map(NoteView::of).collect(),
    })
}

/// A whole comparison as one line without its end: what the JSON report holds. `id` is JSON and stands there as it is.
#[must_use]
pub fn compared(id: &str, comparison: &Comparison, view: &View) -> String {
    line(&Compared {
        id: &raw(id),
        report: Report::of(comparison, view),
    })
}

/// Why a record could not be worked on, as one line without its end. `id` is JSON and stands there as it is.
#[must_use]
pub fn failed(id: &str, error: &str) -> String {
    line(&Failed {
        id: &raw(id),
        error,
    })
}

#[derive(Serialize)]
struct Judged<'a> {
    id: &'a RawValue,
    similarity: f64,
    verdict: &'static str,
    reasons: Vec<String>,
    differences: Vec<DifferenceView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<NoteView>,
}

#[derive(Serialize)]
struct Compared<'a> {
    id: &'a RawValue,
    report: Report<'a>,
}

#[derive(Serialize)]
struct Failed<'a> {
    id: &'a RawValue,
    error: &'a str,
}

/// What is no JSON becomes `null`, so that a line is always well formed.
fn raw(id: &str) -> Box<RawValue> {
    let one_line = !id.contains(['\n', '\r']);
    let own = one_line.then(|| RawValue::from_string(id.to_owned()).ok());
    own.flatten().unwrap_or_else(|| RawValue::NULL.to_owned())
}

fn line(record: &impl Serialize) -> String {
    serde_json::to_string(record).expect("strings and numbers always serialise")
}

#[cfg(test)]
mod tests {
    use super::{failed, judged};
    use crate::compare::Judgement;

    #[test]
    fn an_id_stays_as_it_was_given() {
        for (id, shown) in [
            ("12345678901234567890123", "12345678901234567890123"),
            (r#"{"b":1.0,"a":[]}"#, r#"{"b":1.0,"a":[]}"#),
            ("no json", "null"),
            ("1\n", "null"),
        ] {
            assert_eq!(
                failed(id, "why"),
                format!(r#"{{"id":{shown},"error":"why"}}"#)
            );
        }
    }

    #[test]
    fn a_pair_that_is_not_linked_is_unrelated() {
        let judgement = Judgement {
            similarity: 0.1234,
            verdict: None,
            reasons: Vec::new(),
            differences: Vec::new(),
        };
        assert_eq!(
            judged("\"a\"", &judgement, &[]),
            r#"{"id":"a","similarity":0.123,"verdict":"unrelated","reasons":[],"differences":[]}"#
        );
    }
}
