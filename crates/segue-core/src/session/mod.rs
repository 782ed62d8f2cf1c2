//! The session: decides when to say what. Sans-IO: events with their times go in through
//! [`Session::handle`], what is to be done comes out of [`Session::poll`].

mod announcing;
mod clock;
mod closing;
mod drift;
mod event;
mod hindsight;
mod keys;
mod ladder;
mod phases;
mod showing;
mod thread;

pub use event::{Cue, CueEnd, Event, Fact, Floor, Heard, Input, Key, Output, PlainWords, Reason};

use crate::{Flag, Label, Phase, Plan, Reading, Role, Rung};
use announcing::Announcing;
use clock::Clock;
use drift::{Return, Tracker};
use hindsight::{Again, Hindsight};
use ladder::Ladder;
use phases::Phases;
use std::collections::VecDeque;
use thread::SeriousThread;

/// Seconds that a cue waits to be said before it goes by itself.
pub const CUE_LASTS: f64 = 20.0;
/// Seconds that a decided cue waits for a gap in speech before its moment has passed.
pub const GAP_WITHIN: f64 = 6.0;
/// Seconds into a silence for which the words before it may still be on their way: the ears know first that nobody speaks.
const WORDS_WITHIN: f64 = 2.0;
/// Seconds between the end of an utterance and the silence after it: what ends earlier is not the last that was said.
const SILENCE_KNOWN_WITHIN: f64 = 1.0;
/// Seconds after something serious within which more of it is the same matter.
const ANOTHER_MATTER: f64 = 120.0;
/// Seconds after kind words of mine in which the news that they answered may still come to be understood.
const UNDERSTOOD_WITHIN: f64 = 20.0;
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
    chat: bool,
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
    parked: u32,
    clock: Clock,
    return_offered: bool,
    announcing: Announcing,
    reached: Vec<bool>,
    /// The item reached last, and until when it is what the talk is to come back to: one begun by key, until the next.
    begun: Option<(usize, f64)>,
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
        let reached = vec![false; plan.agenda.len()];
        let parked = u32::try_from(plan.parked.len()).unwrap_or(u32::MAX);
        let mut outputs = VecDeque::new();
        outputs.push_back(Output::Phase { at: now, phase: Phase::Greeting });
        Self {
            plan,
            chat,
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
            parked,
            clock: Clock::default(),
            return_offered: false,
            announcing: Announcing::default(),
            reached,
            begun: None,
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

    /// True in a chat that was agreed in the middle of the call, not at its end.
    pub fn is_agreed_chat(&self) -> bool {
        self.phases.now == Phase::ClosingChat && self.phases.agreed && !self.near_the_end()
    }

    /// True if what is talked about now keeps nobody from the work: all of it is done.
    pub fn is_work_done(&self) -> bool {
        let open = self.reached.iter().any(|reached| !reached);
        let agreed = self.phases.agreed && self.reached.is_empty();
        match self.phases.now {
            Phase::SignOff => true,
            Phase::ClosingChat => self.declared_done || !open && !agreed,
            _ => false,
        }
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
            Event::LedBack => self.overtake_steer(),
            Event::NoLine { id } => self.not_seen(id),
            Event::Away { seconds } => self.away(seconds),
            Event::Tick => {}
        }
        self.pass_time();
    }

    /// Time in which nobody followed the call is no time of a chat, nor of the way back after a line.
    fn away(&mut self, seconds: f64) {
        self.phases.away(seconds, self.now);
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
        self.console(heard);
        if self.serious.silences() {
            self.give_room();
        } else {
            self.consider(heard);
        }
        self.entered_if_not(before);
    }

    /// The last utterance again, as it reads now that the next one is known. What was told is not taken back.
    fn reconsider(&mut self, hindsight: Hindsight, reading: Reading) {
        let noted = fact(&hindsight.heard.reading);
        let Again { followed, serious, heard } = hindsight.with(reading);
        if let Some((mut tracker, back)) = followed {
            let told = self.tracker.stretch.as_ref().is_some_and(|stretch| stretch.told);
            if let Some(stretch) = &mut tracker.stretch {
                stretch.told |= told;
            }
            if back.is_some() || tracker.is_open() || !told {
                self.tracker = tracker;
            }
            if let Some(back) = back {
                self.closed(&back);
            }
        }
        if self.pending.is_some_and(|(rung, ..)| rung.is_humane()) {
            self.pending = None;
        }
        let began = serious.active() && !self.serious.active();
        self.serious = serious;
        if began {
            self.fall_silent();
        }
        self.stay_with_the_serious();
        self.console(&heard);
        if fact(&heard.reading) != noted {
            self.note(&heard);
        }
    }

    /// Something serious began: no other line. What comes long after the last of it is another matter, with a humane line of its own.
    fn fall_silent(&mut self) {
        self.overtake();
        self.pending = None;
        self.humane_offered &= self.serious_until.is_none_or(|until| self.now - until < ANOTHER_MATTER);
        // What I was kind to may be understood only when it goes on.
        self.humane_offered |= self.comforted_at.is_some_and(|at| self.now - at < UNDERSTOOD_WITHIN);
    }

    /// What is told in a serious thread is no private talk that a drift could be measured by.
    fn stay_with_the_serious(&mut self) {
        if self.serious.active() {
            self.serious_until = Some(self.now);
            self.tracker.excuse();
        }
    }

    /// Something serious, or what may be: nothing but the humane line waits, and no line that steers stays on show.
    fn give_room(&mut self) {
        self.pending = self.pending.filter(|(rung, ..)| rung.is_humane());
        self.overtake_steer();
    }

    /// Who was kind in words of their own to the news that was `told` needs no line for it.
    fn comforted(&mut self, heard: &Heard, told: bool) {
        if heard.plain.comforts && (told || heard.reading.label == Label::Personal) {
            self.comforted_at = Some(self.now);
            self.humane_offered |= told && self.serious.active();
            self.pending = self.pending.filter(|(rung, ..)| *rung != Rung::Humane);
        }
    }

    /// The one humane line, as soon as it is sure that the other told something serious: nobody is consoled for their own news.
    fn console(&mut self, heard: &Heard) {
        let by_another = heard.speaker_known && heard.role != Role::Me;
        if !(heard.reading.surely_serious() && by_another) {
            return;
        }
        self.withhold_announcement();
        // Kind words, or an offer to stop, are not enough for somebody who does not want to live.
        let rung = if heard.reading.flags.has(Flag::Despair) { Rung::Stay } else { Rung::Humane };
        let offered = if rung == Rung::Stay { self.stay_offered } else { self.humane_offered };
        if !offered {
            self.pending = Some((rung, Reason::Serious, self.now));
        }
    }

    /// Tells of a drift, once; private talk that is welcome is none.
    fn open_once(&mut self) {
        if !matches!(self.phases.now, Phase::Greeting | Phase::ClosingChat | Phase::SignOff) && !self.chat_has_come() {
            self.tell_drift();
        }
    }

    fn tell_drift(&mut self) {
        let Some(stretch) = self.tracker.stretch.as_mut().filter(|stretch| stretch.open && !stretch.told) else { return };
        stretch.told = true;
        self.outputs.push_back(Output::DriftOpened { at: self.now, from: stretch.from });
    }

    fn note(&mut self, heard: &Heard) {
        if let Some(fact) = fact(&heard.reading) {
            self.outputs.push_back(Output::Noted { at: self.now, index: heard.index, fact });
        }
    }

    fn reach(&mut self, item: usize, until: f64) {
        if let Some(reached) = self.reached.get_mut(item).filter(|r| !**r) {
            *reached = true;
            self.begun = Some((item, until));
            self.outputs.push_back(Output::AgendaReached { at: self.now, item });
        }
    }

    /// Would a line help after this utterance?
    fn consider(&mut self, heard: &Heard) {
        let phase = self.phases.now;
        let another_waits = self.pending.is_some_and(|(rung, ..)| !rung.steers());
        let welcome = phase.closes() || self.phases.goodbye_said() || self.chat_has_come();
        if another_waits || welcome || self.now < self.snoozed_until {
            return;
        }
        let boundary = &self.plan.boundary;
        let grace = self.ladder.grace(boundary, phase, self.chat);
        let stretch = self.tracker.stretch.as_ref();
        let decided = stretch.and_then(|stretch| self.ladder.decide(stretch, heard, grace, phase, boundary));
        self.pending = match decided {
            Some((rung, reason)) => Some((rung, reason, self.now)),
            // What was decided before does not fit any more: I have steered, or the talk came back. A key asks for its line.
            None => self.pending.filter(|(_, reason, _)| *reason == Reason::KeyPressed),
        };
    }

    /// A key or a line on show has changed what is known of the drift: what it was before must not come back.
    fn forget_the_way_here(&mut self) {
        if let Some(hindsight) = &mut self.hindsight {
            hindsight.tracker = None;
        }
    }

    fn closed(&mut self, back: &Return) {
        self.forget_the_way_here();
        let steers = std::mem::take(&mut self.steers);
        let returned_after = steers.into_iter().map(|(id, at)| (id, (back.at - at).max(0.0))).collect();
        self.overtake_steer();
        if self.pending.is_some_and(|(rung, ..)| rung.steers()) {
            self.pending = None;
        }
        let stretch = &back.stretch;
        let long = stretch.private - stretch.serious >= self.plan.boundary.grace();
        if stretch.told && (stretch.cued_at.is_some() || stretch.steer_ignored || long) {
            self.ladder.returns += 1;
        }
        self.outputs.push_back(Output::DriftClosed {
            at: back.at,
            private: back.stretch.private,
            returned_by: back.by,
            returned_after,
        });
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

    /// Clock, expiry, and showing what waits for a gap.
    fn pass_time(&mut self) {
        if self.ended {
            return;
        }
        if self.live.as_ref().is_some_and(|cue| self.now >= cue.until) {
            self.take_away(CueEnd::Expired);
        }
        // What is to be done before the end of the time has come too late.
        if self.planned().is_some_and(|end| self.now > end) && self.live.as_ref().is_some_and(|cue| cue.rung() == Rung::Closing) {
            self.overtake();
        }
        let before = self.phases.now;
        if !self.chat {
            self.phases.tick(self.now, self.now - self.heard_until, &self.plan);
        }
        // A chat that takes the call past its end, with nothing of the agenda left, needs a goodbye and no way back. Work that goes on
        // past the end is not done.
        let runs_over = before != Phase::Overrun && self.phases.now == Phase::Overrun;
        if runs_over && self.nothing_left() && self.tracker.is_open() {
            self.phases.finish_work(self.now);
        }
        self.entered_if_not(before);
        // Waiting for the last words takes nothing off the time for a gap: this is one.
        let unread = !self.speaking && self.silent_since - self.heard_until > SILENCE_KNOWN_WITHIN;
        let waits = GAP_WITHIN + if unread { WORDS_WITHIN } else { 0.0 };
        self.pending = self.pending.filter(|(_, _, decided)| self.now - decided <= waits);
        if self.chat_has_come() {
            self.pending = self.pending.filter(|(rung, reason, _)| !rung.steers() || *reason == Reason::KeyPressed);
        }
        self.offer();
        // They may be serious, or lead back by themselves; only a key asks for its line whatever they are.
        let asked = self.pending.is_some_and(|(_, reason, _)| reason == Reason::KeyPressed);
        let known = asked || !unread || self.now - self.silent_since >= WORDS_WITHIN;
        let gap = self.gap_passed || !self.speaking && known;
        if gap && !self.keeps_quiet() {
            self.show_pending();
        }
    }

    /// Whoever asked for quiet has it from the humane line too: a kind person finds kind words without help. What was told in its
    /// last seconds may still get its line after it; minutes later a line would open again what is over. A steer waits in a snooze
    /// only where a key asked for it.
    fn keeps_quiet(&self) -> bool {
        self.now < self.snoozed_until && self.pending.is_some_and(|(rung, ..)| rung == Rung::Humane)
    }

    /// What the phase and the clock have to say, unless there is something else. Each is due until it is shown. Whoever asked for
    /// quiet is still told that the time is over: the clock does not steer.
    fn offer(&mut self) {
        if self.serious.silences() || self.pending.is_some() || self.live.is_some() {
            return;
        }
        let quiet = self.now < self.snoozed_until;
        // While an item waits there is no goodbye, nor is anything called back that was put off to the end.
        let ends = (!self.phases.agreed || self.near_the_end()) && !self.items_wait();
        let due = match self.phases.now {
            Phase::Announcement if !quiet && !self.announcing.offered => Some((Rung::Announce, Reason::AfterGreetings)),
            Phase::ClosingChat if !quiet && ends && self.topics_wait() => Some((Rung::Return, Reason::TopicsWait)),
            _ => self.clock.due(self.now, self.planned(), &self.phases, &self.plan, ends, self.is_work_done()),
        };
        let back = || self.clock.back(self.now, &self.phases, &self.plan).filter(|_| self.chat_gives_way());
        // Whoever marked a drift that goes on past the end is offered an end, and no more minutes for it.
        let marked = self.tracker.stretch.as_ref().is_some_and(|stretch| stretch.by_key.is_some());
        let ended = |(rung, reason)| (if marked && rung == Rung::Overrun { Rung::SignOff } else { rung }, reason);
        let due = due.map(ended).or_else(back).filter(|(_, reason)| !quiet || *reason == Reason::TimeOver);
        self.pending = due.map(|(rung, reason)| (rung, reason, self.now));
    }

    /// Seconds at which the call is to end; written talk has no end.
    fn planned(&self) -> Option<f64> {
        self.plan.boundary.planned_seconds().filter(|_| !self.chat)
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
