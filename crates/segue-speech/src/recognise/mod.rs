//! Speech → words.

mod doubt;
mod whisper;

use crate::error::SpeechError;
use segue_core::{Lang, Words};
pub use whisper::Whisper;

/// What was heard in one piece of speech.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heard {
    /// The words; empty if nothing was said that can be relied on.
    pub text: Words,
    /// Mean probability of the words, 0 to 1; 0 without words.
    pub confidence: f32,
    /// True if the call is in Russian and the words came out in Latin letters all the same.
    pub latin: bool,
}

/// Turns speech into words. Tests and the live part may put their own in.
pub trait Recogniser {
    /// Hears one piece of speech: samples at 16 kHz from −1 to 1, at most 30 seconds. A piece that
    /// is still growing may be heard again and again.
    ///
    /// # Errors
    /// [`SpeechError::Engine`] if recognition fails inside.
    fn recognise(&mut self, samples: &[f32], lang: Lang) -> Result<Heard, SpeechError>;

    /// Hears several pieces, each for itself; the answers are in the same order.
    ///
    /// # Errors
    /// As [`Recogniser::recognise`].
    fn recognise_all(&mut self, pieces: &[&[f32]], lang: Lang) -> Result<Vec<Heard>, SpeechError> {
        pieces.iter().map(|samples| self.recognise(samples, lang)).collect()
    }
}
