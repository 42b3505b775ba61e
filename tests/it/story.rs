//! More than two outlets: which of them makes which claim.

use crate::support::word;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use storydiff::story::{StoryTable, Treatment, letter};
use storydiff::{
    Article, Encoding, Format, Layout, Options, ReadOptions, Ui, View, parse, render_story, tell,
};

/// Four reports of one story, in two languages.
const FILES: [&str; 4] = [
    "kazakhstan-retold/left.txt",
    "kazakhstan-retold/right.txt",
    "kazakhstan-retold-en/left.txt",
    "kazakhstan-retold-en/right.txt",
];

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(name)
}

fn articles() -> Vec<Article> {
    let read = |name: &&str| {
        let bytes = fs::read(path(name)).expect("a fixture");
        parse(&bytes, name, &ReadOptions::default()).expect("an article")
    };
    FILES.iter().map(read).collect()
}

fn told(text: &str) -> Article {
    parse(text.as_bytes(), "a.txt", &ReadOptions::default()).expect("an article")
}

/// The claims of each row by their words, whatever the order of rows and outlets.
#[cfg_attr(
    not(feature = "embedded-encoder"),
    allow(dead_code, reason = "the test that needs it needs the encoder")
)]
fn rows(table: &StoryTable) -> BTreeSet<Vec<String>> {
    let words = |(outlet, stance): (usize, &Treatment)| match stance {
        Treatment::Makes(claims) => {
            let side = &table.outlets[outlet];
            let text = |&n: &usize| format!("{}: {}", side.article.source, side.claims[n].text);
            claims.iter().map(text).collect()
        }
        _ => Vec::new(),
    };
    let row = |stances: &[Treatment]| {
        let mut row: Vec<String> = stances.iter().enumerate().flat_map(words).collect();
        row.sort();
        row
    };
    table
        .claims
        .iter()
        .map(|claim| row(&claim.stances))
        .collect()
}

#[test]
fn every_claim_of_every_outlet_is_made_in_exactly_one_row() {
    let table = tell(&articles(), &Options::default());
    let mut made: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for claim in &table.claims {
        assert_eq!(claim.stances.len(), FILES.len());
        assert!(claim.makers().count() >= 1);
        for (outlet, stance) in claim.stances.iter().enumerate() {
            if let Treatment::Makes(claims) = stance {
                for &n in claims {
                    *made.entry((outlet, n)).or_default() += 1;
                }
            }
        }
    }
    let all: usize = table.outlets.iter().map(|side| side.claims.len()).sum();
    assert!(all > 80, "{all}");
    assert_eq!(made.len(), all);
    assert!(made.values().all(|&n| n == 1));
}

#[test]
#[cfg(feature = "embedded-encoder")]
fn four_reports_share_claims_and_the_order_of_outlets_changes_none() {
    let mut articles = articles();
    let table = tell(&articles, &Options::default());
    let shared = table
        .claims
        .iter()
        .filter(|c| c.makers().count() > 1)
        .count();
    assert!(shared >= 5, "{shared} claims are made by several outlets");
    articles.reverse();
    assert_eq!(rows(&tell(&articles, &Options::default())), rows(&table));
}

#[test]
fn the_same_report_three_times_is_one_story_of_claims_made_by_all() {
    let text = fs::read_to_string(path("dam-talks/left.txt")).expect("a fixture");
    let articles = [told(&text), told(&text), told(&text)];
    let table = tell(&articles, &Options::default());
    assert!(table.claims.len() > 5);
    for claim in &table.claims {
        assert_eq!(claim.makers().count(), 3, "{claim:?}");
        assert!((claim.certainty - 1.0).abs() < 1e-3 && claim.apart.is_empty());
    }
}

#[test]
fn who_contradicts_is_in_the_row_and_not_among_its_makers() {
    let by_words = Options {
        encoder: Encoding::None,
        ..Options::default()
    };
    let report = |killed: &str| {
        told(&format!(
            "Ferry sinks off the northern coast\n\nThe ferry sank on Sunday night near the harbour wall, and {killed} passengers were killed.\n\nThe minister will visit the island next week.\n"
        ))
    };
    let table = tell(&[report("16"), report("16"), report("19")], &by_words);
    let disputed = table
        .claims
        .iter()
        .find(|c| c.is_contradicted())
        .expect("a contradiction");
    assert_eq!(disputed.makers().collect::<Vec<_>>(), [0, 1]);
    let Treatment::Contradicts(said) = &disputed.stances[2] else {
        panic!("{disputed:?}");
    };
    assert_eq!(
        (
            said[0].differences[0].claim.as_str(),
            said[0].differences[0].outlet.as_str()
        ),
        ("16", "19")
    );
    // Contradicted claims come first.
    assert!(table.claims[0].is_contradicted());
    let page = render_story(&table, Format::Markdown, &View::default());
    assert!(
        page.contains("| ✓ A¶1 | ✓ B¶1 | ≠ C¶1 · 16 against 19 |"),
        "{page}"
    );
}

/// The words of the founding use: one thing, and how each outlet calls it, in whichever language.
#[test]
fn a_brief_tells_how_each_outlet_labels_the_same_thing() {
    let articles = articles();
    let table = tell(&articles[..3], &Options::default());
    let brief = View {
        brief: true,
        ..View::default()
    };
    for format in [Format::Table, Format::Markdown, Format::Html] {
        let report = render_story(&table, format, &brief);
        for term in [
            "إرهابي هجين",
            "إرهاب دولي",
            "الثورات الملونة",
            "colour revolutions",
        ] {
            assert!(report.contains(term), "{term} in\n{report}");
        }
        assert!(
            format != Format::Table || report.lines().count() <= 26,
            "{report}"
        );
    }
    let json: serde_json::Value =
        serde_json::from_str(&render_story(&table, Format::Json, &brief)).expect("JSON");
    let topics = json["brief"]["sections"].as_array().expect("sections");
    assert!(topics.iter().any(|section| section["topic"] == "labels"));
    let rows = json["framing"].as_array().expect("framing");
    assert_eq!(rows.len(), table.framing.len());
    assert!(rows.iter().any(|row| {
        let labels = row["labels"].as_array().expect("labels");
        let called = |outlet: &str, term: &str| {
            let is_it =
                |label: &serde_json::Value| label["outlet"] == outlet && label["term"] == term;
            labels.iter().any(is_it)
        };
        called("A", "الثورات الملونة") && called("C", "colour revolutions")
    }));
}

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_storydiff"))
        .current_dir(path(""))
        .args(["--encoder", "none"])
        .args(args)
        .output()
        .expect("run")
}

fn written(args: &[&str]) -> String {
    let output = run(&[&FILES[..3], args].concat());
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn each_format_shows_the_table() {
    let json: serde_json::Value = serde_json::from_str(&written(&["-f", "json"])).expect("JSON");
    assert_eq!(
        (&json["schema"], &json["kind"]),
        (&2.into(), &"story".into())
    );
    let outlets = json["outlets"].as_array().expect("outlets");
    assert_eq!(outlets.len(), 3);
    assert_eq!(outlets[2]["outlet"], "C");
    assert_eq!(outlets[2]["claims"][0]["id"], "C1");
    let claims = json["claims"].as_array().expect("claims");
    assert_eq!(json["summary"]["claims"], claims.len());
    let makers = |claim: &serde_json::Value| {
        let outlets = claim["outlets"].as_array().expect("outlets").clone();
        outlets.iter().filter(|o| o["stance"] == "makes").count()
    };
    let by_one = claims.iter().filter(|claim| makers(claim) == 1).count();
    assert_eq!(json["summary"]["by_one"], by_one);

    let markdown = written(&["-f", "markdown"]);
    assert!(markdown.starts_with("# Compared: "));
    let rows = markdown
        .lines()
        .filter(|line| line.starts_with("| ") && line.contains("✓"));
    assert_eq!(rows.count(), claims.len());

    let html = written(&["-f", "html", "--ui", "ar"]);
    assert!(html.starts_with("<!doctype html>\n<html lang=\"ar\" dir=\"rtl\">"));
    assert_eq!(html.matches("<th scope=\"row\" dir=").count(), claims.len());
    for outlet in 0..3 {
        assert!(markdown.contains(&format!(" {} |", letter(outlet))));
    }

    let table = written(&[]);
    assert_eq!(table, written(&["-f", "table"]));
    let heads = table.lines().take(3);
    let heads: Vec<Vec<&str>> = heads
        .map(|line| line.split_whitespace().take(3).collect())
        .collect();
    assert_eq!(
        heads,
        [
            ["A", "left", "ar"],
            ["B", "right", "ar"],
            ["C", "left", "en"]
        ]
    );
    for number in 1..=claims.len() {
        assert!(table.contains(&format!("│ {number:<2} │ ")), "{number}");
    }
}

/// Every claim's words stand in the report for the terminal, wide or narrow.
#[test]
fn no_claim_is_lost_in_the_table() {
    let table = tell(&articles(), &Options::default());
    for layout in [Layout::Table, Layout::Stacked] {
        let view = View {
            width: 1000,
            layout,
            ..View::default()
        };
        let report = render_story(&table, Format::Table, &view);
        for claim in table.outlets.iter().flat_map(|side| &side.claims) {
            assert!(report.contains(&claim.text), "{layout:?}: {}", claim.text);
        }
    }
}

#[test]
fn twelve_outlets_get_a_table_only_where_there_is_room() {
    let report = |text: &str| told(&format!("{text}\n\nThe ferry sank on Sunday night.\n"));
    let articles: Vec<Article> = (0..12)
        .map(|n| report(&format!("Ferry sinks {n}")))
        .collect();
    let by_words = Options {
        encoder: Encoding::None,
        ..Options::default()
    };
    let table = tell(&articles, &by_words);
    for (width, tabled) in [(120, false), (200, true)] {
        for ui in [Ui::En, Ui::Ar] {
            let view = View {
                width,
                ui,
                ..View::default()
            };
            let report = render_story(&table, Format::Table, &view);
            assert_eq!(report.contains('┌'), tabled, "{report}");
            for line in report.lines() {
                assert!(cells(line) <= width, "{width} {ui:?}: {line}");
            }
        }
    }
}

fn cells(line: &str) -> usize {
    use unicode_width::UnicodeWidthChar;
    line.chars().filter_map(UnicodeWidthChar::width).sum()
}

#[test]
fn outlets_are_called_as_the_user_says_else_as_their_pages_do() {
    let files = [
        "story-market-fire/1-gazette.html",
        "story-market-fire/2-sahil.md",
        "story-market-fire/4-wire.txt",
    ];
    let named = |args: &[&str]| {
        let output = run(&[&files[..], args].concat());
        let report = String::from_utf8(output.stdout).expect("UTF-8");
        let heads = report.lines().take(files.len());
        let names = heads.map(|line| line.split("  ").nth(1).unwrap_or_default().to_owned());
        names.collect::<Vec<String>>()
    };
    assert_eq!(named(&[]), ["The Selim Gazette", "الساحل اليوم", "4-wire"]);
    assert_eq!(
        named(&["--name", "Gazette", "--name", "", "--name", "Wire"]),
        ["Gazette", "الساحل اليوم", "Wire"]
    );
    assert_eq!(
        run(&[&files[..], &["--name", "x"].repeat(4)].concat())
            .status
            .code(),
        Some(2)
    );
}

#[test]
fn a_word_file_holds_the_same_table() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("story.docx");
    written(&["-o", file.to_str().expect("UTF-8")]);
    let bytes = fs::read(file).expect("written");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a ZIP archive");
    let mut part = archive.by_name("word/document.xml").expect("a document");
    let mut document = String::new();
    part.read_to_string(&mut document).expect("UTF-8");
    word::assert_well_formed("story", &document);
    let lines = word::lines(&document);
    let markdown = written(&["-f", "markdown"]);
    for sign in ['✓', '~', '≠', '–'] {
        assert_eq!(
            lines.matches(sign).count(),
            markdown.matches(sign).count(),
            "{sign}"
        );
    }
}

#[test]
fn what_only_two_articles_have_is_refused_for_more() {
    for args in [
        &["--left-name", "Mail"][..],
        &["--lock", "A1=B1"],
        &["--only", "conflict"],
        &["-"],
        &["-o", "kazakhstan-retold/left.txt"],
        &["no/such.txt"],
    ] {
        let extra: &[&str] = if args == ["-"] { &["-"] } else { &[] };
        let output = run(&[&FILES[..3], args, extra].concat());
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            said.starts_with("storydiff: ") && said.contains("\n  hint: "),
            "{said}"
        );
    }
    let many: Vec<&str> = std::iter::repeat_n(FILES[0], 13).collect();
    assert_eq!(run(&many).status.code(), Some(2));
    let three = [FILES[0]; 3];
    assert_eq!(
        run(&[&three[..], &["--exit-code"]].concat()).status.code(),
        Some(0)
    );
    assert_eq!(
        run(&[&FILES[..3], &["--exit-code"]].concat()).status.code(),
        Some(1)
    );
}
