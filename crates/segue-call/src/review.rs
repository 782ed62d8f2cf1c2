//! A call that is over: run through the companion as if it were live, then looked at as a whole.

use crate::companion::{Advice, Companion, ToBringBack, Understanding, setting, weight};
use crate::over::{self, CallOver};
use crate::put_aside::name_of;
use crate::sittings;
use segue_core::debrief::{Debrief, PhaseSpan, ShownCue};
use segue_core::session::{CueEnd, Floor, Output};
use segue_core::{Lang, Phase, Plan, Reading, Role, Rung, Timing, Transcript, Utterance, Words};
use segue_phrasebook::{LineMemory, Phrasebook, is_grave_topic};
use segue_topic::{Model, Progress, Said, read_both_watched};

/// What a review needs besides the transcript.
pub struct ReviewOptions {
    /// Plan of the call.
    pub plan: Plan,
    /// Name of the file, without its folder.
    pub file: String,
    /// Language of the debrief's own sentences.
    pub ui: Lang,
    /// The lines to choose from.
    pub phrasebook: Phrasebook,
    /// What is known of lines with this client.
    pub memory: LineMemory,
}

/// Turns a call into its debrief with the label model; `done` is told of each part of the work, all of which are 1.
pub fn review(transcript: &Transcript, options: ReviewOptions, model: &Model, done: Progress<'_>) -> Debrief {
    let setting = setting(model, &options.plan, transcript.timing);
    let (live, whole) = read_both_watched(model, setting, &said(&transcript.utterances), done);
    review_with(transcript, options, live, &whole)
}

/// Turns a call into its debrief with another understanding, live and of the whole.
pub fn review_with<U: Understanding>(transcript: &Transcript, options: ReviewOptions, live: U, whole: &[Reading]) -> Debrief {
    let ReviewOptions { plan, file, ui, phrasebook, memory } = options;
    let timing = transcript.timing;
    let phrasebook = if timing == Timing::Chat { phrasebook.for_writing() } else { phrasebook };
    let mut companion = Companion::with(Recorded { inner: live, items: Vec::new() }, plan.clone(), timing, phrasebook, memory);
    let sittings = sittings::sittings(&transcript.utterances, timing);
    let replay = replay(&mut companion, transcript, &sittings);
    let utterances = &transcript.utterances;
    let weights: Vec<f64> = utterances.iter().map(|u| weight(u, timing)).collect();
    over::debrief(CallOver {
        plan: &plan,
        name: file,
        timing,
        sittings,
        utterances,
        weights: &weights,
        live: &replay.live,
        whole,
        items: &companion.understanding().items,
        phases: replay.phases,
        cues: replay.cues,
        marked: &[],
        away: &[],
        pressed: false,
        accompanied: false,
        announced: replay.announced,
        reached: &[],
        agreed: &[],
        closing: &[],
        noted: &[],
        seconds: utterances.iter().map(|u| u.end).fold(0.0, f64::max),
        skipped: 0.0,
        problems: transcript.problems.clone(),
        began: transcript.began,
        ui,
    })
}

/// Seconds by which clocks of transcripts run over each other where nobody does.
const NO_OVERLAP: f64 = 0.05;

/// The utterances as the label model wants them.
pub fn said(all: &[Utterance]) -> Vec<Said<'_>> {
    let same = |i: usize| i > 0 && all[i].speaker == all[i - 1].speaker;
    all.iter().enumerate().map(|(i, u)| Said { role: u.speaker.role, goes_on: same(i), text: u.text.as_str() }).collect()
}

/// Keeps the agenda items on their way through.
struct Recorded<U> {
    inner: U,
    items: Vec<Option<usize>>,
}

impl<U: Understanding> Understanding for Recorded<U> {
    fn hear(&mut self, said: Said<'_>) -> segue_topic::LiveReading {
        let live = self.inner.hear(said);
        self.items.push(live.agenda_item);
        live
    }
}

#[derive(Default)]
struct Replay {
    live: Vec<Reading>,
    phases: Vec<PhaseSpan>,
    cues: Vec<ShownCue>,
    ids: Vec<u32>,
    /// The boundary that was due is announced, in words that are known for it.
    announced: bool,
    /// Names of topics that were put aside and not brought back.
    waiting: Vec<Words>,
}

fn replay<U: Understanding>(
    companion: &mut Companion<U>,
    transcript: &Transcript,
    sittings: &[segue_core::debrief::Sitting],
) -> Replay {
    let mut replay = Replay::default();
    let all = &transcript.utterances;
    let mut clock = 0.0_f64;
    for (number, sitting) in sittings.iter().enumerate() {
        if number > 0 {
            companion.next_sitting(all[sitting.from].start.max(clock));
            replay.ids.clear();
        }
        for i in sitting.from..=sitting.to {
            let utterance = &all[i];
            clock = clock.max(utterance.end);
            // A cue would have gone before this one began, if the silence was long.
            companion.tick(utterance.start);
            // Whoever spoke longest must have finished.
            let begun = all[i + 1..].iter().take_while(|next| next.start < clock - NO_OVERLAP);
            let floor = Floor::after(clock, begun.map(|next| (next.speaker.role, next.start)));
            companion.hear(utterance, clock, floor).append_to(&mut replay.live);
            replay.take(companion, all, i);
        }
        replay.announced |= companion.session().is_announced();
        companion.end(clock);
        replay.take(companion, all, sitting.to);
    }
    replay.close_phases(clock);
    replay
}

impl Replay {
    /// The first of the topics that wait is the next to be brought back.
    fn name_waiting<U: Understanding>(&self, companion: &mut Companion<U>) {
        companion.to_bring_back(ToBringBack { topic: self.waiting.first().cloned(), grave: false });
    }

    fn take<U: Understanding>(&mut self, companion: &mut Companion<U>, all: &[Utterance], index: usize) {
        while let Some(advice) = companion.poll() {
            match advice {
                Advice::Show { cue, line } => {
                    if cue.rung() == Rung::Return {
                        self.waiting.retain(|name| !line.text.contains(name.as_str()));
                        self.name_waiting(companion);
                    }
                    self.ids.push(cue.id);
                    self.cues.push(ShownCue {
                        at: cue.at,
                        after: cue.after.unwrap_or(index),
                        situation: cue.rung().situation(),
                        rung: cue.rung(),
                        line: line.id,
                        text: line.text,
                        said: false,
                        declined: false,
                        returned_after: None,
                    });
                }
                Advice::Session(Output::DriftClosed { returned_after, .. }) => {
                    for (id, seconds) in returned_after {
                        if let Some(cue) = self.shown(id) {
                            cue.returned_after = Some(seconds);
                        }
                    }
                }
                Advice::Said { id } | Advice::Gone { id, why: CueEnd::Said } => {
                    if let Some(cue) = self.shown(id) {
                        cue.said = true;
                    }
                }
                Advice::Session(Output::Parked { index, by, .. }) => {
                    let name = name_of(all, index, by);
                    self.waiting.extend(name.filter(|name| !is_grave_topic(name.as_str())));
                    self.name_waiting(companion);
                }
                Advice::Session(Output::Phase { at, phase }) => self.enter(at, phase),
                Advice::Session(_) | Advice::Gone { .. } => {}
            }
        }
    }

    /// A cue of this sitting by its number.
    fn shown(&mut self, id: u32) -> Option<&mut ShownCue> {
        let since = self.cues.len() - self.ids.len();
        let position = self.ids.iter().position(|&known| known == id)?;
        self.cues.get_mut(since + position)
    }

    fn enter(&mut self, at: f64, phase: Phase) {
        if let Some(last) = self.phases.last_mut() {
            last.end = at;
        }
        self.phases.push(PhaseSpan { phase, start: at, end: at });
    }

    fn close_phases(&mut self, at: f64) {
        if let Some(last) = self.phases.last_mut() {
            last.end = at;
        }
        self.phases.retain(|span| span.end > span.start);
    }
}

/// True if somebody of the call is known to be me.
pub fn knows_me(transcript: &Transcript) -> bool {
    transcript.utterances.iter().any(|u| u.speaker.role == Role::Me)
}
