//! What is known of each language, as data.

pub mod boilerplate;
pub mod credit;
pub mod detect;
