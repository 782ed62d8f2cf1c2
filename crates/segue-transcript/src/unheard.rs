//! What people said in a chat and its file has no words of: voice messages and calls.

use crate::Fault;
use crate::problems::Problems;

/// How much of it there was.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Unheard {
    sounds: Amount,
    calls: Amount,
}

/// How many, and their seconds as far as the file tells.
#[derive(Clone, Copy, Debug, Default)]
struct Amount {
    count: usize,
    seconds: f64,
}

impl Amount {
    fn add(&mut self, seconds: f64) {
        self.count += 1;
        self.seconds += if seconds.is_finite() { seconds.max(0.0) } else { 0.0 };
    }
}

impl Unheard {
    /// A voice message of so many seconds; 0 if the file does not tell.
    pub fn sound(&mut self, seconds: f64) {
        self.sounds.add(seconds);
    }

    /// A call that was held, likewise.
    pub fn call(&mut self, seconds: f64) {
        self.calls.add(seconds);
    }

    /// Names them among the problems of the file.
    pub fn tell(self, problems: &mut Problems) {
        let Self { sounds, calls } = self;
        if sounds.count > 0 {
            problems.of_file(Fault::Sounds { count: sounds.count, seconds: sounds.seconds as u64 });
        }
        if calls.count > 0 {
            problems.of_file(Fault::Calls { count: calls.count, seconds: calls.seconds as u64 });
        }
    }
}
