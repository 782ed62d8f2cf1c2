//! Recognising that a topic was put aside, in whatever words.

/// Beginnings of what people say when they put a topic aside for later.
const ASIDE: [&str; 33] = [
    "put that aside",
    "put this aside",
    "park that",
    "park this",
    "save that",
    "save it for",
    "hold that thought",
    "keep that for",
    "come back to that",
    "come back to it later",
    "tell me at the end",
    "after the call",
    "at the end of the call",
    "later on that",
    "for the end",
    "until the end",
    "till the end",
    "for later",
    "на конец",
    "на потом",
    "до конца созвона",
    "отлож",
    "оставим это",
    "оставь это",
    "оставьте это",
    "потом расскаж",
    "в конце расскаж",
    "в конце созвона",
    "после созвона",
    "вернемся к этому",
    "к этому вернемся",
    "придерж",
    "не сейчас, потом",
];

/// True if the words put a topic aside for later.
pub fn puts_aside(words: &str) -> bool {
    let lower = words.to_lowercase().replace('ё', "е");
    ASIDE.iter().any(|start| lower.contains(start))
}

#[cfg(test)]
mod tests {
    use super::puts_aside;

    #[test]
    fn aside_in_both_languages() {
        for words in ["Hold that thought, tell me later", "Давай отложим это", "К этому вернёмся"] {
            assert!(puts_aside(words), "{words}");
        }
        assert!(!puts_aside("Let's look at the invoice"));
    }
}
