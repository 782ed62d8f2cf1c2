//! What waits to be shown: what is decided, what the phase and the clock have to say, and when its moment is there or has passed.

use super::clock::LastMinutes;
use super::event::{CueEnd, Heard, Reason};
use super::items::Work;
use super::{GAP_WITHIN, Session, WORDS_WITHIN};
use crate::{Phase, Rung};

/// Seconds between the end of an utterance and the silence after it: what ends earlier is not the last that was said.
const SILENCE_KNOWN_WITHIN: f64 = 1.0;

impl Session {
    /// Would a line help after this utterance?
    pub(super) fn consider(&mut self, heard: &Heard) {
        let phase = self.phases.now;
        let another_waits = self.pending.is_some_and(|(rung, ..)| !rung.steers());
        let welcome = phase.closes() || self.phases.goodbye_said() || self.chat_has_come();
        if another_waits || welcome || self.now < self.snoozed_until {
            return;
        }
        let boundary = &self.plan.boundary;
        let grace = self.ladder.grace(boundary, phase, self.written);
        let stretch = self.tracker.stretch.as_ref();
        let decided = stretch.and_then(|stretch| self.ladder.decide(stretch, heard, grace, phase, boundary));
        self.pending = match decided {
            Some((rung, reason)) => Some((rung, reason, self.now)),
            // What was decided before does not fit any more: I have steered, or the talk came back. A key asks for its line.
            None => self.pending.filter(|(_, reason, _)| *reason == Reason::KeyPressed),
        };
    }

    /// Clock, expiry, and showing what waits for a gap.
    pub(super) fn pass_time(&mut self) {
        if self.ended {
            return;
        }
        if self.live.as_ref().is_some_and(|cue| self.now >= cue.until) {
            self.take_away(CueEnd::Expired);
        }
        // What is to be done before the end of the time has come too late.
        let too_late = self.last_minutes() == LastMinutes::Over;
        if too_late && self.live.as_ref().is_some_and(|cue| cue.rung() == Rung::Closing) {
            self.overtake();
        }
        let before = self.phases.now;
        if !self.written {
            self.phases.tick(self.now, self.now - self.heard_until, &self.plan);
        }
        // A chat that takes the call past its end, with nothing of the agenda left, needs a goodbye and no way back. Work that goes on
        // past the end is not done.
        let runs_over = before != Phase::Overrun && self.phases.now == Phase::Overrun;
        if runs_over && self.work() == Work::Through && self.tracker.is_open() {
            self.phases.finish_work(self.now);
        }
        self.entered_if_not(before);
        // Waiting for the last words takes nothing off the time for a gap: this is one.
        let unread = !self.speaking && self.silent_since - self.heard_until > SILENCE_KNOWN_WITHIN;
        let waits = GAP_WITHIN + if unread { WORDS_WITHIN } else { 0.0 };
        self.pending = self.pending.filter(|(_, _, decided)| self.now - decided <= waits);
        if self.chat_has_come() {
            self.pending = self.pending.filter(|(rung, reason, _)| !rung.steers() || *reason == Reason::KeyPressed);
        }
        self.offer();
        // They may be serious, or lead back by themselves; only a key asks for its line whatever they are.
        let asked = self.pending.is_some_and(|(_, reason, _)| reason == Reason::KeyPressed);
        let known = asked || !unread || self.now - self.silent_since >= WORDS_WITHIN;
        let gap = self.gap_passed || !self.speaking && known;
        if gap && !self.keeps_quiet() {
            self.show_pending();
        }
    }

    /// Whoever asked for quiet has it from the humane line too: a kind person finds kind words without help. What was told in its
    /// last seconds may still get its line after it; minutes later a line would open again what is over. A steer waits in a snooze
    /// only where a key asked for it.
    fn keeps_quiet(&self) -> bool {
        self.now < self.snoozed_until && self.pending.is_some_and(|(rung, ..)| rung == Rung::Humane)
    }

    /// What the phase and the clock have to say, unless there is something else. Each is due until it is shown. Whoever asked for
    /// quiet is still told that the time is over: the clock does not steer.
    fn offer(&mut self) {
        if self.serious.silences() || self.pending.is_some() || self.live.is_some() {
            return;
        }
        let quiet = self.now < self.snoozed_until;
        // While an item waits there is no goodbye, nor is anything called back that was put off to the end.
        let ends = !self.is_agreed_chat() && !self.items_wait();
        let due = match self.phases.now {
            Phase::Announcement if !quiet && !self.announcing.offered => Some((Rung::Announce, Reason::AfterGreetings)),
            Phase::ClosingChat if !quiet && ends && self.topic_is_due() => Some((Rung::Return, Reason::TopicsWait)),
            _ => self.clock.due(self.now, self.planned(), &self.phases, &self.plan, ends, self.is_work_done()),
        };
        let back = || self.clock.back(self.now, &self.phases, &self.plan).filter(|_| self.chat_gives_way());
        // Whoever marked a drift that goes on past the end is offered an end, and no more minutes for it.
        let marked = self.tracker.stretch.as_ref().is_some_and(|stretch| stretch.by_key.is_some());
        let ended = |(rung, reason)| (if marked && rung == Rung::Overrun { Rung::SignOff } else { rung }, reason);
        let due = due.map(ended).or_else(back).filter(|(_, reason)| !quiet || *reason == Reason::TimeOver);
        self.pending = due.map(|(rung, reason)| (rung, reason, self.now));
    }
}
