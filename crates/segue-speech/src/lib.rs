//! Sound to utterances, all in memory.

pub mod models;
