//! Spoken or written words: personal data that must not reach a log.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Words that somebody said or wrote.
///
/// They are private: `Debug` prints only how many there are, and there is no `Display`, so that a
/// log line or an error message cannot leak them by accident. Serialising them is a decision of the
/// caller (a debrief the user asked for, the store under a keeping rule).
#[derive(Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Words(String);

impl Words {
    /// Wraps a text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself, for showing it to the user it belongs to.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Number of words, split at white space.
    pub fn count(&self) -> usize {
        self.0.split_whitespace().count()
    }

    /// True if there is no text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first `max` words, with an ellipsis if any were left out.
    #[must_use]
    pub fn excerpt(&self, max: usize) -> Self {
        let mut words = self.0.split_whitespace();
        let mut short = words.by_ref().take(max).collect::<Vec<_>>().join(" ");
        if words.next().is_some() {
            short.push('…');
        }
        Self(short)
    }
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "‹{} words›", self.count())
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn words_never_show_in_debug() {
        let shown = format!("{:?} {:#?}", Words::new("my secret"), Some(Words::new("my secret")));
        assert!(!shown.contains("secret"), "{shown}");
        assert!(shown.contains("2 words"));
    }

    #[test]
    fn excerpt_marks_what_it_left_out() {
        assert_eq!(Words::new("a b c").excerpt(2).as_str(), "a b…");
        assert_eq!(Words::new("a b").excerpt(2).as_str(), "a b");
    }
}
