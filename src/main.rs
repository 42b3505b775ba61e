//! The `storydiff` command.
fn main() {}
