//! False alarms on meetings in which nobody talks privately.

use segue_call::weight;
use segue_core::{Timing, Transcript};
use segue_topic::{LiveReader, Model, Setting, read_whole};

/// Speech of a meeting that was taken for private talk.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Alarms {
    /// All speech in seconds.
    pub seconds: f64,
    /// Seconds called small talk or personal, live.
    pub live: f64,
    /// Seconds called small talk or personal with the whole meeting in view.
    pub whole: f64,
}

impl Alarms {
    /// Adds another meeting.
    pub fn add(&mut self, other: &Self) {
        self.seconds += other.seconds;
        self.live += other.live;
        self.whole += other.whole;
    }
}

/// Reads one meeting.
pub fn alarms(meeting: &Transcript, model: &Model) -> Alarms {
    let setting = Setting::new(model, meeting.lang.unwrap_or_default(), meeting.timing == Timing::Chat, "", &[]);
    let said = segue_call::said(meeting);
    let whole = read_whole(model, &setting, &said);
    let mut reader = LiveReader::new(model, setting);
    let mut alarms = Alarms::default();
    for ((said, utterance), whole) in said.into_iter().zip(&meeting.utterances).zip(whole) {
        let seconds = weight(utterance, meeting.timing);
        alarms.seconds += seconds;
        let counted = |private: bool| if private { seconds } else { 0.0 };
        alarms.live += counted(reader.hear(said).reading.label.is_private());
        alarms.whole += counted(whole.label.is_private());
    }
    alarms
}
