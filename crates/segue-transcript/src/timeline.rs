//! Times of plain text: whether they count from the start of the call or are read off a wall clock,
//! and whether `14:02` is minutes or hours.

use crate::Fault;
use crate::found::Found;
use crate::heading::When;
use crate::settle::{TOO_LATE, estimate};
use segue_core::{Timing, Utterance};

/// Nobody is silent so many seconds at the start of a call: a later first time is one of the day, or of a longer recording.
const NOT_FROM_THE_START: f64 = 1800.0;
/// A step of more than this, in seconds, goes over midnight.
const HALF_A_DAY: f64 = 12.0 * 3600.0;
/// Times of two parts are hours and minutes if, as minutes and seconds, people spoke so many times too fast.
const TOO_FAST: f64 = 3.0;
/// Utterances that show how fast people speak.
const ENOUGH: usize = 4;

/// Gives every utterance the seconds that its time means. On a `wall_clock`, times of two parts are hours and minutes.
pub(crate) fn lay(found: &mut Found, whens: &[Option<When>], chat: bool, wall_clock: bool) {
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
    let fits = || known.iter().all(|when| when.start.fits_a_day());
    let hours = halves || minutes_only && (wall_clock && fits() || too_fast(found, &known));
    let seconds = |clock: crate::clock::Clock| if hours { clock.day_seconds() } else { clock.seconds() };
    for (utterance, when) in found.utterances.iter_mut().zip(whens) {
        let Some(when) = when else { continue };
        utterance.start = seconds(when.start);
        utterance.end = when.end.map_or(f64::NAN, seconds);
    }
    if hours || chat {
        from_first_words(&mut found.utterances, seconds(first.start));
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

/// Counts from the first words where the file counts from midnight, or from the start of a longer recording.
pub(crate) fn from_start_of_call(utterances: &mut [Utterance]) {
    let first = utterances.iter().map(|utterance| utterance.start).find(|start| start.abs() <= TOO_LATE);
    if let Some(first) = first.filter(|first| *first >= NOT_FROM_THE_START) {
        from_first_words(utterances, first);
    }
}

/// Moves all times so that `zero` is the start; those after a midnight are of the next day.
fn from_first_words(utterances: &mut [Utterance], zero: f64) {
    let (mut days, mut before) = (0.0, zero);
    for utterance in utterances.iter_mut().filter(|utterance| utterance.start.is_finite()) {
        let (start, end) = (utterance.start, utterance.end);
        if before - start > HALF_A_DAY && before < 2.0 * HALF_A_DAY {
            days += 2.0 * HALF_A_DAY;
        } else if start - before > HALF_A_DAY && days > 0.0 {
            // Two who speak at once around midnight may stand the later one first.
            days -= 2.0 * HALF_A_DAY;
        }
        let over_midnight = if start - end > HALF_A_DAY { 2.0 * HALF_A_DAY } else { 0.0 };
        utterance.start = start - zero + days;
        utterance.end = end - zero + days + over_midnight;
        before = start;
    }
}

/// True if, counted in minutes and seconds, far more words would be said than anybody can.
fn too_fast(found: &Found, known: &[When]) -> bool {
    let (Some(first), Some(last)) = (known.first(), known.last()) else { return false };
    let span = (last.start.seconds() - first.start.seconds()).abs().max(1.0);
    let said: f64 = found.utterances.iter().map(estimate).sum();
    known.len() >= ENOUGH && known.iter().all(|when| when.start.fits_a_day()) && said > TOO_FAST * span
}
