//! The margin: what a pair has above the pairs around it.
//!
//! In one story everything is near everything, so a plain similarity says little. What counts is how far a pair
//! stands above the mean of each one's nearest others (Artetxe and Schwenk 2019, "Margin-based parallel corpus
//! mining"; cross-domain similarity local scaling of Conneau et al. 2018 is the same idea). With it one threshold
//! serves all stories.

use super::Matrix;

/// How many nearest others are looked at.
const NEIGHBOURS: usize = 4;
/// What stands in for others where an article has fewer claims: about how near claims of one story are that have
/// nothing to do with each other. Without it a text of one claim would be its own nearest other.
const BACKGROUND: f32 = 0.3;

/// Each cell less `share` of the mean of its row's and its column's nearest others.
#[must_use]
pub fn margin(similarity: &Matrix, share: f32) -> Matrix {
    let rows: Vec<f32> = (0..similarity.rows())
        .map(|r| nearest(similarity.row(r)))
        .collect();
    let columns: Vec<f32> = (0..similarity.columns())
        .map(|c| nearest(similarity.column(c)))
        .collect();
    Matrix::from_fn(similarity.rows(), similarity.columns(), |r, c| {
        similarity.at(r, c) - share * (rows[r] + columns[c]) / 2.0
    })
}

/// The mean of the greatest values, the background standing in for those that are missing.
fn nearest(values: impl Iterator<Item = f32>) -> f32 {
    let mut sorted: Vec<f32> = values.collect();
    sorted.sort_by(|a, b| b.total_cmp(a));
    sorted.resize(sorted.len().max(NEIGHBOURS), BACKGROUND);
    sorted[..NEIGHBOURS].iter().sum::<f32>() / NEIGHBOURS as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_near_everything_counts_for_less() {
        // Row 0 is near all columns; row 1 only near column 1.
        let similarity = Matrix::from_fn(2, 2, |r, c| if r == 0 || c == 1 { 0.6 } else { 0.0 });
        let margins = margin(&similarity, 0.7);
        assert!(margins.at(1, 1) > margins.at(0, 1));
    }

    #[test]
    fn the_only_pair_is_not_held_against_itself() {
        assert!(margin(&Matrix::from_fn(1, 1, |_, _| 0.6), 0.8).at(0, 0) > 0.2);
    }

    #[test]
    fn nothing_to_compare_is_no_trouble() {
        assert_eq!(margin(&Matrix::from_fn(0, 3, |_, _| 0.0), 0.7).rows(), 0);
    }
}
