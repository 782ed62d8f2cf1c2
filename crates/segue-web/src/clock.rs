//! The one clock of a call: seconds since its start, sleep of the computer included.

use std::time::{Duration, Instant};

/// The computer slept if so many seconds more went by than the process knows of.
const SLEPT: f64 = 5.0;
/// The clock is looked at ten times a second: after so many seconds without a look everything stood still, also where the
/// process's own clock counts sleep.
const STOOD_STILL: f64 = 30.0;

/// Counts the seconds of a call. The time of day has no say in it: that may be set.
pub(crate) struct Clock {
    /// Seconds of the call at `since`.
    base: f64,
    since: Instant,
    /// Time since the computer was started, at `since`.
    running: Duration,
    /// Sleep that nobody has asked for yet.
    slept: f64,
}

impl Clock {
    /// A clock that shows `seconds` now.
    pub fn at(seconds: f64) -> Self {
        Self { base: seconds, since: Instant::now(), running: running(), slept: 0.0 }
    }

    /// Seconds of the call. Sleep is not in them before it is skipped, whoever looks first.
    pub fn read(&mut self) -> f64 {
        let (now, running) = (Instant::now(), running());
        let awake = (now - self.since).as_secs_f64();
        let passed = running.saturating_sub(self.running).as_secs_f64();
        self.since = now;
        self.running = running;
        self.pass(awake, passed);
        self.base
    }

    /// So much time went by, as the process knows and in all.
    pub fn pass(&mut self, awake: f64, in_all: f64) {
        if awake > STOOD_STILL {
            self.slept += awake.max(in_all);
            return;
        }
        self.base += awake;
        // Looked at anew each time: clocks that drift add up to nothing.
        self.slept += Some(in_all - awake).filter(|&slept| slept > SLEPT).unwrap_or(0.0);
    }

    /// How long the computer has slept since this was asked last, if it has.
    pub fn slept(&mut self) -> Option<f64> {
        Some(std::mem::take(&mut self.slept)).filter(|&slept| slept > 0.0)
    }

    /// Counts sleep as time of the call.
    pub fn skip(&mut self, seconds: f64) {
        self.base += seconds;
    }
}

/// Time since the computer was started, sleep included.
#[cfg(unix)]
fn running() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    #[cfg(target_os = "linux")]
    const CLOCK: ClockId = ClockId::Boottime;
    #[cfg(not(target_os = "linux"))]
    const CLOCK: ClockId = ClockId::Monotonic;
    let time = clock_gettime(CLOCK);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// Where the process's own clock counts sleep, there is no need of another.
#[cfg(not(unix))]
fn running() -> Duration {
    static FIRST: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    FIRST.elapsed()
}

#[cfg(test)]
mod tests {
    use super::Clock;

    #[test]
    fn sleep_waits_until_it_is_asked_for_whoever_looks_first() {
        let mut clock = Clock::at(100.0);
        clock.pass(0.1, 600.1);
        let seen = clock.read();
        assert!((100.0..130.0).contains(&seen), "not in the call's time yet: {seen}");
        assert_eq!(clock.slept().map(f64::round), Some(600.0));
        assert_eq!(clock.slept(), None, "told once");
        clock.skip(600.0);
        assert!(clock.read() >= 700.0);
    }

    #[test]
    fn where_the_process_counts_sleep_a_long_time_without_a_look_is_sleep() {
        let mut clock = Clock::at(100.0);
        clock.pass(600.0, 600.0);
        assert_eq!(clock.slept(), Some(600.0));
        clock.pass(20.0, 20.0);
        assert_eq!(clock.slept(), None, "a busy computer does not sleep");
    }

    #[test]
    fn the_clock_knows_of_no_time_of_day() {
        let mut clock = Clock::at(0.0);
        (0..1000).for_each(|_| clock.pass(0.1, 0.101));
        assert_eq!(clock.slept(), None);
    }
}
