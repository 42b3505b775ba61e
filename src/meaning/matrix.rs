//! A table of numbers, row by row.

use rayon::iter::{IndexedParallelIterator, ParallelIterator};
use rayon::slice::ParallelSliceMut;

/// `rows` × `columns` numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    rows: usize,
    columns: usize,
    cells: Vec<f32>,
}

impl Matrix {
    /// A matrix whose cells are what `cell(row, column)` gives.
    pub fn from_fn(rows: usize, columns: usize, mut cell: impl FnMut(usize, usize) -> f32) -> Self {
        let mut cells = Vec::with_capacity(rows * columns);
        for row in 0..rows {
            for column in 0..columns {
                cells.push(cell(row, column));
            }
        }
        Matrix {
            rows,
            columns,
            cells,
        }
    }

    /// The same where a cell costs much: rows are worked out beside each other.
    pub fn from_costly(
        rows: usize,
        columns: usize,
        cell: impl Fn(usize, usize) -> f32 + Sync,
    ) -> Self {
        let mut cells = vec![0.0; rows * columns];
        let of_rows = cells.par_chunks_mut(columns.max(1)).enumerate();
        of_rows.for_each(|(row, cells)| {
            for (column, here) in cells.iter_mut().enumerate() {
                *here = cell(row, column);
            }
        });
        Matrix {
            rows,
            columns,
            cells,
        }
    }

    /// A matrix of cells that stand row by row.
    ///
    /// # Panics
    /// When there are not `rows` × `columns` cells.
    #[must_use]
    pub fn from_cells(rows: usize, columns: usize, cells: Vec<f32>) -> Self {
        assert_eq!(cells.len(), rows * columns, "a matrix needs all its cells");
        Matrix {
            rows,
            columns,
            cells,
        }
    }

    /// How many rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// How many columns.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// One cell.
    #[must_use]
    pub fn at(&self, row: usize, column: usize) -> f32 {
        self.cells[row * self.columns + column]
    }

    /// The cells of one row.
    pub fn row(&self, row: usize) -> impl Iterator<Item = f32> + '_ {
        self.cells[row * self.columns..(row + 1) * self.columns]
            .iter()
            .copied()
    }

    /// The cells of one column.
    pub fn column(&self, column: usize) -> impl Iterator<Item = f32> + '_ {
        (0..self.rows).map(move |row| self.at(row, column))
    }
}
