//! What `Debug` leaves out of a debrief: sentences that can repeat what somebody said are counted, as [`Words`] are.

use super::{Debrief, ShownCue};
use crate::Words;
use std::fmt;

impl fmt::Debug for Debrief {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Debrief")
            .field("kind", &self.kind)
            .field("timing", &self.timing)
            .field("seconds", &self.seconds)
            // It can name somebody, or what was said last.
            .field("headline", &Words::new(self.headline.as_str()))
            .field("utterances", &self.utterances.len())
            .field("drifts", &self.drifts)
            .field("cues", &self.cues)
            .field("talk", &self.talk)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for ShownCue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ShownCue")
            .field("at", &self.at)
            .field("after", &self.after)
            .field("rung", &self.rung)
            .field("line", &self.line)
            // A line names the topic that it leaves.
            .field("text", &Words::new(self.text.as_str()))
            .field("said", &self.said)
            .field("declined", &self.declined)
            .field("returned_after", &self.returned_after)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use crate::debrief::{Debrief, ShownCue};
    use crate::{Client, Plan, Remembered, Rung, Words};

    /// A topic that was put aside stood in every log line and failed test with a client or a debrief in it.
    #[test]
    fn nothing_that_holds_words_prints_them() {
        let cue = ShownCue {
            at: 60.0,
            after: 3,
            situation: Rung::Park.situation(),
            rung: Rung::Park,
            line: "en/park-client-warm-15".into(),
            text: "Let's save her chemo for the end.".into(),
            said: false,
            declined: false,
            returned_after: None,
        };
        let parked = vec![Words::new("her chemo")];
        let remembered = vec![Remembered { date: jiff::civil::date(2026, 11, 1), text: "She is in chemo.".into() }];
        let client = Client { parked: parked.clone(), remembered, ..Client::named("Viktor") };
        let plan = Plan { parked, ..Plan::default() };
        let debrief = Debrief { headline: "Her chemo took ten minutes.".into(), cues: vec![cue.clone()], ..Debrief::default() };
        let printed = format!("{client:?} {plan:?} {debrief:?} {cue:#?}");
        assert!(!printed.contains("chemo") && printed.contains("2 words"), "{printed}");
    }

    #[test]
    fn parked_topics_are_written_as_before() {
        let written = r#"{"name":"Viktor","parked":["the boat"]}"#;
        let client: Client = serde_json::from_str(written).unwrap();
        assert_eq!(client.parked, [Words::new("the boat")]);
        assert_eq!(serde_json::to_value(&client).unwrap()["parked"], serde_json::json!(["the boat"]));
    }
}
