//! Showing a line, and taking it away.

use super::clock::LastMinutes;
use super::{BeforeSteer, CUE_LASTS, Cue, CueEnd, Output, Reason, Session};
use crate::{LineRequest, Rung, Slots};

/// Seconds for which a line that went by itself can still be said to have been said.
const SAID_LATE: f64 = 8.0;
/// Minutes left that are worth a word: 36 seconds are no minute, and "we have 52 minutes left" hurries nobody.
const MINUTES_TOLD: std::ops::RangeInclusive<f64> = 0.9..=20.5;

impl Session {
    /// Shows what waits. Whoever is asked about their life must answer now: that line takes the place of one for something else.
    pub(super) fn show_pending(&mut self) {
        if self.live.is_some() && !self.must_answer() {
            return;
        }
        let Some((rung, reason, _)) = self.pending.take() else { return };
        self.overtake();
        self.declared_done |= rung == Rung::Return;
        self.humane_offered |= rung.is_humane();
        self.stay_offered |= rung == Rung::Stay;
        if rung == Rung::Announce {
            self.announcing.shown();
        }
        if rung == Rung::Return {
            self.parking.brought_back(self.now);
        }
        self.clock.said(rung, reason, self.now, &self.phases, &self.plan);
        // A chat that was agreed is no drift, whatever leads back from it.
        if rung.steers() && reason != Reason::ChatOver {
            // What needs a line is a drift, however short it is.
            self.tracker.stretch.as_mut().into_iter().for_each(|stretch| stretch.open = true);
            self.tell_drift();
            self.forget_the_way_here();
            self.before_steer =
                Some(BeforeSteer { ladder: self.ladder.clone(), tracker: self.tracker.clone(), steers: self.steers.clone() });
            self.ladder.shown += u32::from(rung.is_step());
            if let Some(stretch) = &mut self.tracker.stretch {
                stretch.cued_at = Some(stretch.private);
                stretch.steer_ignored = false;
                stretch.deflected |= rung == Rung::Deflect;
            }
            self.steers.push((self.cues, self.now));
        }
        let cue = Cue {
            id: self.cues,
            at: self.now,
            after: self.after,
            request: self.request(rung),
            until: self.now + CUE_LASTS,
            reason,
        };
        self.cues += 1;
        self.live = Some(cue.clone());
        self.outputs.push_back(Output::Cue(cue));
    }

    fn must_answer(&self) -> bool {
        let asked = self.pending.is_some_and(|(rung, ..)| rung == Rung::Deflect);
        let gives_way = |cue: &Cue| !matches!(cue.rung(), Rung::Deflect | Rung::Humane | Rung::Stay | Rung::Announce);
        asked && self.live.as_ref().is_some_and(gives_way)
    }

    fn request(&self, rung: Rung) -> LineRequest {
        let boundary = &self.plan.boundary;
        let under_way = self.items.under_way(self.now);
        let to_come = self.items.to_come();
        let item = under_way.or(to_come).and_then(|item| self.plan.agenda.get(item));
        let left = self.planned().map(|planned| (planned - self.now) / 60.0).filter(|minutes| MINUTES_TOLD.contains(minutes));
        LineRequest {
            rung,
            kind: boundary.kind,
            lang: boundary.lang,
            tone: boundary.tone,
            address: boundary.address,
            slots: Slots {
                topic: None,
                next_item: item.map(|item| item.text.clone()),
                minutes_left: left.map(|minutes| minutes.round() as u32),
                next_meeting: self.plan.next_meeting.clone(),
                name: self.plan.client.clone(),
            },
            // Written talk has no end for anything to wait for. What is to wait for the end cannot wait for it at the end. Past it
            // there is no other line to lead back by where no item can be named, and one that nobody finds would keep the clock's own line waiting.
            chat_at_end: boundary.chat_at_end > 0.0
                && !self.written
                && match self.last_minutes() {
                    LastMinutes::Unplanned | LastMinutes::ToCome => true,
                    LastMinutes::Here => false,
                    LastMinutes::Over => item.is_none(),
                },
            nothing_next: !self.items.is_empty() && (under_way.is_some() || to_come.is_none()),
        }
    }

    /// There was no line for the cue that is taken for shown: nothing is on show, and no rung of the ladder was used. What the
    /// clock and the phases had to say is not tried again.
    pub(super) fn not_seen(&mut self, id: u32) {
        if let Some(cue) = self.live.take_if(|cue| cue.id == id)
            && cue.rung().steers()
            && let Some(before) = self.before_steer.take()
        {
            (self.ladder, self.tracker, self.steers) = (before.ladder, before.tracker, before.steers);
        }
    }

    /// Takes a line away that steers: there is nothing left for it to do.
    pub(super) fn overtake_steer(&mut self) {
        if self.live.as_ref().is_some_and(|cue| cue.rung().steers()) {
            self.overtake();
        }
    }

    /// The line that has just gone by itself, if it was said all the same.
    pub(super) fn said_late(&mut self) -> Option<Rung> {
        let cue = self.expired.take().filter(|cue| self.live.is_none() && self.now - cue.until < SAID_LATE)?;
        self.outputs.push_back(Output::CueGone { id: cue.id, at: self.now, why: CueEnd::Said });
        Some(cue.rung())
    }

    pub(super) fn overtake(&mut self) {
        self.take_away(CueEnd::Overtaken);
    }

    pub(super) fn take_away(&mut self, why: CueEnd) {
        if let Some(cue) = self.live.take() {
            self.gone_at = Some(self.now);
            self.outputs.push_back(Output::CueGone { id: cue.id, at: self.now, why });
            self.expired = Some(cue).filter(|_| why == CueEnd::Expired);
        }
    }
}
