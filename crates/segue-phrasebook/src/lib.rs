//! Every line that can be offered, per language, kind, tone, rung and form of address, and the
//! choice among them.
//!
//! - [`Phrasebook`] holds the lines. They are Fluent messages embedded from `lines/`; a client's own
//!   [`Change`]s add, replace and ban lines and are checked like the built-in ones.
//! - [`Phrasebook::choose`] picks one line, learning per client from [`LineMemory`], and
//!   [`Phrasebook::explain`] puts the reason into words. Both are deterministic.
//! - [`was_said`] recognises whether an offered line was said, also in one's own words.
//! - [`announcement()`], [`overrun_note`], [`next_meeting_note`] and [`consent_line`] write the longer
//!   texts: the new boundary, the note after a departure from the plan, the invitation, the consent.
//!
//! The crate does no IO, reads no clock and draws no random numbers.

mod address;
mod addressed;
mod announced;
mod announcement;
mod aside;
#[cfg(test)]
mod book_tests;
mod check;
mod choice;
mod explain;
mod farewell;
mod language;
mod line_changes;
mod listing;
mod manner;
mod memory;
mod name;
mod notes;
mod own_words;
mod reply;
mod said;
mod said_line;
mod slots;
mod sources;
mod spoken;
mod told;
mod topic;
mod wording;

use language::Language;
use segue_core::{Address, Kind, Lang, Line, Rung, Slots, Tone};
use std::sync::{Arc, LazyLock};

pub use address::of as addresses;
pub use announced::{announcement_was_said, announces_in_own_words};
pub use announcement::{Announcement, Length, NewRule, Welcome, Why, announcement, announcement_letter};
pub use aside::name_of_topic;
pub use check::{LineFault, check_text, promised};
pub use farewell::says_goodbye;
pub use line_changes::{Change, ChangeError};
pub use manner::{Manner, manner};
pub use memory::{LineMemory, LineRecord, Outcome};
pub use name::name_for_draft;
pub use notes::{
    Departure, Invitation, Keeping, Note, NoteLength, OverrunNote, Reason, appointment_title, consent_line, next_meeting_note,
    overrun_note,
};
pub use own_words::{moment, own_words};
pub use reply::{ReplyPart, ReplyVoice, reply_has_word, reply_text};
pub use said::{SAID, asks_for_work, asks_on, comforts, declares_work_done, puts_aside, sounds_like, takes_up, was_said};
pub use said_line::SaidLine;
pub use slots::Slot;
pub use spoken::{MOST_SECONDS, seconds_to_say};
pub use told::{tells_own_life, tells_own_past, tells_own_trouble};
pub use topic::{can_be_named, is_grave_topic, topic_of};

/// All lines in both languages, with one client's changes if there are any.
#[derive(Clone)]
pub struct Phrasebook {
    languages: [Arc<Language>; 2],
}

/// A line as it stands in the phrasebook, with its slots open, for lists and editors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedLine {
    /// Id, such as `en/park-client-warm-3`.
    pub id: String,
    /// Language.
    pub lang: Lang,
    /// What for.
    pub rung: Rung,
    /// Kind of call.
    pub kind: Kind,
    /// Tone.
    pub tone: Tone,
    /// The words for ты (the same as for вы in English), slots written `{next-item}`.
    pub ty: Option<String>,
    /// The words for вы.
    pub vy: Option<String>,
    /// True if the user wrote or changed it.
    pub own: bool,
}

impl Phrasebook {
    /// The phrasebook that ships with segue. It is parsed once; copies share it.
    pub fn built_in() -> Self {
        static BUILT_IN: LazyLock<Phrasebook> = LazyLock::new(|| Phrasebook {
            languages: [
                Arc::new(Language::parse(Lang::En, &sources::LINES_EN)),
                Arc::new(Language::parse(Lang::Ru, &sources::LINES_RU)),
            ],
        });
        BUILT_IN.clone()
    }

    /// What is wrong with the embedded files, in words; empty in a build that passes its tests.
    pub fn problems(&self) -> impl Iterator<Item = &str> {
        self.languages.iter().flat_map(|language| language.problems.iter().map(String::as_str))
    }

    /// All lines in the order of the book.
    pub fn lines(&self) -> impl Iterator<Item = ListedLine> {
        self.languages.iter().flat_map(|language| {
            language.entries.iter().map(|entry| ListedLine {
                id: entry.id.clone(),
                lang: language.lang,
                rung: entry.key.rung,
                kind: entry.key.kind,
                tone: entry.key.tone,
                ty: entry.form(Address::Ty).map(|form| language.template(form)),
                vy: entry.form(Address::Vy).map(|form| language.template(form)),
                own: entry.own,
            })
        })
    }

    /// One line with its slots filled; `None` if there is no such line, it has no form for this
    /// address, or a slot it needs has no value.
    pub fn fill(&self, id: &str, address: Address, slots: &Slots) -> Option<Line> {
        let (language, entry) = self.find(id)?;
        let text = language.format(entry.form(address)?, &slots::Filling::of(slots, language.lang))?;
        Some(Line { id: entry.id.clone(), text })
    }

    /// A line as one reads it outside of a call: what is filled in during a call is left open, as "…". The form for
    /// the other address stands in where there is none for this one; `None` if there is no such line.
    pub fn open_line(&self, id: &str, address: Address) -> Option<String> {
        let other = if address == Address::Ty { Address::Vy } else { Address::Ty };
        self.template(id, address).or_else(|| self.template(id, other)).map(|template| slots::open(&template))
    }

    /// A line with its slots as a user may write them: `Back to {next-item}.`; `None` if there is no such line, or no
    /// form of it for this address.
    pub fn template(&self, id: &str, address: Address) -> Option<String> {
        let (language, entry) = self.find(id)?;
        Some(language.template(entry.form(address)?))
    }

    /// True if a line was written or changed by the user.
    pub fn is_own(&self, id: &str) -> bool {
        self.find(id).is_some_and(|(_, entry)| entry.own)
    }

    fn language(&self, lang: Lang) -> &Language {
        &self.languages[lang as usize]
    }

    fn find(&self, id: &str) -> Option<(&Language, &language::Entry)> {
        self.languages.iter().find_map(|language| language.entry(id).map(|entry| (&**language, entry)))
    }
}
