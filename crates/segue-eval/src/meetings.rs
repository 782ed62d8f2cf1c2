//! False alarms on meetings in which nobody talks privately.

use segue_call::weight;
use segue_core::{Lang, Role, Source, Speaker, Timing, Transcript, Utterance, Words};
use segue_topic::{Model, Setting, read_both};
use serde::Deserialize;
use std::collections::BTreeMap;

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

/// One utterance of a meeting, as `data/README.md` describes the file.
#[derive(Deserialize)]
struct Row {
    dialogue: String,
    start: Option<f64>,
    end: Option<f64>,
    speaker: String,
    text: String,
    raw_label: String,
}

/// The meetings of a file of public data in which no segment is chitchat or an ice-breaker.
pub fn read_meetings(bytes: &[u8]) -> Vec<Transcript> {
    let text = String::from_utf8_lossy(bytes);
    let mut meetings: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for row in text.lines().filter_map(|line| serde_json::from_str::<Row>(line).ok()) {
        meetings.entry(row.dialogue.clone()).or_default().push(row);
    }
    let private =
        |row: &Row| ["chitchat", "icebreaker", "ice-breaker", "ice breaker"].iter().any(|word| row.raw_label.contains(word));
    meetings.into_values().filter(|rows| !rows.iter().any(private)).map(meeting).collect()
}

fn meeting(rows: Vec<Row>) -> Transcript {
    let utterance = |row: Row| Utterance {
        start: row.start.unwrap_or(0.0),
        end: row.end.unwrap_or(0.0),
        speaker: Speaker { name: row.speaker, role: Role::Unknown },
        text: Words::new(row.text),
    };
    Transcript {
        source: Source::Text,
        lang: Some(Lang::En),
        timing: Timing::Spoken,
        began: None,
        utterances: rows.into_iter().map(utterance).collect(),
        problems: Vec::new(),
    }
}

/// Reads one meeting.
pub fn alarms(meeting: &Transcript, model: &Model) -> Alarms {
    let setting = Setting::new(model, meeting.lang.unwrap_or_default(), meeting.timing == Timing::Chat, "", &[]);
    let said = segue_call::said(&meeting.utterances);
    let (mut reader, whole) = read_both(model, setting, &said);
    let mut alarms = Alarms::default();
    for ((live, utterance), whole) in reader.hear_all(&said).at_once.into_iter().zip(&meeting.utterances).zip(whole) {
        let seconds = weight(utterance, meeting.timing);
        alarms.seconds += seconds;
        let counted = |private: bool| if private { seconds } else { 0.0 };
        alarms.live += counted(live.label.is_private());
        alarms.whole += counted(whole.label.is_private());
    }
    alarms
}
