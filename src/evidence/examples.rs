//! Every rule against its own examples: the tables of `examples/`, one a kind, which one test walks.

use super::{Evidence, Pair, Standing, gather, rules};
use crate::article::single;
use crate::claim;
use crate::meaning::Story;
use crate::model::Side;

const TABLES: [(&str, &str); 10] = [
    ("link", include_str!("examples/link.tsv")),
    ("coverage", include_str!("examples/coverage.tsv")),
    ("wording", include_str!("examples/wording.tsv")),
    ("person", include_str!("examples/person.tsv")),
    ("quantity", include_str!("examples/quantity.tsv")),
    ("casualties", include_str!("examples/casualties.tsv")),
    ("date", include_str!("examples/date.tsv")),
    ("polarity", include_str!("examples/polarity.tsv")),
    ("modality", include_str!("examples/modality.tsv")),
    ("speaker", include_str!("examples/speaker.tsv")),
];

/// Rules about a pair's place in its story, about the encoder or the second reader: two claims alone do not show them.
const OF_A_STORY: [&str; 11] = [
    "link.margin",
    "link.mutual",
    "link.answering",
    "link.headline",
    "link.cosine",
    "reader.linked",
    "reader.unrelated",
    "reader.agrees",
    "reader.conflict",
    "reader.update",
    "reader.speaker",
];

/// A row of a table.
struct Example {
    id: &'static str,
    /// `speaks`, `silent`, or `wrongly`: it speaks, and an editor would say that it should not.
    told: &'static str,
    languages: (&'static str, &'static str),
    texts: (&'static str, &'static str),
    /// The words that it rests on, where the row says them.
    words: Option<(&'static str, &'static str)>,
}

fn examples() -> impl Iterator<Item = Example> {
    let rows = |table: &'static str| {
        table
            .lines()
            .filter(|l| !l.starts_with('#') && !l.is_empty())
    };
    TABLES.iter().flat_map(move |(_, table)| {
        rows(table).map(|row| {
            let fields: Vec<&str> = row.split('\t').collect();
            assert!(fields.len() == 6 || fields.len() == 8, "{row}");
            Example {
                id: fields[0],
                told: fields[1],
                languages: (fields[2], fields[3]),
                texts: (fields[4], fields[5]),
                words: (fields.len() == 8).then(|| (fields[6], fields[7])),
            }
        })
    })
}

fn side(language: &str, text: &str, letter: char) -> Side {
    let article = single(text, Some(language));
    let claims = claim::whole(&article, letter).into_iter().collect();
    Side { article, claims }
}

/// All evidence of two texts of one claim each.
fn asked(languages: (&str, &str), left: &str, right: &str) -> Vec<Evidence> {
    let (left, right) = (side(languages.0, left, 'L'), side(languages.1, right, 'R'));
    let told = [&left, &right].map(|side| (&side.article, side.claims.as_slice()));
    let stories = Story::pairs_apart(&[(told[0], told[1], false)], None);
    let standing = Standing {
        multiple: 1.0,
        mutual: true,
        answering: true,
    };
    gather(&Pair::new(
        (&left, &right),
        &stories[0],
        (0, 0),
        Some(standing),
        &[],
    ))
}

#[test]
fn every_rule_does_what_its_examples_say() {
    let mut wrong = Vec::new();
    for Example {
        id,
        told,
        languages,
        texts: (left, right),
        words,
    } in examples()
    {
        let mirrored = asked((languages.1, languages.0), right, left);
        let found = asked(languages, left, right);
        let spoken = found.iter().find(|e| e.id == id);
        let expected = told != "silent";
        if spoken.is_some() != expected || mirrored.iter().any(|e| e.id == id) != expected {
            let ids: Vec<&str> = found.iter().map(|e| e.id).collect();
            wrong.push(format!("{id} {told}: {left} | {right}\n    {ids:?}"));
        }
        if let (Some(spoken), Some(words)) = (spoken, words) {
            let rests = (
                &left[spoken.spans[0].clone()],
                &right[spoken.spans[1].clone()],
            );
            if rests != words {
                wrong.push(format!("{id} rests on {rests:?}, not {words:?}"));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} rows\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_rule_has_examples_of_both_kinds() {
    for rule in rules().filter(|rule| !OF_A_STORY.contains(&rule.id)) {
        for told in ["speaks", "silent"] {
            let has = examples().any(|e| e.id == rule.id && e.told == told);
            assert!(has, "no example where {} is {told}", rule.id);
        }
    }
    for example in examples() {
        assert!(
            ["speaks", "silent", "wrongly"].contains(&example.told),
            "{}",
            example.told
        );
        assert!(
            super::rule(example.id).is_some(),
            "{} is no rule",
            example.id
        );
    }
}

#[test]
fn every_rule_says_what_it_sees_and_what_it_gets_wrong() {
    for rule in rules() {
        let (kind, what) = rule.id.split_once('.').expect("kind.what");
        let has_table = TABLES.iter().any(|(name, _)| *name == kind);
        assert!((has_table || OF_A_STORY.contains(&rule.id)) && !what.is_empty());
        assert!(
            !rule.what.is_empty() && !rule.wrong.is_empty(),
            "{}",
            rule.id
        );
    }
}

#[test]
fn every_weight_names_a_rule_or_a_sum_and_its_origin() {
    for line in super::weights::TABLE
        .lines()
        .filter(|l| !l.starts_with('#'))
    {
        let fields: Vec<&str> = line.split('\t').collect();
        let [question, id, value, origin] = fields[..] else {
            panic!("four columns: {line}");
        };
        let known = question == "threshold"
            || ["bias", "related"].contains(&id)
            || super::rule(id).is_some();
        assert!(known, "{id} is no rule");
        assert!(value.parse::<f32>().is_ok() && !origin.is_empty(), "{line}");
    }
}
