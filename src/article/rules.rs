//! The phrase tables at work: which lines are no part of the report by their own words, wherever they stand.
//!
//! A row's pattern is a list of variants between `|`. A variant is a list of words; `a/b` is one of several words,
//! `a?` may be missing, `#` is a number, `*` is up to six words of any kind. How it must stand in the line:
//!
//! | how | the pattern |
//! |---|---|
//! | `whole` | is all of the line |
//! | `label` | begins it, and a colon, bar, dash, bracket or two dots follow, or nothing |
//! | `start` | begins it; what follows a credit's must be a name |
//! | `dated` | begins it, and a number follows somewhere |
//! | `clause` | begins the line or a sentence in it |
//! | `within` | stands anywhere in it |
//! | `bag` | lists words; all of the line's must be among them, and one that is not marked `~` |
//!
//! A line that is longer than the row allows, or that quotes somebody and ends in a full stop, is left to the report:
//! a phrase proves nothing in a sentence.

use super::Kind;
use super::line::{Case, Line, Word, fold, spans};
use crate::language::boilerplate::{self, Row};
use std::collections::HashSet;
use std::sync::LazyLock;

/// A row of the tables, ready to be matched.
struct Rule {
    kind: Kind,
    name: &'static str,
    how: How,
    words: usize,
    variants: Vec<Vec<Place>>,
}

enum How {
    Whole,
    Label,
    Start,
    Dated,
    Clause,
    Within,
    Bag {
        strong: HashSet<String>,
        weak: HashSet<String>,
    },
}

/// What may stand in one place of a variant.
enum Place {
    Words { any: Vec<String>, optional: bool },
    Number { optional: bool },
    Any,
}

/// The most words that a `*` stands for.
const ANY: usize = 6;

static RULES: LazyLock<Vec<Rule>> =
    LazyLock::new(|| boilerplate::rows().map(|row| rule(&row)).collect());

/// What the line is, by its words alone, and the rule that says so; `None`: the report, as far as words tell.
pub(super) fn find(text: &str) -> Option<Found> {
    find_in(&Line::new(text))
}

/// A rule that holds for a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) kind: Kind,
    pub(super) rule: &'static str,
    /// Words follow the pattern: the line is not the bare heading of a list.
    pub(super) has_more: bool,
}

/// The same for a line that is cut into words already.
pub(super) fn find_in(line: &Line) -> Option<Found> {
    RULES.iter().find_map(|rule| rule.find(line))
}

impl Rule {
    fn find(&self, line: &Line) -> Option<Found> {
        let end = (line.words.len() <= self.words)
            .then(|| self.end(line))
            .flatten()?;
        Some(Found {
            kind: self.kind,
            rule: self.name,
            has_more: end < line.words.len(),
        })
    }

    /// The number of the word after the match.
    fn end(&self, line: &Line) -> Option<usize> {
        let spoken = || line.ends_sentence() && line.text.contains(['"', '“', '”', '«', '»']);
        match &self.how {
            How::Whole if spoken() && line.words.len() > 3 => None,
            How::Whole => self.ends(line, 0).find(|&end| end == line.words.len()),
            How::Label => self.ends(line, 0).find(|&end| is_separator(line, end)),
            How::Start => self
                .ends(line, 0)
                .find(|&end| !spoken() && self.may_precede(line, end)),
            How::Dated => self
                .ends(line, 0)
                .find(|&end| has_number(line, end.saturating_sub(1))),
            How::Clause => self.anywhere(line, |at| begins_clause(line.gap(at), at)),
            How::Within if spoken() => None,
            How::Within => self.anywhere(line, |_| true),
            How::Bag { strong, weak } => all_in_bag(line, strong, weak),
        }
    }

    fn anywhere(&self, line: &Line, may_begin: impl Fn(usize) -> bool) -> Option<usize> {
        (0..line.words.len())
            .filter(|&at| may_begin(at))
            .find_map(|at| self.ends(line, at).next())
    }

    /// Where the variants that hold from word `at` on end.
    fn ends<'a>(&'a self, line: &'a Line, at: usize) -> impl Iterator<Item = usize> + 'a {
        self.variants
            .iter()
            .flat_map(move |variant| ends(variant, &line.words, at))
    }

    /// After "reporting by" a name follows, and names are written with a capital where there are any.
    fn may_precede(&self, line: &Line, end: usize) -> bool {
        self.kind != Kind::Credit
            || line
                .words
                .get(end)
                .is_none_or(|word| word.case != Case::Small)
    }
}

/// Whether a clause begins after `gap`, and is nobody's speech.
fn begins_clause(gap: &str, at: usize) -> bool {
    let cut = at == 0 || gap.contains(['.', '|', '•', '·', '–', '—', '،', ',', '-']);
    cut && !gap.contains(['"', '“', '”', '«', '»'])
}

fn all_in_bag(line: &Line, strong: &HashSet<String>, weak: &HashSet<String>) -> Option<usize> {
    let known =
        |word: &Word| strong.contains(&word.form) || weak.contains(&word.form) || is_number(word);
    let all = line.words.iter().all(known);
    let some = line.words.iter().any(|word| strong.contains(&word.form));
    (all && some).then_some(line.words.len())
}

fn is_number(word: &Word) -> bool {
    word.case == Case::Number
}

fn has_number(line: &Line, from: usize) -> bool {
    line.words.iter().skip(from).any(is_number)
}

/// Whether the words before `end` are set off from those after it. A hyphen inside `related-party` sets nothing off.
fn is_separator(line: &Line, end: usize) -> bool {
    let gap = line.gap(end);
    end == line.words.len()
        || gap.contains([':', '|', '…', '>', '›', '»', '•', '·', '→', '：', '(', '['])
        || gap.contains("..")
        || gap.contains(' ') && gap.contains(['-', '–', '—', '/'])
}

/// All places where a variant can end that begins at word `at`, shortest first where it has a choice.
fn ends(variant: &[Place], words: &[Word], at: usize) -> Vec<usize> {
    let mut open = vec![at];
    for place in variant {
        let mut next: Vec<usize> = open
            .iter()
            .flat_map(|&at| after(place, words, at))
            .collect();
        next.sort_unstable();
        next.dedup();
        if next.is_empty() {
            return next;
        }
        open = next;
    }
    open
}

/// Where the next place may begin if this one begins at word `at`.
fn after(place: &Place, words: &[Word], at: usize) -> Vec<usize> {
    let one = |holds: bool, optional: bool| {
        let mut found = Vec::new();
        if optional {
            found.push(at);
        }
        if holds {
            found.push(at + 1);
        }
        found
    };
    match place {
        Place::Any => (at..=words.len().min(at + ANY)).collect(),
        Place::Number { optional } => one(words.get(at).is_some_and(is_number), *optional),
        Place::Words { any, optional } => one(
            words.get(at).is_some_and(|word| any.contains(&word.form)),
            *optional,
        ),
    }
}

fn rule(row: &Row) -> Rule {
    let how = match row.how {
        "whole" => How::Whole,
        "label" => How::Label,
        "start" => How::Start,
        "dated" => How::Dated,
        "clause" => How::Clause,
        "within" => How::Within,
        "bag" => bag(row.pattern),
        other => panic!("boilerplate.tsv: no such way to match: {other}"),
    };
    let kind = match row.kind {
        "credit" => Kind::Credit,
        "boilerplate" => Kind::Boilerplate,
        other => panic!("boilerplate.tsv: no such kind: {other}"),
    };
    let variants = match how {
        How::Bag { .. } => Vec::new(),
        _ => row.pattern.split('|').map(variant).collect(),
    };
    Rule {
        kind,
        name: row.rule,
        how,
        words: row.words,
        variants,
    }
}

fn bag(pattern: &str) -> How {
    let (weak, strong): (Vec<&str>, Vec<&str>) = pattern
        .split_whitespace()
        .partition(|word| word.starts_with('~'));
    let folded = |words: Vec<&str>| words.into_iter().flat_map(forms).collect();
    How::Bag {
        strong: folded(strong),
        weak: folded(weak),
    }
}

fn variant(text: &str) -> Vec<Place> {
    text.split_whitespace().flat_map(places).collect()
}

/// A pattern's word is cut as a line's words are, so that `l’article` and `don't` meet what stands there.
fn places(word: &str) -> Vec<Place> {
    let (word, optional) = word
        .strip_suffix('?')
        .map_or((word, false), |word| (word, true));
    match word {
        "*" => vec![Place::Any],
        "#" => vec![Place::Number { optional }],
        _ if word.contains('/') => vec![Place::Words {
            any: word.split('/').flat_map(forms).collect(),
            optional,
        }],
        _ => forms(word)
            .into_iter()
            .map(|form| Place::Words {
                any: vec![form],
                optional,
            })
            .collect(),
    }
}

fn forms(word: &str) -> Vec<String> {
    spans(word).map(|span| fold(&word[span])).collect()
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::language::boilerplate::rows;

    #[test]
    fn every_row_catches_its_example_and_spares_its_counter_example() {
        let mut wrong = Vec::new();
        for row in rows() {
            let found = find(row.example).map(|found| found.rule);
            if found != Some(row.rule) {
                wrong.push(format!(
                    "{} ({}): {} -> {found:?}",
                    row.rule, row.how, row.example
                ));
            }
            if let Some(found) = find(row.counter) {
                wrong.push(format!(
                    "{} ({}): not spared: {} -> {found:?}",
                    row.rule, row.how, row.counter
                ));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn a_phrase_in_a_sentence_proves_nothing() {
        for body in [
            "Related claims by forty families are still before the court in Harlan Falls.",
            "“All rights reserved,” the sign said.",
            "He asked them to share this story with the police.",
            "Comments by the minister, who was in Cairo, angered residents.",
            "للمزيد من الدعم لجأت العائلات إلى الجمعيات الخيرية.",
            "المصدر الذي طلب عدم الكشف عن هويته قال إن القوات انسحبت.",
            "إعلان حالة الطوارئ في المدينة جاء بعد ليلة من القصف.",
            "كتب الوزير على حسابه: لن نتراجع.",
            "HARLAN FALLS, Ohio — Mayor Denise Okafor-Lund resigned Thursday night.",
            "The Rostami family at their kitchen table in Jetty Road. Picture: Dana Whitlock",
        ] {
            assert_eq!(find(body), None, "{body}");
        }
    }
}
