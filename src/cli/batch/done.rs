//! What an earlier run has answered already.
//!
//! Answers stand in the order of the records, so the two are walked side by side, and memory does not grow with their
//! number. Only where they do not match, because the records are others than last time, are the ids of all answers
//! that are left kept and looked up.

use super::super::Trouble;
use super::super::record::Lines;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::HashSet;
use std::io::Read;
use std::iter::Peekable;

/// The longest answer that is read: two articles of the greatest length, and all that can be found in them.
const LONGEST: usize = 1 << 30;

/// Ids of answers.
pub(super) struct Done {
    ahead: Peekable<Ids>,
    /// The ids that are left, once records and answers have parted.
    others: Option<HashSet<String>>,
}

type Ids = Box<dyn Iterator<Item = Result<String, Trouble>> + Send>;

#[derive(Deserialize)]
struct Answer<'a> {
    #[serde(borrow)]
    id: &'a RawValue,
}

impl Done {
    /// The ids of the answers in `input`, which `path` names.
    pub(super) fn new(input: impl Read + Send + 'static, path: &str) -> Done {
        let ids: Ids = Box::new(Done::lines(input, path, id));
        Done {
            ahead: ids.peekable(),
            others: None,
        }
    }

    /// What `parse` makes of the lines of `input`, which `path` names.
    pub(super) fn lines<T, R: Read, P: Fn(&[u8]) -> Option<T>>(
        input: R,
        path: &str,
        parse: P,
    ) -> impl Iterator<Item = Result<T, Trouble>> + use<T, R, P> {
        let path = path.to_owned();
        Lines::bounded(input, LONGEST).map(move |line| match line {
            Ok(line) => parse(&line).ok_or_else(|| broken(&path)),
            Err(cause) => Err(Trouble::Read(crate::ReadError::Io {
                path: path.clone(),
                cause,
            })),
        })
    }

    /// Whether the next record, which has this id, is answered already.
    pub(super) fn has(&mut self, id: &str) -> Result<bool, Trouble> {
        if let Some(others) = &self.others {
            // What has no id of its own cannot be known again.
            return Ok(id != "null" && others.contains(id));
        }
        match self
            .ahead
            .next_if(|next| next.as_ref().map_or(true, |next| next == id))
        {
            Some(next) => next.map(|_| true),
            None if self.ahead.peek().is_none() => Ok(false),
            None => {
                let left: Result<_, Trouble> = self.ahead.by_ref().collect();
                self.others = Some(left?);
                self.has(id)
            }
        }
    }
}

fn id(line: &[u8]) -> Option<String> {
    let answer: Answer = serde_json::from_slice(line).ok()?;
    Some(answer.id.get().to_owned())
}

fn broken(path: &str) -> Trouble {
    Trouble::Resume {
        path: path.to_owned(),
        what: "a line of it is no answer of storydiff batch",
        hint: "take that line out, or start anew with another file",
    }
}

#[cfg(test)]
mod tests {
    use super::Done;

    fn known(answers: &'static str, ids: &[&str]) -> Vec<bool> {
        let mut done = Done::new(answers.as_bytes(), "out.jsonl");
        let has = ids.iter().map(|id| done.has(id));
        has.collect::<Result<_, _>>().expect("answers")
    }

    #[test]
    fn records_are_known_by_their_place() {
        let answers =
            "{\"id\":1,\"report\":{}}\n{\"id\":null,\"error\":\"x\"}\n{\"id\":1,\"error\":\"x\"}\n";
        let found = known(answers, &["1", "null", "1", "1", "null"]);
        assert_eq!(found, [true, true, true, false, false]);
        assert_eq!(known("", &["1"]), [false]);
    }

    #[test]
    fn other_records_are_known_by_their_ids() {
        let answers = "{\"id\":1}\n{\"id\":\"a\"}\n{\"id\":null}\n{\"id\":3}\n";
        let found = known(answers, &["1", "0", "3", "null", "\"a\"", "4"]);
        assert_eq!(found, [true, false, true, false, true, false]);
    }

    #[test]
    fn a_broken_answer_is_no_guess() {
        let mut done = Done::new(&b"{\"id\":1}\n{\"id\"\n"[..], "out.jsonl");
        assert!(done.has("1").expect("an answer"));
        assert!(done.has("2").is_err());
    }
}
