//! One channel of sound as it comes over a network of threads: late, in bursts, or not at all.
//!
//! What goes on to voice activity is always as long as time has passed: where nothing came, silence.

use segue_speech::SAMPLE_RATE;
use std::time::Duration;

/// Sound may come so late before silence takes its place.
const PATIENCE: Duration = Duration::from_millis(250);
/// A channel that fell silent at its source is lost after so long.
const LOST: Duration = Duration::from_secs(2);
/// Sound that runs so far ahead of the clock is dropped.
const AHEAD: Duration = Duration::from_millis(300);

/// One channel.
#[derive(Default)]
pub(super) struct Channel {
    /// The page that the sound comes from: a second one is not mixed in.
    page: Option<u64>,
    /// When sound came last.
    latest: Option<Duration>,
    ready: Vec<f32>,
    /// Samples handed on, silence included.
    sent: u64,
    on: bool,
}

impl Channel {
    /// Takes sound of a page.
    pub fn take(&mut self, page: u64, samples: &[f32], now: Duration) {
        let owner = *self.page.get_or_insert(page);
        if owner != page {
            return;
        }
        let before = self.latest.replace(now);
        if self.held() > samples_in(now + AHEAD) {
            return;
        }
        // After a pause the sound has its place by the clock, not right behind what was before.
        let pause = before.is_none_or(|before| now.saturating_sub(before) > PATIENCE);
        let due = if pause { now } else { now.saturating_sub(PATIENCE) };
        self.fill_to(samples_in(due).saturating_sub(samples.len() as u64));
        self.ready.extend_from_slice(samples);
    }

    /// The page went away: the next one may take its place.
    pub fn page_gone(&mut self, page: u64) {
        if self.page == Some(page) {
            self.page = None;
        }
    }

    /// Fills up with silence what is overdue. Returns whether sound comes, if that has changed.
    pub fn keep_up(&mut self, now: Duration) -> Option<bool> {
        self.fill_to(samples_in(now.saturating_sub(PATIENCE)));
        let on = self.latest.is_some_and(|latest| now.saturating_sub(latest) < LOST) && self.page.is_some();
        if !on && self.on {
            self.page = None;
        }
        (on != std::mem::replace(&mut self.on, on)).then_some(on)
    }

    /// What is to be handed on.
    pub fn ready(&self) -> &[f32] {
        &self.ready
    }

    /// It was handed on.
    pub fn taken(&mut self) {
        self.sent += self.ready.len() as u64;
        self.ready.clear();
    }

    fn held(&self) -> u64 {
        self.sent + self.ready.len() as u64
    }

    fn fill_to(&mut self, samples: u64) {
        let missing = samples.saturating_sub(self.held());
        self.ready.resize(self.ready.len() + missing as usize, 0.0);
    }
}

fn samples_in(time: Duration) -> u64 {
    (time.as_secs_f64() * f64::from(SAMPLE_RATE)) as u64
}

#[cfg(test)]
mod tests {
    use super::Channel;
    use std::time::Duration;

    const FRAME: [f32; 1600] = [0.5; 1600];

    fn at(milliseconds: u64) -> Duration {
        Duration::from_millis(milliseconds)
    }

    #[test]
    fn steady_sound_passes_without_silence_in_it() {
        let mut channel = Channel::default();
        let mut heard = Vec::new();
        for step in 1..=50 {
            channel.take(1, &FRAME, at(step * 100 + 20));
            let changed = channel.keep_up(at(step * 100 + 30));
            assert_eq!(changed, (step == 1).then_some(true));
            heard.extend_from_slice(channel.ready());
            channel.taken();
        }
        // Its first piece is as late as the clock says, and nothing is put between the others.
        let begun = 20 * 16;
        assert!(heard[begun..].iter().all(|&sample| sample > 0.4) && heard.len() == begun + 80_000, "{}", heard.len());
    }

    #[test]
    fn where_nothing_comes_there_is_silence_and_the_channel_is_lost() {
        let mut channel = Channel::default();
        channel.take(1, &FRAME, at(100));
        assert_eq!(channel.keep_up(at(100)), Some(true));
        channel.taken();
        assert_eq!(channel.keep_up(at(2_000)), None);
        assert_eq!(channel.ready().len(), 28_000 - 1_600);
        channel.taken();
        assert_eq!(channel.keep_up(at(2_200)), Some(false));
        channel.taken();
        // Another page may go on, in its place by the clock.
        channel.take(2, &FRAME, at(5_000));
        assert_eq!(channel.keep_up(at(5_000)), Some(true));
        assert_eq!((channel.sent + channel.ready().len() as u64) / 16, 5_000);
    }

    #[test]
    fn a_second_page_is_not_mixed_in_and_a_fast_one_is_cut() {
        let mut channel = Channel::default();
        channel.take(1, &FRAME, at(100));
        channel.take(2, &FRAME, at(110));
        assert_eq!(channel.ready().len(), 1600);
        for _ in 0..40 {
            channel.take(1, &FRAME, at(200));
        }
        assert!(channel.ready().len() <= 9_600, "{}", channel.ready().len());
        channel.page_gone(1);
        channel.take(2, &FRAME, at(5_000));
        assert_eq!(channel.page, Some(2));
    }
}
