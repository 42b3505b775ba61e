//! The command line.

#[cfg(unix)]
mod asking;
pub mod pager;
pub mod terminal;
