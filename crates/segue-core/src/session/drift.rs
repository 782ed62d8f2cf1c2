//! Evidence for a drift: gathers over speech time, decays, and has hysteresis.

use super::Session;
use super::event::{Heard, Output};
use crate::{Flag, Phase, Role};

/// Half-life of evidence for private talk, in seconds of other speech.
const EVIDENCE_HALF_LIFE: f64 = 20.0;
/// Evidence (seconds of certain private speech) at which a stretch counts as a drift.
const OPENS_AT: f64 = 4.0;
/// Probability from which an utterance is surely private.
const SURE: f64 = 0.8;
/// Business speech in seconds after which a drift is over, if it came in two utterances or more.
const BACK_AFTER: f64 = 4.0;
/// Business speech in seconds after which a drift is over even in one utterance; one opened by key is not over before, since
/// whoever pressed it heard private talk where the labels may not.
const BACK_AT_ONCE: f64 = 9.0;

/// A stretch that is, or may become, a drift.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts about one stretch")]
pub(super) struct Stretch {
    /// First private utterance; `None` if opened by key before any.
    pub from: Option<usize>,
    pub opened_by: Role,
    /// Seconds of private speech, weighted by probability.
    pub private: f64,
    /// Seconds of it that were mine.
    pub mine: f64,
    /// Weighted seconds of all speech with a topic since it began.
    pub talk: f64,
    /// Private utterances in it.
    pub turns: u32,
    /// Turns to and fro: utterances in a row of one side are one.
    pub turns_to_and_fro: u32,
    /// Who spoke last in it.
    spoke_last: Option<Role>,
    /// The last utterances in a row that are surely private.
    pub sure_turns: u32,
    /// Private utterances of mine in it.
    pub my_turns: u32,
    /// Seconds of it that were told in a serious thread: they count for no grace.
    pub serious: f64,
    /// Strong enough to be a drift.
    pub open: bool,
    /// That it opened was told.
    pub told: bool,
    /// Private seconds at the last cue shown in it.
    pub cued_at: Option<f64>,
    /// A line handed a personal question back in it.
    pub deflected: bool,
    /// A steer by anybody was passed over.
    pub steer_ignored: bool,
    /// I tried to steer, and no answer is known yet.
    pub steer_pending: bool,
    /// A private fact that moves the work came up in it.
    pub work_impact: bool,
    /// "Not now" was pressed in it.
    pub declined: bool,
    /// Seconds at which it was opened with the key, if it was.
    pub by_key: Option<f64>,
    /// When a topic of it was parked last.
    pub parked: Option<f64>,
    /// Personal questions put to me in it.
    pub asked_me: u32,
    evidence: f64,
    business: f64,
    business_turns: u32,
    /// First utterance that may have brought it back.
    back_by: Option<Role>,
    back_at: f64,
}

impl Stretch {
    fn new(heard: &Heard) -> Self {
        Self { from: Some(heard.index), opened_by: heard.role, ..Self::default() }
    }

    /// How sure it is that this stretch is private: share of its topical speech, 0 to 1.
    pub fn confidence(&self) -> f64 {
        if self.by_key.is_some() { 1.0 } else { self.private / self.talk.max(0.1) }
    }
}

/// A drift that ended.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Return {
    pub stretch: Stretch,
    pub by: Option<Role>,
    pub at: f64,
}

/// Follows private talk through the call.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tracker {
    pub stretch: Option<Stretch>,
}

impl Tracker {
    /// Takes an utterance in; returns a drift that it ended.
    pub fn hear(&mut self, heard: &Heard) -> Option<Return> {
        let reading = &heard.reading;
        let private = f64::from(reading.probabilities.private());
        let framing = f64::from(reading.probabilities.framing);
        let topical = (1.0 - framing) * heard.weight;
        if reading.label.is_private() {
            self.private(heard, private);
            return None;
        }
        let stretch = self.stretch.as_mut()?;
        let steer = reading.flags.has(Flag::SteerBack);
        if steer {
            stretch.steer_pending = true;
        }
        if reading.flags.has(Flag::Ignored) {
            stretch.steer_ignored = true;
        }
        // What was under way when the key was pressed is what it was pressed at.
        if stretch.by_key.is_some_and(|pressed| heard.start < pressed) {
            return None;
        }
        if stretch.back_by.is_none() {
            stretch.back_by = Some(heard.role);
            stretch.back_at = heard.start;
        }
        // Framing moves nothing: a time check within a chat is not yet business.
        if framing >= 0.5 {
            return None;
        }
        stretch.talk += topical;
        stretch.sure_turns = 0;
        stretch.private += private * heard.weight;
        stretch.evidence *= 0.5_f64.powf(heard.weight / EVIDENCE_HALF_LIFE);
        stretch.business += heard.weight * (1.0 - 2.0 * private).max(0.0);
        stretch.business_turns += 1;
        let in_turns = stretch.by_key.is_none() && stretch.business_turns >= 2 && stretch.business >= BACK_AFTER;
        let back = stretch.business >= BACK_AT_ONCE || in_turns;
        let faded = !stretch.open && stretch.business > stretch.evidence;
        if back || faded { self.close(heard.start) } else { None }
    }

    fn private(&mut self, heard: &Heard, private: f64) {
        let flags = heard.reading.flags;
        let stretch = self.stretch.get_or_insert_with(|| Stretch::new(heard));
        if stretch.from.is_none() {
            stretch.from = Some(heard.index);
            stretch.opened_by = heard.role;
        }
        if stretch.steer_pending {
            stretch.steer_pending = false;
            stretch.steer_ignored = true;
        }
        let seconds = heard.weight;
        stretch.private += seconds;
        stretch.talk += heard.weight;
        stretch.turns += 1;
        stretch.turns_to_and_fro += u32::from(stretch.spoke_last.replace(heard.role) != Some(heard.role));
        stretch.sure_turns = if private >= SURE { stretch.sure_turns + 1 } else { 0 };
        if heard.role == Role::Me {
            stretch.mine += seconds;
            stretch.my_turns += 1;
        }
        stretch.evidence += heard.weight * (2.0 * private - 1.0).max(0.05);
        stretch.business = 0.0;
        stretch.business_turns = 0;
        stretch.back_by = None;
        stretch.work_impact |= flags.has(Flag::WorkImpact);
        stretch.asked_me += u32::from(heard.asks_me());
        stretch.steer_ignored |= flags.has(Flag::Ignored);
        let long_enough = stretch.turns >= 2 || heard.weight >= 2.0 * OPENS_AT;
        stretch.open |= stretch.evidence >= OPENS_AT && long_enough;
    }

    /// True while a drift is under way.
    pub fn is_open(&self) -> bool {
        self.stretch.as_ref().is_some_and(|stretch| stretch.open)
    }

    /// What was said so far belongs to something serious.
    pub fn excuse(&mut self) {
        if let Some(stretch) = &mut self.stretch {
            (stretch.serious, stretch.turns_to_and_fro) = (stretch.private, 0);
        }
    }

    /// Opens a drift by key; business heard before says nothing of it.
    pub fn open_by_key(&mut self, at: f64) {
        let stretch = self.stretch.get_or_insert_default();
        (stretch.open, stretch.told) = (true, true);
        stretch.by_key = Some(at);
        (stretch.business, stretch.business_turns, stretch.back_by) = (0.0, 0, None);
    }

    /// Ends the current stretch; returns it if it was a drift.
    pub fn close(&mut self, at: f64) -> Option<Return> {
        let stretch = self.stretch.take()?;
        if !stretch.open {
            return None;
        }
        let by = stretch.back_by;
        let at = if by.is_some() && stretch.back_at > 0.0 { stretch.back_at } else { at };
        Some(Return { stretch, by, at })
    }
}

impl Session {
    /// Tells of a drift, once; private talk that is welcome is none.
    pub(super) fn open_once(&mut self) {
        if !matches!(self.phases.now, Phase::Greeting | Phase::ClosingChat | Phase::SignOff) && !self.chat_has_come() {
            self.tell_drift();
        }
    }

    pub(super) fn tell_drift(&mut self) {
        let Some(stretch) = self.tracker.stretch.as_mut().filter(|stretch| stretch.open && !stretch.told) else { return };
        stretch.told = true;
        self.outputs.push_back(Output::DriftOpened { at: self.now, from: stretch.from });
    }

    pub(super) fn closed(&mut self, back: &Return) {
        self.forget_the_way_here();
        let steers = std::mem::take(&mut self.steers);
        let returned_after = steers.into_iter().map(|(id, at)| (id, (back.at - at).max(0.0))).collect();
        self.overtake_steer();
        if self.pending.is_some_and(|(rung, ..)| rung.steers()) {
            self.pending = None;
        }
        let stretch = &back.stretch;
        let long = stretch.private - stretch.serious >= self.plan.boundary.grace();
        if stretch.told && (stretch.cued_at.is_some() || stretch.steer_ignored || long) {
            self.ladder.returns += 1;
        }
        self.outputs.push_back(Output::DriftClosed {
            at: back.at,
            private: back.stretch.private,
            returned_by: back.by,
            returned_after,
        });
    }
}
