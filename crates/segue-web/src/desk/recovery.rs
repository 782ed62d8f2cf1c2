//! A call that was cut off: found at the start, taken up again or forgotten.

use super::Desk;
use crate::call::Call;
use crate::clock::Clock;
use crate::happening::{Entry, Happening, Opening};
use crate::state::CutOff;
use crate::texts::Say;
use segue_core::Ears;
use segue_core::session::Key;

/// A call whose last sign of life is so many seconds ago is over.
const OVER_AFTER: f64 = 1800.0;

impl Desk {
    /// Looks for the journal of a call that was not closed. One that cannot be read is left alone.
    pub(super) fn find_cut_off(&mut self) {
        let lines = self.store.journal().unwrap_or_default();
        self.cut_off = replay(&lines).map(|call| {
            let opening = call.opening();
            let started = opening.started.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
            (CutOff { client: opening.client.name.clone(), started, seconds: call.now() }, call)
        });
    }

    /// Takes the call up again: it went on in the meantime, so its clock did too.
    pub(super) fn resume(&mut self) -> Result<(), Say> {
        if self.call.is_some() {
            return Err(Say::CallRuns);
        }
        let (_, call) = self.cut_off.take().ok_or(Say::NothingToResume)?;
        let known = call.now();
        let since = jiff::Timestamp::now() - call.opening().started.timestamp();
        let now = since.total(jiff::Unit::Second).unwrap_or(known).max(known);
        let ended = call.ended();
        self.call = Some(call);
        if ended {
            self.read_debrief();
        } else if now - known > OVER_AFTER {
            // Nobody talks on after so long: it ended when it was last seen.
            self.clock = Clock::at(known);
            self.note(Happening::Key { key: Key::EndCall })?;
        } else {
            self.clock = Clock::at(now);
            let ears = self.call.as_ref().map_or(Ears::None, Call::ears);
            // Nobody has been heard to fall silent.
            self.note(Happening::Speaking { on: false })?;
            self.tell(Say::WentOn(now - known));
            self.start_listening(ears);
        }
        Ok(())
    }

    /// Forgets the call.
    pub(super) fn discard(&mut self) -> Result<(), Say> {
        self.cut_off.take().ok_or(Say::NothingToResume)?;
        self.store.end_journal().map_err(|_| Say::CannotWrite)
    }
}

/// The call that a journal tells of. A last line that was cut off is left out, with what follows.
fn replay(lines: &[String]) -> Option<Call> {
    let (first, rest) = lines.split_first()?;
    let opening: Opening = serde_json::from_str(first).ok()?;
    let mut call = Call::new(opening);
    for entry in rest.iter().map_while(|line| serde_json::from_str::<Entry>(line).ok()) {
        call.take(entry);
    }
    Some(call)
}
