//! The markdown report of real comparisons, made from the gold folders: what must hold for every pair and language.

use crate::support::checks::{self, assert_linked, assert_whole, between, text_of};
use crate::support::stories::fixtures;
use storydiff::Options;
use storydiff::model::Comparison;
use storydiff::report::{Format, Ui, View, render};

fn report(comparison: &Comparison, ui: Ui, full: bool) -> String {
    let view = View {
        ui,
        full,
        ..View::default()
    };
    render(comparison, Format::Markdown, &view)
}

/// Run a check on the report of every gold folder in both languages, short and whole.
fn each(check: impl Fn(&str, &Comparison, Ui, &str)) {
    checks::each(|name, comparison, ui| {
        for full in [false, true] {
            check(name, comparison, ui, &report(comparison, ui, full));
        }
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
    checks::each(|name, comparison, ui| {
        let whole = report(comparison, ui, true);
        assert_whole(name, comparison, &text_of(&gfm(&whole)));
        let short = text_of(&gfm(&report(comparison, ui, false)));
        for side in [&comparison.left, &comparison.right] {
            let paragraphs = side.article.paragraphs.iter();
            for paragraph in paragraphs.filter(|p| p.kind.is_report()) {
                assert!(
                    short.contains(&paragraph.text),
                    "{name}: {}",
                    paragraph.text
                );
            }
        }
    });
}

/// The answer, labels, figures and notes are no more than half of the texts, or so many words where these are short.
#[test]
fn a_report_is_little_longer_than_the_two_articles() {
    const MOST: usize = 600;
    checks::each(|name, comparison, ui| {
        let words = |text: &str| {
            let words = text.split_whitespace();
            words.filter(|w| w.contains(char::is_alphanumeric)).count()
        };
        let sides = [&comparison.left, &comparison.right];
        let paragraphs = sides.iter().flat_map(|side| &side.article.paragraphs);
        let paragraphs = paragraphs.filter(|p| p.kind.is_report());
        let articles: usize = paragraphs.map(|p| words(&p.text)).sum();
        let report = words(&text_of(&gfm(&report(comparison, ui, false))));
        let more = report - articles;
        assert!(
            more <= (articles / 2).max(MOST),
            "{name}: {articles}, {report}"
        );
    });
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

/// Numbers in digits, Arabic ones as Latin ones, without marks between thousands.
fn numbers(text: &str) -> Vec<String> {
    let latin = |c: char| match c {
        '\u{660}'..='\u{669}' => char::from_digit(c as u32 - 0x660, 10).unwrap_or(c),
        c => c,
    };
    let text: String = text.chars().map(latin).collect();
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '٬' | '٫');
    let words = text.split(|c| !is_part(c));
    let digits = words.map(|word| {
        word.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    });
    digits.filter(|number| !number.is_empty()).collect()
}

#[test]
fn a_figure_is_said_to_be_missing_only_where_its_number_is_nowhere() {
    let view = View {
        full: true,
        ..View::default()
    };
    for story in fixtures() {
        let found = story.comparison(&Options::default());
        let report = render(&found, Format::Markdown, &view);
        for (note, cell, other) in [
            ("not found in A", 3, &found.left),
            ("not found in B", 2, &found.right),
        ] {
            let rows = report
                .lines()
                .filter(|line| line.ends_with(&format!("| {note} |")));
            let words = other
                .article
                .paragraphs
                .iter()
                .filter(|p| p.kind.is_report());
            let told: Vec<String> = words.flat_map(|p| numbers(&p.text)).collect();
            for row in rows {
                let row = row.replace('\\', "");
                let value = row
                    .split('|')
                    .nth(cell)
                    .and_then(|cell| cell.split(" ([").next());
                for number in numbers(value.unwrap_or_default()) {
                    assert!(!told.contains(&number), "{}: {row}", story.name);
                }
            }
        }
    }
}
