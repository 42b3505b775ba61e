//! The command as it is used: its output, its exit status, and what it says about bad input.

use assert_cmd::Command;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use tempfile::TempDir;

const LEFT: &str = "Mayor quits over water bill\n\nBy Sam Teller\n\nThe mayor resigned on Thursday night, two days after a state audit found that she had cut a bill.\n\nREAD MORE: What the audit says\n\nThe council will meet on Friday at noon to swear in its president as acting mayor.\n";
const RIGHT: &str = "Mayor steps down\n\nThe mayor resigned on Thursday night, two days after a state audit found that she had cut a bill.\n\nA grand jury will take up the case in June, the county prosecutor said on Friday morning.\n";

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Desk {
            folder: TempDir::new().expect("a folder"),
        };
        desk.put("left.txt", LEFT.as_bytes());
        desk.put("right.txt", RIGHT.as_bytes());
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        fs::write(self.path(name), bytes).expect("written");
    }

    /// Runs in the folder, away from the user's own settings.
    fn storydiff(&self, args: &[&str]) -> Command {
        let mut command = Command::cargo_bin("storydiff").expect("built");
        command
            .current_dir(self.folder.path())
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .env("XDG_CONFIG_HOME", self.folder.path().join("settings"))
            .args(args);
        command
    }

    fn json(&self, args: &[&str]) -> serde_json::Value {
        let output = self
            .storydiff(&[&["-f", "json"], args].concat())
            .output()
            .expect("run");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        serde_json::from_slice(&output.stdout).expect("JSON")
    }

    /// What is said on standard error where `bad` stands for the left article; nothing may go to standard output.
    fn complaint(&self, bad: &str) -> String {
        let output = self.storydiff(&[bad, "right.txt"]).output().expect("run");
        assert_eq!(output.status.code(), Some(2), "{bad}");
        assert!(output.stdout.is_empty(), "{bad}");
        String::from_utf8(output.stderr).expect("UTF-8")
    }
}

#[test]
fn the_json_report_says_what_every_line_is() {
    let report = Desk::new().json(&["left.txt", "right.txt"]);
    let left = &report["left"];
    assert_eq!(left["name"], "left");
    assert_eq!(left["source"], "left.txt");
    assert_eq!(left["language"], "en");
    assert_eq!(left["title"], "Mayor quits over water bill");
    assert_eq!(left["credit"], "By Sam Teller");
    let kinds: Vec<(u64, &str, Option<&str>)> = left["paragraphs"]
        .as_array()
        .expect("paragraphs")
        .iter()
        .map(|p| {
            let kind = p["kind"].as_str().expect("a kind");
            (
                p["line"].as_u64().expect("a line"),
                kind,
                p["rule"].as_str(),
            )
        })
        .collect();
    assert_eq!(
        kinds,
        [
            (1, "title", Some("headline")),
            (3, "credit", Some("byline")),
            (5, "body", None),
            (7, "boilerplate", Some("related links")),
            (9, "body", None),
        ]
    );
}

#[test]
fn names_and_languages_can_be_given() {
    let desk = Desk::new();
    let report = desk.json(&[
        "left.txt",
        "right.txt",
        "--left-name",
        "Beacon",
        "--right-lang",
        "fr",
    ]);
    assert_eq!(report["left"]["name"], "Beacon");
    assert_eq!(report["right"]["name"], "right");
    assert_eq!(report["right"]["language"], "fr");
}

#[test]
fn one_side_can_be_standard_input() {
    let desk = Desk::new();
    let mut command = desk.storydiff(&["-f", "json", "-", "right.txt"]);
    let output = command.write_stdin(LEFT).output().expect("run");
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["left"]["source"], "-");
    assert_eq!(report["left"]["title"], "Mayor quits over water bill");
    desk.storydiff(&["-", "-"]).assert().code(2);
}

#[test]
fn only_the_wanted_verdicts_are_shown() {
    let report = Desk::new().json(&["left.txt", "right.txt", "--only", "only_right,conflict"]);
    let findings = report["findings"].as_array().expect("findings");
    assert!(!findings.is_empty());
    assert!(findings.iter().all(|f| f["verdict"] == "only_right"));
}

#[test]
fn the_exit_status_is_that_of_diff() {
    let desk = Desk::new();
    desk.storydiff(&["left.txt", "right.txt"]).assert().code(0);
    desk.storydiff(&["--exit-code", "left.txt", "right.txt"])
        .assert()
        .code(1);
    desk.storydiff(&["--exit-code", "left.txt", "left.txt"])
        .assert()
        .code(0);
    desk.storydiff(&["left.txt"]).assert().code(2);
    desk.storydiff(&["--help"]).assert().code(0);
    desk.storydiff(&["--version"]).assert().code(0);
}

#[test]
fn a_report_is_written_whole_into_the_file_and_its_ending_decides_the_format() {
    let desk = Desk::new();
    let output = desk
        .storydiff(&["left.txt", "right.txt", "-o", "report.json"])
        .output()
        .expect("run");
    assert!(output.status.success() && output.stdout.is_empty());
    let written = fs::read(desk.path("report.json")).expect("written");
    assert_eq!(
        written,
        desk.storydiff(&["-f", "json", "left.txt", "right.txt"])
            .output()
            .expect("run")
            .stdout
    );
    assert_eq!(
        fs::read_dir(desk.folder.path()).expect("a folder").count(),
        3
    );
    let refused = desk
        .storydiff(&["left.txt", "right.txt", "-o", "left.txt"])
        .output()
        .expect("run");
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(
        fs::read(desk.path("left.txt")).expect("still there"),
        LEFT.as_bytes()
    );
    desk.storydiff(&["left.txt", "right.txt", "-o", "no/such/folder.md"])
        .assert()
        .code(2);
}

#[test]
fn files_and_pipes_get_neither_controls_nor_colours() {
    let desk = Desk::new();
    desk.put("arabic.txt", "عنوان الخبر هنا\n\u{202B}قال\u{202C} الرئيس \u{1B}[31mإن القوات ستنسحب قريبا من البلاد كلها.\n".as_bytes());
    for format in ["table", "markdown", "json"] {
        let output = desk
            .storydiff(&["arabic.txt", "right.txt", "-f", format])
            .output()
            .expect("run");
        let report = String::from_utf8(output.stdout).expect("UTF-8");
        let hidden =
            |c: char| matches!(c, '\u{1B}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        assert!(!report.contains(hidden), "{format}");
    }
    let coloured = |args: &[&str], env: &[(&str, &str)]| {
        let mut command = desk.storydiff(args);
        command.envs(env.iter().copied());
        command.output().expect("run").stdout.contains(&0x1B)
    };
    let plain = ["left.txt", "right.txt"];
    assert!(coloured(
        &["left.txt", "right.txt", "--color", "always"],
        &[]
    ));
    assert!(coloured(&plain, &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&plain, &[("CLICOLOR_FORCE", "0")]));
    assert!(!coloured(
        &plain,
        &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]
    ));
    assert!(!coloured(
        &["left.txt", "right.txt", "--color", "never"],
        &[("CLICOLOR_FORCE", "1")]
    ));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let desk = Desk::new();
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("storydiff"))
        .current_dir(desk.folder.path())
        .args(["-", "right.txt"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("started");
    drop(child.stdout.take());
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(LEFT.as_bytes()).expect("written");
    drop(input);
    let output = child.wait_with_output().expect("ended");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn talk_goes_to_standard_error_and_only_when_asked_for() {
    let desk = Desk::new();
    let said = |args: &[&str]| {
        let output = desk
            .storydiff(&[args, &["left.txt", "right.txt"]].concat())
            .output()
            .expect("run");
        String::from_utf8(output.stderr).expect("UTF-8")
    };
    assert_eq!(said(&[]), "");
    assert_eq!(said(&["-q"]), "");
    assert!(
        said(&["-v"]).contains("bidi none (not a terminal)"),
        "{}",
        said(&["-v"])
    );
}

#[test]
fn bad_input_is_named_with_the_way_out() {
    let desk = Desk::new();
    fs::create_dir(desk.path("folder")).expect("made");
    let page = "<!DOCTYPE html><html><head><title>x</title></head><body><script>draw()</script></body></html>";
    let noise: Vec<u8> = (0..3000_u32)
        .flat_map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes())
        .collect();
    let letters: Vec<u8> = (0..300_u32).map(|n| 0xC0 + (n * 7 % 60) as u8).collect();
    let large = vec![b'a'; 10 * 1024 * 1024 + 1];
    for (name, bytes) in [
        ("empty.txt", &b""[..]),
        ("blank.txt", " \n\t\u{FEFF}\u{200F}\r\n".as_bytes()),
        ("paper.pdf", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj"),
        (
            "letter.docx",
            b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0word/document.xml",
        ),
        ("photo.jpg", b"\xFF\xD8\xFF\xE0\0\x10JFIF"),
        ("text.gz", b"\x1F\x8B\x08\0"),
        ("noise.bin", &noise),
        ("letters.txt", &letters),
        ("page.html", page.as_bytes()),
        ("large.txt", &large),
    ] {
        desk.put(name, bytes);
    }
    for (bad, said) in [
        ("missing.txt", "missing.txt: no such file"),
        ("folder", "folder: is a directory, not an article"),
        ("empty.txt", "empty.txt: empty: there is no text in it"),
        ("blank.txt", "blank.txt: empty: there is no text in it"),
        ("paper.pdf", "paper.pdf: not text but a PDF document"),
        (
            "letter.docx",
            "letter.docx: not text but a Word or Office document (docx)",
        ),
        ("photo.jpg", "photo.jpg: not text but an image (JPEG)"),
        ("text.gz", "text.gz: not text but gzip-compressed data"),
        ("noise.bin", "noise.bin: not text but binary data"),
        (
            "letters.txt",
            "letters.txt: its encoding was not recognised",
        ),
        ("page.html", "page.html: empty: there is no text in it"),
        ("large.txt", "large.txt: larger than 10 MB"),
        (
            "ftp://example.org/a",
            "ftp://example.org/a: is no address that can be fetched",
        ),
    ] {
        let complaint = desk.complaint(bad);
        let lines: Vec<&str> = complaint.lines().collect();
        assert_eq!(lines[0], format!("storydiff: {said}"));
        assert!(
            lines.len() == 2 && lines[1].starts_with("  hint: "),
            "{complaint}"
        );
    }
    assert!(desk.complaint("paper.pdf").contains("pdftotext -layout"));
}

/// Root may read everything, so that the permission means nothing to it.
#[cfg(unix)]
#[test]
fn a_file_without_permission_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    desk.put("secret.txt", LEFT.as_bytes());
    fs::set_permissions(desk.path("secret.txt"), fs::Permissions::from_mode(0o000)).expect("set");
    if fs::read(desk.path("secret.txt")).is_ok() {
        return;
    }
    assert!(
        desk.complaint("secret.txt")
            .starts_with("storydiff: secret.txt: no permission to read it")
    );
}

fn judged(desk: &Desk, args: &[&str], input: &str) -> Vec<serde_json::Value> {
    let mut command = desk.storydiff(&[&["judge"], args].concat());
    let output = command.write_stdin(input).output().expect("run");
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let lines = text.lines().map(serde_json::from_str);
    lines.map(|line| line.expect("JSON")).collect()
}

const PAIRS: &str = r#"{"id": {"n": 1}, "left": "Sixteen soldiers were killed in the clashes.", "right": "The clashes killed 18 soldiers."}

no record
{"id": 2, "left": "The mayor resigned on Thursday.", "right": "Rain is expected in Cairo."}
{"id": 3, "left": "The mayor resigned.", "right": "The mayor resigned."}
{"id": 4, "left": "The mayor resigned."}
"#;

#[test]
fn pairs_are_judged_in_order_and_bad_lines_end_nothing() {
    let desk = Desk::new();
    let answers = judged(&desk, &[], PAIRS);
    let ids: Vec<String> = answers.iter().map(|a| a["id"].to_string()).collect();
    assert_eq!(ids, [r#"{"n":1}"#, "null", "2", "3", "4"]);
    assert_eq!(answers[0]["verdict"], "conflict");
    assert_eq!(answers[0]["differences"][0]["left"], "Sixteen");
    assert_eq!(answers[2]["verdict"], "unrelated");
    assert_eq!(answers[3]["verdict"], "same");
    assert_eq!(answers[3]["similarity"], 1.0);
    for bad in [&answers[1], &answers[4]] {
        assert!(bad["error"].is_string(), "{bad}");
    }
    desk.put("pairs.jsonl", PAIRS.as_bytes());
    assert_eq!(judged(&desk, &["pairs.jsonl"], ""), answers);
    assert_eq!(judged(&desk, &["-"], PAIRS), answers);
}

#[test]
fn a_pair_is_judged_the_same_whatever_stands_beside_it() {
    let desk = Desk::new();
    let together = judged(&desk, &[], PAIRS);
    let lines = PAIRS.lines().filter(|line| !line.is_empty());
    let apart: Vec<_> = lines.flat_map(|line| judged(&desk, &[], line)).collect();
    assert_eq!(together, apart);
}

#[test]
#[cfg(feature = "embedded-encoder")]
fn meaning_across_languages_needs_the_encoder() {
    let desk = Desk::new();
    let pair = r#"{"left": "تلقى المقاتلون تدريبهم في معسكرات خارج البلاد", "right": "The fighters were trained in camps abroad."}"#;
    assert_ne!(judged(&desk, &[], pair)[0]["verdict"], "unrelated");
    let by_words = judged(&desk, &["--encoder", "none"], pair);
    assert_eq!(by_words[0]["verdict"], "unrelated");
}

#[test]
fn a_language_that_the_encoder_does_not_know_is_compared_by_words_with_a_note() {
    let desk = Desk::new();
    let kinds = |args: &[&str]| {
        let report = desk.json(&[&["left.txt", "right.txt", "--left-lang", "da"], args].concat());
        let notes = report["notes"].as_array().expect("notes").clone();
        let kinds = notes.iter().filter(|n| n["kind"] == "not_encoded").count();
        (kinds, report["findings"].clone())
    };
    let expected = usize::from(cfg!(feature = "embedded-encoder"));
    let (told, by_default) = kinds(&[]);
    let (quiet, by_words) = kinds(&["--encoder", "none"]);
    assert_eq!((told, quiet), (expected, 0));
    assert_eq!(by_default, by_words);
}

/// The last line but one of what is said, which names the trouble.
fn trouble(desk: &Desk, args: &[&str]) -> String {
    let args = [&["left.txt", "right.txt"], args].concat();
    let output = desk.storydiff(&args).output().expect("run");
    assert_eq!(output.status.code(), Some(2), "{args:?}");
    assert!(output.stdout.is_empty(), "{args:?}");
    String::from_utf8(output.stderr).expect("UTF-8")
}

#[test]
fn the_editors_word_is_kept_and_a_word_about_nothing_is_trouble() {
    let desk = Desk::new();
    desk.put(
        "words",
        b"# of Friday\nA2 = B2 # both on the council\n\nA1!=B1\n",
    );
    let locked = |args: &[&str]| {
        let report = desk.json(&[&["left.txt", "right.txt"], args].concat());
        let findings = report["findings"].as_array().expect("findings").clone();
        findings.iter().filter(|f| f["locked"] == true).count()
    };
    assert_eq!(locked(&[]), 0);
    assert!(locked(&["--lock", "A2=B2"]) > 0);
    assert!(locked(&["--unlink", "A1=B1"]) > 0);
    assert!(locked(&["--locks", "words"]) > locked(&["--lock", "A2=B2"]));
    for (args, said) in [
        (
            &["--lock", "A2=B90"][..],
            "storydiff: A2=B90: there is no B90; the last one is B2\n",
        ),
        (
            &["--lock", "A2=B2", "--unlink", "B2=A2"],
            "A2=B2 and A2!=B2 contradict each other",
        ),
        (&["--lock", "A2=A3"], "write A5=B1 for paragraphs"),
        (&["--locks", "missing"], "missing: no such file"),
    ] {
        assert!(
            trouble(&desk, args).contains(said),
            "{}",
            trouble(&desk, args)
        );
    }
    desk.put("words", "A1=B1\nA2 = ج٢\n".as_bytes());
    assert!(trouble(&desk, &["--locks", "words"]).contains("words:2:6: this is no place"));
}

#[test]
fn the_desks_file_is_read_from_its_place_and_a_bad_one_is_trouble() {
    let desk = Desk::new();
    let framing = |args: &[&str]| {
        let report = desk.json(&[&["left.txt", "right.txt"], args].concat());
        report["framing"].as_array().expect("framing").len()
    };
    assert_eq!(framing(&[]), 0);
    desk.put("own.toml", b"watch = [\"audit\"]\n");
    assert_eq!(framing(&["--desk", "own.toml"]), 1);
    fs::create_dir_all(desk.path("settings/storydiff")).expect("a folder");
    desk.put(
        "settings/storydiff/desk.toml",
        b"watch = [\"audit\", \"council\"]\n",
    );
    if cfg!(target_os = "linux") {
        assert_eq!(framing(&[]), 2);
    }
    assert_eq!(framing(&["--desk", "own.toml"]), 1);
    desk.put("own.toml", b"watch = [\"audit\"]\nnames = [1]\n");
    let said = trouble(&desk, &["--desk", "own.toml"]);
    assert!(said.contains("own.toml:2:10: "), "{said}");
    assert!(said.contains("docs/desk-example.toml"), "{said}");
    assert!(trouble(&desk, &["--desk", "missing.toml"]).contains("missing.toml: no such file"));
}

#[test]
fn the_example_of_a_desk_is_read_and_is_of_use() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = |name: &str| folder.join(name).display().to_string();
    let [left, right] =
        ["left", "right"].map(|s| text(&format!("fixtures/kazakhstan-retold/{s}.txt")));
    let report = Desk::new().json(&["--desk", &text("docs/desk-example.toml"), &left, &right]);
    let glosses: Vec<&str> = report["glosses"]
        .as_array()
        .expect("glosses")
        .iter()
        .filter_map(|g| g["gloss"].as_str())
        .collect();
    assert!(glosses.contains(&"colour revolutions"), "{glosses:?}");
    let framing = report["framing"].as_array().expect("framing");
    assert!(framing.iter().any(|f| f["reason"] == "watched by the desk"));
}

fn shown(desk: &Desk, args: &[&str]) -> String {
    let output = desk.storydiff(args).output().expect("run");
    assert!(output.status.success(), "{args:?}: {output:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn the_version_names_the_model_by_its_checksum() {
    let desk = Desk::new();
    let text = shown(&desk, &["--version"]);
    assert_eq!(shown(&desk, &["-V"]), text);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], concat!("storydiff ", env!("CARGO_PKG_VERSION")));
    if cfg!(feature = "embedded-encoder") {
        let (model, checksum) = lines[1].split_once(", SHA-256 ").expect("a checksum");
        assert_eq!(model, "encoder: universal-sentence-encoder-multilingual-3");
        assert!(checksum.len() == 64 && checksum.chars().all(|c| c.is_ascii_hexdigit()));
    } else {
        assert_eq!(lines[1], "encoder: none in this build");
    }
}

#[test]
fn shells_and_the_manual_know_every_command() {
    let desk = Desk::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = shown(&desk, &["completions", shell]);
        for word in ["batch", "judge", "completions", "encoder", "resume"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    let page = shown(&desk, &["man"]);
    assert!(
        page.contains(".TH storydiff 1") && page.contains("storydiff\\-batch"),
        "{page}"
    );
    assert!(shown(&desk, &["man", "batch"]).contains("\\-\\-resume"));
    desk.storydiff(&["man", "nothing"]).assert().code(2);
    desk.storydiff(&["completions", "tcsh"]).assert().code(2);
}

#[test]
fn a_word_that_means_nothing_is_answered_by_the_one_that_is_meant() {
    let desk = Desk::new();
    let articles = ["left.txt", "right.txt"];
    for (args, said) in [
        (&["--only", "a_only"][..], "'only_left'"),
        (&["--only", "a_only|only_left"], "'only_left'"),
        (&["--only", "B only"], "'only_right'"),
        (&["--only", "confict"], "'conflict'"),
        (&["-f", "md"], "'markdown'"),
        (&["-f", "excel"], "xlsx"),
        (&["-o", "report.pdf"], ".csv, .xlsx and .json"),
    ] {
        let output = desk.storydiff(&[&articles, args].concat()).output();
        let output = output.expect("run");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let told = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(told.contains(said), "{args:?}: {told}");
    }
    for (args, said) in [
        (
            &["btach", "right.txt"][..],
            "did you mean the command batch?",
        ),
        (
            &["btach", "right.txt", "left.txt"],
            "did you mean the command batch?",
        ),
        (&["btach"], "did you mean the command 'batch'?"),
        (
            &["batch", "-o", "x.html", "right.txt"],
            "answers are JSON Lines",
        ),
        (&["missing.txt", "right.txt"], "missing.txt: no such file\n"),
    ] {
        let output = desk.storydiff(args).output().expect("run");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let told = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(told.contains(said), "{args:?}: {told}");
    }
}
