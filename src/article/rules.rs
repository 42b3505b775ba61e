//! The phrase tables at work: which lines are no part of the report by their own words, wherever they stand.
//!
//! A row's pattern is a list of variants between `|`, in the language of [`super::pattern`]. How it must stand in the
//! line:
//!
//! | how | the pattern |
//! |---|---|
//! | `whole` | is all of the line |
//! | `edge` | is all of it, and the line stands above or below the paragraphs |
//! | `label` | begins it, and a colon, bar, dash, bracket or two dots follow, or nothing |
//! | `start` | begins it; what follows a credit's must be a name |
//! | `dated` | begins it, and a number follows somewhere |
//! | `clause` | begins the line or a sentence in it |
//! | `within` | stands anywhere in it |
//! | `bio` | follows a name that begins it, and the line stands above or below the paragraphs |
//! | `bag` | lists words; all of the line's must be among them, and one that is not marked `~` |
//!
//! A line that is longer than the row allows, or that quotes somebody and ends in a full stop, is left to the report:
//! a phrase proves nothing in a sentence.

use super::Kind;
use super::cues::{Cue, is, is_name};
use super::line::{Case, Line, Word};
use super::pattern::{Variant, forms, is_number};
use crate::language::boilerplate::{self, Row};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

/// The rules, and for each word the rules that need it: a line has few words, and the tables thousands.
struct Rules {
    all: Vec<Rule>,
    by_word: HashMap<String, Vec<usize>>,
    /// Those that need no word.
    rest: Vec<usize>,
}

/// A row of the tables, ready to be matched.
struct Rule {
    kind: Kind,
    name: &'static str,
    how: How,
    words: usize,
    variants: Vec<Variant>,
}

enum How {
    Whole,
    Edge,
    Label,
    Start,
    Dated,
    Clause,
    Within,
    Bio,
    Bag {
        strong: HashSet<String>,
        weak: HashSet<String>,
    },
}

static RULES: LazyLock<Rules> =
    LazyLock::new(|| Rules::new(boilerplate::rows().map(|row| rule(&row)).collect()));

/// What the line is, by its words alone, and the rule that says so; `None`: the report, as far as words tell.
pub(super) fn find(text: &str) -> Option<Found> {
    find_in(&Line::new(text))
}

/// The same for a line that is cut into words already.
pub(super) fn find_in(line: &Line) -> Option<Found> {
    RULES
        .candidates(line)
        .into_iter()
        .find_map(|n| RULES.all[n].find(line))
}

impl Rules {
    fn new(all: Vec<Rule>) -> Self {
        let mut rules = Rules {
            all,
            by_word: HashMap::new(),
            rest: Vec::new(),
        };
        for (n, rule) in rules.all.iter().enumerate() {
            for words in rule.needs() {
                if words.is_empty() {
                    rules.rest.push(n);
                }
                for word in words {
                    rules.by_word.entry(word.clone()).or_default().push(n);
                }
            }
        }
        rules
    }

    /// In the order of the tables.
    fn candidates(&self, line: &Line) -> BTreeSet<usize> {
        let listed = line
            .words
            .iter()
            .filter_map(|word| self.by_word.get(&word.form))
            .flatten();
        self.rest.iter().chain(listed).copied().collect()
    }
}

/// A rule that holds for a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) kind: Kind,
    pub(super) rule: &'static str,
    /// Words follow the pattern: the line is not the bare heading of a list.
    pub(super) has_more: bool,
    /// It holds above and below the paragraphs of the report only.
    pub(super) at_edge: bool,
}

impl Rule {
    /// For each variant, words of which it needs one.
    fn needs(&self) -> Vec<Vec<String>> {
        match &self.how {
            How::Bag { strong, .. } => vec![strong.iter().cloned().collect()],
            _ => self
                .variants
                .iter()
                .map(|variant| variant.needs().to_vec())
                .collect(),
        }
    }

    fn find(&self, line: &Line) -> Option<Found> {
        let end = (line.words.len() <= self.words)
            .then(|| self.end(line))
            .flatten()?;
        Some(Found {
            kind: self.kind,
            rule: self.name,
            has_more: end < line.words.len(),
            at_edge: matches!(self.how, How::Edge | How::Bio),
        })
    }

    /// The number of the word after the match.
    fn end(&self, line: &Line) -> Option<usize> {
        let spoken = || line.ends_sentence() && line.text.contains(['"', '“', '”', '«', '»']);
        match &self.how {
            How::Whole | How::Edge if spoken() && line.words.len() > 3 => None,
            How::Whole | How::Edge => self.ends(line, 0).find(|&end| end == line.words.len()),
            How::Label => self.ends(line, 0).find(|&end| is_separator(line, end)),
            How::Start => self
                .ends(line, 0)
                .find(|&end| !spoken() && self.may_precede(line, end)),
            How::Dated => self
                .ends(line, 0)
                .find(|&end| has_number(line, end.saturating_sub(1))),
            How::Clause => self.anywhere(line, |at| begins_clause(line.gap(at), at)),
            How::Within | How::Bio if spoken() => None,
            How::Within => self.anywhere(line, |_| true),
            How::Bio => (2..=4)
                .filter(|&at| line.words.get(..at).is_some_and(is_person))
                .find_map(|at| self.ends(line, at).find(|&end| is_before_name(line, end))),
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
            .flat_map(move |variant| variant.ends(&line.words, at))
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
    let cut = at == 0 || gap.contains(['.', '?', '؟', '!', '|', '•', '·', '–', '—', '،', ',', '-']);
    cut && !gap.contains(['"', '“', '”', '«', '»'])
}

/// A name that begins with no small word: "The Guardian" is nobody.
fn is_person(words: &[Word]) -> bool {
    is_name(words) && !is(&words[0], Cue::Link)
}

/// Whether a capital letter, a number or nothing comes next, one small word put aside: "covers courts for the Courier",
/// not "covers the cost for the town".
fn is_before_name(line: &Line, end: usize) -> bool {
    let next = |n: usize| {
        line.words
            .get(n)
            .is_none_or(|word| word.case != Case::Small)
    };
    next(end) || next(end + 1)
}

fn all_in_bag(line: &Line, strong: &HashSet<String>, weak: &HashSet<String>) -> Option<usize> {
    let known =
        |word: &Word| strong.contains(&word.form) || weak.contains(&word.form) || is_number(word);
    let all = line.words.iter().all(known);
    let some = line.words.iter().any(|word| strong.contains(&word.form));
    (all && some).then_some(line.words.len())
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

fn rule(row: &Row) -> Rule {
    let how = match row.how {
        "whole" => How::Whole,
        "edge" => How::Edge,
        "bio" => How::Bio,
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
        _ => row.pattern.split('|').map(Variant::new).collect(),
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
