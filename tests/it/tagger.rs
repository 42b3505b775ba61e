//! The tagger in the program is the one that was trained, and whom it alone names is marked as not sure.

use serde_json::Value;
use std::fs;
use storydiff::claim::tagger::contents;
use storydiff::encoder::Encoder;
use storydiff::{Format, Options, ReadOptions, View, compare, parse, render};

// As the training is given it.
#[path = "../../examples/article/mod.rs"]
mod article;

/// Training rounds states to half precision; the program does not.
const ROUNDING: f32 = 0.02;

/// `fixtures/tagger/reference.jsonl` is what the training makes of one passage of each language (`training/README.md`).
#[test]
fn it_answers_as_the_training_does() {
    let Some(encoder) = Encoder::embedded() else {
        return;
    };
    let reference = fs::read_to_string("fixtures/tagger/reference.jsonl").expect("the reference");
    for line in reference.lines() {
        let told: Value = serde_json::from_str(line).expect("JSON");
        let own = contents(&article::article(&told), encoder);
        let trained = told["content"].as_array().expect("numbers");
        assert_eq!(own.len(), trained.len(), "{}", told["language"]);
        for (own, trained) in own.iter().zip(trained) {
            let trained = trained.as_f64().expect("a number");
            let apart = (f64::from(*own) - trained).abs();
            assert!(
                apart < f64::from(ROUNDING),
                "{}: {own} {trained}",
                told["language"]
            );
        }
    }
    assert!(reference.lines().count() >= 8);
}

/// No rule knows `was adamant`; the tagger does, and a speaker whom it alone names is marked as not sure everywhere.
#[test]
fn whom_only_the_tagger_names_is_not_sure() {
    if Encoder::embedded().is_none() {
        return;
    }
    let text = |who: &str| {
        format!(
            "{who} was adamant that the bridge would not open before the spring floods are over."
        )
    };
    let article = |who: &str, name: &str| {
        parse(text(who).as_bytes(), name, &ReadOptions::default()).expect("a text")
    };
    let (left, right) = (
        article("Harbour master Ivo Bellamy", "a.txt"),
        article("Harbour master Ivo Bellamy", "b.txt"),
    );
    let comparison = compare(&left, &right, &Options::default());
    let speaker = comparison.left.claims[0]
        .speaker
        .as_ref()
        .expect("the tagger names him");
    assert!(
        speaker.name.contains("Bellamy") && !speaker.sure,
        "{speaker:?}"
    );
    let json = render(&comparison, Format::Json, &View::default());
    assert!(json.contains("\"sure\": false"));
}
