//! What no table can hold of Arabic: the shapes of its words.

pub(crate) mod morphology;
