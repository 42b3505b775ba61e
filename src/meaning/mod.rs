//! How near two texts are in meaning, and why.

pub mod encoder;
