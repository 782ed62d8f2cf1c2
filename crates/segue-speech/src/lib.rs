//! Sound to utterances, all in memory.

/// Samples a second of all sound that is looked at: 16 kHz, one channel a side.
pub const SAMPLE_RATE: u32 = 16_000;

pub mod decode;
mod echo;
mod error;
pub mod listener;
pub mod models;
pub mod recognise;
pub mod resample;
mod transcribe;
pub mod vad;

pub use error::{Fault, SpeechError};
pub use transcribe::{Progress, transcribe};
