//! What was last accepted: what every story means, in short, and how two stories look.
//!
//! The meaning is a line for each claim (who says it, how it begins) and one for each finding (verdict, claims, in what they
//! differ), so that a change of a rule is read in seconds. After a change that is meant to change it:
//! `INSTA_UPDATE=always cargo test --test it snapshots`, then read the diff.

// What is shown is made with the encoder.
#![cfg(feature = "embedded-encoder")]

use crate::support::stories::{Story, fixtures, outlets};
use insta::{Settings, assert_snapshot};
use std::fmt::Write;
use storydiff::claim::{Claim, Stance};
use storydiff::model::{Comparison, Side};
use storydiff::report::{Format, Ui, View, render};
use storydiff::{Options, Sheet, render_story, tell, worksheet};

/// The stories whose looks are kept: one written from left to right, one from right to left.
const SHOWN: [&str; 2] = ["mayor-resigns", "wheat-tender"];
/// So many characters of a claim tell which it is.
const BEGINNING: usize = 60;

fn settings() -> Settings {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

/// Who says a claim, and how he stands to it.
fn said_by(claim: &Claim) -> String {
    let Some(speaker) = &claim.speaker else {
        return "–".to_owned();
    };
    let mut out = speaker.name.clone();
    for source in &speaker.via {
        let _ = write!(out, " < {source}");
    }
    if speaker.stance != Stance::Says {
        let _ = write!(out, " ({})", speaker.stance.as_str());
    }
    out
}

fn claims(out: &mut String, side: &Side) {
    for claim in &side.claims {
        let begins: String = claim.text.chars().take(BEGINNING).collect();
        let _ = writeln!(out, "{} [{}] {begins}", claim.id, said_by(claim));
    }
}

/// Verdicts, speakers and differences as short text.
fn meaning(comparison: &Comparison) -> String {
    let mut out = String::new();
    claims(&mut out, &comparison.left);
    claims(&mut out, &comparison.right);
    let ids = |side: &Side, claims: &[usize]| {
        let ids = claims.iter().map(|claim| side.claims[*claim].id.clone());
        ids.collect::<Vec<_>>().join("+")
    };
    for finding in &comparison.findings {
        let (left, right) = (
            ids(&comparison.left, &finding.left),
            ids(&comparison.right, &finding.right),
        );
        if left.is_empty() || right.is_empty() {
            continue; // what stands alone is what no other line names
        }
        let _ = write!(
            out,
            "{} {left} {right} {:.2}",
            finding.verdict.as_str(),
            finding.similarity
        );
        for difference in &finding.differences {
            let _ = write!(
                out,
                "\n    {}: {} | {}",
                difference.kind.as_str(),
                difference.left,
                difference.right
            );
        }
        out.push('\n');
    }
    out
}

fn check(story: &Story) {
    let comparison = story.comparison(&Options::default());
    settings().bind(|| {
        assert_snapshot!(format!("{}.meaning", story.name), meaning(&comparison));
        if !SHOWN.contains(&story.name.as_str()) {
            return;
        }
        for (report, format) in [("terminal", Format::Table), ("html", Format::Html)] {
            let view = View {
                width: 120,
                ..View::default()
            };
            assert_snapshot!(
                format!("{}.{report}", story.name),
                render(&comparison, format, &view)
            );
        }
        let csv = worksheet(&comparison, Sheet::Csv, &View::default());
        let csv = String::from_utf8(csv).expect("UTF-8");
        let rows = csv.trim_start_matches('\u{FEFF}').replace("\r\n", "\n");
        assert_snapshot!(format!("{}.csv", story.name), rows);
    });
}

#[test]
fn stories_mean_what_they_did() {
    // All are checked before the test fails, so that one run shows every change.
    let stories = fixtures();
    let failed: Vec<&str> = stories
        .iter()
        .filter(|story| std::panic::catch_unwind(|| check(story)).is_err())
        .map(|story| story.name.as_str())
        .collect();
    assert!(failed.is_empty(), "changed: {failed:?}");
}

/// One story of four outlets, in two languages.
#[test]
fn a_story_of_many_outlets_looks_as_it_did() {
    let table = tell(&outlets("story-market-fire"), &Options::default());
    settings().bind(|| {
        let view = View {
            width: 120,
            ui: Ui::Ar,
            ..View::default()
        };
        let shown = render_story(&table, Format::Table, &view);
        assert_snapshot!("story-market-fire.terminal-ar", shown);
    });
}
