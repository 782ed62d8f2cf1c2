//! One file a subcommand.

pub mod announce;
pub mod calendar;
pub mod client;
pub mod eval;
mod hear;
mod letter;
pub mod models;
pub mod note;
pub mod prepare;
pub mod review;
pub mod simulate;
pub mod timesheet;
pub mod trend;
