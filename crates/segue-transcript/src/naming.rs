//! Where a file writes the name of the speaker into the line: `Name: words`.

use crate::chat_date::month_of;
use crate::labels::{is_label, is_part_or_name};
use crate::roles::is_a_side;
use std::collections::{HashMap, HashSet};

/// Longest name, in letters and in words.
const LETTERS: usize = 48;
const WORDS: usize = 5;
/// Small words inside names: `van`, `de la`, `и`.
const PARTICLES: [&str; 18] =
    ["van", "von", "der", "den", "de", "la", "le", "du", "da", "di", "dos", "bin", "ibn", "al", "and", "и", "of", "from"];

/// Where the colon after a name stands, if the text may begin with a name.
pub(crate) fn name_end(text: &str) -> Option<usize> {
    let end = text.find(':')?;
    let after = &text[end + 1..];
    let spaced = after.is_empty() || after.starts_with([' ', '\t', '\u{a0}', '\n', '*']);
    let name = bare(&text[..end]);
    (spaced && (may_be_name(name) || is_short_number(name))).then_some(end)
}

/// True for a number that people may be told apart by: "1: hello", "2: hi".
pub(crate) fn is_short_number(name: &str) -> bool {
    (1..=2).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_digit())
}

/// A name without what is written around it: a dash, `>>`, asterisks, brackets.
pub(crate) fn bare(text: &str) -> &str {
    let inner = text.trim().trim_start_matches(['-', '–', '—', '>']).trim();
    let inner = inner.trim_matches('*').trim();
    let unwrapped = inner.strip_prefix('[').and_then(|t| t.strip_suffix(']'));
    let unwrapped = unwrapped.or_else(|| inner.strip_prefix('(').and_then(|t| t.strip_suffix(')')));
    unwrapped.unwrap_or(inner).trim_matches('*').trim()
}

/// True if the text could be a name: short, with letters, without the signs of a sentence.
pub(crate) fn may_be_name(name: &str) -> bool {
    // What stands in brackets behind a name may be anything: (she/her), (Acme «Design»).
    let name = name.strip_suffix(')').and_then(|name| name.rsplit_once(" (")).map_or(name, |(name, _)| name.trim_end());
    // In a directory the family name may come first: "Petrov, Viktor".
    let commas = name.matches(',').count();
    let (letters, words) = (name.chars().take(LETTERS + 1).count(), name.split_whitespace().take(WORDS + 1).count());
    !name.is_empty()
        && letters <= LETTERS
        && words <= WORDS
        && name.contains(char::is_alphabetic)
        && !name.contains(['?', '!', '"', '«', '»', '“', ';', ':', '<', '>', '=', '/', '\\', '{', '}', '•', '\n'])
        && (commas == 0 || commas == 1 && is_capitalised(name))
        && !name.ends_with([',', '…'])
        && !is_date(name)
        && !is_numbered(name)
}

/// True for a point of a list: `1. Budget`.
fn is_numbered(name: &str) -> bool {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < name.len() && (rest.starts_with(". ") || rest.starts_with(") "))
}

/// True if a text that stands alone looks like a name, or is what programs call the sides of a call.
pub(crate) fn looks_like_name(text: &str) -> bool {
    may_be_name(text) && (is_capitalised(text) || is_a_side(text))
}

/// True for a day as it is written out: "January 14, 2026", "14 января 2026 г."
pub(crate) fn is_date(text: &str) -> bool {
    let words = || text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words().any(|word| word.starts_with(|c: char| c.is_ascii_digit())) && words().any(|word| month_of(word).is_some())
}

/// True if every word begins as words of names do.
pub(crate) fn is_capitalised(name: &str) -> bool {
    name.split_whitespace().all(|word| {
        let first = word.trim_start_matches(['(', '[', '"', '\'', '’']).chars().next();
        first.is_none_or(|c| !c.is_lowercase()) || PARTICLES.contains(&word)
    })
}

/// Which beginnings `Name:` of a file are names: all, some, or none.
#[derive(Default)]
pub(crate) struct Prefixes {
    all: bool,
    /// Some names come again, so that one that does not has to look like a name.
    strict: bool,
    names: HashMap<String, u32>,
    /// Came once, and are words of the talk.
    said: HashSet<String>,
}

impl Prefixes {
    /// Decides from the places that may hold one: how many places there are, and the names found.
    /// A name is one by coming again, or where most places have one.
    pub fn decide<'a>(places: usize, candidates: impl Iterator<Item = &'a str>) -> Self {
        let mut counts: HashMap<&str, u32> = HashMap::new();
        for name in candidates {
            *counts.entry(name).or_default() += 1;
        }
        let whole: u32 = counts.values().sum();
        // "First" and "Second" are people where they have a good part of the turns, or nobody else comes again.
        let nobody_else = !counts.iter().any(|(name, count)| *count >= 2 && !is_label(name));
        let is_somebody = |count: u32| count >= 3 && count * 5 >= whole || count >= 2 && nobody_else;
        counts.retain(|name, count| is_somebody(*count) || !is_label(name));
        let sum = |least: u32| counts.values().filter(|count| **count >= least).map(|count| *count as usize).sum::<usize>();
        let places = (places + sum(1)).saturating_sub(whole as usize);
        let all = sum(1) > 0 && sum(1) * 2 >= places;
        let recurring = counts.values().filter(|count| **count >= 2).count();
        let some = recurring >= 2 && sum(2) * 10 >= places || recurring == 1 && sum(2) * 3 >= places && sum(2) >= 3;
        let strict = recurring > 0;
        counts.retain(|name, count| all && may_speak_once(name, strict) || (all || some) && *count >= 2);
        let names = counts.into_iter().map(|(name, count)| (name.to_owned(), count)).collect();
        Self { all, strict, names, said: HashSet::new() }
    }

    /// Looks through the lines of a talk: who came once and is a word that the talk also writes small is nobody.
    pub fn unless_said<'a>(mut self, lines: impl Iterator<Item = &'a str>) -> Self {
        let is_word = |name: &str| name.chars().all(char::is_alphabetic) && !is_part_or_name(name);
        let once = self.names.iter().filter(|(name, count)| **count == 1 && is_word(name));
        let once: HashMap<String, String> = once.map(|(name, _)| (name.to_lowercase(), name.clone())).collect();
        if once.is_empty() || !self.strict {
            return self;
        }
        let (mut large, mut small) = (0, 0);
        for line in lines {
            let words = self.split(line).map_or(line, |(_, words)| words);
            large += usize::from(words.starts_with(char::is_uppercase));
            small += usize::from(words.starts_with(char::is_lowercase));
            let found = words.split(|c: char| !c.is_alphanumeric()).filter_map(|word| once.get(word));
            self.said.extend(found.cloned());
        }
        // Where everything is written small, names are too.
        if small >= large {
            self.said.clear();
        }
        self.names.retain(|name, _| !self.said.contains(name));
        self
    }

    /// True if the file names speakers so at all.
    pub fn any(&self) -> bool {
        !self.names.is_empty()
    }

    /// True if this is the name of a speaker.
    pub fn holds(&self, name: &str) -> bool {
        self.names.contains_key(name) || self.all && may_speak_once(name, self.strict) && !self.said.contains(name)
    }

    /// True if this name comes again.
    pub fn recurs(&self, name: &str) -> bool {
        self.names.get(name).is_some_and(|count| *count >= 2)
    }

    /// The name that a text begins with, and the words after it.
    pub fn split<'a>(&self, text: &'a str) -> Option<(&'a str, &'a str)> {
        let end = name_end(text)?;
        let name = bare(&text[..end]);
        self.holds(name).then(|| (name, text[end + 1..].trim_start_matches(['*', ' ', '\t', '\u{a0}', '\n'])))
    }
}

/// True if somebody who speaks once may be called so; strictly, if every word begins as in a name.
fn may_speak_once(name: &str, strict: bool) -> bool {
    let starts_like_name = name.chars().next().is_some_and(|c| !c.is_lowercase());
    let own = name.split(" (").next().unwrap_or(name);
    let like_name = || is_capitalised(own) && !own.starts_with(char::is_numeric) || is_part_or_name(name);
    starts_like_name && !is_label(name) && (!strict || like_name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_a_name() {
        for (text, name) in [
            ("Dana: hi", Some("Dana")),
            ("- Виктор Петров: да", Some("Виктор Петров")),
            (">> DANA: hi", Some("DANA")),
            ("**Dana Wells:** hi", Some("Dana Wells")),
            ("[SPEAKER_00]: hi", Some("SPEAKER_00")),
            ("Petrov, Viktor (Guest): hi", Some("Petrov, Viktor (Guest)")),
            ("Dana Whitlock (she/her): hi", Some("Dana Whitlock (she/her)")),
            ("well, you see: no", None),
            ("see https://x.org", None),
            ("10:30 is fine", None),
            ("1: hello", Some("1")),
            ("2026: a good year", None),
            ("What now? So: go", None),
            ("Here is what we are going to do today: go", None),
            ("no colon", None),
        ] {
            assert_eq!(name_end(text).map(|end| bare(&text[..end])), name, "{text}");
        }
    }

    #[test]
    fn names_come_again_or_stand_everywhere() {
        let decide = |places, names: &[&'static str]| Prefixes::decide(places, names.iter().copied());
        assert!(decide(4, &["Dana", "Viktor", "Anna"]).holds("Oleg"));
        assert!(!decide(20, &["So", "Note"]).any());
        let some = decide(20, &["Dana", "Viktor", "Dana", "Viktor", "So"]);
        assert!(some.holds("Dana") && !some.holds("So"));
        assert!(!decide(20, &["So", "So"]).any());
        assert!(decide(6, &["1", "2", "1", "2", "1", "2"]).holds("2"));
        assert!(!decide(9, &["Dana", "Viktor", "Dana", "Viktor", "Dana", "Viktor", "1", "2", "1"]).holds("1"));
    }
}
