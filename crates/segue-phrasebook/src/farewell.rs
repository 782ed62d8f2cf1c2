//! Whether somebody says goodbye: "see you on Thursday then" does, "it is due until Thursday" does not.

use crate::sources;
use segue_core::phrases::{Section, sections};
use segue_core::{Lang, tokens};
use std::sync::LazyLock;

/// Openings, farewells, and what may follow them, in the order of the file.
static FAREWELL: LazyLock<[Vec<Section>; 2]> = LazyLock::new(|| sources::FAREWELL.map(sections));

/// True if a part of these words is a goodbye and nothing else, such as one that names the next meeting.
pub fn says_goodbye(words: &str) -> bool {
    let [opening, farewell, rest] = &FAREWELL[Lang::of_text(words).unwrap_or_default() as usize][..] else { return false };
    // What is asked is no goodbye: "until Thursday?"
    let told = words.split_inclusive(['.', '!', '?', '…', '\n']).filter(|sentence| !sentence.ends_with('?'));
    told.flat_map(|sentence| sentence.split([',', ';', ':', '–', '—', '.', '!'])).any(|part| {
        let words = tokens(part);
        let from = leading(opening, &words);
        // An opening may be a farewell as well.
        (0..=from).any(|from| {
            let after = longest(farewell, &words[from..]).map(|length| &words[from + length..]);
            after.is_some_and(|after| only(rest, after))
        })
    })
}

/// How many words at the beginning are phrases of the section.
fn leading(section: &Section, words: &[String]) -> usize {
    let mut at = 0;
    while let Some(length) = longest(section, &words[at..]) {
        at += length;
    }
    at
}

/// True if there is nothing but phrases of the section, and numbers.
fn only(section: &Section, words: &[String]) -> bool {
    words
        .iter()
        .all(|word| word.starts_with(|c: char| c.is_ascii_digit()) || longest(section, std::slice::from_ref(word)).is_some())
}

/// Words of the longest phrase of the section that these begin with.
fn longest(section: &Section, words: &[String]) -> Option<usize> {
    section.phrases.iter().filter_map(|phrase| phrase.begins(words)).max()
}
