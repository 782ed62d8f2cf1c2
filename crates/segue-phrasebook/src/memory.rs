//! What is known of lines with one client: which were shown, said, and worked.

use segue_core::Rung;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Prior of a line before anything is known: of three cases, talk came back in two.
const PRIOR_RETURNS: f64 = 2.0;
const PRIOR_CASES: f64 = 3.0;
/// Weight of curiosity about lines that were seldom shown.
const CURIOSITY: f64 = 0.3;

/// What became of a line that was shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// I said it, in its words or in mine.
    pub said: bool,
    /// Seconds until business went on; `None` if it did not.
    pub returned_after: Option<f64>,
    /// The client fell silent or curt after it.
    pub closed_up: bool,
}

/// What is known of one line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Times shown.
    pub shown: u32,
    /// Times said.
    pub said: u32,
    /// Of those, times that business came back.
    pub returned: u32,
    /// Of those, times that the client closed up.
    pub closed_up: u32,
    /// Seconds to the return, summed.
    pub seconds: f64,
}

/// What is known of all lines with one client, and which were used in this call.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LineMemory {
    lines: BTreeMap<String, Record>,
    #[serde(skip)]
    used: Vec<String>,
}

impl LineMemory {
    /// Notes that a line was shown in this call.
    pub fn shown(&mut self, id: &str, _rung: Rung) {
        self.lines.entry(id.to_owned()).or_default().shown += 1;
        self.used.push(id.to_owned());
    }

    /// Notes what became of a line.
    pub fn record(&mut self, id: &str, outcome: Outcome) {
        let record = self.lines.entry(id.to_owned()).or_default();
        if outcome.said {
            record.said += 1;
            record.closed_up += u32::from(outcome.closed_up);
            if let Some(seconds) = outcome.returned_after {
                record.returned += 1;
                record.seconds += seconds.max(0.0);
            }
        }
    }

    /// True if the line was shown in this call.
    pub fn used_now(&self, id: &str) -> bool {
        self.used.iter().any(|used| used == id)
    }

    /// A new call begins.
    pub fn next_call(&mut self) {
        self.used.clear();
    }

    /// What is known of a line.
    pub fn of(&self, id: &str) -> Record {
        self.lines.get(id).copied().unwrap_or_default()
    }

    /// How promising a line is: the posterior mean of its returns (a client who closed up counts
    /// as no return) and, unless `sober`, a bonus for lines seldom shown (upper confidence bound,
    /// Auer, Cesa-Bianchi and Fischer 2002).
    pub fn promise(&self, id: &str, sober: bool) -> f64 {
        let known = self.of(id);
        let good = f64::from(known.returned.saturating_sub(known.closed_up));
        let mean = (PRIOR_RETURNS + good) / (PRIOR_CASES + f64::from(known.said));
        if sober {
            return mean;
        }
        let all: u32 = self.lines.values().map(|record| record.shown).sum();
        mean + CURIOSITY * (f64::from(all + 1).ln() / f64::from(known.shown + 1)).sqrt() - 0.05 * f64::from(known.shown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_works_is_preferred_and_one_that_hurts_is_not() {
        let mut memory = LineMemory::default();
        for _ in 0..4 {
            memory.record("good", Outcome { said: true, returned_after: Some(8.0), closed_up: false });
            memory.record("bad", Outcome { said: true, returned_after: Some(8.0), closed_up: true });
        }
        assert!(memory.promise("good", true) > memory.promise("new", true));
        assert!(memory.promise("bad", true) < memory.promise("new", true));
    }
}
