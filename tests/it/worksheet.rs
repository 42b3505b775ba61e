//! The worksheet: what stands in it, that nothing in it can act, and that what an editor writes into it comes back.

use assert_cmd::Command;
use std::fs;
use std::io::{Cursor, Read, Write};
use storydiff::report::Ui;
use storydiff::{
    Encoding, Options, ReadOptions, Sheet, View, compare, parse, story_worksheet, tell, worksheet,
};
use tempfile::TempDir;

const LEFT: &str = "Ferry sinks\n\nThe ferry sank on Sunday night near the harbour wall. 16 passengers were killed.\n\n=HYPERLINK(\"http://x\") was painted on the hull of the ferry.\n";
const RIGHT: &str = "Ferry lost\n\nThe ferry sank on Sunday night near the harbour wall. 19 passengers were killed.\n\nDivers will search for the captain on Monday.\n";

/// A folder with two articles.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Desk(TempDir::new().expect("a folder"));
        desk.put("left.txt", LEFT.as_bytes());
        desk.put("right.txt", RIGHT.as_bytes());
        desk
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        fs::write(self.0.path().join(name), bytes).expect("written");
    }

    fn get(&self, name: &str) -> Vec<u8> {
        fs::read(self.0.path().join(name)).expect("there")
    }

    fn run(&self, args: &[&str]) -> std::process::Output {
        let mut command = Command::cargo_bin("storydiff").expect("built");
        command
            .current_dir(self.0.path())
            .env("XDG_CONFIG_HOME", self.0.path().join("settings"))
            .args(["left.txt", "right.txt", "--encoder", "none"])
            .args(args);
        command.output().expect("run")
    }

    fn complaint(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        String::from_utf8(output.stderr).expect("UTF-8")
    }

    /// Verdicts on a pair of claims, by the claims' words, with whether the editor decided it.
    fn verdict(&self, args: &[&str], pair: [&str; 2]) -> Option<(String, bool)> {
        let output = self.run(&[&["-f", "json"], args].concat());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{said}");
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let id = |side: &str, words: &str| {
            let claims = report[side]["claims"].as_array().expect("claims");
            let has = |c: &&serde_json::Value| c["text"].as_str().is_some_and(|t| t == words);
            claims.iter().find(has).expect("the claim")["id"].clone()
        };
        let ids = [id("left", pair[0]), id("right", pair[1])].map(|id| serde_json::json!([id]));
        let findings = report["findings"].as_array().expect("findings");
        let found = findings
            .iter()
            .find(|f| [&f["left"], &f["right"]] == ids.each_ref());
        let locked = |f: &serde_json::Value| f["locked"] == true;
        found.map(|f| (f["verdict"].as_str().expect("a name").to_owned(), locked(f)))
    }
}

const KILLED: [&str; 2] = ["16 passengers were killed.", "19 passengers were killed."];
const SANK: [&str; 2] = ["The ferry sank on Sunday night near the harbour wall."; 2];

/// A CSV file with a status in the row that holds some words, values apart by another sign.
fn with_status(file: &[u8], words: &str, status: &str, sign: u8) -> Vec<u8> {
    let mut rows = csv::ReaderBuilder::new();
    let mut rows = rows.has_headers(false).from_reader(file);
    let mut checked = csv::WriterBuilder::new();
    let mut checked = checked.delimiter(sign).from_writer(Vec::new());
    let mut column = None;
    for row in rows.records() {
        let row = row.expect("a row");
        let is_status = |head: &str| ["Status", "قرار المحرر"].contains(&head);
        column = column.or_else(|| row.iter().position(is_status));
        let is_meant = row.iter().any(|cell| cell.contains(words));
        let cells = row.iter().enumerate().map(|(at, cell)| {
            let is_here = is_meant && Some(at) == column;
            if is_here { status } else { cell }
        });
        checked.write_record(cells).expect("written");
    }
    checked.into_inner().expect("whole")
}

/// One part of a ZIP archive in other words.
fn with_part(file: &[u8], name: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(file)).expect("a ZIP archive");
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut part = from.by_index(at).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("UTF-8");
        if part.name().expect("a name") == name {
            text = change(&text);
        }
        let options = zip::write::SimpleFileOptions::default();
        let part = part.name().expect("a name").into_owned();
        to.start_file(part, options).expect("begun");
        to.write_all(text.as_bytes()).expect("written");
    }
    to.finish().expect("finished").into_inner()
}

const FIRST_SHEET: &str = "xl/worksheets/sheet1.xml";

fn part(file: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("a ZIP archive");
    let mut text = String::new();
    let mut part = archive.by_name(name).expect("the part");
    part.read_to_string(&mut text).expect("UTF-8");
    text
}

fn in_language(ui: Ui) -> View {
    View {
        ui,
        ..View::default()
    }
}

fn compared() -> storydiff::Comparison {
    let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default()).expect("read");
    let options = Options {
        encoder: Encoding::None,
        ..Options::default()
    };
    compare(&read(LEFT), &read(RIGHT), &options)
}

#[test]
fn a_row_is_a_finding_in_the_language_of_the_report() {
    let desk = Desk::new();
    assert!(desk.run(&["-o", "sheet.csv"]).status.success());
    let csv = String::from_utf8(desk.get("sheet.csv")).expect("UTF-8");
    assert!(csv.starts_with("\u{FEFF}No.,Verdict,What differs,A (left): words,"));
    assert!(csv.lines().all(|line| !line.is_empty()) && csv.ends_with("\r\n"));
    let first = csv.lines().nth(1).expect("a row");
    for words in [
        "conflict",
        KILLED[0],
        KILLED[1],
        "A¶1",
        "quantity.",
        "A1.2,B1.2",
    ] {
        assert!(first.contains(words), "{words}: {first}");
    }
    assert_eq!(csv.lines().count(), compared().findings.len() + 1);
    let arabic = worksheet(&compared(), Sheet::Csv, &in_language(Ui::Ar));
    let arabic = String::from_utf8(arabic).expect("UTF-8");
    assert!(arabic.contains("الحكم") && arabic.contains("تعارض") && arabic.contains("A1.2,B1.2"));
    let some = String::from_utf8(desk.run(&["-f", "csv", "--only", "conflict"]).stdout);
    assert_eq!(some.expect("UTF-8").lines().count(), 2);
}

#[test]
fn nothing_in_a_worksheet_can_act() {
    for ui in [Ui::En, Ui::Ar] {
        let csv = worksheet(&compared(), Sheet::Csv, &in_language(ui));
        let csv = String::from_utf8(csv).expect("UTF-8");
        assert!(csv.contains(",\"'=HYPERLINK("), "{csv}");
        let xlsx = worksheet(&compared(), Sheet::Xlsx, &in_language(ui));
        assert!(!part(&xlsx, FIRST_SHEET).contains("<f>"));
        assert!(part(&xlsx, "xl/sharedStrings.xml").contains("=HYPERLINK("));
    }
}

#[test]
fn a_workbook_is_the_same_twice_and_runs_as_the_report_does() {
    for ui in [Ui::En, Ui::Ar] {
        let made = || worksheet(&compared(), Sheet::Xlsx, &in_language(ui));
        let xlsx = made();
        assert_eq!(xlsx, made());
        let sheet = part(&xlsx, FIRST_SHEET);
        assert_eq!(sheet.contains("rightToLeft=\"1\""), ui == Ui::Ar);
        for wanted in ["state=\"frozen\"", "<autoFilter", "<dataValidation "] {
            assert!(sheet.contains(wanted), "{wanted}");
        }
        assert!(part(&xlsx, "docProps/core.xml").contains("2000-01-01T00:00:00Z"));
    }
}

#[test]
fn a_status_in_csv_comes_back_as_a_lock() {
    let desk = Desk::new();
    assert_eq!(desk.verdict(&[], KILLED), Some(("conflict".into(), false)));
    for (ui, words, status, verdict) in [
        ("en", KILLED, "update", Some("development")),
        ("en", KILLED, "Left_Adds", Some("left_adds")),
        ("en", SANK, "same content, other words", Some("reworded")),
        ("ar", SANK, "تعارض", Some("conflict")),
        ("ar", KILLED, "غير متصلين", None),
        ("en", KILLED, "only in A", None),
    ] {
        desk.run(&["--ui", ui, "-o", "sheet.csv"]);
        // In Europe Excel writes semicolons.
        for (name, sign) in [("checked.csv", b','), ("checked.CSV", b';')] {
            let checked = with_status(&desk.get("sheet.csv"), words[0], status, sign);
            desk.put(name, &checked);
            let found = desk.verdict(&["--locks", name], words);
            let wanted = verdict.map(|verdict| (verdict.to_owned(), true));
            assert_eq!(found, wanted, "{status} {name}");
        }
    }
    // Without a status nothing is locked.
    desk.run(&["-o", "sheet.csv"]);
    assert_eq!(
        desk.verdict(&["--locks", "sheet.csv"], KILLED),
        desk.verdict(&[], KILLED)
    );
}

#[test]
fn a_status_in_a_workbook_comes_back_as_a_lock() {
    let desk = Desk::new();
    desk.run(&["-o", "sheet.xlsx"]);
    // The first finding stands in row 2, and the status in column K.
    let checked = with_part(&desk.get("sheet.xlsx"), FIRST_SHEET, |sheet| {
        let (before, after) = sheet.split_once("<c r=\"K2\"").expect("the cell");
        let (_, after) = after.split_once("/>").expect("an empty cell");
        format!("{before}<c r=\"K2\" t=\"inlineStr\"><is><t>overlap</t></is></c>{after}")
    });
    desk.put("checked.xlsx", &checked);
    let found = desk.verdict(&["--locks", "checked.xlsx"], KILLED);
    assert_eq!(found, Some(("overlap".to_owned(), true)));
    desk.put("checked.xlsx", &desk.get("sheet.xlsx"));
    let found = desk.verdict(&["--locks", "checked.xlsx"], KILLED);
    assert_eq!(found, Some(("conflict".to_owned(), false)));
}

#[test]
fn a_worksheet_that_cannot_be_followed_is_trouble_that_names_the_row() {
    let desk = Desk::new();
    desk.run(&["-o", "sheet.csv"]);
    desk.run(&["-o", "sheet.xlsx"]);
    let sheet = desk.get("sheet.csv");
    let far = with_part(&desk.get("sheet.xlsx"), FIRST_SHEET, |sheet| {
        let cell = "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row></sheetData>";
        sheet.replace("</sheetData>", cell)
    });
    let large = with_part(&desk.get("sheet.xlsx"), "docProps/app.xml", |_| {
        " ".repeat(65 * 1024 * 1024)
    });
    for (name, bytes, said) in [
        (
            "a.csv",
            with_status(&sheet, KILLED[0], "confict", b','),
            "a.csv: row 2: \"confict\" is no status; known are same, reworded, A adds,",
        ),
        (
            "a.csv",
            with_status(&sheet, "Divers", "conflict", b','),
            "\"conflict\" is said of two claims, and this row has one",
        ),
        (
            "a.csv",
            b"A5=B1\n".to_vec(),
            "a.csv: has no columns named A: claim, B: claim, Status",
        ),
        (
            "a.csv",
            b"No.,\xC7\xE1\n".to_vec(),
            "a.csv: is no UTF-8 text",
        ),
        ("a.xlsx", b"PK\x03\x04torn".to_vec(), "a.xlsx: is damaged"),
        ("a.xlsx", far, "a.xlsx: holds more than a worksheet can"),
        ("a.xlsx", large, "a.xlsx: holds more than a worksheet can"),
    ] {
        desk.put(name, &bytes);
        let complaint = desk.complaint(&["--locks", name]);
        assert!(complaint.contains(said), "{complaint}");
    }
    let known = with_status(&sheet, KILLED[0], "wrong", b',');
    desk.put("a.csv", &known);
    let complaint = desk.complaint(&["--locks", "a.csv"]);
    assert!(
        complaint.contains("not related") && complaint.contains("تعارض"),
        "{complaint}"
    );
    assert!(
        desk.complaint(&["-f", "xlsx", "--brief"])
            .contains("no brief form")
    );
}

#[test]
fn a_story_has_a_column_an_outlet() {
    let read = |name: &str, text: &str| {
        let text = text.as_bytes();
        parse(text, name, &ReadOptions::default()).expect("read")
    };
    let articles = [
        read("mail.txt", LEFT),
        read("post.txt", LEFT),
        read("=news.txt", RIGHT),
    ];
    let options = Options {
        encoder: Encoding::None,
        ..Options::default()
    };
    let table = tell(&articles, &options);
    let csv = story_worksheet(&table, Sheet::Csv, &View::default());
    let csv = String::from_utf8(csv).expect("UTF-8");
    let head = csv.lines().next().expect("a head");
    assert!(
        head.contains("A (mail),B (post),C (=news),Checked by,Status,Note"),
        "{head}"
    );
    assert!(csv.contains("16 against 19") && csv.contains("own voice: 19 passengers were killed."));
    assert!(story_worksheet(&table, Sheet::Xlsx, &in_language(Ui::Ar)).starts_with(b"PK"));
}
