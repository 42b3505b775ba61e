//! The forward pass: units in; for each what it is, and for units of content who is their source.
//!
//! A projection of the encoder's states, residual blocks of dilated convolutions (Strubell et al. 2017, "Fast and
//! Accurate Entity Recognition with Iterated Dilated Convolutions") with gated linear units (Dauphin et al. 2017), which
//! see 63 units on each side, and a bilinear scorer between a unit of content and the units that may be its source, in
//! the manner of a pointer network (Vinyals et al. 2015).

use super::super::passage::Passage;
use super::unit::{FLAGS, Unit, pieces};
use super::weights::{ANSWERS, DILATIONS, DISTANCES, Dense, LINK, Norm, WIDTH, Weights};
use crate::encoder::matrix::{Columns, multiply};
use crate::encoder::{Encoder, STATE};

/// How many paragraphs back a source may stand.
pub const REACH: usize = 3;
/// The guard against dividing by zero in a layer norm, as the training has it.
const EPSILON: f32 = 1e-5;

/// What the tagger makes of each unit.
pub struct Tags {
    /// Rows of [`ANSWERS`] scores.
    pub answers: Vec<f32>,
    asks: Vec<f32>,
    offers: Vec<f32>,
}

/// Tag the units of an article.
pub fn tag(weights: &Weights, encoder: &Encoder, passages: &[&Passage], units: &[Unit]) -> Tags {
    let (texts, own) = pieces(encoder, passages, units);
    let projected = encoder.states(&texts, |states| {
        let mut out = vec![0.0; states.len() / STATE * WIDTH];
        product(
            (states, STATE),
            &weights.projection.weights,
            &mut out,
            false,
        );
        out
    });
    let mut hidden = Vec::with_capacity(units.len() * WIDTH);
    for (unit, own) in units.iter().zip(own) {
        let count = own.len() as f32;
        let mut row = weights.projection.bias.clone();
        for piece in projected[own.start * WIDTH..own.end * WIDTH].chunks_exact(WIDTH) {
            row.iter_mut()
                .zip(piece)
                .for_each(|(sum, value)| *sum += value / count);
        }
        for flag in (0..FLAGS).filter(|&flag| unit.flags[flag] > 0.5) {
            let known = &weights.flags[flag * WIDTH..][..WIDTH];
            row.iter_mut()
                .zip(known)
                .for_each(|(sum, value)| *sum += value);
        }
        hidden.extend(row.into_iter().map(f32::tanh));
    }
    for (block, dilation) in weights.blocks.iter().zip(DILATIONS) {
        let normed = normalised(&hidden, &block.norm);
        convolve(&normed, &block.convolution, dilation, &mut hidden);
    }
    let hidden = normalised(&hidden, &weights.norm);
    Tags {
        answers: dense(&hidden, &weights.answers),
        asks: dense(&hidden, &weights.asks),
        offers: dense(&hidden, &weights.offers),
    }
}

impl Tags {
    /// How likely a unit is part of what somebody is said to say, 0 to 1.
    pub fn content(&self, unit: usize) -> f32 {
        sigmoid(self.answers[unit * ANSWERS])
    }

    /// Whether a unit is no source, begins one, or goes on with one.
    pub fn source(&self, unit: usize) -> usize {
        let scores = &self.answers[unit * ANSWERS + 1..][..3];
        (0..3).fold(
            0,
            |best, at| if scores[at] > scores[best] { at } else { best },
        )
    }

    /// How likely a unit is part of a cue, 0 to 1.
    pub fn cue(&self, unit: usize) -> f32 {
        sigmoid(self.answers[unit * ANSWERS + 4])
    }

    /// How likely each unit of `among` is the source of what `unit` is part of; what is missing to 1 is the chance that
    /// none in sight is.
    pub fn sources(
        &self,
        weights: &Weights,
        unit: usize,
        among: std::ops::Range<usize>,
    ) -> Vec<f32> {
        let asks = &self.asks[unit * LINK..][..LINK];
        let score = |other: usize| {
            let offers = &self.offers[other * LINK..][..LINK];
            let fit: f32 = asks.iter().zip(offers).map(|(a, b)| a * b).sum();
            fit / (LINK as f32).sqrt()
                + self.answers[other * ANSWERS + ANSWERS - 1]
                + weights.distance[distance(unit, other)]
        };
        let none = self.answers[unit * ANSWERS + ANSWERS - 2];
        let scores: Vec<f32> = among.map(score).collect();
        let highest = scores.iter().copied().fold(none, f32::max);
        let sum: f32 =
            scores.iter().map(|s| (s - highest).exp()).sum::<f32>() + (none - highest).exp();
        scores.iter().map(|s| (s - highest).exp() / sum).collect()
    }
}

/// Which step of distance lies between two units: finer where they are near, those before apart from those behind.
fn distance(unit: usize, other: usize) -> usize {
    const STEPS: f32 = 1.6;
    let apart = unit.abs_diff(other).max(1) as f32;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "0 to 102"
    )]
    let step = ((apart.log2() * STEPS) as usize).min(DISTANCES - 1);
    if other < unit { DISTANCES + step } else { step }
}

fn sigmoid(value: f32) -> f32 {
    1.0 / (1.0 + (-value).exp())
}

fn product((left, inputs): (&[f32], usize), right: &[f32], out: &mut [f32], add: bool) {
    let columns = (Columns::all(inputs), Columns::all(right.len() / inputs));
    multiply((left, columns.0), right, (out, columns.1), add);
}

fn dense(left: &[f32], layer: &Dense) -> Vec<f32> {
    let rows = left.len() / WIDTH;
    let mut out = layer.bias.repeat(rows);
    product((left, WIDTH), &layer.weights, &mut out, true);
    out
}

fn normalised(rows: &[f32], norm: &Norm) -> Vec<f32> {
    let mut out = Vec::with_capacity(rows.len());
    for row in rows.chunks_exact(WIDTH) {
        let mean = row.iter().sum::<f32>() / WIDTH as f32;
        let variance = row.iter().map(|v| (v - mean) * (v - mean)).sum::<f32>() / WIDTH as f32;
        let scale = 1.0 / (variance + EPSILON).sqrt();
        let scaled = row.iter().zip(&norm.gain).zip(&norm.shift);
        out.extend(scaled.map(|((v, gain), shift)| (v - mean) * scale * gain + shift));
    }
    out
}

/// Add to each row what the gated convolution makes of it and of those `dilation` before and behind.
fn convolve(rows: &[f32], layer: &Dense, dilation: usize, hidden: &mut [f32]) {
    let count = rows.len() / WIDTH;
    let mut out = layer.bias.repeat(count);
    let (slot, wide) = (WIDTH * 2 * WIDTH, 2 * WIDTH);
    let near = dilation.min(count);
    let (before, own, behind) = (
        &layer.weights[..slot],
        &layer.weights[slot..2 * slot],
        &layer.weights[2 * slot..],
    );
    product((rows, WIDTH), own, &mut out, true);
    if count > near {
        product(
            (&rows[..(count - near) * WIDTH], WIDTH),
            before,
            &mut out[near * wide..],
            true,
        );
        product(
            (&rows[near * WIDTH..], WIDTH),
            behind,
            &mut out[..(count - near) * wide],
            true,
        );
    }
    for (hidden, out) in hidden.chunks_exact_mut(WIDTH).zip(out.chunks_exact(wide)) {
        let (values, gates) = out.split_at(WIDTH);
        for ((hidden, value), gate) in hidden.iter_mut().zip(values).zip(gates) {
            *hidden += value * sigmoid(*gate);
        }
    }
}
