//! Serious threads: while one lasts, nothing steers.

use super::Heard;
use crate::{Flag, Label};

/// Business utterances after which a serious thread may be over.
const QUIET_TURNS: u32 = 3;
/// Business speech in seconds after which a serious thread may be over.
const QUIET_SECONDS: f64 = 8.0;

/// Whether a serious thread is under way.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct SeriousThread {
    active: bool,
    turns: u32,
    seconds: f64,
}

impl SeriousThread {
    /// Takes an utterance in; true if it began a new serious thread.
    pub fn hear(&mut self, heard: &Heard) -> bool {
        let flags = heard.reading.flags;
        // Client work about grave things (a hospice, an obituary) is business, not a confidence.
        let grave = flags.has(Flag::Serious) && heard.reading.label != Label::Business || flags.has(Flag::Upset);
        if grave {
            let new = !self.active;
            *self = Self { active: true, turns: 0, seconds: 0.0 };
            return new;
        }
        if self.active && heard.reading.label == Label::Business {
            self.turns += 1;
            self.seconds += heard.weight;
            self.active = self.turns < QUIET_TURNS || self.seconds < QUIET_SECONDS;
        }
        false
    }

    /// True while nothing may steer.
    pub fn active(&self) -> bool {
        self.active
    }
}
