//! Who talked how much about what, and what it cost.

use crate::drifts::Labelled;
use segue_core::debrief::{Cost, LabelAmounts, SpeakerTalk, Talk, Unit};
use segue_core::{Rate, Timing};

pub(crate) fn talk(call: &Labelled<'_>, timing: Timing) -> Talk {
    let mut talk = Talk {
        unit: if timing == Timing::Chat { Unit::Words } else { Unit::Seconds },
        total: LabelAmounts::default(),
        speakers: Vec::new(),
    };
    for (i, utterance) in call.utterances.iter().enumerate() {
        let amount = match talk.unit {
            Unit::Words => utterance.text.count() as f64,
            Unit::Seconds => call.weights[i],
        };
        let label = call.readings[i].label;
        talk.total.add(label, amount);
        let by = call.by(i);
        if let Some(known) = talk.speakers.iter_mut().find(|s| s.speaker == by) {
            known.amounts.add(label, amount);
        } else {
            let mut amounts = LabelAmounts::default();
            amounts.add(label, amount);
            talk.speakers.push(SpeakerTalk { speaker: by, amounts });
        }
    }
    talk
}

/// What the private talk of a call cost; a chat has no time to be paid.
pub(crate) fn cost(talk: &Talk, rate: Option<&Rate>) -> Option<Cost> {
    let rate = rate.filter(|_| talk.unit == Unit::Seconds)?;
    let minutes = (talk.total.smalltalk + talk.total.personal) / 60.0;
    Some(Cost { minutes, amount: minutes / 60.0 * rate.per_hour, currency: rate.currency.clone() })
}
