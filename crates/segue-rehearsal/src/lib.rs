//! Practice before the real call: a chatty client who reacts to what one really says, and what each
//! answer was worth.
//!
//! Deterministic and without a clock: the same person, seed and answers give the same talk. Answers are
//! read by the label model and by the phrasebook's turns of phrase; the client is a policy of our own over
//! written stories (`people/`), with a memory of what was said.

mod client;
mod judge;
mod person;
mod summary;
mod talk;

pub use judge::Move;
pub use person::{Person, Temper, next_person, people, times_with};
pub use summary::headline;
pub use talk::{Rehearsal, Turn};
