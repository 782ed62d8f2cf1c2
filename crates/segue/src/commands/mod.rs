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
use std::io::Read;
use std::path::Path;

/// What comes through standard input, up to so many bytes.
pub fn standard_input(most: u64) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(most).read_to_end(&mut bytes).map_err(|error| Failure::Open("-".into(), error))?;
    Ok(bytes)
}

/// A file that somebody named, whole.
pub fn read_file(path: &Path) -> Result<Vec<u8>, Failure> {
    if path.is_dir() {
        return Err(Failure::IsFolder(path.to_owned()));
    }
    std::fs::read(path).map_err(|error| Failure::Open(path.to_owned(), error))
}
