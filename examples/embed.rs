//! storydiff in a program of yours: `cargo run --example embed`.

use storydiff::{Options, ReadOptions, Verdict, compare, parse};

/// What two reports contradict each other about: the words of the first, the words of the second.
///
/// # Errors
/// When one of them holds no text.
pub fn conflicts(left: &str, right: &str) -> Result<Vec<(String, String)>, storydiff::ReadError> {
    let left = parse(left.as_bytes(), "left", &ReadOptions::default())?;
    let right = parse(right.as_bytes(), "right", &ReadOptions::default())?;
    let comparison = compare(&left, &right, &Options::default());
    let conflicts = comparison
        .findings
        .iter()
        .filter(|f| f.verdict == Verdict::Conflict);
    let differences = conflicts.flat_map(|finding| &finding.differences);
    Ok(differences
        .map(|d| (d.left.clone(), d.right.clone()))
        .collect())
}

fn main() -> Result<(), storydiff::ReadError> {
    let left =
        "The ferry sank on Sunday night near the harbour wall, and 16 passengers were killed.";
    let right =
        "The ferry sank on Sunday night near the harbour wall, and 19 passengers were killed.";
    for (left, right) in conflicts(left, right)? {
        println!("{left} against {right}");
    }
    Ok(())
}
