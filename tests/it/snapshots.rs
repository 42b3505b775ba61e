//! Every report of every fixture, as it was last accepted.
//!
//! After a change that is meant to change reports: `INSTA_UPDATE=always cargo test --test it snapshots`, then read the
//! diff.

// What is shown is made with the encoder.
#![cfg(feature = "embedded-encoder")]

use crate::support::stories::{fixtures, outlets};
use crate::support::word;
use insta::{Settings, assert_snapshot};
use storydiff::report::{Format, Ui, View, docx_text, render, story_docx_text};
use storydiff::{Options, render_story, tell};

/// Each report that is kept: its name, its format, and the terminal's columns.
const REPORTS: [(&str, Format, usize); 5] = [
    ("table-80", Format::Table, 80),
    ("table-120", Format::Table, 120),
    ("markdown", Format::Markdown, 120),
    ("html", Format::Html, 120),
    ("json", Format::Json, 120),
];

/// Check all reports of one fixture.
fn check(name: &str) {
    let stories = fixtures();
    let story = stories
        .iter()
        .find(|s| s.name == name)
        .expect("a fixture of this name");
    let comparison = story.comparison(&Options::default());
    settings().bind(|| {
        for (report, format, width) in REPORTS {
            let view = View {
                width,
                ..View::default()
            };
            assert_snapshot!(
                format!("{name}.{report}"),
                render(&comparison, format, &view)
            );
        }
        let document = docx_text(&comparison, &View::default());
        assert_snapshot!(format!("{name}.docx"), word::lines(&document));
    });
}

fn settings() -> Settings {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

/// One story of four outlets, in two languages.
#[test]
fn a_story_of_many_outlets() {
    let table = tell(&outlets("story-market-fire"), &Options::default());
    let name = |report: &str| format!("story-market-fire.{report}");
    let arabic = [
        ("table-120-ar", Format::Table, 120),
        ("html-ar", Format::Html, 120),
    ];
    let reports = REPORTS.map(|report| (report, Ui::En));
    let reports = reports
        .into_iter()
        .chain(arabic.map(|report| (report, Ui::Ar)));
    settings().bind(|| {
        for ((report, format, width), ui) in reports {
            let view = View {
                width,
                ui,
                ..View::default()
            };
            assert_snapshot!(name(report), render_story(&table, format, &view));
        }
        let document = story_docx_text(&table, &View::default());
        word::assert_well_formed("story-market-fire", &document);
        assert_snapshot!(name("docx"), word::lines(&document));
    });
}

/// One test a fixture, so that each is reported by its name.
macro_rules! stories {
    ($($test:ident: $name:literal,)*) => {
        $(#[test]
        fn $test() {
            check($name);
        })*

        #[test]
        fn every_fixture_has_its_snapshots() {
            let names: Vec<String> = fixtures().into_iter().map(|s| s.name).collect();
            assert_eq!(names, [$($name),*]);
        }
    };
}

stories! {
    ar_cholera: "ar-cholera",
    ar_en_summit: "ar-en-summit",
    ar_verdict: "ar-verdict",
    border_shelling: "border-shelling",
    club_transfer: "club-transfer",
    dam_talks: "dam-talks",
    de_bahn: "de-bahn",
    de_hafen: "de-hafen",
    en_merger: "en-merger",
    es_mina: "es-mina",
    es_puente: "es-puente",
    ferry_rescue: "ferry-rescue",
    fr_tr_seisme: "fr-tr-seisme",
    grid_outage: "grid-outage",
    kazakhstan_retold: "kazakhstan-retold",
    kazakhstan_retold_en: "kazakhstan-retold-en",
    mayor_resigns: "mayor-resigns",
    port_strike: "port-strike",
    ru_en_plane: "ru-en-plane",
    vaccine_recall: "vaccine-recall",
    wheat_tender: "wheat-tender",
}
