//! The clock: warnings about time, each given once.

use super::Reason;
use super::phases::Phases;
use crate::{Phase, Plan, Rung};

/// Which warnings were given.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Clock {
    closing: bool,
    overrun: bool,
    chat_over: bool,
}

impl Clock {
    /// The warning that is due at `now`, if any. `planned` is the end of the call, both in seconds; written talk has none. `ends`
    /// is false in a chat that was agreed in the middle of a call: it has no measure.
    pub fn due(self, now: f64, planned: Option<f64>, phases: &Phases, plan: &Plan, ends: bool) -> Option<(Rung, Reason)> {
        let of_the_end = planned.filter(|_| phases.now != Phase::SignOff).and_then(|planned| self.of_the_end(now, planned, plan));
        let over = phases.now == Phase::ClosingChat && ends && phases.closing_chat > plan.boundary.chat_at_end && !self.chat_over;
        of_the_end.or(over.then_some((Rung::SignOff, Reason::ChatOver)))
    }

    fn of_the_end(self, now: f64, planned: f64, plan: &Plan) -> Option<(Rung, Reason)> {
        if now > planned {
            (!self.overrun).then_some((Rung::Overrun, Reason::TimeOver))
        } else {
            (now > planned - Phases::closing_margin(plan) && !self.closing).then_some((Rung::Closing, Reason::TimeNearlyOver))
        }
    }

    /// A line was shown: if it is one of these warnings, it was given.
    pub fn said(&mut self, rung: Rung) {
        self.overrun |= rung == Rung::Overrun;
        self.closing |= matches!(rung, Rung::Overrun | Rung::Closing);
        self.chat_over |= rung == Rung::SignOff;
    }

    /// Another phase holds: the next closing chat has its own end.
    pub fn entered(&mut self, phase: Phase) {
        self.chat_over &= matches!(phase, Phase::ClosingChat | Phase::SignOff);
    }
}
