//! Text → label probabilities and flags, live (past only) or with the whole call in view.
//!
//! The model is small and embedded: word vectors distilled from a multilingual teacher, a table of
//! words and pairs learned from labelled calls, and a recurrent layer over the turns.

pub mod features;
mod flags;
mod grave;
mod model;
mod net;
pub mod project;
mod reading;
pub mod tokens;

pub use model::{FORMAT, MODEL_FLAGS, Model, ModelError};
pub use reading::{LiveReader, LiveReading, Said, Setting, label_of, read_whole};
