//! What each key does.

use super::drift::Return;
use super::event::{Cue, CueEnd, Key, Output, Reason};
use super::ladder::is_step;
use super::{SNOOZE, Session};
use crate::{Role, Rung};

impl Session {
    /// Takes a key in.
    pub(super) fn press(&mut self, key: Key) {
        self.forget_the_way_here();
        match key {
            // What comes after the work is no drift: whoever wants a line wants an end.
            Key::Drifted if self.is_work_done() => {
                let ends = self.live.as_ref().is_some_and(|cue| matches!(cue.rung(), Rung::Return | Rung::SignOff));
                if !self.serious.active() && !ends {
                    self.overtake();
                    let rung = if self.topics_wait() { Rung::Return } else { Rung::SignOff };
                    self.pending = Some((rung, Reason::KeyPressed, self.now));
                }
            }
            Key::Drifted => {
                self.tracker.open_by_key(self.now);
                self.outputs.push_back(Output::DriftOpened { at: self.now, from: self.after });
                // Whoever presses a key waits for an answer: what is on show gives way, unless it leads back already.
                let leads_back = self.live.as_ref().is_some_and(|cue| is_step(cue.rung()));
                if !self.serious.active() && !leads_back {
                    self.announce_offered &= self.live.as_ref().is_none_or(|cue| cue.rung() != Rung::Announce);
                    self.overtake();
                    self.pending = Some((self.ladder.rung(&self.plan.boundary), Reason::KeyPressed, self.now));
                }
            }
            Key::Back => {
                self.come_back();
                if self.phases.now.closes() {
                    self.turn_to_work();
                }
            }
            Key::Park => self.park(),
            Key::SaidIt => {
                let rung = self.live.as_ref().map(Cue::rung);
                self.take_away(CueEnd::Said);
                match rung {
                    Some(Rung::Park | Rung::Time | Rung::Offline) => self.park(),
                    Some(Rung::Announce) => self.announced(),
                    _ => {}
                }
            }
            Key::NotNow => {
                if let Some(cue) = &self.live {
                    self.clock.declined(cue.rung());
                }
                if self.live.as_ref().is_some_and(|cue| cue.rung().steers()) {
                    self.ladder.patience = (self.ladder.patience * 1.25).min(2.0);
                    if let Some(stretch) = &mut self.tracker.stretch {
                        stretch.declined = true;
                    }
                }
                self.pending = None;
                self.take_away(CueEnd::Declined);
            }
            Key::Snooze => {
                self.snoozed_until = self.now + SNOOZE;
                self.pending = None;
                self.take_away(CueEnd::Declined);
            }
            Key::AgreedChat => {
                self.phases.agree_chat(self.now);
                // What comes back later did not come back for the lines before.
                self.tracker.stretch = None;
                self.steers.clear();
                self.overtake();
                self.entered();
            }
            Key::NextItem => {
                // With keys only, nothing else would tell that the talk came back.
                if self.tracker.stretch.as_ref().is_some_and(|stretch| stretch.by_key.is_some()) {
                    self.come_back();
                }
                match self.reached.iter().position(|reached| !reached) {
                    None if !self.reached.is_empty() => self.finish_work(),
                    item => {
                        self.turn_to_work();
                        item.into_iter().for_each(|item| self.reach(item, f64::INFINITY));
                    }
                }
            }
            Key::Announced => self.announced(),
            Key::EndCall => {
                self.take_away(CueEnd::Expired);
                // A call that ends in a drift did not come back.
                self.steers.clear();
                if let Some(back) = self.tracker.close(self.now) {
                    self.closed(&Return { by: None, at: self.now, ..back });
                }
                self.ended = true;
                self.outputs.push_back(Output::Ended { at: self.now });
            }
        }
    }

    /// I say that the talk is back.
    fn come_back(&mut self) {
        if let Some(back) = self.tracker.close(self.now) {
            self.closed(&Return { by: back.by.or(Some(Role::Me)), at: self.now, ..back });
        }
    }

    fn announced(&mut self) {
        let before = self.phases.now;
        self.phases.announce();
        self.plan.announced();
        self.pending = self.pending.filter(|(rung, ..)| *rung != Rung::Announce);
        if self.live.as_ref().is_some_and(|cue| cue.rung() == Rung::Announce) {
            self.take_away(CueEnd::Said);
        }
        self.entered_if_not(before);
    }

    /// A parked topic was dropped. Once none waits, neither does the line that brings them back.
    pub(super) fn dropped(&mut self) {
        self.parked = self.parked.saturating_sub(1);
        if self.parked > 0 {
            return;
        }
        self.pending = self.pending.filter(|(rung, ..)| *rung != Rung::Return);
        if self.live.as_ref().is_some_and(|cue| cue.rung() == Rung::Return) {
            self.overtake();
        }
    }

    fn turn_to_work(&mut self) {
        let before = self.phases.now;
        self.phases.turn_to_work(&self.plan);
        self.entered_if_not(before);
    }

    /// The last item is done.
    fn finish_work(&mut self) {
        let before = self.phases.now;
        self.begun = None;
        self.phases.finish_work(self.now);
        self.entered_if_not(before);
    }

    /// Puts the topic aside; that of a drift once, however often a key or a line says so.
    fn park(&mut self) {
        if self.tracker.stretch.as_mut().is_some_and(|stretch| std::mem::replace(&mut stretch.parked, true)) {
            return;
        }
        self.parked = self.parked.saturating_add(1);
        let index = self.tracker.stretch.as_ref().and_then(|s| s.from).or(self.after);
        self.outputs.push_back(Output::Parked { at: self.now, index });
    }
}
