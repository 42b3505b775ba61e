//! storydiff compares two reports of one story, claim by claim.
//!
//! Which statements do both outlets make, in other words? What does one of them add, and where can both not be right?
//! It works offline, with rules for Arabic, English, French, German, Russian, Spanish and Turkish and generic ones for
//! other languages.
//!
//! ```
//! use storydiff::{Format, Options, ReadOptions, View, compare, parse, render};
//!
//! let left = parse(b"The ferry sank on Sunday with 16 people on board.", "left.txt", &ReadOptions::default())?;
//! let right = parse(b"A ferry with 16 people on board sank on Sunday.", "right.txt", &ReadOptions::default())?;
//! let comparison = compare(&left, &right, &Options::default());
//! assert_eq!(comparison.findings.len(), 1);
//! print!("{}", render(&comparison, Format::Table, &View::default()));
//! # Ok::<(), storydiff::ReadError>(())
//! ```
//!
//! The way of the data is one of the modules: [`article`] (bytes to paragraphs), [`claim`] (paragraphs to claims),
//! `meaning` (how near claims are, and why), [`mod@compare`] (links and verdicts), [`story`] (more than two
//! outlets), [`report`] (what is shown), with
//! `language` as data for all of them, and [`cli`] around them.

/// The examples of the README, so that they are compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

pub mod article;
pub mod claim;
pub mod cli;
pub mod compare;
mod evidence;
// Steps in between: no part of what is promised, and open only to this project's tests, benches and tools.
#[doc(hidden)]
pub mod encoder;
#[doc(hidden)]
pub mod language;
#[doc(hidden)]
pub mod meaning;
pub mod model;
pub mod reader;
pub mod report;
pub mod story;

pub use article::{Article, Note, ReadError, ReadOptions, parse, read};
pub use compare::{Desk, JudgeOptions, Judgement, Lock, Options, Place, compare, judge, judge_all};
pub use model::{Comparison, Encoding, Verdict};
pub use reader::{Chat, ChatOptions, Reader, ReaderError, SecondReader};
pub use report::{
    Bidi, Format, Layout, Sheet, Ui, View, docx, render, render_story, story_docx, story_worksheet,
    worksheet,
};
pub use story::{StoryTable, tell};

// What the command line needs besides.
pub(crate) use article::{PairFiles, has_ending, length, mended_json, open, pairs};
pub(crate) use encoder::{Encoder, MODEL as ENCODER};
pub(crate) use reader::{Question, Recorder, Replay, Reply, Scope, Spent};
pub(crate) use report::worksheet as sheets;
pub(crate) use report::{index, lines};
