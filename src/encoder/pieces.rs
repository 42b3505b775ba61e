//! What depends on a single piece of the vocabulary: its embedding, its projection into
//! each branch, and what the first convolution makes of it at each place of its window.

use rayon::iter::{IndexedParallelIterator, ParallelIterator};
use rayon::slice::{ParallelSlice, ParallelSliceMut};

use super::{
    DIMENSIONS,
    layers::{BRANCH, BRANCHES, Layers},
    matrix::Columns,
    network::{add_to, normalise, scale_and_shift},
    table::Table,
};

/// Places in the windows of all branches.
const SLOTS: usize = 2 + 3 + 5;
const PROJECTED: usize = BRANCHES * BRANCH;
const PRODUCTS: usize = SLOTS * BRANCH;
/// Pieces one thread takes at a time.
const UNIT: usize = 128;

/// The pieces of a batch, by their place among its ids.
pub(super) struct Pieces {
    ids: Vec<u32>,
    embeddings: Vec<f32>,
    projected: Vec<f32>,
    products: Vec<f32>,
}

impl Pieces {
    /// `ids` sorted, each once.
    pub fn new(layers: &Layers, table: &Table, ids: Vec<u32>) -> Self {
        let mut embeddings = vec![0.0; ids.len() * DIMENSIONS];
        let mut projected = vec![0.0; ids.len() * PROJECTED];
        let mut products = vec![0.0; ids.len() * PRODUCTS];
        (ids.par_chunks(UNIT))
            .zip(embeddings.par_chunks_mut(UNIT * DIMENSIONS))
            .zip(projected.par_chunks_mut(UNIT * PROJECTED))
            .zip(products.par_chunks_mut(UNIT * PRODUCTS))
            .for_each(|(((ids, embeddings), projected), products)| {
                for (&id, row) in ids.iter().zip(embeddings.chunks_exact_mut(DIMENSIONS)) {
                    table.row(id, row);
                }
                fill(layers, embeddings, projected, products);
            });
        Self {
            ids,
            embeddings,
            projected,
            products,
        }
    }

    /// The place of a piece that is in the batch.
    pub fn place(&self, id: u32) -> usize {
        self.ids.partition_point(|&other| other < id)
    }

    pub fn embedding(&self, place: usize) -> &[f32] {
        &self.embeddings[place * DIMENSIONS..][..DIMENSIONS]
    }

    pub fn projected(&self, place: usize, branch: usize) -> &[f32] {
        &self.projected[place * PROJECTED + branch * BRANCH..][..BRANCH]
    }

    /// `slot` counts through the windows of all branches.
    pub fn product(&self, place: usize, slot: usize) -> &[f32] {
        &self.products[place * PRODUCTS + slot * BRANCH..][..BRANCH]
    }
}

/// Projections and products of some pieces.
fn fill(layers: &Layers, embeddings: &[f32], projected: &mut [f32], products: &mut [f32]) {
    let own = |branch: usize| Columns {
        of: PROJECTED,
        start: branch * BRANCH,
        count: BRANCH,
    };
    for (index, branch) in layers.branches.iter().enumerate() {
        let embeddings = (embeddings, Columns::all(DIMENSIONS));
        branch
            .projection
            .apply_slot(0, embeddings, (projected, own(index)));
    }
    for row in projected.chunks_exact_mut(PROJECTED) {
        add_to(row, &layers.projection_bias);
        // Over the branches together, as the reference does.
        normalise(row);
        scale_and_shift(row, &layers.projection_gain, &layers.projection_shift, 1.0);
    }
    for (index, branch) in layers.branches.iter().enumerate() {
        for slot in 0..branch.window {
            let start = (branch.first_slot + slot) * BRANCH;
            let out = Columns {
                of: PRODUCTS,
                start,
                count: BRANCH,
            };
            branch
                .first
                .apply_slot(slot, (projected, own(index)), (products, out));
        }
    }
}
