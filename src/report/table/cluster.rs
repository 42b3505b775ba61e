//! Text as a terminal holds it: grapheme clusters of one or two cells.

use super::clean::{cells, clean};
use super::style::Style;
use unicode_segmentation::UnicodeSegmentation;

/// What stands in one place of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cluster {
    /// The characters: one that takes room, and the marks on it.
    pub text: String,
    /// One or two cells.
    pub width: usize,
    /// How it is written.
    pub style: Style,
}

impl Cluster {
    /// A single space.
    pub(super) fn is_space(&self) -> bool {
        self.text == " "
    }
}

/// A text in one style, cleaned, as clusters.
pub(super) fn clusters(text: &str, style: Style) -> Vec<Cluster> {
    let text = clean(text);
    let mut found = Vec::new();
    for grapheme in text.graphemes(true) {
        push(&mut found, grapheme, style);
    }
    found
}

/// Marks without a letter would ride on the border before them, so they go; what is wider than two cells (an emoji
/// family, a conjunct of three consonants) goes in character by character.
fn push(found: &mut Vec<Cluster>, grapheme: &str, style: Style) {
    match cells(grapheme) {
        0 => {}
        width @ (1 | 2) => found.push(Cluster {
            text: grapheme.to_owned(),
            width,
            style,
        }),
        _ => apart(found, grapheme, style),
    }
}

fn apart(found: &mut Vec<Cluster>, grapheme: &str, style: Style) {
    for c in grapheme.chars() {
        let text = c.to_string();
        let width = cells(&text);
        match found.last_mut() {
            _ if width > 0 => found.push(Cluster { text, width, style }),
            Some(last) if c != '\u{200D}' => last.text.push(c),
            _ => {}
        }
    }
}

/// A line cut to `width` cells, at the end of a word where it has one; the sign of a cut stands in the width.
pub(super) fn cut(mut line: Vec<Cluster>, width: usize) -> Vec<Cluster> {
    let taken = |line: &[Cluster]| line.iter().map(|c| c.width).sum::<usize>();
    if taken(&line) <= width {
        return line;
    }
    while taken(&line) >= width.max(1) {
        line.pop();
    }
    if let Some(space) = line
        .iter()
        .rposition(Cluster::is_space)
        .filter(|&at| at * 2 > line.len())
    {
        line.truncate(space);
    }
    line.extend(clusters("…", Style::Plain));
    line
}

/// For mlterm, which writes a lam-alef pair in one cell: each such pair becomes one cluster.
pub(super) fn join_lam_alef(line: Vec<Cluster>) -> Vec<Cluster> {
    let mut joined: Vec<Cluster> = Vec::with_capacity(line.len());
    for cluster in line {
        match joined.last_mut() {
            Some(lam) if is_pair(&lam.text, &cluster.text) => lam.text.push_str(&cluster.text),
            _ => joined.push(cluster),
        }
    }
    joined
}

fn is_pair(lam: &str, alef: &str) -> bool {
    lam.starts_with('ل')
        && !lam.contains(['ا', 'أ', 'إ', 'آ', '\u{200C}'])
        && alef.starts_with(['ا', 'أ', 'إ', 'آ'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        let found = clusters(text, Style::Plain);
        found.into_iter().map(|c| c.text).collect()
    }

    #[test]
    fn marks_ride_on_their_letter() {
        assert_eq!(texts("مُحَمَّد"), ["مُ", "حَ", "مَّ", "د"]);
    }

    #[test]
    fn no_cluster_is_empty_or_wider_than_two_cells() {
        for text in ["👨‍👩‍👧 ok", "\u{64e}سلام", "🇰🇿", "क्ष्म", "漢字", "👍🏽"]
        {
            for cluster in clusters(text, Style::Plain) {
                assert!(matches!(cluster.width, 1 | 2), "{cluster:?} of {text}");
                assert_eq!(cells(&cluster.text), cluster.width, "{cluster:?} of {text}");
            }
        }
    }

    #[test]
    fn a_family_is_written_as_its_members() {
        assert_eq!(texts("👨‍👩‍👧"), ["👨", "👩", "👧"]);
    }

    #[test]
    fn mlterm_has_one_cell_for_lam_alef() {
        let joined = join_lam_alef(clusters("السَّلَام لالا", Style::Plain));
        let texts: Vec<_> = joined.iter().map(|c| c.text.as_str()).collect();
        assert_eq!(texts, ["ا", "ل", "سَّ", "لَا", "م", " ", "لا", "لا"]);
        assert!(joined.iter().all(|c| c.width == 1));
    }
}
