//! Events: all that is ever written. Whatever is shown is made from them.

use jiff::Zoned;
use segue_core::session::{CueEnd, Key};
use segue_core::{CallRecord, Client, Ears, Exception, Flags, Kept, Label, Plan, Probabilities, Role, Words};
use serde::{Deserialize, Serialize};

/// Something that happened to what is remembered of a client. Each holds what was before, so that it can be undone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub(crate) enum ClientEvent {
    /// A client was added.
    Added {
        /// The client.
        client: Box<Client>,
    },
    /// Adding was undone.
    Removed {
        /// The client as it was.
        client: Box<Client>,
    },
    /// A client was changed.
    Changed {
        /// Before.
        before: Box<Client>,
        /// After.
        after: Box<Client>,
    },
    /// A client was renamed.
    Renamed {
        /// Before.
        before: String,
        /// After.
        after: String,
    },
    /// What is known of lines with the client changed.
    Lines {
        /// Before; `None` if nothing was known.
        before: Option<serde_json::Value>,
        /// After.
        after: Option<serde_json::Value>,
    },
    /// The record of a call was made, changed (a reason given later) or withdrawn (by an undo).
    Recorded {
        /// Before; `None` if there was none.
        before: Option<Box<CallRecord>>,
        /// After; `None` if it was withdrawn.
        after: Option<Box<CallRecord>>,
    },
}

impl ClientEvent {
    /// The event that takes this one back.
    pub fn inverse(self) -> Self {
        match self {
            Self::Added { client } => Self::Removed { client },
            Self::Removed { client } => Self::Added { client },
            Self::Changed { before, after } => Self::Changed { before: after, after: before },
            Self::Renamed { before, after } => Self::Renamed { before: after, after: before },
            Self::Lines { before, after } => Self::Lines { before: after, after: before },
            Self::Recorded { before, after } => Self::Recorded { before: after, after: before },
        }
    }

    /// Name of the kind of event, as the column `kind` has it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Added { .. } => "added",
            Self::Removed { .. } => "removed",
            Self::Changed { .. } => "changed",
            Self::Renamed { .. } => "renamed",
            Self::Lines { .. } => "lines",
            Self::Recorded { .. } => "recorded",
        }
    }
}

/// Something that happened in a call. Times are seconds from its start.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum CallEvent {
    /// It began.
    Started {
        /// When, with its time zone.
        started: Zoned,
        /// The plan, with the boundary as it was then.
        plan: Box<Plan>,
    },
    /// An utterance was heard.
    Heard(Box<HeardEvent>),
    /// Somebody began to speak, or nobody speaks any more.
    Speaking {
        /// Seconds.
        at: f64,
        /// True if somebody speaks.
        on: bool,
    },
    /// A key was pressed.
    Key {
        /// Seconds.
        at: f64,
        /// Which.
        key: Key,
    },
    /// A line was shown.
    CueShown {
        /// Seconds.
        at: f64,
        /// Number of the cue within the call.
        cue: u32,
        /// Id of the line.
        line: String,
        /// Name of its rung.
        rung: String,
    },
    /// A line went.
    CueEnded {
        /// Seconds.
        at: f64,
        /// Number of the cue within the call.
        cue: u32,
        /// Why.
        why: CueEnd,
    },
    /// The user put a label right.
    Corrected {
        /// Seconds.
        at: f64,
        /// First utterance.
        from: usize,
        /// Last utterance.
        to: usize,
        /// What it was.
        label: Label,
    },
    /// A departure from the plan, with its reason.
    Exception {
        /// Seconds.
        at: f64,
        /// The departure.
        exception: Exception,
    },
    /// Listening goes on in another way.
    Ears {
        /// Seconds.
        at: f64,
        /// How.
        ears: Ears,
    },
    /// The client was asked whether listening is fine.
    Consent {
        /// Seconds.
        at: f64,
        /// The answer.
        given: bool,
    },
    /// A parked topic was dropped.
    Dropped {
        /// Seconds.
        at: f64,
        /// Which.
        parked: usize,
    },
    /// What is kept of this call from now on.
    Keep {
        /// Seconds.
        at: f64,
        /// What.
        what: Kept,
    },
    /// Something the user was told; no words of the talk.
    Notice {
        /// Seconds.
        at: f64,
        /// What.
        text: String,
    },
    /// The call goes on.
    Beat {
        /// Seconds.
        at: f64,
    },
    /// The call is over.
    Ended {
        /// Seconds.
        at: f64,
    },
}

impl CallEvent {
    /// Name of the kind of event, as the column `kind` has it.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Started { .. } => "started",
            Self::Heard(_) => "heard",
            Self::Speaking { .. } => "speaking",
            Self::Key { .. } => "key",
            Self::CueShown { .. } => "cue_shown",
            Self::CueEnded { .. } => "cue_ended",
            Self::Corrected { .. } => "corrected",
            Self::Exception { .. } => "exception",
            Self::Ears { .. } => "ears",
            Self::Consent { .. } => "consent",
            Self::Dropped { .. } => "dropped",
            Self::Keep { .. } => "keep",
            Self::Notice { .. } => "notice",
            Self::Beat { .. } => "beat",
            Self::Ended { .. } => "ended",
        }
    }

    /// As it may be written under a keeping rule; `None` changes nothing.
    pub(crate) fn within(&self, kept: Kept) -> Self {
        match self {
            Self::Heard(heard) if !heard.words_may_stay(kept) => Self::Heard(Box::new(HeardEvent { words: None, ..(**heard).clone() })),
            other => other.clone(),
        }
    }
}

/// An utterance with what was understood of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeardEvent {
    /// Seconds.
    pub start: f64,
    /// Seconds.
    pub end: f64,
    /// Who.
    pub role: Role,
    /// How many words.
    pub count: usize,
    /// True if nobody was speaking when it was known.
    pub gap: bool,
    /// Label; `None` before it was understood.
    pub label: Option<Label>,
    /// Probabilities of the labels.
    pub probabilities: Option<Probabilities>,
    /// Flags.
    #[serde(default)]
    pub flags: Flags,
    /// The agenda item it is about, by position.
    #[serde(default)]
    pub agenda_item: Option<usize>,
    /// The words; the store drops them where the keeping rule says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Words>,
}

impl HeardEvent {
    /// Private words stay only where every word is kept; what was not understood counts as private.
    fn words_may_stay(&self, kept: Kept) -> bool {
        match kept {
            Kept::Nothing | Kept::Figures => false,
            Kept::BusinessWords => self.label.is_some_and(|label| !label.is_private()),
            Kept::Everything => true,
        }
    }
}
