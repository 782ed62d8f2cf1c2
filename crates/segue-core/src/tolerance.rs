//! What nobody minds: the one measure of whether a call held, and of whether it departed from the plan.

use crate::debrief::Unit;

/// Seconds past the plan that nobody minds. Up to here a call ended on time; from here on it ran over, which is a departure
/// from the plan and wants a reason.
pub const TIME_TOLERANCE: f64 = 120.0;
/// Private talk outside what was agreed that nobody minds, as a share of all talk.
pub const TALK_TOLERANCE: f64 = 0.05;
/// The same in seconds, for short calls.
pub const TALK_TOLERANCE_SECONDS: f64 = 60.0;

/// Seconds of private talk that are a remark: nothing is made of them.
pub const A_REMARK: f64 = 15.0;

/// Private talk outside what was agreed that nobody minds in a call with so much talk, both in this unit.
pub fn talk_tolerance(all: f64, unit: Unit) -> f64 {
    match unit {
        Unit::Seconds => (all * TALK_TOLERANCE).max(TALK_TOLERANCE_SECONDS),
        Unit::Words => all * TALK_TOLERANCE,
    }
}
