//! Matrix products: the one place that names the arithmetic crate.
//!
//! ndarray hands them to matrixmultiply, which picks a kernel for the processor it
//! runs on (AVX-512, AVX2 with FMA, NEON, plain). Its sums run over the inner index
//! in the same order for each row, so a row's result does not depend on which rows
//! stand around it; a test below holds it to that.

use ndarray::{ArrayView2, ArrayViewMut2, Axis, Slice, linalg::general_mat_mul};

/// Longest inner dimension in one call: matrixmultiply's own block, past which a
/// product of one row is summed in another order.
const BLOCK: usize = 256;

/// Some columns of a row-major matrix.
#[derive(Clone, Copy)]
pub(super) struct Columns {
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
pub(super) fn multiply(
    (left, left_columns): (&[f32], Columns),
    right: &[f32],
    (out, out_columns): (&mut [f32], Columns),
    add: bool,
) {
    const FITS: &str = "a matrix is a whole number of rows";
    let rows = left.len() / left_columns.of;
    let left = ArrayView2::from_shape((rows, left_columns.of), left).expect(FITS);
    let right = ArrayView2::from_shape((left_columns.count, out_columns.count), right).expect(FITS);
    let mut out = ArrayViewMut2::from_shape((rows, out_columns.of), out).expect(FITS);
    let own = out_columns.start..out_columns.start + out_columns.count;
    let mut out = out.slice_axis_mut(Axis(1), Slice::from(own));
    for from in (0..left_columns.count).step_by(BLOCK) {
        let to = left_columns.count.min(from + BLOCK);
        let own = left_columns.start + from..left_columns.start + to;
        let left = left.slice_axis(Axis(1), Slice::from(own));
        let right = right.slice_axis(Axis(0), Slice::from(from..to));
        let keep = if add || from > 0 { 1.0 } else { 0.0 };
        general_mat_mul(1.0, &left, &right, keep, &mut out);
    }
}

#[cfg(test)]
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
                    assert_eq!(
                        part,
                        whole[start * columns..][..rows * columns],
                        "{rows} rows of {inner}"
                    );
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
