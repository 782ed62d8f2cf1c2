//! Who is me and who is the client: by the names that the user gives and the file spells.

use crate::{Fault, ReadOptions};
use segue_core::{Kind, Role, Utterance};

/// What programs call the one who exported.
const MYSELF: [&str; 6] = ["you", "me", "вы", "я", "ты", "myself"];
/// Names that are listed in a problem.
const LISTED: usize = 8;

/// Gives every utterance its role.
pub(crate) fn assign(utterances: &mut [Utterance], options: &ReadOptions, faults: &mut Vec<(Option<usize>, Fault)>) {
    let mut names: Vec<String> = Vec::new();
    for utterance in utterances.iter() {
        let name = &utterance.speaker.name;
        if !name.is_empty() && !names.contains(name) && names.len() < 200 {
            names.push(name.clone());
        }
    }
    if names.is_empty() {
        return;
    }
    let known = || names.iter().take(LISTED).cloned().collect::<Vec<_>>();
    let find = |wanted: &Option<String>, faults: &mut Vec<(Option<usize>, Fault)>| {
        let wanted = wanted.as_deref()?;
        let found = best(wanted, &names);
        if found.is_none() {
            faults.push((None, Fault::UnknownName(wanted.to_owned(), known())));
        }
        found
    };
    let mut client = find(&options.client, faults);
    let mut me = find(&options.me, faults);
    let myself = || names.iter().position(|name| MYSELF.contains(&name.to_lowercase().as_str()));
    let one_missing = names.len() == 2;
    me = me.or_else(myself).or_else(|| client.filter(|_| one_missing).map(|client| 1 - client));
    let Some(me) = me else {
        if client.is_none() && options.me.is_none() {
            faults.push((None, Fault::WhoAmI(known())));
        }
        for utterance in utterances {
            let position = names.iter().position(|name| *name == utterance.speaker.name);
            if position.is_some() && position == client {
                utterance.speaker.role = Role::Client;
            }
        }
        return;
    };
    if client.is_none() && one_missing {
        client = Some(1 - me);
    }
    // With a named client the others are on my side; without one they are all the other side.
    let others = match (options.kind, client) {
        (Some(Kind::Internal), _) | (_, Some(_)) => Role::Colleague,
        _ => Role::Client,
    };
    for utterance in utterances {
        let position = names.iter().position(|name| *name == utterance.speaker.name);
        utterance.speaker.role = match position {
            None => Role::Unknown,
            Some(p) if p == me => Role::Me,
            Some(p) if Some(p) == client && options.kind != Some(Kind::Internal) => Role::Client,
            Some(_) => others,
        };
    }
}

/// The name that fits best: the same, the same in other letters, one that holds its words.
fn best(wanted: &str, names: &[String]) -> Option<usize> {
    let exact = names.iter().position(|name| name.eq_ignore_ascii_case(wanted) || name.to_lowercase() == wanted.to_lowercase());
    exact.or_else(|| {
        let fitting: Vec<usize> = (0..names.len()).filter(|&i| same_person(wanted, &names[i])).collect();
        (fitting.len() == 1).then(|| fitting[0])
    })
}

/// True if one of two names may be the other: all words of the shorter begin words of the longer,
/// whichever alphabet each is written in.
pub(crate) fn same_person(a: &str, b: &str) -> bool {
    let (a, b) = (latin_words(a), latin_words(b));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let begins = |x: &String, y: &String| {
        y.starts_with(x.as_str()) && x.len() >= 3.min(y.len()) || x.starts_with(y.as_str()) && y.len() >= 3
    };
    !short.is_empty() && short.iter().all(|word| long.iter().any(|other| begins(word, other)))
}

/// The words of a name in Latin letters, lower case.
fn latin_words(name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.to_lowercase().chars().map(latin).collect::<String>().replace("iy", "y").replace("yi", "y"))
        .collect()
}

/// A Cyrillic letter as passports write it, loosely.
fn latin(c: char) -> &'static str {
    const ALPHABET: [&str; 32] = [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts",
        "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
    ];
    const ASCII: &str = "abcdefghijklmnopqrstuvwxyz0123456789";
    match c {
        'а'..='я' => ALPHABET[c as usize - 'а' as usize],
        'ё' => "e",
        _ => ASCII.find(c).map_or("", |at| &ASCII[at..=at]),
    }
}

#[cfg(test)]
mod tests {
    use super::same_person;

    #[test]
    fn names_in_two_alphabets() {
        for (a, b, same) in [
            ("Dana", "Dana Smith", true),
            ("Виктор", "Viktor Petrov", true),
            ("Дмитрий", "Dmitry", true),
            ("Dana", "Daniel", false),
            ("Smith", "Dana Smith", true),
            ("Анна", "Viktor", false),
        ] {
            assert_eq!(same_person(a, b), same, "{a} {b}");
        }
    }
}
