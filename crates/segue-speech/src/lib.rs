//! Sound to utterances, all in memory.

/// Samples a second of all sound that is looked at: 16 kHz, one channel a side.
pub const SAMPLE_RATE: u32 = 16_000;

pub mod decode;
mod error;
pub mod models;
pub mod resample;
pub mod vad;

pub use error::{Fault, SpeechError};
