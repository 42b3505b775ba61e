//! The same question to both sides, at once.

/// The answers of the left and of the right side, worked out on two cores where there are two.
pub(super) fn both<T: Send>(
    left: impl FnOnce() -> T + Send,
    right: impl FnOnce() -> T + Send,
) -> [T; 2] {
    rayon::join(left, right).into()
}
