//! Hindsight: an utterance is understood better once it is answered.

use super::Heard;
use super::drift::{Return, Tracker};
use super::thread::SeriousThread;
use crate::Reading;

/// The last utterance, and what held before it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Hindsight {
    tracker: Tracker,
    serious: SeriousThread,
    heard: Heard,
}

/// What holds after the last utterance as it reads now.
pub(super) struct Again {
    pub tracker: Tracker,
    pub serious: SeriousThread,
    /// A drift that it ended.
    pub back: Option<Return>,
    /// It began a serious thread, and that was not known at once.
    pub serious_began: bool,
    /// The utterance as it reads now.
    pub heard: Heard,
}

impl Hindsight {
    /// Remembers what holds before an utterance.
    pub fn new(tracker: &Tracker, serious: &SeriousThread, heard: &Heard) -> Self {
        Self { tracker: tracker.clone(), serious: serious.clone(), heard: *heard }
    }

    /// Takes the utterance in again, read so.
    pub fn with(mut self, reading: Reading) -> Again {
        let mut known = self.serious.clone();
        let was_known = known.hear(&self.heard);
        let heard = Heard { reading, ..self.heard };
        let back = self.tracker.hear(&heard);
        let began = self.serious.hear(&heard) && !was_known;
        Again { tracker: self.tracker, serious: self.serious, back, serious_began: began, heard }
    }
}

impl Again {
    /// True while a drift is under way.
    pub fn is_drift(&self) -> bool {
        self.tracker.stretch.as_ref().is_some_and(|stretch| stretch.open)
    }
}
