//! Who is me and who is the client: by the names that the user gives and the file spells.

use crate::problems::Problems;
use crate::same_name::{fit, fits, sounds};
use crate::{Fault, ReadOptions};
use segue_core::{Kind, Role, Utterance};
use std::collections::{HashMap, HashSet};

/// What programs call the one who exported.
const MYSELF: [&str; 9] = ["you", "me", "myself", "microphone", "вы", "я", "ты", "мной", "микрофон"];
/// What programs call everybody else in a call of two sides.
const THEM: [&str; 8] = ["them", "system audio", "system", "speakers", "они", "системный звук", "звук системы", "собеседник"];
/// Names that are listed in a problem.
const LISTED: usize = 8;
/// Utterances from which on somebody may be expected to answer.
const A_TALK: usize = 4;
/// Different names that are compared with those given; more are no people.
const COMPARED: usize = 10_000;

/// Gives every utterance its role; `hint` is the name of the one who exported, if the file tells.
pub(crate) fn assign(utterances: &mut [Utterance], options: &ReadOptions, hint: Option<&str>, problems: &mut Problems) {
    let cast = Cast::of(&*utterances);
    if cast.people.is_empty() {
        // Whoever gave a name expects to be told apart.
        if options.me.is_some() || options.client.is_some() {
            problems.of_file(Fault::NoNames);
        }
        return;
    }
    // "Me" and "Them" say enough: nobody expects names beside them.
    let sides = cast.sides();
    // A group is known by a name that nobody in it bears.
    let mut find = |given: Option<&str>, of_many: bool| {
        let mut unheard = Problems::default();
        let problems = if sides.is_some() || of_many { &mut unheard } else { &mut *problems };
        given.and_then(|given| cast.find(given, problems))
    };
    let client = find(options.client.as_deref(), options.kind == Some(Kind::Group)).or(sides.map(|(_, them)| them));
    let me = find(options.me.as_deref(), false);
    let me = me.or_else(|| hint.and_then(|name| cast.people.iter().position(|person| person.names.contains(&name))));
    let mut me = me.or_else(|| cast.called(&MYSELF));
    let others = |one: usize| (0..cast.people.len()).filter(move |other| *other != one);
    if me.is_some() && me == client {
        problems.of_file(Fault::SamePerson(me.map_or_else(String::new, |me| cast.people[me].names[0].to_owned())));
        me = None;
    }
    // With two people the one who is not the client is me.
    me = me.or_else(|| client.filter(|_| cast.people.len() == 2).and_then(|client| others(client).next()));
    if me.is_none() && client.is_none() && options.me.is_none() {
        problems.of_file(Fault::WhoAmI(cast.listed()));
    }
    if let (Some(me), 1, true) = (me, cast.people.len(), utterances.len() >= A_TALK) {
        problems.of_file(Fault::OnlyMe(cast.people[me].names[0].to_owned()));
    }
    let roles: Vec<Role> = (0..cast.people.len())
        .map(|person| match me {
            Some(me) if person == me => Role::Me,
            None => {
                if client == Some(person) {
                    Role::Client
                } else {
                    Role::Unknown
                }
            }
            Some(_) if options.kind == Some(Kind::Internal) => Role::Colleague,
            Some(_) if client.is_none() || client == Some(person) => Role::Client,
            // With a named client the others are on somebody's side, not the other side itself.
            Some(_) => Role::Colleague,
        })
        .collect();
    let role_of: HashMap<String, Role> = cast
        .people
        .iter()
        .zip(roles)
        .flat_map(|(person, role)| person.names.iter().map(move |name| ((*name).to_owned(), role)))
        .collect();
    for utterance in utterances {
        utterance.speaker.role = role_of.get(&utterance.speaker.name).copied().unwrap_or_default();
    }
}

/// What programs call a voice that they do not know.
const NOBODY: [&str; 8] = [
    "unknown",
    "unknown speaker",
    "unidentified",
    "unidentified speaker",
    "неизвестный",
    "неизвестный говорящий",
    "неизвестный спикер",
    "неизвестный участник",
];

/// How many people speak, as far as the file names them: two spellings are one of them. Words of nobody are of these, unless they
/// are of the only other one.
pub fn people(utterances: &[Utterance]) -> usize {
    let nobody = |utterance: &&Utterance| {
        let name = utterance.speaker.name.trim();
        name.is_empty() || NOBODY.contains(&name.to_lowercase().as_str())
    };
    let said = || utterances.iter().filter(|utterance| !utterance.text.is_empty());
    let named = Cast::of(said().filter(|utterance| !nobody(utterance))).people.len();
    let nameless = usize::from(said().any(|utterance| nobody(&utterance)));
    if named < 2 { named + nameless } else { named }
}

/// True if a call between people of these names may be one with `given`: one of them is called so, or a program names no people.
pub fn may_be_with<'n>(given: &str, mut names: impl Iterator<Item = &'n str>) -> bool {
    let mut named = false;
    names.any(|name| {
        named |= !name.trim().is_empty();
        is_a_side(name) || fits(given, name)
    }) || !named
}

/// True for what programs call me or everybody else.
pub(crate) fn is_a_side(name: &str) -> bool {
    let name = name.to_lowercase();
    MYSELF.contains(&name.as_str()) || THEM.contains(&name.as_str())
}

/// Everybody who speaks, in order of appearance.
struct Cast<'u> {
    people: Vec<Person<'u>>,
}

/// Somebody with the spellings of the name in the file.
struct Person<'u> {
    names: Vec<&'u str>,
}

impl<'u> Cast<'u> {
    fn of(utterances: impl IntoIterator<Item = &'u Utterance>) -> Self {
        let mut people: Vec<Person<'u>> = Vec::new();
        let mut known: HashSet<&str> = HashSet::new();
        let mut by_sound: HashMap<Vec<String>, usize> = HashMap::new();
        for utterance in utterances {
            let name = utterance.speaker.name.as_str();
            if name.is_empty() || !known.insert(name) || people.len() >= COMPARED {
                continue;
            }
            let mut sound = sounds(name);
            if sound.is_empty() {
                sound.push(name.to_owned());
            }
            if let Some(person) = by_sound.get(&sound) {
                people[*person].names.push(name);
            } else {
                by_sound.insert(sound, people.len());
                people.push(Person { names: vec![name] });
            }
        }
        Self { people }
    }

    /// The first who is called one of these.
    fn called(&self, names: &[&str]) -> Option<usize> {
        self.people.iter().position(|person| names.contains(&person.names[0].to_lowercase().as_str()))
    }

    /// Me and the other side, where a program tells them apart and nobody else.
    fn sides(&self) -> Option<(usize, usize)> {
        Some((self.called(&MYSELF)?, self.called(&THEM)?)).filter(|_| self.people.len() == 2)
    }

    /// The person whom a name fits best, if there is one and only one.
    fn find(&self, given: &str, problems: &mut Problems) -> Option<usize> {
        let fit_of = |person: &Person<'_>| person.names.iter().filter_map(|name| fit(given, name)).min();
        let fits: Vec<_> = (0..self.people.len()).filter_map(|i| Some((fit_of(&self.people[i])?, i))).collect();
        let Some(best) = fits.iter().map(|(fit, _)| *fit).min() else {
            problems.of_file(Fault::UnknownName { name: given.to_owned(), known: self.listed() });
            return None;
        };
        let best: Vec<usize> = fits.into_iter().filter(|(fit, _)| *fit == best).map(|(_, i)| i).collect();
        if let [only] = best[..] {
            return Some(only);
        }
        let fitting = best.iter().take(LISTED).map(|i| self.people[*i].names[0].to_owned()).collect();
        problems.of_file(Fault::AmbiguousName { name: given.to_owned(), fitting });
        None
    }

    fn listed(&self) -> Vec<String> {
        let mut names: Vec<String> = self.people.iter().take(LISTED).map(|person| person.names[0].to_owned()).collect();
        if self.people.len() > LISTED {
            names.push("…".to_owned());
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use segue_core::{Lang, Speaker, Words};

    type Given = (Option<&'static str>, Option<&'static str>, Option<Kind>);

    /// Roles of the speakers, as letters, and the problems.
    fn roles(names: &[&str], (me, client, kind): Given, hint: Option<&str>) -> (String, Vec<String>) {
        let utterance = |name: &&str| Utterance {
            start: 0.0,
            end: 0.0,
            speaker: Speaker { name: (*name).to_owned(), role: Role::Unknown },
            text: Words::new("да"),
        };
        let mut utterances: Vec<_> = names.iter().map(utterance).collect();
        let options = ReadOptions { me: me.map(Into::into), client: client.map(Into::into), kind, ..ReadOptions::default() };
        let mut problems = Problems::default();
        assign(&mut utterances, &options, hint, &mut problems);
        let letter = |utterance: &Utterance| match utterance.speaker.role {
            Role::Me => 'm',
            Role::Client => 'c',
            Role::Colleague => 'o',
            Role::Unknown => '?',
        };
        (utterances.iter().map(letter).collect(), problems.into_list(Lang::En).into_iter().map(|p| p.what).collect())
    }

    #[test]
    fn who_is_who() {
        use Kind::{Client, Group, Internal};
        let two = ["Dana Wells", "Viktor"];
        let four = ["Dana Wells", "Viktor", "Olga", ""];
        for (names, given, hint, expected) in [
            (&two[..], (Some("Dana"), None, None), None, "mc"),
            (&two[..], (Some("Dana"), None, Some(Client)), None, "mc"),
            (&two[..], (Some("Dana"), None, Some(Internal)), None, "mo"),
            (&two[..], (None, Some("Виктор"), None), None, "mc"),
            (&two[..], (None, None, None), None, "??"),
            (&two[..], (None, None, None), Some("Viktor"), "cm"),
            (&two[..], (Some("Oleg"), None, None), None, "??"),
            (&two[..], (Some("Oleg"), Some("Viktor"), None), None, "mc"),
            (&four[..], (Some("Dana"), Some("Viktor"), None), None, "mco?"),
            (&four[..], (Some("Dana"), Some("Viktor"), Some(Internal)), None, "moo?"),
            (&four[..], (Some("Dana"), None, Some(Group)), None, "mcc?"),
            (&four[..], (None, Some("Viktor"), None), None, "?c??"),
            (&["You", "Viktor"][..], (None, None, None), None, "mc"),
            (&["Вы", "Виктор"][..], (None, None, None), None, "mc"),
            (&["Them", "Me"][..], (Some("Dana"), Some("Viktor"), None), None, "cm"),
            (&["Microphone", "System audio"][..], (None, None, Some(Internal)), None, "mo"),
            (&["Dana", "DANA", "Viktor"][..], (Some("dana"), None, None), None, "mmc"),
            (&["Anna B", "Anna C"][..], (Some("Anna"), None, None), None, "??"),
        ] {
            assert_eq!(roles(names, given, hint).0, expected, "{names:?} {given:?}");
        }
    }

    /// "Nobody in the file is called Acme Ltd."
    #[test]
    fn nobody_bears_the_name_of_a_group() {
        for (kind, problems) in [(Kind::Group, 0), (Kind::Client, 1), (Kind::Internal, 1)] {
            let given = (Some("Dana"), Some("Acme Ltd"), Some(kind));
            let (roles, found) = roles(&["Dana", "Viktor", "Olga"], given, None);
            assert_eq!((roles.as_str(), found.len()), (if kind == Kind::Internal { "moo" } else { "mcc" }, problems), "{kind:?}");
        }
        let (_, found) = roles(&["Dana", "Viktor", "Olga"], (Some("Oleg"), Some("Acme Ltd"), Some(Kind::Group)), None);
        assert_eq!(found.len(), 1, "my own name is somebody's");
    }

    #[test]
    fn names_that_lead_nowhere_are_problems() {
        let first = |names: &[&str], given| roles(names, given, None).1.into_iter().next().unwrap_or_default();
        let two = ["Dana", "Viktor"];
        assert!(first(&two, (Some("Oleg"), None, None)).contains("Dana, Viktor"));
        assert!(first(&["Anna B", "Anna C"], (Some("Anna"), None, None)).contains("Anna B, Anna C"));
        assert!(first(&two, (Some("Dana"), Some("dana"), None)).contains("“Dana”"));
        assert!(first(&two, (None, None, None)).contains("--me"));
        assert_eq!(first(&two, (Some("Dana"), None, None)), "");
        assert_eq!(first(&["Me", "Them"], (Some("Dana"), Some("Viktor"), None)), "");
        assert!(first(&[""], (Some("Dana"), None, None)).contains("who speaks"));
    }
}
