//! Every line that can be offered, as Fluent, and the choice among them.

mod aside;
mod book;
mod memory;

pub use aside::puts_aside;
pub use book::{Phrasebook, PhrasebookError};
pub use memory::{LineMemory, Outcome, Record};
