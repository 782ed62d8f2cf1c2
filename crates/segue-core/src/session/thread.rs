//! Serious threads, and moments that may be: while one lasts, nothing steers.

use super::{Heard, WANTED};
use crate::{Flag, Label};

/// Business utterances after which a serious thread may be over, no private one between them.
const QUIET_TURNS: u32 = 3;
/// Business speech in seconds after which a serious thread may be over, likewise.
const QUIET_SECONDS: f64 = 8.0;
/// Utterances for which a moment that may be serious keeps lines away, its own included.
const HUSH_TURNS: u32 = 2;
/// Utterances in a row from which a way back is wanted: what was serious, or taken for it, is left.
const CALM_TURNS: u32 = 2;

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
