//! What is known of each language, as data: one folder a language, the same tables in the same order.
//!
//! `pack` finds the rules of a language; `words` cuts a text into words with the spelling used for matching
//! (`fold`) and a stem; `frequency::zipf` says how common a word is. Nothing here knows of articles or files.

pub(crate) mod arabic;
pub mod boilerplate;
mod calendar;
mod class;
mod clitics;
mod contrast;
mod countries;
pub mod credit;
mod detect;
mod endings;
pub mod figures;
mod fold;
mod folder;
pub mod frequency;
mod heads;
mod labels;
mod named;
pub mod names;
mod orders;
mod pack;
mod property;
mod stance;
mod statement;
mod stem;
mod stops;
pub(crate) mod table;
mod words;

pub use calendar::month;
pub use class::Class;
pub(crate) use clitics::{BEFORE_NOUNS, Clitic, PARTICLES};
pub use contrast::Contrast;
pub use countries::{Countries, Country};
pub use detect::detect;
pub use fold::fold;
pub(crate) use fold::fold_accents;
pub use heads::{Head, definite_head, exact_head, head};
pub use labels::{Labels, Sense};
pub(crate) use orders::addresses_a_model;
pub use pack::{Connective, CutPosition, Pack, Role, Speech, When, pack};
pub use property::Property;
pub use stance::Stance;
pub use statement::detect_statement;
pub use stops::Stops;
pub(crate) use words::is_plain_letter;
pub use words::{Word, WordKind, words};
