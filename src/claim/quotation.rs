//! Which words stand in quotation marks.
//!
//! Marks are paired by their neighbours, not by code point: one Arabic article mixes `”…“`, `“…“` and `”…”`. A mark
//! with a space, a bracket or a one-letter clitic (`و”بؤر`) before it opens; one with a space or a stop behind it
//! closes; where both or neither hold, it closes what is open. A mark without a partner is reported and otherwise
//! ignored, so that it never swallows the rest of the paragraph.

use crate::language::{PARTICLES, Pack};
use std::ops::Range;

/// A quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quotation {
    /// Byte range with its marks.
    pub span: Range<usize>,
    /// Byte range between the marks.
    pub inner: Range<usize>,
}

/// What was found in a paragraph.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Quotations {
    /// In the order of their openings; one may stand inside another.
    pub found: Vec<Quotation>,
    /// How many marks have no partner.
    pub unpaired: usize,
    /// The last mark that opens and has no partner: the quotation may go on in the next paragraph.
    pub open: Option<Range<usize>>,
}

/// What is said in a paragraph that begins with a dash, as in Spanish dialogue: `—Nos vamos —dijo—. Ya es tarde.` A
/// dash glued to the word behind it parts what is said from the outlet's words, and one glued to the word before it
/// ends them (RAE and ASALE, Ortografía de la lengua española, 2010, on the `raya`).
pub(super) fn dialogue(text: &str) -> Vec<Quotation> {
    let dash = |c: char| matches!(c, '—' | '–');
    let Some(first) = text.chars().next().filter(|&c| dash(c)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut from = (0, first.len_utf8());
    for (at, c) in text.char_indices().skip(1).filter(|&(_, c)| dash(c)) {
        let after = at + c.len_utf8();
        let spaced = text[..at].ends_with(char::is_whitespace);
        let glued = text[after..].starts_with(|c: char| !c.is_whitespace());
        if spaced && glued && from.1 < at {
            let end = text[..at].trim_end().len();
            found.push(Quotation {
                span: from.0..end,
                inner: from.1..end,
            });
            from = (text.len(), text.len());
        } else if !spaced {
            let rest = &text[after..];
            let idle = |c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':');
            let start = text.len() - rest.trim_start_matches(idle).len();
            from = (start, start);
        }
    }
    let end = text.trim_end().len();
    if from.1 < end {
        found.push(Quotation {
            span: from.0..end,
            inner: from.1..end,
        });
    }
    found
}

/// In the order of their openings, the outer one first.
pub(super) fn sort(quotations: &mut [Quotation]) {
    quotations.sort_by_key(|q| (q.span.start, std::cmp::Reverse(q.span.end)));
}

/// Whether a text begins with a quotation mark that opens.
pub(super) fn opens_with_mark(text: &str, pack: &Pack) -> bool {
    let first = marks(text).into_iter().next();
    first.is_some_and(|(mark, single)| {
        mark.start == 0 && !single && turn(text, &mark, single, pack) == Turn::Opens
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Opens,
    Closes,
    Either,
}

/// How deep quotations stand in one another before a further mark is taken for a closing one.
const DEPTH: usize = 2;

/// The quotations of a paragraph's text.
pub(super) fn quotations(text: &str, pack: &Pack) -> Quotations {
    let mut result = Quotations::default();
    let mut open: Vec<(Range<usize>, bool)> = Vec::new();
    for (mark, single) in marks(text) {
        let turn = turn(text, &mark, single, pack);
        let closes = match turn {
            Turn::Opens => open.len() >= DEPTH,
            Turn::Closes => true,
            Turn::Either => !open.is_empty(),
        };
        if !closes {
            open.push((mark, single));
            continue;
        }
        match open.iter().rposition(|(_, s)| *s == single) {
            Some(at) => {
                result.unpaired += open.len() - at - 1;
                open.truncate(at + 1);
                let (start, _) = open.pop().expect("the position was just found");
                result.found.push(Quotation {
                    span: start.start..mark.end,
                    inner: start.end..mark.start,
                });
            }
            None if single => {}
            None => result.unpaired += 1,
        }
    }
    let unclosed = || open.iter().filter(|(_, single)| !single);
    result.unpaired += unclosed().count();
    result.open = unclosed().next_back().map(|(mark, _)| mark.clone());
    sort(&mut result.found);
    result
}

/// Every mark of a text, and whether it is a single one.
fn marks(text: &str) -> Vec<(Range<usize>, bool)> {
    let mut found = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let end = at + c.len_utf8();
        match c {
            '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' => {
                found.push((at..end, false));
            }
            '\'' | '‘' | '’' | '‹' | '›' => found.push((at..end, true)),
            '(' | ')' | '<' | '>' if chars.peek().is_some_and(|&(_, next)| next == c) => {
                chars.next();
                found.push((at..end + 1, false));
            }
            _ => {}
        }
    }
    found
}

/// Which way a mark turns, by what stands beside it.
fn turn(text: &str, mark: &Range<usize>, single: bool, pack: &Pack) -> Turn {
    let before = text[..mark.start].chars().next_back();
    let after = text[mark.end..].chars().next();
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if single && letter(before) && (letter(after) || text[mark.clone()].starts_with('\'')) {
        return Turn::Closes; // an apostrophe, or a closing mark: harmless where nothing single is open
    }
    let can_open = opens_after(text, mark.start, before, pack);
    let can_close = before.is_some_and(|c| !c.is_whitespace() && !is_opening(c))
        && !after.is_some_and(|c| c.is_alphanumeric() || is_opening(c));
    let by_sign = sign(&text[mark.clone()]);
    let leads = after.is_some_and(|c| {
        !c.is_whitespace()
            && !matches!(c, ',' | '.' | ';' | ':' | '،' | '؛' | ')' | '!' | '?' | '؟')
    });
    match (can_open && leads, can_close) {
        (true, false) => Turn::Opens,
        (false, true) => Turn::Closes,
        _ if by_sign.is_some() => by_sign.unwrap_or(Turn::Either),
        (true, true) => Turn::Opens,
        _ if after.is_none() => Turn::Closes,
        _ => Turn::Either,
    }
}

/// Guillemets and brackets turn the way they look, where the neighbours do not say.
fn sign(mark: &str) -> Option<Turn> {
    match mark {
        "«" | "((" | "<<" | "「" | "『" | "„" => Some(Turn::Opens),
        "»" | "))" | ">>" | "」" | "』" => Some(Turn::Closes),
        _ => None,
    }
}

/// Whether what stands before a mark lets it open.
fn opens_after(text: &str, start: usize, before: Option<char>, pack: &Pack) -> bool {
    match before {
        None => true,
        Some(c)
            if c.is_whitespace()
                || is_opening(c)
                || matches!(c, '\u{0640}' | '-' | '–' | '—' | ':' | '/') =>
        {
            true
        }
        Some(c) if pack.is_apart(c.encode_utf8(&mut [0; 4]), PARTICLES) => {
            let ahead = text[..start - c.len_utf8()].chars().next_back();
            !ahead.is_some_and(char::is_alphabetic)
        }
        Some(_) => false,
    }
}

fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '«' | '“' | '‘')
}

#[cfg(test)]
mod tests {
    use super::{dialogue, quotations};
    use crate::language::pack;

    fn inner(text: &str) -> (Vec<&str>, usize) {
        let result = quotations(text, pack("ar"));
        (
            result
                .found
                .iter()
                .map(|q| &text[q.inner.clone()])
                .collect(),
            result.unpaired,
        )
    }

    #[test]
    fn marks_are_paired_by_their_neighbours() {
        for (text, expected) in [
            ("تعرضت لـ”إرهاب دولي“ أمس", vec!["إرهاب دولي"]),
            ("بـ“ثورات ملونة“ في", vec!["ثورات ملونة"]),
            ("كان ”قريبًا”.", vec!["قريبًا"]),
            ("دول أجنبية و”بؤر ساخنة” شاركوا", vec!["بؤر ساخنة"]),
            ("ذكرت ” روسيا اليوم” نقلا", vec![" روسيا اليوم"]),
            ("«لا» و«نعم»", vec!["لا", "نعم"]),
            ("« oui », dit-il", vec![" oui "]),
            ("the ‘hot spots’ of Kazakhstan’s west", vec!["hot spots"]),
            ("He said: \"Go.\" She didn't.", vec!["Go."]),
            ("قال ((نعم)) ثم <<لا>>", vec!["نعم", "لا"]),
            (
                "“She said “no” twice,” he said",
                vec!["She said “no” twice,", "no"],
            ),
        ] {
            assert_eq!(inner(text), (expected, 0), "{text}");
        }
    }

    #[test]
    fn an_unpaired_mark_swallows_nothing() {
        assert_eq!(
            inner("تحديا لكيانها وسيادتها”، مشيرا إلى “الاحتجاجات السلمية”"),
            (vec!["الاحتجاجات السلمية"], 1)
        );
        assert_eq!(
            inner("“وفقا لوكالات و”مناطق ساخنة”، مما يسمح"),
            (vec!["مناطق ساخنة"], 1)
        );
        assert_eq!(inner("he said “and that was it"), (vec![], 1));
    }

    #[test]
    fn apostrophes_are_no_marks() {
        assert_eq!(inner("it's the dogs' day, isn't it"), (vec![], 0));
    }

    #[test]
    fn dashes_part_what_is_said_from_who_says_it() {
        for (text, expected) in [
            (
                "—No llegó —afirmó el alcalde—. Que la enseñen.",
                vec!["No llegó", "Que la enseñen."],
            ),
            ("—¿Quién fue? —preguntó Ana.", vec!["¿Quién fue?"]),
            ("—Nos vamos ya.", vec!["Nos vamos ya."]),
            ("El alcalde —dijo— vino.", vec![]),
        ] {
            let found = dialogue(text);
            let inner: Vec<&str> = found.iter().map(|q| &text[q.inner.clone()]).collect();
            assert_eq!(inner, expected, "{text}");
        }
    }
}
