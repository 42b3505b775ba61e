//! One person or place with its spellings on both sides.
//!
//! Names that either side shows to be names (`claim::names`) are sought in the other side's text by likeness of
//! letters (`language::names`), the matches of most words first, and gathered into one entry for each person or
//! place. Within one language only names that are spelled differently are told; across languages every match is. A
//! bare surname that fits two people joins neither. Missed are translated names (Cairo, القاهرة) and names that
//! neither side shows to be one.

mod search;
mod sheet;
mod spelling;

use super::both::both;
use super::{Row, Side, Spellings};
use crate::language::names::{NameKey, SAME_NAME, place};
use search::{Match, Search, alike};
use sheet::Sheet;
use spelling::{is_part, plain};
use std::collections::{HashMap, HashSet};

/// Similarities that differ in fewer than these last bits are the same (a similarity is never negative, so that its
/// bits are in its order).
const SAME_DIGITS: u32 = 12;

/// The names that both sides write, where they write them differently.
pub(super) fn names(
    left: &Side,
    right: &Side,
    rows: &[Row],
    known: &[Vec<String>],
) -> Vec<Spellings> {
    let sheets = both(|| Sheet::new(&left.article), || Sheet::new(&right.article));
    let mut groups: Vec<Group> = known.iter().filter_map(|n| settled(n, &sheets)).collect();
    for found in matches(&sheets, rows) {
        gather(&mut groups, &found);
    }
    let mut told: Vec<(usize, Spellings)> = groups.iter().map(|g| g.told(&sheets)).collect();
    let letters = |s: &Spellings| {
        let (l, r) = (s.left.join("|"), s.right.join("|"));
        if l <= r { (l, r) } else { (r, l) }
    };
    told.sort_by(|x, y| {
        y.0.cmp(&x.0)
            .then_with(|| letters(&x.1).cmp(&letters(&y.1)))
    });
    told.into_iter().map(|(_, spellings)| spellings).collect()
}

/// The matches of both directions, the longest and likest first, in an order that does not know left from right.
fn matches(sheets: &[Sheet; 2], rows: &[Row]) -> Vec<Match> {
    let pairs = rows.iter().flat_map(|row| {
        row.left
            .iter()
            .flat_map(|&l| row.right.iter().map(move |&r| (l, r)))
    });
    let beside: HashSet<(usize, usize)> = pairs.collect();
    let search = |of: usize, beside: HashSet<(usize, usize)>| {
        let mut search = Search {
            of: &sheets[of],
            within: &sheets[1 - of],
            mirrored: of == 1,
            beside,
            keys: HashMap::new(),
        };
        search.matches()
    };
    let turned = beside.iter().map(|&(l, r)| (r, l)).collect();
    let [mut found, more] = both(|| search(0, beside), || search(1, turned));
    found.extend(more);
    found.extend(places(sheets));
    let order = |m: &Match| {
        let mut texts = m.texts.clone();
        texts.sort();
        (
            std::cmp::Reverse(m.words),
            std::cmp::Reverse(m.similarity.to_bits() >> SAME_DIGITS),
            texts,
        )
    };
    found.sort_by_cached_key(order);
    found.dedup_by(|x, y| x.texts == y.texts);
    found
}

/// Well-known places that the sides name differently, by the list alone.
fn places(sheets: &[Sheet; 2]) -> Vec<Match> {
    let [left, right] = sheets;
    let across = left.pack.tag != right.pack.tag;
    let mut found = Vec::new();
    for (one, l) in left
        .forms
        .iter()
        .filter_map(|(p, f)| Some((p, (f, place(&f.text)?))))
    {
        for (other, r) in right
            .forms
            .iter()
            .filter(|(_, f)| place(&f.text) == Some(l.1))
        {
            let told = across || one != other && !left.has(other) && !right.has(one);
            if told {
                found.push(Match {
                    texts: [l.0.text.clone(), r.text.clone()],
                    similarity: 1.0,
                    words: l.0.words.len().min(r.words.len()),
                });
            }
        }
    }
    found
}

/// A person or place: its spellings on the left and on the right.
#[derive(Default)]
struct Group {
    forms: [Vec<(String, NameKey)>; 2],
}

impl Group {
    fn holds(&self, side: usize, text: &str) -> bool {
        let spelled = plain(text);
        self.forms[side]
            .iter()
            .any(|(form, _)| plain(form) == spelled)
    }

    /// Whether a name may be one more spelling of this one.
    fn admits(&self, side: usize, text: &str, key: &NameKey) -> bool {
        self.forms[side]
            .iter()
            .all(|(form, own)| is_one((form, own), (text, key)))
    }

    fn add(&mut self, side: usize, text: &str, key: NameKey) {
        if !self.holds(side, text) {
            self.forms[side].push((text.to_owned(), key));
        }
    }

    /// The spellings, most frequent first, without those that are only part of another; and how often they stand.
    fn told(&self, sheets: &[Sheet; 2]) -> (usize, Spellings) {
        let side = |side: usize| {
            let forms = &self.forms[side];
            let is_whole = |(text, _): &&(String, NameKey)| {
                let own = plain(text);
                !forms
                    .iter()
                    .any(|(other, _)| plain(other) != own && is_part(&own, &plain(other)))
            };
            let mut counted: Vec<(usize, String)> = forms
                .iter()
                .filter(is_whole)
                .map(|(text, _)| (sheets[side].count(&plain(text)), text.clone()))
                .collect();
            counted.sort_by(|x, y| y.0.cmp(&x.0).then_with(|| x.1.cmp(&y.1)));
            let count: usize = counted.iter().map(|c| c.0).sum();
            (count, counted.into_iter().map(|c| c.1).collect())
        };
        let ((of_left, left), (of_right, right)) = (side(0), side(1));
        (of_left + of_right, Spellings { left, right })
    }
}

/// Whether two spellings of one side may be one name's.
fn is_one(one: (&str, &NameKey), other: (&str, &NameKey)) -> bool {
    match (place(one.0), place(other.0)) {
        (Some(a), Some(b)) => a == b,
        _ => alike(one.1, other.1) >= SAME_NAME,
    }
}

/// A name whose spellings the newsroom knows, where both sides have it and do not write it alike.
fn settled(spellings: &[String], sheets: &[Sheet; 2]) -> Option<Group> {
    let mut group = Group::default();
    for side in [0, 1] {
        let here = spellings.iter().filter(|s| sheets[side].has(&plain(s)));
        for text in here {
            group.add(side, text, NameKey::new(text));
        }
    }
    let texts = |side: usize| group.forms[side].iter().map(|(text, _)| text);
    let on_both = texts(0).next().is_some() && texts(1).next().is_some();
    let told = on_both && !texts(0).eq(texts(1));
    told.then_some(group)
}

/// Put a match to the group that it belongs to, or begin one. What fits two groups belongs to neither.
fn gather(groups: &mut Vec<Group>, found: &Match) {
    let keys = [NameKey::new(&found.texts[0]), NameKey::new(&found.texts[1])];
    let known = |g: &Group| g.holds(0, &found.texts[0]) || g.holds(1, &found.texts[1]);
    let fits = |g: &Group| {
        g.admits(0, &found.texts[0], &keys[0]) && g.admits(1, &found.texts[1], &keys[1])
    };
    let at: Vec<usize> = (0..groups.len()).filter(|&g| fits(&groups[g])).collect();
    let blocked = groups.iter().any(|g| known(g) && !fits(g));
    let group = match at.as_slice() {
        [] if blocked => return,
        [] => {
            groups.push(Group::default());
            groups.len() - 1
        }
        [one] => *one,
        _ => return,
    };
    let [left, right] = keys;
    groups[group].add(0, &found.texts[0], left);
    groups[group].add(1, &found.texts[1], right);
}

#[cfg(test)]
mod tests {
    use crate::article::{Article, ReadOptions, parse};
    use crate::compare::{Options, compare};

    fn article(text: &str) -> Article {
        parse(text.as_bytes(), "test", &ReadOptions::default()).expect("plain text")
    }

    fn pairs(left: &str, right: &str) -> Vec<(String, String)> {
        let found = compare(&article(left), &article(right), &Options::default()).names;
        let pairs = found
            .into_iter()
            .map(|s| (s.left.join(", "), s.right.join(", ")));
        pairs.collect()
    }

    #[test]
    fn one_name_in_two_spellings() {
        let left = "وقال وزير النقل شيرزود نظروف إن القوات قصفت قرية دره سبين يوم الأحد الماضي.\n";
        let right =
            "وأعلن وزير النقل شيرزاد نزاروف أن القصف أصاب منطقة دارا سبين يوم الأحد الماضي.\n";
        let wanted = [("دره سبين", "دارا سبين"), ("شيرزود نظروف", "شيرزاد نزاروف")];
        assert_eq!(
            pairs(left, right),
            wanted.map(|(l, r)| (l.to_owned(), r.to_owned()))
        );
    }

    #[test]
    fn across_languages_every_name_is_told() {
        let left = "قال الرئيس قاسم جومارت توكاييف في مدينة ألماتي إن الانسحاب سيتم قريبا جدا.\n";
        let right = "President Kassym-Jomart Tokayev said in Almaty that the troops would leave the country soon.\n";
        let wanted = [
            ("ألماتي", "Almaty"),
            ("قاسم جومارت توكاييف", "Kassym-Jomart Tokayev"),
        ];
        let mut found = pairs(left, right);
        found.sort_by_key(|(l, _)| l.chars().count());
        assert_eq!(found, wanted.map(|(l, r)| (l.to_owned(), r.to_owned())));
    }

    #[test]
    fn two_people_of_one_family_are_two() {
        let left = "The lawyer Ramla Souissi told the court on Monday that the ferry had been overloaded for years.\n";
        let right = "The deputy Leila Souissi told the court on Monday that the ferry had been overloaded for years.\n";
        assert_eq!(pairs(left, right), []);
    }

    #[test]
    fn common_words_and_same_spellings_are_no_names() {
        let left = "Police in Tunisia said the Tunisian ferry had sunk on Monday with its crew and cargo.\n";
        assert_eq!(pairs(left, left), []);
        let right =
            "Policing in Tunisian ports was said to be poor when the ferry had sunk on Monday.\n";
        assert_eq!(pairs(left, right), []);
    }
}
