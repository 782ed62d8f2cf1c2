//! How well the session cues, against the drifts that a reader marked.

use segue_core::{Flag, Kind, Label, Role, Rung};
use segue_transcript::{CueWanted, LabelledCall, LabelledDrift};

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
    /// Drifts in which something serious is told and no cue was wanted.
    pub serious: u32,
    /// Of those, drifts that got a steering cue.
    pub serious_steered: u32,
    /// Of those, drifts that got the humane line.
    pub humane: u32,
    /// Humane lines where nothing serious was told.
    pub humane_astray: u32,
    /// Steering cues outside any drift in which one was wanted or could wait.
    pub astray: u32,
    /// Personal questions to me out of the work, in calls that are not groups'.
    pub asked: u32,
    /// Of those, questions that got their deflection.
    pub deflected: u32,
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
        self.serious += other.serious;
        self.serious_steered += other.serious_steered;
        self.humane += other.humane;
        self.humane_astray += other.humane_astray;
        self.astray += other.astray;
        self.asked += other.asked;
        self.deflected += other.deflected;
        self.business_hours += other.business_hours;
    }

    /// Steering cues astray in an hour of business.
    pub fn astray_per_hour(&self) -> f64 {
        if self.business_hours > 0.0 { f64::from(self.astray) / self.business_hours } else { 0.0 }
    }
}

/// Scores the cues of one call, each with the utterance after which it was shown.
pub fn score(call: &LabelledCall, cues: &[(Rung, usize)], weights: &[f64]) -> CueScore {
    let places = |counts: fn(Rung) -> bool| cues.iter().filter(|(rung, _)| counts(*rung)).map(|(_, after)| *after).collect();
    let deflections: Vec<usize> = places(|rung| rung == Rung::Deflect);
    let steering: Vec<usize> = places(Rung::steers);
    let humane: Vec<usize> = places(Rung::is_humane);
    let any = |cues: &[usize], drift: &LabelledDrift| cues.iter().any(|after| (drift.from..=drift.to).contains(after));
    let mut score = CueScore::default();
    for drift in &call.drifts {
        let serious = (drift.from..=drift.to).any(|i| call.flags[i].has(Flag::Serious));
        let cued = any(&steering, drift);
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
        if serious && drift.cue == CueWanted::No {
            score.serious += 1;
            score.serious_steered += u32::from(cued);
            score.humane += u32::from(any(&humane, drift));
        }
    }
    let welcome = |after: usize| call.drifts.iter().any(|d| d.cue != CueWanted::No && (d.from..=d.to).contains(&after));
    let asks = |i: usize| call.flags[i].has(Flag::PersonalQuestion) && call.transcript.utterances[i].speaker.role == Role::Client;
    // A deflection belongs to the question, also where one question makes no drift.
    let answers = |after: usize| deflections.contains(&after) && (after.saturating_sub(1)..=after).any(asks);
    score.astray = steering.iter().filter(|&&after| !welcome(after) && !answers(after)).count() as u32;
    let out_of_work = |i: usize| i > 0 && call.labels[i] == Label::Personal && call.labels[i - 1] == Label::Business;
    let asked = (0..call.labels.len()).filter(|&i| call.header.kind != Kind::Group && asks(i) && out_of_work(i));
    for question in asked {
        score.asked += 1;
        score.deflected += u32::from(deflections.iter().any(|after| (question..=question + 1).contains(after)));
    }
    // The line may come a turn or two after the news.
    let told =
        |after: usize| call.flags[after.saturating_sub(3)..=after.min(call.flags.len() - 1)].iter().any(|f| f.has(Flag::Serious));
    score.humane_astray = humane.iter().filter(|&&after| !told(after)).count() as u32;
    let business = call.labels.iter().zip(weights).filter(|(label, _)| **label == Label::Business);
    score.business_hours = business.map(|(_, weight)| weight / 3600.0).sum();
    score
}
