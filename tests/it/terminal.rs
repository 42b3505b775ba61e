//! The table in a real terminal: tmux is given the report, and its cells are read back.
//!
//! Each report goes in twice: as it is, and with the cursor sent to the column where each border must stand. Where tmux
//! counts cells as we do, both screens are the same. Without tmux the tests are skipped, but not under CI.
#![cfg(unix)]

use std::fmt::Write;
use std::path::Path;
use std::process::{Command, Output};
use std::time::Duration;
use storydiff::report::{Bidi, Format, Layout, View, render};
use storydiff::{Encoding, Options, StoryTable, render_story, tell};
use unicode_width::UnicodeWidthChar;

const BORDERS: [char; 16] = [
    '│', '─', '┌', '┬', '┐', '├', '┼', '┤', '╞', '╪', '╡', '═', '└', '┴', '┘', '#',
];
/// Written below each report: when it stands on the screen, all before it does.
const LAST: &str = "THE END";
/// How often to look for it, and how long to rest between.
const LOOKS: usize = 500;
const REST: Duration = Duration::from_millis(20);

/// A tmux server of one test, ended with it.
struct Tmux {
    socket: String,
}

impl Tmux {
    /// `None` where there is no tmux and it may be missing.
    fn start(test: &str) -> Option<Self> {
        let found = Command::new("tmux").arg("-V").output().is_ok();
        assert!(
            found || std::env::var_os("CI").is_none(),
            "tmux is missing; CI needs it"
        );
        if !found {
            eprintln!("skipped: there is no tmux");
        }
        let socket = format!("storydiff-{test}-{}", std::process::id());
        let tmux = Tmux { socket };
        // The server would end with its last session; this one waits for input that never comes.
        found.then(|| tmux.run(&["new-session", "-d", "-s", "keep", "cat"]));
        found.then_some(tmux)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new("tmux");
        command.args(["-u", "-f", "/dev/null", "-L", &self.socket]);
        command.env("LC_ALL", "C.UTF-8").env_remove("TMUX");
        command.args(arguments).output().expect("tmux runs")
    }

    /// The screen's lines once the text stands on it.
    fn shows(&self, text: &str, columns: usize, folder: &Path) -> Vec<String> {
        let file = folder.join("report");
        std::fs::write(&file, format!("{text}{LAST}\n")).expect("a file");
        let rows = (text.lines().count() + 3).to_string();
        let command = format!("cat '{}'; exec cat", file.display());
        let columns = columns.to_string();
        let started = self.run(&[
            "new-session",
            "-d",
            "-s",
            "t",
            "-x",
            &columns,
            "-y",
            &rows,
            &command,
        ]);
        assert!(started.status.success(), "{started:?}");
        let screen = (0..LOOKS).find_map(|_| self.captured());
        self.run(&["kill-session", "-t", "t"]);
        screen.expect("the report stands on the screen")
    }

    fn captured(&self) -> Option<Vec<String>> {
        let screen = self.run(&["capture-pane", "-p", "-t", "t"]);
        let screen = String::from_utf8_lossy(&screen.stdout).into_owned();
        if !screen.contains(LAST) {
            std::thread::sleep(REST);
            return None;
        }
        let lines = screen.lines().take_while(|line| !line.contains(LAST));
        Some(lines.map(visible).collect())
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        self.run(&["kill-server"]);
    }
}

fn width(c: char) -> usize {
    c.width().unwrap_or(0)
}

/// A line without colours, isolates and spaces at its end.
fn visible(line: &str) -> String {
    let plain = anstream::adapter::strip_str(line).to_string();
    let plain = plain.replace(['\u{2066}', '\u{2067}', '\u{2069}'], "");
    plain.trim_end().to_owned()
}

/// The report with the cursor sent to the place of each border.
fn nailed(report: &str) -> String {
    let mut out = String::new();
    for line in report.lines() {
        let mut at = 1;
        let mut escaped = false;
        for c in line.chars() {
            escaped |= c == '\u{1b}';
            if BORDERS.contains(&c) {
                let _ = write!(out, "\u{1b}[{at}G");
            }
            at += if escaped { 0 } else { width(c) };
            escaped &= c != 'm';
            out.push(c);
        }
        out.push('\n');
    }
    out
}

/// Each line ended by a mark, so that its width shows.
fn ended(report: &str) -> String {
    report.lines().flat_map(|line| [line, "#\n"]).collect()
}

/// A story of four outlets, by words alone, which is faster.
fn story() -> StoryTable {
    let options = Options {
        encoder: Encoding::None,
        ..Options::default()
    };
    tell(
        &crate::support::stories::outlets("story-market-fire"),
        &options,
    )
}

fn assert_same_cells(tmux: &Tmux, bidi: Bidi, layout: Layout, columns: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let view = View {
        width: columns,
        bidi,
        layout,
        colour: true,
        ..View::default()
    };
    let two = render(&crate::support::ferry(), Format::Table, &view);
    let many = render_story(&story(), Format::Table, &view);
    let report = ended(&(two + &many));
    let free = tmux.shows(&report, columns + 1, folder.path());
    let held = tmux.shows(&nailed(&report), columns + 1, folder.path());
    let wanted: Vec<String> = report.lines().map(visible).collect();
    assert_eq!(free, wanted, "{bidi:?} {layout:?} at {columns}");
    assert_eq!(held, wanted, "{bidi:?} {layout:?} at {columns}");
}

#[test]
fn tmux_counts_the_tables_cells_as_we_do() {
    let Some(tmux) = Tmux::start("table") else {
        return;
    };
    for bidi in [Bidi::None, Bidi::Isolate, Bidi::Visual, Bidi::Words] {
        for columns in [80, 120, 200] {
            assert_same_cells(&tmux, bidi, Layout::Table, columns);
        }
    }
}

#[test]
fn tmux_counts_the_stacks_cells_as_we_do() {
    let Some(tmux) = Tmux::start("stack") else {
        return;
    };
    for columns in [60, 80] {
        assert_same_cells(&tmux, Bidi::Isolate, Layout::Stacked, columns);
    }
}

#[test]
fn a_border_out_of_place_would_be_seen() {
    let Some(tmux) = Tmux::start("wrong") else {
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    // A jag as the width of whole strings would make it: one space too many after a lam-alef.
    let free = tmux.shows("لا  │#\n", 20, folder.path());
    let held = tmux.shows("لا \u{1b}[4G│#\n", 20, folder.path());
    assert_ne!(free, held);
}
