//! Small pairs of reports with what is right about each, from `tests/cases/`; the README there says how to read and to
//! write them.
//!
//! A case that is open must fail: who mends it takes the mark away. `CASES_UPDATE=1` does so for all that hold now.

// What is expected is expected with the encoder.
#![cfg(feature = "embedded-encoder")]

mod answer;
mod case;

use case::{Case, cases, folder};
use std::collections::BTreeSet;
use std::fmt::Write;

/// What is wrong with the cases of a file's text, and the names of the open cases that hold.
fn verdict(text: &str, only: &str) -> (Vec<String>, Vec<String>) {
    let (mut wrong, mut mended) = (Vec::new(), Vec::new());
    for case in cases(text).iter().filter(|case| case.name.contains(only)) {
        let seen = case.run();
        let faults = case.expect.iter().filter_map(|e| e.fault(&seen));
        let faults: Vec<String> = faults.collect();
        let faults = faults.join("\n   ");
        if !only.is_empty() {
            println!(
                "{}: {}\n   {faults}\n{:#}",
                case.name, case.guards, seen.json
            );
        }
        match (case.open, faults.is_empty()) {
            (false, false) => wrong.push(format!("{}: {}\n   {faults}", case.name, case.guards)),
            (true, true) => mended.push(case.name.clone()),
            (true, false) | (false, true) => {}
        }
    }
    (wrong, mended)
}

/// The text of a file without the marks of these cases.
fn unmarked(text: &str, mended: &[String]) -> String {
    let mut mends = false;
    let mut kept = String::new();
    for line in text.lines() {
        if line == "[[case]]" {
            mends = false;
        }
        if let Some(name) = line.strip_prefix("name = ") {
            mends = mended
                .iter()
                .any(|mended| *mended == name[1..name.len() - 1]);
        }
        if mends && line == "open = true" {
            continue;
        }
        writeln!(kept, "{line}").expect("a string takes all");
    }
    kept
}

fn check(file: &str) {
    let path = folder().join(file);
    let text = std::fs::read_to_string(&path).expect("a file of cases");
    let only = std::env::var("CASE").unwrap_or_default();
    let (mut wrong, mended) = verdict(&text, &only);
    let updates = std::env::var_os("CASES_UPDATE").is_some();
    if updates && !mended.is_empty() {
        std::fs::write(&path, unmarked(&text, &mended)).expect("the file can be written");
        println!("{file}: no longer open: {}", mended.join(", "));
    } else {
        let says =
            |name| format!("{name}: marked as open, and holds (CASES_UPDATE=1 clears the mark)");
        wrong.extend(mended.iter().map(says));
    }
    assert!(
        wrong.is_empty(),
        "{file}: {}\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn english() {
    check("english.toml");
}

#[test]
fn arabic() {
    check("arabic.toml");
}

#[test]
fn web() {
    check("web.toml");
}

#[test]
fn each_case_has_a_name_of_its_own_and_each_file_a_case() {
    let mut all: Vec<Case> = Vec::new();
    let mut texts = String::new();
    for file in ["english.toml", "arabic.toml", "web.toml"] {
        let text = std::fs::read_to_string(folder().join(file)).expect("a file of cases");
        all.extend(cases(&text));
        texts.push_str(&text);
    }
    let names: BTreeSet<&str> = all.iter().map(|case| case.name.as_str()).collect();
    assert_eq!(names.len(), all.len(), "two cases have one name");
    for entry in std::fs::read_dir(folder().join("files")).expect("a folder") {
        let name = entry.expect("a readable entry").file_name();
        let quoted = format!("'{}'", name.to_string_lossy());
        assert!(texts.contains(&quoted), "no case reads {quoted}");
    }
}

/// A small file of cases: what holds, what fails, and what is marked.
const SAMPLE: &str = "
[[case]]
name = 'holds'
guards = ''
open = true
left = 'The ferry sank on Sunday with 16 people on board.'
right = 'A ferry with 16 people on board sank on Sunday.'
expect = [{ ask = 'figures', side = 'left', is = ['16'] }]

[[case]]
name = 'fails'
guards = ''
open = true
left = 'The ferry sank on Sunday with 16 people on board.'
right = 'A ferry with 16 people on board sank on Sunday.'
expect = [{ ask = 'figures', side = 'left', has = ['19'] }]
";

#[test]
fn an_open_case_that_holds_is_told_and_only_its_mark_is_cleared() {
    let (wrong, mended) = verdict(SAMPLE, "");
    assert_eq!((wrong, mended.clone()), (vec![], vec!["holds".to_owned()]));
    let cleared = unmarked(SAMPLE, &mended);
    assert_eq!(cleared, SAMPLE.replacen("open = true\n", "", 1));
    let (wrong, mended) = verdict(&cleared.replace("open = true\n", ""), "");
    assert_eq!((wrong.len(), mended.len()), (1, 0));
    assert!(
        wrong[0].contains("wanted has \"19\"; seen [\"16\"]"),
        "{}",
        wrong[0]
    );
}
