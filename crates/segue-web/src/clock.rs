//! The one clock of a call: seconds since its start, sleep of the computer included.

use jiff::Timestamp;
use std::time::Instant;

/// The computer slept if the wall clock went on so many seconds longer than the process.
const SLEPT: f64 = 5.0;

/// Counts the seconds of a call.
pub(crate) struct Clock {
    /// Seconds of the call at `since`.
    base: f64,
    since: Instant,
    wall: Timestamp,
}

impl Clock {
    /// A clock that shows `seconds` now.
    pub fn at(seconds: f64) -> Self {
        Self { base: seconds, since: Instant::now(), wall: Timestamp::now() }
    }

    /// Seconds of the call, and how long the computer has slept since the last look, if it has.
    pub fn read(&mut self) -> (f64, Option<f64>) {
        let (instant, wall) = (Instant::now(), Timestamp::now());
        let awake = (instant - self.since).as_secs_f64();
        let passed = (wall - self.wall).total(jiff::Unit::Second).unwrap_or(awake);
        let slept = Some(passed - awake).filter(|&slept| slept > SLEPT);
        // Looked at anew each time: a wall clock that is set, or drifts, adds up to nothing.
        self.base += awake + slept.unwrap_or(0.0);
        self.since = instant;
        self.wall = wall;
        (self.base, slept)
    }
}
