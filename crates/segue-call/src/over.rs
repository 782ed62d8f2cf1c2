//! A call that is over, looked at as a whole: the one place where a debrief is put together.

use crate::drifts::{self, Labelled};
use crate::{correspondence, facts, feeding, headline, talk};
use jiff::civil::DateTime;
use segue_core::debrief::{Debrief, DebriefUtterance, Drift, Overrun, PhaseSpan, SCHEMA, ShownCue, Sitting};
use segue_core::{Label, Lang, Plan, Problem, Reading, Timing, Utterance, Words};

/// What is known of a call when it is over, from a file or live.
pub struct CallOver<'a> {
    /// Plan of the call.
    pub plan: &'a Plan,
    /// Name of the file, or of whoever a live call was with.
    pub name: String,
    /// What its times mean.
    pub timing: Timing,
    /// Its sittings.
    pub sittings: Vec<Sitting>,
    /// What was heard. Words that may not be kept are empty.
    pub utterances: &'a [Utterance],
    /// Weight of each utterance in seconds of speech.
    pub weights: &'a [f64],
    /// What the live way understood of each.
    pub live: &'a [Reading],
    /// What is to count of each: with the whole call in view, or as the user put it right.
    pub whole: &'a [Reading],
    /// The agenda item that each is about, if any.
    pub items: &'a [Option<usize>],
    /// Phases as they came.
    pub phases: Vec<PhaseSpan>,
    /// Lines that were shown.
    pub cues: Vec<ShownCue>,
    /// Drifts that were marked by key, as start and end in seconds, in order; they count where nothing was heard.
    pub marked: &'a [(f64, f64)],
    /// Seconds at which each agenda item was reached by key, as far as there were keys.
    pub reached: &'a [Option<f64>],
    /// Length of the call in seconds.
    pub seconds: f64,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// When a chat began, by the clock of whoever exported it.
    pub began: Option<DateTime>,
    /// Language of the debrief's own sentences.
    pub ui: Lang,
}

/// Turns a call into its debrief. Where nothing was heard, the keys tell how time went: what was marked as a drift was private,
/// the rest business.
pub fn debrief(call: CallOver<'_>) -> Debrief {
    let CallOver { plan, timing, sittings, utterances, weights, whole, seconds, began, .. } = call;
    let labelled = Labelled { utterances, readings: whole, weights, plan };
    let mut drifts: Vec<Drift> = sittings.iter().flat_map(|s| drifts::find(&labelled, s.from, s.to)).collect();
    let mut talk = talk::talk(&labelled, timing);
    let (feeding, parked) = (feeding::feeding(&labelled, &drifts), facts::parked(&labelled, &drifts));
    let unheard = unheard(call.marked, utterances);
    if utterances.is_empty() || !unheard.is_empty() {
        let silent_from = utterances.iter().map(|u| u.end).fold(0.0, f64::max);
        let private: f64 = unheard.iter().map(|drift| drift.private).sum();
        talk.total.smalltalk += private;
        talk.total.business += (seconds - silent_from - private).max(0.0);
        drifts.extend(unheard);
        drifts.sort_by(|a, b| a.start.total_cmp(&b.start));
    }
    let private = talk.total.smalltalk + talk.total.personal;
    let planned = plan.boundary.planned_seconds().filter(|&planned| timing != Timing::Chat && seconds > planned);
    let mut agenda = facts::agenda(&labelled, call.items);
    for (item, reached) in agenda.iter_mut().zip(call.reached) {
        item.reached_at = item.reached_at.or(*reached);
    }
    let mut debrief = Debrief {
        schema: SCHEMA.to_owned(),
        file: call.name,
        lang: plan.boundary.lang,
        kind: plan.boundary.kind,
        timing,
        seconds,
        headline: String::new(),
        utterances: rows(utterances, whole, call.live),
        phases: call.phases,
        cost: talk::cost(&talk, plan.rate.as_ref()),
        feeding,
        parked,
        agenda,
        notes: facts::notes(&labelled),
        overrun: planned.map(|planned| Overrun { planned, seconds: seconds - planned, private }),
        correspondence: correspondence::of(&labelled, began, timing, &sittings),
        problems: call.problems,
        cues: call.cues,
        sittings,
        drifts,
        talk,
    };
    debrief.headline = headline::headline(&debrief, call.ui);
    debrief
}

/// Drifts that were marked by key while nothing was heard: listening may have begun late, or ended early.
fn unheard(marked: &[(f64, f64)], utterances: &[Utterance]) -> Vec<Drift> {
    let silent = |&&(start, end): &&(f64, f64)| !utterances.iter().any(|u| u.start < end && u.end > start);
    let before = |at: f64| utterances.iter().take_while(|u| u.start < at).count().saturating_sub(1);
    marked.iter().filter(silent).map(|&(start, end)| by_key(start, end, before(start))).collect()
}

/// A drift of which only the time is known, and the utterance before it.
fn by_key(start: f64, end: f64, after: usize) -> Drift {
    Drift {
        from: after,
        to: after,
        start,
        end,
        opened_by: None,
        returned_by: None,
        returned_with: None,
        returned_at: None,
        private: (end - start).max(0.0),
        label: Label::Smalltalk,
        excused: None,
        topic: Words::default(),
    }
}

fn rows(utterances: &[Utterance], whole: &[Reading], live: &[Reading]) -> Vec<DebriefUtterance> {
    let readings = whole.iter().zip(live);
    let row = |(index, (u, (whole, live))): (usize, (&Utterance, (&Reading, &Reading)))| DebriefUtterance {
        index,
        start: u.start,
        end: u.end,
        speaker: u.speaker.name.clone(),
        role: u.speaker.role,
        text: u.text.clone(),
        label: whole.label,
        live_label: live.label,
        probabilities: whole.probabilities,
        flags: whole.flags,
    };
    utterances.iter().zip(readings).enumerate().map(row).collect()
}
