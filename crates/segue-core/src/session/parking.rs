//! Topics that were put aside, and the lines that bring them back, one after the other.

use super::Session;
use super::event::{Heard, Output};
use crate::Rung;

/// Seconds in which the key means the story that is parked already.
const SAME_TOPIC: f64 = 5.0;

/// Seconds that each topic has at the end before the next one is brought back: its share of the chat, within these.
const TELLING: std::ops::RangeInclusive<f64> = 20.0..=60.0;

/// How many topics wait, and how many a line or my words have asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Parking {
    parked: u32,
    asked_for: u32,
    /// When one was asked for last.
    asked_at: Option<f64>,
    /// My utterance that put a topic aside last: a key that says the same of it puts nothing more aside.
    put_aside_by: Option<usize>,
}

impl Parking {
    /// So many topics of earlier calls.
    pub fn with(parked: u32) -> Self {
        Self { parked, ..Self::default() }
    }

    /// One more was asked for.
    pub fn brought_back(&mut self, now: f64) {
        self.asked_for = (self.asked_for + 1).min(self.parked);
        self.asked_at = Some(now);
    }

    /// All that wait were asked for, or are not to be.
    pub fn all_brought_back(&mut self) {
        self.asked_for = self.parked;
    }

    fn waits(self) -> bool {
        self.parked > self.asked_for
    }
}

impl Session {
    /// Something was put off that nobody has come back to yet. Whoever has said goodbye is not called back for it, nor does who has
    /// announced that calls are for the work take that back.
    pub(super) fn topics_wait(&self) -> bool {
        let agreed = self.plan.boundary.chat_at_end > 0.0;
        agreed && self.parking.waits() && !self.phases.goodbye_said()
    }

    /// One of them is to be brought back now: the one before it has had its share of the chat.
    pub(super) fn topic_is_due(&self) -> bool {
        let share = self.plan.boundary.closing_chat() / f64::from(self.parking.parked.max(1));
        let told = |at: f64| self.now - at >= share.clamp(*TELLING.start(), *TELLING.end());
        self.topics_wait() && self.parking.asked_at.is_none_or(told)
    }

    /// My words put aside what was just told, however short it was. At the end they only promise another call.
    pub(super) fn put_aside(&mut self, heard: &Heard) {
        if self.phases.now.closes() || self.phases.goodbye_said() || self.serious.silences() {
            return;
        }
        let opened = self.tracker.stretch.as_ref().and_then(|stretch| stretch.from).or(heard.index.checked_sub(1));
        if self.parks(false) {
            self.parking.put_aside_by = Some(heard.index);
            self.outputs.push_back(Output::Parked { at: self.now, index: opened, by: Some(heard.index) });
        }
    }

    /// Puts the topic aside. A line says so once in a drift; the key, pressed again after a while, means the next story of it.
    pub(super) fn park(&mut self, by_key: bool) {
        let said = self.after.is_some() && self.parking.put_aside_by == self.after;
        let first = self.tracker.stretch.as_ref().filter(|stretch| stretch.parked.is_none()).and_then(|stretch| stretch.from);
        if said || !self.parks(by_key) {
            return;
        }
        let index = first.or(self.after);
        self.outputs.push_back(Output::Parked { at: self.now, index, by: None });
    }

    /// One more topic waits, unless it is that of a drift which is parked already; `again` it may be the next one of the same drift.
    fn parks(&mut self, again: bool) -> bool {
        let now = self.now;
        let next = |at: f64| again && now - at >= SAME_TOPIC;
        let parks = self.tracker.stretch.as_ref().and_then(|stretch| stretch.parked).is_none_or(next);
        if parks {
            self.parking.parked = self.parking.parked.saturating_add(1);
            if let Some(stretch) = &mut self.tracker.stretch {
                stretch.parked = Some(now);
            }
        }
        parks
    }

    /// A parked topic was dropped, or taken up without a line. Once none waits, neither does the line that brings them back.
    pub(super) fn dropped(&mut self) {
        self.parking.parked = self.parking.parked.saturating_sub(1);
        self.parking.asked_for = self.parking.asked_for.min(self.parking.parked);
        if self.parking.parked > 0 {
            return;
        }
        self.pending = self.pending.filter(|(rung, ..)| *rung != Rung::Return);
        if self.live.as_ref().is_some_and(|cue| cue.rung() == Rung::Return) {
            self.overtake();
        }
    }
}
