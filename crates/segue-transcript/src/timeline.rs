//! Times of plain text: whether they count from the start of the call or are read off a wall clock,
//! and whether `14:02` is minutes or hours.

use crate::Fault;
use crate::found::Found;
use crate::heading::When;
use crate::settle::estimate;
use segue_core::Timing;

/// A first time from here on, in seconds, is a time of day.
const TIME_OF_DAY: f64 = 3600.0;
/// A step back of more than this, in seconds, is midnight.
const HALF_A_DAY: f64 = 12.0 * 3600.0;
/// Times of two parts are hours and minutes if, as minutes and seconds, people spoke so many times too fast.
const TOO_FAST: f64 = 3.0;
/// Utterances that show how fast people speak.
const ENOUGH: usize = 4;

/// Gives every utterance the seconds that its time means.
pub(crate) fn lay(found: &mut Found, whens: &[Option<When>], chat: bool) {
    let known: Vec<When> = whens.iter().copied().flatten().collect();
    let Some(first) = known.first() else {
        found.timing = Timing::Estimated;
        if !found.utterances.is_empty() {
            found.problems.of_file(Fault::NoTimes);
        }
        return;
    };
    let minutes_only = known.iter().all(|when| !when.start.is_full());
    let halves = known.iter().any(|when| when.start.half_day.is_some());
    let hours = halves || minutes_only && too_fast(found, &known);
    let of_day = hours || chat || first.start.seconds() >= TIME_OF_DAY;
    let seconds = |clock: crate::clock::Clock| if hours { clock.day_seconds() } else { clock.seconds() };
    let zero = if of_day { seconds(first.start) } else { 0.0 };
    let (mut days, mut before) = (0.0, 0.0_f64);
    for (utterance, when) in found.utterances.iter_mut().zip(whens) {
        let Some(when) = when else { continue };
        let mut start = seconds(when.start) - zero + days;
        if of_day && start < before - HALF_A_DAY {
            days += 2.0 * HALF_A_DAY;
            start += 2.0 * HALF_A_DAY;
        }
        utterance.start = start;
        utterance.end = when.end.map_or(f64::NAN, |end| seconds(end) - zero + days);
        before = start;
    }
    let missing = whens.iter().filter(|when| when.is_none()).count();
    if chat || hours && minutes_only {
        // A moment to the minute says nothing of how long anybody spoke.
        found.timing = Timing::Chat;
        found.sparse_times = missing > 0;
    } else if missing * 2 > whens.len() {
        found.timing = Timing::Estimated;
        found.sparse_times = true;
        found.problems.of_file(Fault::FewTimes);
    }
}

/// True if, counted in minutes and seconds, far more words would be said than anybody can.
fn too_fast(found: &Found, known: &[When]) -> bool {
    let (Some(first), Some(last)) = (known.first(), known.last()) else { return false };
    let span = (last.start.seconds() - first.start.seconds()).abs().max(1.0);
    let said: f64 = found.utterances.iter().map(estimate).sum();
    known.len() >= ENOUGH && known.iter().all(|when| when.start.fits_a_day()) && said > TOO_FAST * span
}
