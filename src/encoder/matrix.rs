//! Matrix products: the one place that names the arithmetic crate.
//!
//! faer picks a kernel for the processor it runs on (AVX-512, AVX2 with FMA, NEON,
//! plain). Up to `BLOCK` inner terms it sums in one go and in the same order for each
//! row, so a row's result does not depend on which rows stand around it; longer
//! products are cut here, and a test below holds it to that. matrixmultiply (through
//! ndarray) and gemm were compared: half and a third of faer's speed where AVX-512 is.

use faer::{Accum, MatMut, MatRef, Par, linalg::matmul::matmul, prelude::ReborrowMut};

/// Longest inner dimension in one call.
const BLOCK: usize = 256;

/// Some columns of a row-major matrix.
#[derive(Clone, Copy)]
pub(crate) struct Columns {
    /// Columns of the whole matrix.
    pub of: usize,
    pub start: usize,
    pub count: usize,
}

impl Columns {
    /// All columns of a matrix with `count`.
    pub const fn all(count: usize) -> Self {
        Self {
            of: count,
            start: 0,
            count,
        }
    }
}

/// `out = left × right`, or `out += left × right`. `right` is row-major with as many
/// rows as `left` has columns.
///
/// # Panics
/// When the shapes do not fit: they are fixed by the layers, so that is a bug here.
pub(crate) fn multiply(
    (left, left_columns): (&[f32], Columns),
    right: &[f32],
    (out, out_columns): (&mut [f32], Columns),
    add: bool,
) {
    let rows = left.len() / left_columns.of;
    if rows == 1 {
        // One row alone takes another way through faer, with other rounding.
        let mut twice = [&*out, &*out].concat();
        let both = [left, left].concat();
        multiply((&both, left_columns), right, (&mut twice, out_columns), add);
        out.copy_from_slice(&twice[..out.len()]);
        return;
    }
    let left = MatRef::from_row_major_slice(left, rows, left_columns.of);
    let right = MatRef::from_row_major_slice(right, left_columns.count, out_columns.count);
    let out = MatMut::from_row_major_slice_mut(out, rows, out_columns.of);
    let mut out = out.subcols_mut(out_columns.start, out_columns.count);
    for from in (0..left_columns.count).step_by(BLOCK) {
        let count = BLOCK.min(left_columns.count - from);
        let left = left.subcols(left_columns.start + from, count);
        let right = right.subrows(from, count);
        let keep = if add || from > 0 {
            Accum::Add
        } else {
            Accum::Replace
        };
        matmul(out.rb_mut(), keep, left, right, 1.0, Par::Seq);
    }
}

#[cfg(test)]
#[expect(
    clippy::float_cmp,
    reason = "the same bits are what these tests ask for"
)]
mod tests {
    use super::*;

    /// Numbers without a pattern, the same at each run.
    fn numbers(count: usize) -> Vec<f32> {
        let mut state = 12345u32;
        (0..count)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 8) as f32 / (1 << 24) as f32 - 0.5
            })
            .collect()
    }

    #[test]
    fn a_row_has_the_same_bits_whatever_stands_around_it() {
        for (inner, columns) in [
            (512, 256),
            (256, 256),
            (1280, 512),
            (512, 320),
            (320, 512),
            (320, 320),
        ] {
            let (left, right) = (numbers(70 * inner), numbers(inner * columns));
            let product = |left: &[f32]| {
                let mut out = vec![0.0; left.len() / inner * columns];
                multiply(
                    (left, Columns::all(inner)),
                    &right,
                    (&mut out, Columns::all(columns)),
                    false,
                );
                out
            };
            let whole = product(&left);
            for rows in 1..40 {
                for start in [0, 17, 70 - rows] {
                    let part = product(&left[start * inner..][..rows * inner]);
                    let same = part == whole[start * columns..][..rows * columns];
                    assert!(same, "{rows} rows of {inner}");
                }
            }
        }
    }

    #[test]
    fn columns_of_wider_matrices() {
        let (left, right) = ([1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [1.0, 10.0]);
        let mut out = [7.0; 4];
        let (from, to) = (
            Columns {
                of: 3,
                start: 1,
                count: 2,
            },
            Columns {
                of: 2,
                start: 1,
                count: 1,
            },
        );
        multiply((&left, from), &right, (&mut out, to), false);
        assert_eq!(out, [7.0, 32.0, 7.0, 65.0]);
        multiply((&left, from), &right, (&mut out, to), true);
        assert_eq!(out, [7.0, 64.0, 7.0, 130.0]);
    }
}
