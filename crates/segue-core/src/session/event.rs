//! What goes into a session and what comes out of it.

use crate::{Flag, LineRequest, Phase, Reading, Role, Rung};
use serde::{Deserialize, Serialize};

/// One utterance as the session sees it: no words, only what they did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Heard {
    /// Position in the call, from 0.
    pub index: usize,
    /// Seconds from the start of the call.
    pub start: f64,
    /// Seconds from the start of the call.
    pub end: f64,
    /// Weight in seconds of speech; for a message the time it would take to say it.
    pub weight: f64,
    /// Who spoke.
    pub role: Role,
    /// True if the voice can be told from the others (a name or a channel of its own).
    pub speaker_known: bool,
    /// What the live model understood.
    pub reading: Reading,
    /// What the utterance before it is, now that this one is known; `None` if nothing is thought of it anew.
    pub before: Option<Reading>,
    /// The agenda item it is about, if any.
    pub agenda_item: Option<usize>,
    /// What the words plainly do; of those of others only that they would go on.
    pub plain: PlainWords,
    /// Who has the floor now that the words are known.
    pub floor: Floor,
}

/// Who has the floor once the words of an utterance are known: that takes its time, and most turns follow upon each other sooner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Floor {
    /// Nobody speaks.
    Open,
    /// Somebody else than me has begun when it had ended: the moment between the two was a gap, and is only just over.
    Taken,
    /// I speak, or somebody goes on who spoke before it had ended.
    #[default]
    Held,
}

impl Floor {
    /// Seconds before the end of a turn in which the next one may begin already.
    const OVERLAP: f64 = 0.3;

    /// Who has the floor when it becomes known what was said until `end`. `speaking` is whoever speaks then, and when they began;
    /// all in seconds of the call.
    pub fn after(end: f64, speaking: impl IntoIterator<Item = (Role, f64)>) -> Self {
        let begun = |(role, began): (Role, f64)| role != Role::Me && began >= end - Self::OVERLAP;
        speaking
            .into_iter()
            .map(begun)
            .reduce(|all, one| all && one)
            .map_or(Self::Open, |all| if all { Self::Taken } else { Self::Held })
    }
}

/// What words plainly do, whatever they are about: known by turns of phrase, not by the nets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts about one utterance")]
pub struct PlainWords {
    /// They say that all of the work is done: "that's everything on my list".
    pub work_done: bool,
    /// They ask for what was put off: "you wanted to tell me about the boat".
    pub takes_up: bool,
    /// They are kind to bad news: "I'm so sorry".
    pub comforts: bool,
    /// They ask to go on with the work, whoever says them: "let's go on".
    pub goes_on: bool,
    /// They put aside what was just told in private: "can we put Norway aside for a bit?"
    pub puts_aside: bool,
}

impl Heard {
    /// A personal question to me.
    pub(super) fn asks_me(&self) -> bool {
        self.reading.flags.has(Flag::PersonalQuestion) && matches!(self.role, Role::Client | Role::Colleague)
    }
}

/// A key of the page or the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Key {
    /// "We drifted."
    Drifted,
    /// "We are back."
    Back,
    /// Park what is being talked about.
    Park,
    /// I said the line.
    SaidIt,
    /// Not now: no more lines in this drift.
    NotNow,
    /// No lines for five minutes.
    Snooze,
    /// This chat is agreed.
    AgreedChat,
    /// Next agenda item.
    NextItem,
    /// The new boundary was announced.
    Announced,
    /// The call is over.
    EndCall,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event {
    /// Somebody began to speak: no cue until they stop.
    SpeechStarted,
    /// Nobody is speaking.
    SpeechEnded,
    /// An utterance was understood.
    Utterance(Heard),
    /// A key was pressed.
    Key(Key),
    /// I go to an item of the agenda, also back to one.
    Item {
        /// Position in the agenda.
        item: usize,
    },
    /// A parked topic was dropped, or taken up without a line.
    Dropped,
    /// The line that was just given out brings back all that waits: it names none.
    AllBroughtBack,
    /// I led back in words of my own: a line on show that steers has nothing left to say.
    LedBack,
    /// No line fits the cue that was just given out: nobody has seen one.
    NoLine {
        /// Which cue.
        id: u32,
    },
    /// For so many seconds until now nobody followed the call: the computer slept, or the program was not running. It went on, but
    /// what happened in them nobody can say.
    Away {
        /// Seconds.
        seconds: f64,
    },
    /// Time passed.
    Tick,
}

/// An event and when it happened, seconds from the start of the call.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Input {
    /// Seconds; a time before an earlier one counts as that earlier one.
    pub at: f64,
    /// What happened.
    pub event: Event,
}

/// A cue that is to be shown now.
#[derive(Clone, Debug, PartialEq)]
pub struct Cue {
    /// Number within the call, from 0.
    pub id: u32,
    /// Seconds.
    pub at: f64,
    /// The utterance after which it is shown; `None` before the first.
    pub after: Option<usize>,
    /// What the line is for and what may be put into it.
    pub request: LineRequest,
    /// Seconds at which it goes by itself.
    pub until: f64,
    /// Why this rung and why now.
    pub reason: Reason,
}

impl Cue {
    /// What the line is for.
    pub fn rung(&self) -> Rung {
        self.request.rung
    }
}

/// Why a cue is shown; turned into words where it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Private talk went on past the grace.
    GraceOver,
    /// A steer was passed over.
    SteerIgnored,
    /// I was asked about my private life.
    AskedMe,
    /// I am the one who keeps it going.
    IFeed,
    /// I pressed "we drifted".
    KeyPressed,
    /// Something serious was said.
    Serious,
    /// The greetings are over and a new boundary is due.
    AfterGreetings,
    /// The planned time is nearly over.
    TimeNearlyOver,
    /// The planned time is over.
    TimeOver,
    /// Business is done and topics wait.
    TopicsWait,
    /// The closing chat has had its time.
    ChatOver,
}

/// Why a cue went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CueEnd {
    /// I said it.
    Said,
    /// Not now.
    Declined,
    /// Its moment passed.
    Expired,
    /// The talk came back by itself, or something serious was said.
    Overtaken,
}

/// A fact to be handled and not steered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// Illness, death, divorce, crisis.
    Serious,
    /// A private fact that moves the work: goes to the agenda.
    WorkImpact,
}

/// What a session says.
#[derive(Clone, Debug, PartialEq)]
pub enum Output {
    /// A new phase holds.
    Phase {
        /// Seconds.
        at: f64,
        /// Which.
        phase: Phase,
    },
    /// Show this line, alone.
    Cue(Cue),
    /// Take the line away.
    CueGone {
        /// Which cue.
        id: u32,
        /// Seconds.
        at: f64,
        /// Why.
        why: CueEnd,
    },
    /// A drift began at an utterance (`None`: by key, before any utterance).
    DriftOpened {
        /// Seconds.
        at: f64,
        /// First utterance.
        from: Option<usize>,
    },
    /// The talk is back on business.
    DriftClosed {
        /// Seconds.
        at: f64,
        /// Seconds of private speech in it.
        private: f64,
        /// Who brought it back, if that can be said.
        returned_by: Option<Role>,
        /// The steering cues that were shown in it, oldest first, and the seconds from each to the return.
        returned_after: Vec<(u32, f64)>,
    },
    /// The topic that began at an utterance was put aside.
    Parked {
        /// Seconds.
        at: f64,
        /// The utterance that opened it.
        index: Option<usize>,
        /// My utterance that put it aside, in words of my own.
        by: Option<usize>,
    },
    /// A fact for the notes.
    Noted {
        /// Seconds.
        at: f64,
        /// Utterance.
        index: usize,
        /// What kind.
        fact: Fact,
    },
    /// An agenda item was reached.
    AgendaReached {
        /// Seconds.
        at: f64,
        /// Position in the agenda.
        item: usize,
    },
    /// An agenda item that was under way is still to come: one before it was gone back to.
    AgendaLeft {
        /// Seconds.
        at: f64,
        /// Position in the agenda.
        item: usize,
    },
    /// All of the work is done, the item under way too: by key, or my words say so.
    WorkDone {
        /// Seconds.
        at: f64,
    },
    /// The call is over.
    Ended {
        /// Seconds.
        at: f64,
    },
}

impl Output {
    /// Seconds at which it came out; `None` for a return, which is dated back to the words that brought it.
    pub fn at(&self) -> Option<f64> {
        match self {
            Self::Phase { at, .. }
            | Self::CueGone { at, .. }
            | Self::DriftOpened { at, .. }
            | Self::Parked { at, .. }
            | Self::Noted { at, .. }
            | Self::AgendaReached { at, .. }
            | Self::AgendaLeft { at, .. }
            | Self::WorkDone { at }
            | Self::Ended { at } => Some(*at),
            Self::Cue(cue) => Some(cue.at),
            Self::DriftClosed { .. } => None,
        }
    }
}
