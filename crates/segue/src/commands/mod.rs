//! One file a subcommand.

pub mod eval;
pub mod models;
pub mod review;
