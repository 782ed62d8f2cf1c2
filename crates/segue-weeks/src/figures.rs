//! Sums and medians over some calls.

use crate::held::Judged;
use segue_core::Role;
use segue_core::debrief::{FeedingKind, Unit};
use std::collections::BTreeMap;

/// Figures of some calls together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// Calls, chats included.
    pub calls: usize,
    /// Spoken calls among them that are counted; minutes are of these.
    pub spoken: usize,
    /// Calls in which something serious was told. Nobody counts minutes or money then: these calls are
    /// in no other figure.
    pub serious: usize,
    /// Calls of which nothing is known: unheard and without a key, or over at once. Of these only the time over the plan is counted.
    pub unknown: usize,
    /// Minutes of private talk in spoken calls.
    pub private_minutes: f64,
    /// Minutes of private talk outside what was agreed, in spoken calls.
    pub outside_minutes: f64,
    /// Private talk as a share of all talk, 0 to 1: the mean over the calls, so that a long one does
    /// not outweigh the rest and chats count beside calls.
    pub private_share: f64,
    /// Minutes past the planned time, of all calls together.
    pub overrun_minutes: f64,
    /// Calls that ran over by more than nobody minds.
    pub overruns: usize,
    /// Who opened private talk that needed steering.
    pub opened: Openers,
    /// How often I fed it, per way.
    pub feeding: Vec<(FeedingKind, u32)>,
    /// Lines shown that steer and were not refused.
    pub cues: usize,
    /// Of them, how many were followed by business.
    pub returned: usize,
    /// Median seconds from a line to business.
    pub return_seconds: Option<f64>,
    /// Agenda items, and how many of them were reached.
    pub agenda: (usize, usize),
    /// What private talk cost at my rate, per currency.
    pub money: Vec<(String, f64)>,
}

/// Who opened private talk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Openers {
    /// I did.
    pub me: usize,
    /// The client did.
    pub client: usize,
    /// Somebody else did.
    pub others: usize,
    /// Nobody can say.
    pub unknown: usize,
}

impl Openers {
    /// All of them.
    pub fn total(self) -> usize {
        self.me + self.client + self.others + self.unknown
    }
}

impl Figures {
    /// Sums up.
    pub fn of<'a, 'b: 'a>(calls: impl IntoIterator<Item = &'a Judged<'b>>) -> Self {
        let mut sum = Self::default();
        let mut shares = Vec::new();
        let mut returns = Vec::new();
        let mut feeding = BTreeMap::<u8, (FeedingKind, u32)>::new();
        let mut money = BTreeMap::<String, f64>::new();
        for judged in calls {
            let call = judged.call;
            sum.calls += 1;
            if call.serious {
                sum.serious += 1;
                continue;
            }
            sum.overrun_minutes += call.overrun.max(0.0) / 60.0;
            sum.overruns += usize::from(crate::held::runs_over(call));
            if !judged.counts {
                sum.unknown += 1;
                continue;
            }
            shares.push(call.total().private_share());
            if call.unit == Unit::Seconds {
                sum.spoken += 1;
                sum.private_minutes += judged.private / 60.0;
                sum.outside_minutes += judged.outside / 60.0;
                if let Some((per_hour, currency)) = &call.rate {
                    *money.entry(segue_core::currency(currency)).or_default() += judged.private / 3600.0 * per_hour;
                }
            }
            for drift in call.drifts.iter().filter(|drift| !drift.excused) {
                *match drift.opened_by {
                    Some(Role::Me) => &mut sum.opened.me,
                    Some(Role::Client) => &mut sum.opened.client,
                    Some(Role::Colleague) => &mut sum.opened.others,
                    Some(Role::Unknown) | None => &mut sum.opened.unknown,
                } += 1;
            }
            for &(kind, times) in &call.feeding {
                feeding.entry(kind as u8).or_insert((kind, 0)).1 += times;
            }
            for cue in call.cues.iter().filter(|cue| crate::lines::was_tried(cue)) {
                sum.cues += 1;
                if let Some(seconds) = cue.returned_after {
                    sum.returned += 1;
                    returns.push(seconds);
                }
            }
            sum.agenda.0 += call.agenda.len();
            sum.agenda.1 += call.agenda.iter().filter(|(_, reached)| *reached).count();
        }
        sum.private_share = if shares.is_empty() { 0.0 } else { shares.iter().sum::<f64>() / shares.len() as f64 };
        sum.return_seconds = median(returns);
        sum.feeding = feeding.into_values().filter(|(_, times)| *times > 0).collect();
        sum.money = money.into_iter().filter(|(_, amount)| *amount > 0.0).collect();
        sum
    }

    /// Calls and chats that are in the other figures.
    pub fn counted(&self) -> usize {
        self.calls - self.serious - self.unknown
    }

    /// Minutes of private talk a spoken call.
    pub fn private_minutes_per_call(&self) -> f64 {
        self.private_minutes / self.spoken.max(1) as f64
    }

    /// How often I fed private talk, all ways together.
    pub fn fed(&self) -> u32 {
        self.feeding.iter().map(|(_, times)| times).sum()
    }
}

/// The value in the middle; `None` of nothing. What is no number is left out.
pub fn median(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.into_iter().filter(|value| value.is_finite()).collect();
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => None,
        odd if odd % 2 == 1 => Some(values[middle]),
        _ => Some(f64::midpoint(values[middle - 1], values[middle])),
    }
}
