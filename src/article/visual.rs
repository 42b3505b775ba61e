//! Arabic that was copied out of a PDF: its letters as they were drawn (`ﻝ` for `ل`), and often from left to right.
//!
//! A drawn letter tells how it joins, so a word that begins with the form that stands at a word's end was written
//! backwards; so was one that begins with a letter that only ends words. If most words are, each line is turned
//! around, all but its numbers and its words in Latin letters.
//! What it gets wrong: lines of a text that is turned around in parts only.

use super::lines::lines;
use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// So many words must tell the order.
const FEWEST: usize = 2;

/// The text with plain letters in the order in which they are read; `None` where it is so already.
pub(super) fn restored(text: &str) -> Option<String> {
    let (backwards, forwards) = orders(text);
    let is_backwards = backwards >= FEWEST && backwards > forwards * 4;
    let is_drawn = backwards + forwards >= FEWEST && text.contains(is_drawn);
    if !is_drawn && !is_backwards {
        return None;
    }
    let restored: Vec<String> = lines(text)
        .map(|line| {
            let line = if is_backwards {
                turned(line)
            } else {
                line.to_owned()
            };
            plain(&line)
        })
        .collect();
    Some(restored.join("\n"))
}

/// The blocks of presentation forms, without their ornaments.
fn is_drawn(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FBB1}' | '\u{FBD3}'..='\u{FD3D}' | '\u{FE80}'..='\u{FEFC}')
}

fn plain(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    for c in line.chars() {
        if is_drawn(c) {
            plain.extend([c].into_iter().nfkc());
        } else {
            plain.push(c);
        }
    }
    plain
}

/// How a drawn letter joins its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Isolated,
    Final,
    Initial,
    Medial,
}

/// The forms of one letter follow each other in one order.
static FORMS: LazyLock<HashMap<char, Form>> = LazyLock::new(|| {
    let mut forms = HashMap::new();
    let mut last = (String::new(), 0);
    for c in ('\u{FB50}'..='\u{FBB1}').chain('\u{FE80}'..='\u{FEFC}') {
        let letter: String = [c].into_iter().nfkc().collect();
        let nth = if letter == last.0 { last.1 + 1 } else { 0 };
        let form = [Form::Isolated, Form::Final, Form::Initial, Form::Medial].get(nth);
        forms.extend(form.map(|&form| (c, form)));
        last = (letter, nth);
    }
    forms
});

/// Teh marbuta stands at the end of words alone.
const ENDS_WORDS: char = '\u{629}';

/// How many words were written backwards for sure, and how many forwards.
fn orders(text: &str) -> (usize, usize) {
    let (mut backwards, mut forwards) = (0_usize, 0_usize);
    let words = text.split(|c: char| !c.is_alphabetic());
    for word in words.filter(|word| word.chars().nth(1).is_some()) {
        let ends = |c: Option<char>| {
            let form = c.and_then(|c| FORMS.get(&c));
            c == Some(ENDS_WORDS) || form == Some(&Form::Final)
        };
        let begins = |c: Option<char>| c.and_then(|c| FORMS.get(&c)) == Some(&Form::Initial);
        let (first, last) = (word.chars().next(), word.chars().next_back());
        backwards += usize::from(ends(first) || begins(last));
        forwards += usize::from(ends(last) || begins(first));
    }
    (backwards, forwards)
}

/// A line from its end to its beginning, its numbers and its words in other letters as they were.
fn turned(line: &str) -> String {
    let mut turned: Vec<char> = line.chars().rev().collect();
    let mut at = 0;
    while at < turned.len() {
        let end = run(&turned, at);
        if end > at {
            turned[at..end].reverse();
            at = end;
        } else {
            turned[at] = mirrored(turned[at]);
            at += 1;
        }
    }
    turned.into_iter().collect()
}

/// Where the run that is read from left to right and begins at `at` ends; `at`: none begins there. Numbers with a space
/// between them are two runs, words are one.
fn run(line: &[char], at: usize) -> usize {
    let mut end = at;
    let mut spaced = false;
    for (n, &c) in line.iter().enumerate().skip(at) {
        if c.is_whitespace() {
            spaced = true;
        } else if is_left_to_right(c) || is_of_number(line, n) {
            let words = end > at && c.is_alphabetic() && line[end - 1].is_alphabetic();
            if spaced && !words || end == at && n > at {
                break;
            }
            end = n + 1;
            spaced = false;
        } else if c.is_alphabetic() || spaced {
            break;
        }
    }
    end
}

fn is_left_to_right(c: char) -> bool {
    c.is_numeric()
        || c.is_alphabetic() && !matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FEFC}')
}

/// A sign that belongs to the number beside it.
fn is_of_number(line: &[char], n: usize) -> bool {
    let beside = |n: usize| line.get(n).is_some_and(char::is_ascii_digit);
    matches!(line[n], '%' | '$' | '€' | '£' | '°')
        && (beside(n + 1) || n.checked_sub(1).is_some_and(beside))
}

fn mirrored(c: char) -> char {
    const PAIRS: [(char, char); 6] = [
        ('(', ')'),
        ('[', ']'),
        ('{', '}'),
        ('«', '»'),
        ('‹', '›'),
        ('<', '>'),
    ];
    PAIRS
        .iter()
        .find_map(|&(open, close)| match c {
            c if c == open => Some(close),
            c if c == close => Some(open),
            _ => None,
        })
        .unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::restored;

    /// What the test's texts mean.
    const MEANT: [&str; 2] = [
        "قالت رئيسة البلدية (سلمى): الترميم سيكلف 4.2 مليون، أي 15% من موازنة 2025.",
        "وقعت شركة Brandt and Sons العقد «أمس» في مدينة الزهراء.",
    ];

    #[test]
    fn a_text_that_was_written_backwards_is_turned_around() {
        let backwards = ".2025 ﺔﻧﺯﺍﻮﻣ ﻦﻣ 15% ﻱﺃ ،ﻥﻮﻴﻠﻣ 4.2 ﻒﻠﻜﻴﺳ ﻢﻴﻣﺮﺘﻟﺍ :(ﻰﻤﻠﺳ) ﺔﻳﺪﻠﺒﻟﺍ ﺔﺴﻴﺋﺭ ﺖﻟﺎﻗ\n.ﺀﺍﺮﻫﺰﻟﺍ ﺔﻨﻳﺪﻣ ﻲﻓ «ﺲﻣﺃ» ﺪﻘﻌﻟﺍ Brandt and Sons ﺔﻛﺮﺷ ﺖﻌﻗﻭ";
        assert_eq!(restored(backwards), Some(MEANT.join("\n")));
    }

    #[test]
    fn plain_letters_in_the_wrong_order_are_told_by_what_only_ends_words() {
        let backwards = ".ةسردملا يف ةيدلبلا ةسيئر تلاق";
        let meant = "قالت رئيسة البلدية في المدرسة.";
        assert_eq!(restored(backwards).as_deref(), Some(meant));
    }

    #[test]
    fn drawn_letters_in_the_right_order_become_plain() {
        let drawn = "ﻗﺎﻟﺖ ﺭﺋﻴﺴﺔ ﺍﻟﺒﻠﺪﻳﺔ 4.2 ﻻ (ﻧﻌﻢ)";
        assert_eq!(
            restored(drawn).as_deref(),
            Some("قالت رئيسة البلدية 4.2 لا (نعم)")
        );
    }

    #[test]
    fn right_text_is_left_alone() {
        for text in [
            MEANT[0],
            MEANT[1],
            "The mayor (2025) left.",
            "صلى الله عليه وسلم ﷺ",
            "",
        ] {
            assert_eq!(restored(text), None, "{text}");
        }
    }
}
