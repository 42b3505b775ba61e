//! Whether two claims are put in one mouth or in two.
//!
//! The outlet's own voice is no speaker, and neither is one whom nobody can tell from another (`sources`). A short and a
//! long name, an office and its holder, an agency and the source that it relays are one.

use super::{Found, Pair, Rule, place, wording};
use crate::claim::{Claim, Speaker};
use crate::language::names::{SAME_NAME, name_similarity};
use crate::language::{Class, Pack, Word, fold, words};
use crate::model::{DifferenceKind, Side};
use std::collections::HashSet;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "speaker.same",
        what: "both claims have one speaker",
        wrong: "two statements of one person",
        differs: None,
        find: |pair| {
            let (a, b) = pair.speakers()?;
            is_one(a, b, pair.names).then(|| Found::whole(1.0))
        },
    },
    Rule {
        id: "speaker.differs",
        what: "two named speakers, neither of whom the other article may mean by another name",
        wrong: "a person and the body that he speaks for",
        differs: Some(DifferenceKind::Speaker),
        find: differs,
    },
    Rule {
        id: "speaker.office",
        what: "one speaker is a person, the other an office or a body: a person may hold the one and speak for the other",
        wrong: "a minister against a person who is none",
        differs: None,
        find: |pair| one_is_an_office(pair)?.then(|| Found::whole(1.0)),
    },
    Rule {
        id: "speaker.quoted",
        what: "two named speakers are quoted, each in words of his own",
        wrong: "one statement that two outlets translate, with two spokesmen named",
        differs: None,
        find: in_own_words,
    },
];

/// Quotations with this share of words in one order are one quotation, and so are those with half of a long run
/// (`wording.run`): one outlet quotes less of it.
const ONE_QUOTATION: f32 = 0.5;

/// Two quotations of two people. The longest shared run is sought last: it costs the most.
fn in_own_words(pair: &Pair) -> Option<Found> {
    let (left, right) = pair.claims;
    let apart = left.quoted && right.quoted && pair.wording.ratio < ONE_QUOTATION;
    if !apart || one_is_an_office(pair)? {
        return None;
    }
    differs(pair)?;
    let cut = wording::run(pair).is_some_and(|run| run.strength >= ONE_QUOTATION);
    (!cut).then(|| Found::whole(1.0))
}

/// Two speakers, each named well enough to be told from the other.
fn differs(pair: &Pair) -> Option<Found> {
    let (a, b) = pair.speakers()?;
    let told_apart = is_well_named(a, pair.packs.0)
        && is_well_named(b, pair.packs.1)
        && !is_named_beside(a, pair.sides.1, pair.claims.1, pair.packs)
        && !is_named_beside(b, pair.sides.0, pair.claims.0, (pair.packs.1, pair.packs.0))
        && !is_one(a, b, pair.names)
        && !share_a_word(pair, a, b);
    told_apart.then(|| Found::whole(pair.shared()))
}

/// Whether a speaker is known for sure, and named well enough to be told from another: no statement that speaks, no description without a name
/// (`the new president`).
fn is_well_named(own: &Speaker, pack: &'static Pack) -> bool {
    let found = words(&own.name, pack);
    let speaks_itself =
        |w: &Word| pack.has(Class::Medium, &w.form) || pack.has(Class::Document, &w.form);
    let described = found
        .first()
        .is_some_and(|w| pack.has(Class::Determiner, &w.form))
        && found
            .iter()
            .skip(1)
            .all(|w| own.name[w.span.clone()].starts_with(char::is_lowercase));
    own.sure
        && !own.vague
        && own.name.chars().count() > 2
        && !found.is_empty()
        && !found.iter().any(speaks_itself)
        && !described
}

/// Whether one speaker is a person and the other an office or a body; `None` where one of them is missing.
fn one_is_an_office(pair: &Pair) -> Option<bool> {
    let (a, b) = pair.speakers()?;
    Some(is_office(a, pair.packs.0) != is_office(b, pair.packs.1))
}

/// Whether an office or a body speaks.
fn is_office(own: &Speaker, pack: &'static Pack) -> bool {
    let mut found = words(&own.name, pack).into_iter();
    found.any(|w| {
        let bodies =
            pack.has(Class::Organisation, &w.form) || pack.has(Class::Organisation, &w.stem);
        bodies || pack.is_title(&w.form)
    })
}

/// Whether the other report names a speaker in the paragraph of its claim, so that it may mean the same one.
fn is_named_beside(
    own: &Speaker,
    other: &Side,
    claim: &Claim,
    packs: (&'static Pack, &'static Pack),
) -> bool {
    let stems = |text: &str, pack| -> HashSet<String> {
        words(text, pack).into_iter().map(|w| w.stem).collect()
    };
    let beside = stems(&other.article.paragraphs[claim.paragraph].text, packs.1);
    let names = stems(&own.name, packs.0);
    names
        .iter()
        .any(|name| name.chars().count() > 3 && beside.contains(name))
}

/// Whether two names share a word or a country, or the words of one stand in the other's claim: `the White House` and
/// `the White House spokesman`, `الحركة` and `حركة الفجر`.
fn share_a_word(pair: &Pair, a: &Speaker, b: &Speaker) -> bool {
    let stems = |name: &str, pack: &'static Pack| -> HashSet<String> {
        let words = words(name, pack).into_iter();
        words
            .filter(|w| !pack.has(Class::Determiner, &w.form))
            .map(|w| w.stem)
            .collect()
    };
    let (of_a, of_b) = (stems(&a.name, pair.packs.0), stems(&b.name, pair.packs.1));
    let in_claim = |stems: &HashSet<String>, claim: &Claim| {
        !stems.is_empty()
            && stems
                .iter()
                .all(|s| claim.words.iter().any(|w| w.stem == *s))
    };
    let countries = |claim, pack| -> HashSet<&'static str> {
        place::named(claim, pack)
            .into_iter()
            .map(|(code, _)| code)
            .collect()
    };
    let one_country = || {
        let of_a = countries(pair.claims.0, pair.packs.0);
        let of_b = countries(pair.claims.1, pair.packs.1);
        pair.packs.0.tag != pair.packs.1.tag && of_a.intersection(&of_b).next().is_some()
    };
    of_a.intersection(&of_b).next().is_some()
        || in_claim(&of_a, pair.claims.1)
        || in_claim(&of_b, pair.claims.0)
        || one_country()
}

fn is_one(a: &Speaker, b: &Speaker, known: &[Vec<String>]) -> bool {
    if a.vague && b.vague {
        return true;
    }
    let names = |s: &Speaker| {
        std::iter::once(s.name.clone())
            .chain(s.via.iter().cloned())
            .collect::<Vec<_>>()
    };
    names(a).iter().any(|x| {
        names(b)
            .iter()
            .any(|y| x == y || name_similarity(x, y) >= SAME_NAME || are_known(x, y, known))
    })
}

/// Whether the desk says that two names are one; a title before a name does not hide it.
fn are_known(one: &str, other: &str, known: &[Vec<String>]) -> bool {
    let words = |name: &str| {
        fold(name)
            .split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let holds = |name: &str, group: &Vec<String>| {
        let name = words(name);
        group
            .iter()
            .map(|spelling| words(spelling))
            .any(|spelling| {
                !spelling.is_empty() && name.windows(spelling.len()).any(|part| part == spelling)
            })
    };
    known
        .iter()
        .any(|group| holds(one, group) && holds(other, group))
}
