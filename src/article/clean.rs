//! One line of the input as it is shown: no control or direction characters, white space folded, entities decoded.
//!
//! An escape character in an article must never reach a terminal, and a direction override would turn the columns
//! of a table around. What cannot be seen is dropped; ZWNJ and ZWJ stay, since Persian words and emoji need them.

use std::borrow::Cow;

/// The visible text of `line`, single spaces between its words.
pub(super) fn clean(line: &str) -> String {
    let decoded = decode_entities(line);
    let mut text = String::with_capacity(decoded.len());
    for c in decoded.chars() {
        if c.is_whitespace() {
            if !text.is_empty() && !text.ends_with(' ') {
                text.push(' ');
            }
        } else if !is_invisible(c) {
            text.push(c);
        }
    }
    text.truncate(text.trim_end_matches([' ', '\u{200C}', '\u{200D}']).len());
    text
}

/// `&quot;`, `&nbsp;`, `&#1575;` in text copied from a page's source; only with the semicolon, so `AT&T` stays.
fn decode_entities(line: &str) -> Cow<'_, str> {
    if line.contains('&') && line.contains(';') {
        html_escape::decode_html_entities(line)
    } else {
        Cow::Borrowed(line)
    }
}

/// Characters without a shape of their own. Sources: Unicode categories Cc and Cf, noncharacters, and the private use
/// areas, which mean nothing outside the web font that drew an icon there.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{034F}' | '\u{0600}'..='\u{0605}' | '\u{061C}' | '\u{06DD}' | '\u{070F}'
            | '\u{0890}'..='\u{0891}' | '\u{08E2}' | '\u{180E}' | '\u{200B}' | '\u{200E}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FDD0}'..='\u{FDEF}' | '\u{FEFF}'
            | '\u{FFF0}'..='\u{FFFB}' | '\u{FFFE}'..='\u{FFFF}'
            | '\u{E000}'..='\u{F8FF}' | '\u{E0000}'..='\u{E0FFF}' | '\u{F0000}'..='\u{10FFFF}')
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn what_cannot_be_seen_is_dropped_and_spaces_are_folded() {
        for (line, text) in [
            ("  a \t b\u{A0}\u{202F}c\u{3000} ", "a b c"),
            ("\u{FEFF}قال\u{200F} \u{202B}بوتين\u{202C}", "قال بوتين"),
            ("red \u{1B}[31malert\u{1B}[0m", "red [31malert[0m"),
            ("co\u{AD}operate\u{200B}", "cooperate"),
            ("می\u{200C}گوید", "می\u{200C}گوید"),
            ("\u{E001} Share", "Share"),
            ("\u{2066}\u{2069} \u{0}", ""),
        ] {
            assert_eq!(clean(line), text, "{line:?}");
        }
    }

    #[test]
    fn entities_become_what_they_stand_for() {
        assert_eq!(
            clean("&quot;نعم&quot;&nbsp;&laquo;&#1575;&rlm;&raquo;&#10;x"),
            "\"نعم\" «ا» x"
        );
        assert_eq!(
            clean("AT&T; R&D & more; &unknown;"),
            "AT&T; R&D & more; &unknown;"
        );
    }
}
