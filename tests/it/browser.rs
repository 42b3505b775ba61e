//! The HTML report in a real browser, headless Chromium: no request, no error, nothing that axe-core objects to in
//! either colour scheme, right-to-left cells, filters, lit partners, A4.
//!
//! `tests/browser/check.mjs` looks; its packages come from npm (`npm ci --prefix tests/browser`, which `.ci/run` does).
//! Without Chromium, Node.js or the packages the tests are skipped, but not under CI. Pictures are left in
//! `target/browser`, to be looked at.

use crate::support::stories::fixtures;
use std::path::{Path, PathBuf};
use std::process::Command;
use storydiff::report::{Format, Ui, View, render};

fn project(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The browser by one of its names, where it, Node.js and the packages are there.
fn chromium() -> Option<&'static str> {
    let runs = |program: &&str| {
        let asked = Command::new(program).arg("--version").output();
        asked.is_ok_and(|output| output.status.success())
    };
    let path = |program: &str| {
        let paths = std::env::var_os("PATH").unwrap_or_default();
        std::env::split_paths(&paths).any(|folder| folder.join(program).is_file())
    };
    let browser = ["chromium", "chromium-browser", "google-chrome"]
        .into_iter()
        .find(|b| path(b));
    let packages = project("tests/browser/node_modules/axe-core").is_dir();
    let missing = match (browser, runs(&"node"), packages) {
        (Some(browser), true, true) => return Some(browser),
        (None, ..) => "there is no Chromium",
        (_, false, _) => "there is no Node.js",
        (.., false) => "npm ci has not been run in tests/browser",
    };
    assert!(std::env::var_os("CI").is_none(), "{missing}; CI needs it");
    eprintln!("skipped: {missing}");
    None
}

fn check(story: &str, ui: Ui) {
    let Some(browser) = chromium() else {
        return;
    };
    let stories = fixtures();
    let story = stories.iter().find(|s| s.name == story).expect("a fixture");
    let view = View {
        ui,
        ..View::default()
    };
    let comparison = story.comparison(&storydiff::Options::default());
    let out = project("target/browser");
    std::fs::create_dir_all(&out).expect("a folder");
    let report = out.join(format!("{}-{}.html", story.name, ui.tag()));
    std::fs::write(&report, render(&comparison, Format::Html, &view)).expect("written");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders = std::env::split_paths(&path).map(|folder| folder.join(browser));
    let program = folders
        .find(|program| program.is_file())
        .expect("it is there");
    let done = Command::new("node")
        .arg(project("tests/browser/check.mjs"))
        .args([&program, &report, &out])
        .output()
        .expect("Node.js runs");
    let said = String::from_utf8_lossy(&done.stdout);
    let failed = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{failed}");
    assert!(said.is_empty(), "{said}");
}

#[test]
fn arabic_articles_in_an_english_report() {
    check("kazakhstan-retold", Ui::En);
}

#[test]
fn arabic_articles_in_an_arabic_report() {
    check("kazakhstan-retold", Ui::Ar);
}

#[test]
fn an_arabic_and_an_english_article() {
    check("kazakhstan-retold-en", Ui::Ar);
}
