//! How long words take to say.

/// Words in a second of unhurried speech.
pub const WORDS_PER_SECOND: f64 = 2.6;
/// Seconds before the first word.
pub const BREATH: f64 = 0.35;

/// Seconds that so many words take to say.
pub fn seconds_to_say(words: usize) -> f64 {
    words as f64 / WORDS_PER_SECOND + BREATH
}
