//! What the words of a short line are: agencies, roles, dates, names; and the parts that it is made of.
//!
//! Data: `credit.tsv` and the calendars of the languages, all read together, since bylines mix languages.

use super::line::{Case, Line, Word, spans};
use super::pattern::is_number;
use crate::language::credit::{calendar, cues};
use crate::language::fold_accents;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// What a word hints at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Cue {
    /// Begins a byline: by, par, بقلم.
    Byline,
    /// Begins "With Pacific Wire".
    With,
    /// An agency, or a part of its name.
    Agency,
    /// What names of outlets have: a herald, a channel.
    Outlet,
    /// What people at an outlet are.
    Role,
    /// Of any calendar.
    Month,
    Weekday,
    /// What dates and times have beside numbers.
    Time,
    /// Small words inside credits.
    Link,
    /// Joins two people: and.
    Coordinator,
    /// Words that credits do not have, in scripts without capitals.
    Plain,
}

static CUES: LazyLock<HashMap<String, Vec<Cue>>> = LazyLock::new(|| {
    let mut words: HashMap<String, Vec<Cue>> = HashMap::new();
    let rows = cues().map(|row| (row.cue, row.words)).chain(calendar());
    for (name, listed) in rows {
        let Some(cue) = cue(name) else { continue };
        for word in spans(listed).map(|span| fold_accents(&listed[span])) {
            words.entry(word).or_default().push(cue);
        }
    }
    words
});

fn cue(name: &str) -> Option<Cue> {
    Some(match name {
        "byline" => Cue::Byline,
        "with" => Cue::With,
        "agency" => Cue::Agency,
        "outlet" => Cue::Outlet,
        "role" => Cue::Role,
        "month" | "hijri" => Cue::Month,
        "weekday" => Cue::Weekday,
        "time" => Cue::Time,
        "link" => Cue::Link,
        "coordinator" => Cue::Coordinator,
        "plain" => Cue::Plain,
        _ => return None,
    })
}

/// Whether a word hints at this.
pub(super) fn is(word: &Word, cue: Cue) -> bool {
    CUES.get(&word.form).is_some_and(|cues| cues.contains(&cue))
}

/// The line cut at bars, slashes, dashes, colons, commas and brackets.
pub(super) fn parts<'a>(line: &'a Line) -> Vec<&'a [Word]> {
    let cuts = |n: usize| {
        let gap = line.gap(n);
        let date = is_number(&line.words[n]) && is_number(&line.words[n - 1]);
        !date
            && gap.contains([
                '|', '/', '•', '·', '–', '—', ':', ',', '،', ';', '؛', '(', ')', '+', '⁄',
            ])
            || gap.contains(" - ")
            || gap.contains(" -")
            || gap.contains("- ")
    };
    let mut starts: Vec<usize> = (1..line.words.len()).filter(|&n| cuts(n)).collect();
    starts.insert(0, 0);
    starts.push(line.words.len());
    starts
        .windows(2)
        .map(|pair| {
            &line.words[Range {
                start: pair[0],
                end: pair[1],
            }]
        })
        .collect()
}

/// Only numbers, months, weekdays and words of the clock, and more than a bare number.
pub(super) fn is_date(part: &[Word]) -> bool {
    let has = |cue: Cue| part.iter().any(|word| is(word, cue));
    let numbers: Vec<&str> = part
        .iter()
        .filter(|word| is_number(word))
        .map(|word| word.form.as_str())
        .collect();
    let only = part.iter().all(|word| {
        is_number(word)
            || [Cue::Month, Cue::Weekday, Cue::Time]
                .iter()
                .any(|&cue| is(word, cue))
    });
    let named = has(Cue::Month) || has(Cue::Weekday);
    let whole = |number: &&str| number.matches('.').count() == 2;
    only && match numbers[..] {
        [] => has(Cue::Weekday) && (part.len() == 1 || has(Cue::Month)),
        [one] => named || has(Cue::Time) || one.contains(':') || whole(&one),
        _ => named || has(Cue::Time) || numbers.iter().any(|n| is_year(n) || whole(n)),
    }
}

pub(super) fn is_year(number: &str) -> bool {
    number.len() == 4 && number.starts_with(['1', '2'])
}

/// Capital letters, with small link words between them; in scripts without capitals, none of the words that credits
/// do not have.
pub(super) fn is_name(part: &[Word]) -> bool {
    let cased = part
        .iter()
        .any(|word| matches!(word.case, Case::Capital | Case::Small));
    let capitals = part.iter().any(|word| word.case == Case::Capital);
    !part.is_empty()
        && part.iter().all(|word| match word.case {
            Case::Capital => true,
            Case::Small => is(word, Cue::Link) || is(word, Cue::Role) || is(word, Cue::Agency),
            Case::Caseless => !is(word, Cue::Plain),
            Case::Number => false,
        })
        && (!cased
            || capitals
            || part
                .iter()
                .any(|word| is(word, Cue::Role) || is(word, Cue::Agency)))
}
