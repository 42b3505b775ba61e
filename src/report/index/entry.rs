//! What an index keeps of one pair.

use crate::model::{Comparison, DifferenceKind, Verdict};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One pair of an index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The pair's name.
    pub id: String,
    /// What was found, or why nothing could be.
    pub outcome: Result<Told, String>,
}

/// What was found about a pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Where its report is, seen from the index.
    pub report: String,
    /// The first outlet's name.
    pub left: String,
    /// The second outlet's name.
    pub right: String,
    /// How many findings have each verdict, by the names of the JSON report.
    pub summary: BTreeMap<String, usize>,
    /// What the first conflict is about.
    pub conflict: Option<Values>,
    /// The two headlines.
    #[serde(default)]
    pub headlines: [Option<String>; 2],
    /// The days on which the reports say that they were published.
    #[serde(default)]
    pub published: [Option<String>; 2],
    /// What each calls the same thing: the first two labels that are set against each other.
    #[serde(default)]
    pub labels: Option<Values>,
}

/// What each of the two has: values that cannot both be right, labels for the same thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Values {
    /// In the first article's words.
    pub left: String,
    /// In the second one's.
    pub right: String,
}

impl Told {
    /// How many findings have this verdict.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.summary.get(verdict.as_str()).copied().unwrap_or(0)
    }
}

/// A line of JSON.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Line {
    Told {
        id: String,
        #[serde(flatten)]
        told: Box<Told>,
    },
    Failed {
        id: String,
        error: String,
    },
}

impl Entry {
    /// A pair that was compared; `report` is where its report is, seen from the index.
    #[must_use]
    pub fn of(id: &str, report: &str, comparison: &Comparison) -> Entry {
        let count = |verdict| {
            let of = comparison.findings.iter().filter(|f| f.verdict == verdict);
            (verdict.as_str().to_owned(), of.count())
        };
        let conflicts = comparison
            .findings
            .iter()
            .filter(|f| f.verdict == Verdict::Conflict);
        // Other words are what a conflict stands in, not what it is about.
        let mut differences = conflicts.flat_map(|f| &f.differences);
        let difference = differences.find(|d| d.kind != DifferenceKind::Detail);
        let mut labels = comparison.framing.iter();
        let labels = labels.find_map(|f| {
            Some(Values {
                left: f.left.as_ref()?.term.clone(),
                right: f.right.as_ref()?.term.clone(),
            })
        });
        let articles = [&comparison.left.article, &comparison.right.article];
        let told = Told {
            report: report.to_owned(),
            left: comparison.left.article.name.clone(),
            right: comparison.right.article.name.clone(),
            summary: Verdict::ALL.into_iter().map(count).collect(),
            conflict: difference.map(|d| Values {
                left: d.left.clone(),
                right: d.right.clone(),
            }),
            headlines: articles.map(|article| article.title.clone()),
            published: articles.map(|article| article.published.clone()),
            labels,
        };
        Entry {
            id: id.to_owned(),
            outcome: Ok(told),
        }
    }

    /// A pair that could not be compared, and why.
    #[must_use]
    pub fn failed(id: &str, error: &str) -> Entry {
        Entry {
            id: id.to_owned(),
            outcome: Err(error.to_owned()),
        }
    }

    /// The entry as one line of JSON, without its end. Strings and numbers always serialise.
    #[must_use]
    pub fn line(&self) -> String {
        let id = self.id.clone();
        let line = match self.outcome.clone() {
            Ok(told) => Line::Told {
                id,
                told: Box::new(told),
            },
            Err(error) => Line::Failed { id, error },
        };
        serde_json::to_string(&line).unwrap_or_default()
    }

    /// The entry of such a line; `None` where it is none.
    #[must_use]
    pub fn parse(line: &[u8]) -> Option<Entry> {
        let (id, outcome) = match serde_json::from_slice(line).ok()? {
            Line::Told { id, told } => (id, Ok(*told)),
            Line::Failed { id, error } => (id, Err(error)),
        };
        Some(Entry { id, outcome })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::outline::sample::{comparison, link};

    #[test]
    fn a_line_holds_all_of_an_entry() {
        let conflict = link(Verdict::Conflict, Some(0), Some(0));
        let found = comparison(1, 1, [conflict]);
        let entry = Entry::of("a \"b\"", "pairs/a.html", &found);
        let told = entry.outcome.as_ref().expect("compared");
        assert_eq!(
            (told.count(Verdict::Conflict), told.count(Verdict::Same)),
            (1, 0)
        );
        for entry in [entry.clone(), Entry::failed("x", "is no article")] {
            let line = entry.line();
            assert!(line.starts_with("{\"id\":") && !line.contains('\n'));
            assert_eq!(Entry::parse(line.as_bytes()), Some(entry));
        }
        assert_eq!(Entry::parse(b"{\"id\":1}"), None);
    }
}
