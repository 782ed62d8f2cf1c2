//! Lines and drafts in the user's own manner, by a language model that the user runs.
//!
//! The model is not trusted. It is asked with private values left out ([`Masked`]), its answer is read as plain text
//! ([`answer`]), and the answer counts only if it passes [`check_line`] or [`check_draft`]; else the phrasebook's text
//! stays. Nothing is sent here: this crate does no IO. [`Place`] tells whether an address is on this machine.

mod check;
mod facts;
mod fault;
mod mask;
mod phrases;
mod place;
mod reading;
mod request;

pub use check::{check_draft, check_line};
pub use fault::Fault;
pub use mask::Masked;
pub use place::{NoPlace, Place};
pub use request::{Ask, Shape, Unreadable, answer};
