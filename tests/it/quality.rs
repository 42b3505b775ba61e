//! How well comparisons agree with those that people made, against floors that only ever rise.
//!
//! The floors stand in `docs/quality.md` and nowhere else. `cargo test --test it quality -- --nocapture` prints every
//! story's scores; with `QUALITY_UPDATE=1` the tables of that page are written anew, and no floor is lowered.

use crate::support::careful::Careful;
use crate::support::score::{Counts, MEASURES, Scored};
use crate::support::stories::{Story, fixtures, modes, real};
use serde_json::Value;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use storydiff::Options;
use storydiff::reader::{Scope, SecondReader};
use storydiff::report::{Format, View, render};

/// Scores are written with three decimals.
const ROUNDING: f64 = 0.0005;
/// Where a mode's table begins and ends in the page.
const END: &str = "<!-- end -->";

/// The scores of all measures.
type Row = [Option<f64>; 12];

/// The stories on which weights and thresholds were fitted. What came later has a floor of its own: rules were mended
/// on it, but no weight was chosen for it, and it is the nearest to what storydiff does on stories it has not seen.
const FITTED: [&str; 11] = [
    "border-shelling",
    "club-transfer",
    "dam-talks",
    "ferry-rescue",
    "grid-outage",
    "kazakhstan-retold",
    "kazakhstan-retold-en",
    "mayor-resigns",
    "port-strike",
    "vaccine-recall",
    "wheat-tender",
];

/// Both groups of stories, as the page names them.
const GROUPS: [&str; 2] = ["all", "later"];

/// The scores of some stories, one row each, and of the stories of each group together.
struct Scores {
    rows: [Vec<(String, Row)>; 2],
    all: [Row; 2],
}

fn scored(story: &Story, options: &Options) -> Counts {
    let read = |name: &str| fs::read_to_string(story.folder.join(name)).expect("a story's file");
    let gold: Value = serde_json::from_str(&read("gold.json")).expect("gold.json is JSON");
    let texts = ["left", "right"].map(|side| story.text(side));
    let comparison = story.comparison(options);
    let text = render(&comparison, Format::Json, &View::default());
    let report: Value = serde_json::from_str(&text).expect("the report is JSON");
    let lines = [0, 1].map(|side: usize| texts[side].split('\n').collect());
    Scored {
        gold: &gold,
        report: &report,
        lines,
    }
    .counts()
}

fn scores(options: &Options) -> Scores {
    let mut all = [Counts::default(), Counts::default()];
    let mut rows = [Vec::new(), Vec::new()];
    for story in fixtures() {
        let counts = scored(&story, options);
        assert_eq!(
            counts.not_verbatim(),
            0,
            "{}: claims that are not verbatim",
            story.name
        );
        let group = usize::from(!FITTED.contains(&story.name.as_str()));
        all[group].extend(&counts);
        rows[group].push((story.name, counts.row()));
    }
    Scores {
        rows,
        all: all.map(|counts| counts.row()),
    }
}

fn page() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/quality.md")
}

fn begin(mode: &str) -> String {
    format!("<!-- {mode} -->")
}

/// The table of a mode in the page, between its marks.
fn table<'p>(page: &'p str, mode: &str) -> &'p str {
    let found = page
        .split_once(&begin(mode))
        .and_then(|(_, after)| after.split_once(END));
    let (table, _) = found.unwrap_or_else(|| panic!("docs/quality.md has no table for {mode}"));
    table
}

/// The floors of a group, in a table. A table without them has none yet.
fn floors(table: &str, group: &str) -> Row {
    let name = format!("| **floor of {group}** |");
    let row = table.lines().find(|line| line.starts_with(&name));
    let mut cells = row.unwrap_or_default().split('|').skip(2).map(str::trim);
    [(); 12].map(|()| cells.next().and_then(|cell| cell.parse().ok()))
}

/// Whether less is better.
fn is_ceiling(measure: &str) -> bool {
    measure == "uncovered"
}

/// The better one of two values of a measure.
fn better(measure: &str, a: Option<f64>, b: Option<f64>) -> Option<f64> {
    let (Some(x), Some(y)) = (a, b) else {
        return a.or(b);
    };
    Some(if is_ceiling(measure) {
        x.min(y)
    } else {
        x.max(y)
    })
}

fn cell(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}"))
}

fn line(name: &str, values: &Row) -> String {
    let cells: Vec<String> = values.iter().map(|value| cell(*value)).collect();
    format!("| {name} | {} |\n", cells.join(" | "))
}

/// A mode's table: its stories, each group of them, and the floors.
fn written(scores: &Scores, floors: &[Row; 2]) -> String {
    let mut out = format!(
        "\n| story | {} |\n|---|{}\n",
        MEASURES.join(" | "),
        "--:|".repeat(12)
    );
    for (at, group) in GROUPS.iter().enumerate() {
        for (name, row) in &scores.rows[at] {
            out += &line(name, row);
        }
        out += &line(&format!("**{group}**"), &scores.all[at]);
        out += &line(&format!("**floor of {group}**"), &floors[at]);
    }
    out
}

/// The measures that have fallen below their floors.
fn fallen(mode: &str, scores: &Row, floors: &Row) -> String {
    let mut out = String::new();
    for ((measure, now), floor) in MEASURES.iter().zip(*scores).zip(floors) {
        let Some(floor) = floor else { continue };
        let has_fallen = match now {
            None => true,
            Some(now) if is_ceiling(measure) => now > floor + ROUNDING,
            Some(now) => now < floor - ROUNDING,
        };
        if has_fallen {
            writeln!(
                out,
                "{mode}: {measure}: {} is worse than the floor {floor:.3}",
                cell(now)
            )
            .expect("a string");
        }
    }
    out
}

#[test]
fn no_score_falls_below_its_floor() {
    let mut text = fs::read_to_string(page()).expect("docs/quality.md");
    let mut trouble = String::new();
    for (mode, options) in modes() {
        let scores = scores(&options);
        let old = table(&text, mode).to_owned();
        let floors = GROUPS.map(|group| floors(&old, group));
        println!("{mode}:{}", written(&scores, &floors));
        let mut risen = floors;
        for (at, group) in GROUPS.iter().enumerate() {
            trouble += &fallen(&format!("{mode}, {group}"), &scores.all[at], &floors[at]);
            for (n, measure) in MEASURES.iter().enumerate() {
                risen[at][n] = better(measure, floors[at][n], scores.all[at][n]);
            }
        }
        let from = begin(mode);
        text = text.replace(
            &format!("{from}{old}{END}"),
            &format!("{from}{}{END}", written(&scores, &risen)),
        );
    }
    if std::env::var_os("QUALITY_UPDATE").is_some() {
        fs::write(page(), text).expect("docs/quality.md can be written");
    }
    assert!(trouble.is_empty(), "{trouble}");
}

#[test]
fn the_real_pair_is_scored_too() {
    let Some(story) = real() else { return };
    for (mode, options) in modes() {
        let counts = scored(&story, &options);
        println!("{mode}: {}", line(&story.name, &counts.row()));
        assert_eq!(counts.not_verbatim(), 0);
    }
}

/// Nothing is lost between a right answer of a second reader and the report. What is missing stands in claims that are not
/// among each other's three nearest.
#[test]
fn a_careful_second_reader_is_heard() {
    let mut all = [Counts::default(), Counts::default()];
    for story in fixtures() {
        let options = Options {
            reader: Some(SecondReader::new(Careful::new(&story), Scope::All)),
            ..Options::default()
        };
        let counts = scored(&story, &options);
        println!("{}", line(&story.name, &counts.row()));
        all[usize::from(!FITTED.contains(&story.name.as_str()))].extend(&counts);
    }
    let least = [
        ("link F1", [0.9, 0.9]),
        ("conflict P", [0.9, 0.9]),
        ("conflict R", [0.8, 0.7]),
    ];
    for (group, (name, counts)) in GROUPS.iter().zip(&all).enumerate() {
        println!("{}", line(name, &counts.row()));
        for (measure, least) in least {
            let at = MEASURES.iter().position(|known| *known == measure);
            let value = counts.row()[at.expect("a measure")];
            assert!(value >= Some(least[group]), "{name}: {measure} {value:?}");
        }
    }
}
