//! Where I kept private talk alive.

use crate::drifts::Labelled;
use segue_core::debrief::{Drift, Excuse, Feeding, FeedingKind};
use segue_core::{Flag, Role};

/// Words kept of what I said.
const EXCERPT: usize = 14;

/// `None` if nobody knows who I am.
pub(crate) fn feeding(call: &Labelled<'_>, drifts: &[Drift]) -> Option<Vec<Feeding>> {
    if !call.utterances.iter().any(|u| u.speaker.role == Role::Me) {
        return None;
    }
    let mut found = Vec::new();
    // Kindness to grave news, and a hello, are no feeding.
    let drifts = drifts.iter().filter(|d| !matches!(d.excused, Some(Excuse::Serious | Excuse::Greeting | Excuse::Closing)));
    for drift in drifts {
        for i in drift.from..=drift.to {
            let (utterance, reading) = (&call.utterances[i], &call.readings[i]);
            // What opens a drift can be half work: "By the way, how is your new job?"
            let opens = i == drift.from;
            let of_work = !opens && !reading.label.is_private();
            if utterance.speaker.role != Role::Me || of_work || reading.flags.has(Flag::Serious) {
                continue;
            }
            let kind = [
                (opens, FeedingKind::Opening),
                (reading.flags.has(Flag::PersonalQuestion), FeedingKind::PersonalQuestion),
                (reading.flags.has(Flag::Disclosure), FeedingKind::Disclosure),
                (reading.flags.has(Flag::Enthusiasm), FeedingKind::Enthusiasm),
            ];
            if let Some((_, kind)) = kind.into_iter().find(|(holds, _)| *holds) {
                found.push(Feeding { kind, index: i, at: utterance.start, text: utterance.text.excerpt(EXCERPT) });
            }
        }
    }
    Some(found)
}
