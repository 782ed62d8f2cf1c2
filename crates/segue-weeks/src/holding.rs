//! How well the boundary holds, and whether flexibility has become the rule.

use crate::held::Judged;
use segue_core::{CallRecord, Client};

/// Calls the holding index looks back on.
pub const LOOK_BACK: usize = 10;
/// Calls the allowance of exceptions is counted in.
pub const ALLOWANCE_CALLS: usize = 5;

/// The holding index: points earned of points possible in the last [`LOOK_BACK`] calls.
///
/// A call earns a point for ending no more than two minutes over the plan, and one for keeping
/// private talk outside the agreed chat below a twentieth of the talk (or one minute). Calls in which
/// something serious was told or of which nothing is known are left out, and so is the end of a call that the client delayed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holding {
    /// Points earned.
    pub earned: u32,
    /// Points possible.
    pub possible: u32,
}

impl Holding {
    /// Over the last [`LOOK_BACK`] of these calls, which are in order of time.
    pub fn of(calls: &[Judged]) -> Self {
        let mut sum = Self::default();
        for call in calls.iter().rev().filter(|call| call.possible() > 0).take(LOOK_BACK) {
            sum.earned += call.earned();
            sum.possible += call.possible();
        }
        sum
    }

    /// From 0 to 1; `None` while there is no point to earn.
    pub fn share(self) -> Option<f64> {
        (self.possible > 0).then(|| f64::from(self.earned) / f64::from(self.possible))
    }
}

/// Exceptions against what was allowed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Allowance {
    /// Calls among the last five that departed from the plan by my doing.
    pub used: u32,
    /// How many may.
    pub allowed: u32,
    /// Calls looked at: five, or fewer if there were no more.
    pub calls: u32,
}

impl Allowance {
    /// Over the last five of these calls, which are in order of time, and none before the last announcement: from what nobody had
    /// announced yet there is no exception. A call counts once, however
    /// many things departed in it: a long chat at the end that also made it late is one exception.
    pub fn of(calls: &[Judged], allowed: u32) -> Self {
        let announced = calls.iter().rposition(|call| call.announced).unwrap_or(0);
        let last = &calls[announced.max(calls.len().saturating_sub(ALLOWANCE_CALLS))..];
        Self { used: last.iter().filter(|call| call.departs()).count() as u32, allowed, calls: last.len() as u32 }
    }

    /// Over the last five of these calls that were held with a client, in whatever order they come.
    pub fn with(client: &Client, calls: &[CallRecord]) -> Self {
        Self::of(&Judged::with(client, calls), client.boundary.exceptions_per_five)
    }

    /// True if it is the first: nothing was departed from more than once.
    pub fn is_single(self) -> bool {
        self.used <= 1
    }

    /// True if there were more exceptions than allowed: flexibility has become the rule.
    pub fn is_the_rule(self) -> bool {
        self.used > self.allowed
    }
}
