//! What the desk does about listening: it begins, changes, gets lost and comes back.

use super::Desk;
use crate::call::Call;
use crate::command::Sounding;
use crate::ears::{EarsNews, Start};
use crate::happening::{Happening, HeardWords};
use crate::texts::Say;
use segue_core::{Ears, Role};

impl Desk {
    /// Begins to listen, if that was asked for, can be, and is fine with the client.
    pub(super) fn start_listening(&mut self, ears: Ears) {
        self.stop_listening();
        if ears == Ears::None {
            return;
        }
        if self.can_listen.model.is_none() {
            return self.tell(Say::NoModel);
        }
        let now = self.clock.read();
        let Some(call) = self.call.as_ref().filter(|call| call.consented()) else { return };
        let system = ears == Ears::System;
        self.sound.start(Start { number: self.hearing, lang: call.opening().client.boundary.lang, at: now, system });
        if system {
            self.system.open(self.hearing);
        }
    }

    /// Listens no more.
    pub(super) fn stop_listening(&mut self) {
        self.system.close();
        self.sound.stop();
        self.hearing += 1;
        self.ears_failed = false;
        let before = std::mem::take(&mut self.listening);
        if before.sides.iter().any(|side| side.speaking) {
            // Nobody will be heard to fall silent.
            self.note(Happening::Speaking { on: false }).ok();
        }
    }

    /// Goes on listening in another way.
    pub(super) fn change_ears(&mut self, ears: Ears) -> Result<(), Say> {
        if self.call.as_ref().is_none_or(Call::ended) {
            return Err(Say::NoCall);
        }
        self.note(Happening::Ears { ears })?;
        self.start_listening(ears);
        Ok(())
    }

    /// The page says that it got or lost a microphone or a tab.
    pub(super) fn sounding(&mut self, channel: usize, state: Sounding, message: String) {
        let Some(side) = self.listening.sides.get_mut(channel) else { return };
        side.message = message;
        let before = std::mem::replace(&mut side.state, state);
        self.say_of_channel(channel, before, state);
    }

    /// Takes in what the ears tell.
    pub(super) fn hear_of(&mut self, news: EarsNews) {
        if self.rehearsal.is_some() {
            return self.hear_in_practice(news);
        }
        if self.call.as_ref().is_none_or(|call| call.ended() || call.ears() == Ears::None) {
            return;
        }
        self.published.dirty |= matches!(news, EarsNews::Sounding { .. });
        match news {
            EarsNews::Speaking { role, on } => self.speaking(role, on),
            EarsNews::Sounding { channel, on } => {
                let Some(side) = self.listening.sides.get_mut(channel) else { return };
                let state = if on { Sounding::On } else { Sounding::Lost };
                if on {
                    side.message.clear();
                }
                let before = std::mem::replace(&mut side.state, state);
                self.say_of_channel(channel, before, state);
            }
            EarsNews::Missing { channel, why } => self.sounding(channel, Sounding::Lost, why.to_owned()),
            EarsNews::Heard(utterance) => {
                let floor = self.listening.floor_after(utterance.end);
                self.note(Happening::Heard(Box::new(HeardWords::new(utterance, floor)))).ok();
            }
            EarsNews::Behind { seconds, first } => {
                self.note(Happening::Skipped { seconds }).ok();
                if first {
                    self.tell(Say::Behind);
                }
            }
            EarsNews::Failed if std::mem::replace(&mut self.ears_failed, true) => {}
            EarsNews::Failed => self.tell(if self.can_listen.model.is_some() { Say::EarsFailed } else { Say::NoModel }),
        }
    }

    fn speaking(&mut self, role: Role, on: bool) {
        let any = |sides: &crate::ears::Listening| sides.sides.iter().any(|side| side.speaking);
        let before = any(&self.listening);
        let at = self.clock.read();
        let side = &mut self.listening.sides[usize::from(role == Role::Client)];
        side.speaking = on;
        if on {
            side.began = at;
        }
        let now = any(&self.listening);
        if now == before {
            // The page shows it, but it can wait for the next beat.
            self.published.revision = u64::MAX;
        } else {
            self.note(Happening::Speaking { on: now }).ok();
        }
    }

    fn say_of_channel(&mut self, channel: usize, before: Sounding, now: Sounding) {
        let system = self.system.are_open();
        let say = match (before, now, channel) {
            (Sounding::Off, Sounding::Lost, 0) if system => Say::NoMicrophone,
            (Sounding::Off, Sounding::Lost, _) if system => Say::NoSpeakers,
            (Sounding::On, Sounding::Lost, 1) if system => Say::SpeakersLost,
            (Sounding::On, Sounding::Lost, 0) => Say::MicrophoneLost,
            (Sounding::On, Sounding::Lost, _) => Say::OtherSideLost,
            (Sounding::Lost, Sounding::On, 0) => Say::MicrophoneBack,
            (Sounding::Lost, Sounding::On, _) => Say::OtherSideBack,
            _ => return,
        };
        self.tell(say);
    }
}
