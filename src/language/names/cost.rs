//! The distance between a name in Latin and in Arabic letters.
//!
//! A weighted edit distance over groups of letters ("sh" and ش, "ou" and و): the
//! cheapest way to pair the groups of one word with those of the other, by dynamic
//! programming. The costs are learned from pairs of names by `learn.py` (stochastic edit
//! distance, Ristad & Yianilos 1998; letter groups as in Jiampojamarn et al. 2007) and
//! read from `ar-latin.tsv`. Arabic does not write short vowels, so a Latin "e" or "u"
//! that meets nothing is cheap and a consonant that meets nothing is dear.
//!
//! What it gets wrong: it learned from Arab and Western names and hardly any Turkic or
//! Chinese ones (`by-hand.tsv` fills some gaps), it reads Latin letters alike in all
//! languages, and a letter's place in the word does not count.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Columns: latin, arabic (`-` for nothing), cost, example. The second table holds
/// letters that the learned one saw too rarely: Turkic, Slavic, French, Persian.
const TABLES: [&str; 2] = [include_str!("ar-latin.tsv"), include_str!("by-hand.tsv")];

/// Cost, in nats, of a letter that meets nothing where the table has no row for that.
const UNEXPECTED: f32 = 4.0;

/// Most letters in a group of the tables (in an Arabic one, two).
const LONGEST_GROUP: usize = 3;

/// The number of a letter group: 0 is no letters at all.
type Group = usize;

/// What can begin at one letter of a word.
#[derive(Clone, Debug)]
pub(super) struct Letter {
    /// The groups of one, two and three letters that the table knows.
    groups: [Option<Group>; LONGEST_GROUP],
    /// The cost of this letter when it meets nothing.
    alone: f32,
}

struct Costs {
    latin: HashMap<&'static str, Group>,
    arabic: HashMap<&'static str, Group>,
    /// `latin.len()` rows of `arabic.len()` costs.
    table: Vec<f32>,
}

static COSTS: LazyLock<Costs> = LazyLock::new(Costs::read);

impl Costs {
    fn read() -> Self {
        let rows: Vec<_> = rows().collect();
        let latin = number(rows.iter().map(|row| row.0));
        let arabic = number(rows.iter().map(|row| row.1));
        let mut table = vec![f32::INFINITY; latin.len() * arabic.len()];
        for (from, to, cost) in rows {
            let known = &mut table[latin[from] * arabic.len() + arabic[to]];
            *known = known.min(cost);
        }
        Self {
            latin,
            arabic,
            table,
        }
    }

    fn of(&self, latin: Group, arabic: Group) -> f32 {
        self.table[latin * self.arabic.len() + arabic]
    }
}

/// The rows of both tables with `-` as the empty group.
fn rows() -> impl Iterator<Item = (&'static str, &'static str, f32)> {
    let lines = TABLES.iter().flat_map(|table| table.lines().skip(1));
    lines.filter_map(|line| {
        let mut fields = line.split('\t');
        let mut group = || fields.next().map(|field| field.trim_matches('-'));
        let (latin, arabic) = (group()?, group()?);
        Some((latin, arabic, fields.next()?.parse().ok()?))
    })
}

/// Number the groups from 1, the empty one being 0.
fn number(groups: impl Iterator<Item = &'static str>) -> HashMap<&'static str, Group> {
    let mut numbers = HashMap::from([("", 0)]);
    for group in groups {
        let next = numbers.len();
        numbers.entry(group).or_insert(next);
    }
    numbers
}

/// The letters of a word of folded Latin letters.
pub(super) fn latin_letters(word: &str) -> Vec<Letter> {
    letters(word, &COSTS.latin, |group| COSTS.of(group, 0))
}

/// The letters of a word of folded Arabic letters.
pub(super) fn arabic_letters(word: &str) -> Vec<Letter> {
    letters(word, &COSTS.arabic, |group| COSTS.of(0, group))
}

fn letters(
    word: &str,
    numbers: &HashMap<&'static str, Group>,
    alone: impl Fn(Group) -> f32,
) -> Vec<Letter> {
    let mut ends: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
    ends.push(word.len());
    (0..ends.len() - 1)
        .map(|from| {
            let group = |size: usize| {
                let end = ends.get(from + size)?;
                numbers.get(&word[ends[from]..*end]).copied()
            };
            Letter {
                groups: [group(1), group(2), group(3)],
                alone: group(1).map_or(UNEXPECTED, &alone).min(UNEXPECTED),
            }
        })
        .collect()
}

/// The cheapest pairing of two words' letters, in nats: about 0.5 a letter for the same
/// name. Infinite where it would be above `limit`.
pub(super) fn distance(latin: &[Letter], arabic: &[Letter], limit: f32) -> f32 {
    let costs = &*COSTS;
    let width = arabic.len() + 1;
    let mut best = vec![f32::INFINITY; (latin.len() + 1) * width];
    best[0] = 0.0;
    for at in 0..best.len() {
        let here = best[at];
        if here > limit {
            continue;
        }
        // Each group leads from this cell to one further right or down.
        let mut reach = |m: usize, n: usize, cost: f32| {
            let there = &mut best[at + m * width + n];
            *there = there.min(here + cost);
        };
        let (from, to) = (latin.get(at / width), arabic.get(at % width));
        if let Some(from) = from {
            reach(1, 0, from.alone);
        }
        if let Some(to) = to {
            reach(0, 1, to.alone);
        }
        if let (Some(from), Some(to)) = (from, to) {
            for (m, latin) in sized(&from.groups) {
                for (n, arabic) in sized(&to.groups) {
                    reach(m, n, costs.of(latin, arabic));
                }
            }
        }
    }
    best[best.len() - 1]
}

/// The known groups with their sizes in letters.
fn sized(groups: &[Option<Group>]) -> impl Iterator<Item = (usize, Group)> {
    (1..)
        .zip(groups)
        .filter_map(|(size, group)| Some((size, (*group)?)))
}

#[cfg(test)]
mod tests {
    use super::super::letters::words;
    use super::*;

    fn cost(latin: &str, arabic: &str) -> f32 {
        distance(
            &latin_letters(latin),
            &arabic_letters(arabic),
            f32::INFINITY,
        )
    }

    /// Both sides of an example, folded: "Le Pen لوبان" is "lepen" and "لوبان".
    fn sides(example: &str) -> (String, String) {
        let at = example
            .find(|letter: char| letter >= '\u{600}')
            .unwrap_or(0);
        let letters = |name: &str| words(name).into_iter().map(|(_, word)| word).collect();
        (letters(&example[..at]), letters(&example[at..]))
    }

    #[test]
    fn every_row_has_a_cost_and_an_example_that_holds_its_letters() {
        for row in TABLES.iter().flat_map(|table| table.lines().skip(1)) {
            let fields: Vec<_> = row.split('\t').collect();
            let (latin, arabic) = sides(fields[3]);
            assert!(latin.contains(fields[0].trim_matches('-')), "{row}");
            assert!(arabic.contains(fields[1].trim_matches('-')), "{row}");
            assert!(
                fields[0].len() <= LONGEST_GROUP && fields[1].chars().count() <= 2,
                "{row}"
            );
            let cost: f32 = fields[2].parse().expect(row);
            assert!((0.0..=UNEXPECTED).contains(&cost), "{row}");
        }
    }

    #[test]
    fn one_name_costs_less_than_two() {
        assert!(cost("tokayev", "توكاييف") < 5.0);
        assert!(cost("tokayev", "توكاييف") < cost("nazarbayev", "توكاييف"));
        assert!(cost("sharif", "شريف") < cost("sarif", "شريف"));
    }

    #[test]
    fn a_short_vowel_may_be_unwritten_and_a_consonant_not() {
        assert!(cost("karim", "كريم") < cost("kardim", "كريم"));
    }

    #[test]
    fn nothing_is_worked_out_above_the_limit() {
        let (latin, arabic) = (latin_letters("tokayev"), arabic_letters("بوتين"));
        assert!(distance(&latin, &arabic, 3.0).is_infinite());
        assert!(distance(&[], &[], 0.0) < f32::EPSILON);
    }
}
