//! SentencePiece's unigram tokenizer (Kudo 2018): the split into pieces of the
//! vocabulary whose scores sum highest, found left to right (Viterbi).
//!
//! It gives the reference's ids, which includes its quirks: control pieces such as
//! `<s>` are found in text, of two equal splits the one with the earlier start wins,
//! and sums are in double precision. The vocabulary is a double array over bytes plus
//! one score a piece, both used in place.

use super::{EncoderError, container::Container, normalise::Normaliser, trie::DoubleArray};

const UNKNOWN: u32 = 0;
const BEGIN: u32 = 1;
const END: u32 = 2;
/// What SentencePiece takes off the lowest score for a letter outside the vocabulary.
const UNKNOWN_PENALTY: f64 = 10.0;

/// The vocabulary.
pub(super) struct Tokenizer {
    normaliser: Normaliser,
    pieces: DoubleArray,
    scores: &'static [[u8; 4]],
    unknown_score: f64,
}

/// The best way to reach one place of the text.
#[derive(Clone, Copy)]
struct Step {
    score: f64,
    start: usize,
    piece: u32,
}

impl Tokenizer {
    pub fn open(container: &Container) -> Result<Self, EncoderError> {
        let scores = container.raw_floats("piece scores")?;
        let lowest = scores
            .iter()
            .map(|&bytes| f32::from_le_bytes(bytes))
            .fold(0.0, f32::min);
        Ok(Self {
            normaliser: Normaliser {
                map: DoubleArray(container.words("character map")?),
                replacements: container.bytes("replacements")?,
            },
            pieces: DoubleArray(container.words("pieces")?),
            scores,
            unknown_score: f64::from(lowest) - UNKNOWN_PENALTY,
        })
    }

    /// The ids of the text's pieces, between the marks of its begin and end.
    pub fn encode(&self, text: &str) -> Vec<u32> {
        let text = self.normaliser.normalise(text);
        let mut ids = vec![END];
        let steps = self.best_steps(&text);
        let mut place = text.len();
        while place > 0 {
            ids.push(steps[place].piece);
            place = steps[place].start;
        }
        if text.is_empty() {
            ids.push(UNKNOWN);
        }
        ids.push(BEGIN);
        ids.reverse();
        ids
    }

    fn best_steps(&self, text: &[u8]) -> Vec<Step> {
        let unreached = Step {
            score: f64::NEG_INFINITY,
            start: 0,
            piece: UNKNOWN,
        };
        let mut steps = vec![unreached; text.len() + 1];
        steps[0].score = 0.0;
        let mut start = 0;
        while start < text.len() {
            let letter = letter_length(text, start);
            let base = steps[start].score;
            let mut single = false;
            let mut reach = |length: usize, piece: u32, score: f64| {
                let step = &mut steps[start + length];
                if base + score > step.score {
                    *step = Step {
                        score: base + score,
                        start,
                        piece,
                    };
                }
            };
            self.pieces.prefixes(&text[start..], |length, piece| {
                single |= length == letter;
                reach(length, piece, self.score(piece));
            });
            if !single {
                reach(letter, UNKNOWN, self.unknown_score);
            }
            start += letter;
        }
        steps
    }

    fn score(&self, piece: u32) -> f64 {
        let bytes = self.scores.get(piece as usize).copied().unwrap_or_default();
        f64::from(f32::from_le_bytes(bytes))
    }
}

/// Bytes of the letter that starts at `start`.
fn letter_length(text: &[u8], start: usize) -> usize {
    let follow = text[start + 1..]
        .iter()
        .take_while(|&&byte| byte & 0xC0 == 0x80)
        .count();
    1 + follow
}
