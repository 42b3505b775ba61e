//! Word files as tests read them.

/// Check that every tag that opens is closed, in order.
pub fn assert_well_formed(name: &str, xml: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in super::checks::between(xml, "<", ">") {
        if tag.starts_with('?') || tag.ends_with('/') {
            continue;
        }
        match tag.strip_prefix('/') {
            Some(closed) => assert_eq!(open.pop(), Some(closed), "{name}"),
            None => open.push(tag.split(' ').next().unwrap_or(tag)),
        }
    }
    assert_eq!(open, [""; 0], "{name}");
}

/// The document as lines for people: a line a paragraph, with its style and `<` where it runs from right to left; `|`
/// ends a cell, `--` a row, `====` a table; bold words in `*`, shaded ones in `=`, links in `_`.
pub fn lines(xml: &str) -> String {
    let mut out = String::new();
    for paragraph in xml.split("<w:p>").skip(1) {
        let (paragraph, rest) = paragraph.split_once("</w:p>").unwrap_or((paragraph, ""));
        let style = paragraph.split("w:pStyle w:val=\"").nth(1);
        let style = style.and_then(|s| s.split('"').next()).unwrap_or_default();
        let direction = if paragraph.contains("<w:bidi/>") {
            "<"
        } else {
            ""
        };
        let words: String = super::checks::between(paragraph, "<w:r>", "</w:r>")
            .into_iter()
            .map(run)
            .collect();
        out.extend([style, direction, " ", &words, "\n"]);
        for (end, mark) in [
            ("</w:tc>", "  |\n"),
            ("</w:tr>", "  --\n"),
            ("</w:tbl>", "  ====\n"),
        ] {
            if rest.contains(end) {
                out.push_str(mark);
            }
        }
    }
    out
}

fn run(run: &str) -> String {
    let text = super::checks::text_of(run);
    let sign = |tag: &str, sign| if run.contains(tag) { sign } else { "" };
    let signs = [
        sign("<w:b/>", "*"),
        sign("<w:shd", "="),
        sign("Hyperlink", "_"),
    ]
    .concat();
    let back: String = signs.chars().rev().collect();
    format!("{signs}{text}{back}")
}
