//! Who talked how much about what, and what it cost.

use crate::labelled::Labelled;
use segue_core::debrief::{Cost, Drift, Excuse, LabelAmounts, SpeakerTalk, Talk, Unit};
use segue_core::{A_REMARK, Timing};

pub(crate) fn talk(call: &Labelled<'_>) -> Talk {
    let mut talk = Talk {
        unit: if call.timing == Timing::Chat { Unit::Words } else { Unit::Seconds },
        total: LabelAmounts::default(),
        speakers: Vec::new(),
    };
    for i in 0..call.utterances.len() {
        let amount = call.amount(i);
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

/// What the private talk of a call cost, without what was serious: that has no price. A chat has no time to be paid.
pub(crate) fn cost(call: &Labelled<'_>, drifts: &[Drift], talk: &Talk) -> Option<Cost> {
    let rate = call.plan.rate.as_ref().filter(|_| talk.unit == Unit::Seconds)?;
    let around = |i| drifts.iter().any(|drift| drift.excused == Some(Excuse::Serious) && (drift.from..=drift.to).contains(&i));
    let serious = |i: &usize| call.readings[*i].label.is_private() && (call.surely_serious(*i) || around(*i));
    let without: f64 = (0..call.readings.len()).filter(serious).map(|i| call.amount(i)).sum();
    let seconds = talk.total.private() - without;
    if without > 0.0 && seconds < A_REMARK {
        return None;
    }
    let minutes = seconds / 60.0;
    Some(Cost { minutes, amount: minutes / 60.0 * rate.per_hour, currency: rate.currency.clone() })
}

#[cfg(test)]
mod tests {
    use super::{cost, talk};
    use crate::drifts::find;
    use crate::drifts::tests::Made;
    use segue_core::{Flag, Label, Rate};

    /// The debrief told what the stroke of a client's mother had cost.
    #[test]
    fn what_is_serious_has_no_price() {
        let sure = [Flag::Serious, Flag::SurelySerious];
        for (news, chat, minutes) in [(0, 6, Some(1.0)), (6, 0, None), (6, 6, Some(1.0))] {
            let mut call = Made::default();
            call.plan.rate = Some(Rate { per_hour: 60.0, currency: String::new() });
            call.client(Label::Business, 60.0, &[]);
            (0..news).for_each(|_| {
                call.client(Label::Personal, 10.0, &sure);
            });
            call.client(Label::Business, 60.0, &[]);
            (0..chat).for_each(|_| {
                call.client(Label::Smalltalk, 10.0, &[]);
            });
            call.client(Label::Business, 60.0, &[]);
            let look = call.look();
            let drifts = find(&look, 0, call.utterances.len() - 1);
            assert_eq!(cost(&look, &drifts, &talk(&look)).map(|cost| cost.minutes), minutes, "{news} {chat}");
        }
    }
}
