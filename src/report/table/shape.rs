//! Arabic letters in their joined forms, for terminals that do not join them (xterm, alacritty).
//!
//! ar-reshaper chooses the presentation form of each letter. It is given the bare letters only, and the marks are put
//! back afterwards: by default it drops tashkeel. Its ligatures are off, for it finds them in quadratic time and by
//! offsets that are wrong where joiners stand; lam-alef, the one pair that Arabic script demands, is ligated here.
//! Letters without presentation forms in Unicode (some of Uyghur, Pashto) stay as they are.

use super::cluster::Cluster;
use ar_reshaper::config::LigaturesFlags;
use ar_reshaper::{ArabicReshaper, Language, ReshaperConfig};

const NON_JOINER: char = '\u{200C}';
const ZERO_WIDTH_JOINER: char = '\u{200D}';

/// Shapes clusters in logical order; a lam-alef pair becomes one cluster of one cell.
pub(super) fn shape(line: &[Cluster]) -> Vec<Cluster> {
    let mut config = ReshaperConfig::new(Language::Arabic, LigaturesFlags::none());
    config.support_ligatures = false;
    config.support_zwj = false;
    let reshaper = ArabicReshaper::new(config);
    line.chunk_by(|before, _| !ends_join(before))
        .flat_map(|word| shape_word(word, &reshaper))
        .collect()
}

fn ends_join(cluster: &Cluster) -> bool {
    cluster.is_space() || cluster.text.contains(NON_JOINER)
}

/// Without ligatures the crate gives one form for each letter.
fn shape_word(word: &[Cluster], reshaper: &ArabicReshaper) -> Vec<Cluster> {
    let letters: String = word.iter().filter_map(|c| c.text.chars().next()).collect();
    let forms = reshaper.reshape(letters);
    let mut shaped: Vec<Cluster> = Vec::with_capacity(word.len());
    for (form, letter) in forms.chars().zip(word) {
        let letter = with_form(form, letter);
        let pair = shaped
            .last_mut()
            .and_then(|lam| Some((lam_alef(&lam.text, form)?, lam)));
        match pair {
            Some((ligature, lam)) => {
                lam.text = ligature.to_string() + marks(&lam.text) + marks(&letter.text);
            }
            None => shaped.push(letter),
        }
    }
    shaped
}

/// The ligature of a shaped lam (initial or medial) and a shaped alef (final), if they are that.
fn lam_alef(lam: &str, alef: char) -> Option<char> {
    let medial = match lam.chars().next()? {
        '\u{FEDF}' => false,
        '\u{FEE0}' => true,
        _ => return None,
    };
    let forms = match alef {
        '\u{FE82}' => ['\u{FEF5}', '\u{FEF6}'],
        '\u{FE84}' => ['\u{FEF7}', '\u{FEF8}'],
        '\u{FE88}' => ['\u{FEF9}', '\u{FEFA}'],
        '\u{FE8E}' => ['\u{FEFB}', '\u{FEFC}'],
        _ => return None,
    };
    Some(forms[usize::from(medial)])
}

fn with_form(form: char, letter: &Cluster) -> Cluster {
    let bare = letter.text.chars().next().unwrap_or(form);
    let form = if form == '\0' { bare } else { form };
    let marks = marks(&letter.text).chars().filter(|&c| is_seen(c));
    Cluster {
        text: std::iter::once(form).chain(marks).collect(),
        ..letter.clone()
    }
}

/// All but the first character.
fn marks(cluster: &str) -> &str {
    let mut chars = cluster.chars();
    chars.next();
    chars.as_str()
}

/// Once the forms are chosen, joiners have done their work.
fn is_seen(c: char) -> bool {
    !matches!(c, NON_JOINER | ZERO_WIDTH_JOINER)
}

#[cfg(test)]
mod tests {
    use super::super::{cluster::clusters, style::Style};
    use super::*;

    fn shaped(text: &str) -> Vec<String> {
        let line = shape(&clusters(text, Style::Plain));
        line.into_iter().map(|c| c.text).collect()
    }

    #[test]
    fn letters_take_the_form_of_their_place() {
        assert_eq!(shaped("عين").concat(), "\u{FECB}\u{FEF4}\u{FEE6}");
        assert_eq!(shaped("ورد").concat(), "\u{FEED}\u{FEAD}\u{FEA9}");
    }

    #[test]
    fn lam_alef_is_one_cluster_and_keeps_its_marks() {
        assert_eq!(
            shaped("سَلَامٌ"),
            ["\u{FEB3}\u{64E}", "\u{FEFC}\u{64E}", "\u{FEE1}\u{64C}"]
        );
    }

    #[test]
    fn a_non_joiner_parts_letters() {
        assert_eq!(
            shaped("می\u{200C}رود"),
            ["\u{FEE3}", "\u{FBFD}", "\u{FEAD}", "\u{FEED}", "\u{FEA9}"]
        );
    }

    #[test]
    fn other_scripts_digits_and_the_name_of_god_keep_their_cells() {
        assert_eq!(shaped("NATO 250٪").concat(), "NATO 250٪");
        assert_eq!(shaped("الله").len(), 4);
    }

    #[test]
    fn no_text_is_lost_or_panics() {
        let long = "لا".repeat(5_000);
        assert_eq!(shape(&clusters(&long, Style::Plain)).len(), 5_000);
        for text in [
            "",
            " ",
            "\u{64E}",
            "ا\u{200D}",
            "\u{200D}ب\u{200D}",
            "ء",
            "ـ",
            "ءلا",
        ] {
            let line = clusters(text, Style::Plain);
            assert!(shape(&line).len() <= line.len());
        }
    }
}
