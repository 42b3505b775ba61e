//! storydiff compares two reports of one story, claim by claim.

pub mod article;
pub mod claim;
pub mod cli;
pub mod compare;
pub mod language;
pub mod meaning;
pub mod report;

pub use article::{Article, ReadError, ReadOptions, parse, read};
pub use compare::{Comparison, Options, Verdict, compare};
pub use report::{Bidi, Format, Layout, View, render};
