//! What the desk does about listening: it begins, changes, gets lost and comes back.

use super::Desk;
use crate::call::Call;
use crate::command::Sounding;
use crate::ears::{EarsNews, Listening};
use crate::happening::{Happening, HeardWords};
use crate::texts::Say;
use segue_core::{Ears, Role};

impl Desk {
    /// Begins to listen, if that was asked for and can be.
    pub(super) fn start_listening(&mut self, ears: Ears) {
        self.listening = Listening::default();
        if ears == Ears::None {
            self.sound.stop();
            return;
        }
        if self.can_listen.model.is_none() {
            self.tell(Say::NoModel);
        } else if ears == Ears::System && !self.can_listen.system {
            self.tell(Say::NoSystemEars);
        }
        let now = self.clock.read().0;
        if let Some(call) = &self.call {
            self.sound.start(call.opening().client.boundary.lang, now);
        }
    }

    /// Listens no more.
    pub(super) fn stop_listening(&mut self) {
        self.sound.stop();
        self.listening = Listening::default();
    }

    /// Goes on listening in another way.
    pub(super) fn change_ears(&mut self, ears: Ears) -> Result<(), Say> {
        if self.call.as_ref().is_none_or(Call::ended) {
            return Err(Say::NoCall);
        }
        self.note(Happening::Ears { ears })?;
        self.note(Happening::Speaking { on: false })?;
        self.start_listening(ears);
        Ok(())
    }

    /// The page says that it got or lost a microphone or a tab.
    pub(super) fn sounding(&mut self, channel: u8, state: Sounding, message: String) {
        let Some(side) = self.listening.sides.get_mut(usize::from(channel)) else { return };
        side.message = message;
        let before = std::mem::replace(&mut side.state, state);
        self.say_of_channel(usize::from(channel), before, state);
    }

    /// Takes in what the ears tell.
    pub(super) fn hear_of(&mut self, news: EarsNews) {
        if self.call.as_ref().is_none_or(|call| call.ended() || call.ears() == Ears::None) {
            return;
        }
        self.published.dirty |= matches!(news, EarsNews::Sounding { .. });
        match news {
            EarsNews::Speaking { role, on } => self.speaking(role, on),
            EarsNews::Sounding { channel, on } => {
                let Some(side) = self.listening.sides.get_mut(channel) else { return };
                let state = if on { Sounding::On } else { Sounding::Lost };
                let before = std::mem::replace(&mut side.state, state);
                self.say_of_channel(channel, before, state);
            }
            EarsNews::Heard(utterance) => {
                let gap = !self.listening.sides.iter().any(|side| side.speaking);
                self.note(Happening::Heard(Box::new(HeardWords::new(utterance, gap)))).ok();
            }
            EarsNews::Behind => self.tell(Say::Behind),
            EarsNews::Failed => self.tell(if self.can_listen.model.is_some() { Say::EarsFailed } else { Say::NoModel }),
        }
    }

    fn speaking(&mut self, role: Role, on: bool) {
        let any = |sides: &Listening| sides.sides.iter().any(|side| side.speaking);
        let before = any(&self.listening);
        self.listening.sides[usize::from(role == Role::Client)].speaking = on;
        let now = any(&self.listening);
        if now == before {
            // The page shows it, but it can wait for the next beat.
            self.published.revision = u64::MAX;
        } else {
            self.note(Happening::Speaking { on: now }).ok();
        }
    }

    fn say_of_channel(&mut self, channel: usize, before: Sounding, now: Sounding) {
        let say = match (before, now, channel) {
            (Sounding::On, Sounding::Lost, 0) => Say::MicrophoneLost,
            (Sounding::On, Sounding::Lost, _) => Say::OtherSideLost,
            (Sounding::Lost, Sounding::On, 0) => Say::MicrophoneBack,
            (Sounding::Lost, Sounding::On, _) => Say::OtherSideBack,
            _ => return,
        };
        self.tell(say);
    }
}
