//! A branch's two residual convolutions over the tokens of some spans.

use super::{
    DIMENSIONS,
    layers::{BRANCH, Branch, FEATURES},
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

/// Room for the work on some spans; nothing in it outlives that.
#[derive(Default)]
pub(super) struct Room {
    /// The outcome of the first convolution, for all rows.
    first: Vec<f32>,
    /// The rows at one place of the targets' windows, what the second convolution makes of them, and for which target.
    left: Vec<f32>,
    product: Vec<f32>,
    owners: Vec<usize>,
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

    /// Write what the branch makes of the targets to its columns of their features, which are zeros.
    pub fn convolve(
        &self,
        (branch, index): (&Branch, usize),
        pieces: &Pieces,
        room: &mut Room,
        features: &mut [f32],
    ) {
        self.first((branch, index), pieces, &mut room.first);
        let from = DIMENSIONS + index * BRANCH;
        let own = |target: usize| target * FEATURES + from..target * FEATURES + from + BRANCH;
        self.second(branch, room, |target, product| {
            add_to(&mut features[own(target)], product);
        });
        for (target, &row) in self.targets.iter().enumerate() {
            let before = &room.first[row * BRANCH..][..BRANCH];
            let out = features[own(target)].iter_mut();
            for ((out, bias), before) in out.zip(&branch.second_bias).zip(before) {
                *out = (*out + bias).max(0.0) + before;
            }
        }
    }

    /// The first convolution of all rows, from the products of their pieces.
    fn first(&self, (branch, index): (&Branch, usize), pieces: &Pieces, out: &mut Vec<f32>) {
        out.clear();
        out.reserve(self.places.len() * BRANCH);
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
    }

    /// The second convolution's products, one for each target and each place of its window that holds a token.
    fn second(&self, branch: &Branch, room: &mut Room, mut add: impl FnMut(usize, &[f32])) {
        let Room {
            first,
            left,
            product,
            owners,
        } = room;
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
                .apply_slot(slot, (left, columns), (product, columns));
            for (&target, product) in owners.iter().zip(product.chunks_exact(BRANCH)) {
                add(target, product);
            }
        }
    }

    /// The row at `slot` of the window about `row`, when its context has one there.
    fn neighbour(&self, row: usize, slot: usize, branch: &Branch) -> Option<usize> {
        let (before, after) = self.around[row];
        let there = slot <= after + branch.before && branch.before <= before + slot;
        there.then(|| row + slot - branch.before)
    }
}
