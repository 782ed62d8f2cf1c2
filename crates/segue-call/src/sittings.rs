//! Sittings: a chat is split where hours pass in silence.

use segue_core::debrief::Sitting;
use segue_core::{Timing, Utterance};

/// Seconds of silence that end a sitting: two hours.
pub const SITTING_GAP: f64 = 2.0 * 3600.0;

/// Splits a chat; a call is one sitting. Empty without utterances.
pub fn sittings(utterances: &[Utterance], timing: Timing) -> Vec<Sitting> {
    let mut found: Vec<Sitting> = Vec::new();
    for (i, utterance) in utterances.iter().enumerate() {
        match found.last_mut() {
            Some(sitting) if timing != Timing::Chat || utterance.start - utterances[i - 1].end < SITTING_GAP => sitting.to = i,
            _ => found.push(Sitting { from: i, to: i }),
        }
    }
    found
}
