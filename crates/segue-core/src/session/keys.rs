//! What each key does.

use super::chat::Agreed;
use super::drift::Return;
use super::event::{Cue, CueEnd, Key, Output, Reason};
use super::items::Work;
use super::{SNOOZE, Session};
use crate::{Phase, Role, Rung};

/// Seconds from which a line on show has been seen: whoever presses the key sooner has not asked for another one.
const SEEN: f64 = 1.0;
/// Seconds in which nobody has read a line that came right after another, nor meant it.
const READ_WITHIN: f64 = 0.6;

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
                if !self.serious.active() {
                    self.ask_for_a_line();
                }
            }
            Key::Back => {
                self.come_back();
                self.remind_of_announcement();
                if self.phases.now.closes() {
                    self.turn_to_work();
                }
            }
            Key::Park => self.park(true),
            Key::SaidIt | Key::NotNow if self.is_unread() => {}
            Key::SaidIt => {
                let rung = self.live.as_ref().map(Cue::rung).or_else(|| self.said_late());
                self.take_away(CueEnd::Said);
                match rung {
                    Some(Rung::Park | Rung::Time | Rung::Offline) => self.park(false),
                    Some(Rung::Announce) => self.announced(),
                    _ => {}
                }
            }
            Key::NotNow => {
                let mut announces = false;
                if let Some(cue) = &self.live {
                    self.clock.declined(cue.rung(), cue.reason);
                    announces = cue.rung() == Rung::Announce;
                }
                if self.live.as_ref().is_some_and(|cue| cue.rung().steers()) {
                    self.ladder.patience = (self.ladder.patience * 1.25).min(2.0);
                    if let Some(stretch) = &mut self.tracker.stretch {
                        stretch.declined = true;
                    }
                }
                if self.live.as_ref().is_some_and(|cue| cue.rung() == Rung::Return) {
                    self.parking.all_brought_back();
                }
                self.pending = None;
                self.take_away(CueEnd::Declined);
                if announces {
                    self.put_announcement_off(false);
                }
            }
            // Pressed by mistake, it is taken back by the same key.
            Key::Snooze if self.now < self.snoozed_until => self.snoozed_until = 0.0,
            Key::Snooze => {
                self.snoozed_until = self.now + SNOOZE;
                self.pending = None;
                self.take_away(CueEnd::Declined);
            }
            Key::AgreedChat => {
                let agreed = if self.near_the_end() { Agreed::AtTheEnd } else { Agreed::Midway };
                self.phases.agree_chat(self.now, agreed);
                self.clock.agreed(&self.phases, &self.plan, self.now);
                // What comes back later did not come back for the lines before.
                self.tracker.stretch = None;
                self.steers.clear();
                self.overtake();
                self.entered();
            }
            Key::NextItem => {
                self.come_back_by_key();
                match self.work() {
                    Work::LastUnderWay | Work::Through => self.finish_work(),
                    Work::NoAgenda | Work::Open => self.begin_item(self.items.to_come()),
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

    /// True right after one line gave way to another: a second press of the same key is meant for the first, and nobody has read the
    /// other. Who asked for another line presses for that one.
    fn is_unread(&self) -> bool {
        let followed = |cue: &Cue| self.gone_at.is_some_and(|gone| cue.at - gone < READ_WITHIN);
        let unread = |cue: &Cue| cue.reason != Reason::KeyPressed && self.now - cue.at < READ_WITHIN && followed(cue);
        self.live.as_ref().is_some_and(unread)
    }

    /// Whoever presses a key waits for an answer: what is on show gives way, to other words for the same if it leads back already.
    fn ask_for_a_line(&mut self) {
        let shown = self.live.as_ref().map(|cue| (cue.rung(), cue.at));
        let leads_back =
            |rung: Rung| rung.is_step() || matches!(rung, Rung::Overrun | Rung::SignOff) && self.phases.now == Phase::Overrun;
        if shown.is_some_and(|(rung, at)| leads_back(rung) && self.now - at < SEEN) {
            return;
        }
        if shown.is_some_and(|(rung, _)| rung == Rung::Announce) {
            self.put_announcement_off(true);
        }
        let rung = match shown {
            // Past the end nothing can be put off to it: what is left is an end.
            _ if self.phases.now == Phase::Overrun => Rung::SignOff,
            // The other side has not heard the one that is on show.
            Some((rung, _)) if rung.is_step() => {
                self.ladder.shown = self.ladder.shown.saturating_sub(1);
                rung
            }
            _ if self.announcement_leads() => Rung::Announce,
            _ => self.ladder.rung(&self.plan.boundary),
        };
        self.give_way_to_another();
        self.pending = Some((rung, Reason::KeyPressed, self.now));
    }

    /// Whoever asks for another line has refused the one that leads back: it was not said, and did not bring the talk back.
    fn give_way_to_another(&mut self) {
        let Some(id) = self.live.as_ref().filter(|cue| cue.rung().steers()).map(|cue| cue.id) else { return self.overtake() };
        self.steers.retain(|(shown, _)| *shown != id);
        self.take_away(CueEnd::Declined);
    }

    /// With keys only, nothing else would tell that the talk came back.
    fn come_back_by_key(&mut self) {
        if self.tracker.stretch.as_ref().is_some_and(|stretch| stretch.by_key.is_some()) {
            self.come_back();
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
        // Whoever announces what holds for the work has left the chat before it.
        if before <= Phase::Announcement {
            self.come_back_by_key();
        }
        self.entered_if_not(before);
    }

    /// An item is taken up, also one that was passed over by a slip: then the one that it had led to is still to come.
    pub(super) fn go_to(&mut self, item: usize) {
        if !self.items.has(item) {
            return;
        }
        self.come_back_by_key();
        if let Some(left) = self.items.under_way(self.now).filter(|&left| left > item) {
            self.items.put_back(left);
            self.outputs.push_back(Output::AgendaLeft { at: self.now, item: left });
        }
        self.items.leave();
        self.items.put_back(item);
        self.begin_item(Some(item));
    }

    pub(super) fn turn_to_work(&mut self) {
        let before = self.phases.now;
        self.phases.turn_to_work(&self.plan);
        self.entered_if_not(before);
    }

    /// The last item is done.
    fn finish_work(&mut self) {
        let before = self.phases.now;
        self.items.leave();
        self.phases.finish_work(self.now);
        self.outputs.push_back(Output::WorkDone { at: self.now });
        self.entered_if_not(before);
    }
}
