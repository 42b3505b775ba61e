//! storydiff compares two reports of one story, claim by claim.

pub mod article;
pub mod claim;
pub mod compare;
pub mod meaning;
pub mod report;
