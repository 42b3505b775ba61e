//! What the integration tests share.
#![allow(
    clippy::unwrap_used,
    reason = "a test that meets a broken fixture should stop"
)]

pub mod gold;
