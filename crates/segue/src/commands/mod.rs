//! One file a subcommand.

pub mod eval;
mod hear;
pub mod live;
pub mod models;
pub mod review;
