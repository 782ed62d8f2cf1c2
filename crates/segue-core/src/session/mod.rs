//! The session: decides when to say what. Sans-IO: events with their times go in through
//! [`Session::handle`], what is to be done comes out of [`Session::poll`].

mod announcing;
mod chat;
mod clock;
mod closing;
mod drift;
mod event;
mod hindsight;
mod items;
mod keys;
mod ladder;
mod parking;
mod phases;
mod showing;
mod thread;
mod waiting;

pub use event::{Cue, CueEnd, Event, Fact, Floor, Heard, Input, Key, Output, PlainWords, Reason};

use crate::{Flag, Label, Phase, Plan, Reading, Rung};
use announcing::Announcing;
use clock::Clock;
use drift::Tracker;
use hindsight::Hindsight;
use items::Items;
use ladder::Ladder;
use parking::Parking;
use phases::Phases;
use std::collections::VecDeque;
use thread::SeriousThread;

/// Seconds that a cue waits to be said before it goes by itself.
pub const CUE_LASTS: f64 = 20.0;
/// Seconds that a decided cue waits for a gap in speech before its moment has passed.
pub const GAP_WITHIN: f64 = 6.0;
/// Seconds into a silence for which the words before it may still be on their way: the ears know first that nobody speaks.
const WORDS_WITHIN: f64 = 2.0;
/// How likely a way back must be wanted to count as wanted: for a line, and for leaving what was serious. Of the lines below it,
/// more are wrong (calls not trained on; see docs/evaluation.md).
const WANTED: f32 = 0.74;
/// Seconds in which an item that was heard to begin is what the talk is to come back to, not the one after it.
const JUST_BEGUN: f64 = 30.0;
/// Seconds without lines after a snooze.
pub const SNOOZE: f64 = 300.0;

/// A call under way.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "each line is offered once: independent facts")]
pub struct Session {
    plan: Plan,
    /// It is written talk.
    written: bool,
    now: f64,
    after: Option<usize>,
    phases: Phases,
    tracker: Tracker,
    ladder: Ladder,
    serious: SeriousThread,
    hindsight: Option<Hindsight>,
    speaking: bool,
    /// Just now the words became known of an utterance after which there was a gap, though somebody has begun to speak since.
    gap_passed: bool,
    /// When whoever spoke last fell silent, and how far the words are known.
    silent_since: f64,
    heard_until: f64,
    pending: Option<(Rung, Reason, f64)>,
    live: Option<Cue>,
    /// When a line went last.
    gone_at: Option<f64>,
    /// The line that went last by itself: whoever said it may say so a moment later.
    expired: Option<Cue>,
    /// The steering cues shown in this drift, and when.
    steers: Vec<(u32, f64)>,
    /// What held before the cue that has just been given out, if it steers.
    before_steer: Option<BeforeSteer>,
    cues: u32,
    snoozed_until: f64,
    humane_offered: bool,
    stay_offered: bool,
    /// When something serious was talked about last.
    serious_until: Option<f64>,
    /// When I was kind to bad news in words of my own last.
    comforted_at: Option<f64>,
    parking: Parking,
    clock: Clock,
    announcing: Announcing,
    items: Items,
    /// A line or my words said that the work is done, and it was not taken up again.
    declared_done: bool,
    ended: bool,
    outputs: VecDeque<Output>,
}

/// What a steer changes when it is shown.
#[derive(Clone, Debug, PartialEq)]
struct BeforeSteer {
    ladder: Ladder,
    tracker: Tracker,
    steers: Vec<(u32, f64)>,
}

impl Session {
    /// Begins a call. `chat` is true for written talk, which has a grace of its own.
    pub fn new(plan: Plan, chat: bool) -> Self {
        Self::begun_at(0.0, plan, chat)
    }

    /// Begins a call, or a sitting of a chat, at that second.
    pub fn begun_at(now: f64, plan: Plan, chat: bool) -> Self {
        let items = Items::new(plan.agenda.len());
        let parked = u32::try_from(plan.parked.len()).unwrap_or(u32::MAX);
        let mut outputs = VecDeque::new();
        outputs.push_back(Output::Phase { at: now, phase: Phase::Greeting });
        Self {
            plan,
            written: chat,
            now,
            after: None,
            phases: Phases::default(),
            tracker: Tracker::default(),
            ladder: Ladder::new(),
            serious: SeriousThread::default(),
            hindsight: None,
            speaking: false,
            gap_passed: false,
            silent_since: now,
            heard_until: now,
            pending: None,
            live: None,
            gone_at: None,
            expired: None,
            steers: Vec::new(),
            before_steer: None,
            cues: 0,
            snoozed_until: 0.0,
            humane_offered: false,
            stay_offered: false,
            serious_until: None,
            comforted_at: None,
            parking: Parking::with(parked),
            clock: Clock::default(),
            announcing: Announcing::default(),
            items,
            declared_done: false,
            ended: false,
            outputs,
        }
    }

    /// The plan of the call.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The phase that holds.
    pub fn phase(&self) -> Phase {
        self.phases.now
    }

    /// True once the boundary was announced in this call.
    pub fn is_announced(&self) -> bool {
        self.phases.announced
    }

    /// The line that is on show, if any.
    pub fn live_cue(&self) -> Option<&Cue> {
        self.live.as_ref()
    }

    /// True while a drift is under way.
    pub fn is_drifting(&self) -> bool {
        self.tracker.is_open()
    }

    /// True while something serious is talked about: whatever is told in it, nobody has drifted.
    pub fn is_serious(&self) -> bool {
        self.serious.active()
    }

    /// Seconds of the latest event.
    pub fn now(&self) -> f64 {
        self.now
    }

    /// What is to be done, oldest first.
    pub fn poll(&mut self) -> Option<Output> {
        self.outputs.pop_front()
    }

    /// Takes an event in. Times that run backwards or are no numbers count as the latest time.
    pub fn handle(&mut self, input: Input) {
        if self.ended {
            return;
        }
        if input.at.is_finite() {
            self.now = self.now.max(input.at);
        }
        if !matches!(input.event, Event::NoLine { .. }) {
            self.before_steer = None;
        }
        self.gap_passed = false;
        match input.event {
            Event::SpeechStarted => self.speaking = true,
            Event::SpeechEnded => {
                if std::mem::replace(&mut self.speaking, false) {
                    self.silent_since = self.now;
                }
            }
            Event::Utterance(heard) => self.hear(&heard),
            Event::Key(key) => self.press(key),
            Event::Item { item } => self.go_to(item),
            Event::Dropped => self.dropped(),
            Event::AllBroughtBack => self.parking.all_brought_back(),
            Event::LedBack => self.overtake_steer(),
            Event::NoLine { id } => self.not_seen(id),
            Event::Away { seconds } => self.away(seconds),
            Event::Tick => {}
        }
        self.pass_time();
    }

    /// Time in which nobody followed the call is no time of a chat, nor of the way back after a line.
    fn away(&mut self, seconds: f64) {
        self.phases.chat.away(seconds, self.now);
        for (_, at) in &mut self.steers {
            *at = (*at + seconds).min(self.now);
        }
    }

    fn hear(&mut self, heard: &Heard) {
        let before = self.phases.now;
        if let (Some(hindsight), Some(reading)) = (self.hindsight.take(), heard.before) {
            self.reconsider(hindsight, reading);
        }
        self.after = Some(heard.index);
        self.heard_until = self.heard_until.max(heard.end);
        self.gap_passed = heard.floor == Floor::Taken && self.now - heard.end <= WORDS_WITHIN;
        self.hindsight = Some(Hindsight::new(&self.tracker, &self.serious, heard));
        let told = self.serious.silences();
        let serious = self.serious.hear(heard);
        self.phases.hear(heard, &self.plan);
        if before == Phase::Announcement && self.phases.now == Phase::Greeting {
            self.announcement_came_early();
        }
        if self.phases.announced {
            self.plan.announced();
        }
        if heard.reading.label == Label::Business {
            self.remind_of_announcement();
        }
        self.finish_by_words(heard);
        self.note(heard);
        // "Right, so the logo…" frames the talk and begins the item: what the debrief calls reached is reached.
        if let Some(item) = heard.agenda_item.filter(|_| !heard.reading.label.is_private()) {
            self.reach(item, self.now + JUST_BEGUN);
            self.work_goes_on();
        }
        if heard.plain.puts_aside {
            self.put_aside(heard);
        }
        if let Some(back) = self.tracker.hear(heard) {
            self.closed(&back);
        } else if before == self.phases.now {
            self.open_once();
        }
        if serious {
            self.fall_silent();
        }
        self.stay_with_the_serious();
        self.comforted(heard, told);
        self.left_behind(heard);
        self.console(heard);
        if self.serious.silences() {
            self.give_room();
        } else {
            self.consider(heard);
        }
        self.entered_if_not(before);
    }

    fn note(&mut self, heard: &Heard) {
        if let Some(fact) = fact(&heard.reading) {
            self.outputs.push_back(Output::Noted { at: self.now, index: heard.index, fact });
        }
    }

    fn entered_if_not(&mut self, before: Phase) {
        if self.phases.now != before {
            self.entered();
        }
    }

    fn entered(&mut self) {
        let phase = self.phases.now;
        self.outputs.push_back(Output::Phase { at: self.now, phase });
        if matches!(phase, Phase::Announcement | Phase::ClosingChat | Phase::SignOff) {
            self.pending = self.pending.filter(|(rung, ..)| !rung.steers());
        }
        self.declared_done &= phase.closes();
        self.clock.entered(phase);
        if phase == Phase::Business {
            self.begin_waiting_item();
        }
    }
}

/// The fact in an utterance that is worth a note.
fn fact(reading: &Reading) -> Option<Fact> {
    let flags = reading.flags;
    if flags.has(Flag::WorkImpact) {
        Some(Fact::WorkImpact)
    } else if reading.surely_serious() && flags.has(Flag::Disclosure) {
        Some(Fact::Serious)
    } else {
        None
    }
}
