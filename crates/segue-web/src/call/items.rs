//! The items of the agenda: which is under way, and which were talked about.

use super::Call;
use crate::state::ItemState;

/// Seconds that an item is under way at least, where the key for the next one ends it: what is passed over sooner was skipped.
const ITEM_TAKES: f64 = 2.0;

impl Call {
    /// An item begins, or is gone back to: it is not done any more.
    pub(super) fn begin_item(&mut self, at: f64, item: usize) {
        self.finish_item(at);
        if let Some(state) = self.items.get_mut(item) {
            *state = ItemState::Current;
        }
        if let Some(reached) = self.reached.get_mut(item) {
            reached.get_or_insert(at);
        }
        self.finished.get_mut(item).into_iter().for_each(|finished| *finished = None);
    }

    /// An item that was under way is still to come.
    pub(super) fn leave_item(&mut self, item: usize) {
        self.items.get_mut(item).into_iter().for_each(|state| *state = ItemState::Open);
        for times in [&mut self.reached, &mut self.finished] {
            times.get_mut(item).into_iter().for_each(|time| *time = None);
        }
    }

    /// The item under way is done.
    pub(super) fn finish_item(&mut self, at: f64) {
        for (state, finished) in self.items.iter_mut().zip(&mut self.finished) {
            if *state == ItemState::Current {
                (*state, *finished) = (ItemState::Done, Some(at));
            }
        }
    }

    /// When each item was reached that was not skipped.
    pub(super) fn reached_in_earnest(&self) -> Vec<Option<f64>> {
        let skipped = |since: f64, until: Option<f64>| until.is_some_and(|until| until - since < ITEM_TAKES);
        let times = self.reached.iter().zip(&self.finished);
        times.map(|(reached, finished)| reached.filter(|&since| !skipped(since, *finished))).collect()
    }
}
