//! Sound to utterances, all in memory; nothing is written to disk but models.
//!
//! A recording goes through [`transcribe`]. Its parts serve a live call as well:
//!
//! - [`decode`] reads any usual sound file piece by piece, [`resample`] brings it to 16 kHz;
//! - [`vad`] tells where somebody speaks, while the sound comes in;
//! - [`listener`] does that for both sides of a call, tells an echo from its source, and hands out
//!   pieces of speech with their speaker;
//! - [`recognise`] turns a piece into words: Whisper, or what a test puts in its place;
//! - [`models`] fetches and keeps Whisper's weights.
//!
//! What is deliberately absent: guessing the language (it turns Russian into English), translation,
//! and telling speakers apart on one channel.

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

pub use echo::same_words;
pub use error::{Fault, SpeechError};
pub use transcribe::{HearOptions, Progress, transcribe};
