//! An understanding that knows: the labels of the reader in place of the model's, and with them, if asked, the marks of
//! where a way back is wanted.

use segue_call::Understanding;
use segue_core::{Flag, Flags, Label, Reading};
use segue_topic::{LiveReading, Said};
use segue_transcript::{CueWanted, LabelledCall};

/// Business words that may still come after a turn that wraps the call up.
const WRAP_UP_WORDS: usize = 12;

/// Hands out the reader's labels in order.
#[derive(Clone, Debug)]
pub struct Truth {
    readings: std::vec::IntoIter<Reading>,
}

impl Truth {
    /// From what is known of each utterance, in order.
    pub fn new(readings: Vec<Reading>) -> Self {
        Self { readings: readings.into_iter() }
    }
}

impl Understanding for Truth {
    fn hear(&mut self, _: Said<'_>) -> LiveReading {
        let unknown = Reading::certain(Label::Framing, Flags::NONE);
        LiveReading { reading: self.readings.next().unwrap_or(unknown), before: None, agenda_item: None }
    }
}

/// The same readings with the reader's marks of where a way back is wanted.
pub fn marked(mut readings: Vec<Reading>, call: &LabelledCall) -> Vec<Reading> {
    for (index, reading) in readings.iter_mut().enumerate() {
        let wanted = call.drifts.iter().any(|d| d.cue == CueWanted::Yes && (d.from..=d.to).contains(&index));
        reading.wanted = Some(f32::from(u8::from(wanted)));
    }
    readings
}

/// The reader's labels and flags as certain readings. Flags on business are kept, wrap-up is derived:
/// hardly any business words are still to come.
pub fn readings(call: &LabelledCall) -> Vec<Reading> {
    let utterances = &call.transcript.utterances;
    let mut rest = 0;
    let mut readings: Vec<Reading> = Vec::with_capacity(utterances.len());
    for i in (0..utterances.len()).rev() {
        let mut flags = call.flags[i];
        if flags.has(Flag::Serious) {
            flags.insert(Flag::SurelySerious);
        }
        if rest < WRAP_UP_WORDS {
            flags.insert(Flag::WrapUp);
        }
        if call.labels[i] == Label::Business {
            rest += utterances[i].text.count();
        }
        readings.push(Reading::certain(call.labels[i], flags));
    }
    readings.reverse();
    readings
}
