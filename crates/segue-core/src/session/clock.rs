//! The clock: warnings about time, each given once.

use super::Reason;
use super::phases::Phases;
use crate::{Boundary, Phase, Plan, Rung};

/// Private talk in seconds after the goodbyes that shows that the call goes on.
const GOES_ON: f64 = Boundary::GRACE_MIN;

/// Seconds that a goodbye takes, and after which another line may ask for one.
const GOODBYE: f64 = 60.0;

/// Seconds after a line that asked for something, what to settle or what was put off, in which a goodbye would take it back.
const ASKED: f64 = 120.0;

/// Which warnings were given.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Clock {
    closing: bool,
    overrun: bool,
    /// Private seconds of the closing chat after which its end may be told again.
    chat_over_after: f64,
    /// Private seconds of a chat that was agreed in the midst of the work after which a line may lead back from it.
    back_after: f64,
    /// When its end was told last.
    ended_at: Option<f64>,
    /// When a line asked what to settle, or for what was put off.
    asked_at: Option<f64>,
}

/// Where the clock is, as seen from the minutes at the end that were agreed for a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LastMinutes {
    /// No end is planned.
    Unplanned,
    /// They are still to come.
    ToCome,
    /// They are here.
    Here,
    /// They are over, and the planned time with them.
    Over,
}

impl LastMinutes {
    /// At `now`, where the call is to end at `planned` seconds.
    pub fn at(now: f64, planned: Option<f64>, plan: &Plan) -> Self {
        let chat = plan.boundary.closing_chat();
        match planned {
            None => Self::Unplanned,
            Some(planned) if now > planned => Self::Over,
            Some(planned) if now >= planned - chat.min(planned / 2.0) => Self::Here,
            Some(_) => Self::ToCome,
        }
    }
}

impl Clock {
    /// Seconds that a chat has which was agreed in the midst of the work: as many as one at the end, where one is agreed.
    pub fn agreed_chat(plan: &Plan) -> f64 {
        Some(plan.boundary.closing_chat()).filter(|chat| *chat > 0.0).unwrap_or(Boundary::CLOSING_MIN)
    }

    /// The line that leads back from a chat that was agreed in the midst of the work, once it has had its time.
    pub fn back(self, now: f64, phases: &Phases, plan: &Plan) -> Option<(Rung, Reason)> {
        (phases.chat.seconds(now) > Self::agreed_chat(plan).max(self.back_after)).then_some((Rung::Direct, Reason::ChatOver))
    }

    /// A chat was agreed, also one that goes on: it has its time from now on.
    pub fn agreed(&mut self, phases: &Phases, plan: &Plan, now: f64) {
        self.back_after = phases.chat.seconds(now) + Self::agreed_chat(plan);
    }

    /// The warning that is due at `now`, if any. `planned` is the end of the call, both in seconds; written talk has none. `ends`
    /// is false in a chat that was agreed in the middle of a call: it has no measure. Once the work is `done`, all there is to say
    /// is goodbye.
    pub fn due(
        self,
        now: f64,
        planned: Option<f64>,
        phases: &Phases,
        plan: &Plan,
        ends: bool,
        done: bool,
    ) -> Option<(Rung, Reason)> {
        let goodbyes = phases.now == Phase::SignOff;
        let of_the_end = planned.and_then(|planned| self.of_the_end(now, planned, plan, done));
        // Whoever says goodbye closes, and may need a minute for it; a chat after it is past the time like any other.
        // Right after such words nothing of time is left to say.
        let wrapped_up = phases.wrapped_up_at.is_some_and(|at| now - at < GOODBYE);
        let of_the_end = of_the_end.filter(|_| !wrapped_up);
        let of_the_end =
            of_the_end.filter(|(_, reason)| !goodbyes || *reason == Reason::TimeOver && phases.chat.after_goodbyes > GOES_ON);
        let chat = goodbyes || phases.now == Phase::ClosingChat && ends;
        // The minutes that were agreed for it end with the call.
        let agreed = if planned.is_some_and(|planned| now > planned) { GOES_ON } else { plan.boundary.closing_chat() };
        let over = chat && phases.chat.seconds(now) > agreed.max(self.chat_over_after);
        let of_the_end = of_the_end.map(|(rung, reason)| (if done { Rung::SignOff } else { rung }, reason));
        of_the_end.or(over.then_some((Rung::SignOff, Reason::ChatOver)))
    }

    fn of_the_end(self, now: f64, planned: f64, plan: &Plan, done: bool) -> Option<(Rung, Reason)> {
        let margin = Phases::closing_margin(plan);
        // An agreed chat has its time, but for the last minute.
        let margin = if done { margin.min(GOODBYE) } else { margin };
        let lately = self.ended_at.is_some_and(|at| now - at < GOODBYE);
        let told = done && (lately || self.chat_over_after == f64::INFINITY);
        if now > planned {
            (!self.overrun && !told).then_some((Rung::Overrun, Reason::TimeOver))
        } else {
            // A goodbye is something else than the warning that there was still work for.
            let asked = self.asked_at.is_some_and(|at| now - at < ASKED);
            let told = if done { asked || self.chat_over_after > 0.0 } else { self.closing };
            (now > planned - margin && !told).then_some((Rung::Closing, Reason::TimeNearlyOver))
        }
    }

    /// A line was shown: if it is one of these warnings, it was given. That of a chat comes again after as long a chat once more,
    /// or sooner once the time is over.
    pub fn said(&mut self, rung: Rung, reason: Reason, now: f64, phases: &Phases, plan: &Plan) {
        self.overrun |= reason == Reason::TimeOver || rung == Rung::Overrun;
        self.closing |= matches!(reason, Reason::TimeOver | Reason::TimeNearlyOver);
        if matches!(rung, Rung::Closing | Rung::Return) {
            self.asked_at = Some(now);
        }
        if rung.steers() && reason == Reason::ChatOver {
            self.back_after = phases.chat.seconds(now) + Self::agreed_chat(plan).max(Boundary::GRACE_MAX);
        }
        if rung == Rung::SignOff {
            let over = !plan.boundary.planned_seconds().is_none_or(|planned| now <= planned);
            let agreed = if over { 0.0 } else { plan.boundary.closing_chat() };
            self.chat_over_after = phases.chat.seconds(now) + agreed.max(Boundary::GRACE_MAX);
            self.ended_at = Some(now);
        }
    }

    /// "Not now": this chat ends without another word of mine.
    pub fn declined(&mut self, rung: Rung, reason: Reason) {
        if rung.steers() && reason == Reason::ChatOver {
            self.back_after = f64::INFINITY;
        }
        if rung == Rung::SignOff {
            self.chat_over_after = f64::INFINITY;
        }
    }

    /// Another phase holds: the next closing chat has its own end.
    pub fn entered(&mut self, phase: Phase) {
        if !phase.closes() {
            (self.chat_over_after, self.back_after, self.ended_at) = (0.0, 0.0, None);
        }
    }
}
