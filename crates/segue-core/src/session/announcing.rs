//! The announcement that is due: made before the work, and offered once more where it was put off.

use super::Session;
use crate::{Phase, Rung};

/// How often "not now" is pressed on it before it is left alone.
const REFUSED: u32 = 2;

/// What became of the announcement so far.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts about one line")]
pub(super) struct Announcing {
    /// Its line was offered.
    pub offered: bool,
    /// "Not now" was pressed on it for the first time, and it has not come again since.
    put_off: bool,
    /// How often that was pressed.
    refused: u32,
    /// It was put off, or gave way to another line, and is not on show again since.
    pub put_away: bool,
    /// The next item was asked for: it begins once the announcement is made.
    pub item_waits: bool,
}

impl Announcing {
    /// Its line is shown.
    pub fn shown(&mut self) {
        (self.offered, self.put_off, self.put_away) = (true, false, false);
    }

    /// "Not now", or a line for something else in its place.
    fn refuse(&mut self) {
        self.refused += 1;
        (self.put_off, self.put_away) = (self.refused == 1, true);
    }
}

impl Session {
    /// What was put off comes once more before the work begins; true if it does.
    pub(super) fn remind_of_announcement(&mut self) -> bool {
        let waits = self.phases.now == Phase::Announcement && !self.phases.announced;
        let comes = waits && std::mem::take(&mut self.announcing.put_off);
        self.announcing.offered &= !comes;
        comes
    }

    /// The announcement on show is put off. What is refused for good leads nowhere any more: the work begins. `for_now` is true where
    /// a line was asked for in its place.
    pub(super) fn put_announcement_off(&mut self, for_now: bool) {
        self.announcing.refuse();
        // Where nobody listens and there is no item to ask for, nothing else would lead out of it.
        let alone = !for_now && self.items.is_empty() && self.phases.unheard;
        if alone || self.announcing.refused >= REFUSED {
            self.leave_announcement();
        }
    }

    /// Somebody in trouble has no need of new rules, and nobody says "before we start" once the work is half done: it waits for
    /// another call.
    pub(super) fn withhold_announcement(&mut self) {
        self.phases.withheld = true;
        self.pending = self.pending.filter(|(rung, ..)| *rung != Rung::Announce);
        if self.live.as_ref().is_some_and(|cue| cue.rung() == Rung::Announce) {
            self.overtake();
        }
        // Whoever hears the utterance tells of the phase.
        if self.phases.now == Phase::Announcement {
            self.phases.turn_to_work(&self.plan);
        }
    }

    /// An item is reached by words. Where it is not the first, the work has long begun.
    pub(super) fn work_goes_on(&mut self) {
        if self.items.reached() > 1 && self.phases.is_due(&self.plan) {
            self.withhold_announcement();
        }
    }

    fn leave_announcement(&mut self) {
        if self.phases.now == Phase::Announcement {
            self.turn_to_work();
        }
    }

    /// True while the announcement that is due is out of the way: it was put off.
    pub fn is_announcement_put_away(&self) -> bool {
        self.announcing.put_away
    }

    /// Before the work it is the announcement that leads there, unless it is on show or was refused; true if it is to come now.
    pub(super) fn announcement_leads(&mut self) -> bool {
        let waits = self.phases.is_due(&self.plan) && self.phases.now <= Phase::Announcement;
        let on_show = self.live.as_ref().is_some_and(|cue| cue.rung() == Rung::Announce);
        let leads = waits && !on_show && self.announcing.refused < REFUSED;
        if leads && self.phases.now == Phase::Greeting {
            self.turn_to_work();
        }
        leads
    }

    /// Greetings are heard after it was offered: it comes again once they are over.
    pub(super) fn announcement_came_early(&mut self) {
        self.announcing.offered = false;
        self.pending = self.pending.filter(|(rung, ..)| *rung != Rung::Announce);
        if self.live.as_ref().is_some_and(|cue| cue.rung() == Rung::Announce) {
            self.overtake();
        }
    }

    /// The next item begins, or waits for the announcement that comes before it.
    pub(super) fn begin_item(&mut self, item: Option<usize>) {
        if !self.remind_of_announcement() {
            self.turn_to_work();
        }
        if self.phases.now == Phase::Announcement {
            self.announcing.item_waits = true;
        } else {
            item.into_iter().for_each(|item| self.reach(item, f64::INFINITY));
        }
    }

    /// The work began: so does the item that waited for it.
    pub(super) fn begin_waiting_item(&mut self) {
        if std::mem::take(&mut self.announcing.item_waits)
            && let Some(item) = self.items.to_come()
        {
            self.reach(item, f64::INFINITY);
        }
    }
}
