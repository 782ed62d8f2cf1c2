//! Practice before the real call: a chatty client who reacts to what one really says, and what each
//! answer was worth.
//!
//! Deterministic and without a clock: the same person, seed and answers give the same talk. Answers are
//! read by the label model and by the phrasebook's turns of phrase; the client is a policy of our own over
//! written stories (`people/`), with a memory of what was said.

mod beginning;
mod client;
mod habits;
mod judge;
mod person;
mod rehearsal;
mod summary;
mod talk;
mod wording;

pub use beginning::{Begun, Nobody, Wishes, begin};
pub use habits::Habits;
pub use judge::Move;
pub use person::{Person, Temper, people};
pub use rehearsal::Rehearsal;
pub use summary::headline;
pub use talk::Turn;
pub use wording::{nothing_to_steer, progress};
