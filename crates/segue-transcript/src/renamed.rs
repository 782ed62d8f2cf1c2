//! Somebody who comes into a call as a device and takes a name there: "iPhone (3)", then "Ottoline Marsh".

use crate::found::Found;
use crate::same_name::{Fit, fit, fits};
use crate::{Fault, ReadOptions};
use segue_core::{Kind, Timing};

/// What programs call whoever gave no name, small letters.
const NAMELESS: [&str; 36] = [
    "iphone",
    "ipad",
    "ipod",
    "macbook",
    "imac",
    "mac",
    "galaxy",
    "samsung",
    "pixel",
    "android",
    "huawei",
    "honor",
    "xiaomi",
    "redmi",
    "poco",
    "oneplus",
    "realme",
    "motorola",
    "nokia",
    "laptop",
    "desktop",
    "phone",
    "tablet",
    "mobile",
    "guest",
    "user",
    "participant",
    "anonymous",
    "телефон",
    "ноутбук",
    "планшет",
    "гость",
    "пользователь",
    "участник",
    "аноним",
    "айфон",
];
/// Turns of others between the last under the old name and the first under the new one.
const AT_ONCE: usize = 6;

/// Where in a call somebody speaks.
struct Heard {
    name: String,
    first: usize,
    last: usize,
}

/// Gives all words of whoever changes the name during a call to the new one, and says so.
pub(crate) fn join(found: &mut Found, options: &mut ReadOptions) {
    if found.timing == Timing::Chat || options.kind == Some(Kind::Group) {
        return;
    }
    let people = heard(found);
    // Somebody else was there before: of two, the one who begins is not the other.
    let was_there = |old: &Heard, new: &Heard| {
        people.iter().any(|third| third.first < new.first && third.name != old.name && third.name != new.name)
    };
    let at_once = |old: &Heard, new: &Heard| new.first > old.last && new.first - old.last <= AT_ONCE;
    let follows = |old: &Heard, new: &Heard| at_once(old, new) && was_there(old, new) && may_become(old, new);
    let pairs: Vec<(&Heard, &Heard)> =
        people.iter().flat_map(|old| people.iter().map(move |new| (old, new))).filter(|(old, new)| follows(old, new)).collect();
    // Where two may have taken the name, neither is known to have.
    let [(old, new)] = pairs[..] else { return };
    for utterance in found.utterances.iter_mut().filter(|utterance| utterance.speaker.name == old.name) {
        utterance.speaker.name.clone_from(&new.name);
    }
    for given in [&mut options.me, &mut options.client] {
        if given.as_deref().is_some_and(|given| fits(given, &old.name)) {
            *given = Some(new.name.clone());
        }
    }
    found.problems.of_file(Fault::Renamed { old: old.name.clone(), new: new.name.clone() });
}

/// True if the first is no name of a person, or a part of the second one's; the new name is always a person's.
fn may_become(old: &Heard, new: &Heard) -> bool {
    let part = || fit(&old.name, &new.name) == Some(Fit::Part) && new.name.split_whitespace().count() > 1;
    !is_nameless(&new.name) && (is_nameless(&old.name) || part())
}

/// Everybody who speaks under a name, few as they are in a call.
fn heard(found: &Found) -> Vec<Heard> {
    const MOST: usize = 20;
    let mut people: Vec<Heard> = Vec::new();
    for (place, utterance) in found.utterances.iter().enumerate() {
        let name = utterance.speaker.name.as_str();
        if name.is_empty() {
            continue;
        }
        match people.iter().position(|person| person.name == name) {
            Some(known) => people[known].last = place,
            None if people.len() == MOST => return Vec::new(),
            None => people.push(Heard { name: name.to_owned(), first: place, last: place }),
        }
    }
    people
}

/// True for the name of a device, and for a telephone number.
fn is_nameless(name: &str) -> bool {
    let digits = name.chars().filter(char::is_ascii_digit).count();
    let number = digits >= 6 && !name.contains(char::is_alphabetic);
    number
        || name.split(|c: char| !c.is_alphanumeric()).any(|word| {
            let word = word.to_lowercase();
            NAMELESS.contains(&word.as_str())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(names: &str, kind: Option<Kind>) -> String {
        let mut found = Found::default();
        for name in names.split(", ") {
            found.push(1, (None, None), name, "yes");
        }
        join(&mut found, &mut ReadOptions { kind, ..ReadOptions::default() });
        let names: Vec<&str> = found.utterances.iter().map(|utterance| utterance.speaker.name.as_str()).collect();
        names.join(", ")
    }

    /// The client took a name in the middle of the call, which made a group of it.
    #[test]
    fn who_takes_a_name_during_the_call_is_one_person() {
        for (names, expected) in [
            ("iPhone (3), Fenna, iPhone (3), Fenna, Ottoline, Fenna", "Ottoline, Fenna, Ottoline, Fenna, Ottoline, Fenna"),
            ("Fenna, +44 7700 900123, Fenna, Ottoline", "Fenna, Ottoline, Fenna, Ottoline"),
            ("Телефон Оли, Вера, Ольга Кац, Вера", "Ольга Кац, Вера, Ольга Кац, Вера"),
            ("Ottoline, Fenna, Ottoline Marsh, Fenna", "Ottoline Marsh, Fenna, Ottoline Marsh, Fenna"),
            ("iPhone, Fenna, iPhone", "iPhone, Fenna, iPhone"),
            ("iPhone, Fenna, Fenna", "iPhone, Fenna, Fenna"),
            // Both speak.
            ("iPhone, Fenna, Ottoline, iPhone", "iPhone, Fenna, Ottoline, iPhone"),
            // Either may be the one.
            ("iPhone, Fenna, Ottoline, Marek", "iPhone, Fenna, Ottoline, Marek"),
            ("Guest, iPhone, Fenna, Fenna", "Guest, iPhone, Fenna, Fenna"),
            ("Speaker 1, Speaker 2, Speaker 1, Speaker 3", "Speaker 1, Speaker 2, Speaker 1, Speaker 3"),
        ] {
            assert_eq!(joined(names, None), expected);
        }
        let names = "iPhone, Fenna, iPhone, Ottoline";
        assert_eq!(joined(names, Some(Kind::Group)), names);
    }
}
