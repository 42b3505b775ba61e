//! Where claims stand in their lines, and when two names or terms are one.

use std::collections::BTreeSet;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// A claim's place in its text.
#[derive(Debug, Clone)]
pub struct Place {
    /// 1-based.
    pub line: usize,
    /// In characters of the line.
    pub at: Range<usize>,
}

/// The interval of a claim in its line, white space and invisible signs apart; `None` where it is not found.
pub fn place(line: &str, claim: &str) -> Option<Range<usize>> {
    let kept: Vec<(usize, char)> = squeezed(line).collect();
    let wanted: Vec<char> = squeezed(claim).map(|(_, c)| c).collect();
    if wanted.is_empty() {
        return None;
    }
    let is_here = |window: &[(usize, char)]| window.iter().map(|(_, c)| c).eq(&wanted);
    let start = kept.windows(wanted.len()).position(is_here)?;
    Some(kept[start].0..kept[start + wanted.len() - 1].0 + 1)
}

fn squeezed(text: &str) -> impl Iterator<Item = (usize, char)> {
    let visible = |(_, c): &(usize, char)| !c.is_whitespace() && !is_format(*c);
    text.chars().enumerate().filter(visible)
}

/// Unicode category Cf, as far as texts have it.
fn is_format(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{600}'..='\u{605}' | '\u{61C}' | '\u{6DD}' | '\u{70F}' | '\u{180E}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

/// Share of the shorter of two intervals that both cover.
pub fn overlap(a: &Range<usize>, b: &Range<usize>) -> f64 {
    let common = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    common as f64 / a.len().min(b.len()).max(1) as f64
}

/// Letters and digits of a name or term, in one spelling.
pub fn fold(text: &str) -> String {
    let plain: String = text
        .nfkd()
        .flat_map(char::to_lowercase)
        .filter(|c| canonical_combining_class(*c) == 0 && *c != '\u{0640}')
        .map(|c| match c {
            'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
            'ى' => 'ي',
            'ة' => 'ه',
            c if c.is_alphanumeric() || c == '_' => c,
            _ => ' ',
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether one term contains the other, or they share half of their words.
pub fn alike(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    if a.is_empty() || b.is_empty() {
        return a == b;
    }
    if a.contains(&b) || b.contains(&a) {
        return true;
    }
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<BTreeSet<_>>();
    let (x, y) = (words(&a), words(&b));
    let shared = x.intersection(&y).count();
    shared > 0 && 2 * shared >= x.len().min(y.len())
}
