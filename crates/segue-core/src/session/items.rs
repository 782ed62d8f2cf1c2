//! The agenda in a call under way: what of it was talked about, and what is talked about now.

use super::{Output, Session};

/// How far the work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Work {
    /// There is no agenda to tell it by.
    NoAgenda,
    /// Some of the agenda was not talked about yet.
    Open,
    /// All of it has begun, and one item is under way.
    LastUnderWay,
    /// All of it was talked about.
    Through,
}

/// The items of the agenda, in its order.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Items {
    reached: Vec<bool>,
    /// The item reached last, and until when it is what the talk is to come back to: one begun by key, until the next.
    begun: Option<(usize, f64)>,
}

impl Items {
    /// So many items, none of them reached.
    pub fn new(count: usize) -> Self {
        Self { reached: vec![false; count], begun: None }
    }

    /// True if there is no agenda.
    pub fn is_empty(&self) -> bool {
        self.reached.is_empty()
    }

    /// True if there is such an item.
    pub fn has(&self, item: usize) -> bool {
        item < self.reached.len()
    }

    /// True if there is such an item, and it was not reached yet.
    pub fn is_open(&self, item: usize) -> bool {
        self.reached.get(item) == Some(&false)
    }

    /// The first item that was not reached yet.
    pub fn to_come(&self) -> Option<usize> {
        self.reached.iter().position(|reached| !reached)
    }

    /// How many items were reached.
    pub fn reached(&self) -> usize {
        self.reached.iter().filter(|reached| **reached).count()
    }

    /// An item begins, and is what the talk is to come back to until then; true if it was not reached before.
    pub fn reach(&mut self, item: usize, until: f64) -> bool {
        let begins = self.is_open(item);
        if begins {
            self.reached[item] = true;
            self.begun = Some((item, until));
        }
        begins
    }

    /// An item is still to come after all.
    pub fn put_back(&mut self, item: usize) {
        if let Some(reached) = self.reached.get_mut(item) {
            *reached = false;
        }
    }

    /// Nothing is under way any more.
    pub fn leave(&mut self) {
        self.begun = None;
    }

    /// The item that the talk is to come back to.
    pub fn under_way(&self, now: f64) -> Option<usize> {
        self.begun.filter(|(_, until)| now < *until).map(|(item, _)| item)
    }

    /// How far they are.
    pub fn work(&self, now: f64) -> Work {
        if self.is_empty() {
            Work::NoAgenda
        } else if self.to_come().is_some() {
            Work::Open
        } else if self.under_way(now).is_some() {
            Work::LastUnderWay
        } else {
            Work::Through
        }
    }
}

impl Session {
    /// An item begins; once it has begun, it is told no more.
    pub(super) fn reach(&mut self, item: usize, until: f64) {
        if self.items.reach(item, until) {
            self.outputs.push_back(Output::AgendaReached { at: self.now, item });
        }
    }
}
