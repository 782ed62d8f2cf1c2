//! A call as it is remembered: figures, no words but those the user chose to keep.

use crate::debrief::{FeedingKind, LabelAmounts, Unit};
use crate::{Client, Role};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize, Serializer};

/// Writes talk as it always was: what has no label only where there is some.
fn told<S: Serializer>(talk: &[(Role, LabelAmounts)], serializer: S) -> Result<S::Ok, S::Error> {
    struct Told<'a>(&'a LabelAmounts);

    impl Serialize for Told<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let LabelAmounts { business, smalltalk, personal, framing, unmarked } = self.0;
            let labelled = [("business", business), ("smalltalk", smalltalk), ("personal", personal), ("framing", framing)];
            serializer.collect_map(labelled.into_iter().chain((*unmarked > 0.0).then_some(("unmarked", unmarked))))
        }
    }

    serializer.collect_seq(talk.iter().map(|(role, amounts)| (role, Told(amounts))))
}

/// A rehearsal in figures: what my answers came to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RehearsalRecord {
    /// When it was.
    pub at: Timestamp,
    /// With whom, by the name they have among the people to practise with.
    pub person: String,
    /// My answers.
    pub answers: usize,
    /// Answers by which private talk was brought back.
    pub steered: usize,
    /// Of those, the ones that were warm or well put.
    pub steered_warmly: usize,
    /// Answers that fed private talk.
    pub fed: usize,
    /// Answers that brushed off.
    pub curt: usize,
    /// Excuses.
    pub excuses: usize,
    /// Whether bad news got a humane answer; `None` if there was none, or if it was only listened to.
    pub humane: Option<bool>,
    /// Whether bad news was told.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub news: bool,
    /// Whether a new boundary was announced.
    pub announced: bool,
    /// Share of the talk off the work, from 0 to 1.
    pub private_share: f64,
    /// How warm the client was at the end, from 0 to 1.
    pub warmth: f32,
}

/// What trends and the next step are made from: one call, derived from its events (or from the
/// debrief of a file), so that it can be rebuilt at any time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CallRecord {
    /// Identity of the call, unique in the store.
    pub id: i64,
    /// Name of the client; empty if none was named.
    pub client: String,
    /// When it began.
    pub started: Timestamp,
    /// True if only its day is known: `started` is then the noon of it, which is no time to be told.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub day_only: bool,
    /// IANA name of the time zone in which it was held; empty if unknown (then UTC).
    pub zone: String,
    /// Length in seconds.
    pub seconds: f64,
    /// What the boundary then said: planned seconds, if any.
    pub planned: Option<f64>,
    /// What the boundary then allowed at the start, seconds.
    pub allowed_at_start: f64,
    /// What the boundary then allowed at the end, seconds.
    pub allowed_at_end: f64,
    /// Whether talk is counted in seconds or words.
    pub unit: Unit,
    /// Talk per role and label.
    #[serde(serialize_with = "told")]
    pub talk: Vec<(Role, LabelAmounts)>,
    /// Seconds of greeting before the first business.
    pub greeting: f64,
    /// Seconds of chat after business was done.
    pub closing_chat: f64,
    /// Drifts, in order.
    pub drifts: Vec<DriftRecord>,
    /// How often I fed private talk, per way.
    pub feeding: Vec<(FeedingKind, u32)>,
    /// Lines shown, in order; of a call held without segue those that I said of my own accord.
    pub cues: Vec<CueRecord>,
    /// Seconds past the planned time; 0 if none.
    pub overrun: f64,
    /// Departures from the plan and their reasons.
    pub exceptions: Vec<Exception>,
    /// True if a new boundary was announced in this call.
    pub announced: bool,
    /// True if something serious was disclosed.
    pub serious: bool,
    /// Agenda items and whether they were reached.
    pub agenda: Vec<(String, bool)>,
    /// Money an hour and its currency, as it then was.
    pub rate: Option<(f64, String)>,
}

impl CallRecord {
    /// Talk of everybody together.
    pub fn total(&self) -> LabelAmounts {
        let mut total = LabelAmounts::default();
        self.talk.iter().for_each(|(_, amounts)| total += *amounts);
        total
    }

    /// Agenda items that it did not reach.
    pub fn items_left(&self) -> impl Iterator<Item = &str> {
        self.agenda.iter().filter(|(_, reached)| !reached).map(|(item, _)| item.as_str())
    }

    /// The day on which it was held, where it was held.
    pub fn day(&self) -> Date {
        self.started.to_zoned(self.zone()).date()
    }

    /// The time zone in which it was held; UTC if that is not known.
    pub fn zone(&self) -> TimeZone {
        TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC)
    }

    /// True if it was held with this client.
    pub fn is_with(&self, client: &Client) -> bool {
        client.is_called(&self.client)
    }
}

/// One drift.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct DriftRecord {
    /// Seconds from the start of the call.
    pub start: f64,
    /// Seconds from the start of the call.
    pub end: f64,
    /// Seconds of private speech in it (words in a chat).
    pub private: f64,
    /// Of these, what was agreed for the start or the end covers.
    #[serde(default)]
    pub allowed: f64,
    /// Who opened it, if that can be said.
    pub opened_by: Option<Role>,
    /// Who brought it back, if that can be said.
    pub returned_by: Option<Role>,
    /// True if it needed no steering: greeting, agreed chat, serious, moves the work, or brief.
    pub excused: bool,
}

/// One line shown, or said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CueRecord {
    /// Seconds from the start of the call.
    pub at: f64,
    /// Id of the line.
    pub line: String,
    /// Name of its rung ("park").
    pub rung: String,
    /// Whether I said it, if that is known.
    pub said: Option<bool>,
    /// Seconds until business went on; `None` if it did not in that drift.
    pub returned_after: Option<f64>,
}

/// A departure from the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Exception {
    /// What departed.
    pub kind: ExceptionKind,
    /// By how many seconds.
    pub seconds: f64,
    /// The reason in my words; empty while it was not given.
    pub reason: String,
    /// True if it came from them (late, an emergency of theirs), not from me.
    pub theirs: bool,
    /// When the note to the client was sent or copied, if it was.
    pub note_sent: Option<Timestamp>,
}

/// What departed from the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExceptionKind {
    /// The call ran past the planned time.
    Overrun,
    /// The chat at the start went past its allowance.
    LongGreeting,
    /// The chat at the end went past its allowance.
    LongClosing,
    /// A chat in the middle was agreed.
    AgreedChat,
    /// Private talk went beyond what was agreed, in the middle of the work or in no one place.
    PrivateTalk,
    /// It ended well before the planned time, with agenda items left.
    EndedEarly,
    /// Agenda items were left when the time was over.
    ItemsLeft,
    /// The call was moved, cut short or cancelled by me.
    Moved,
}
