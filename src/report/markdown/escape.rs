//! Words of an article as markdown that shows them letter for letter.
//!
//! Sources: the GitHub Flavored Markdown specification (backslash escapes, entities, the table and autolink
//! extensions); GitHub's and GitLab's references (`@name`, `#12`, `!12`, `~label`, `%1`, `$1`, `&1`) and mathematics
//! (`$…$`), which are looked for in the text after rendering, where a backslash is no longer seen: there an empty-handed
//! `<span>` around the sign parts it from the word.

/// Escape `text`; line ends become spaces.
pub(in crate::report) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut before = None;
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let after = rest.as_str();
        if starts_reference(before, c, after) {
            out.push_str("<span>");
            push(&mut out, c);
            out.push_str("</span>");
        } else if (c == ':' && after.starts_with("//"))
            || (c == '.' && ends_list_number(text, after, &out))
        {
            out.push('\\');
            out.push(c);
        } else {
            push(&mut out, c);
        }
        before = Some(c);
    }
    out
}

/// Whether `c` would make a mention, a reference or mathematics of what follows.
fn starts_reference(before: Option<char>, c: char, after: &str) -> bool {
    let next = after.chars().next();
    match c {
        '@' => next.is_some_and(|n| n.is_ascii_alphanumeric()),
        '$' => true,
        '#' | '!' | '%' | '&' | '~' => {
            !before.is_some_and(char::is_alphanumeric)
                && next.is_some_and(|n| n.is_ascii_alphanumeric() || n == '"')
        }
        _ => false,
    }
}

/// Whether the dot after digits at the very start would make a list of the line, or the one after `www` a link.
fn ends_list_number(text: &str, after: &str, out: &str) -> bool {
    let start = &text[..text.len() - after.len() - 1];
    let number = !start.is_empty() && start.chars().all(|c| c.is_ascii_digit());
    number || out.ends_with("www")
}

fn push(out: &mut String, c: char) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '\\' | '|' | '*' | '_' | '~' | '[' | ']' | '#' | '`' | '$' => {
            out.push('\\');
            out.push(c);
        }
        '\n' | '\r' => out.push(' '),
        _ if is_direction_control(c) => {}
        _ => out.push(c),
    }
}

/// Marks, embeddings, overrides and isolates: direction is said by `dir`, never by characters in a file.
fn is_direction_control(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_markdown_are_shown_as_they_are() {
        let cases = [
            (r"a\b|c*d_e~f", r"a\\b\|c\*d\_e\~f"),
            ("[x] `y` <b> AT&T", r"\[x\] \`y\` &lt;b&gt; AT&amp;T"),
            ("2030. جنديا", r"2030\. جنديا"),
            ("2.5 and 2030. So", r"2\.5 and 2030. So"),
            (
                "@reuters said a@b.org",
                "<span>@</span>reuters said a<span>@</span>b.org",
            ),
            ("$100 for #12", r"<span>\$</span>100 for <span>\#</span>12"),
            ("# no heading", r"\# no heading"),
            ("33% or %33", "33% or <span>%</span>33"),
            ("https://a.org www.b.org", r"https\://a.org www\.b.org"),
            ("one\ntwo\u{200F}\u{2067}", "one two"),
            ("”إرهاب دولي“", "”إرهاب دولي“"),
        ];
        for (text, wanted) in cases {
            assert_eq!(escape(text), wanted, "{text}");
        }
    }
}
