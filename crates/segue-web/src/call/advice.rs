//! What the companion says becomes what the page shows.

use super::{Call, OpenDrift, Shown};
use crate::state::{CueView, NoteView, ParkedView};
use segue_call::{Advice, is_another_matter};
use segue_core::debrief::{NoteKind, ParkedFate, PhaseSpan, ShownCue};
use segue_core::session::{Cue, CueEnd, Fact, Output, Reason};
use segue_core::{Line, Phase, Rung, Words};

/// Words kept of a fact.
const FACT_WORDS: usize = 24;
/// Words kept of an announcement that was shown.
const SCRIPT_WORDS: usize = 40;
/// Seconds within which the same kind of fact is the same fact.
const SAME_FACT: f64 = 90.0;

impl Call {
    /// Takes over everything that the companion has said since.
    pub(super) fn follow(&mut self) {
        while let Some(advice) = self.companion.poll() {
            self.revision += 1;
            match advice {
                Advice::Show { cue, line } => self.show(&cue, line),
                Advice::Said { id } => self.said(id),
                Advice::Gone { id, why } => self.gone(id, why),
                Advice::Session(output) => self.note_down(&output),
            }
        }
        self.marks.announced |= self.companion.session().is_announced();
        if self.marks.announced {
            self.plan.announced();
        }
    }

    fn show(&mut self, cue: &Cue, line: Line) {
        let rung = cue.rung();
        let from = self.drift.as_ref().and_then(|drift| drift.from);
        // A question to me needs no name for what it is about.
        let steered = from.filter(|_| rung.steers() && rung != Rung::Deflect);
        let topics = if rung == Rung::Return { self.brought_back(&line.text) } else { Vec::new() };
        let topic = match rung {
            Rung::Return => self.unnamed_in(&line.text, &topics),
            _ => steered.map(|index| self.topic(Some(index))).filter(|topic| !topic.is_empty()),
        };
        // One text at a time: what announces the boundary is what I wrote for it, and not the line that leads to it.
        let script = self.script().filter(|_| rung == Rung::Announce);
        let told =
            script.map_or_else(|| line.text.clone(), |script| Words::new(script).excerpt(SCRIPT_WORDS).as_str().to_owned());
        self.cue = Some(CueView {
            id: cue.id,
            text: script.unwrap_or(&line.text).to_owned(),
            situation: rung.situation(),
            rung,
            topic: topic.map(|topic| topic.as_str().to_owned()),
            until: cue.until,
            to_me: rung.is_for_me(),
        });
        let shown = ShownCue {
            at: cue.at,
            after: cue.after.unwrap_or(0),
            situation: rung.situation(),
            rung,
            line: line.id,
            text: told,
            said: false,
            declined: false,
            returned_after: None,
        };
        // What ends an agreed chat leads back from no drift.
        let fine = rung.steers() && cue.reason == Reason::ChatOver;
        self.asked_for.extend(&topics);
        self.shown.push(Shown { id: cue.id, cue: shown, topics, answer: None, fine });
        if rung == Rung::Return {
            self.name_waiting();
        }
    }

    fn gone(&mut self, id: u32, why: CueEnd) {
        if self.cue.as_ref().is_some_and(|cue| cue.id == id) {
            self.cue = None;
        }
        match why {
            CueEnd::Said => self.said(id),
            CueEnd::Declined => {
                if let Some(shown) = self.shown.iter_mut().find(|shown| shown.id == id) {
                    shown.cue.declined = !*shown.answer.get_or_insert(false);
                }
            }
            CueEnd::Expired | CueEnd::Overtaken => {}
        }
    }

    /// A line was said: by key, or heard in the talk.
    fn said(&mut self, id: u32) {
        let Some(shown) = self.shown.iter_mut().find(|shown| shown.id == id) else { return };
        shown.answer = Some(true);
        shown.cue.said = true;
        self.marks.announced |= shown.cue.rung == Rung::Announce;
        let topics = shown.topics.clone();
        self.take_up(&topics);
    }

    fn note_down(&mut self, output: &Output) {
        match *output {
            Output::Phase { at, phase } => self.enter(at, phase),
            Output::DriftOpened { at, from } => {
                let by_key = std::mem::take(&mut self.drifted_pressed);
                if by_key {
                    self.end_chat(at);
                }
                let heard = from.filter(|_| !by_key).and_then(|index| self.utterances.get(index));
                let since = heard.map_or(at, |heard| heard.start);
                let drift = self.drift.get_or_insert(OpenDrift { since, from, marked: None });
                // The key counts also where the drift was heard before: listening may have ended.
                drift.marked = drift.marked.or(by_key.then_some(at));
            }
            Output::DriftClosed { at, ref returned_after, .. } => {
                self.end_drift(at);
                for &(id, seconds) in returned_after {
                    self.returned(id, seconds);
                }
            }
            Output::Parked { at, index, by } => {
                let (id, name) = (self.parked.len(), self.name_of(index, by));
                let named = name.is_some();
                let topic = name.unwrap_or_else(|| self.topic(index));
                let fate = ParkedFate::Parked;
                self.parked.push(Some(ParkedView { id, topic, at, fate, earlier: false, carried: false, named }));
                self.name_waiting();
            }
            Output::Noted { at, index, fact } => {
                let kind = match fact {
                    Fact::Serious => NoteKind::Serious,
                    Fact::WorkImpact => NoteKind::WorkImpact,
                };
                let words = |index: usize| self.utterances.get(index).and_then(|heard| heard.words.as_ref());
                let before = self.notes.iter().zip(&self.noted).rfind(|(note, _)| note.kind == kind);
                let another = |told: usize| {
                    words(told).zip(words(index)).is_some_and(|(told, now)| is_another_matter(told.as_str(), now.as_str()))
                };
                if before.is_some_and(|(note, (told, _))| at - note.at < SAME_FACT && !another(*told)) {
                    return;
                }
                let text = words(index).map_or_else(Words::default, |words| words.excerpt(FACT_WORDS));
                self.notes.push(NoteView { at, kind, text });
                self.noted.push((index, kind));
            }
            Output::AgendaReached { at, item } => self.begin_item(at, item),
            Output::AgendaLeft { item, .. } => self.leave_item(item),
            Output::WorkDone { at } => self.finish_item(at),
            Output::Ended { at } => {
                self.end_drift(at);
                self.end_chat(at);
                if let Some(last) = self.phases.last_mut() {
                    last.end = at;
                }
                self.phases.retain(|span| span.end > span.start);
                self.ended = true;
            }
            Output::Cue(_) | Output::CueGone { .. } => {}
        }
    }

    fn enter(&mut self, at: f64, phase: Phase) {
        if !phase.closes() {
            self.end_chat(at);
        }
        if let Some(last) = self.phases.last_mut() {
            last.end = at;
        }
        self.phases.push(PhaseSpan { phase, start: at, end: at });
    }

    /// The talk came back after a line: not by one that was refused.
    fn returned(&mut self, id: u32, seconds: f64) {
        if let Some(shown) = self.shown.iter_mut().find(|shown| shown.id == id && !shown.cue.declined) {
            shown.cue.returned_after = Some(seconds);
        }
    }
}
