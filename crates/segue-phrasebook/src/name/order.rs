//! Which part of what was typed is the name, and whether it begins with one.

use super::known_by::{is_surname, is_what_they_are};

/// What stands before a surname and is no first name, however it is written; and what is one if it has a capital.
const PARTICLES: [&str; 15] =
    ["van", "von", "vom", "de", "der", "den", "du", "ter", "zu", "della", "degli", "фон", "ван", "де", "дер"];
const SMALL_PARTICLES: [&str; 17] =
    ["al", "el", "bin", "ibn", "ben", "di", "da", "das", "dos", "del", "la", "le", "san", "af", "av", "ди", "да"];
/// What may stand after a name and a comma.
const AFTER_A_NAME: [&str; 10] = ["jr", "sr", "phd", "md", "mba", "esq", "ii", "iii", "младший", "старший"];

/// The part that the name stands in: the second of `Lind, Viktor`, as some offices write it, and the first of "Odalys, from the
/// crematorium". Empty where it may be either.
pub(super) fn name_in(typed: &str) -> String {
    let Some((before, after)) = typed.split_once(',').filter(|(_, after)| after.chars().any(char::is_alphabetic)) else {
        return typed.to_owned();
    };
    let small = |text: &str| text.split_whitespace().any(|word| word.starts_with(char::is_lowercase));
    let says_what = |word: &str| {
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
        let loud = plain.chars().count() > 1 && plain.chars().all(char::is_uppercase);
        let plain = plain.to_lowercase();
        loud || AFTER_A_NAME.contains(&plain.as_str()) || is_what_they_are(&plain)
    };
    let mut words = before.split_whitespace();
    let particle = words.clone().next().is_some_and(is_particle);
    if !particle && (small(after) && !small(before) || after.split_whitespace().any(says_what)) {
        return before.to_owned();
    }
    // "Anna Lind, Marketing" and "Garcia Lopez, Maria" look alike.
    if !particle && words.nth(1).is_some() { String::new() } else { after.to_owned() }
}

/// True if words begin with what is no first name and no title that is known: a particle, an initial, something abbreviated, or a
/// surname, which alone, or before initials, is no greeting in Russian.
pub(super) fn begins_with_no_name(words: &[&str]) -> bool {
    match words {
        [] => false,
        [only] => is_surname(only) || only.to_lowercase().starts_with("al-"),
        [first, rest @ ..] => {
            let initials = rest.iter().all(|word| is_initials(word));
            let several = rest.iter().map(|word| word.chars().filter(|c| c.is_alphabetic()).count()).sum::<usize>() > 1;
            let abbreviated = first.ends_with('.') || is_initials(first);
            is_particle(first)
                || abbreviated
                || initials && (several || is_surname(first))
                || is_surname(first) && is_surname(rest[0])
        }
    }
}

fn is_particle(word: &str) -> bool {
    let small = word.to_lowercase();
    let article = small.strip_prefix("al-").is_some_and(|rest| !rest.is_empty());
    article || PARTICLES.contains(&small.as_str()) || SMALL_PARTICLES.contains(&word)
}

/// "I.", "И.П.", and a letter alone.
fn is_initials(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let dots = word.chars().filter(|c| *c == '.').count();
    word.chars().all(|c| c.is_uppercase() || c == '.' || c == '-') && letters > 0 && (letters == 1 || dots >= letters)
}
