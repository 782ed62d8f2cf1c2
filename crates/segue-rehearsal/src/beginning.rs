//! How a rehearsal begins: with whom, in which language and tone, set by which figures.

use crate::habits::Habits;
use crate::person::{Person, next_person, people, times_with};
use crate::rehearsal::Rehearsal;
use segue_core::{CallRecord, Client, Lang, RehearsalRecord, Tone, name_key};
use segue_phrasebook::Phrasebook;

/// How a rehearsal is wished to be.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wishes<'a> {
    /// A real client: their language, form of address, tone, own lines and habits are used.
    pub client: Option<&'a Client>,
    /// Whom to practise with, by name or id; somebody new if nobody is named.
    pub with: Option<&'a str>,
    /// Language, if not that of the client.
    pub lang: Option<Lang>,
    /// Language where neither says one.
    pub usual_lang: Lang,
    /// Tone of the lines offered, if not that agreed with the client.
    pub tone: Option<Tone>,
    /// The same number gives the same client again.
    pub seed: Option<u64>,
}

impl Wishes<'_> {
    /// The language of the talk.
    pub fn lang(&self) -> Lang {
        self.lang.or(self.client.map(|client| client.boundary.lang)).unwrap_or(self.usual_lang)
    }
}

/// Nobody of the wished name is there; the names that there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nobody(pub Vec<&'static str>);

/// A rehearsal that has begun.
pub struct Begun {
    /// The rehearsal.
    pub rehearsal: Rehearsal,
    /// The first words of whom one practises with.
    pub greeting: String,
    /// By which figures of the real client they are set, in a sentence; `None` without figures.
    pub set_by: Option<String>,
}

/// Begins a rehearsal. `before` are the rehearsals so far, `calls` those remembered.
///
/// # Errors
/// [`Nobody`] if nobody of the wished name is there.
pub fn begin(wishes: &Wishes<'_>, before: &[RehearsalRecord], calls: &[CallRecord], ui: Lang) -> Result<Begun, Nobody> {
    let lang = wishes.lang();
    let boundary = wishes.client.map(|client| &client.boundary);
    let person = match wishes.with {
        Some(wanted) => named(wanted, lang)?,
        None => next_person(lang, before, boundary),
    };
    let tone = wishes.tone.or(boundary.map(|boundary| boundary.tone)).unwrap_or_default();
    let usual = Phrasebook::built_in();
    let phrasebook = wishes.client.map(|client| usual.for_client_or_as_is(client)).unwrap_or(usual);
    let seen = wishes.client.and_then(|client| Some((client, Habits::of(&segue_weeks::lately(client, calls))?)));
    let seed = wishes.seed.unwrap_or_else(|| times_with(person, before));
    let habits = seen.map(|(_, habits)| habits);
    let (rehearsal, greeting) = Rehearsal::begin(person, lang, tone, phrasebook, habits, seed);
    let set_by = seen.map(|(client, habits)| habits.in_words(&person.name, &client.name, ui));
    Ok(Begun { rehearsal, greeting, set_by })
}

fn named(wanted: &str, lang: Lang) -> Result<&'static Person, Nobody> {
    let all = people(lang);
    let wanted = name_key(wanted);
    let found = all.iter().find(|person| [&person.id, &person.name].into_iter().any(|name| name_key(name) == wanted));
    found.ok_or_else(|| Nobody(all.iter().map(|person| person.id.as_str()).collect()))
}

#[cfg(test)]
mod tests {
    use super::named;
    use crate::person::people;
    use segue_core::Lang;

    /// `--with` found an English name in any letters, and «катя» was nobody.
    #[test]
    fn whom_one_practises_with_is_found_in_any_letters() {
        for lang in [Lang::En, Lang::Ru] {
            for person in people(lang) {
                for wanted in [person.name.to_lowercase(), person.name.to_uppercase(), format!(" {}", person.id)] {
                    assert!(named(&wanted, lang).is_ok_and(|found| found.id == person.id), "{wanted}");
                }
            }
        }
        assert!(named("nobody", Lang::En).is_err());
    }
}
