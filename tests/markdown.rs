//! The markdown report of real comparisons, made from the gold folders: what must hold for every pair and language.

mod support;

use storydiff::compare::Comparison;
use storydiff::report::{Format, Ui, View, render};
use support::gold;

fn markdown(comparison: &Comparison, ui: Ui) -> String {
    let view = View {
        ui,
        ..View::default()
    };
    render(comparison, Format::Markdown, &view)
}

/// Run a check on the report of every gold folder in both languages.
fn each(check: impl Fn(&str, &Comparison, Ui, &str)) {
    let folders = gold::folders();
    if folders.is_empty() {
        eprintln!("skipped: no gold folders beside the project");
    }
    for folder in folders {
        let comparison = gold::comparison(&folder);
        for ui in [Ui::En, Ui::Ar] {
            let name = format!(
                "{}.{}",
                comparison.left.article.name.replace(' ', "-"),
                ui.tag()
            );
            check(&name, &comparison, ui, &markdown(&comparison, ui));
        }
    }
}

#[test]
fn every_link_finds_its_anchor_and_no_anchor_stands_twice() {
    each(|name, _, _, text| {
        let anchors: Vec<&str> = between(text, "<a name=\"", "\"");
        let mut once = anchors.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), anchors.len(), "{name}");
        for link in between(text, "](#", ")") {
            assert!(anchors.contains(&link), "{name}: {link}");
        }
    });
}

#[test]
fn every_block_starts_with_a_strong_character_of_the_reports_language() {
    each(|name, _, ui, text| {
        for block in text.split("\n\n").filter(|block| *block != "</details>") {
            let first = without_tags(block).chars().find(|c| c.is_alphabetic());
            let arabic = first.is_some_and(|c| ('\u{600}'..'\u{700}').contains(&c));
            assert_eq!(arabic, ui == Ui::Ar, "{name}: {block}");
        }
    });
}

#[test]
fn no_direction_controls_reach_the_file() {
    each(|name, _, _, text| {
        let controls = |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        assert!(!text.contains(controls), "{name}");
    });
}

#[test]
fn every_paragraph_and_every_claim_can_be_read_letter_for_letter() {
    each(|name, comparison, _, text| {
        let shown = unescaped(&without_tags(&gfm(text)));
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
    });
}

#[test]
fn github_reads_the_tables_as_tables() {
    each(|name, _, _, text| {
        let html = gfm(text);
        let rules = text
            .lines()
            .filter(|line| line.starts_with("| ---") || line.starts_with("| :---"));
        assert_eq!(html.matches("<table>").count(), rules.count(), "{name}");
        let rows = text.lines().filter(|line| line.starts_with('|')).count();
        let headers = html.matches("<table>").count();
        assert_eq!(html.matches("<tr>").count() + headers, rows, "{name}");
    });
}

/// GitHub's own rules, by the port of its renderer.
fn gfm(markdown: &str) -> String {
    let mut options = comrak::Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.extension.tagfilter = true;
    options.render.r#unsafe = true;
    comrak::markdown_to_html(markdown, &options)
}

fn between<'a>(text: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    let parts = text.split(open).skip(1);
    parts
        .filter_map(|part| Some(part.split_once(close)?.0))
        .collect()
}

fn without_tags(html: &str) -> String {
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
    out
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}
