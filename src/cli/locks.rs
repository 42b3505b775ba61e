//! The editor's word as it is written: `A5=B1`, `A5.2=B1.1`, in a file also `A8!=B9`; a file may be a worksheet as well.

use super::{Trouble, checked};
use crate::{Lock, Place, open};
use std::io::Read;
use std::path::Path;

/// What is wrong with a word, and from which byte of it on.
struct Wrong {
    at: usize,
    why: &'static str,
}

const HOW: &str = "write A5=B1 for paragraphs, A5.2=B1.1 for claims, A0 for the headline";

/// For clap: two places that belong together.
pub(super) fn kept(text: &str) -> Result<Lock, &'static str> {
    word(text, true)
}

/// For clap: two places that do not.
pub(super) fn parted(text: &str) -> Result<Lock, &'static str> {
    word(text, false)
}

fn word(text: &str, keep: bool) -> Result<Lock, &'static str> {
    let (left, right) = text.split_once('=').ok_or(HOW)?;
    lock(left, right, text.len() - right.len(), keep).map_err(|_| HOW)
}

/// The words of a file: of a worksheet, else one a line; what follows `#` is a comment.
pub(super) fn read(path: &Path) -> Result<Vec<Lock>, Trouble> {
    let name = path.display().to_string();
    let mut bytes = Vec::new();
    let done = open(path)?.read_to_end(&mut bytes);
    done.map_err(|cause| crate::ReadError::Io {
        path: name.clone(),
        cause,
    })?;
    if checked::is_sheet(path) {
        return checked::locks(path, &bytes);
    }
    let text = String::from_utf8_lossy(&bytes);
    let text = text.trim_start_matches('\u{FEFF}');
    let mut locks = Vec::new();
    for (n, line) in text.lines().enumerate() {
        let words = line.split('#').next().unwrap_or_default();
        if words.trim().is_empty() {
            continue;
        }
        let lock = of_line(words).map_err(|wrong| Trouble::Place {
            path: name.clone(),
            line: n + 1,
            column: line[..wrong.at].chars().count() + 1,
            why: wrong.why.to_owned(),
            hint: HOW,
        })?;
        locks.push(lock);
    }
    Ok(locks)
}

fn of_line(words: &str) -> Result<Lock, Wrong> {
    for (sign, keep) in [("!=", false), ("≠", false), ("=", true)] {
        if let Some((left, right)) = words.split_once(sign) {
            return lock(left, right, words.len() - right.len(), keep);
        }
    }
    Err(Wrong {
        at: words.len() - words.trim_start().len(),
        why: "neither = nor != stands here",
    })
}

/// Two places, in either order; the second begins at byte `second` of the word.
fn lock(one: &str, other: &str, second: usize, keep: bool) -> Result<Lock, Wrong> {
    let at = |text: &str, from: usize| from + text.len() - text.trim_start().len();
    let wrong = |at, why| Wrong { at, why };
    let place_of = |text, from| place(text).ok_or(wrong(at(text, from), "this is no place"));
    match (place_of(one, 0)?, place_of(other, second)?) {
        (('A', left), ('B', right)) | (('B', right), ('A', left)) => Ok(Lock {
            left,
            right,
            keep,
            verdict: None,
        }),
        _ => Err(wrong(at(other, second), "both are of one article")),
    }
}

/// `A5`, `A5.2`, `A¶5`, `A title`.
pub(super) fn place(text: &str) -> Option<(char, Place)> {
    let mut rest = text.trim().chars();
    let letter = match rest.next()? {
        'A' | 'a' | 'أ' => 'A',
        'B' | 'b' | 'ب' => 'B',
        _ => return None,
    };
    let rest = rest.as_str().trim_start_matches(['¶', ' ']);
    let (paragraph, claim) = match rest.split_once('.') {
        Some((paragraph, claim)) => (paragraph, Some(number(claim)?)),
        None => (rest, None),
    };
    let paragraph = if paragraph == "title" {
        0
    } else {
        number(paragraph)?
    };
    Some((letter, Place { paragraph, claim }))
}

fn number(text: &str) -> Option<usize> {
    let digits: Option<String> = text.chars().map(western).collect();
    digits?.parse().ok()
}

/// A digit as Western or as Arabic reports write it.
fn western(digit: char) -> Option<char> {
    match digit {
        '0'..='9' => Some(digit),
        '٠'..='٩' => char::from_digit(digit as u32 - '٠' as u32, 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{kept, of_line, parted};

    fn shown(text: &str) -> Option<String> {
        kept(text).ok().map(|lock| lock.to_string())
    }

    #[test]
    fn places_are_written_as_reports_write_them() {
        for (text, wanted) in [
            ("A5=B1", "A5=B1"),
            ("b1 = a5.2", "A5.2=B1"),
            ("A¶5=B title", "A5=B0"),
            ("أ5=ب1.1", "A5=B1.1"),
            ("أ٥=ب١٢.٣", "A5=B12.3"),
        ] {
            assert_eq!(shown(text).as_deref(), Some(wanted), "{text}");
        }
        for wrong in [
            "", "A5", "A5=A6", "A5=C1", "A=B", "A-1=B1", "A5.=B1", "A5.x=B1",
        ] {
            assert_eq!(shown(wrong), None, "{wrong}");
        }
        assert_eq!(
            parted("A8=B9").map(|lock| lock.to_string()),
            Ok("A8!=B9".to_owned())
        );
    }

    #[test]
    fn a_line_says_what_is_wrong_and_where() {
        for (line, at) in [("A5=C1", 3), ("  A5", 2), ("A5 = A6", 5), (" x=B1", 1)] {
            assert_eq!(
                of_line(line).map_err(|wrong| wrong.at).err(),
                Some(at),
                "{line}"
            );
        }
        assert_eq!(of_line("A8 ≠ B9").ok().map(|lock| lock.keep), Some(false));
    }
}
