//! What a figure is a tally of: the dead, the hurt, the arrested; soldiers, children, companies.
//!
//! Classes of counted words stand in tables, so that `قتيلا` meets `dead`. A word tells of the figure whose noun it is,
//! or to which it is nearest without another figure between.

use crate::claim::{Claim, Figure};
use crate::language::{Pack, Word, figures::unglued, words};

/// How far from a figure the word may stand that says what became of those counted.
const REACH: usize = 6;
/// What may become of people; the other classes say who or what they are.
const FATES: [&str; 6] = ["dead", "hurt", "missing", "arrested", "saved", "displaced"];
/// The class of words that say a figure has moved on.
const UPDATE: &str = "update";
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
}

impl Sense {
    /// Whether two figures cannot be of one thing.
    pub(super) fn speaks_against(&self, other: &Sense) -> bool {
        let differ =
            |a: Option<&str>, b: Option<&str>| matches!((a, b), (Some(a), Some(b)) if a != b);
        let named = |s: &Sense| s.kind.filter(|k| *k != PEOPLE);
        differ(self.fate, other.fate) || differ(named(self), named(other))
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
    let words = words(&claim.text, pack);
    let figures = super::figures::open(claim);
    figures
        .iter()
        .map(|figure| sense(figure, &figures, &words, pack))
        .collect()
}

fn sense(figure: &Figure, all: &[&Figure], words: &[Word], pack: &'static Pack) -> Sense {
    let first = words.partition_point(|w| w.span.end <= figure.span.start);
    let last = words.partition_point(|w| w.span.start < figure.span.end);
    let foreign = |w: usize| {
        all.iter().any(|f| {
            f.span != figure.span
                && f.span.start < words[w].span.end
                && words[w].span.start < f.span.end
        })
    };
    let behind = (last..words.len().min(last + REACH)).take_while(|&w| !foreign(w));
    let before = (first.saturating_sub(REACH)..first)
        .rev()
        .take_while(|&w| !foreign(w));
    let own = (first..last).chain(behind.clone().take(1));
    let mut sense = Sense::default();
    for word in own.chain(before.take(3)).chain(behind) {
        let Some(class) = class(&words[word].form, pack) else {
            continue;
        };
        if FATES.contains(&class) {
            sense.fate = sense.fate.or(Some(class));
        } else if class != UPDATE {
            sense.kind = sense.kind.or(Some(class));
        }
    }
    sense.update = words.iter().any(|w| class(&w.form, pack) == Some(UPDATE));
    sense
}

fn class(form: &str, pack: &'static Pack) -> Option<&'static str> {
    let counted = &pack.numerals.counted;
    let bare = unglued(form).filter(|_| pack.numerals.glued);
    std::iter::once(form)
        .chain(bare)
        .find_map(|f| counted.get(f).copied())
}
