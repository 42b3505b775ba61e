//! What may reach a terminal, and how many cells it takes there.
//!
//! An article is a stranger's text: an escape sequence in it could retitle the window or hide a line, and a direction
//! control could swap the columns (UAX #9; CVE-2021-42574 shows what that is good for). The reading step strips both
//! already; this is the second lock. Also dropped are characters on whose width terminals disagree, because a border
//! after them would be out of place: the soft hyphen, U+0600 to U+0605 and U+06DD (nine terminals were measured),
//! variation selectors and other invisible format characters.
//!
//! Wrong where a terminal ligates emoji (kitty): a family is written as its members there, each two cells wide.

use unicode_width::UnicodeWidthChar;

/// The text without controls, direction characters and characters of doubtful width; white space becomes spaces.
pub(super) fn clean(text: &str) -> String {
    text.chars().filter(|&c| keeps(c)).map(spaced).collect()
}

fn keeps(c: char) -> bool {
    c.is_whitespace() || !(c.is_control() || is_invisible(c) || is_prepended_sign(c))
}

fn spaced(c: char) -> char {
    if c.is_whitespace() { ' ' } else { c }
}

/// Format characters and default ignorables, without the joiner and non-joiner, which shape Arabic script.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// Signs that enclose the digits after them (`Prepended_Concatenation_Mark`): terminals give them nought, one or two cells.
fn is_prepended_sign(c: char) -> bool {
    matches!(
        c,
        '\u{600}'
            ..='\u{605}'
                | '\u{6DD}'
                | '\u{70F}'
                | '\u{890}'
                | '\u{891}'
                | '\u{8E2}'
                | '\u{110BD}'
                | '\u{110CD}'
    )
}

/// Cells that terminals advance for a text: the sum over its characters.
///
/// Not the width of the string as a whole: unicode-width counts a lam-alef pair as one cell, and of nine terminals only
/// mlterm does.
pub(super) fn cells(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_is_kept() {
        assert_eq!(
            clean("a\u{1b}[31m\u{9b}2J\u{7}b\u{202e}c\u{2067}d\u{feff}"),
            "a[31m2Jbcd"
        );
    }

    #[test]
    fn every_control_is_dropped_or_a_space() {
        let all: String = ('\0'..='\u{10FFFF}').collect();
        let kept = clean(&all);
        assert!(!kept.chars().any(char::is_control));
        assert!(!kept.chars().any(|c| c != ' ' && c.is_whitespace()));
    }

    #[test]
    fn doubtful_widths_are_dropped_and_joiners_kept() {
        assert_eq!(
            clean("co\u{ad}op \u{600}12 \u{6dd}3 می\u{200c}رود"),
            "coop 12 3 می\u{200c}رود"
        );
    }

    #[test]
    fn a_lam_alef_pair_takes_two_cells() {
        assert_eq!(cells("لا"), 2);
        assert_eq!(cells("مُحَمَّدٌ"), 4);
        assert_eq!(cells("中文"), 4);
    }
}
