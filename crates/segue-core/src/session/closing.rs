//! How far the work is, and when the chat at the end is due.

use super::Session;
use super::chat::Agreed;
use super::clock::{Clock, LastMinutes};
use super::event::{Heard, Output, PlainWords};
use super::items::Work;
use super::phases::Phases;
use crate::{Flag, Label, Phase};

impl Session {
    /// My words say that the work is done, or ask for what was put off when nothing of it is left: the chat at the end begins.
    pub(super) fn finish_by_words(&mut self, heard: &Heard) {
        let PlainWords { work_done, takes_up, .. } = heard.plain;
        let names_work = heard.agenda_item.is_some_and(|item| self.items.is_open(item));
        let goes_on = names_work || heard.reading.flags.has(Flag::SteerBack);
        let working = matches!(self.phases.now, Phase::Business | Phase::Overrun | Phase::ClosingChat);
        // Of the work, too, one may say "you wanted to tell me".
        let takes_up_alone = takes_up && self.work() == Work::Through && heard.reading.label != Label::Business;
        if !working || goes_on || !(work_done || takes_up_alone) {
            return;
        }
        self.items.leave();
        self.phases.finish_work(self.now);
        self.outputs.push_back(Output::WorkDone { at: self.now });
        self.declared_done = true;
        if takes_up {
            self.parking.brought_back(self.now);
        }
        if self.live.as_ref().is_some_and(|cue| cue.rung().steers()) {
            self.overtake();
        }
    }

    /// How far the work is.
    pub(super) fn work(&self) -> Work {
        self.items.work(self.now)
    }

    /// Seconds at which the call is to end; written talk has no end.
    pub(super) fn planned(&self) -> Option<f64> {
        self.plan.boundary.planned_seconds().filter(|_| !self.written)
    }

    /// Where the clock is, as seen from the minutes that were agreed for a chat at the end.
    pub(super) fn last_minutes(&self) -> LastMinutes {
        LastMinutes::at(self.now, self.planned(), &self.plan)
    }

    /// Time is nearly over, or, where none is planned, there is an agenda and all of it was talked about.
    pub(super) fn near_the_end(&self) -> bool {
        let margin = Phases::closing_margin(&self.plan);
        let all_reached = || matches!(self.work(), Work::LastUnderWay | Work::Through);
        self.planned().map_or_else(all_reached, |planned| self.now > planned - margin)
    }

    /// True in a chat that was agreed in the middle of the call, not at its end.
    pub fn is_agreed_chat(&self) -> bool {
        self.phases.now == Phase::ClosingChat && self.phases.chat.agreed.is_some() && !self.near_the_end()
    }

    /// True if what is talked about now keeps nobody from the work: all of it is done.
    pub fn is_work_done(&self) -> bool {
        let done = || match self.work() {
            Work::NoAgenda => self.phases.chat.agreed.is_none(),
            Work::Open => false,
            Work::LastUnderWay | Work::Through => true,
        };
        match self.phases.now {
            Phase::SignOff => true,
            Phase::ClosingChat => self.declared_done || done(),
            _ => false,
        }
    }

    /// True in a chat that was agreed in the midst of the work, however late it has become in it.
    fn was_agreed_midway(&self) -> bool {
        self.phases.now == Phase::ClosingChat && self.phases.chat.agreed == Some(Agreed::Midway)
    }

    /// Items are open while a chat goes on that was agreed in the midst of the work: it is not the end, and no goodbye leaves them out.
    pub(super) fn items_wait(&self) -> bool {
        self.was_agreed_midway() && self.work() == Work::Open && !self.declared_done
    }

    /// The chat that was agreed in the midst of the work gives way to it once it has had its time.
    pub(super) fn chat_gives_way(&self) -> bool {
        let to_what = match self.work() {
            // Where no agenda tells, there is work as long as there is planned time for it.
            Work::NoAgenda => matches!(self.last_minutes(), LastMinutes::ToCome | LastMinutes::Here),
            _ => self.items_wait(),
        };
        self.was_agreed_midway() && !self.near_the_end() && to_what
    }

    /// True once a chat that was agreed in the midst of the work has had the minutes that are agreed for one.
    pub fn is_chat_over(&self) -> bool {
        self.chat_gives_way() && self.phases.chat.seconds(self.now) > Clock::agreed_chat(&self.plan)
    }

    /// The minutes that were agreed for a chat at the end are here, and the agenda, if there is one, is through: the client was
    /// promised them. An item that was only begun is not through.
    pub(super) fn chat_has_come(&self) -> bool {
        (self.work() == Work::NoAgenda || self.is_work_done()) && self.last_minutes() == LastMinutes::Here
    }
}
