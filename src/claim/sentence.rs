//! Where sentences end.
//!
//! UAX #29 ends them after `د.` and `Mr.`, so the rules are our own: a stop ends a sentence unless an abbreviation, an
//! initial or a digit says otherwise; `قتلوا.وأضاف` and `network.What` end one without a space; a short quotation is
//! never cut.

use super::quotation::Quotation;
use crate::language::{Class, Pack, Property, When, fold};
use std::ops::Range;

/// A quotation of fewer bytes than this is one unit, whatever stops it holds.
const LONG_QUOTATION: usize = 260;

/// So many words before `..` are the topic of what follows, as in headlines: `تركيا.. التضخم يقفز`.
const TOPIC: usize = 3;

/// The byte ranges of the sentences of `text`, without the spaces around them; together they cover all its words.
pub(super) fn sentences(text: &str, quotations: &[Quotation], pack: &Pack) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if at < start || !is_stop(c) {
            continue;
        }
        let after = at + c.len_utf8();
        let held = quotations.iter().any(|q| {
            q.inner.contains(&at) && q.span.len() < LONG_QUOTATION && !ends(q, at, c, text)
        });
        if held || is_behind_topic(text, start, at) || !ends_sentence(text, at, c, pack) {
            continue;
        }
        let end = after + trailing(&text[after..]);
        push(text, start..end, &mut found);
        start = end;
    }
    push(text, start..text.len(), &mut found);
    found
}

/// Whether the stop at `at` is one of `..` or `…` behind the few words that name a topic, from `start` on.
fn is_behind_topic(text: &str, start: usize, at: usize) -> bool {
    let topic = text[start..at].trim_end_matches('.');
    let is_ellipsis = |rest: &str| rest.starts_with("..") || rest.starts_with('…');
    let from = start + topic.len();
    is_ellipsis(&text[from..]) && topic.split_whitespace().count() <= TOPIC
}

/// Whether the stop is the quotation's last sign: then the sentence around it may end with it.
fn ends(quotation: &Quotation, at: usize, stop: char, text: &str) -> bool {
    let rest = &text[at + stop.len_utf8()..quotation.inner.end];
    rest.chars().all(|c| is_stop(c) || c.is_whitespace())
}

fn push(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    let end = range.end - (part.len() - part.trim_end().len());
    if text[start..end.max(start)]
        .chars()
        .any(char::is_alphanumeric)
    {
        found.push(start..end);
    } else if let Some(last) = found.last_mut().filter(|_| start < end) {
        last.end = end; // stray signs stay with the sentence before them
    }
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '؟' | '…' | '۔' | '。' | '！' | '？')
}

fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '”' | '“' | '»' | '’' | '\'' | ')' | ']' | '」' | '』'
    )
}

/// Closing marks and further stops that belong to the sentence that ends.
fn trailing(rest: &str) -> usize {
    let sign = |c: char| is_stop(c) || is_closing(c);
    let mut end = 0;
    for (at, c) in rest.char_indices() {
        if sign(c) {
            end = at + c.len_utf8();
        } else {
            break;
        }
    }
    // A mark that opens the next sentence is glued to its first letter.
    let glued = rest[end..]
        .chars()
        .next()
        .is_some_and(char::is_alphanumeric);
    if glued {
        rest[..end]
            .char_indices()
            .find(|&(_, c)| !is_stop(c))
            .map_or(end, |(at, _)| at)
    } else {
        end
    }
}

fn ends_sentence(text: &str, at: usize, stop: char, pack: &Pack) -> bool {
    let after = &text[at + stop.len_utf8()..];
    let rest = &after[trailing(after)..];
    let next = rest.chars().next();
    let Some(next) = next else { return true };
    if pack.is(Property::DashDialogue) && goes_on_behind_dash(rest) {
        return false; // `—¿Quién fue? —preguntó el alcalde.`
    }
    if stop != '.' && stop != '…' {
        // `“Who was it?” the mayor asked.`
        let quoted = after.starts_with(is_closing);
        let goes_on = rest.trim_start().starts_with(char::is_lowercase);
        return !(next.is_ascii_punctuation() || quoted && goes_on);
    }
    let word = last_word(&text[..at]);
    if next.is_whitespace() {
        let first = rest.trim_start().chars().next();
        return first.is_none_or(|c| !c.is_lowercase())
            && !(stop == '.' && (abbreviates(word, rest, pack) || is_ordinal(text, at, pack)));
    }
    glued(word, rest)
}

/// Whether a dash and a small letter glued to it follow.
fn goes_on_behind_dash(rest: &str) -> bool {
    let behind = rest.trim_start().strip_prefix(['—', '–']);
    behind.is_some_and(|rest| rest.starts_with(char::is_lowercase))
}

/// `قتلوا.وأضاف`, `network.What`: a stop without a space behind it.
fn glued(word: &str, rest: &str) -> bool {
    let mut ahead = rest.chars();
    let (first, second) = (ahead.next(), ahead.next());
    let long = word.chars().count() >= 3;
    let arabic = |c: char| ('\u{0620}'..='\u{06FF}').contains(&c) && c.is_alphabetic();
    let lower_before = word.chars().next_back().is_some_and(char::is_lowercase);
    match (first, second) {
        (Some(a), Some(b)) if arabic(a) && arabic(b) => {
            long && word.chars().next_back().is_some_and(arabic)
        }
        (Some(a), Some(b)) => {
            long && lower_before && a.is_uppercase() && (b.is_lowercase() || b.is_whitespace())
        }
        _ => false,
    }
}

/// Whether the word before a full stop is cut short, so that the sentence goes on.
fn abbreviates(word: &str, rest: &str, pack: &Pack) -> bool {
    if word.is_empty() {
        return false;
    }
    let next_is_number = rest.trim_start().starts_with(|c: char| c.is_numeric());
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    // `$1.5m.` has the point of a number.
    let dotted = word.contains('.') && !word.starts_with(|c: char| c.is_numeric());
    let folded = fold(word);
    let month_or_number = matches!(folded.as_str(), "no" | "nos" | "art");
    if month_or_number {
        next_is_number
    } else if pack.has(Class::District, &folded) {
        // `Ariz. Gov. Lee`, but `… of Tenn. The aide …`
        pack.is_title(&fold(first_word(rest.trim_start())))
    } else {
        initial || dotted || pack.has(Class::Abbreviation, &folded)
    }
}

/// The letters that begin some text.
fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or("")
}

/// Whether a stop behind digits makes a place in a row of them, so that the sentence goes on: `am 14. Mai`, `der 3.
/// Senat`. It does before a month and behind an article; elsewhere a sentence may end with its number.
fn is_ordinal(text: &str, stop: usize, pack: &Pack) -> bool {
    let digits = last_word(&text[..stop]);
    let small = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    if !pack.numerals.ordinal_stop || !small {
        return false;
    }
    let before = last_word(text[..stop - digits.len()].trim_end());
    let after = text[stop + 1..].trim_start();
    let month = matches!(
        pack.calendar.get(&fold(first_word(after))),
        Some(When::Month(_))
    );
    month || pack.has(Class::DefiniteArticle, &fold(before))
}

/// The letters, points and marks that stand right before a position.
fn last_word(before: &str) -> &str {
    let start = before
        .char_indices()
        .rev()
        .take_while(|&(_, c)| {
            c.is_alphanumeric() || c == '.' || ('\u{064B}'..='\u{0652}').contains(&c)
        })
        .last()
        .map_or(before.len(), |(at, _)| at);
    &before[start..]
}

#[cfg(test)]
mod tests {
    use super::super::quotation::quotations;
    use super::sentences;
    use crate::language::pack;

    #[test]
    fn a_topic_stands_with_what_is_said_of_it() {
        let pack = pack("en");
        let text = "Turkey.. Inflation jumps. Nobody knows the reason yet… Talks went on.";
        let found = sentences(text, &[], pack).into_iter().map(|r| &text[r]);
        let wanted = [
            "Turkey.. Inflation jumps.",
            "Nobody knows the reason yet…",
            "Talks went on.",
        ];
        assert!(found.eq(wanted));
    }

    #[test]
    fn sentences_end_where_readers_see_it() {
        for (language, text, expected) in [
            (
                "de",
                "Sie zahlt zum 1. Juli, im 3. Jahr. Er kam auf Platz 2. Danach war Dr. Kern da.",
                vec![
                    "Sie zahlt zum 1. Juli, im 3. Jahr.",
                    "Er kam auf Platz 2.",
                    "Danach war Dr. Kern da.",
                ],
            ),
            (
                "ar",
                "وصل د. محمد أمس. وغادر.",
                vec!["وصل د. محمد أمس.", "وغادر."],
            ),
            (
                "ar",
                "اثنان قتلوا.وأضاف المصدر",
                vec!["اثنان قتلوا.", "وأضاف المصدر"],
            ),
            (
                "ar",
                "بلغت 3.5 ملايين. انتهى",
                vec!["بلغت 3.5 ملايين.", "انتهى"],
            ),
            (
                "en",
                "Mr. Lund left at 9.15 p.m. on Friday. He is 61.",
                vec!["Mr. Lund left at 9.15 p.m. on Friday.", "He is 61."],
            ),
            (
                "en",
                "It is worth $1.5m. The firm lost 1.2bn. Shares fell to 30k. It left.",
                vec![
                    "It is worth $1.5m.",
                    "The firm lost 1.2bn.",
                    "Shares fell to 30k.",
                    "It left.",
                ],
            ),
            (
                "en",
                "the state network.What generation was left",
                vec!["the state network.", "What generation was left"],
            ),
            (
                "en",
                "“It broke. It is gone,” she said. Then?",
                vec!["“It broke. It is gone,” she said.", "Then?"],
            ),
            (
                "en",
                "He said \"no.\" She left.",
                vec!["He said \"no.\"", "She left."],
            ),
            (
                "en",
                "It has 3 seats… and a bar. U.S. wheat fell.",
                vec!["It has 3 seats… and a bar.", "U.S. wheat fell."],
            ),
            (
                "en",
                "on Aug. 4. Boyle won’t.",
                vec!["on Aug. 4.", "Boyle won’t."],
            ),
            (
                "en",
                "Senators asked Ariz. Gov. Lee to pay. He works for Lee of Tenn. The aide left.",
                vec![
                    "Senators asked Ariz. Gov. Lee to pay.",
                    "He works for Lee of Tenn.",
                    "The aide left.",
                ],
            ),
            (
                "en",
                "“Who was it?” the mayor asked. “He!” Lee left.",
                vec!["“Who was it?” the mayor asked.", "“He!”", "Lee left."],
            ),
            (
                "en",
                "It ended. “We won,” he said.",
                vec!["It ended.", "“We won,” he said."],
            ),
            (
                "fr",
                "Il est parti. Elle reste !",
                vec!["Il est parti.", "Elle reste !"],
            ),
        ] {
            let pack = pack(language);
            let found: Vec<&str> = sentences(text, &quotations(text, pack).found, pack)
                .into_iter()
                .map(|r| &text[r])
                .collect();
            assert_eq!(found, expected);
        }
    }
}
