//! The markdown report of real comparisons, made from the gold folders: what must hold for every pair and language.

use crate::support::checks::{self, assert_linked, assert_whole, between, text_of};
use storydiff::model::Comparison;
use storydiff::report::{Format, Ui, View, render};

/// Run a check on the report of every gold folder in both languages.
fn each(check: impl Fn(&str, &Comparison, Ui, &str)) {
    checks::each(|name, comparison, ui| {
        let view = View {
            ui,
            ..View::default()
        };
        let text = render(comparison, Format::Markdown, &view);
        check(name, comparison, ui, &text);
    });
}

#[test]
fn every_link_finds_its_anchor_and_no_anchor_stands_twice() {
    each(|name, _, _, text| {
        let anchors = between(text, "<a name=\"", "\"");
        assert_linked(name, &between(text, "](#", ")"), &anchors);
    });
}

#[test]
fn every_block_starts_with_a_strong_character_of_the_reports_language() {
    each(|name, _, ui, text| {
        for block in text.trim().split("\n\n").filter(|b| *b != "</details>") {
            let first = text_of(block).chars().find(|c| c.is_alphabetic());
            let arabic = first.is_some_and(|c| ('\u{600}'..'\u{700}').contains(&c));
            assert_eq!(arabic, ui == Ui::Ar, "{name}: {block}");
        }
    });
}

#[test]
fn no_direction_controls_reach_the_file() {
    let controls = |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    each(|name, _, _, text| assert!(!text.contains(controls), "{name}"));
}

#[test]
fn every_paragraph_and_every_claim_can_be_read_letter_for_letter() {
    each(|name, comparison, _, text| assert_whole(name, comparison, &text_of(&gfm(text))));
}

#[test]
fn github_reads_the_tables_as_tables() {
    each(|name, _, _, text| {
        let html = gfm(text);
        let tables = html.matches("<table>").count();
        let rule = |line: &&str| line.starts_with("| ---") || line.starts_with("| :---");
        assert_eq!(tables, text.lines().filter(rule).count(), "{name}");
        let rows = text.lines().filter(|line| line.starts_with('|')).count();
        assert_eq!(html.matches("<tr>").count() + tables, rows, "{name}");
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
