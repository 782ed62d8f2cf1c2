//! Drifts of a call that is over, from labels with the whole of it in view.

use segue_core::debrief::{By, Drift, Excuse};
use segue_core::{Flag, Label, Plan, Reading, Role, Utterance};

/// Utterances that are not private, in a row, that a drift may hold.
const BRIDGE: usize = 2;
/// Business speech in seconds that ends a drift.
const BUSINESS_ENDS: f64 = 5.0;
/// Turns of a drift.
const TURNS: usize = 3;
/// Private speech in seconds that makes a drift of fewer turns.
const LONG: f64 = 15.0;
/// Business speech in seconds after a stretch, below which it was the closing chat.
const NOTHING_LEFT: f64 = 12.0;
/// Probability of private talk of the utterance before a drift that makes it its opening.
const LEADS_IN: f32 = 0.2;
/// Words kept of the topic of a drift.
const TOPIC_WORDS: usize = 9;

/// A call with its readings, as the pieces of the debrief look at it.
pub(crate) struct Labelled<'a> {
    pub utterances: &'a [Utterance],
    pub readings: &'a [Reading],
    /// Weight of each utterance in seconds of speech.
    pub weights: &'a [f64],
    pub plan: &'a Plan,
}

impl Labelled<'_> {
    pub fn by(&self, index: usize) -> By {
        let speaker = &self.utterances[index].speaker;
        By { role: speaker.role, name: speaker.name.clone() }
    }

    fn known(&self, index: usize) -> Option<By> {
        let by = self.by(index);
        (by.role != Role::Unknown || !by.name.is_empty()).then_some(by)
    }

    fn business(&self, range: impl Iterator<Item = usize>) -> f64 {
        range.filter(|&i| self.readings[i].label == Label::Business).map(|i| self.weights[i]).sum()
    }
}

/// Finds the drifts within `from..=to`.
pub(crate) fn find(call: &Labelled<'_>, from: usize, to: usize) -> Vec<Drift> {
    let mut stretches: Vec<(usize, usize)> = Vec::new();
    for i in (from..=to).filter(|&i| call.readings[i].label.is_private()) {
        match stretches.last_mut() {
            Some((_, end)) if i - *end <= BRIDGE + 1 && call.business(*end + 1..i) < BUSINESS_ENDS => *end = i,
            _ => stretches.push((i, i)),
        }
    }
    stretches.into_iter().filter_map(|(first, last)| drift(call, (opening(call, first, from), last), (from, to))).collect()
}

/// A drift opens with the words that led into it, if they were half private already: who answers
/// "congratulations" did not begin.
fn opening(call: &Labelled<'_>, first: usize, within: usize) -> usize {
    let led_in = first > within
        && call.utterances[first].speaker != call.utterances[first - 1].speaker
        && call.readings[first - 1].probabilities.private() >= LEADS_IN;
    first - usize::from(led_in)
}

fn drift(call: &Labelled<'_>, (from, last): (usize, usize), within: (usize, usize)) -> Option<Drift> {
    let amount = |label| (from..=last).filter(|&i| call.readings[i].label == label).map(|i| call.weights[i]).sum::<f64>();
    let (small, personal) = (amount(Label::Smalltalk), amount(Label::Personal));
    let private = small + personal;
    let turns = (from..=last).filter(|&i| call.readings[i].label.is_private()).count();
    if turns < TURNS && private < LONG {
        return None;
    }
    // The steer that ended it, and its answer, still belong to it.
    let mut to = last;
    while to < within.1 && call.readings[to + 1].label == Label::Framing && steers(&call.readings[to + 1]) {
        to += 1;
    }
    let back = (last + 1..=within.1).find(|&i| !call.readings[i].label.is_private());
    let ends_call = back.is_none_or(|i| call.business(i..=within.1) == 0.0);
    let back = if ends_call { None } else { back };
    Some(Drift {
        from,
        to,
        start: call.utterances[from].start,
        end: call.utterances[to].end,
        opened_by: call.known(from),
        returned_by: back.and_then(|i| call.known(i)),
        returned_with: back.map(|i| call.utterances[i].text.excerpt(TOPIC_WORDS * 2)),
        returned_at: back,
        private,
        label: if personal >= small { Label::Personal } else { Label::Smalltalk },
        excused: excuse(call, (from, last), private, within),
        topic: call.utterances[from].text.excerpt(TOPIC_WORDS),
    })
}

fn steers(reading: &Reading) -> bool {
    [Flag::SteerBack, Flag::Accepted, Flag::Ignored].into_iter().any(|flag| reading.flags.has(flag))
}

fn excuse(call: &Labelled<'_>, (from, last): (usize, usize), private: f64, within: (usize, usize)) -> Option<Excuse> {
    let any = |holds: fn(&Reading) -> bool| {
        call.readings[from..=last].iter().any(|reading| reading.label.is_private() && holds(reading))
    };
    let boundary = &call.plan.boundary;
    if any(Reading::surely_serious) {
        Some(Excuse::Serious)
    } else if any(|reading| reading.flags.has(Flag::WorkImpact)) {
        Some(Excuse::WorkImpact)
    } else if call.business(within.0..from) < NOTHING_LEFT && private <= boundary.chat_at_start {
        Some(Excuse::Greeting)
    } else if call.business(last + 1..=within.1) < NOTHING_LEFT && private <= boundary.chat_at_end {
        Some(Excuse::Closing)
    } else if private < boundary.grace() {
        Some(Excuse::Brief)
    } else {
        None
    }
}
