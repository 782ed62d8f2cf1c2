//! The debrief, what is put right in it, and what stays when it is closed.

use super::{Desk, Document};
use crate::call::{Call, kept};
use crate::happening::{Entry, Happening};
use crate::texts::Say;
use segue_core::{Kept, Label, Learned};

impl Desk {
    /// The call that is over, if it is.
    pub(super) fn over(&self) -> Option<&Call> {
        self.call.as_ref().filter(|call| call.ended())
    }

    /// Makes the debrief of the call that is over.
    pub(super) fn read_debrief(&mut self) {
        let language = self.language;
        self.debrief = self.over().map(|call| call.debrief(language));
        self.published.dirty = true;
    }

    pub(super) fn correct(&mut self, from: usize, to: usize, label: Label) -> Result<(), Say> {
        let rows = self.debrief.as_ref().ok_or(Say::NoDebrief)?.utterances.len();
        if from > to || to >= rows {
            return Err(Say::NoSuchPlace);
        }
        self.note(Happening::Correct { from, to, label })
    }

    /// Keeps more or less of the call; the journal too tells no more than that.
    pub(super) fn keep(&mut self, what: Kept) -> Result<(), Say> {
        let before = self.call.as_ref().map(Call::keeping);
        self.note(Happening::Keep { what })?;
        self.tell_again_if(before != Some(what))
    }

    /// Keeps a parked topic for the next call, or does not, or drops it; the journal has its name only where it is kept.
    pub(super) fn part_with(&mut self, parked: usize, happening: Happening) -> Result<(), Say> {
        self.note(happening)?;
        let name = |entry: &Entry| matches!(entry.happening, Happening::Name { parked: named, .. } if named == parked);
        self.tell_again_if(self.entries.iter().any(name))
    }

    /// Tells the journal anew, where what it may tell has changed.
    fn tell_again_if(&mut self, changed: bool) -> Result<(), Say> {
        if changed {
            self.journal_anew = true;
            self.write_journal();
        }
        if self.journal_anew { Err(Say::CannotWrite) } else { Ok(()) }
    }

    /// Leaves the debrief: what may be kept is, and the rest is gone.
    pub(super) fn close(&mut self) -> Result<(), Say> {
        let call = self.over().ok_or(if self.call.is_some() { Say::NotOverYet } else { Say::NoDebrief })?;
        let debrief = self.debrief.as_ref().ok_or(Say::NoDebrief)?;
        let opening = call.opening();
        let (name, started) = (&opening.client.name, &opening.started);
        let (announced, carried, ears) = (call.announced(), call.carried(debrief), call.ears());
        let forgotten = self.store.at_once(|| {
            let forgotten = self.was_forgotten(name)?;
            let keeping = if forgotten { Kept::Nothing } else { call.keeping() };
            let keeps = keeping != Kept::Nothing;
            if keeps {
                self.store.save_call(&call.record(debrief), kept(debrief, keeping).as_ref())?;
            }
            if keeps && !name.is_empty() {
                self.store.save_lines(name, call.lines())?;
            }
            let learned = if keeps { call.learned(debrief) } else { Learned::default() };
            self.change_from(&opening.client, |client| {
                client.parked = carried;
                *client = client.clone().after_call(started);
                client.ears = Some(ears);
                client.learned.take_in(&learned);
                if announced && client.due_announcement().is_some() {
                    // It holds from when it was said, however late the debrief is closed.
                    client.announced(started.date());
                }
            })?;
            self.store.end_journal()?;
            Ok::<_, Say>(forgotten)
        })?;
        self.journal.clear();
        self.call = None;
        self.entries.clear();
        self.debrief = None;
        self.recall()?;
        if forgotten {
            self.tell(Say::NobodyToKeepItFor);
        }
        // Only now that it is deleted for good can its last bytes go.
        Ok(self.store.end_journal()?)
    }

    /// A document of the call that is over.
    pub(super) fn document_of_call(&self, document: &Document) -> Result<String, Say> {
        let debrief = self.debrief.as_ref().ok_or(Say::NoDebrief)?;
        match document {
            Document::Html => Ok(segue_report::html(debrief, self.language)),
            Document::Json => Ok(segue_report::json(debrief)),
            Document::Markdown => Ok(segue_report::markdown(debrief, self.language)),
            Document::Note(wanted) => {
                let call = self.over().ok_or(Say::NoDebrief)?;
                // What is usual with a client says their card, not the plan of this call.
                let opening = &call.opening().client;
                let card = self.known_as(&opening.name)?;
                crate::note::note(call, debrief, card.as_ref().unwrap_or(opening), *wanted, &self.calls).ok_or(Say::NoNote)
            }
            _ => Err(Say::NoDebrief),
        }
    }
}
