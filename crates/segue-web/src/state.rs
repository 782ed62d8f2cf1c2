//! What the page sees (`docs/live-api.md`, "State").

use crate::card::Card;
use crate::command::Sounding;
use jiff::civil::{Date, DateTime};
use segue_core::debrief::{NoteKind, ParkedFate};
use segue_core::{
    AnnouncementWishes, Ears, ExceptionKind, Flags, Kept, Kind, Label, Lang, Phase, RehearsalRecord, Role, Rung, Situation, Words,
};
use serde::Serialize;

/// Everything the page draws.
#[derive(Serialize)]
pub(crate) struct State {
    pub screen: Screen,
    pub language: Lang,
    /// Only at the start: a call wants none of them.
    pub clients: Vec<ClientView>,
    /// The last step that can be taken back.
    pub last_step: Option<StepView>,
    pub can_listen: CanListen,
    /// What was typed on the command line, to fill the start with.
    pub suggested: Suggested,
    pub resume: Option<CutOff>,
    pub rehearsal: Option<RehearsalView>,
    pub call: Option<CallView>,
    pub after: Option<ClosingView>,
}

/// Which of the three screens.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Screen {
    Start,
    Rehearsal,
    Call,
    Debrief,
}

/// The last step that can be taken back.
#[derive(Serialize)]
pub(crate) struct StepView {
    /// When it was; no other step has the same.
    pub at: String,
    /// What it was, and whom it was about.
    pub what: String,
    /// It is about several clients or calls.
    pub several: bool,
    /// Something was forgotten after it, which is no step.
    pub forgotten: bool,
}

/// A client: their card, and what calls brought.
#[derive(Serialize)]
pub(crate) struct ClientView {
    #[serde(flatten)]
    pub card: Card,
    pub ears: Option<Ears>,
    /// Calls so far.
    pub calls: usize,
    /// Seconds before the first line where none are set.
    pub usual_grace: f64,
    /// When the next call is, as a calendar knows it.
    pub next_call: Option<DateTime>,
    pub announcement_due: bool,
    pub announcement: Option<WrittenView>,
    /// The last call departed from the plan, and the client has no note about it.
    pub departure: bool,
    pub parked: Vec<Words>,
    pub remembered: Vec<String>,
    /// Agenda items that the last call did not reach.
    pub left: Vec<String>,
}

/// An announcement that was written.
#[derive(Serialize)]
pub(crate) struct WrittenView {
    pub script: String,
    pub announced: Option<Date>,
    /// The answers it was written from.
    pub wishes: Option<AnnouncementWishes>,
}

#[derive(Clone, Serialize)]
pub(crate) struct CanListen {
    pub model: Option<String>,
    pub system: SystemView,
}

/// The devices of this computer that would be listened to, by name.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct SystemView {
    pub me: Option<String>,
    pub other: Option<String>,
}

/// What was typed on the command line.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Suggested {
    /// Name of the client.
    pub client: Option<String>,
    /// Planned minutes.
    pub minutes: Option<f64>,
    /// Agenda.
    pub agenda: Vec<String>,
    /// How to listen.
    pub ears: Option<Ears>,
    /// Language of the call.
    pub lang: Option<Lang>,
}

/// A call that was cut off by a crash, or whose debrief was left open.
#[derive(Clone, Default, Serialize)]
pub(crate) struct CutOff {
    pub client: String,
    pub started: String,
    pub seconds: f64,
    /// It is over: what waits is its debrief.
    pub over: bool,
    /// Its journal can be read; of one that cannot be, nothing else is known.
    pub readable: bool,
}

#[derive(Serialize)]
pub(crate) struct CallView {
    pub client: String,
    pub lang: Lang,
    pub kind: Kind,
    pub ears: Ears,
    pub now: f64,
    pub planned: Option<f64>,
    pub phase: &'static str,
    pub agenda: Vec<ItemView>,
    pub next_meeting: Option<String>,
    pub listening: ListeningView,
    pub ribbon: Vec<Stretch>,
    pub drifting: Option<Drifting>,
    pub cue: Option<CueView>,
    pub parked: Vec<ParkedView>,
    pub notes: Vec<NoteView>,
    pub snoozed_until: Option<f64>,
    pub announcement: Option<AnnouncementView>,
    pub consented: bool,
    pub consent: Option<ConsentView>,
    pub ask_reason: Option<AskReason>,
    /// A chat that was agreed in the middle has had its minutes, and work waits.
    pub chat_over: bool,
    pub notices: Vec<NoticeView>,
}

/// The name of a chat that was agreed in the middle of a call.
pub(crate) const AGREED: &str = "agreed";

/// The name of a phase on the page.
pub(crate) fn phase_name(phase: Phase) -> &'static str {
    match phase {
        Phase::ClosingChat => "closing",
        other => other.name(),
    }
}

#[derive(Serialize)]
pub(crate) struct ItemView {
    pub text: String,
    pub minutes: Option<f64>,
    pub state: ItemState,
    /// When it began.
    pub since: Option<f64>,
    /// When it was done.
    pub until: Option<f64>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ItemState {
    #[default]
    Open,
    Current,
    Done,
}

#[derive(Clone, Default, PartialEq, Serialize)]
pub(crate) struct ListeningView {
    pub state: Sounding,
    pub me: SideView,
    pub other: SideView,
    pub message: String,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub(crate) struct SideView {
    pub state: Sounding,
    pub speaking: bool,
}

/// A piece of the ribbon.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(crate) struct Stretch {
    pub start: f64,
    pub end: f64,
    pub role: Role,
    pub label: Label,
    /// It goes on.
    pub open: bool,
}

#[derive(Serialize)]
pub(crate) struct Drifting {
    pub since: f64,
    pub private: f64,
}

#[derive(Clone, Serialize)]
pub(crate) struct CueView {
    pub id: u32,
    pub text: String,
    pub situation: Situation,
    pub rung: Rung,
    pub topic: Option<String>,
    pub until: f64,
    pub to_me: bool,
}

#[derive(Clone, Serialize)]
pub(crate) struct ParkedView {
    pub id: usize,
    /// Empty where nobody knows what it was.
    pub topic: Words,
    pub at: f64,
    pub fate: ParkedFate,
    /// Parked in an earlier call.
    pub earlier: bool,
    /// Kept for the next call if it still waits.
    pub carried: bool,
    /// It has a name: the user's, or one of the words that told it or put it aside.
    pub named: bool,
}

#[derive(Clone, Serialize)]
pub(crate) struct NoteView {
    pub at: f64,
    pub kind: NoteKind,
    pub text: Words,
}

#[derive(Serialize)]
pub(crate) struct AnnouncementView {
    pub script: String,
    pub state: AnnouncementState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum AnnouncementState {
    Due,
    Now,
    Said,
}

#[derive(Serialize)]
pub(crate) struct ConsentView {
    pub text: String,
}

#[derive(Clone, Copy, Serialize)]
pub(crate) struct AskReason {
    pub kind: ExceptionKind,
    pub seconds: f64,
}

#[derive(Clone, Serialize)]
pub(crate) struct NoticeView {
    pub at: f64,
    pub text: String,
}

/// A rehearsal.
#[derive(Serialize)]
pub(crate) struct RehearsalView {
    /// The real client it is for; empty if there is none.
    pub client: String,
    pub name: &'static str,
    pub about: &'static str,
    pub agenda: &'static [String],
    /// By which figures of the client they are set, in a sentence.
    pub set_by: Option<String>,
    pub said: Vec<SaidView>,
    /// Language of the talk.
    pub lang: Lang,
    /// What comes of my microphone; `None` unless my answers are heard.
    pub listening: Option<ListeningView>,
    /// What was heard of me since my last answer, in pieces: a draft, nothing said yet.
    pub heard: Vec<Words>,
    /// Why nothing can be heard.
    pub notice: Option<String>,
    /// What segue would say now, if that was asked for.
    pub hint: Option<String>,
    /// A line was asked for and there is nothing to steer: that, in a sentence.
    pub nothing: Option<&'static str>,
    /// What it came to, once it is over.
    pub headline: Option<String>,
    /// How it stands beside those before, once it is over.
    pub progress: Option<String>,
    pub record: RehearsalRecord,
}

/// Something said in a rehearsal; judged if it was mine.
#[derive(Clone, Serialize)]
pub(crate) struct SaidView {
    pub text: Words,
    pub judged: Option<JudgedView>,
}

/// Empty until the rehearsal is over.
#[derive(Clone, Default, Serialize)]
pub(crate) struct JudgedView {
    pub marks: Vec<&'static str>,
    pub better: Option<String>,
}

/// The call just over, and what there is to say of how it ended.
#[derive(Serialize)]
pub(crate) struct ClosingView {
    #[serde(flatten)]
    pub after: AfterView,
    /// It may have been ended by mistake, and can be gone on with.
    pub goes_on: bool,
    pub notice: Option<String>,
}

/// The call just over.
#[derive(Serialize)]
pub(crate) struct AfterView {
    pub client: String,
    pub headline: String,
    pub seconds: f64,
    pub planned: Option<f64>,
    /// `None` where nothing is known of the talk.
    pub private_share: Option<f64>,
    pub private_minutes: f64,
    /// What private talk cost, as the language of the page writes money.
    pub cost: Option<String>,
    pub utterances: Vec<UtteranceView>,
    pub parked: Vec<ParkedView>,
    pub exceptions: Vec<ExceptionView>,
    pub keeping: Kept,
    pub note_due: bool,
    /// It was to listen, whether it heard anything or not.
    pub listened: bool,
}

#[derive(Serialize)]
pub(crate) struct UtteranceView {
    pub index: usize,
    pub start: f64,
    pub end: f64,
    pub speaker: String,
    pub role: Role,
    pub label: Label,
    pub text: Words,
    pub flags: Flags,
}

#[derive(Clone, Serialize)]
pub(crate) struct ExceptionView {
    pub kind: ExceptionKind,
    pub seconds: f64,
    pub reason: String,
    /// The short name of the reason, if it is a usual one.
    pub usual: Option<&'static str>,
    pub theirs: bool,
}
