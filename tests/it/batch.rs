//! `storydiff batch`: what goes in comes out, in order, whatever happens in between.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use tempfile::TempDir;

const STORIES: [&str; 4] = [
    "club-transfer",
    "dam-talks",
    "kazakhstan-retold",
    "wheat-tender",
];

fn fixture(story: &str, file: &str) -> PathBuf {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    fixtures.join(story).join(file)
}

/// `count` records: texts, files and faults in turn.
fn records(count: usize) -> Vec<String> {
    let record = |n: usize| {
        let story = STORIES[n % STORIES.len()];
        let text = fs::read_to_string(fixture(story, "left.txt")).expect("a fixture");
        let left = serde_json::json!({"text": text, "name": "Mail"});
        let right = serde_json::json!({"path": fixture(story, "right.txt")});
        match n % 7 {
            3 => "no record".to_owned(),
            5 => serde_json::json!({"id": n, "left": left, "right": {"path": "no/such.txt"}})
                .to_string(),
            _ => serde_json::json!({"id": {"n": n}, "left": left, "right": right}).to_string(),
        }
    };
    (0..count).map(record).collect()
}

struct Desk {
    folder: TempDir,
}

impl Desk {
    /// A folder with `count` records in `in.jsonl`.
    fn new(count: usize) -> Desk {
        let folder = TempDir::new().expect("a folder");
        let text = records(count).join("\n") + "\n";
        fs::write(folder.path().join("in.jsonl"), text).expect("written");
        Desk { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_storydiff"));
        command
            .current_dir(self.folder.path())
            .arg("batch")
            .args(args);
        command
    }

    /// By words alone, which is faster; the encoder has tests of its own.
    fn run(&self, args: &[&str]) -> Output {
        let args = [&["--encoder", "none"], args].concat();
        self.command(&args).output().expect("run")
    }

    /// The answers of a run that goes well.
    fn answers(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert!(output.status.success(), "{}", said(&output));
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    /// A run that has begun, and has written `lines` answers.
    fn started(&self, args: &[&str], lines: usize) -> Child {
        let args = [&["--encoder", "none"], args].concat();
        let mut command = self.command(&args);
        command.stdin(Stdio::piped()).stdout(Stdio::null());
        command.stderr(Stdio::piped());
        let mut child = command.spawn().expect("started");
        for _ in 0..6000 {
            let written = self.read("out.jsonl").lines().count();
            if written >= lines || child.try_wait().expect("a child").is_some() {
                return child;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        panic!("no {lines} answers within a minute");
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn parsed(lines: &str) -> Vec<serde_json::Value> {
    let lines = lines.lines().map(serde_json::from_str);
    lines.map(|line| line.expect("JSON")).collect()
}

#[test]
fn answers_come_in_order_and_a_bad_record_ends_nothing() {
    let desk = Desk::new(14);
    let output = desk.run(&["in.jsonl"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(said(&output), "storydiff: 14 done, 4 errors\n");
    let answers = parsed(&String::from_utf8(output.stdout).expect("UTF-8"));
    assert_eq!(answers.len(), 14);
    for (n, answer) in answers.iter().enumerate() {
        match n % 7 {
            3 => assert_eq!(
                (&answer["id"], answer["error"].is_string()),
                (&serde_json::Value::Null, true)
            ),
            5 => {
                let wrong = answer["error"].as_str().expect("an error");
                assert!(wrong.starts_with("no/such.txt: no such file; "), "{wrong}");
                assert_eq!(answer["id"], n);
            }
            _ => {
                assert_eq!(answer["id"]["n"], n);
                assert_eq!(answer["report"]["schema"], 2);
                assert_eq!(answer["report"]["left"]["name"], "Mail");
            }
        }
    }
}

#[test]
fn a_report_is_that_of_a_single_run() {
    let desk = Desk::new(1);
    let batch = parsed(&desk.answers(&["in.jsonl"]));
    let left = desk.path("left");
    fs::copy(fixture(STORIES[0], "left.txt"), &left).expect("copied");
    let single = Command::new(env!("CARGO_BIN_EXE_storydiff"))
        .current_dir(desk.folder.path())
        .args([
            "left",
            fixture(STORIES[0], "right.txt").to_str().expect("UTF-8"),
        ])
        .args(["-f", "json", "--left-name", "Mail", "--encoder", "none"])
        .output()
        .expect("run");
    let single: serde_json::Value = serde_json::from_slice(&single.stdout).expect("JSON");
    assert_eq!(batch[0]["report"], single);
}

/// A page's source in a record is read as the page is: outlet, headline and day from its markup, no menus.
#[test]
fn pages_come_as_html_and_as_files_to_the_same_report() {
    let desk = Desk::new(0);
    let page = fixture("story-market-fire", "1-gazette.html");
    let source = fs::read_to_string(&page).expect("a fixture");
    let right = serde_json::json!({"path": fixture("story-market-fire", "2-sahil.md")});
    let named = serde_json::json!({"html": source, "name": "Gazette", "lang": "fr"});
    let piece = "<p>Nine people were killed in the market.</p><p>Share this article</p>";
    let lefts = [
        serde_json::json!({"html": source}),
        serde_json::json!({"path": page}),
        named,
        serde_json::json!({"html": piece}),
    ];
    let record = |left| serde_json::json!({"left": left, "right": right}).to_string();
    let records: Vec<String> = lefts.iter().map(record).collect();
    fs::write(desk.path("in.jsonl"), records.join("\n")).expect("written");
    let mut answers = parsed(&desk.answers(&["in.jsonl"]));
    for answer in &mut answers {
        assert!(answer["error"].is_null(), "{answer}");
    }
    let left = |n: usize| &answers[n]["report"]["left"];
    assert_eq!(left(0)["name"], "The Selim Gazette");
    assert_eq!(left(0)["published"], "2024-11-05");
    assert_eq!(
        left(0)["title"],
        "Night fire guts Port Selim cloth market, nine dead"
    );
    assert_eq!(left(2)["name"], "Gazette");
    assert_eq!(left(2)["language"], "fr");
    let kinds = |n: usize| -> Vec<String> {
        let paragraphs = left(n)["paragraphs"].as_array().expect("paragraphs");
        paragraphs.iter().map(|p| p["kind"].to_string()).collect()
    };
    assert_eq!(kinds(3), ["\"body\"", "\"boilerplate\""]);
    // But for where they come from, which is named, and the bytes of the file, the two are one.
    assert_eq!(left(0)["source"], "left");
    let source = left(0)["source"].clone();
    answers[1]["report"]["left"]["source"] = source;
    assert_ne!(
        answers[1]["report"]["left"]["sha256"],
        serde_json::Value::Null
    );
    answers[1]["report"]["left"]["sha256"] = serde_json::Value::Null;
    assert_eq!(answers[0]["report"], answers[1]["report"]);
}

#[test]
fn the_bytes_are_the_same_however_many_work_and_wherever_they_go() {
    let desk = Desk::new(30);
    let one = desk.answers(&["--jobs", "1", "in.jsonl"]);
    assert_eq!(desk.answers(&["--jobs", "5", "in.jsonl"]), one);
    assert_eq!(desk.answers(&["-o", "out.jsonl", "in.jsonl"]), "");
    assert_eq!(desk.read("out.jsonl"), one);
}

#[test]
#[cfg(feature = "embedded-encoder")]
fn the_encoder_says_the_same_on_one_core_and_on_all() {
    let desk = Desk::new(5);
    let answers = |jobs| {
        let output = desk
            .command(&["--jobs", jobs, "in.jsonl"])
            .output()
            .expect("run");
        output.stdout
    };
    let one = answers("1");
    assert!(one.len() > 10_000);
    assert_eq!(answers("3"), one);
}

#[test]
fn a_killed_run_is_gone_on_with_to_the_same_bytes() {
    let desk = Desk::new(150);
    let whole = desk.answers(&["in.jsonl"]);
    let mut child = desk.started(&["-o", "out.jsonl", "in.jsonl"], 20);
    child.kill().expect("killed");
    child.wait().expect("ended");
    let torn = desk.read("out.jsonl");
    assert!(torn.len() < whole.len(), "it ended before it was killed");
    assert!(whole.starts_with(&torn));
    desk.answers(&["--resume", "-o", "out.jsonl", "in.jsonl"]);
    assert_eq!(desk.read("out.jsonl"), whole);
    // And once more, where nothing is left to do.
    desk.answers(&["--resume", "-o", "out.jsonl", "in.jsonl"]);
    assert_eq!(desk.read("out.jsonl"), whole);
}

#[test]
fn a_line_torn_anywhere_is_written_anew() {
    let desk = Desk::new(8);
    let whole = desk.answers(&["in.jsonl"]);
    for at in [
        0,
        1,
        5,
        6,
        100,
        whole.len() / 2,
        whole.len() - 1,
        whole.len(),
    ] {
        let cut = (at..=whole.len())
            .find(|&at| whole.is_char_boundary(at))
            .expect("the end");
        fs::write(desk.path("out.jsonl"), &whole[..cut]).expect("written");
        desk.answers(&["--resume", "-o", "out.jsonl", "in.jsonl"]);
        assert_eq!(desk.read("out.jsonl"), whole, "torn at {cut}");
    }
}

#[test]
fn other_records_are_told_by_their_ids() {
    let desk = Desk::new(14);
    desk.answers(&["-o", "out.jsonl", "in.jsonl"]);
    let before = desk.read("out.jsonl");
    let mut other = records(16);
    other.retain(|line| line != "no record");
    other.reverse();
    fs::write(desk.path("in.jsonl"), other.join("\n")).expect("written");
    desk.answers(&["--resume", "-o", "out.jsonl", "in.jsonl"]);
    let after = desk.read("out.jsonl");
    let new: Vec<String> = parsed(&after[before.len()..])
        .iter()
        .map(|a| a["id"].to_string())
        .collect();
    assert_eq!(new, ["{\"n\":15}", "{\"n\":14}"]);
}

#[test]
fn what_is_there_is_never_overwritten_by_mistake() {
    let desk = Desk::new(1);
    fs::write(desk.path("thesis.txt"), "Chapter 1\n").expect("written");
    for args in [
        &["-o", "thesis.txt", "in.jsonl"][..],
        &["--resume", "-o", "thesis.txt", "in.jsonl"],
    ] {
        let output = desk.run(args);
        assert_eq!(output.status.code(), Some(2));
        assert!(
            said(&output).starts_with("storydiff: thesis.txt: "),
            "{}",
            said(&output)
        );
        assert!(said(&output).contains("\n  hint: "));
        assert_eq!(desk.read("thesis.txt"), "Chapter 1\n");
    }
    for args in [
        &["--resume", "in.jsonl"][..],
        &["--pairs", "."],
        &["--ui", "ar", "in.jsonl"],
        &["-j", "0"],
    ] {
        assert_eq!(desk.run(args).status.code(), Some(2), "{args:?}");
    }
    assert_eq!(desk.run(&["no-such.jsonl"]).status.code(), Some(2));
}

/// Sends Ctrl-C to a run that waits for more input.
#[cfg(unix)]
#[test]
fn ctrl_c_ends_with_what_is_done() {
    use rustix::process::{Pid, Signal, kill_process};
    let desk = Desk::new(0);
    let mut child = desk.started(&["-o", "out.jsonl"], 0);
    let mut input = child.stdin.take().expect("a pipe");
    for line in records(3) {
        writeln!(input, "{line}").expect("written");
    }
    for _ in 0..6000 {
        if desk.read("out.jsonl").lines().count() == 3 {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    let id = i32::try_from(child.id()).expect("an id");
    kill_process(Pid::from_raw(id).expect("an id"), Signal::INT).expect("sent");
    let output = child.wait_with_output().expect("ended");
    drop(input);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).starts_with("storydiff: stopped: 3 done, 0 errors\n"),
        "{}",
        said(&output)
    );
    assert_eq!(desk.read("out.jsonl").lines().count(), 3);
}

/// The bar in a pseudo-terminal of a hundred columns, and what else goes there.
#[cfg(target_os = "linux")]
mod bar {
    use super::{Desk, parsed};
    use rustix::pty::{OpenptFlags, grantpt, ioctl_tiocgptpeer, openpt, unlockpt};
    use rustix::termios::{Winsize, tcsetwinsize};
    use std::fs::File;
    use std::io::Read;
    use std::os::fd::OwnedFd;
    use std::process::Stdio;

    fn pair() -> (OwnedFd, OwnedFd) {
        let terminal = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a pseudo-terminal");
        grantpt(&terminal).expect("granted");
        unlockpt(&terminal).expect("unlocked");
        let program = ioctl_tiocgptpeer(&terminal, OpenptFlags::RDWR | OpenptFlags::NOCTTY)
            .expect("its other end");
        let size = Winsize {
            ws_row: 30,
            ws_col: 100,
            ws_xpixel: 0,
            ws_ypixel: 0,
        };
        tcsetwinsize(&terminal, size).expect("resized");
        (terminal, program)
    }

    /// What a terminal is sent, and what goes to a pipe as standard output where that is no terminal too.
    fn seen(desk: &Desk, args: &[&str], both: bool) -> (String, String) {
        let (terminal, program) = pair();
        let args = [&["--encoder", "none"], args].concat();
        let mut command = desk.command(&args);
        command.stdin(Stdio::null()).env("TERM", "xterm");
        if both {
            command.stdout(program.try_clone().expect("another"));
        } else {
            command.stdout(Stdio::piped());
        }
        let mut child = command.stderr(program).spawn().expect("started");
        // The command holds the terminal's other end open.
        drop(command);
        let out = child.stdout.take();
        let out = std::thread::spawn(move || {
            let mut text = String::new();
            if let Some(mut out) = out {
                out.read_to_string(&mut text).expect("UTF-8");
            }
            text
        });
        let mut bytes = Vec::new();
        // Linux ends with an error where nobody holds the other end any more.
        let _ = File::from(terminal).read_to_end(&mut bytes);
        assert!(child.wait().expect("ended").success());
        let seen = String::from_utf8(bytes).expect("UTF-8");
        (seen, out.join().expect("read"))
    }

    #[test]
    fn it_is_on_standard_error_where_that_is_a_terminal() {
        let desk = Desk::new(14);
        let whole = desk.answers(&["in.jsonl"]);
        let (seen, out) = seen(&desk, &["in.jsonl"], false);
        assert_eq!(out, whole);
        for said in ["░", "% · 1 done · ", "/s · 0 errors · ", " remaining"] {
            assert!(seen.contains(said), "no {said:?} in {seen:?}");
        }
        // It goes, and the last word stays.
        assert!(
            seen.ends_with("\u{1b}[2Kstorydiff: 14 done, 4 errors\r\n"),
            "{seen:?}"
        );
    }

    #[test]
    fn it_is_never_shown_to_the_quiet_nor_among_the_answers() {
        let desk = Desk::new(3);
        assert_eq!(seen(&desk, &["-q", "in.jsonl"], false).0, "");
        let (seen, _) = seen(&desk, &["in.jsonl"], true);
        assert!(
            !seen.contains("remaining") && !seen.contains('\u{1b}'),
            "{seen:?}"
        );
        assert_eq!(parsed(&seen).len(), 3);
    }
}

#[test]
fn a_closed_pipe_is_no_error() {
    let desk = Desk::new(40);
    let mut command = desk.command(&["--encoder", "none", "-q", "in.jsonl"]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("ended");
    assert_eq!(
        (output.status.code(), said(&output).as_str()),
        (Some(0), "")
    );
}

/// Memory must not grow with the number of records: the peak of a long run is that of a short one.
#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_input() {
    let peak = |count: usize| {
        let desk = Desk::new(count);
        let mut command = desk.command(&["--encoder", "none", "-q", "in.jsonl"]);
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("started");
        let mut out = child.stdout.take().expect("a pipe");
        // Read all but the last answers, and look while it still runs.
        let mut peak = 0;
        let mut buffer = vec![0; 1 << 16];
        loop {
            let status =
                fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
            let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
            peak = peak.max(kilobytes.unwrap_or(0_u64));
            if std::io::Read::read(&mut out, &mut buffer).expect("read") == 0 {
                break;
            }
        }
        child.wait().expect("ended");
        peak
    };
    let (short, long) = (peak(40), peak(300));
    assert!(
        short > 0 && long < short * 3 / 2,
        "{short} kB for 40 records, {long} kB for 300"
    );
}

#[test]
fn folders_of_pairs_get_a_report_each_and_pages_that_rank_them() {
    let desk = Desk::new(0);
    let calm = "The council met on Friday.\n\nIt will meet again in May.\n";
    let pairs = [
        ("calm", calm.to_owned(), calm.to_owned()),
        (
            "a b",
            fs::read_to_string(fixture("kazakhstan-retold", "left.txt")).expect("a fixture"),
            fs::read_to_string(fixture("kazakhstan-retold", "right.txt")).expect("a fixture"),
        ),
    ];
    for (name, left, right) in &pairs {
        let folder = desk.path("stories").join(name);
        fs::create_dir_all(&folder).expect("made");
        fs::write(folder.join("left.txt"), left).expect("written");
        fs::write(folder.join("right.text"), right).expect("written");
    }
    fs::create_dir_all(desk.path("stories/half")).expect("made");
    fs::write(desk.path("stories/half/left.txt"), calm).expect("written");
    let args = ["--pairs", "stories", "-o", "reports"];
    let output = desk.run(&args);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(said(&output), "storydiff: 3 done, 1 error\n");
    let html = desk.read("reports/pairs/a b.html");
    assert!(html.starts_with("<!doctype html>"));
    let pages = ["reports/index.html", "reports/index.md"].map(|name| desk.read(name));
    for page in &pages {
        let at = |what: &str| {
            page.find(what)
                .unwrap_or_else(|| panic!("no {what} in {page}"))
        };
        assert!(at("pairs/a%20b.html") < at("pairs/calm.html"));
        assert!(at("pairs/calm.html") < at("has no right."));
    }
    // Again: refused, unless it is to be gone on with; then only what is missing is done.
    assert_eq!(desk.run(&args).status.code(), Some(2));
    let index = desk.read("reports/index.jsonl");
    let first = index.lines().next().expect("an entry").to_owned() + "\n";
    fs::write(desk.path("reports/index.jsonl"), &first[..first.len() - 3]).expect("torn");
    fs::remove_file(desk.path("reports/index.md")).expect("removed");
    desk.answers(&[&args[..], &["--resume"]].concat());
    assert_eq!(desk.read("reports/index.jsonl"), index);
    assert_eq!(desk.read("reports/index.md"), pages[1]);
    let arabic = [
        "--pairs", "stories", "-o", "ar", "--ui", "ar", "-f", "markdown",
    ];
    desk.answers(&arabic);
    assert!(desk.read("ar/pairs/calm.md").starts_with("# "));
    assert!(desk.read("ar/index.html").contains("dir=\"rtl\""));
}
