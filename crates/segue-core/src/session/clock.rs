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
    /// The warning that is due at `now`, if any; it counts as given. `planned` is the end of the call, both in seconds; written
    /// talk has none.
    pub fn warn(&mut self, now: f64, planned: Option<f64>, phases: &Phases, plan: &Plan) -> Option<(Rung, Reason)> {
        let of_the_end = planned.and_then(|planned| self.of_the_end(now, planned, plan));
        if of_the_end.is_some() && phases.now != Phase::SignOff {
            return of_the_end;
        }
        let chat_over = phases.now == Phase::ClosingChat && phases.closing_chat > plan.boundary.chat_at_end;
        if !chat_over || self.chat_over {
            return None;
        }
        self.chat_over = true;
        Some((Rung::SignOff, Reason::ChatOver))
    }

    fn of_the_end(&mut self, now: f64, planned: f64, plan: &Plan) -> Option<(Rung, Reason)> {
        if now > planned && !self.overrun {
            (self.overrun, self.closing) = (true, true);
            Some((Rung::Overrun, Reason::TimeOver))
        } else if now > planned - Phases::closing_margin(plan) && !self.closing {
            self.closing = true;
            Some((Rung::Closing, Reason::TimeNearlyOver))
        } else {
            None
        }
    }
}
