//! A case as its file writes it, and what the tool makes of it. `tests/cases/README.md` says what each key means.

use serde::Deserialize;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use storydiff::report::{Format, View, render};
use storydiff::{Article, Options, ReadError, ReadOptions, compare, parse};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub name: String,
    pub guards: String,
    #[serde(default)]
    pub open: bool,
    languages: Option<[String; 2]>,
    args: Option<Vec<String>>,
    left: Option<String>,
    right: Option<String>,
    left_file: Option<String>,
    right_file: Option<String>,
    pub expect: Vec<Expect>,
}

/// What must hold: one expectation, or one of several.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Expect {
    Any { any: Vec<Expected> },
    One(Box<Expected>),
}

/// A question, what narrows it, and what its answers must be.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    pub ask: Ask,
    pub side: Option<String>,
    #[serde(default)]
    pub claim: String,
    #[serde(default)]
    pub words: String,
    #[serde(default)]
    pub left: String,
    #[serde(default)]
    pub right: String,
    pub paragraph: Option<u64>,
    pub kind: Option<String>,
    pub is: Option<Vec<String>>,
    #[serde(default)]
    pub not: Vec<String>,
    #[serde(default)]
    pub has: Vec<String>,
    #[serde(default)]
    pub lacks: Vec<String>,
    pub count: Option<usize>,
    pub at_least: Option<usize>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    Speaker,
    Via,
    Stance,
    Speakers,
    Claims,
    Figures,
    Verdict,
    Verdicts,
    Differences,
    Kind,
    Paragraphs,
    Title,
    Credit,
    Language,
    Framing,
    Labels,
    Names,
    Facts,
    Notes,
    Error,
    Status,
    Output,
}

/// What came of a case.
#[derive(Default)]
pub struct Seen {
    /// The JSON report; `null` where there is none.
    pub json: Value,
    /// The Markdown report, which alone has the table of facts.
    pub markdown: String,
    /// Why there is no report.
    pub error: Option<String>,
    /// The program's exit status and standard output, where the program was run.
    pub status: Option<i32>,
    pub output: String,
}

/// Where `english.toml` and the others are.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// The cases of a file's text.
pub fn cases(text: &str) -> Vec<Case> {
    let file: File = toml::from_str(text).unwrap_or_else(|error| panic!("{error}"));
    file.case
}

impl Case {
    /// Compare the two reports, or run the program where the case has arguments for it.
    pub fn run(&self) -> Seen {
        if let Some(args) = &self.args {
            return self.program(args);
        }
        match (self.article("left", 0), self.article("right", 1)) {
            (Ok(left), Ok(right)) => {
                let comparison = compare(&left, &right, &Options::default());
                let shown = |format| render(&comparison, format, &View::default());
                Seen {
                    json: serde_json::from_str(&shown(Format::Json)).expect("a JSON report"),
                    markdown: shown(Format::Markdown),
                    ..Seen::default()
                }
            }
            (Err(error), _) | (_, Err(error)) => Seen {
                error: Some(error.to_string()),
                ..Seen::default()
            },
        }
    }

    /// The bytes of one side, and the ending of its file's name.
    fn input(&self, side: &str) -> (Vec<u8>, String) {
        let (text, file) = match side {
            "left" => (&self.left, &self.left_file),
            _ => (&self.right, &self.right_file),
        };
        match (text, file) {
            (Some(text), None) => (text.clone().into_bytes(), "txt".to_owned()),
            (None, Some(file)) => {
                let path = folder().join("files").join(file);
                let ending = path.extension().expect("an ending").to_string_lossy();
                let bytes = std::fs::read(&path).expect("a readable file");
                (bytes, ending.into_owned())
            }
            _ => panic!("{}: {side} is either a text or a file", self.name),
        }
    }

    fn article(&self, side: &str, at: usize) -> Result<Article, ReadError> {
        let (bytes, ending) = self.input(side);
        let options = ReadOptions {
            language: self.languages.as_ref().map(|both| both[at].clone()),
            ..ReadOptions::default()
        };
        parse(&bytes, &format!("{side}.{ending}"), &options)
    }

    /// Run the program in a folder with `left.txt` and, where there is one, `right.txt`.
    fn program(&self, args: &[String]) -> Seen {
        let folder = tempfile::tempdir().expect("a folder");
        let texts = [("left.txt", &self.left), ("right.txt", &self.right)];
        for (name, text) in texts {
            if let Some(text) = text {
                std::fs::write(folder.path().join(name), text).expect("a file");
            }
        }
        let done = Command::new(env!("CARGO_BIN_EXE_storydiff"))
            .args(args)
            .current_dir(folder.path())
            .output()
            .expect("the program runs");
        let error = String::from_utf8_lossy(&done.stderr).trim().to_owned();
        Seen {
            error: (!done.status.success()).then_some(error),
            status: done.status.code(),
            output: String::from_utf8_lossy(&done.stdout).into_owned(),
            ..Seen::default()
        }
    }
}
