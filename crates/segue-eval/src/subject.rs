//! One labelled call, read by the model and by the baselines.

use crate::baseline::Baseline;
use crate::cues::{self, CueScore};
use crate::measures::Decision;
use crate::sound;
use crate::truth::{self, Truth};
use segue_call::{Companion, ReviewOptions, review_with, weight};
use segue_core::debrief::Debrief;
use segue_core::{AgendaItem, Boundary, Flag, Label, Lang, Plan, Reading, Rung, Timing};
use segue_phrasebook::{LineMemory, Phrasebook};
use segue_topic::{Model, read_both};
use segue_transcript::LabelledCall;

/// Seconds from the last sound to its words: on a computer of today, and on a slow or busy one.
pub(crate) const WORDS_AFTER: [f64; 2] = [0.55, 1.5];

/// Everything measured of one call.
#[derive(Clone, Debug)]
pub struct Subject {
    /// Name of the call.
    pub name: String,
    /// Language.
    pub lang: Lang,
    /// How its words are written: clean, spoken, asr.
    pub style: String,
    /// Live decisions of the model, as soon as an utterance is heard.
    pub at_once: Vec<Decision>,
    /// Live decisions of the model, once the next utterance is heard.
    pub answered: Vec<Decision>,
    /// Decisions of the model with the whole call in view.
    pub whole: Vec<Decision>,
    /// Decisions of the baseline, live and whole.
    pub baseline: Option<(Vec<Decision>, Vec<Decision>)>,
    /// Decisions about serious facts, live once answered, outside business.
    pub serious: Vec<Decision>,
    /// The same with the whole call in view.
    pub serious_whole: Vec<Decision>,
    /// Decisions about private facts that move the work, with the whole call in view.
    pub moving: Vec<Decision>,
    /// Whether the label is the reader's, per utterance, whole call in view.
    pub labels_right: Vec<bool>,
    /// Difference of the share of private talk found and true, -1 to 1.
    pub share_error: f64,
    /// Cues by the model's live labels.
    pub cues: CueScore,
    /// The same, nothing of chats, where the call is listened to and words take their time: as long as on a computer of today, and on a slow one.
    pub sound_cues: [CueScore; 2],
    /// Cues by the reader's labels.
    pub true_cues: CueScore,
    /// Cues by the reader's labels and marks of where a way back is wanted.
    pub marked_cues: CueScore,
    /// Utterances that were read wrongly, for the page of mistakes.
    pub mistakes: Vec<Mistake>,
}

/// An utterance that was read wrongly.
#[derive(Clone, Debug)]
pub struct Mistake {
    /// Position in the call.
    pub index: usize,
    /// The reader's label.
    pub truth: Label,
    /// The model's label with the whole call in view.
    pub found: Label,
    /// Probability of private talk.
    pub private: f32,
    /// The words; the calls of the project are nobody's life.
    pub text: String,
}

/// The plan that a labelled call's head describes; `project` decides whether its words are told.
pub fn plan(call: &LabelledCall, project: bool) -> Plan {
    let header = &call.header;
    let agenda = header.agenda.iter().map(|text| AgendaItem { text: text.clone(), minutes: None });
    Plan {
        boundary: Boundary {
            kind: header.kind,
            lang: header.lang,
            planned_minutes: header.planned_minutes,
            ..Boundary::default()
        },
        about: if project { format!("{} {}", header.trade, header.client) } else { String::new() },
        agenda: if project { agenda.collect() } else { Vec::new() },
        ..Plan::default()
    }
}

/// Measures one call. `project` tells the model what the call is about, as a user would.
pub fn measure(call: &LabelledCall, model: &Model, project: bool, baselines: Option<&(Baseline, Baseline)>) -> Subject {
    let transcript = &call.transcript;
    let options = || ReviewOptions {
        plan: plan(call, project),
        file: call.header.call.clone(),
        ui: Lang::En,
        phrasebook: Phrasebook::built_in(),
        memory: LineMemory::default(),
    };
    // The sentences are understood once, for the review and for the figures.
    let said = segue_call::said(&transcript.utterances);
    let (mut reader, whole) = read_both(model, setting(call, model, project), &said);
    let in_sound = WORDS_AFTER.map(|after| {
        let ReviewOptions { plan, phrasebook, memory, .. } = options();
        sound::cues(call, Companion::with(reader.clone(), plan, transcript.timing, phrasebook, memory), after)
    });
    let debrief = review_with(transcript, options(), reader.clone(), &whole);
    let live = reader.hear_all(&said);
    let known = truth::readings(call);
    let by_truth = |live| review_with(transcript, options(), Truth::new(live), &known);
    let (true_debrief, marked_debrief) = (by_truth(known.clone()), by_truth(truth::marked(known.clone(), call)));
    let weights: Vec<f64> = transcript.utterances.iter().map(|u| weight(u, transcript.timing)).collect();
    let decide = |readings: &[Reading]| -> Vec<Decision> {
        let rows = readings.iter().zip(&call.labels);
        rows.map(|(reading, &label)| Decision::of(reading, label)).collect()
    };
    let score = |cues: &[(Rung, usize)]| cues::score(call, cues, &weights);
    let shown = |debrief: &Debrief| -> Vec<_> { debrief.cues.iter().map(|cue| (cue.rung, cue.after)).collect() };
    Subject {
        name: call.header.call.clone(),
        lang: call.header.lang,
        style: if transcript.timing == Timing::Chat { "chat".to_owned() } else { call.header.style.clone() },
        at_once: decide(&live.at_once),
        answered: decide(&live.answered),
        whole: decide(&whole),
        baseline: baselines.map(|(live, whole)| (live.decide(call), whole.decide(call))),
        serious: flagged(call, Flag::Serious, &live.answered),
        serious_whole: flagged(call, Flag::Serious, &whole),
        moving: flagged(call, Flag::WorkImpact, &whole),
        labels_right: whole.iter().zip(&call.labels).map(|(r, l)| r.label == *l).collect(),
        share_error: share(&debrief) - share(&true_debrief),
        cues: score(&shown(&debrief)),
        // Nobody hears a chat.
        sound_cues: in_sound.map(|cues| if transcript.timing == Timing::Chat { CueScore::default() } else { score(&cues) }),
        true_cues: score(&shown(&true_debrief)),
        marked_cues: score(&shown(&marked_debrief)),
        mistakes: mistakes(call, &whole),
    }
}

/// Decisions about a flag. A serious fact in the work itself is business: that flag counts outside it.
fn flagged(call: &LabelledCall, flag: Flag, readings: &[Reading]) -> Vec<Decision> {
    let counts = |label: Label| flag != Flag::Serious || label != Label::Business;
    let rows = readings.iter().zip(&call.flags).zip(&call.labels).filter(|(_, label)| counts(**label));
    rows.map(|((reading, truth), _)| {
        let decided = reading.flags.has(flag);
        Decision { score: f32::from(u8::from(decided)), decided, truth: truth.has(flag) }
    })
    .collect()
}

fn share(debrief: &Debrief) -> f64 {
    debrief.talk.total.private_share()
}

/// What a model is told of a call; `project` decides whether the project's words are told.
pub(crate) fn setting(call: &LabelledCall, model: &Model, project: bool) -> segue_topic::Setting {
    let plan = plan(call, project);
    segue_call::setting(model, &plan, call.transcript.timing)
}

fn mistakes(call: &LabelledCall, whole: &[Reading]) -> Vec<Mistake> {
    let rows = call.transcript.utterances.iter().zip(whole).zip(&call.labels).enumerate();
    rows.filter(|(_, ((_, reading), truth))| reading.label.is_private() != truth.is_private())
        .map(|(index, ((utterance, reading), truth))| Mistake {
            index,
            truth: *truth,
            found: reading.label,
            private: reading.probabilities.private(),
            text: utterance.text.as_str().to_owned(),
        })
        .collect()
}
