//! How quick the models are on one core, beside each other and beside the baseline, in the same run.

use crate::baseline::Baseline;
use crate::measures::{Decision, agreement};
use crate::subject::setting;
use segue_topic::{LiveReader, Model};
use segue_transcript::LabelledCall;
use std::fmt::Write;
use std::time::{Duration, Instant};

/// Each is measured for at least so long.
const LONG_ENOUGH: Duration = Duration::from_secs(2);

/// What was measured of one of them.
#[derive(Clone, Debug)]
pub struct Speed {
    /// What it is.
    pub name: &'static str,
    /// Seconds until it could read; `None` for what is trained at once.
    pub ready: Option<f64>,
    /// Utterances a second, on one core, context and flags included.
    pub per_second: f64,
    /// F1 of private talk, live.
    pub f1: f64,
}

/// Makes a model ready, and says how many seconds that took; only the first use of a model takes any.
pub fn ready(model: impl FnOnce() -> &'static Model) -> (&'static Model, f64) {
    let begun = Instant::now();
    (model(), begun.elapsed().as_secs_f64())
}

/// Measures a model that reads the calls live, an utterance at a time.
pub fn of_model(name: &'static str, (model, ready): (&Model, f64), calls: &[LabelledCall]) -> Speed {
    let read = |call: &LabelledCall| {
        let mut reader = LiveReader::new(model, setting(call, model, true));
        let said = segue_call::said(&call.transcript.utterances);
        let live = reader.hear_all(&said).at_once;
        live.iter().zip(&call.labels).map(|(reading, &label)| Decision::of(reading, label)).collect()
    };
    measure(name, Some(ready), calls, read)
}

/// Measures a baseline.
pub fn of_baseline(baseline: &Baseline, calls: &[LabelledCall]) -> Speed {
    measure("TF-IDF + LR", None, calls, |call| baseline.decide(call))
}

fn measure(
    name: &'static str,
    ready: Option<f64>,
    calls: &[LabelledCall],
    mut read: impl FnMut(&LabelledCall) -> Vec<Decision>,
) -> Speed {
    let decisions: Vec<Decision> = calls.iter().flat_map(&mut read).collect();
    let (begun, mut count) = (Instant::now(), 0);
    while begun.elapsed() < LONG_ENOUGH {
        count += calls.iter().map(|call| read(call).len()).sum::<usize>();
    }
    Speed { name, ready, per_second: count as f64 / begun.elapsed().as_secs_f64(), f1: agreement(&decisions).f1 }
}

/// The table; ratios are to the first row.
pub fn table(speeds: &[Speed]) -> String {
    let mut out = String::from(
        "| what | ready in | utterances a second, one core | time, ratio | F1 live | F1, ratio |\n|---|---|---|---|---|---|\n",
    );
    for speed in speeds {
        let ready = speed.ready.map_or_else(|| "–".to_owned(), |seconds| format!("{:.0} ms", seconds * 1000.0));
        let (time, f1) = (speeds[0].per_second / speed.per_second, speed.f1 / speeds[0].f1);
        writeln!(out, "| {} | {ready} | {:.0} | {time:.4} | {:.2} | {f1:.2} |", speed.name, speed.per_second, speed.f1).ok();
    }
    out
}
