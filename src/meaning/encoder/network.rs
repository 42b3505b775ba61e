//! The forward pass: token ids in, unit vectors out.
//!
//! Multilingual Universal Sentence Encoder, small variant (Yang et al. 2020; an
//! averaging network after Iyyer et al. 2015): each token's embedding passes three
//! branches of two residual n-gram convolutions; embedding and branches are normalised
//! (layer norm), summed over the sentence, divided by the root of its length, and put
//! through four dense layers.
//!
//! Two things are done in another order than in the reference, for speed, and change
//! only rounding:
//! - What the first convolution makes of a token at one place of its window depends on
//!   that token alone. So it is worked out once for each distinct piece of the batch
//!   (`pieces.rs`) and then only added up. Words taken alone, which repeat the pieces of
//!   the sentences they came from, cost little.
//! - The second convolution is one product for each place of the window, over the
//!   tokens that have a neighbour there, so no work goes into the padding around short
//!   texts.
//!
//! Each sentence's sums run in an order of its own (spans of `SPAN` tokens from its
//! start), and matrix products do not depend on the rows around one, so the same text gives
//! the same bits whatever the batch and the number of threads.

use std::{collections::HashSet, ops::Range};

use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use rayon::slice::{ParallelSlice, ParallelSliceMut};

use super::{
    DIMENSIONS,
    convolution::Rows,
    layers::{BRANCH, FEATURES, Layers, NARROW},
    pieces::Pieces,
    table::Table,
};

/// Tokens that are summed before they join their sentence's sum.
const SPAN: usize = 256;
/// Tokens one thread takes at a time, about.
const UNIT: usize = 256;
/// Distinct pieces held at once: 15 kB each.
const DISTINCT: usize = 1024;
/// Sentences of one product in the head.
const HEADS: usize = 128;
/// How far a window reaches from the token it is about.
const REACH: usize = 2;
/// The reference's guard against dividing by zero.
pub(super) const EPSILON: f32 = 1e-12;

/// Consecutive tokens of a sentence.
pub(super) struct Span<'a> {
    sentence: usize,
    /// The whole sentence.
    pub ids: &'a [u32],
    pub start: usize,
    pub end: usize,
}

impl Span<'_> {
    /// The span and what two convolutions can see around it.
    pub fn context(&self) -> Range<usize> {
        let start = self.start.saturating_sub(2 * REACH);
        start..self.ids.len().min(self.end + 2 * REACH)
    }
}

/// The unit vectors of sentences given as token ids, one after another.
pub(super) fn encode(layers: &Layers, table: &Table, sentences: &[Vec<u32>]) -> Vec<f32> {
    layers.widen();
    let spans = cut(sentences);
    let mut sums = vec![0.0; sentences.len() * FEATURES];
    let mut rest = &spans[..];
    while !rest.is_empty() {
        let (count, ids) = batch(rest);
        let (now, later) = rest.split_at(count);
        rest = later;
        let pieces = Pieces::new(layers, table, ids);
        let units: Vec<Vec<f32>> = units(now)
            .par_iter()
            .map(|unit| sum_features(layers, &pieces, unit))
            .collect();
        let all = units.iter().flat_map(|unit| unit.chunks_exact(FEATURES));
        for (span, sum) in now.iter().zip(all) {
            add_to(&mut sums[span.sentence * FEATURES..][..FEATURES], sum);
        }
    }
    let mut vectors = vec![0.0; sentences.len() * DIMENSIONS];
    (vectors.par_chunks_mut(HEADS * DIMENSIONS))
        .zip(sums.par_chunks_mut(HEADS * FEATURES))
        .zip(sentences.par_chunks(HEADS))
        .for_each(|((vectors, sums), sentences)| head(layers, sentences, sums, vectors));
    vectors
}

fn cut(sentences: &[Vec<u32>]) -> Vec<Span<'_>> {
    let spans = sentences.iter().enumerate().flat_map(|(sentence, ids)| {
        (0..ids.len()).step_by(SPAN).map(move |start| {
            let end = ids.len().min(start + SPAN);
            Span {
                sentence,
                ids,
                start,
                end,
            }
        })
    });
    spans.collect()
}

/// How many of the first spans to take at once, and their distinct pieces.
fn batch(spans: &[Span]) -> (usize, Vec<u32>) {
    let mut ids = HashSet::new();
    let mut count = 0;
    for span in spans {
        if count > 0 && ids.len() >= DISTINCT {
            break;
        }
        ids.extend(&span.ids[span.context()]);
        count += 1;
    }
    let mut ids: Vec<u32> = ids.into_iter().collect();
    ids.sort_unstable();
    (count, ids)
}

/// Groups of spans, each work for one thread.
fn units<'a, 'b>(spans: &'b [Span<'a>]) -> Vec<&'b [Span<'a>]> {
    let mut units = Vec::new();
    let mut start = 0;
    let mut tokens = 0;
    for (index, span) in spans.iter().enumerate() {
        tokens += span.end - span.start;
        if tokens >= UNIT || index + 1 == spans.len() {
            units.push(&spans[start..=index]);
            (start, tokens) = (index + 1, 0);
        }
    }
    units
}

/// The sum of each span's normalised features.
fn sum_features(layers: &Layers, pieces: &Pieces, spans: &[Span]) -> Vec<f32> {
    let rows = Rows::new(pieces, spans);
    let mut features = vec![0.0; rows.targets.len() * FEATURES];
    for (&row, features) in rows.targets.iter().zip(features.chunks_exact_mut(FEATURES)) {
        features[..DIMENSIONS].copy_from_slice(pieces.embedding(rows.places[row]));
    }
    for (index, branch) in layers.branches.iter().enumerate() {
        let outcome = rows.convolve(pieces, branch, index);
        let from = DIMENSIONS + index * BRANCH;
        for (outcome, features) in outcome
            .chunks_exact(BRANCH)
            .zip(features.chunks_exact_mut(FEATURES))
        {
            features[from..from + BRANCH].copy_from_slice(outcome);
        }
    }
    let mut sums = vec![0.0; spans.len() * FEATURES];
    let mut features = features.chunks_exact_mut(FEATURES);
    for (span, sum) in spans.iter().zip(sums.chunks_exact_mut(FEATURES)) {
        for token in features.by_ref().take(span.end - span.start) {
            normalise(token);
            add_to(sum, token);
        }
    }
    sums
}

/// The rest of the way: from a sentence's sum of features to its vector.
fn head(layers: &Layers, sentences: &[Vec<u32>], sums: &mut [f32], vectors: &mut [f32]) {
    for (ids, sum) in sentences.iter().zip(sums.chunks_exact_mut(FEATURES)) {
        scale_and_shift(sum, &layers.gain, &layers.shift, ids.len() as f32);
    }
    let mut mean = vec![0.0; vectors.len()];
    layers.pooled.apply(sums, &mut mean, false);
    for (ids, mean) in sentences.iter().zip(mean.chunks_exact_mut(DIMENSIONS)) {
        let length = ids.len() as f32;
        for (value, bias) in mean.iter_mut().zip(&layers.pooled_bias) {
            *value = (*value + bias * length) / length.sqrt();
        }
    }
    let narrow = sentences.len() * NARROW;
    let (mut one, mut two, mut three) =
        (vec![0.0; narrow], vec![0.0; narrow], vec![0.0; mean.len()]);
    layers.d0.apply(&mean, &mut one, false);
    rectify(&mut one);
    layers.p1.apply(&mean, &mut two, false);
    layers.d1.apply(&one, &mut two, true);
    rectify(&mut two);
    layers.d2.apply(&two, &mut three, false);
    rectify(&mut three);
    layers.p3.apply(&two, vectors, false);
    layers.d3.apply(&three, vectors, true);
    for vector in vectors.chunks_exact_mut(DIMENSIONS) {
        vector.iter_mut().for_each(|value| *value = value.tanh());
        let length = sum(vector, |value| value * value).max(EPSILON).sqrt();
        vector.iter_mut().for_each(|value| *value /= length);
    }
}

fn rectify(values: &mut [f32]) {
    values.iter_mut().for_each(|value| *value = value.max(0.0));
}

/// Layer norm without its gain and shift.
pub(super) fn normalise(values: &mut [f32]) {
    let count = values.len() as f32;
    let mean = sum(values, |value| value) / count;
    values.iter_mut().for_each(|value| *value -= mean);
    let variance = sum(values, |value| value * value) / count;
    let scale = 1.0 / (variance + EPSILON).sqrt();
    values.iter_mut().for_each(|value| *value *= scale);
}

/// Layer norm's gain and shift, for the sum of `count` normalised rows.
pub(super) fn scale_and_shift(values: &mut [f32], gain: &[f32], shift: &[f32], count: f32) {
    for ((value, gain), shift) in values.iter_mut().zip(gain).zip(shift) {
        *value = *value * gain + shift * count;
    }
}

/// A sum in sixteen lanes, an order that compilers can put into wide registers.
fn sum(values: &[f32], of: impl Fn(f32) -> f32) -> f32 {
    let mut lanes = [0.0; 16];
    let (chunks, _) = values.as_chunks::<16>();
    for chunk in chunks {
        for (lane, value) in lanes.iter_mut().zip(chunk) {
            *lane += of(*value);
        }
    }
    lanes.iter().sum()
}

/// The scalar product, in the same sixteen lanes.
pub(super) fn dot(a: &[f32; DIMENSIONS], b: &[f32; DIMENSIONS]) -> f32 {
    let mut products = *a;
    products
        .iter_mut()
        .zip(b)
        .for_each(|(value, other)| *value *= other);
    sum(&products, |value| value)
}

/// `total += values`, element by element.
pub(super) fn add_to(total: &mut [f32], values: &[f32]) {
    for (total, value) in total.iter_mut().zip(values) {
        *total += value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layer_norm_has_mean_zero_and_variance_one() {
        let mut values: Vec<f32> = (0..512u16).map(|i| f32::from(i * 37 % 101)).collect();
        normalise(&mut values);
        assert!(sum(&values, |value| value).abs() < 1e-3);
        assert!((sum(&values, |value| value * value) / 512.0 - 1.0).abs() < 1e-4);
    }

    #[test]
    fn spans_cover_each_sentence_and_batches_each_span() {
        let sentences: Vec<Vec<u32>> =
            vec![(0..3000).collect(), vec![1, 2], (0..SPAN as u32).collect()];
        let spans = cut(&sentences);
        for (index, ids) in sentences.iter().enumerate() {
            let own = spans.iter().filter(|span| span.sentence == index);
            assert_eq!(
                own.map(|span| span.end - span.start).sum::<usize>(),
                ids.len()
            );
        }
        let (count, ids) = batch(&spans);
        assert!(count < spans.len() && ids.len() < DISTINCT + SPAN + 4 * REACH);
        assert_eq!(
            units(&spans).iter().map(|unit| unit.len()).sum::<usize>(),
            spans.len()
        );
    }
}
