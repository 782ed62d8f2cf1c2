//! The debrief of a call: the contract `segue.debrief/1`, documented in `docs/debrief.md`.

mod figures;
mod unprinted;

use crate::{
    A_REMARK, Flag, Flags, Kind, Label, Lang, Phase, Probabilities, Problem, Role, Rung, Situation, Timing, Words, seconds_to_say,
};
use serde::{Deserialize, Serialize};

/// Name and version of the contract.
pub const SCHEMA: &str = "segue.debrief/1";

/// Everything that is said of one call. All times are seconds from its start, all `from`, `to`,
/// `after` and `index` are positions in `utterances`.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Debrief {
    /// [`SCHEMA`].
    pub schema: String,
    /// Name of the file, without its folder.
    pub file: String,
    /// Language of the call.
    pub lang: Lang,
    /// Kind of call.
    pub kind: Kind,
    /// What the times are worth; decides whether `talk` counts seconds or words.
    pub timing: Timing,
    /// Length of the call in seconds (of its first to last utterance).
    pub seconds: f64,
    /// The one sentence to remember.
    pub headline: String,
    /// Utterances, one for each in the file, in its order.
    pub utterances: Vec<DebriefUtterance>,
    /// Sittings of a chat (stretches without a gap of hours) as ranges of utterances; one for a call.
    pub sittings: Vec<Sitting>,
    /// Phases as they came.
    pub phases: Vec<PhaseSpan>,
    /// Stretches off business.
    pub drifts: Vec<Drift>,
    /// True if segue was there: the lines were shown, and not only would have been.
    #[serde(default)]
    pub accompanied: bool,
    /// True if I announced a new boundary in it.
    #[serde(default)]
    pub announced: bool,
    /// True if an announcement was due and segue was there, or would have offered it, but I did not make it.
    #[serde(default)]
    pub announcement_missed: bool,
    /// Lines that segue showed or would have shown, from the live way.
    pub cues: Vec<ShownCue>,
    /// Talk per speaker and in total.
    pub talk: Talk,
    /// What private talk cost.
    pub cost: Option<Cost>,
    /// Where I kept private talk alive; `None` if it is not known who I am.
    pub feeding: Option<Vec<Feeding>>,
    /// Topics put aside or lost.
    pub parked: Vec<Parked>,
    /// Agenda items, reached or not.
    pub agenda: Vec<AgendaResult>,
    /// Serious or work-changing facts: to be handled, not steered.
    pub notes: Vec<Note>,
    /// Talk past the planned time.
    pub overrun: Option<Overrun>,
    /// Problems of the file, or what of a live call was not recognised.
    pub problems: Vec<Problem>,
    /// A chat over months and hours of the day; `None` for a call, and for a chat of a few weeks.
    #[serde(default)]
    pub correspondence: Option<Correspondence>,
}

/// A chat over months: how much of it is private, who begins, and at which hours people write.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Correspondence {
    /// Day of the first message, `2026-03-02`.
    pub first_day: String,
    /// Day of the last message.
    pub last_day: String,
    /// Months in order, those without a message too.
    pub months: Vec<Month>,
    /// My office hours as they are agreed with this client, if any.
    pub office_hours: Option<String>,
    /// At which hours people write, in order of appearance.
    pub writers: Vec<Writer>,
}

/// One month of a chat.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Month {
    /// `2026-03`.
    pub month: String,
    /// Messages.
    pub messages: usize,
    /// Share of private words, 0 to 1; 0 without words.
    pub private_share: f64,
    /// Sittings that I began.
    pub opened_by_me: usize,
    /// Sittings that others began.
    pub opened_by_others: usize,
    /// Messages in which something serious was told or comforted.
    pub serious: usize,
}

/// When somebody writes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Writer {
    /// Who.
    pub speaker: By,
    /// Messages by the hour of the day, from midnight on: 24 numbers.
    pub hours: Vec<usize>,
    /// Messages outside my office hours; `None` if none were agreed.
    pub outside_hours: Option<usize>,
}

/// One utterance with its labels.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DebriefUtterance {
    /// Position, from 0.
    pub index: usize,
    /// Seconds.
    pub start: f64,
    /// Seconds.
    pub end: f64,
    /// Name as the file gives it.
    pub speaker: String,
    /// Role.
    pub role: Role,
    /// Words.
    pub text: Words,
    /// Label with the whole call in view.
    pub label: Label,
    /// Label from what came before and the next utterance.
    pub live_label: Label,
    /// Calibrated probabilities with the whole call in view.
    pub probabilities: Probabilities,
    /// Flags.
    pub flags: Flags,
}

/// A stretch of a chat without a gap of hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitting {
    /// First utterance.
    pub from: usize,
    /// Last utterance.
    pub to: usize,
}

/// A phase and when it held.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PhaseSpan {
    /// Which phase.
    pub phase: Phase,
    /// Seconds.
    pub start: f64,
    /// Seconds.
    pub end: f64,
}

/// Who said it, in a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct By {
    /// Role.
    pub role: Role,
    /// Name as the file gives it; may be empty.
    pub name: String,
}

/// A stretch off business.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Drift {
    /// First utterance.
    pub from: usize,
    /// Last utterance.
    pub to: usize,
    /// Seconds.
    pub start: f64,
    /// Seconds.
    pub end: f64,
    /// Who opened it; `None` if nobody can say (one channel of sound).
    pub opened_by: Option<By>,
    /// Who brought it back; `None` if nobody did or nobody can say.
    pub returned_by: Option<By>,
    /// The words that brought it back.
    pub returned_with: Option<Words>,
    /// The utterance that brought it back.
    pub returned_at: Option<usize>,
    /// Seconds of private speech in it (words in a chat).
    pub private: f64,
    /// Mostly small talk or mostly personal.
    pub label: Label,
    /// Of `private`, what the welcome at the start or the chat agreed for the end covers: only what is beyond counts.
    #[serde(default)]
    pub allowed: f64,
    /// Why it needed no steering, if so.
    pub excused: Option<Excuse>,
    /// What it was about: the words that opened it, shortened.
    pub topic: Words,
}

impl Debrief {
    /// True of a line that was refused because the chat that it would have led back from was fine.
    pub fn was_fine(&self, cue: &ShownCue) -> bool {
        let chats = self.drifts.iter().filter(|drift| drift.excused == Some(Excuse::Closing));
        cue.declined && chats.into_iter().any(|chat| (chat.start..=chat.end).contains(&cue.at))
    }
}

impl Drift {
    /// True if something private was told in it that may be serious, though nobody can be sure. `utterances` are those of its call.
    pub fn may_be_serious(&self, utterances: &[DebriefUtterance]) -> bool {
        let told =
            |row: &DebriefUtterance| row.label.is_private() && row.flags.has(Flag::Serious) && row.flags.has(Flag::Disclosure);
        utterances.iter().filter(|row| (self.from..=self.to).contains(&row.index)).any(told)
    }
}

/// Why a stretch of private talk is none to steer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Excuse {
    /// Small talk at the greeting, within the allowance.
    Greeting,
    /// The agreed chat at the end, or after the business was done.
    Closing,
    /// Something serious was disclosed.
    Serious,
    /// A private fact that moves the work.
    WorkImpact,
    /// Over before the grace was.
    Brief,
}

/// A line that was or would have been shown.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct ShownCue {
    /// Seconds.
    pub at: f64,
    /// Utterance after which it is shown.
    pub after: usize,
    /// What for, as the contract names it.
    pub situation: Situation,
    /// The rung of the ladder, finer than the situation.
    pub rung: Rung,
    /// Id of the line in the phrasebook.
    #[serde(default)]
    pub line: String,
    /// The line.
    pub text: String,
    /// True if I said it, in these or in like words (in a call held without segue: of my own accord).
    #[serde(default)]
    pub said: bool,
    /// True if I refused it: it neither works nor fails.
    #[serde(default)]
    pub declined: bool,
    /// Seconds from the cue until business went on; `None` if it did not in this drift, or I refused the line.
    pub returned_after: Option<f64>,
}

/// Talk per label: seconds of speech, or words in a chat.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LabelAmounts {
    /// Business.
    pub business: f64,
    /// Small talk.
    pub smalltalk: f64,
    /// Personal talk.
    pub personal: f64,
    /// Framing.
    pub framing: f64,
    /// What nobody heard and no key marked, of a call that was followed by keys: what it was, nobody can say.
    #[serde(default)]
    pub unmarked: f64,
}

impl LabelAmounts {
    /// Adds an amount to a label.
    pub fn add(&mut self, label: Label, amount: f64) {
        *match label {
            Label::Business => &mut self.business,
            Label::Smalltalk => &mut self.smalltalk,
            Label::Personal => &mut self.personal,
            Label::Framing => &mut self.framing,
        } += amount;
    }

    /// The amount of a label.
    pub fn of(&self, label: Label) -> f64 {
        match label {
            Label::Business => self.business,
            Label::Smalltalk => self.smalltalk,
            Label::Personal => self.personal,
            Label::Framing => self.framing,
        }
    }

    /// All labels together, and what has none.
    pub fn total(&self) -> f64 {
        self.business + self.smalltalk + self.personal + self.framing + self.unmarked
    }

    /// The same without what has no label.
    #[must_use]
    pub fn labelled(self) -> Self {
        Self { unmarked: 0.0, ..self }
    }

    /// Small talk and personal talk.
    pub fn private(&self) -> f64 {
        self.smalltalk + self.personal
    }

    /// Private talk as a share of all, 0 to 1; 0 without talk.
    pub fn private_share(&self) -> f64 {
        let total = self.total();
        if total > 0.0 { self.private() / total } else { 0.0 }
    }
}

impl std::ops::AddAssign for LabelAmounts {
    fn add_assign(&mut self, other: Self) {
        for label in Label::ALL {
            self.add(label, other.of(label));
        }
        self.unmarked += other.unmarked;
    }
}

/// What amounts of talk are counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Seconds of speech.
    #[default]
    Seconds,
    /// Words of a chat.
    Words,
}

/// Talk of everybody.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Talk {
    /// What the amounts count.
    pub unit: Unit,
    /// Everybody together.
    pub total: LabelAmounts,
    /// One entry a speaker, in order of appearance.
    pub speakers: Vec<SpeakerTalk>,
}

impl Talk {
    /// True if all of its private talk is no more than a remark.
    pub fn is_private_a_remark(&self) -> bool {
        let private = self.total.smalltalk + self.total.personal;
        let seconds = if self.unit == Unit::Words { seconds_to_say(private as usize) } else { private };
        seconds < A_REMARK
    }
}

/// Talk of one speaker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SpeakerTalk {
    /// Who.
    pub speaker: By,
    /// How much.
    pub amounts: LabelAmounts,
}

/// What private talk cost at my rate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cost {
    /// Minutes of private talk, wall clock of speech.
    pub minutes: f64,
    /// Money.
    pub amount: f64,
    /// Currency as the user wrote it.
    pub currency: String,
}

/// A way in which I feed a drift.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FeedingKind {
    /// I asked about private life.
    PersonalQuestion,
    /// I told something private.
    Disclosure,
    /// I answered with enthusiasm.
    Enthusiasm,
    /// I opened the drift.
    Opening,
}

/// One moment in which I fed a drift.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Feeding {
    /// How.
    pub kind: FeedingKind,
    /// Utterance.
    pub index: usize,
    /// Seconds.
    pub at: f64,
    /// What I said, shortened.
    pub text: Words,
}

/// A topic put aside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Parked {
    /// The utterance it came up in.
    pub index: usize,
    /// Seconds.
    pub at: f64,
    /// The topic, in the words that opened it, shortened.
    pub topic: Words,
    /// Whether it came back.
    pub fate: ParkedFate,
}

/// What became of a parked topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ParkedFate {
    /// Put aside and not yet taken up again.
    Parked,
    /// Taken up again at the end.
    Returned,
    /// Cut off without anybody putting it aside.
    Lost,
}

/// An agenda item after the call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AgendaResult {
    /// The item, in the user's words.
    pub text: String,
    /// Seconds at which it was first talked about; `None` if it was not reached.
    pub reached_at: Option<f64>,
    /// Utterance at which it was first talked about.
    pub index: Option<usize>,
}

/// A serious or work-changing fact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// Utterance.
    pub index: usize,
    /// Seconds.
    pub at: f64,
    /// `serious` or `work_impact`.
    pub kind: NoteKind,
    /// Who said it.
    pub by: By,
    /// What was said, shortened.
    pub text: Words,
}

/// What a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// Illness, death, divorce, crisis.
    Serious,
    /// A private fact that changes the work.
    WorkImpact,
}

/// Talk past the planned time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Overrun {
    /// Planned length in seconds.
    pub planned: f64,
    /// Seconds past it.
    pub seconds: f64,
    /// Seconds of private talk in the whole call.
    pub private: f64,
    /// Why, as it was answered during the call; `None` if it was not.
    #[serde(default)]
    pub reason: Option<Words>,
}
