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

use std::{
    collections::HashSet,
    ops::Range,
    sync::{Mutex, PoisonError},
};

use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use rayon::slice::{ParallelSlice, ParallelSliceMut};

use super::{
    DIMENSIONS, Vector,
    convolution::{Room, Rows},
    layers::{FEATURES, Layers, NARROW},
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

/// Room for the work on one unit.
#[derive(Default)]
struct Workroom {
    /// Those of each token.
    features: Vec<f32>,
    room: Room,
}

/// As many rooms as threads work at once, each used again and again: fresh memory for each unit would be mapped and
/// zeroed by the system each time.
#[derive(Default)]
struct Rooms(Mutex<Vec<Workroom>>);

impl Rooms {
    fn lend<T>(&self, work: impl FnOnce(&mut Workroom) -> T) -> T {
        let free = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut room = free().pop().unwrap_or_default();
        let outcome = work(&mut room);
        free().push(room);
        outcome
    }
}

/// The unit vectors of sentences given as token ids, one after another.
pub(super) fn encode(layers: &Layers, table: &Table, sentences: &[Vec<u32>]) -> Vec<Vector> {
    let spans = cut(sentences);
    let mut sums = vec![0.0; sentences.len() * FEATURES];
    let units = by_unit(layers, table, &spans, sum_features);
    let all = units.iter().flat_map(|unit| unit.chunks_exact(FEATURES));
    for (span, sum) in spans.iter().zip(all) {
        add_to(&mut sums[span.sentence * FEATURES..][..FEATURES], sum);
    }
    let mut vectors = vec![[0.0; DIMENSIONS]; sentences.len()];
    (vectors
        .as_flattened_mut()
        .par_chunks_mut(HEADS * DIMENSIONS))
    .zip(sums.par_chunks_mut(HEADS * FEATURES))
    .zip(sentences.par_chunks(HEADS))
    .for_each(|((vectors, sums), sentences)| head(layers, sentences, sums, vectors));
    vectors
}

/// What `of` makes of the tokens' features (rows of `FEATURES` numbers with mean 0 and variance 1), for all tokens of
/// all sentences, one after another.
pub(super) fn states(
    layers: &Layers,
    table: &Table,
    sentences: &[Vec<u32>],
    of: impl Fn(&[f32]) -> Vec<f32> + Sync,
) -> Vec<f32> {
    by_unit(layers, table, &cut(sentences), |_, features| of(features)).concat()
}

/// What `of` makes of some spans and the normalised features of their tokens, for all spans in order.
fn by_unit(
    layers: &Layers,
    table: &Table,
    spans: &[Span],
    of: impl Fn(&[Span], &[f32]) -> Vec<f32> + Sync,
) -> Vec<Vec<f32>> {
    layers.widen();
    let rooms = Rooms::default();
    let mut found = Vec::new();
    let mut rest = spans;
    while !rest.is_empty() {
        let (count, ids) = batch(rest);
        let (now, later) = rest.split_at(count);
        rest = later;
        let pieces = Pieces::new(layers, table, ids);
        let units = units(now);
        let made = units.par_iter().map(|unit| {
            rooms.lend(|Workroom { features, room }| {
                fill_features(layers, &pieces, unit, (features, room));
                of(unit, features)
            })
        });
        found.extend(made.collect::<Vec<_>>());
    }
    found
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

/// The normalised features of the spans' tokens.
fn fill_features(
    layers: &Layers,
    pieces: &Pieces,
    spans: &[Span],
    (features, room): (&mut Vec<f32>, &mut Room),
) {
    let rows = Rows::new(pieces, spans);
    features.clear();
    features.resize(rows.targets.len() * FEATURES, 0.0);
    for (&row, features) in rows.targets.iter().zip(features.chunks_exact_mut(FEATURES)) {
        features[..DIMENSIONS].copy_from_slice(pieces.embedding(rows.places[row]));
    }
    for (index, branch) in layers.branches.iter().enumerate() {
        rows.convolve((branch, index), pieces, room, features);
    }
    features.chunks_exact_mut(FEATURES).for_each(normalise);
}

/// The sum of each span's features.
fn sum_features(spans: &[Span], features: &[f32]) -> Vec<f32> {
    let mut sums = vec![0.0; spans.len() * FEATURES];
    let mut features = features.chunks_exact(FEATURES);
    for (span, sum) in spans.iter().zip(sums.chunks_exact_mut(FEATURES)) {
        for token in features.by_ref().take(span.end - span.start) {
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
        for value in vector.iter_mut() {
            *value = tanh(*value);
        }
        let length = sum(vector, |value| value * value).max(EPSILON).sqrt();
        for value in vector.iter_mut() {
            *value /= length;
        }
    }
}

fn rectify(values: &mut [f32]) {
    for value in values.iter_mut() {
        *value = value.max(0.0);
    }
}

/// The hyperbolic tangent, as Eigen's rational minimax approximation (its
/// `generic_fast_tanh_float`): right to 1e-6, four times as fast as the system's, and
/// the same on every system.
fn tanh(x: f32) -> f32 {
    const ODD: [f32; 7] = [
        -2.760_768_5e-16,
        2.000_188e-13,
        -8.604_672e-11,
        5.122_297e-8,
        1.485_722_4e-5,
        6.372_619e-4,
        4.893_524_6e-3,
    ];
    const EVEN: [f32; 4] = [1.198_258_4e-6, 1.185_347_1e-4, 2.268_434_6e-3, 4.893_525e-3];
    let x = x.clamp(-7.905_311, 7.905_311);
    let square = x * x;
    let polynomial = |terms: &[f32]| terms.iter().fold(0.0, |sum, term| sum * square + term);
    x * polynomial(&ODD) / polynomial(&EVEN)
}

/// Layer norm without its gain and shift.
pub(super) fn normalise(values: &mut [f32]) {
    let count = values.len() as f32;
    let mean = sum(values, |value| value) / count;
    for value in values.iter_mut() {
        *value -= mean;
    }
    let variance = sum(values, |value| value * value) / count;
    let scale = 1.0 / (variance + EPSILON).sqrt();
    for value in values.iter_mut() {
        *value *= scale;
    }
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
    fn tanh_is_near_the_systems() {
        for step in -2000..2000i16 {
            let x = f32::from(step) / 100.0;
            assert!((tanh(x) - x.tanh()).abs() < 1e-6, "{x}");
        }
    }

    #[test]
    fn spans_cover_each_sentence_and_batches_each_span() {
        let sentences: Vec<Vec<u32>> = vec![(0..3000).collect(), vec![1, 2], vec![9; SPAN]];
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
