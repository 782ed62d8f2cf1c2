//! What became of a line: was it said, did the talk come back, did the client close up?

use segue_core::debrief::ShownCue;
use segue_core::session::Cue;
use segue_core::{Flag, Label, Line, Reading, Role, Rung, Utterance};
use segue_phrasebook::{Outcome, SAID, announcement_was_said, announces_in_own_words, was_said};
use std::collections::VecDeque;

/// Seconds after a line within which my words may be that line.
const SAID_WITHIN: f64 = 30.0;
/// The same for a line that leads back, which may be said once the story was heard out, and how surely my words must be it then:
/// more than a turn of phrase.
const SAID_LATE: f64 = 120.0;
const SURELY_SAID_LATE: f32 = 0.75;
/// How surely my words must be a line where they go on with the story: a turn of phrase alone may belong to it ("And what came at
/// the end of the call?").
const UNMISTAKABLY_SAID: f32 = 0.8;
/// Utterances of the client after a line by which one can tell whether they closed up.
const ENOUGH_ANSWERS: u32 = 4;
/// Words of an utterance below which an answer is curt.
const CURT: f64 = 4.0;
/// Share of the words that the client had before; less of them is a change.
const MUCH_LESS: f64 = 0.35;
/// Weight of the newest utterance in the client's usual length.
const NEWEST: f64 = 0.15;

/// A line under watch. It holds words, so it cannot be printed.
#[derive(Clone)]
pub(crate) struct Watch {
    /// Number of the cue.
    cue: u32,
    pub line: Line,
    rung: Rung,
    shown_at: f64,
    said: bool,
    returned_after: Option<f64>,
    usual: f64,
    answers: u32,
    words: f64,
}

impl Watch {
    pub fn outcome(&self) -> Outcome {
        let mean = self.words / f64::from(self.answers.max(1));
        let closed_up =
            self.said && self.answers >= ENOUGH_ANSWERS && mean < CURT && mean < MUCH_LESS * self.usual && !self.rung.is_humane();
        Outcome { said: self.said, returned_after: self.returned_after, closed_up }
    }

    /// The cue's line was said: by key, or heard.
    pub fn say(&mut self) {
        self.said = true;
    }

    /// True while the talk may still come back for it.
    fn may_return(&self) -> bool {
        self.rung.steers() && self.returned_after.is_none()
    }

    fn returned(&mut self, seconds: f64) {
        self.returned_after = Some(seconds);
    }

    /// True if words that begin then may be the line: it was not said yet, nor has the talk come back without it.
    fn waits_at(&self, start: f64) -> bool {
        !self.said && self.returned_after.is_none() && in_time(self.shown_at, start, self.rung)
    }

    /// True if words with this reading go on with what the line is to lead back from.
    fn feeds(&self, reading: &Reading) -> bool {
        self.rung.is_step() && reading.label.is_private() && !reading.flags.has(Flag::SteerBack)
    }

    /// My words: the cue if they are its line, for the first time. Whether they announce the boundary was asked before. Who
    /// leads back in words of another kind did not say the line.
    fn hear_me(&mut self, utterance: &Utterance, reading: &Reading, announce: bool) -> Option<u32> {
        if !self.waits_at(utterance.start) {
            return None;
        }
        let sure = if self.feeds(reading) { UNMISTAKABLY_SAID } else { sure_at(self.shown_at, utterance.start) };
        self.said = if self.rung == Rung::Announce { announce } else { was_said(&self.line, utterance.text.as_str()) >= sure };
        self.said.then_some(self.cue)
    }
}

/// True if words that begin at `start` come in time to be a line that was shown at `shown_at`.
fn in_time(shown_at: f64, start: f64, rung: Rung) -> bool {
    let within = if rung.is_step() { SAID_LATE } else { SAID_WITHIN };
    (shown_at - 0.5..=shown_at + within).contains(&start)
}

/// How surely words that begin at `start` must be a line that was shown at `shown_at`.
fn sure_at(shown_at: f64, start: f64) -> f32 {
    if start > shown_at + SAID_WITHIN { SURELY_SAID_LATE } else { SAID }
}

/// The turn in which I said a line, if its words were heard: who said it by key may have said anything.
pub(crate) fn said_in(cue: &ShownCue, utterances: &[Utterance]) -> Option<usize> {
    let line = Line { id: cue.line.clone(), text: cue.text.clone() };
    let mine = |utterance: &Utterance| utterance.speaker.role == Role::Me && in_time(cue.at, utterance.start, cue.rung);
    utterances
        .iter()
        .position(|utterance| mine(utterance) && was_said(&line, utterance.text.as_str()) >= sure_at(cue.at, utterance.start))
}

/// Watches the lines of one call.
#[derive(Clone, Default)]
pub(crate) struct Watcher {
    watch: Option<Watch>,
    /// Lines before it for which the talk may still come back, or did: another line does not end that.
    steers: Vec<Watch>,
    /// Words that the client usually has in an utterance.
    usual: f64,
    breaths: Breaths,
}

/// My last words, as an announcement takes several breaths: when each began, and what it was.
#[derive(Clone, Default)]
pub(crate) struct Breaths(VecDeque<(f64, String)>);

impl Breaths {
    /// Takes my next words in, and how they are labelled. Words about the work itself have a part of an announcement by chance: they
    /// count only where they have two.
    pub fn hear(&mut self, utterance: &Utterance, label: Label) {
        let words = utterance.text.as_str();
        self.0.retain(|(start, _)| utterance.start - start <= SAID_WITHIN);
        let parts = || announcement_was_said(words) > 0.0 || announces_in_own_words(words);
        if label != Label::Business || parts() {
            self.0.push_back((utterance.start, words.to_owned()));
        }
    }

    /// True if the words of the last half minute announce a boundary.
    pub fn announce(&self) -> bool {
        let said: Vec<&str> = self.0.iter().map(|(_, words)| words.as_str()).collect();
        let said = said.join(" ");
        announcement_was_said(&said) >= SAID || announces_in_own_words(&said)
    }
}

impl Watcher {
    /// A line is shown; gives back the one before it if nothing more is to come of that.
    pub fn show(&mut self, cue: &Cue, line: &Line) -> Option<Watch> {
        let over = match self.watch.take() {
            Some(watch) if watch.may_return() => {
                self.steers.push(watch);
                None
            }
            over => over,
        };
        self.watch = Some(Watch {
            cue: cue.id,
            line: line.clone(),
            rung: cue.rung(),
            shown_at: cue.at,
            said: false,
            returned_after: None,
            usual: self.usual,
            answers: 0,
            words: 0.0,
        });
        over
    }

    /// My words. True if an announcement is expected of them, or its line was shown just now, and those of the last half
    /// minute are one.
    pub fn announces(&mut self, utterance: &Utterance, label: Label, expected: bool) -> bool {
        self.breaths.hear(utterance, label);
        let shown = self.watch.as_ref().is_some_and(|watch| watch.rung == Rung::Announce && watch.waits_at(utterance.start));
        (expected || shown) && self.breaths.announce()
    }

    /// The chat is fine after all: no line that was to end it was said in vain.
    pub fn let_go(&mut self) {
        self.steers.retain(|watch| !watch.may_return());
        self.watch.take_if(|watch| watch.may_return());
    }

    /// The call is over; gives back the lines that were watched until now.
    pub fn end(&mut self) -> Vec<Watch> {
        std::mem::take(&mut self.steers).into_iter().chain(self.watch.take()).collect()
    }

    /// The line of a cue, if it is watched.
    pub fn of(&mut self, cue: u32) -> Option<&mut Watch> {
        self.steers.iter_mut().chain(&mut self.watch).find(|watch| watch.cue == cue)
    }

    /// The talk came back so many seconds after these cues, oldest first: the doing of the one that was said last. One that was
    /// said before was passed over.
    pub fn returned(&mut self, after: &[(u32, f64)]) {
        let said = after.iter().rev().find(|(id, _)| self.of(*id).is_some_and(|watch| watch.said));
        if let Some(&(id, seconds)) = said.or(after.last())
            && let Some(watch) = self.of(id)
        {
            watch.returned(seconds);
        }
    }

    /// Takes an utterance in, of which is known whether it announces the boundary. The cue whose line it says, if nothing
    /// before it did.
    pub fn hear(&mut self, utterance: &Utterance, reading: &Reading, announce: bool) -> Option<u32> {
        let words = utterance.text.count() as f64;
        match utterance.speaker.role {
            Role::Client | Role::Colleague => {
                if let Some(watch) = &mut self.watch {
                    watch.answers += 1;
                    watch.words += words;
                }
                self.usual += (words - self.usual) * if self.usual == 0.0 { 1.0 } else { NEWEST };
                None
            }
            Role::Me => self.watch.as_mut()?.hear_me(utterance, reading, announce),
            Role::Unknown => None,
        }
    }
}
