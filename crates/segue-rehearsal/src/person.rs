//! Whom one can practise with.

use segue_core::phrases::Phrase;
use segue_core::{Address, Boundary, Kind, Lang, RehearsalRecord, tokens};
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Words for work that any call may be about, unless a story has them; a star stands for any ending.
const ANY_WORK: [&str; 20] = [
    "estimate",
    "the quote",
    "our quote",
    "invoice*",
    "deadline*",
    "contract",
    "budget",
    "contact form",
    "the agenda",
    "next steps",
    "смета",
    "смету",
    "сметы",
    "смете",
    "договор",
    "договору",
    "договора",
    "бюджет*",
    "макет*",
    "дедлайн*",
];

/// True if work is named in these words that any call may be about.
pub(crate) fn names_any_work(words: &str) -> bool {
    let words = tokens(words);
    ANY_WORK.into_iter().any(|phrase| Phrase::new(phrase).stands_in(&words))
}

/// How a client takes what one says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Temper {
    /// Has a story to everything, and takes steering well.
    Storyteller,
    /// Has nobody else to talk to.
    Lonely,
    /// Asks about my life, and asks again.
    Questioner,
    /// Praises, invites, and wants favours.
    Flatterer,
    /// Lets me feel it when I end a chat.
    Guilt,
    /// Is hurt by a new boundary, at first.
    Proud,
    /// Has real bad news.
    Grieving,
    /// Two who set each other off, with a third who waits.
    Pair,
}

impl Temper {
    /// Its name in files and in reactions.
    pub fn name(self) -> &'static str {
        ["storyteller", "lonely", "questioner", "flatterer", "guilt", "proud", "grieving", "pair"][self as usize]
    }

    /// How often a warm way back is tried once more before it is taken.
    pub fn insists(self) -> u32 {
        match self {
            Self::Grieving => 0,
            Self::Storyteller | Self::Lonely | Self::Pair => 1,
            Self::Questioner | Self::Flatterer | Self::Guilt | Self::Proud => 2,
        }
    }

    /// What curtness costs, as a share of all warmth there is.
    pub fn bruises(self) -> f32 {
        match self {
            Self::Lonely | Self::Grieving => 0.4,
            Self::Guilt | Self::Proud => 0.35,
            _ => 0.25,
        }
    }

    /// The kind of call with such a client.
    pub fn kind(self) -> Kind {
        if self == Self::Pair { Kind::Group } else { Kind::Client }
    }
}

/// Somebody to practise with.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// What to call them by on the command line.
    pub id: String,
    /// How they take what one says.
    pub temper: Temper,
    /// Name.
    pub name: String,
    /// Form of address in Russian.
    #[serde(default)]
    pub address: Address,
    /// Who they are, in a sentence.
    pub about: String,
    /// What the call is for.
    pub agenda: Vec<String>,
    work: Vec<String>,
    pub(crate) greeting: Vec<String>,
    pub(crate) business: Vec<String>,
    pub(crate) news: Option<String>,
    pub(crate) news_more: Option<String>,
    #[serde(rename = "story")]
    pub(crate) stories: Vec<Story>,
}

impl Person {
    /// True if the work of the call is named in these words.
    pub(crate) fn names_work(&self, words: &str) -> bool {
        let words = tokens(words);
        self.work.iter().any(|phrase| Phrase::new(phrase).is_heard_in(&words))
    }
}

/// A story of theirs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Story {
    /// What it is about, in the nominative.
    pub topic: String,
    /// True if it hurts whoever tells it: no laughing matter.
    #[serde(default)]
    pub hurts: bool,
    /// How it begins.
    pub open: String,
    /// How it goes on.
    pub more: Vec<String>,
    /// The question to me at its end.
    pub ask: String,
}

#[derive(Deserialize)]
struct People {
    person: Vec<Person>,
}

/// Reactions by their name and the temper, or `any`, or `ty` for whoever says ты.
pub(crate) type Replies = HashMap<String, HashMap<String, Vec<String>>>;

static PEOPLE: LazyLock<[Vec<Person>; 2]> = LazyLock::new(|| {
    [include_str!("../people/en.toml"), include_str!("../people/ru.toml")]
        .map(|text| toml::from_str::<People>(text).expect("the embedded people are sound").person)
});
static REPLIES: LazyLock<[Replies; 2]> = LazyLock::new(|| {
    [include_str!("../people/replies.en.toml"), include_str!("../people/replies.ru.toml")]
        .map(|text| toml::from_str(text).expect("the embedded replies are sound"))
});

/// Everybody to practise with in a language.
///
/// # Panics
/// If the embedded files are broken, which a test rules out.
pub fn people(lang: Lang) -> &'static [Person] {
    &PEOPLE[lang as usize]
}

/// Whom to practise with next: whoever one has practised with least, among those who fit what was agreed with the
/// client (kind of call, and the form of address in Russian).
pub(crate) fn next_person(lang: Lang, before: &[RehearsalRecord], client: Option<&Boundary>) -> &'static Person {
    let times = |person: &&Person| times_with(person, before);
    let fits = |person: &&Person| {
        client.is_none_or(|client| person.temper.kind() == client.kind && (lang == Lang::En || person.address == client.address))
    };
    let all = people(lang);
    all.iter().filter(fits).min_by_key(times).or_else(|| all.iter().min_by_key(times)).expect("there are people")
}

/// How often one has practised with them.
pub(crate) fn times_with(person: &Person, before: &[RehearsalRecord]) -> u64 {
    before.iter().filter(|rehearsal| rehearsal.person == person.id).count() as u64
}

/// The reactions in a language.
pub(crate) fn replies(lang: Lang) -> &'static Replies {
    &REPLIES[lang as usize]
}
