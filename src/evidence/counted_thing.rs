//! What a figure is a tally of: the dead, the hurt, the arrested; soldiers, children, companies.
//!
//! Classes of counted words stand in tables, so that `قتيلا` meets `dead`. A word tells of the figure whose noun it is,
//! or to which it is nearest without another figure between.

use super::negation::is_parted;
use crate::claim::{Claim, Figure};
use crate::language::{Class, Pack, Word};
use std::ops::Range;

/// How far from a figure the word may stand that says what became of those counted.
const REACH: usize = 8;
/// A sign between a word and a figure is as far as so many words.
const PARTED: usize = 2;
/// How many words may stand between a part and its whole.
const BETWEEN: usize = 3;
/// What may become of people; the other classes say who or what they are.
const FATES: [&str; 6] = ["dead", "hurt", "missing", "arrested", "saved", "displaced"];
/// The class of words that say a figure has moved on.
const UPDATE: &str = "update";
/// The class of words that say there is none of what follows: `without deaths`.
pub(super) const NONE: &str = "none";
/// Anybody.
const PEOPLE: &str = "people";

/// What a figure counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sense {
    /// What became of them.
    pub fate: Option<&'static str>,
    /// Who or what they are.
    pub kind: Option<&'static str>,
    /// Whether it is said to have moved on.
    pub update: bool,
    /// Whether it is what another figure is a part of: the six in `five of the six were hurt`.
    pub whole: bool,
}

impl Sense {
    /// Whether two figures cannot be of one thing.
    pub(super) fn speaks_against(&self, other: &Sense) -> bool {
        let differ =
            |a: Option<&str>, b: Option<&str>| matches!((a, b), (Some(a), Some(b)) if a != b);
        let named = |s: &Sense| s.kind.filter(|k| *k != PEOPLE);
        let part_and_whole =
            |whole: &Sense, part: &Sense| whole.whole && !part.whole && part.is_toll();
        differ(self.fate, other.fate)
            || differ(named(self), named(other))
            || part_and_whole(self, other)
            || part_and_whole(other, self)
    }

    /// Whether both are known to be of one thing.
    pub(super) fn agrees(&self, other: &Sense) -> bool {
        let same = |a: Option<&str>, b: Option<&str>| a.is_some() && a == b;
        same(self.fate, other.fate) || same(self.kind, other.kind)
    }

    /// Whether it counts what became of people, which goes on being counted.
    pub(super) fn is_toll(&self) -> bool {
        self.fate.is_some()
    }

    /// Whether its number changes from hour to hour: the missing are found.
    pub(super) fn is_passing(&self) -> bool {
        self.fate == Some("missing")
    }
}

/// What each counting figure of a claim counts, in order.
pub(super) fn senses(claim: &Claim, pack: &'static Pack) -> Vec<Sense> {
    let figures = super::quantity::open(claim);
    if figures.is_empty() {
        return Vec::new();
    }
    let words = &claim.words;
    let places: Vec<Range<usize>> = figures.iter().map(|f| place(f, words)).collect();
    let update = words.iter().any(|w| class(&w.form, pack) == Some(UPDATE));
    let sense = |at: usize| Sense {
        update,
        whole: at > 0 && is_whole(&claim.text, words, (&places[at - 1], &places[at]), pack),
        ..Sense::default()
    };
    let mut told: Vec<(Sense, [usize; 2])> = (0..places.len())
        .map(|at| (sense(at), [usize::MAX; 2]))
        .collect();
    for (n, word) in words.iter().enumerate() {
        let counted = class(&word.form, pack).filter(|c| ![UPDATE, NONE].contains(c));
        let Some(class) = counted else {
            continue;
        };
        // What became of a part is not told of the whole: of `five of the six were hurt` five were.
        let parts = places
            .iter()
            .enumerate()
            .filter(|(at, _)| !told[*at].0.whole);
        let distances = parts.map(|(at, p)| (at, distance(&claim.text, words, p, n, pack)));
        let nearest = distances.min_by_key(|(at, d)| (*d, std::cmp::Reverse(*at)));
        let Some((at, distance)) = nearest.filter(|(_, d)| *d <= REACH) else {
            continue;
        };
        let (sense, best) = &mut told[at];
        let slot = usize::from(FATES.contains(&class));
        let own = slot == 1 || is_open(figures[at], word, words, pack);
        if own && distance < best[slot] {
            best[slot] = distance;
            *(if slot == 1 {
                &mut sense.fate
            } else {
                &mut sense.kind
            }) = Some(class);
        }
    }
    told.into_iter().map(|(sense, _)| sense).collect()
}

/// Whether a word may say who they are that a figure counts: its own noun says so already, unless that is anybody
/// (`23 demonstrators, a child among them` are demonstrators; `five people, all soldiers`).
fn is_open(figure: &Figure, word: &Word, words: &[Word], pack: &'static Pack) -> bool {
    let inside =
        |w: &Word| w.span.start < figure.about_span.end && figure.about_span.start < w.span.end;
    let mut nouns = words.iter().filter(|w| inside(w));
    // What stands before a figure hardly names what it counts: `in the raid 3 of the gunmen were killed`.
    figure.about.is_empty()
        || figure.about_span.end <= figure.span.start
        || inside(word)
        || nouns.any(|noun| class(&noun.form, pack) == Some(PEOPLE))
}

/// Whether the second of two figures is what the first is a part of: `five of the six`, `14 دولة من أصل 17`.
fn is_whole(
    text: &str,
    words: &[Word],
    (part, whole): (&Range<usize>, &Range<usize>),
    pack: &Pack,
) -> bool {
    let between = part.end..whole.start;
    let is_of = |w: usize| {
        let form = words[w].form.as_str();
        pack.numerals.is_of(form) && (w == between.start || !pack.has(Class::Determiner, form))
    };
    let run_on = || {
        let bytes = words[part.end - 1].span.end..words[whole.start].span.start;
        !is_parted(&text[bytes])
    };
    (1..=BETWEEN).contains(&between.len()) && between.clone().any(is_of) && run_on()
}

/// The words of a figure.
fn place(figure: &Figure, words: &[Word]) -> Range<usize> {
    let first = words.partition_point(|w| w.span.end <= figure.span.start);
    first..words.partition_point(|w| w.span.start < figure.span.end)
}

/// How far a word is from a figure, in words; a sign or a glued conjunction between them counts for more.
fn distance(text: &str, words: &[Word], figure: &Range<usize>, word: usize, pack: &Pack) -> usize {
    let between = if word < figure.start {
        word + 1..figure.start + 1
    } else if word >= figure.end {
        figure.end..word + 1
    } else {
        return 0;
    };
    let parts = |w: usize| {
        let gap = &text[words[w - 1].span.end..words[w].span.start];
        let form = words[w].form.as_str();
        is_parted(gap)
            || pack.has(Class::Coordinator, form)
            || pack.without_conjunction(form).is_some()
    };
    between.clone().count() + PARTED * between.filter(|&w| w > 0 && parts(w)).count()
}

/// What may become of people, where a word says so.
pub(super) fn fate(form: &str, pack: &'static Pack) -> Option<&'static str> {
    class(form, pack).filter(|c| FATES.contains(c))
}

/// The class of a counted word.
pub(super) fn class(form: &str, pack: &'static Pack) -> Option<&'static str> {
    let counted = &pack.numerals.counted;
    let bare = pack.unglued(form);
    std::iter::once(form)
        .chain(bare)
        .find_map(|f| counted.get(f).copied())
}
