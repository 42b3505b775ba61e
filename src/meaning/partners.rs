//! How near every left word is to every right word.
//!
//! The same form is the same word; one stem nearly so; a name in another spelling or script likewise; and where the
//! encoder is at hand, words that share no letter meet by their vectors. Numbers meet only as numbers.

use super::Matrix;
use super::dictionary::Dictionary;
use super::vocabulary::Entry;
use crate::language::names::{NameKey, SAME_NAME};

/// Two words of one stem are nearly one word.
const SAME_STEM: f32 = 0.95;
/// Two spellings of one name.
const SAME_SPELLING: f32 = 0.9;
/// A word that is commoner than this is no name (Zipf).
const NAME_ZIPF: f32 = 4.2;
/// Within one script only words that are hardly known can be two spellings of one name.
const SPELLING_ZIPF: f32 = 3.2;
/// Shorter words are alike by chance.
const NAME_LETTERS: usize = 4;
/// Word vectors that are less near than this have nothing to do with each other.
const UNRELATED: f32 = 0.4;
/// What the nearest two different words are worth.
const NEAREST: f32 = 0.8;
/// Words that are commoner than this (Zipf) carry no meaning of their own that a vector could show.
const FUNCTION: f32 = 6.2;

/// The nearness of every left word to every right word, 0 to 1.
pub(super) struct Partners {
    /// By all that is known of the words.
    pub near: Matrix,
    /// Without the encoder: what shares letters.
    pub spelled: Matrix,
}

impl Partners {
    /// Hold every word of one vocabulary against every word of the other.
    pub(super) fn new(left: &[Entry], right: &[Entry], dictionary: Option<&Dictionary>) -> Self {
        let spelled = by_spelling(left, right);
        let near = match dictionary {
            Some(dictionary) => {
                let meant = by_vectors(dictionary, left, right);
                Matrix::from_fn(left.len(), right.len(), |l, r| {
                    spelled.at(l, r).max(meant.at(l, r))
                })
            }
            None => spelled.clone(),
        };
        Partners { near, spelled }
    }
}

/// Whether a word has a meaning that a vector can show.
pub(super) fn is_meaningful(entry: &Entry) -> bool {
    !entry.number && entry.zipf < FUNCTION
}

fn by_spelling(left: &[Entry], right: &[Entry]) -> Matrix {
    let (left_names, right_names) = (names(left), names(right));
    Matrix::from_costly(left.len(), right.len(), |l, r| {
        let (a, b) = (&left[l], &right[r]);
        if a.form == b.form {
            return 1.0;
        }
        if a.number || b.number {
            return 0.0;
        }
        if a.stem == b.stem {
            return SAME_STEM;
        }
        match (&left_names[l], &right_names[r]) {
            (Some(x), Some(y)) if can_be_one(a, b) && x.similarity(y) >= SAME_NAME => SAME_SPELLING,
            _ => 0.0,
        }
    })
}

fn names(entries: &[Entry]) -> Vec<Option<NameKey>> {
    let is_name =
        |e: &Entry| !e.number && e.zipf < NAME_ZIPF && e.form.chars().count() >= NAME_LETTERS;
    entries
        .iter()
        .map(|e| is_name(e).then(|| NameKey::new(&e.form)))
        .collect()
}

/// Across scripts any two rare words can be one name; within one only words that are hardly known.
fn can_be_one(a: &Entry, b: &Entry) -> bool {
    let latin = |e: &Entry| e.form.chars().next().is_some_and(|c| c < '\u{0370}');
    latin(a) != latin(b) || a.zipf < SPELLING_ZIPF && b.zipf < SPELLING_ZIPF
}

fn by_vectors(dictionary: &Dictionary, left: &[Entry], right: &[Entry]) -> Matrix {
    let (of_left, of_right) = (forms(left), forms(right));
    let cosines = dictionary.cosines(&of_left, &of_right);
    let (left_rank, right_rank) = (ranks(left), ranks(right));
    Matrix::from_fn(left.len(), right.len(), |l, r| {
        match (left_rank[l], right_rank[r]) {
            (Some(x), Some(y)) => {
                NEAREST * ((cosines.at(x, y) - UNRELATED) / (1.0 - UNRELATED)).clamp(0.0, 1.0)
            }
            _ => 0.0,
        }
    })
}

/// The words that have a meaning of their own.
fn forms(entries: &[Entry]) -> Vec<&str> {
    let meaningful = entries.iter().filter(|e| is_meaningful(e));
    meaningful.map(|e| e.form.as_str()).collect()
}

/// Where each word stands among those that have a meaning of their own.
fn ranks(entries: &[Entry]) -> Vec<Option<usize>> {
    let mut next = 0;
    let ranks = entries.iter().map(|e| {
        let own = is_meaningful(e).then_some(next);
        next += usize::from(own.is_some());
        own
    });
    ranks.collect()
}
