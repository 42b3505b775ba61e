//! The HTML report of real comparisons, made from the gold folders: whole, linked, and asking for nothing.

#![allow(clippy::unwrap_used, reason = "a test that cannot write should stop")]

use crate::support::checks::{self, assert_linked, assert_whole, between, text_of};
use storydiff::model::Comparison;
use storydiff::report::{Format, Ui, View, render};

fn each(check: impl Fn(&str, &Comparison, Ui, &str)) {
    checks::each(|name, comparison, ui| {
        let view = View {
            ui,
            ..View::default()
        };
        check(
            name,
            comparison,
            ui,
            &render(comparison, Format::Html, &view),
        );
    });
}

#[test]
fn every_link_finds_its_anchor_and_no_anchor_stands_twice() {
    each(|name, _, _, html| {
        let links = between(html, "href=\"#", "\"");
        assert_linked(name, &links, &between(html, " id=\"", "\""));
        assert_eq!(
            links.len(),
            html.matches("href=").count(),
            "{name}: links lead out"
        );
    });
}

#[test]
fn it_has_no_script_and_loads_nothing() {
    each(|name, _, _, html| {
        for asking in [
            "<script", "src=", "url(", "@import", "<link", "http:", "https:",
        ] {
            assert!(!html.contains(asking), "{name}: {asking}");
        }
        assert!(html.contains("default-src 'none'"), "{name}");
    });
}

#[test]
fn every_paragraph_and_every_claim_can_be_read_letter_for_letter() {
    each(|name, comparison, _, html| assert_whole(name, comparison, &text_of(html)));
}

#[test]
fn it_says_its_language_and_direction() {
    each(|name, _, ui, html| {
        let wanted = match ui {
            Ui::En => "<html lang=\"en\" dir=\"ltr\">",
            Ui::Ar => "<html lang=\"ar\" dir=\"rtl\">",
        };
        assert!(html.contains(wanted), "{name}");
    });
}

/// `cargo test --test it html -- --ignored` writes every report to tests/out, to be looked at.
#[test]
#[ignore = "writes files for people to look at"]
fn write_reports() {
    let out = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/out");
    std::fs::create_dir_all(&out).unwrap();
    checks::each(|name, comparison, ui| {
        let view = View {
            ui,
            ..View::default()
        };
        for (format, ending) in [(Format::Html, "html"), (Format::Markdown, "md")] {
            let text = render(comparison, format, &view);
            std::fs::write(out.join(format!("{name}.{ending}")), text).unwrap();
        }
    });
}
