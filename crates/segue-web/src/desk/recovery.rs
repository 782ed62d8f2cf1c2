//! A call that was cut off, or that nobody ended: found at the start, taken up again or forgotten; ended where it was
//! last seen.

use super::Desk;
use crate::call::Call;
use crate::clock::Clock;
use crate::command::Sounding;
use crate::happening::{Entry, Happening, Opening};
use crate::state::CutOff;
use crate::texts::Say;
use segue_core::Ears;
use segue_core::session::Key;
use segue_store::StoreError;

/// A call whose last sign of life is so many seconds ago is over.
pub(super) const OVER_AFTER: f64 = 1800.0;
/// The same where nobody can know whether somebody talks: by the keys alone, or without a planned end.
const SURELY_OVER_AFTER: f64 = 4.0 * 3600.0;

/// A call that was cut off, with what happened in it.
pub(super) struct Found {
    pub cut_off: CutOff,
    call: Call,
    entries: Vec<Entry>,
}

/// What was found of a call that was not closed.
#[derive(Default)]
pub(super) enum LeftOver {
    #[default]
    Nothing,
    Call(Box<Found>),
    /// A journal that cannot be read, of a later version say: it stays until the user forgets it.
    Unreadable,
}

impl LeftOver {
    /// The call, if it can be taken up again.
    #[cfg(test)]
    pub fn call(&self) -> Option<&Found> {
        if let Self::Call(found) = self { Some(found) } else { None }
    }

    /// As the page shows it.
    pub fn view(&self) -> Option<CutOff> {
        match self {
            Self::Nothing => None,
            Self::Call(found) => Some(found.cut_off.clone()),
            Self::Unreadable => Some(CutOff::default()),
        }
    }
}

impl Desk {
    /// Takes a call to the desk, as of that second of it.
    pub(super) fn sit_down_to(&mut self, call: Call, entries: Vec<Entry>, at: f64) {
        self.call = Some(call);
        self.entries = entries;
        self.alive = at;
        self.clock = Clock::at(at);
        self.debrief = None;
        self.ended_by_itself = None;
        self.journal.clear();
        self.journal_anew = false;
    }

    /// Looks for the journal of a call that was not closed. One that cannot be read is left alone.
    ///
    /// # Errors
    /// [`StoreError`] if it is not known whether there is one.
    pub(super) fn find_cut_off(&mut self) -> Result<(), StoreError> {
        let lines = self.store.journal()?;
        self.cut_off = match replay(&lines) {
            None if lines.is_empty() => LeftOver::Nothing,
            None => LeftOver::Unreadable,
            Some((call, entries)) => {
                let opening = call.opening();
                let started = opening.started.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
                let (client, over) = (opening.client.name.clone(), call.ended());
                let cut_off = CutOff { client, started, seconds: call.now(), over, readable: true };
                LeftOver::Call(Box::new(Found { cut_off, call, entries }))
            }
        };
        Ok(())
    }

    /// Takes the call that was cut off, if it can be taken up again.
    fn take_cut_off(&mut self) -> Result<Found, Say> {
        match std::mem::take(&mut self.cut_off) {
            LeftOver::Call(found) => Ok(*found),
            LeftOver::Nothing => Err(Say::NothingToResume),
            LeftOver::Unreadable => {
                self.cut_off = LeftOver::Unreadable;
                Err(Say::CutOffUnreadable)
            }
        }
    }

    /// Takes a call up again, one that was cut off or ended by mistake: it went on in the meantime, so its clock did too.
    pub(super) fn resume(&mut self) -> Result<(), Say> {
        if self.over().is_some() {
            return self.take_back_the_end();
        }
        if self.call.is_some() {
            return Err(Say::CallRuns);
        }
        let Found { call, entries, .. } = self.take_cut_off()?;
        let known = call.now();
        let now = now_in(&call);
        let ended = call.ended();
        self.sit_down_to(call, entries, if now - known > OVER_AFTER { known } else { now });
        if ended {
            self.read_debrief();
        } else if now - known > OVER_AFTER {
            // Nobody talks on after so long: it ended when it was last seen.
            self.end_unasked(None);
        } else {
            let ears = self.call.as_ref().map_or(Ears::None, Call::ears);
            self.note(Happening::Away { seconds: now - known })?;
            // Nobody has been heard to fall silent.
            self.note(Happening::Speaking { on: false })?;
            self.tell(Say::WentOn(now - known));
            self.start_listening(ears);
        }
        Ok(())
    }

    /// Ends a call that was cut off where it broke off, so that another one can begin; what it was is kept like that of any other.
    pub(super) fn settle(&mut self) -> Result<(), Say> {
        if self.call.is_some() {
            return Err(Say::CallRuns);
        }
        let Found { call, entries, .. } = self.take_cut_off()?;
        let (known, ended) = (call.now(), call.ended());
        self.sit_down_to(call, entries, known);
        if ended {
            self.read_debrief();
        } else {
            self.end_unasked(Some(known));
        }
        Ok(())
    }

    /// True while the call that is over may have been ended by mistake: somebody ended it, and not long ago.
    pub(super) fn may_go_on(&self) -> bool {
        self.ended_by_itself.is_none() && self.over().is_some_and(|call| now_in(call) - call.now() <= OVER_AFTER)
    }

    /// The call goes on as if nobody had ended it; what was put right and chosen since stays.
    fn take_back_the_end(&mut self) -> Result<(), Say> {
        if !self.may_go_on() {
            return Err(Say::EndedTooLongAgo);
        }
        let call = self.over().ok_or(Say::NoCall)?;
        let (opening, known, now, ears) = (call.opening().clone(), call.now(), now_in(call), call.ears());
        let mut entries = std::mem::take(&mut self.entries);
        entries.retain(|entry| entry.happening != Happening::Key { key: Key::EndCall });
        self.sit_down_to(told_again(opening, &entries), entries, now);
        self.journal_anew = true;
        self.note(Happening::Away { seconds: now - known })?;
        self.tell(Say::GoesOn);
        self.start_listening(ears);
        self.write_journal();
        self.published.dirty = true;
        Ok(())
    }

    /// Second of the call after which surely nobody talked, if it has long been over and nobody ended it. Silence tells
    /// that only where both sides are heard; elsewhere somebody may talk for hours without a key.
    pub(super) fn over_since(&self) -> Option<f64> {
        let call = self.call.as_ref().filter(|call| !call.ended())?;
        let now = call.now();
        let planned = call.opening().client.boundary.planned_seconds();
        let sides = &self.listening.sides;
        let heard = call.ears() != Ears::None && sides.iter().all(|side| side.state == Sounding::On);
        if sides.iter().any(|side| side.speaking) {
            return None;
        }
        let late = self.alive.max(planned.unwrap_or(0.0));
        let wait = if heard && planned.is_some() { OVER_AFTER } else { SURELY_OVER_AFTER };
        (now - late > wait).then_some(if heard { self.alive } else { late })
    }

    /// Ends a call that nobody ended: now, or at an earlier second since when nobody spoke or did anything.
    pub(super) fn end_unasked(&mut self, at: Option<f64>) {
        self.stop_listening();
        if let Some((at, call)) = at.zip(self.call.take_if(|_| at.is_some())) {
            // Time does not run backwards in a call, so this one is told again, up to there.
            let mut entries = std::mem::take(&mut self.entries);
            entries.retain(|entry| entry.at <= at);
            let call = told_again(call.opening().clone(), &entries);
            self.sit_down_to(call, entries, at);
            self.journal_anew = true;
        }
        self.note(Happening::Key { key: Key::EndCall }).ok();
        self.ended_by_itself = Some(Say::NobodyEnded);
        self.write_journal();
    }

    /// Makes room for another call: one that was cut off after its end, or so long ago that it is over, is closed under
    /// its keeping rule. One that may still go on, or cannot be read, is not lost unasked.
    pub(super) fn put_away_cut_off(&mut self) -> Result<(), Say> {
        let over = |found: &Found| found.call.ended() || now_in(&found.call) - found.call.now() > OVER_AFTER;
        match &self.cut_off {
            LeftOver::Nothing => Ok(()),
            LeftOver::Call(found) if over(found) => {
                self.resume()?;
                self.close()
            }
            LeftOver::Call(_) => Err(Say::CutOffWaits),
            LeftOver::Unreadable => Err(Say::CutOffUnreadable),
        }
    }

    /// Forgets the call; what there is to say of it.
    pub(super) fn discard(&mut self) -> Result<String, Say> {
        if matches!(self.cut_off, LeftOver::Nothing) {
            return Err(Say::NothingToResume);
        }
        self.store.end_journal()?;
        self.cut_off = LeftOver::Nothing;
        Ok(Say::Discarded.text(self.language))
    }
}

/// Seconds from the start of a call until now, by the time of day.
fn now_in(call: &Call) -> f64 {
    let since = jiff::Timestamp::now() - call.opening().started.timestamp();
    since.total(jiff::Unit::Second).unwrap_or(0.0).max(call.now())
}

/// The call that a journal tells of, with what happened in it. A last line that was cut off is left out, with what follows.
fn replay(lines: &[String]) -> Option<(Call, Vec<Entry>)> {
    let (first, rest) = lines.split_first()?;
    let opening: Opening = serde_json::from_str(first).ok()?;
    let entries: Vec<Entry> = rest.iter().map_while(|line| serde_json::from_str(line).ok()).collect();
    Some((told_again(opening, &entries), entries))
}

fn told_again(opening: Opening, entries: &[Entry]) -> Call {
    let mut call = Call::new(opening);
    for entry in entries {
        call.take(entry.clone());
    }
    call
}
