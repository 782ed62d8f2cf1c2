//! How well the session cues, against the drifts that a reader marked.

use segue_core::debrief::ShownCue;
use segue_core::{Flag, Label};
use segue_transcript::{CueWanted, LabelledCall};

/// Counts over calls.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CueScore {
    /// Drifts in which a cue was wanted.
    pub wanted: u32,
    /// Of those, drifts that got one inside.
    pub given: u32,
    /// Drifts in which no cue was wanted.
    pub unwanted: u32,
    /// Of those, drifts that got a steering cue.
    pub disturbed: u32,
    /// Of all drifts with something serious in them, those that got a steering cue.
    pub serious_steered: u32,
    /// Steering cues outside any drift in which one was wanted or could wait.
    pub astray: u32,
    /// Hours of business speech.
    pub business_hours: f64,
}

impl CueScore {
    /// Adds another count.
    pub fn add(&mut self, other: &Self) {
        self.wanted += other.wanted;
        self.given += other.given;
        self.unwanted += other.unwanted;
        self.disturbed += other.disturbed;
        self.serious_steered += other.serious_steered;
        self.astray += other.astray;
        self.business_hours += other.business_hours;
    }

    /// Steering cues astray in an hour of business.
    pub fn astray_per_hour(&self) -> f64 {
        if self.business_hours > 0.0 { f64::from(self.astray) / self.business_hours } else { 0.0 }
    }
}

/// Scores the cues of one call.
pub fn score(call: &LabelledCall, cues: &[ShownCue], weights: &[f64]) -> CueScore {
    let steering: Vec<usize> = cues.iter().filter(|cue| cue.rung.steers()).map(|cue| cue.after).collect();
    let inside = |from: usize, to: usize| steering.iter().any(|&after| (from..=to).contains(&after));
    let mut score = CueScore::default();
    for drift in &call.drifts {
        let serious = (drift.from..=drift.to).any(|i| call.flags[i].has(Flag::Serious));
        let cued = inside(drift.from, drift.to);
        match drift.cue {
            CueWanted::Yes => {
                score.wanted += 1;
                score.given += u32::from(cued);
            }
            CueWanted::No => {
                score.unwanted += 1;
                score.disturbed += u32::from(cued);
            }
            CueWanted::Wait => {}
        }
        score.serious_steered += u32::from(serious && drift.cue == CueWanted::No && cued);
    }
    let welcome = |after: usize| call.drifts.iter().any(|d| d.cue != CueWanted::No && (d.from..=d.to).contains(&after));
    score.astray = steering.iter().filter(|&&after| !welcome(after)).count() as u32;
    let business = call.labels.iter().zip(weights).filter(|(label, _)| **label == Label::Business);
    score.business_hours = business.map(|(_, weight)| weight / 3600.0).sum();
    score
}
