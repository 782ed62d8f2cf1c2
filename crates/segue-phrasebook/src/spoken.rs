//! How long a line takes to say.

use segue_core::{BREATH, WORDS_PER_SECOND};

/// Longest line in seconds.
pub const MOST_SECONDS: f64 = 6.0;

/// Seconds it takes to say a text: its words at 2.6 a second and a breath before.
pub fn seconds_to_say(text: &str) -> f64 {
    segue_core::seconds_to_say(words(text))
}

/// Words that must go so that a text of `count` words can be said in [`MOST_SECONDS`].
pub(crate) fn words_too_many(count: usize) -> usize {
    count.saturating_sub(((MOST_SECONDS - BREATH) * WORDS_PER_SECOND) as usize)
}

/// Words of a text as they are spoken; a number counts for two ("twenty five").
pub(crate) fn words(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(|word| if word.chars().all(|c| !c.is_alphabetic()) { 2 } else { 1 })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_are_no_words_and_numbers_are_two() {
        for (text, count) in [("", 0), ("Это — работа.", 2), ("We have 25 minutes.", 5), ("Hi!", 1)] {
            assert_eq!(words(text), count, "{text}");
        }
    }

    #[test]
    fn fourteen_words_fit_and_fifteen_do_not() {
        assert!(seconds_to_say(&"word ".repeat(14)) < MOST_SECONDS);
        assert!(seconds_to_say(&"word ".repeat(15)) > MOST_SECONDS);
        assert_eq!((words_too_many(14), words_too_many(16)), (0, 2));
    }
}
