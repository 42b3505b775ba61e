//! The README tells the truth: each console block is run, and its output is the one shown.
//!
//! A block begins with its command behind `$ `. A last line of `…` stands for the rest of the output. After a change
//! that is meant to change reports, `README_UPDATE=1 cargo test --test it readme` writes them anew.

// What is shown is made with the encoder.
#![cfg(feature = "embedded-encoder")]

use std::path::{Path, PathBuf};
use std::process::Command;

/// Stands for the rest of an output.
const REST: &str = "…";

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn file(name: &str) -> String {
    std::fs::read_to_string(path(name)).expect("a file of the project")
}

/// The commands of the console blocks, each with what is shown below it.
fn console_blocks(page: &str) -> Vec<(String, Vec<String>)> {
    let blocks = page.split("```console\n").skip(1);
    blocks
        .map(|block| {
            let (block, _) = block.split_once("```").expect("a block ends");
            let mut lines = block.lines();
            let command = lines.next().and_then(|line| line.strip_prefix("$ "));
            let command = command.expect("a block begins with its command");
            (command.to_owned(), lines.map(str::to_owned).collect())
        })
        .collect()
}

/// What `storydiff` writes to standard output, as to a file: no terminal, no colours.
fn output(command: &str) -> Vec<String> {
    let mut words = command.split_whitespace();
    assert_eq!(words.next(), Some("storydiff"), "{command}");
    let done = Command::new(env!("CARGO_BIN_EXE_storydiff"))
        .args(words)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("CLICOLOR_FORCE")
        // Not the desk of whoever runs the test.
        .env("XDG_CONFIG_HOME", path("tests"))
        .output()
        .expect("storydiff runs");
    assert!(
        done.status.success(),
        "{command}: {}",
        String::from_utf8_lossy(&done.stderr)
    );
    let text = String::from_utf8(done.stdout).expect("reports are UTF-8");
    text.lines()
        .map(|line| line.trim_end().to_owned())
        .collect()
}

/// What stands in a block if it tells the truth: as many lines as it shows.
fn truth(command: &str, shown: &[String]) -> Vec<String> {
    let mut said = output(command);
    if shown.last().is_some_and(|line| line == REST) {
        said.truncate(shown.len() - 1);
        said.push(REST.to_owned());
    }
    said
}

#[test]
fn the_readme_shows_what_storydiff_says() {
    let mut page = file("README.md");
    let blocks = console_blocks(&page);
    assert!(!blocks.is_empty(), "the README shows no command");
    let update = std::env::var_os("README_UPDATE").is_some();
    for (command, shown) in blocks {
        let said = truth(&command, &shown);
        if update {
            let [old, new] = [&shown, &said].map(|lines| lines.join("\n"));
            page = page.replace(&old, &new);
        } else {
            assert_eq!(shown, said, "{command}");
        }
    }
    if update {
        std::fs::write(path("README.md"), page).expect("the README can be written");
    }
}

#[test]
fn ci_runs_the_test_command_of_the_readme() {
    let readme = file("README.md");
    let after = readme.split_once("## Test").expect("a part on testing").1;
    let block = after.split("```").nth(1).expect("a command");
    let command = block.trim_start_matches("sh").trim();
    let called = format!("run {command}\n");
    assert!(
        file(".ci/run").contains(&called),
        ".ci/run does not call: {command}"
    );
}

/// The options that a page names, each in code of its own: `--output report.md`.
fn options(page: &str) -> Vec<&str> {
    let code = page.split('`').filter(|code| code.starts_with("--"));
    code.filter_map(|code| code.split(' ').next()).collect()
}

#[test]
fn both_readmes_name_options_that_there_are_and_the_same_ones() {
    let help = output("storydiff --help").join("\n");
    let [english, arabic] = ["README.md", "docs/README.ar.md"].map(file);
    for page in [&english, &arabic] {
        assert!(options(page).len() > 10);
        for option in options(page) {
            assert!(help.contains(option) || option == "--help", "{option}");
        }
    }
    for option in options(&arabic) {
        assert!(
            english.contains(option),
            "README.md says nothing of {option}"
        );
    }
}

#[test]
fn every_file_that_the_readmes_link_to_is_there() {
    for (page, folder) in [("README.md", ""), ("docs/README.ar.md", "docs")] {
        let text = file(page);
        let targets = text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next());
        for target in targets.filter(|target| !target.starts_with("http")) {
            let there = path(folder).join(target);
            assert!(there.exists(), "{page} links to {target}");
        }
    }
}
