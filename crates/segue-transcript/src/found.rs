//! Utterances as a parser finds them, before times are settled and roles given.

use crate::Fault;
use crate::problems::Problems;
use crate::spacing::collapse;
use crate::unheard::Unheard;
use jiff::civil::DateTime;
use segue_core::{Lang, Role, Speaker, Timing, Utterance, Words};

/// A start or an end that the file does not tell.
pub(crate) const UNKNOWN: f64 = f64::NAN;

/// More seconds than this for a word, and the numbers are milliseconds.
const SLOWEST_WORD: f64 = 30.0;

/// What a parser found. A large file stays small: one list of utterances and one of their lines.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// In the order of the file; times may be [`UNKNOWN`].
    pub utterances: Vec<Utterance>,
    /// Line of each utterance, from 1.
    pub lines: Vec<u32>,
    /// What the times are worth.
    pub timing: Timing,
    /// True if the file gives times only now and then, so that a missing one is no fault of its own.
    pub sparse_times: bool,
    /// Language, if the file names one.
    pub lang: Option<Lang>,
    /// When a chat began, by the clock of whoever exported it.
    pub began: Option<DateTime>,
    /// Name of the one who exported, if the file tells.
    pub me: Option<String>,
    /// What was said and is not in the file.
    pub unheard: Unheard,
    /// What was wrong.
    pub problems: Problems,
}

impl Found {
    /// A finding for a file whose times have this worth.
    pub fn with_timing(timing: Timing) -> Self {
        Self { timing, ..Self::default() }
    }

    /// Adds an utterance; words and name get single spaces.
    pub fn push(&mut self, line: u32, times: (Option<f64>, Option<f64>), name: &str, text: &str) {
        self.utterances.push(Utterance {
            start: times.0.unwrap_or(UNKNOWN),
            end: times.1.unwrap_or(UNKNOWN),
            speaker: Speaker { name: collapse(name), role: Role::Unknown },
            text: Words::new(collapse(text)),
        });
        self.lines.push(line);
    }

    /// Adds an utterance, or a fault if it has no words.
    pub fn push_spoken(&mut self, line: u32, times: (Option<f64>, Option<f64>), name: &str, text: &str) {
        self.push(line, times, name, text);
        if self.utterances.last().is_some_and(|u| u.text.is_empty()) {
            self.utterances.pop();
            self.lines.pop();
            self.problems.at(line, Fault::NoWords);
        }
    }

    /// Whole numbers at which a word would take half a minute are milliseconds, as `AssemblyAI` and Whisper's tables count.
    pub fn in_seconds(&mut self) {
        let spans = self.utterances.iter().filter(|u| u.start.is_finite() && u.end.is_finite());
        let whole = spans.clone().all(|u| u.start.fract() == 0.0 && u.end.fract() == 0.0);
        let (words, seconds) = spans.fold((0, 0.0), |(words, seconds), u| (words + u.text.count(), seconds + u.end - u.start));
        if whole && seconds > SLOWEST_WORD * words as f64 {
            for utterance in &mut self.utterances {
                utterance.start /= 1000.0;
                utterance.end /= 1000.0;
            }
        }
    }

    /// Line of an utterance.
    pub fn line(&self, index: usize) -> u32 {
        self.lines.get(index).copied().unwrap_or(0)
    }
}
