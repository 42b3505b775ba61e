//! Data about languages: phrase tables, word frequencies, names across scripts.

pub mod frequency;
pub mod names;
