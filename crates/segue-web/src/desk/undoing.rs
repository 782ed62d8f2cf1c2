//! The last step: named before it is taken back, and told once it is.

use super::Desk;
use crate::state::{Screen, StepView};
use crate::texts::{ClientSay, Say};
use segue_store::nothing_to_take_back;

impl Desk {
    /// The last step, for the pages of clients; none where it cannot be told.
    pub(super) fn last_step(&self, screen: Screen) -> Option<StepView> {
        let last = self.store.last_step().ok().flatten().filter(|_| screen == Screen::Start)?;
        Some(StepView {
            what: last.in_words(self.language),
            several: last.is_much(),
            forgotten: last.forgotten_since,
            at: last.at,
        })
    }

    /// Takes back the last step, if it is still the one of that moment; what was taken back, in a sentence.
    pub(super) fn undo(&mut self, of: Option<&str>) -> Result<String, Say> {
        self.between_calls()?;
        let undone = self.store.at_once(|| {
            let last = self.store.last_step()?;
            if of.is_some_and(|of| last.is_none_or(|last| last.at != of)) {
                return Err(Say::from(ClientSay::NotLast));
            }
            Ok(self.store.undo()?)
        })?;
        self.recall()?;
        let lang = self.language;
        Ok(undone.map_or_else(|| nothing_to_take_back(lang).to_owned(), |undone| undone.taken_back(lang)))
    }
}
