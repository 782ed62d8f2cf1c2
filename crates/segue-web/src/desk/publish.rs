//! The state goes out to every page, at most ten times a second; a cue at once.

use super::{BEAT, Desk};
use crate::call::Call;
use crate::state::{ClosingView, Screen, State};
use std::time::Instant;

impl Desk {
    /// Sends the state if it has changed.
    pub(super) fn publish(&mut self) {
        let revision = self.call.as_ref().map_or(0, Call::revision);
        let cue = self.call.as_ref().and_then(Call::cue);
        let changed = self.published.dirty || revision != self.published.revision;
        let at_once = cue != self.published.cue || self.published.dirty;
        if !changed || !at_once && self.published.at.elapsed() < BEAT {
            return;
        }
        self.published = super::Published { revision, cue, at: Instant::now(), dirty: false };
        if let Ok(text) = serde_json::to_string(&self.state()) {
            self.out.send_replace(text.into());
        }
    }

    fn state(&self) -> State {
        let after = self.over().zip(self.debrief.as_ref());
        let screen = match &self.call {
            None if self.rehearsal.is_some() => Screen::Rehearsal,
            None => Screen::Start,
            Some(call) if call.ended() => Screen::Debrief,
            Some(_) => Screen::Call,
        };
        State {
            screen,
            language: self.language,
            clients: if self.call.is_none() { self.client_views() } else { Vec::new() },
            last_step: self.last_step(screen),
            can_listen: self.can_listen.clone(),
            suggested: self.suggested.clone(),
            resume: self.cut_off.view().filter(|_| self.call.is_none()),
            rehearsal: self
                .rehearsal
                .as_ref()
                .map(|rehearsal| rehearsal.view(self.language, self.listening.view(rehearsal.ears()))),
            call: self
                .call
                .as_ref()
                .filter(|call| !call.ended())
                .map(|call| call.view(self.listening.view(call.ears()), self.language)),
            after: after.map(|(call, debrief)| ClosingView {
                after: call.after(debrief, self.language),
                goes_on: self.may_go_on(),
                notice: self.ended_by_itself.clone().map(|say| say.text(self.language)),
            }),
        }
    }
}
