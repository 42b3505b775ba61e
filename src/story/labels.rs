//! How the outlets label the same thing, joined from what each two of them were found to call it.

use super::StoryLabels;
use crate::model::{Comparison, Framing};
use std::cmp::Reverse;

/// The labels of all outlets for one thing: the rows of the pairs, joined where they share a label, then where they name
/// the same. No outlet has two labels in one row, so that a chain of pairs never makes one thing of many.
pub(super) fn labels(
    outlets: usize,
    pairs: &[(usize, usize)],
    compared: &[Comparison],
) -> Vec<StoryLabels> {
    let mut found: Vec<Ranked> = pairs
        .iter()
        .zip(compared)
        .flat_map(|(&pair, comparison)| ranked(outlets, pair, &comparison.framing))
        .collect();
    // Stable: equals stay in the order of the outlets.
    found.sort_by_key(|row| (row.told() < 2, row.rank));
    let mut rows: Vec<Ranked> = Vec::new();
    for row in found {
        let mut row = join(&mut rows, row, Ranked::meets);
        for (outlet, label) in row.row.labels.iter_mut().enumerate() {
            let told = || rows.iter().map(|known| &known.row.labels[outlet]);
            label.take_if(|label| told().flatten().any(|known| known == label));
        }
        if row.told() > 0 {
            rows.push(row);
        }
    }
    let mut told = Vec::new();
    for row in rows {
        let row = join(&mut told, row, Ranked::names_the_same);
        told.push(row);
    }
    told.sort_by_key(|row| {
        let unmarked = row.rank > 0 && !row.is_quoted();
        (unmarked, row.rank, Reverse(row.told()))
    });
    told.into_iter().map(|ranked| ranked.row).collect()
}

/// A row with its place among those of its pair: 0 for what is most worth telling.
struct Ranked {
    rank: usize,
    row: StoryLabels,
}

fn ranked(
    outlets: usize,
    (left, right): (usize, usize),
    framing: &[Framing],
) -> impl Iterator<Item = Ranked> {
    framing.iter().enumerate().map(move |(rank, framing)| {
        let mut labels = vec![None; outlets];
        labels[left].clone_from(&framing.left);
        labels[right].clone_from(&framing.right);
        let (reason, referent) = (framing.reason, framing.referent);
        let row = StoryLabels {
            labels,
            reason,
            referent,
        };
        Ranked { rank, row }
    })
}

/// A row with all known ones that belong to it and leave room for it; they are known no more.
fn join(rows: &mut Vec<Ranked>, row: Ranked, belongs: fn(&Ranked, &Ranked) -> bool) -> Ranked {
    let fits = |known: &Ranked| belongs(known, &row) && known.has_room_for(&row);
    match rows.iter().position(fits) {
        Some(at) => {
            let known = rows.remove(at).with(row);
            join(rows, known, belongs)
        }
        None => row,
    }
}

impl Ranked {
    /// How many outlets have a label in it.
    fn told(&self) -> usize {
        self.row.labels.iter().flatten().count()
    }

    fn is_quoted(&self) -> bool {
        let mut labels = self.row.labels.iter().flatten();
        labels.any(|label| label.quoted)
    }

    /// Whether an outlet has one label in both.
    fn meets(&self, other: &Ranked) -> bool {
        let mut both = self.row.labels.iter().zip(&other.row.labels);
        both.any(|(one, other)| one.is_some() && one == other)
    }

    fn names_the_same(&self, other: &Ranked) -> bool {
        self.row.referent.is_some() && self.row.referent == other.row.referent
    }

    /// Whether no outlet has different labels in the two, and they do not name different things.
    fn has_room_for(&self, other: &Ranked) -> bool {
        let mut both = self.row.labels.iter().zip(&other.row.labels);
        let (mine, theirs) = (self.row.referent, other.row.referent);
        both.all(|(one, other)| one == other || one.is_none() || other.is_none())
            && (mine == theirs || mine.is_none() || theirs.is_none())
    }

    fn with(mut self, other: Ranked) -> Ranked {
        for (own, label) in self.row.labels.iter_mut().zip(other.row.labels) {
            *own = own.take().or(label);
        }
        self.row.referent = self.row.referent.or(other.row.referent);
        self.rank = self.rank.min(other.rank);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{FramingReason, Label};

    /// The rows as they were found in A and B, A and C, B and C.
    fn rows(framing: [&[(&str, &str, Option<&'static str>)]; 3]) -> Vec<Vec<String>> {
        let pairs = [(0, 1), (0, 2), (1, 2)];
        let label = |term: &str| Label {
            term: term.to_owned(),
            count: 1,
            quoted: true,
            speakers: Vec::new(),
            own_voice: true,
            paragraphs: vec![0],
        };
        let label = |term: &str| (!term.is_empty()).then(|| label(term));
        let read = crate::article::parse(b"The ferry sank.", "a", &crate::ReadOptions::default());
        let article = read.expect("an article");
        let compared = framing.map(|rows| {
            let rows = rows.iter().map(|&(left, right, referent)| Framing {
                left: label(left),
                right: label(right),
                reason: FramingReason::SameSlot,
                referent,
            });
            let mut empty = crate::compare(&article, &article, &crate::Options::default());
            empty.framing = rows.collect();
            empty
        });
        let terms = |row: StoryLabels| {
            let terms = row.labels.into_iter();
            let terms = terms.map(|label| label.map_or(String::new(), |label| label.term));
            terms.collect()
        };
        labels(3, &pairs, &compared)
            .into_iter()
            .map(terms)
            .collect()
    }

    #[test]
    fn labels_of_pairs_that_share_one_are_one_row() {
        let found = rows([
            &[("coup", "uprising", None)],
            &[("coup", "revolt", None)],
            &[],
        ]);
        assert_eq!(found, [["coup", "uprising", "revolt"]]);
    }

    #[test]
    fn no_outlet_has_two_labels_in_a_row_and_no_label_is_told_twice() {
        let found = rows([
            &[("coup", "uprising", None)],
            &[("coup", "revolt", None)],
            &[("riot", "revolt", None), ("uprising", "", None)],
        ]);
        assert_eq!(found, [["coup", "uprising", "revolt"], ["", "riot", ""]]);
    }

    #[test]
    fn what_names_the_same_is_one_row_and_what_does_not_is_none() {
        let found = rows([
            &[
                ("terror", "", Some("terror")),
                ("gang", "", Some("fighters")),
            ],
            &[],
            &[
                ("attack", "", Some("terror")),
                ("", "gunmen", Some("fighters")),
            ],
        ]);
        assert_eq!(found, [["terror", "attack", ""], ["gang", "", "gunmen"]]);
    }
}
