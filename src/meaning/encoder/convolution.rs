//! A branch's two residual convolutions over the tokens of some spans.

use super::{
    layers::{BRANCH, Branch},
    matrix::Columns,
    network::{Span, add_to},
    pieces::Pieces,
};

/// The tokens of some spans, each with what two convolutions can see around it. Rows at
/// the edge of a context that is not its sentence's edge come out wrong; the spans'
/// own tokens are too far away to see them.
pub(super) struct Rows {
    /// Place of each row's piece in the batch.
    pub places: Vec<usize>,
    /// How many rows of its context stand before and after each row.
    around: Vec<(usize, usize)>,
    /// The rows of the spans' own tokens.
    pub targets: Vec<usize>,
}

impl Rows {
    pub fn new(pieces: &Pieces, spans: &[Span]) -> Self {
        let mut rows = Self {
            places: Vec::new(),
            around: Vec::new(),
            targets: Vec::new(),
        };
        for span in spans {
            let context = span.context();
            let first = rows.places.len();
            let own = first + span.start - context.start..first + span.end - context.start;
            rows.targets.extend(own);
            rows.places
                .extend(span.ids[context.clone()].iter().map(|&id| pieces.place(id)));
            rows.around
                .extend((0..context.len()).map(|row| (row, context.len() - 1 - row)));
        }
        rows
    }

    /// What the branch makes of the targets.
    pub fn convolve(&self, pieces: &Pieces, branch: &Branch, index: usize) -> Vec<f32> {
        let first = self.first(pieces, branch, index);
        let mut out = self.second(branch, &first);
        for (&row, out) in self.targets.iter().zip(out.chunks_exact_mut(BRANCH)) {
            let before = &first[row * BRANCH..][..BRANCH];
            for ((out, bias), before) in out.iter_mut().zip(&branch.second_bias).zip(before) {
                *out = (*out + bias).max(0.0) + before;
            }
        }
        out
    }

    /// The first convolution of all rows, from the products of their pieces.
    fn first(&self, pieces: &Pieces, branch: &Branch, index: usize) -> Vec<f32> {
        let mut out = Vec::with_capacity(self.places.len() * BRANCH);
        for (row, &place) in self.places.iter().enumerate() {
            let mut values = [0.0; BRANCH];
            values.copy_from_slice(&branch.first_bias);
            for slot in 0..branch.window {
                if let Some(other) = self.neighbour(row, slot, branch) {
                    let product = pieces.product(self.places[other], branch.first_slot + slot);
                    add_to(&mut values, product);
                }
            }
            let projected = pieces.projected(place, index);
            out.extend(
                values
                    .iter()
                    .zip(projected)
                    .map(|(value, own)| value.max(0.0) + own),
            );
        }
        out
    }

    /// The second convolution's products, summed over the window, for the targets.
    fn second(&self, branch: &Branch, first: &[f32]) -> Vec<f32> {
        let mut out = vec![0.0; self.targets.len() * BRANCH];
        let (mut left, mut owners, mut product) = (Vec::new(), Vec::new(), Vec::new());
        for slot in 0..branch.window {
            left.clear();
            owners.clear();
            for (target, &row) in self.targets.iter().enumerate() {
                if let Some(other) = self.neighbour(row, slot, branch) {
                    left.extend_from_slice(&first[other * BRANCH..][..BRANCH]);
                    owners.push(target);
                }
            }
            product.resize(left.len(), 0.0);
            let columns = Columns::all(BRANCH);
            branch
                .second
                .apply_slot(slot, (&left, columns), (&mut product, columns));
            for (&target, product) in owners.iter().zip(product.chunks_exact(BRANCH)) {
                add_to(&mut out[target * BRANCH..][..BRANCH], product);
            }
        }
        out
    }

    /// The row at `slot` of the window about `row`, when its context has one there.
    fn neighbour(&self, row: usize, slot: usize, branch: &Branch) -> Option<usize> {
        let (before, after) = self.around[row];
        let there = slot <= after + branch.before && branch.before <= before + slot;
        there.then(|| row + slot - branch.before)
    }
}
