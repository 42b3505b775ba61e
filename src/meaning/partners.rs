//! How near every left word is to every right word.
//!
//! The same form is the same word; one stem nearly so; a name in another spelling or script likewise; and where the
//! encoder is at hand, words that share no letter meet by their vectors. Numbers meet only as numbers.

use super::Matrix;
use super::encoder::{Encoder, cosines};
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
pub(super) fn partners(left: &[Entry], right: &[Entry], encoder: Option<&Encoder>) -> Matrix {
    let vectors = encoder.map(|encoder| by_vectors(encoder, left, right));
    let (left_names, right_names) = (names(left), names(right));
    Matrix::from_fn(left.len(), right.len(), |l, r| {
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
        let spelled = match (&left_names[l], &right_names[r]) {
            (Some(x), Some(y)) if can_be_one(a, b) && x.similarity(y) >= SAME_NAME => SAME_SPELLING,
            _ => 0.0,
        };
        let meant = vectors.as_ref().map_or(0.0, |v| v.at(l, r));
        spelled.max(meant)
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

fn by_vectors(encoder: &Encoder, left: &[Entry], right: &[Entry]) -> Matrix {
    let meaningful = |e: &&Entry| !e.number && e.zipf < FUNCTION;
    let forms = |entries: &[Entry]| {
        entries
            .iter()
            .filter(meaningful)
            .map(|e| e.form.clone())
            .collect::<Vec<_>>()
    };
    let (of_left, of_right) = (forms(left), forms(right));
    let vectors = encoder.encode(&[of_left.clone(), of_right.clone()].concat());
    let (a, b) = vectors.split_at(of_left.len());
    let cosines = Matrix::from_cells(a.len(), b.len(), cosines(a, b));
    let rank = |entries: &[Entry]| {
        let mut next = 0;
        let ranks = entries.iter().map(|e| {
            let own = meaningful(&e).then_some(next);
            next += usize::from(own.is_some());
            own
        });
        ranks.collect::<Vec<_>>()
    };
    let (left_rank, right_rank) = (rank(left), rank(right));
    Matrix::from_fn(left.len(), right.len(), |l, r| {
        match (left_rank[l], right_rank[r]) {
            (Some(x), Some(y)) => {
                NEAREST * ((cosines.at(x, y) - UNRELATED) / (1.0 - UNRELATED)).clamp(0.0, 1.0)
            }
            _ => 0.0,
        }
    })
}
