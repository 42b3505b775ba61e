//! The command line.

#[cfg(unix)]
mod asking;
pub mod environment;
pub mod pager;
pub mod terminal;
