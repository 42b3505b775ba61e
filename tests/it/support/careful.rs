//! A second reader that answers from the annotation of the fixtures: always right, where a right answer can be given.

use super::spans::{overlap, place};
use super::stories::Story;
use serde_json::{Value, json};
use std::fs;
use storydiff::reader::{Passage, Question, Reader, Reply};

/// One annotated story.
pub struct Careful {
    gold: Value,
    texts: [String; 2],
}

impl Careful {
    pub fn new(story: &Story) -> Careful {
        let gold = fs::read_to_string(story.folder.join("gold.json")).expect("an annotated story");
        Careful {
            gold: serde_json::from_str(&gold).expect("gold.json is JSON"),
            texts: ["left", "right"].map(|side| story.text(side)),
        }
    }

    /// The side that a passage stands on.
    fn side(&self, passage: &Passage) -> usize {
        let stands = |text: &String| squeezed(text).contains(&squeezed(&passage.paragraph));
        usize::from(!stands(&self.texts[0]))
    }

    /// The annotated claims that share half of the shorter text with a passage's claim.
    fn touching(&self, side: usize, passage: &Passage) -> Vec<&Value> {
        let name = ["left", "right"][side];
        let lines: Vec<&str> = self.texts[side].split('\n').collect();
        let claims = self.gold["claims"][name].as_array().expect("claims");
        let touches = |claim: &&Value| {
            let line = claim["line"].as_u64().expect("a line");
            let line = lines[usize::try_from(line).expect("small") - 1];
            let own = place(line, claim["text"].as_str().expect("a text"));
            let shown = place(line, &passage.claim);
            own.zip(shown).is_some_and(|(a, b)| overlap(&a, &b) >= 0.5)
        };
        claims.iter().filter(touches).collect()
    }

    /// The annotated link of two passages, the left one first; a conflict before all others.
    fn link(&self, left: &Passage, right: &Passage) -> Option<&Value> {
        let ids = |side, passage| -> Vec<&Value> {
            let claims = self.touching(side, passage).into_iter();
            claims.map(|claim| &claim["id"]).collect()
        };
        let (left, right) = (ids(0, left), ids(1, right));
        let links = self.gold["links"].as_array().expect("links").iter();
        let joins =
            |link: &&Value| left.contains(&&link["left"]) && right.contains(&&link["right"]);
        links
            .filter(joins)
            .min_by_key(|link| link["relation"] != "conflict")
    }

    fn answer(&self, question: &Question) -> Value {
        let side = self.side(&question.claim);
        let pairs = question.partners.iter().zip(1..);
        let pairs = pairs.map(|(partner, number)| {
            let (left, right) = if side == 0 {
                (&question.claim, partner)
            } else {
                (partner, &question.claim)
            };
            let mut said = said(self.link(left, right), [left, right], side);
            said["partner"] = json!(number);
            said
        });
        let speaker = self.touching(side, &question.claim).into_iter();
        let mut speaker = speaker.filter_map(|claim| claim["speaker"].as_str());
        let stands = |name: &&str| question.claim.paragraph.contains(name);
        json!({
            "speaker": speaker.find(stands).unwrap_or_default(),
            "pairs": pairs.collect::<Vec<_>>(),
        })
    }
}

/// What is said of a link, seen from a side.
fn said(link: Option<&Value>, passages: [&Passage; 2], side: usize) -> Value {
    let relation = link.and_then(|link| link["relation"].as_str());
    let words = link.map(|link| [0, 1].map(|n| link["about"][n].as_str().unwrap_or_default()));
    let words = words.unwrap_or_default();
    let stand = words
        .iter()
        .zip(passages)
        .all(|(w, p)| !w.is_empty() && p.claim.contains(w));
    let (relation, words) = match relation {
        None => ("unrelated", [""; 2]),
        // The annotated words stand in another claim.
        Some("conflict" | "development") if !stand => ("unsure", [""; 2]),
        Some("conflict") => ("conflict", words),
        Some("development") => ("update", words),
        Some("left_adds") => (["claim_adds", "partner_adds"][side], [""; 2]),
        Some("right_adds") => (["partner_adds", "claim_adds"][side], [""; 2]),
        Some("source_differs") => ("other_speaker", [""; 2]),
        Some(other) => (other, [""; 2]),
    };
    json!({"relation": relation, "claim_words": words[side], "partner_words": words[1 - side]})
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

impl Reader for Careful {
    fn host(&self) -> &'static str {
        "annotation"
    }

    fn model(&self) -> &'static str {
        "a careful reader"
    }

    fn read(&self, questions: &[Question]) -> Vec<Reply> {
        let answers = questions.iter().map(|question| self.answer(question));
        answers
            .map(|answer| Reply::of(&answer.to_string()))
            .collect()
    }
}
