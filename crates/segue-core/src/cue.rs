//! Cues: the one line, and what it is for.

use crate::{Address, Kind, Lang, Tone, Words};
use serde::{Deserialize, Serialize};

/// What a line is for. The first four are the steps of the ladder that leads back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rung {
    /// Put the topic aside for the end, go to the next agenda item.
    Park,
    /// With a smile: time is money, yours.
    Time,
    /// Back to the agenda.
    Direct,
    /// In a group: take it offline, for the others' sake.
    Offline,
    /// A personal question to me: hand the turn back.
    Deflect,
    /// To me alone, not to be said aloud: let this one end, don't ask back.
    Feeding,
    /// Something serious was said: one humane line.
    Humane,
    /// Somebody may not want to live: one line that stays with them and gets help.
    Stay,
    /// Closing chat: bring the parked topics back.
    Return,
    /// End the call with the next meeting in it.
    SignOff,
    /// Announce the new boundary.
    Announce,
    /// The planned time is nearly over: close well.
    Closing,
    /// The planned time is over.
    Overrun,
}

impl Rung {
    /// All rungs.
    pub const ALL: [Self; 13] = [
        Self::Park,
        Self::Time,
        Self::Direct,
        Self::Offline,
        Self::Deflect,
        Self::Feeding,
        Self::Humane,
        Self::Stay,
        Self::Return,
        Self::SignOff,
        Self::Announce,
        Self::Closing,
        Self::Overrun,
    ];

    /// Name used in files.
    pub fn name(self) -> &'static str {
        [
            "park", "time", "direct", "offline", "deflect", "feeding", "humane", "stay", "return", "sign_off", "announce",
            "closing", "overrun",
        ][self as usize]
    }

    /// True if the line says the way back aloud: a step of the ladder.
    pub fn is_step(self) -> bool {
        matches!(self, Self::Park | Self::Time | Self::Direct | Self::Offline)
    }

    /// True if the line is there to end private talk: a step of the ladder, an answer to a personal question, or a hint to me.
    pub fn steers(self) -> bool {
        self.is_step() || matches!(self, Self::Deflect | Self::Feeding)
    }

    /// True if the line is there for a person and not for the work.
    pub fn is_humane(self) -> bool {
        matches!(self, Self::Humane | Self::Stay)
    }

    /// The situation it belongs to in the contract of the debrief.
    pub fn situation(self) -> Situation {
        match self {
            Self::Park => Situation::Park,
            Self::Time => Situation::Time,
            Self::Direct => Situation::Direct,
            Self::Offline => Situation::Offline,
            Self::Deflect | Self::Feeding => Situation::Deflect,
            Self::Humane | Self::Stay => Situation::Humane,
            Self::Return | Self::SignOff | Self::Closing => Situation::SignOff,
            Self::Announce => Situation::Announce,
            Self::Overrun => Situation::Overrun,
        }
    }

    /// True if the line is a hint to me and not to be said aloud.
    pub fn is_for_me(self) -> bool {
        self == Self::Feeding
    }
}

/// The situations that the contract `segue.debrief/1` names; several rungs may share one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Situation {
    /// Private talk is put aside for the end.
    Park,
    /// Private talk is ended for the sake of time.
    Time,
    /// Back to the agenda without more ado.
    Direct,
    /// Private talk in a group is taken offline.
    Offline,
    /// I need not answer, or had better not feed.
    Deflect,
    /// Something serious was said.
    Humane,
    /// The call is to be closed well.
    SignOff,
    /// A new boundary is to be announced.
    Announce,
    /// The planned time is over.
    Overrun,
}

/// What may be put into a line. A line with a slot that has no value is not offered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slots {
    /// What the drift is about, in the nominative, if it can be named in a word or two.
    pub topic: Option<Words>,
    /// Next agenda item, in the user's words.
    pub next_item: Option<String>,
    /// Whole minutes left of the planned time.
    pub minutes_left: Option<u32>,
    /// When we talk next, in the user's words.
    pub next_meeting: Option<String>,
    /// The client's name as one calls them.
    pub name: Option<String>,
}

/// Everything the phrasebook needs to choose a line.
#[derive(Clone, Debug, PartialEq)]
pub struct LineRequest {
    /// What for.
    pub rung: Rung,
    /// Kind of call.
    pub kind: Kind,
    /// Language.
    pub lang: Lang,
    /// Tone.
    pub tone: Tone,
    /// Form of address.
    pub address: Address,
    /// What may be put in.
    pub slots: Slots,
    /// True if a chat at the end of the call is agreed; without one no line promises it.
    pub chat_at_end: bool,
    /// True if the item to come back to is under way, or the last one is: no line speaks of a next one.
    pub nothing_next: bool,
}

/// A line ready to be said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Which entry of the phrasebook it is, e.g. `en/park-client-warm-3`; the same for every filling.
    pub id: String,
    /// The words, slots filled.
    pub text: String,
}
