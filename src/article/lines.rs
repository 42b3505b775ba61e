//! A text cut into lines, whatever ends them: CR, LF, CRLF, NEL (U+0085), LS (U+2028), PS (U+2029).
//!
//! Old Macs, Windows and content systems each have their own. A CRLF is one end, so numbers agree with editors.

/// The lines of `text` in order, without their ends. The first is line 1.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(at) = text.find(is_line_end) else {
            rest = None;
            return Some(text);
        };
        let (line, after) = text.split_at(at);
        rest = Some(after_line_end(after));
        Some(line)
    })
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\r' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn after_line_end(text: &str) -> &str {
    text.strip_prefix("\r\n")
        .or_else(|| text.strip_prefix(is_line_end))
        .unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn every_kind_of_line_end_ends_one_line() {
        let text = "a\rb\nc\r\nd\u{85}e\u{2028}f\u{2029}g";
        assert_eq!(
            lines(text).collect::<Vec<_>>(),
            ["a", "b", "c", "d", "e", "f", "g"]
        );
    }

    #[test]
    fn blank_lines_count() {
        assert_eq!(
            lines("a\r\n\r\nb\n\rc").collect::<Vec<_>>(),
            ["a", "", "b", "", "c"]
        );
    }
}
