//! What a parser of HTML can be made to build out of little, and the bound that is set to it.
//!
//! Each open element is looked at again for each tag that follows, and open marks such as `<b>` are opened again in
//! each paragraph: a page of a few megabytes can cost hours or all memory. So the open elements are counted first, in
//! one pass that builds nothing. Real pages are some thirty elements deep, and browsers stop at 512.

/// So deep may a page be.
const DEEPEST: usize = 512;
/// So many elements may its tags and the marks that are open above them come to.
const MOST: usize = 2_000_000;

/// Marks that are opened again wherever a block closed them.
const MARKS: [&str; 14] = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];
/// What never holds anything, or is closed by what follows it.
const OPEN: [&str; 24] = [
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta",
    "optgroup", "option", "p", "param", "source", "tbody", "td", "th", "tr", "track", "wbr",
];

/// Whether the page can be parsed within bounds.
pub(super) fn is_bounded(html: &str) -> bool {
    let (mut tags, mut depth, mut marks, mut most_marks) = (0_usize, 0_usize, 0_usize, 0_usize);
    for (at, _) in html.match_indices('<') {
        let rest = &html.as_bytes()[at + 1..];
        let (closes, rest) = match rest.strip_prefix(b"/") {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        let name = name(rest);
        if name.is_empty() || OPEN.contains(&name.as_str()) {
            continue;
        }
        tags += 1;
        let is_mark = MARKS.contains(&name.as_str());
        if closes {
            depth = depth.saturating_sub(1);
            marks = marks.saturating_sub(usize::from(is_mark));
        } else {
            depth += 1;
            marks += usize::from(is_mark);
        }
        most_marks = most_marks.max(marks);
        if depth > DEEPEST || tags.saturating_mul(most_marks) > MOST {
            return false;
        }
    }
    true
}

/// The name of a tag, in small letters; empty where none begins.
fn name(bytes: &[u8]) -> String {
    let is_letter = |b: &u8| b.is_ascii_alphanumeric() || *b == b'-' || *b == b':';
    if !bytes.first().is_some_and(u8::is_ascii_alphabetic) {
        return String::new();
    }
    let letters = bytes.iter().take(24).take_while(|b| is_letter(b));
    letters
        .map(|b| char::from(b.to_ascii_lowercase()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::is_bounded;

    #[test]
    fn pages_are_bounded_and_traps_are_not() {
        assert!(is_bounded("<html><body><p>a<p>b<br><li>c</body></html>"));
        assert!(is_bounded(&"<p>a".repeat(100_000)));
        assert!(is_bounded(&"<div>a</div>".repeat(100_000)));
        assert!(!is_bounded(&"<div>".repeat(1_000)));
        let reopened = format!(
            "{}{}",
            "<b><i><u><s>".repeat(100),
            "<div></div>".repeat(9_000)
        );
        assert!(!is_bounded(&reopened));
        assert!(is_bounded("a < b << c"));
    }
}
