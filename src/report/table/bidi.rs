//! The order of right-to-left text, for terminals that do not order it themselves.
//!
//! unicode-bidi (UAX #9) gives the embedding level of each place; a line is then reordered by grapheme cluster, never
//! by character, because tashkeel would move to the neighbouring letter. The base level is the paragraph's, given from
//! outside: a wrapped line that happens to start with a Latin word must not flip.
//!
//! Levels are resolved a line at a time, after wrapping, as a terminal with isolates does: a neutral at a line's end
//! may turn otherwise than in the whole paragraph.

use super::cluster::Cluster;
use super::style::Style;
use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};
use unicode_bidi_mirroring::get_mirrored;

/// Whether most of a text's letters are right-to-left; `None` where it has as many of each.
///
/// The first strong letter would be the standard's choice, but news in Arabic often begin with a Latin acronym.
pub(super) fn direction(text: &str) -> Option<bool> {
    let balance: i64 = text.chars().map(leaning).sum();
    (balance != 0).then_some(balance > 0)
}

fn leaning(c: char) -> i64 {
    match bidi_class(c) {
        BidiClass::R | BidiClass::AL => 1,
        BidiClass::L => -1,
        _ => 0,
    }
}

/// Whether anything in the line is written right to left.
pub(super) fn is_mixed(line: &[Cluster]) -> bool {
    line.iter().any(is_rtl)
}

fn is_rtl(cluster: &Cluster) -> bool {
    let rtl = |c| matches!(bidi_class(c), BidiClass::R | BidiClass::AL | BidiClass::AN);
    cluster.text.chars().any(rtl)
}

fn is_digit(cluster: &Cluster) -> bool {
    let digit = |c| matches!(bidi_class(c), BidiClass::EN | BidiClass::AN);
    cluster.text.chars().next().is_some_and(digit)
}

fn base(rtl: bool) -> Level {
    if rtl { Level::rtl() } else { Level::ltr() }
}

/// The level of each of some texts that stand in one line.
fn levels<'a>(texts: impl Iterator<Item = &'a str> + Clone, rtl: bool) -> Vec<Level> {
    let line: String = texts.clone().collect();
    let info = BidiInfo::new(&line, Some(base(rtl)));
    let Some(paragraph) = info.paragraphs.first() else {
        return Vec::new();
    };
    let by_byte = info.reordered_levels(paragraph, 0..line.len());
    let starts = texts.scan(0, |at, text| {
        let start = *at;
        *at += text.len();
        Some(start)
    });
    starts
        .map(|at| by_byte.get(at).copied().unwrap_or(base(rtl)))
        .collect()
}

/// A line's clusters from left to right, brackets turned (xterm, alacritty).
pub(super) fn visual(line: &[Cluster], rtl: bool) -> Vec<Cluster> {
    let levels = levels(line.iter().map(|c| c.text.as_str()), rtl);
    let order = BidiInfo::reorder_visual(&levels);
    let turned = order.into_iter().map(|at| {
        if levels[at].is_rtl() {
            mirrored(&line[at])
        } else {
            line[at].clone()
        }
    });
    turned.collect()
}

fn mirrored(cluster: &Cluster) -> Cluster {
    let mut turned = cluster.clone();
    turned.text = turned
        .text
        .chars()
        .map(|c| get_mirrored(c).unwrap_or(c))
        .collect();
    turned
}

/// A line's words from left to right, the letters of each in logical order (kitty, which orders and joins the letters
/// of each space-free run itself, turning numbers round as well).
pub(super) fn words(line: &[Cluster], rtl: bool) -> Vec<Cluster> {
    let tokens: Vec<&[Cluster]> = line.chunk_by(|a, b| a.is_space() == b.is_space()).collect();
    let levels = levels(tokens.iter().map(|token| stand_in(token)), rtl);
    let order = BidiInfo::reorder_visual(&levels);
    order.into_iter().flat_map(|at| word(tokens[at])).collect()
}

/// One character of the token's own direction, by which the token is ordered.
fn stand_in(token: &[Cluster]) -> &'static str {
    if is_mixed(token) {
        "\u{5D0}"
    } else if token
        .iter()
        .any(|c| c.text.chars().any(char::is_alphabetic))
    {
        "a"
    } else if token.iter().any(is_digit) {
        "1"
    } else if token.iter().any(Cluster::is_space) {
        " "
    } else {
        "-"
    }
}

/// Numbers in a right-to-left word backwards, and one style for all of it: kitty orders and joins within a style only.
fn word(token: &[Cluster]) -> Vec<Cluster> {
    let mut word = token.to_vec();
    if !is_mixed(token) {
        return word;
    }
    for number in word.chunk_by_mut(|a, b| is_digit(a) && is_digit(b)) {
        number.reverse();
    }
    let mut styles = token.iter().map(|c| c.style);
    if let Some(style) = styles.find(|&style| style != Style::Plain) {
        for cluster in &mut word {
            cluster.style = style;
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::super::cluster::clusters;
    use super::*;

    fn line(text: &str) -> Vec<Cluster> {
        clusters(text, Style::Plain)
    }

    fn text(line: &[Cluster]) -> String {
        line.iter().map(|c| c.text.as_str()).collect()
    }

    #[test]
    fn most_letters_decide_a_paragraph() {
        assert_eq!(direction("NATO: أعلن الحلف"), Some(true));
        assert_eq!(direction("The paper Al-Hayat (الحياة) said"), Some(false));
        assert_eq!(direction("2030 (!)"), None);
    }

    #[test]
    fn marks_stay_on_their_letters() {
        assert_eq!(text(&visual(&line("مُحَمَّد"), true)), "دمَّحَمُ");
    }

    #[test]
    fn numbers_and_latin_keep_their_order_and_brackets_turn() {
        assert_eq!(
            text(&visual(&line("قال (NATO) 250."), true)),
            ".250 (NATO) لاق"
        );
        assert_eq!(text(&visual(&line("(قال)"), true)), "(لاق)");
    }

    #[test]
    fn the_base_level_holds_for_a_line_that_starts_with_latin() {
        assert_eq!(text(&visual(&line("NATO قال"), true)), "لاق NATO");
        assert_eq!(text(&visual(&line("NATO قال"), false)), "NATO لاق");
    }

    #[test]
    fn words_keep_their_letters_and_turn_their_numbers() {
        assert_eq!(text(&words(&line("ضم و250 قطعة"), true)), "قطعة و052 ضم");
        assert_eq!(
            text(&words(&line("ضم 250 NATO قطعة"), true)),
            "قطعة NATO 250 ضم"
        );
    }

    #[test]
    fn a_word_has_one_style_for_kitty() {
        let mut word = line("لـ“إرهاب");
        word[0].style = Style::Shared;
        let word = words(&word, true);
        assert!(word.iter().all(|c| c.style == Style::Shared));
    }

    #[test]
    fn an_empty_line_stays_empty() {
        assert!(visual(&[], true).is_empty());
        assert!(words(&[], false).is_empty());
    }
}
