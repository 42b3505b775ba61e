//! What the second reader says of a pair (`reader/`), as evidence like any other. It speaks where the reader was asked and
//! its answer holds; the words that it rests on stand in the claims.

use super::{Found, Pair, Rule};
use crate::model::{DifferenceKind, Verdict};
use crate::reader::Word;
use std::ops::Range;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "reader.linked",
        what: "the second reader takes both for one thing",
        wrong: "a small model links what only shares names",
        differs: None,
        find: |pair| linked(pair).map(|_| Found::whole(1.0)),
    },
    Rule {
        id: "reader.unrelated",
        what: "the second reader takes them for different things",
        wrong: "a part that both tell in long claims of different things",
        differs: None,
        find: |pair| (pair.read == Some(&Word::Unrelated)).then(|| Found::whole(1.0)),
    },
    Rule {
        id: "reader.agrees",
        what: "the second reader sees no contradiction and no later state",
        wrong: "a difference in a detail that it passes over",
        differs: None,
        find: |pair| {
            let agrees = |v| !matches!(v, Verdict::Conflict | Verdict::Development);
            linked(pair)
                .filter(|(v, _)| agrees(*v))
                .map(|_| Found::whole(1.0))
        },
    },
    Rule {
        id: "reader.conflict",
        what: "the second reader says that both cannot be right, by these words",
        wrong: "figures of two moments or two people",
        differs: Some(DifferenceKind::Detail),
        find: |pair| found(pair, Verdict::Conflict),
    },
    Rule {
        id: "reader.update",
        what: "the second reader says that one tells a later state, by these words",
        wrong: "a contradiction that it takes for news",
        differs: Some(DifferenceKind::Detail),
        find: |pair| found(pair, Verdict::Development),
    },
    Rule {
        id: "reader.speaker",
        what: "the second reader says that two people say it",
        wrong: "one person under two names",
        differs: None,
        find: |pair| {
            let two = linked(pair).filter(|(v, _)| *v == Verdict::SourceDiffers);
            two.map(|_| Found::whole(1.0))
        },
    },
];

/// How the reader links a pair, and by which words.
fn linked<'a>(pair: &Pair<'a>) -> Option<(Verdict, &'a [Range<usize>; 2])> {
    match pair.read {
        Some(Word::Linked { verdict, spans }) => Some((*verdict, spans)),
        _ => None,
    }
}

fn found(pair: &Pair, wanted: Verdict) -> Option<Found> {
    let (verdict, spans) = linked(pair)?;
    (verdict == wanted).then(|| Found {
        strength: 1.0,
        spans: spans.clone(),
    })
}

/// How much of a linked pair's content both tell, as the reader says it.
pub(crate) fn read_extent(pair: &Pair) -> Option<Verdict> {
    let (verdict, _) = linked(pair)?;
    match verdict {
        Verdict::Conflict | Verdict::Development => None,
        Verdict::SourceDiffers => Some(Verdict::Reworded),
        extent => Some(extent),
    }
}

/// The words that only one side has, as the reader says it: left and right, empty where it names none.
pub(crate) fn read_details<'a>(pair: &Pair<'a>) -> Option<[&'a str; 2]> {
    let (verdict, [left, right]) = linked(pair)?;
    let adds = matches!(
        verdict,
        Verdict::LeftAdds | Verdict::RightAdds | Verdict::Overlap
    );
    let words = [
        &pair.claims.0.text[left.clone()],
        &pair.claims.1.text[right.clone()],
    ];
    (adds && words.iter().any(|w| !w.is_empty())).then_some(words)
}

/// In what words that the reader sets against each other differ.
pub(crate) fn read_kind(pair: &Pair, [left, right]: &[Range<usize>; 2]) -> DifferenceKind {
    let (a, b) = pair.claims;
    let touch =
        |one: &Range<usize>, other: &Range<usize>| one.start < other.end && other.start < one.end;
    let counted = |claim: &crate::claim::Claim, span: &Range<usize>| {
        claim.figures.iter().any(|figure| touch(&figure.span, span))
    };
    let timed = |claim: &crate::claim::Claim, span: &Range<usize>| {
        claim.times.iter().any(|time| touch(&time.span, span))
    };
    let named = |claim: &crate::claim::Claim, span: &Range<usize>| {
        claim
            .names
            .iter()
            .any(|name| *name == claim.text[span.clone()])
    };
    match () {
        () if timed(a, left) && timed(b, right) => DifferenceKind::Date,
        () if counted(a, left) && counted(b, right) => DifferenceKind::Figure,
        () if named(a, left) && named(b, right) => DifferenceKind::Name,
        () => DifferenceKind::Detail,
    }
}
