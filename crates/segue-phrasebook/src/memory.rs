//! What was learned of the lines with one client.

use crate::language::key_of;
use segue_core::Rung;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What came of a line that was shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// I said it, in these or in like words.
    pub said: bool,
    /// Seconds from the line to business, if it came back in this drift.
    pub returned_after: Option<f64>,
    /// The client went curt after it.
    pub closed_up: bool,
}

/// What came of one line over all calls with a client, or of all lines of a rung.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LineRecord {
    /// What the line is for, if that is known.
    pub rung: Option<Rung>,
    /// Times it was shown.
    pub shown: u32,
    /// Times its outcome was recorded; at most `shown`.
    pub recorded: u32,
    /// Times it was said.
    pub said: u32,
    /// Times it was said and business came back.
    pub returned: u32,
    /// Seconds to the return, added up over `returned`.
    pub seconds_to_return: f64,
    /// Times it was said and the client went curt.
    pub closed_up: u32,
    /// Number of the call it was last shown in.
    pub last_call: u32,
}

impl LineRecord {
    /// Mean seconds to the return; `None` if it never came.
    pub fn mean_seconds_to_return(&self) -> Option<f64> {
        (self.returned > 0).then(|| self.seconds_to_return / f64::from(self.returned))
    }

    fn add(&mut self, other: &Self) {
        self.shown += other.shown;
        self.recorded += other.recorded;
        self.said += other.said;
        self.returned += other.returned;
        self.seconds_to_return += other.seconds_to_return;
        self.closed_up += other.closed_up;
        self.last_call = self.last_call.max(other.last_call);
    }
}

/// How often a preferred line counts as having worked.
const PREFERRED: usize = 3;

/// Which lines were used with one client, when, and what came of them.
///
/// It holds ids and numbers only, no words. It is bounded by the number of lines.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LineMemory {
    /// Number of the call going on; counts up at [`LineMemory::next_call`].
    call: u32,
    lines: BTreeMap<String, LineRecord>,
}

impl LineMemory {
    /// A new call begins: every line may be used again, though those of the last calls seldom will.
    pub fn next_call(&mut self) {
        self.call = self.call.saturating_add(1);
    }

    /// A line is shown: it will not be chosen again in this call.
    pub fn shown(&mut self, line_id: &str, rung: Rung) {
        let call = self.call;
        let record = self.record_of(line_id);
        record.rung = Some(rung);
        record.shown += 1;
        record.last_call = call;
    }

    /// What came of the last showing of a line. A line never shown counts as shown now.
    /// Seconds that are negative or no number count as zero.
    pub fn record(&mut self, line_id: &str, outcome: Outcome) {
        let call = self.call;
        let record = self.record_of(line_id);
        if record.recorded >= record.shown {
            record.shown += 1;
            record.last_call = call;
        }
        record.recorded += 1;
        if !outcome.said {
            // Business that came back by itself, or curtness, is not the doing of a line unsaid.
            return;
        }
        record.said += 1;
        if let Some(seconds) = outcome.returned_after {
            record.returned += 1;
            record.seconds_to_return += if seconds.is_finite() { seconds.max(0.0) } else { 0.0 };
        }
        record.closed_up += u32::from(outcome.closed_up);
    }

    /// A line begins, or begins anew, as one that was said a few times and worked: the user prefers it.
    pub fn prefer(&mut self, line_id: &str) {
        for _ in 0..PREFERRED {
            self.record(line_id, Outcome { said: true, returned_after: Some(5.0), closed_up: false });
        }
    }

    /// What is known of a line.
    pub fn line(&self, line_id: &str) -> Option<&LineRecord> {
        self.lines.get(line_id)
    }

    /// What is known of all lines of a rung together.
    pub fn rung(&self, rung: Rung) -> LineRecord {
        let mut sum = LineRecord { rung: Some(rung), ..LineRecord::default() };
        self.lines.values().filter(|record| record.rung == Some(rung)).for_each(|record| sum.add(record));
        sum
    }

    /// All lines ever shown, by id.
    pub fn lines(&self) -> impl Iterator<Item = (&str, &LineRecord)> {
        self.lines.iter().map(|(id, record)| (id.as_str(), record))
    }

    /// True if the line was shown in this call.
    pub fn used_now(&self, line_id: &str) -> bool {
        self.calls_since(line_id) == Some(0)
    }

    /// Calls since a line was last shown: 0 in this call; `None` if it never was.
    pub fn calls_since(&self, line_id: &str) -> Option<u32> {
        self.lines.get(line_id).filter(|record| record.shown > 0).map(|record| self.call.saturating_sub(record.last_call))
    }

    fn record_of(&mut self, line_id: &str) -> &mut LineRecord {
        self.lines.entry(line_id.to_owned()).or_insert_with(|| LineRecord {
            rung: line_id.split_once('/').and_then(|(_, name)| key_of(name)).map(|key| key.rung),
            ..LineRecord::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "en/park-client-warm-1";

    fn outcome(said: bool, returned_after: Option<f64>, closed_up: bool) -> Outcome {
        Outcome { said, returned_after, closed_up }
    }

    #[test]
    fn an_unsaid_line_gets_no_credit_and_no_blame() {
        let mut memory = LineMemory::default();
        memory.shown(ID, Rung::Park);
        memory.record(ID, outcome(false, Some(3.0), true));
        let record = memory.line(ID).unwrap();
        assert_eq!((record.shown, record.recorded, record.said, record.returned, record.closed_up), (1, 1, 0, 0, 0));
    }

    #[test]
    fn outcomes_add_up_per_line_and_rung() {
        let mut memory = LineMemory::default();
        let calls = [(ID, Some(10.0)), (ID, None), ("en/park-client-direct-2", Some(20.0)), ("en/time-client-warm-1", None)];
        for (id, seconds) in calls {
            memory.next_call();
            memory.record(id, outcome(true, seconds, false));
        }
        assert_eq!(memory.line(ID).map(|r| (r.shown, r.said, r.returned)), Some((2, 2, 1)));
        let park = memory.rung(Rung::Park);
        assert_eq!((park.said, park.returned, park.mean_seconds_to_return()), (3, 2, Some(15.0)));
        assert_eq!(memory.calls_since(ID), Some(2));
    }

    #[test]
    fn a_file_of_today_is_read_tomorrow() {
        let mut memory = LineMemory::default();
        memory.next_call();
        memory.record(ID, outcome(true, Some(f64::NAN), true));
        let file = serde_json::to_string(&memory).unwrap();
        assert_eq!(serde_json::from_str::<LineMemory>(&file).unwrap(), memory);
        assert_eq!(serde_json::from_str::<LineMemory>("{}").unwrap(), LineMemory::default());
    }
}
