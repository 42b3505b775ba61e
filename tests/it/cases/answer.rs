//! The answers to a case's questions, and whether they are as expected.

use super::case::{Ask, Expect, Expected, Seen};
use serde_json::Value;

impl Expect {
    /// What is wrong: what was expected, and what was seen.
    pub fn fault(&self, seen: &Seen) -> Option<String> {
        match self {
            Expect::One(expected) => expected.fault(seen),
            Expect::Any { any } => {
                let faults: Option<Vec<String>> = any.iter().map(|e| e.fault(seen)).collect();
                faults.map(|faults| faults.join("\n   and "))
            }
        }
    }
}

impl Expected {
    fn fault(&self, seen: &Seen) -> Option<String> {
        let answers = self.answers(seen);
        let contained = |words: &String| answers.iter().any(|answer| answer.contains(words));
        let mut wanted = Vec::new();
        let mut checks = 0;
        let mut check = |is_right: bool, what: String| {
            checks += 1;
            if !is_right {
                wanted.push(what);
            }
        };
        if let Some(is) = &self.is {
            let all = answers.iter().all(|answer| is.contains(answer));
            check(all && !answers.is_empty(), format!("is {is:?}"));
        }
        if let Some(count) = self.count {
            check(answers.len() == count, format!("count {count}"));
        }
        if let Some(count) = self.at_least {
            check(answers.len() >= count, format!("at least {count}"));
        }
        for word in &self.not {
            check(!answers.contains(word), format!("not {word:?}"));
        }
        for word in &self.has {
            check(contained(word), format!("has {word:?}"));
        }
        for word in &self.lacks {
            check(!contained(word), format!("lacks {word:?}"));
        }
        assert!(checks > 0, "{self} expects nothing");
        let wanted = wanted.join(", ");
        (!wanted.is_empty()).then(|| format!("{self}: wanted {wanted}; seen {answers:?}"))
    }

    fn answers(&self, seen: &Seen) -> Vec<String> {
        match self.ask {
            Ask::Error => seen.error.iter().cloned().collect(),
            Ask::Status => seen.status.iter().map(i32::to_string).collect(),
            Ask::Output => vec![seen.output.clone()],
            Ask::Facts => self.facts(&seen.markdown),
            _ if seen.json.is_null() => Vec::new(),
            _ => self.of_report(&seen.json),
        }
    }

    fn of_report(&self, report: &Value) -> Vec<String> {
        match self.ask {
            Ask::Verdict => self.verdict(report),
            Ask::Verdicts => texts(list(report, "findings"), "verdict"),
            Ask::Differences => {
                let linked = self.linked(report);
                let all = linked.iter().flat_map(|f| list(f, "differences"));
                let shown = |d: &Value| {
                    let [kind, left, right] = ["kind", "left", "right"].map(|key| text(d, key));
                    format!("{kind} {left} / {right}")
                };
                all.map(shown).collect()
            }
            Ask::Kind => texts(&self.paragraphs(report), "kind"),
            Ask::Paragraphs => texts(&self.paragraphs(report), "text"),
            Ask::Title => self.of_articles(report, "title"),
            Ask::Credit => self.of_articles(report, "credit"),
            Ask::Language => self.of_articles(report, "language"),
            Ask::Framing => self.two_columns(report, "framing", |row| text(row, "term"), " | "),
            Ask::Names => self.two_columns(report, "names", spellings, " = "),
            Ask::Labels => {
                let rows = list(report, "framing").iter();
                let labels = rows.flat_map(|row| self.sides().map(|side| text(&row[side], "term")));
                labels.filter(|term| !term.is_empty()).collect()
            }
            Ask::Notes => {
                let notes = list(report, "notes").iter();
                let shown = |note| format!("{}: {}", text(note, "kind"), text(note, "text"));
                notes.map(shown).collect()
            }
            _ => self.of_claims(report),
        }
    }

    fn of_claims(&self, report: &Value) -> Vec<String> {
        let mut answers = Vec::new();
        for claim in self.claims(report) {
            let speaker = &claim["speaker"];
            let via = list(speaker, "via").iter().filter_map(Value::as_str);
            let via = via.map(str::to_owned);
            match self.ask {
                Ask::Speaker if speaker.is_null() => answers.push("nobody".to_owned()),
                Ask::Speaker => answers.push(text(speaker, "name")),
                Ask::Via => answers.extend(via),
                Ask::Stance => answers.push(text(speaker, "stance")),
                Ask::Speakers if speaker.is_null() => {}
                Ask::Speakers => {
                    answers.push(text(speaker, "name"));
                    answers.extend(via);
                }
                Ask::Claims => answers.push(bare(&text(claim, "text"))),
                Ask::Figures => {
                    let values = list(claim, "figures").iter().map(|f| f["value"].as_f64());
                    answers.extend(values.map(|v| v.expect("a number").to_string()));
                }
                ask => unreachable!("{ask:?} is not asked of claims"),
            }
        }
        answers
    }

    /// The sides that are asked.
    fn sides(&self) -> impl Iterator<Item = &'static str> {
        let asked = |side: &&str| self.side.as_deref().is_none_or(|only| only == *side);
        ["left", "right"].into_iter().filter(asked)
    }

    fn claims<'a>(&self, report: &'a Value) -> Vec<&'a Value> {
        let claims = self.sides().flat_map(|side| list(&report[side], "claims"));
        let asked = |claim: &&Value| {
            let here = claim["paragraph"].as_u64();
            text(claim, "text").contains(&self.claim)
                && self
                    .paragraph
                    .is_none_or(|paragraph| here == Some(paragraph))
        };
        claims.filter(asked).collect()
    }

    fn paragraphs(&self, report: &Value) -> Vec<Value> {
        let all = self
            .sides()
            .flat_map(|side| list(&report[side], "paragraphs"));
        let asked = |p: &&Value| {
            let kind = text(p, "kind");
            text(p, "text").contains(&self.words)
                && self.kind.as_ref().is_none_or(|only| *only == kind)
        };
        all.filter(asked).cloned().collect()
    }

    fn of_articles(&self, report: &Value, key: &str) -> Vec<String> {
        let values = self.sides().map(|side| &report[side][key]);
        values
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    }

    /// The claims of one side with the words that the question has for it.
    fn worded<'a>(&self, report: &'a Value, side: &str) -> Vec<&'a str> {
        let words = match side {
            "left" => &self.left,
            _ => &self.right,
        };
        let claims = list(&report[side], "claims").iter();
        let named = claims.filter(|claim| text(claim, "text").contains(words.as_str()));
        named.filter_map(|claim| claim["id"].as_str()).collect()
    }

    /// The findings on claims with the words asked for.
    fn linked<'a>(&self, report: &'a Value) -> Vec<&'a Value> {
        let worded = ["left", "right"].map(|side| (side, self.worded(report, side)));
        let is_asked = |finding: &&Value| {
            worded.iter().all(|(side, ids)| {
                let mut claims = list(finding, side).iter().filter_map(Value::as_str);
                claims.any(|id| ids.contains(&id))
            })
        };
        list(report, "findings").iter().filter(is_asked).collect()
    }

    fn verdict(&self, report: &Value) -> Vec<String> {
        for side in ["left", "right"] {
            if self.worded(report, side).is_empty() {
                return vec![format!("no claim of the {side} has these words")];
            }
        }
        let verdicts = texts(self.linked(report), "verdict");
        if verdicts.is_empty() {
            return vec!["unlinked".to_owned()];
        }
        verdicts
    }

    /// The rows of a list with a left and a right column.
    fn two_columns(
        &self,
        report: &Value,
        key: &str,
        shown: impl Fn(&Value) -> String,
        between: &str,
    ) -> Vec<String> {
        let rows = list(report, key).iter();
        let rows = rows.map(|row| (shown(&row["left"]), shown(&row["right"])));
        let asked = rows.filter(|(l, r)| l.contains(&self.left) && r.contains(&self.right));
        asked.map(|(l, r)| format!("{l}{between}{r}")).collect()
    }

    /// The rows of the table of figures, names and dates.
    fn facts(&self, markdown: &str) -> Vec<String> {
        let table = markdown.split_once("<a name=\"facts\"></a>");
        let table = table.map_or("", |(_, rest)| rest.split("\n## ").next().unwrap_or(rest));
        let rows = table.lines().filter(|line| line.starts_with("| ")).skip(2);
        let plain = rows.map(|row| row.replace("<span>", "").replace("</span>", ""));
        let plain = plain.map(|row| row.replace('\\', ""));
        plain.filter(|row| row.contains(&self.words)).collect()
    }
}

impl std::fmt::Display for Expected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.ask)?;
        let side = self.side.as_ref();
        let words = [&self.claim, &self.words, &self.left, &self.right];
        for word in side
            .into_iter()
            .chain(words)
            .filter(|word| !word.is_empty())
        {
            write!(f, " {word:?}")?;
        }
        Ok(())
    }
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

fn texts<'a>(values: impl IntoIterator<Item = &'a Value>, key: &str) -> Vec<String> {
    values.into_iter().map(|value| text(value, key)).collect()
}

fn spellings(side: &Value) -> String {
    let all = side.as_array().into_iter().flatten();
    let all: Vec<&str> = all.filter_map(Value::as_str).collect();
    all.join(", ")
}

/// A text without the marks around it.
fn bare(text: &str) -> String {
    let is_mark = |c: char| c.is_whitespace() || ".،,؛;:".contains(c);
    text.trim_matches(is_mark).to_owned()
}
