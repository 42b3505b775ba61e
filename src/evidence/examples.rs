//! Every rule against its own examples.
