//! What a newsroom knows before it reads: glosses, labels to watch, names that are one.
//!
//! Terms are met by their words without clitics and article (`ثورات ملونة` meets `بالثورات الملونة`), never by a part
//! of them: a gloss beside half of its term would mislead.

use super::framing::stems;
use crate::model::{Comparison, Gloss, Side};
use std::collections::BTreeSet;

/// A newsroom's knowledge; empty where there is none.
///
/// ```
/// use storydiff::Desk;
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// let left = read("The rescue fleet came late.")?;
/// let right = read("The rescue fleet came late.")?;
/// let options = Options {
///     desk: Desk {
///         watch: vec!["rescue fleet".to_owned()],
///         ..Desk::default()
///     },
///     ..Options::default()
/// };
/// let found = compare(&left, &right, &options);
/// let label = found.framing[0].left.as_ref().expect("a label");
/// assert!(label.term.contains("rescue fleet"));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Desk {
    /// A term and what stands beside it in reports.
    pub glosses: Vec<(String, String)>,
    /// Labels that are always told, on whichever side they stand.
    pub watch: Vec<String>,
    /// Spellings that are one name each.
    pub names: Vec<Vec<String>>,
}

/// The glosses of all terms that a report may show by themselves: labels, names, speakers, what is counted.
pub(super) fn glosses(found: &Comparison, desk: &Desk) -> Vec<Gloss> {
    if desk.glosses.is_empty() {
        return Vec::new();
    }
    let labels = |left: bool| {
        let framing = found.framing.iter();
        framing.filter_map(move |f| if left { &f.left } else { &f.right }.as_ref())
    };
    let names = |left: bool| {
        let names = found.names.iter();
        names.flat_map(move |n| if left { &n.left } else { &n.right })
    };
    let mut all = BTreeSet::new();
    for (side, left) in [(&found.left, true), (&found.right, false)] {
        let mut terms: BTreeSet<&str> = labels(left).map(|l| l.term.as_str()).collect();
        terms.extend(names(left).map(String::as_str));
        terms.extend(of_claims(side));
        let language = &side.article.language;
        let known: Vec<(Vec<String>, &String)> = desk
            .glosses
            .iter()
            .map(|(term, gloss)| (stems(term, language), gloss))
            .collect();
        for term in terms {
            let stems = stems(term, language);
            let gloss = known.iter().find(|(of, _)| !of.is_empty() && *of == stems);
            all.extend(gloss.map(|(_, gloss)| Gloss {
                term: term.to_owned(),
                gloss: (*gloss).clone(),
            }));
        }
    }
    all.into_iter().collect()
}

fn of_claims(side: &Side) -> impl Iterator<Item = &str> {
    side.claims.iter().flat_map(|claim| {
        let speaker = claim.speaker.as_ref();
        let speakers = speaker.into_iter().flat_map(|s| {
            let via = s.via.iter();
            via.chain([&s.name]).map(String::as_str)
        });
        let about = claim.figures.iter().map(|f| f.about.as_str());
        speakers.chain(about)
    })
}
