//! Doubts of reading, in every report: what was read may not be what was printed.

use crate::support::word;
use assert_cmd::Command;
use storydiff::article::Note;
use storydiff::{
    Article, Encoding, Format, Options, ReadOptions, Ui, View, compare, parse, render,
    render_story, report, tell,
};

const OTHER: &str =
    "The ferry to Orley sank on Sunday night with sixteen people on board, the coastguard said.";

/// A page of which only a teaser is there.
fn teaser() -> Article {
    let page = format!(
        "<!doctype html><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}}</script>\
         <article><h1>Ferry sinks off Orley</h1><p>{OTHER}</p></article>"
    );
    parse(page.as_bytes(), "mail.html", &ReadOptions::default()).expect("a page")
}

fn other() -> Article {
    parse(OTHER.as_bytes(), "b.txt", &ReadOptions::default()).expect("a text")
}

fn options() -> Options {
    Options {
        encoder: Encoding::None,
        ..Options::default()
    }
}

/// Each format's report, and the Word file's text.
fn pair(view: &View) -> Vec<String> {
    let found = compare(&teaser(), &other(), &options());
    let formats = [Format::Table, Format::Markdown, Format::Html, Format::Json];
    let texts = formats.map(|format| render(&found, format, view));
    let document = word::lines(&report::docx_text(&found, view));
    texts.into_iter().chain([document]).collect()
}

fn story(view: &View) -> Vec<String> {
    let table = tell(&[teaser(), other(), other()], &options());
    let formats = [Format::Table, Format::Markdown, Format::Html, Format::Json];
    let texts = formats.map(|format| render_story(&table, format, view));
    let document = word::lines(&report::story_docx_text(&table, view));
    texts.into_iter().chain([document]).collect()
}

#[test]
fn every_report_says_that_only_a_teaser_may_have_been_read_and_so_does_the_shortest() {
    assert!(matches!(&teaser().notes[..], [Note::Teaser { .. }]));
    for brief in [false, true] {
        for (ui, said) in [(Ui::En, "only a teaser"), (Ui::Ar, "غير مجاني")] {
            let view = View {
                brief,
                ui,
                width: 200,
                ..View::default()
            };
            for text in pair(&view).into_iter().chain(story(&view)) {
                // JSON is for programs, and in English.
                let told = text.contains(said) || text.contains("\"teaser\"");
                assert!(told, "brief {brief}, {said}: {text}");
            }
        }
    }
}

fn lines(command: &str, input: &str) -> String {
    let mut tool = Command::cargo_bin("storydiff").expect("the program");
    let run = tool.arg(command).write_stdin(input.to_owned()).output();
    String::from_utf8(run.expect("an answer").stdout).expect("UTF-8")
}

#[test]
fn answers_to_records_carry_them() {
    let record = r#"{"id":1,"left":{"text":"The ferry sank.\ud800"},"right":{"text":"It sank."}}"#;
    let answer = lines("batch", record);
    assert!(answer.contains("\"lossy_decoding\""), "{answer}");
    let answer = lines(
        "judge",
        r#"{"id":1,"left":"The ferry sank.\ud800","right":"It sank."}"#,
    );
    assert!(answer.contains("\"lossy_decoding\""), "{answer}");
    let answer = lines(
        "judge",
        r#"{"id":1,"left":"The ferry sank.","right":"It sank."}"#,
    );
    assert!(!answer.contains("notes"), "{answer}");
}
