//! What asking has cost so far, and what may still be spent.

/// Requests and tokens of a reader.
///
/// ```
/// use storydiff::reader::Spent;
///
/// assert_eq!(Spent::default().tokens, 0);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spent {
    /// Questions that were answered or given up.
    pub done: usize,
    /// Questions that are to be put in all.
    pub all: usize,
    /// Requests sent, each try one.
    pub requests: usize,
    /// Tokens of questions and answers.
    pub tokens: u64,
    /// Tokens that may still be used.
    pub tokens_left: u64,
}
