//! Hindsight: an utterance is understood better once it is answered. Drift, seriousness and facts are followed again;
//! phases and agenda keep what was understood at once.

use super::Heard;
use super::drift::{Return, Tracker};
use super::thread::SeriousThread;
use crate::Reading;

/// The last utterance, and what held before it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Hindsight {
    /// `None` once a key, a line or the end of the drift changed what is known of it.
    pub tracker: Option<Tracker>,
    serious: SeriousThread,
    pub heard: Heard,
}

/// What holds after the last utterance as it reads now.
pub(super) struct Again {
    /// What is known of the drift, and the one that the utterance ended.
    pub followed: Option<(Tracker, Option<Return>)>,
    pub serious: SeriousThread,
    /// The utterance as it reads now.
    pub heard: Heard,
}

impl Hindsight {
    /// Remembers what holds before an utterance.
    pub fn new(tracker: &Tracker, serious: &SeriousThread, heard: &Heard) -> Self {
        Self { tracker: Some(tracker.clone()), serious: serious.clone(), heard: *heard }
    }

    /// Takes the utterance in again, read so.
    pub fn with(mut self, reading: Reading) -> Again {
        let heard = Heard { reading, ..self.heard };
        self.serious.hear(&heard);
        let followed = self.tracker.map(|mut tracker| {
            let back = tracker.hear(&heard);
            (tracker, back)
        });
        Again { followed, serious: self.serious, heard }
    }
}
