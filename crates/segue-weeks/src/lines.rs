//! Which lines work.

use crate::figures::median;
use crate::held::Judged;
use segue_core::{CueRecord, Rung};
use std::collections::BTreeMap;

/// Fewest times a line must have been shown before anything is said about it.
const SHOWN: usize = 2;

/// What became of one line.
#[derive(Clone, Debug, PartialEq)]
pub struct LineEffect {
    /// Id in the phrasebook.
    pub line: String,
    /// What it is for.
    pub rung: String,
    /// How often it was shown and not refused.
    pub shown: usize,
    /// How often I said it, as far as that is known.
    pub said: usize,
    /// How often business followed in that drift.
    pub returned: usize,
    /// Median seconds until it did.
    pub seconds: Option<f64>,
}

impl LineEffect {
    /// How likely business follows, between 0 and 1, drawn towards a half while little is known, so
    /// that one lucky moment does not lead the list.
    pub fn likely(&self) -> f64 {
        (self.returned + 1) as f64 / (self.shown + 2) as f64
    }

    /// True if it may be said to work: business followed at least every other time.
    pub fn works(&self) -> bool {
        2 * self.returned >= self.shown
    }
}

/// True of a line that was to bring the talk back and was not refused: what was not said neither works nor fails.
pub(crate) fn was_tried(cue: &CueRecord) -> bool {
    let steers = Rung::ALL.into_iter().any(|known| known.name() == cue.rung && known.steers());
    steers && cue.said != Some(false)
}

/// Lines shown often enough that work, the best first.
pub fn line_effects<'a>(calls: impl IntoIterator<Item = &'a Judged<'a>>) -> Vec<LineEffect> {
    let mut per_line = BTreeMap::<&str, Vec<&CueRecord>>::new();
    for cue in calls.into_iter().flat_map(|judged| &judged.call.cues).filter(|cue| was_tried(cue)) {
        per_line.entry(&cue.line).or_default().push(cue);
    }
    let mut effects: Vec<_> = per_line
        .into_iter()
        .filter(|(_, cues)| cues.len() >= SHOWN)
        .map(|(line, cues)| LineEffect {
            line: line.to_owned(),
            rung: cues[0].rung.clone(),
            shown: cues.len(),
            said: cues.iter().filter(|cue| cue.said == Some(true)).count(),
            returned: cues.iter().filter(|cue| cue.returned_after.is_some()).count(),
            seconds: median(cues.iter().filter_map(|cue| cue.returned_after)),
        })
        .collect();
    effects.retain(LineEffect::works);
    effects.sort_by(|a, b| b.likely().total_cmp(&a.likely()).then(b.shown.cmp(&a.shown)).then(a.line.cmp(&b.line)));
    effects
}
