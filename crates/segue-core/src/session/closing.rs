//! How far the work is, and when the chat at the end is due.

use super::Session;
use super::clock::Clock;
use super::event::{Heard, Output, PlainWords};
use super::phases::Phases;
use crate::{Flag, Label, Phase};

impl Session {
    /// My words say that the work is done, or ask for what was put off when nothing of it is left: the chat at the end begins.
    pub(super) fn finish_by_words(&mut self, heard: &Heard) {
        let PlainWords { work_done, takes_up, .. } = heard.plain;
        let names_work = heard.agenda_item.is_some_and(|item| self.reached.get(item) == Some(&false));
        let goes_on = names_work || heard.reading.flags.has(Flag::SteerBack);
        let working = matches!(self.phases.now, Phase::Business | Phase::Overrun | Phase::ClosingChat);
        // Of the work, too, one may say "you wanted to tell me".
        let takes_up_alone = takes_up && self.nothing_left() && heard.reading.label != Label::Business;
        if !working || goes_on || !(work_done || takes_up_alone) {
            return;
        }
        self.begun = None;
        self.phases.finish_work(self.now);
        self.outputs.push_back(Output::WorkDone { at: self.now });
        self.declared_done = true;
        self.return_offered |= takes_up;
        if self.live.as_ref().is_some_and(|cue| cue.rung().steers()) {
            self.overtake();
        }
    }

    /// Items are open while a chat goes on that was agreed in the midst of the work: it is not the end, and no goodbye leaves them out.
    pub(super) fn items_wait(&self) -> bool {
        let open = self.reached.iter().any(|reached| !reached);
        self.phases.now == Phase::ClosingChat && self.phases.agreed && self.phases.midway && open && !self.declared_done
    }

    /// The chat that was agreed in the midst of the work gives way to it once it has had its time.
    pub(super) fn chat_gives_way(&self) -> bool {
        let in_time = self.planned().is_some_and(|planned| self.now <= planned);
        let work = self.items_wait() || self.reached.is_empty() && in_time;
        self.is_agreed_chat() && self.phases.midway && work
    }

    /// True once a chat that was agreed in the midst of the work has had the minutes that are agreed for one.
    pub fn is_chat_over(&self) -> bool {
        self.chat_gives_way() && self.phases.chat(self.now) > Clock::agreed_chat(&self.plan)
    }

    /// The minutes that were agreed for a chat at the end are here, and the agenda, if there is one, is through: the client was
    /// promised them. An item that was only begun is not through.
    pub(super) fn chat_has_come(&self) -> bool {
        (self.reached.is_empty() || self.is_work_done()) && self.in_the_last_minutes()
    }

    /// The minutes that were agreed for a chat at the end are here, and not over.
    pub(super) fn in_the_last_minutes(&self) -> bool {
        self.end_has_come() && self.planned().is_some_and(|planned| self.now <= planned)
    }

    /// The minutes that were agreed for a chat at the end are here, or over: nothing can be kept for them any more.
    pub(super) fn end_has_come(&self) -> bool {
        let chat = self.plan.boundary.closing_chat();
        self.planned().is_some_and(|planned| self.now >= planned - chat.min(planned / 2.0))
    }

    /// Time is nearly over, or, where none is planned, there is an agenda and it is through.
    pub(super) fn near_the_end(&self) -> bool {
        let margin = Phases::closing_margin(&self.plan);
        self.planned().map_or_else(|| self.all_reached(), |planned| self.now > planned - margin)
    }

    /// There is an agenda, and all of it was talked about.
    pub(super) fn all_reached(&self) -> bool {
        !self.reached.is_empty() && self.reached.iter().all(|reached| *reached)
    }

    /// All of the agenda was talked about, and none of it has just begun.
    pub(super) fn nothing_left(&self) -> bool {
        self.all_reached() && self.under_way().is_none()
    }

    /// The item that the talk is to come back to.
    pub(super) fn under_way(&self) -> Option<usize> {
        self.begun.filter(|(_, until)| self.now < *until).map(|(item, _)| item)
    }

    /// Something was put off that nobody has come back to yet. Whoever has said goodbye is not called back for it, nor does who has
    /// announced that calls are for the work take that back.
    pub(super) fn topics_wait(&self) -> bool {
        let agreed = self.plan.boundary.chat_at_end > 0.0;
        agreed && self.parked > 0 && !self.return_offered && !self.phases.goodbye_said()
    }
}
