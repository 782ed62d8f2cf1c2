//! Turns of phrase that are looked for in a text, all of them in one pass (Aho and Corasick 1975).

use aho_corasick::{AhoCorasick, AhoCorasickKind};

/// Phrases in lower case, with `е` for `ё` and straight apostrophes, as the texts they are looked for in.
pub(crate) struct Phrases(AhoCorasick);

impl Phrases {
    /// # Panics
    /// If there are more phrases than an automaton holds; those of this program are a few hundred.
    pub fn new(phrases: impl IntoIterator<Item: AsRef<[u8]>>) -> Self {
        Self(AhoCorasick::builder().kind(Some(AhoCorasickKind::DFA)).build(phrases).expect("a few hundred phrases"))
    }

    /// Where phrases stand that begin where a word begins: which phrase, its first byte and the one after its last.
    pub fn begun<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, usize, usize)> + 't {
        let found = self.0.find_overlapping_iter(text).map(|hit| (hit.pattern().as_usize(), hit.start(), hit.end()));
        found.filter(|&(_, from, _)| !text[..from].ends_with(char::is_alphanumeric))
    }

    /// True if a phrase stands in the text with nothing of a word before or after it.
    pub fn stand_in(&self, text: &str) -> bool {
        self.begun(text).any(|(.., to)| !text[to..].starts_with(char::is_alphanumeric))
    }
}

#[cfg(test)]
mod tests {
    use super::Phrases;

    #[test]
    fn phrases_are_found_as_words_even_where_they_overlap() {
        let phrases = Phrases::new(["give me", "me", "сын"]);
        assert_eq!(phrases.begun("give me time").collect::<Vec<_>>(), [(0, 0, 7), (1, 5, 7)]);
        assert!(phrases.stand_in("и сын."));
        assert!(!phrases.stand_in("some сына"));
        assert_eq!(phrases.begun("some сына").count(), 1);
    }
}
