//! What must hold for every report: nothing is lost, every link finds its anchor.

use super::gold;
use storydiff::model::Comparison;
use storydiff::report::Ui;

/// Run a check on every gold folder in both languages of the report.
pub fn each(check: impl Fn(&str, &Comparison, Ui)) {
    let folders = gold::folders();
    if folders.is_empty() {
        eprintln!("skipped: no gold folders beside the project");
    }
    for folder in folders {
        let comparison = gold::comparison(&folder);
        for ui in [Ui::En, Ui::Ar] {
            let id = comparison.left.article.name.replace(" left", "");
            check(&format!("{id}.{}", ui.tag()), &comparison, ui);
        }
    }
}

/// All that stands between `open` and the next `close`.
pub fn between<'a>(text: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    let parts = text.split(open).skip(1);
    parts
        .filter_map(|part| Some(part.split_once(close)?.0))
        .collect()
}

/// The text of some HTML.
pub fn text_of(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => inside = false,
            _ if inside => {}
            _ => out.push(c),
        }
    }
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(out, |text, (entity, c)| text.replace(entity, c))
}

/// Check that every paragraph and every claim stands in `shown`.
pub fn assert_whole(name: &str, comparison: &Comparison, shown: &str) {
    for side in [&comparison.left, &comparison.right] {
        for paragraph in &side.article.paragraphs {
            assert!(
                shown.contains(&paragraph.text),
                "{name}: {}",
                paragraph.text
            );
        }
        for claim in &side.claims {
            assert!(shown.contains(&claim.text), "{name}: {}", claim.text);
        }
    }
}

/// Check that every link finds its anchor and that no anchor stands twice.
pub fn assert_linked(name: &str, links: &[&str], anchors: &[&str]) {
    let mut once = anchors.to_vec();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), anchors.len(), "{name}: an anchor twice");
    for link in links {
        assert!(once.binary_search(link).is_ok(), "{name}: {link}");
    }
}
