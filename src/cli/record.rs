//! JSON Lines as they come in: lines one by one, as many together as are at hand, and what a line asks for.

use crate::{Note, mended_json};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::io::{self, BufRead, BufReader, Read};

/// A longer line is no record.
const LONGEST: usize = 32 << 20;
/// How many bytes are read ahead: what is at hand is worked on together.
const AHEAD: usize = 1 << 18;

/// Lines of some input; iterating gives all that are not blank, one by one.
pub(super) struct Lines<R> {
    input: BufReader<R>,
    longest: usize,
}

impl<R: Read> Iterator for Lines<R> {
    type Item = io::Result<Vec<u8>>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.line().transpose()? {
                Ok(line) if line.trim_ascii().is_empty() => {}
                line => return Some(line),
            }
        }
    }
}

impl<R: Read> Lines<R> {
    pub(super) fn new(input: R) -> Self {
        Lines::bounded(input, LONGEST)
    }

    /// With another bound on a line's length.
    pub(super) fn bounded(input: R, longest: usize) -> Self {
        Lines {
            input: BufReader::with_capacity(AHEAD, input),
            longest,
        }
    }

    /// The next line, waited for, and all whole ones behind it that are there already: who writes one and waits for
    /// the answer gets it. Blank lines are passed over; nothing at the end of the input.
    pub(super) fn batch(&mut self) -> io::Result<Vec<Vec<u8>>> {
        let mut lines = Vec::new();
        while lines.is_empty() || self.input.buffer().contains(&b'\n') {
            match self.line()? {
                Some(line) if line.trim_ascii().is_empty() => {}
                Some(line) => lines.push(line),
                None => break,
            }
        }
        Ok(lines)
    }

    /// Never more than one byte beyond the bound; the rest of such a line is passed over.
    fn line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        let bound = self.longest as u64 + 1;
        let read = self
            .input
            .by_ref()
            .take(bound)
            .read_until(b'\n', &mut line)?;
        if line.len() > self.longest && !line.ends_with(b"\n") {
            self.input.skip_until(b'\n')?;
        }
        Ok((read > 0).then_some(line))
    }
}

/// A pair of claims to be judged.
pub(super) struct Pair {
    /// JSON.
    pub(super) id: String,
    /// The left and the right claim, or what is wrong with the line.
    pub(super) claims: Result<(String, String), String>,
    /// Doubts of reading it.
    pub(super) notes: Vec<Note>,
}

/// A record of two sides, not yet looked into.
#[derive(Deserialize)]
pub(super) struct Given<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) left: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) right: Option<&'a RawValue>,
}

impl Given<'_> {
    /// JSON; `null` where there is none.
    pub(super) fn id(&self) -> &str {
        self.id.map_or("null", RawValue::get)
    }
}

impl Pair {
    /// What a line asks for.
    pub(super) fn parse(line: &[u8]) -> Pair {
        let mut notes = Vec::new();
        match given(line) {
            Ok(given) => Pair {
                id: given.id().to_owned(),
                claims: claim("left", given.left, &mut notes).and_then(|left| {
                    let right = claim("right", given.right, &mut notes)?;
                    Ok((left, right))
                }),
                notes,
            },
            Err(wrong) => Pair {
                id: "null".to_owned(),
                claims: Err(wrong),
                notes,
            },
        }
    }
}

/// The record of a line, or what is wrong with it.
pub(super) fn given(line: &[u8]) -> Result<Given<'_>, String> {
    if line.len() > LONGEST {
        return Err(format!("the line is longer than {} MiB", LONGEST >> 20));
    }
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    let text = std::str::from_utf8(line).map_err(|_| "the line is not UTF-8".to_owned())?;
    serde_json::from_str(text).map_err(|error| format!("not a record: {error}"))
}

fn claim(side: &str, given: Option<&RawValue>, notes: &mut Vec<Note>) -> Result<String, String> {
    let given = given.ok_or_else(|| format!("{side} is missing"))?;
    let (given, bad) = mended_json(given.get());
    notes.extend((bad > 0).then(|| Note::LossyDecoding {
        source: side.to_owned(),
        encoding: "JSON".to_owned(),
        bad,
    }));
    let text: String = serde_json::from_str(&given).map_err(|_| format!("{side} is not a text"))?;
    if text.trim().is_empty() {
        return Err(format!("{side} is empty"));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_lines_at_hand_come_together() {
        let mut lines = Lines::new(&b"a\n\n  \nb\nc"[..]);
        let batch = lines.batch().expect("read");
        assert_eq!(batch, [b"a\n", b"b\n"]);
        assert_eq!(lines.batch().expect("read"), [b"c"]);
        assert!(lines.batch().expect("read").is_empty());
    }

    #[test]
    fn one_by_one_they_are_the_same() {
        let lines = Lines::new(&b"\na\n \nb\nc"[..]);
        let lines: Vec<_> = lines.map(|line| line.expect("read")).collect();
        assert_eq!(lines, [&b"a\n"[..], b"b\n", b"c"]);
    }

    #[test]
    fn a_line_without_end_is_no_record_and_the_next_one_is() {
        let endless = io::repeat(b'x').take(LONGEST as u64 * 2);
        let mut lines = Lines::new(endless.chain(&b"\n{}\n"[..]));
        let batch = lines.batch().expect("read");
        let said = batch.iter().map(|line| Pair::parse(line).claims.err());
        let said: Vec<_> = said.map(Option::unwrap_or_default).collect();
        assert_eq!(said, ["the line is longer than 32 MiB", "left is missing"]);
    }

    #[test]
    fn what_is_wrong_with_a_line_is_said() {
        for (line, id, wrong) in [
            (&br#"{"id":1,"left":"a"}"#[..], "1", "right is missing"),
            (
                br#"{"id":"x","left":1,"right":"b"}"#,
                "\"x\"",
                "left is not a text",
            ),
            (br#"{"left":" ","right":"b"}"#, "null", "left is empty"),
            (b"{\"id\":1,\xFF}", "null", "the line is not UTF-8"),
            (b"[1", "null", "not a record: "),
        ] {
            let pair = Pair::parse(line);
            let said = pair.claims.expect_err("wrong");
            assert!(said.starts_with(wrong), "{said}");
            assert_eq!(pair.id, id);
        }
        let pair = Pair::parse(br#"{"left":"a\ud800","right":"b"}"#);
        assert_eq!(pair.claims, Ok(("a\u{FFFD}".to_owned(), "b".to_owned())));
        let pair = Pair::parse("\u{FEFF}{\"left\":\"a\",\"right\":\"b\",\"more\":0}".as_bytes());
        assert_eq!(pair.claims, Ok(("a".to_owned(), "b".to_owned())));
    }
}
