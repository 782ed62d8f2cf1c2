//! A labelled call as the ears would tell of it: that somebody speaks is known soon, what was said only once it is recognised, and
//! by then somebody else may have begun.

use segue_call::{Advice, Companion};
use segue_core::Rung;
use segue_core::session::Floor;
use segue_topic::LiveReader;
use segue_transcript::LabelledCall;

/// Seconds of sound after which it is known that somebody speaks (docs/live.md, "Latency and load").
const BEGINNING_KNOWN: f64 = 0.2;
/// Seconds of silence after which it is known that they have finished.
const END_KNOWN: f64 = 0.45;
/// Seconds between two ticks.
const TICK: f64 = 0.1;

/// What happens at a time.
enum Known {
    Begins(usize),
    Ends(usize),
    Words(usize),
}

/// The cues of a call in sound whose words are known `words_after` seconds after their last sound: each with the utterance known last.
pub(crate) fn cues(call: &LabelledCall, mut companion: Companion<LiveReader<'_>>, words_after: f64) -> Vec<(Rung, usize)> {
    let utterances = &call.transcript.utterances;
    let mut known: Vec<(f64, Known)> = Vec::new();
    for (i, utterance) in utterances.iter().enumerate() {
        known.push((utterance.start + BEGINNING_KNOWN, Known::Begins(i)));
        known.push((utterance.end.max(utterance.start + BEGINNING_KNOWN) + END_KNOWN, Known::Ends(i)));
        known.push((utterance.end + words_after.max(END_KNOWN), Known::Words(i)));
    }
    known.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut speaking, mut ticked, mut found) = (vec![], 0.0, Vec::new());
    for (at, what) in known {
        while ticked + TICK <= at {
            ticked += TICK;
            companion.tick(ticked);
        }
        let before = speaking.is_empty();
        match what {
            Known::Begins(i) => speaking.push(i),
            Known::Ends(i) => speaking.retain(|&known| known != i),
            Known::Words(i) => {
                let others = speaking.iter().map(|&other| &utterances[other]);
                let floor =
                    Floor::after(utterances[i].end, others.map(|other| (other.speaker.role, other.start + BEGINNING_KNOWN)));
                companion.hear(&utterances[i], at, floor);
            }
        }
        if speaking.is_empty() != before {
            companion.speaking(at, before);
        }
        while let Some(advice) = companion.poll() {
            if let Advice::Show { cue, .. } = advice {
                found.push((cue.rung(), cue.after.unwrap_or(0)));
            }
        }
    }
    found
}
