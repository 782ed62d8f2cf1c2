//! One file a subcommand.

pub mod announce;
pub mod calendar;
pub mod client;
pub mod devices;
pub mod eval;
mod hear;
mod letter;
pub mod live;
pub mod mcp;
pub mod models;
pub mod note;
pub mod prepare;
pub mod rehearse;
pub mod reply;
pub mod review;
pub mod simulate;
pub mod store;
pub mod timesheet;
pub mod trend;
pub mod voice;

use crate::message::Failure;
use std::path::Path;

/// A file that somebody named, whole.
pub fn read_file(path: &Path) -> Result<Vec<u8>, Failure> {
    if path.is_dir() {
        return Err(Failure::IsFolder(path.to_owned()));
    }
    std::fs::read(path).map_err(|error| Failure::Open(path.to_owned(), error))
}
