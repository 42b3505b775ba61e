//! How much each kind of evidence counts, for each question: the table `weights.tsv`, read once.

use super::Pair;
use crate::language::table::rows;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What is asked of all evidence of a pair; each answer is the logarithm of odds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Question {
    /// Do both tell of one thing?
    Related,
    /// Can both not be right?
    Conflict,
    /// Does one know later what the other did not?
    Update,
    /// Is one content put in two mouths?
    Speaker,
}

impl Question {
    const ALL: [(&'static str, Question); 4] = [
        ("related", Question::Related),
        ("conflict", Question::Conflict),
        ("update", Question::Update),
        ("speaker", Question::Speaker),
    ];
}

/// The table.
pub(crate) struct Weights {
    sums: HashMap<(Question, &'static str), f32>,
    values: HashMap<&'static str, f32>,
    /// The thresholds of links that languages have of their own, by their tags.
    links: HashMap<&'static str, f32>,
}

pub(super) static TABLE: &str = include_str!("weights.tsv");

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::read(TABLE));

impl Weights {
    /// Those that are built in.
    pub(crate) fn built_in() -> &'static Weights {
        &WEIGHTS
    }

    /// What a strength of 1 of some evidence, or a sum of answers (`bias`, `related`), adds to the odds of an answer.
    pub(crate) fn weight(&self, question: Question, id: &str) -> f32 {
        self.sums.get(&(question, id)).copied().unwrap_or(0.0)
    }

    /// A threshold by its name; 0 where the table has none, which a test forbids.
    pub(crate) fn value(&self, name: &str) -> f32 {
        self.values.get(name).copied().unwrap_or(0.0)
    }

    /// From which chance on the claims of a pair are linked, 0 to 1: the value of the language that both are in, if it has
    /// one of its own (`link.en`).
    pub(crate) fn link(&self, pair: &Pair) -> f32 {
        let own = pair.one_language().then_some(pair.packs.0.tag);
        let own = own.and_then(|tag| self.links.get(tag));
        own.copied().unwrap_or_else(|| self.value("link"))
    }

    fn read(table: &'static str) -> Weights {
        let mut found = Weights {
            sums: HashMap::new(),
            values: HashMap::new(),
            links: HashMap::new(),
        };
        for [question, id, value, _] in rows(table) {
            let Ok(value) = value.parse() else {
                continue; // a test reads every row
            };
            match Question::ALL.iter().find(|(name, _)| *name == question) {
                Some((_, question)) => {
                    found.sums.insert((*question, id), value);
                }
                None => {
                    match id.strip_prefix("link.") {
                        Some(tag) => found.links.insert(tag, value),
                        None => found.values.insert(id, value),
                    };
                }
            }
        }
        found
    }
}
