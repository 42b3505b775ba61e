//! All integration tests as one program, so that the library is linked once and not once a file.
//!
//! `cargo test --test it` runs all, `cargo test --test it snapshots` those of one file.

mod support;

mod architecture;
mod batch;
mod browser;
mod cases;
mod cli;
mod desk;
mod docx;
mod embed;
mod fetching;
mod html;
mod invariants;
mod kinds;
mod markdown;
mod names;
mod notes;
mod pages;
mod quality;
mod reader;
mod reading;
mod readme;
mod snapshots;
mod story;
mod table;
mod tagger;
mod terminal;
mod tricky;
mod worksheet;
