//! Hindsight: an utterance is understood better once it is answered. Drift, seriousness and facts are followed again;
//! phases and agenda keep what was understood at once.

use super::drift::{Return, Tracker};
use super::thread::SeriousThread;
use super::{Heard, Session, fact};
use crate::Reading;

/// The last utterance, and what held before it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Hindsight {
    /// `None` once a key, a line or the end of the drift changed what is known of it.
    tracker: Option<Tracker>,
    serious: SeriousThread,
    heard: Heard,
}

/// What holds after the last utterance as it reads now.
struct Again {
    /// What is known of the drift, and the one that the utterance ended.
    followed: Option<(Tracker, Option<Return>)>,
    serious: SeriousThread,
    /// The utterance as it reads now.
    heard: Heard,
}

impl Hindsight {
    /// Remembers what holds before an utterance.
    pub fn new(tracker: &Tracker, serious: &SeriousThread, heard: &Heard) -> Self {
        Self { tracker: Some(tracker.clone()), serious: serious.clone(), heard: *heard }
    }

    /// Takes the utterance in again, read so.
    fn with(mut self, reading: Reading) -> Again {
        let heard = Heard { reading, ..self.heard };
        self.serious.hear(&heard);
        let followed = self.tracker.map(|mut tracker| {
            let back = tracker.hear(&heard);
            (tracker, back)
        });
        Again { followed, serious: self.serious, heard }
    }
}

impl Session {
    /// The last utterance again, as it reads now that the next one is known. What was told is not taken back.
    pub(super) fn reconsider(&mut self, hindsight: Hindsight, reading: Reading) {
        let noted = fact(&hindsight.heard.reading);
        let Again { followed, serious, heard } = hindsight.with(reading);
        if let Some((mut tracker, back)) = followed {
            let told = self.tracker.stretch.as_ref().is_some_and(|stretch| stretch.told);
            if let Some(stretch) = &mut tracker.stretch {
                stretch.told |= told;
            }
            if back.is_some() || tracker.is_open() || !told {
                self.tracker = tracker;
            }
            if let Some(back) = back {
                self.closed(&back);
            }
        }
        if self.pending.is_some_and(|(rung, ..)| rung.is_humane()) {
            self.pending = None;
        }
        let began = serious.active() && !self.serious.active();
        self.serious = serious;
        if began {
            self.fall_silent();
        }
        self.stay_with_the_serious();
        self.left_behind(&heard);
        self.console(&heard);
        if fact(&heard.reading) != noted {
            self.note(&heard);
        }
    }

    /// A key or a line on show has changed what is known of the drift: what it was before must not come back.
    pub(super) fn forget_the_way_here(&mut self) {
        if let Some(hindsight) = &mut self.hindsight {
            hindsight.tracker = None;
        }
    }
}
