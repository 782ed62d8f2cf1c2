//! Serious threads, and moments that may be: while one lasts, nothing steers.

use super::event::{Heard, Reason};
use super::{Session, WANTED};
use crate::{Flag, Label, Role, Rung};

/// Business utterances after which a serious thread may be over, no private one between them.
const QUIET_TURNS: u32 = 3;
/// Business speech in seconds after which a serious thread may be over, likewise.
const QUIET_SECONDS: f64 = 8.0;
/// Utterances for which a moment that may be serious keeps lines away, its own included.
const HUSH_TURNS: u32 = 2;
/// Utterances in a row from which a way back is wanted: what was serious, or taken for it, is left.
const CALM_TURNS: u32 = 2;
/// Seconds after something serious within which more of it is the same matter.
const ANOTHER_MATTER: f64 = 120.0;
/// Seconds after kind words of mine in which the news that they answered may still come to be understood.
const UNDERSTOOD_WITHIN: f64 = 20.0;

/// Whether a serious thread is under way.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct SeriousThread {
    active: bool,
    turns: u32,
    seconds: f64,
    hush: u32,
    calm: u32,
}

impl SeriousThread {
    /// Takes an utterance in; true if it began a new serious thread.
    pub fn hear(&mut self, heard: &Heard) -> bool {
        let flags = heard.reading.flags;
        // Client work about grave things (a hospice, an obituary) is business, not a confidence.
        self.hush = if flags.has(Flag::Upset) { HUSH_TURNS } else { self.hush.saturating_sub(1) };
        if flags.has(Flag::Serious) && heard.reading.label != Label::Business {
            let new = !self.active;
            *self = Self { active: true, hush: self.hush, ..Self::default() };
            return new;
        }
        if heard.reading.label.is_private() {
            (self.turns, self.seconds) = (0, 0.0);
        }
        let calm = heard.reading.label.is_private() && heard.reading.wanted.is_some_and(|wanted| wanted >= WANTED);
        self.calm = if calm { self.calm + 1 } else { 0 };
        self.active &= self.calm < CALM_TURNS;
        if self.active && heard.reading.label == Label::Business {
            self.turns += 1;
            self.seconds += heard.weight;
            self.active = self.turns < QUIET_TURNS || self.seconds < QUIET_SECONDS;
        }
        false
    }

    /// True while something serious is talked about.
    pub fn active(&self) -> bool {
        self.active
    }

    /// True while no line may come by itself: something serious, or something that may be.
    pub fn silences(&self) -> bool {
        self.active || self.hush > 0
    }
}

impl Session {
    /// Something serious began: no other line. What comes long after the last of it is another matter, with a humane line of its own.
    pub(super) fn fall_silent(&mut self) {
        self.overtake();
        self.pending = None;
        self.humane_offered &= self.serious_until.is_none_or(|until| self.now - until < ANOTHER_MATTER);
        // What I was kind to may be understood only when it goes on.
        self.humane_offered |= self.comforted_at.is_some_and(|at| self.now - at < UNDERSTOOD_WITHIN);
    }

    /// What is told in a serious thread is no private talk that a drift could be measured by.
    pub(super) fn stay_with_the_serious(&mut self) {
        if self.serious.active() {
            self.serious_until = Some(self.now);
            self.tracker.excuse();
        }
    }

    /// Something serious, or what may be: nothing but the humane line waits, and no line that steers stays on show.
    pub(super) fn give_room(&mut self) {
        self.pending = self.pending.filter(|(rung, ..)| rung.is_humane());
        self.overtake_steer();
    }

    /// Who was kind in words of their own to the news that was `told` needs no line for it.
    pub(super) fn comforted(&mut self, heard: &Heard, told: bool) {
        if heard.plain.comforts && (told || heard.reading.label == Label::Personal) {
            self.comforted_at = Some(self.now);
            self.humane_offered |= told && self.serious.active();
            self.pending = self.pending.filter(|(rung, ..)| *rung != Rung::Humane);
        }
    }

    /// Another who would go on after their news has answered what the humane line asks. Only for despair there is a line still.
    pub(super) fn left_behind(&mut self, heard: &Heard) {
        if heard.plain.goes_on && heard.role != Role::Me && self.serious.active() {
            self.humane_offered = true;
            self.pending = self.pending.filter(|(rung, ..)| *rung != Rung::Humane);
        }
    }

    /// The one humane line, as soon as it is sure that the other told something serious: nobody is consoled for their own news.
    pub(super) fn console(&mut self, heard: &Heard) {
        let by_another = heard.speaker_known && heard.role != Role::Me;
        if !(heard.reading.surely_serious() && by_another) {
            return;
        }
        self.withhold_announcement();
        // Kind words, or an offer to stop, are not enough for somebody who does not want to live.
        let rung = if heard.reading.flags.has(Flag::Despair) { Rung::Stay } else { Rung::Humane };
        let offered = if rung == Rung::Stay { self.stay_offered } else { self.humane_offered };
        if !offered {
            self.pending = Some((rung, Reason::Serious, self.now));
        }
    }
}
