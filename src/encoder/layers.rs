//! The dense layers, kept as 8-bit codes in the file and widened at their first use.

use std::sync::OnceLock;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::{
    DIMENSIONS, EncoderError,
    container::{Container, Section},
    matrix::{Columns, multiply},
};

/// Width of a branch of n-gram convolutions.
pub(super) const BRANCH: usize = 256;
/// Branches: windows of 2, 3 and 5 tokens.
pub(super) const BRANCHES: usize = 3;
/// Width of a token's features: its embedding and the outcome of each branch.
pub(super) const FEATURES: usize = DIMENSIONS + BRANCHES * BRANCH;
/// Width of the narrow layers of the head.
pub(super) const NARROW: usize = 320;

/// A matrix without a bias.
pub(super) struct Dense {
    codes: Section,
    values: OnceLock<Vec<f32>>,
}

/// The convolutions over windows of one size.
pub(super) struct Branch {
    /// Tokens in a window, and how many of them stand before the one it is about.
    pub window: usize,
    pub before: usize,
    /// Where its window starts when the places of all branches' windows are counted through.
    pub first_slot: usize,
    pub projection: Dense,
    pub first: Dense,
    pub first_bias: Vec<f32>,
    pub second: Dense,
    pub second_bias: Vec<f32>,
}

/// All dense layers; the names are those of the package.
pub(super) struct Layers {
    pub branches: [Branch; BRANCHES],
    /// Those of all branches, one after another.
    pub projection_bias: Vec<f32>,
    pub projection_gain: Vec<f32>,
    pub projection_shift: Vec<f32>,
    pub gain: Vec<f32>,
    pub shift: Vec<f32>,
    pub pooled: Dense,
    pub pooled_bias: Vec<f32>,
    pub d0: Dense,
    pub d1: Dense,
    pub p1: Dense,
    pub d2: Dense,
    pub p3: Dense,
    pub d3: Dense,
}

impl Layers {
    pub fn open(file: &Container) -> Result<Self, EncoderError> {
        let branch = |of: [usize; 3], names| Branch::open(file, of, names);
        Ok(Self {
            branches: [
                branch([2, 0, 0], ["proj2", "w1_2", "b1_2", "w2_2", "b2_2"])?,
                branch([3, 1, 2], ["proj3", "w1_3", "b1_3", "w2_3", "b2_3"])?,
                branch([5, 2, 5], ["proj5", "w1_5", "b1_5", "w2_5", "b2_5"])?,
            ],
            projection_bias: joined(file, ["proj_b2", "proj_b3", "proj_b5"])?,
            projection_gain: joined(file, ["ln_g2", "ln_g3", "ln_g5"])?,
            projection_shift: joined(file, ["ln_b2", "ln_b3", "ln_b5"])?,
            gain: file.floats("ln_g", FEATURES)?,
            shift: file.floats("ln_b", FEATURES)?,
            pooled: Dense::open(file, "cnn_W", FEATURES, DIMENSIONS)?,
            pooled_bias: file.floats("cnn_b", DIMENSIONS)?,
            d0: Dense::open(file, "d0", DIMENSIONS, NARROW)?,
            d1: Dense::open(file, "d1", NARROW, NARROW)?,
            p1: Dense::open(file, "p1", DIMENSIONS, NARROW)?,
            d2: Dense::open(file, "d2", NARROW, DIMENSIONS)?,
            p3: Dense::open(file, "p3", NARROW, DIMENSIONS)?,
            d3: Dense::open(file, "d3", DIMENSIONS, DIMENSIONS)?,
        })
    }

    /// Widen all layers now, on all cores, so that no thread waits for another later.
    pub fn widen(&self) {
        let mut all = vec![
            &self.pooled,
            &self.d0,
            &self.d1,
            &self.p1,
            &self.d2,
            &self.p3,
            &self.d3,
        ];
        all.extend(
            self.branches
                .iter()
                .flat_map(|branch| [&branch.projection, &branch.first, &branch.second]),
        );
        all.par_iter().for_each(|dense| {
            dense.values();
        });
    }
}

fn joined(file: &Container, names: [&'static str; BRANCHES]) -> Result<Vec<f32>, EncoderError> {
    let parts = names.map(|name| file.floats(name, BRANCH));
    parts.into_iter().try_fold(Vec::new(), |mut all, part| {
        all.extend(part?);
        Ok(all)
    })
}

impl Branch {
    fn open(
        file: &Container,
        [window, before, first_slot]: [usize; 3],
        names: [&'static str; 5],
    ) -> Result<Self, EncoderError> {
        let [projection, first, first_bias, second, second_bias] = names;
        Ok(Self {
            window,
            before,
            first_slot,
            projection: Dense::open(file, projection, DIMENSIONS, BRANCH)?,
            first: Dense::open(file, first, window * BRANCH, BRANCH)?,
            first_bias: file.floats(first_bias, BRANCH)?,
            second: Dense::open(file, second, window * BRANCH, BRANCH)?,
            second_bias: file.floats(second_bias, BRANCH)?,
        })
    }
}

impl Dense {
    fn open(
        file: &Container,
        name: &'static str,
        inputs: usize,
        outputs: usize,
    ) -> Result<Self, EncoderError> {
        let codes = file.codes(name)?;
        if (codes.rows, codes.columns) != (inputs, outputs) {
            return Err(EncoderError::Shape(name));
        }
        Ok(Self {
            codes,
            values: OnceLock::new(),
        })
    }

    /// Row-major, one row an input.
    fn values(&self) -> &[f32] {
        self.values.get_or_init(|| {
            let scale = self.codes.scale;
            self.codes
                .bytes
                .iter()
                .map(|&code| f32::from(code.cast_signed()) * scale)
                .collect()
        })
    }

    /// `left × self`, or that added to what `out` holds.
    pub fn apply(&self, left: &[f32], out: &mut [f32], add: bool) {
        let (inputs, outputs) = (
            Columns::all(self.codes.rows),
            Columns::all(self.codes.columns),
        );
        multiply((left, inputs), self.values(), (out, outputs), add);
    }

    /// `left × self`, from and to some columns of wider matrices; of a convolution's
    /// matrix only the rows for the token at `slot` of its window.
    pub fn apply_slot(&self, slot: usize, left: (&[f32], Columns), out: (&mut [f32], Columns)) {
        let size = left.1.count * out.1.count;
        multiply(
            left,
            &self.values()[slot * size..(slot + 1) * size],
            out,
            false,
        );
    }
}
