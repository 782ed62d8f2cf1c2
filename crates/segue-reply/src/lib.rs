//! A client's message: read, understood sentence by sentence, and answered with drafts.
//!
//! - [`read`] takes bytes (a mail, a pasted chat, plain text) and gives the [`Message`]: the client's own
//!   words, without quoted history, signatures and headers.
//! - [`understand`] says of each sentence what it is and what it needs: an answer, one warm sentence, or care.
//! - [`drafts`] writes two or three answers from the phrasebook; [`faults`] is what every draft must pass.
//!
//! The crate does no IO, reads no clock and draws no random numbers. Words are never printed by accident.

mod address;
mod dates;
mod draft;
mod extent;
mod message;
mod patterns;
mod rules;
mod sentences;
mod understand;

pub use address::address_of;
pub use dates::dates;
pub use draft::{Draft, DraftKind, Manners, drafts, name_for_draft};
pub use extent::Extent;
pub use message::{Channel, Message, MessageError, Wishes, read, said};
pub use rules::{Fault, faults};
pub use sentences::sentences;
pub use understand::{Ask, AskKind, Despair, Mood, Need, Sentence, Understood, understand};
