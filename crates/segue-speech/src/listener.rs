//! Two sides of a call → pieces of speech with their speaker.
//!
//! The same for a recording and for a live call: sound goes in as it comes, pieces come out when
//! they are over and the other side has been heard far enough to know an echo.

use crate::echo::{self, Likeness, REACH};
use crate::error::SpeechError;
use crate::vad::{Segment, Vad, VadEvent, VadSettings};
use segue_core::Role;
use std::collections::VecDeque;

/// Samples at once from which threads are worth their start: a second.
const MUCH: usize = 16_000;

/// A piece of speech.
#[derive(Clone, PartialEq)]
pub struct Clip {
    /// Where it is, in samples at 16 kHz from the start.
    pub segment: Segment,
    /// Who speaks: me on the first channel, the client on the second, unknown where it is one.
    pub role: Role,
    /// The sound.
    pub samples: Vec<f32>,
}

impl Clip {
    /// Mean square of the sound.
    pub fn level(&self) -> f32 {
        self.samples.iter().map(|sample| sample * sample).sum::<f32>() / self.samples.len().max(1) as f32
    }
}

/// Listens to one channel or two.
pub struct Listener {
    sides: Vec<Side>,
}

struct Side {
    role: Role,
    vad: Vad,
    /// Sound from sample `from` on; older sound is forgotten.
    sound: VecDeque<f32>,
    from: u64,
    waiting: VecDeque<Segment>,
}

impl Listener {
    /// For one channel (nobody knows who speaks) or two (me, the client).
    ///
    /// # Errors
    /// [`SpeechError::Engine`] if voice activity cannot start.
    pub fn new(two: bool, settings: VadSettings) -> Result<Self, SpeechError> {
        let roles: &[Role] = if two { &[Role::Me, Role::Client] } else { &[Role::Unknown] };
        let sides = roles.iter().map(|&role| Side::new(role, settings)).collect::<Result<_, _>>()?;
        Ok(Self { sides })
    }

    /// Takes the next sound of each channel, from −1 to 1 at 16 kHz, and appends the pieces that are
    /// over. Missing channels are silent; the channels need not be equally long each time.
    ///
    /// # Errors
    /// [`SpeechError::Engine`] if voice activity fails.
    pub fn push(&mut self, channels: &[&[f32]], clips: &mut Vec<Clip>) -> Result<(), SpeechError> {
        let much = channels.iter().map(|samples| samples.len()).max().unwrap_or(0) >= MUCH;
        self.each_side(much, |index, side| side.hear(channels.get(index).copied().unwrap_or_default()))?;
        self.release(false, clips);
        Ok(())
    }

    /// Ends the sound and appends the last pieces.
    ///
    /// # Errors
    /// [`SpeechError::Engine`] if voice activity fails.
    pub fn finish(&mut self, clips: &mut Vec<Clip>) -> Result<(), SpeechError> {
        self.each_side(false, |_, side| side.finish())?;
        self.release(true, clips);
        Ok(())
    }

    /// True while that side is in the middle of speech.
    pub fn speaking(&self, role: Role) -> bool {
        self.sides.iter().any(|side| side.role == role && side.vad.speaking())
    }

    /// The speech that a side is in the middle of, as far as it has been heard: for early words.
    pub fn so_far(&self, role: Role) -> Option<Clip> {
        let side = self.sides.iter().find(|side| side.role == role && side.vad.speaking())?;
        let segment = Segment { from: side.vad.settled().max(side.from), to: side.heard() };
        Some(Clip { segment, role, samples: side.part(segment.from, segment.to) })
    }

    /// The sides have nothing to do with each other here, so each has a thread when there is much.
    fn each_side(
        &mut self,
        much: bool,
        work: impl Fn(usize, &mut Side) -> Result<(), SpeechError> + Sync,
    ) -> Result<(), SpeechError> {
        if !much || self.sides.len() < 2 {
            return self.sides.iter_mut().enumerate().try_for_each(|(index, side)| work(index, side));
        }
        std::thread::scope(|scope| {
            let work = &work;
            let threads: Vec<_> =
                self.sides.iter_mut().enumerate().map(|(index, side)| scope.spawn(move || work(index, side))).collect();
            let failed = |_| Err(SpeechError::Engine("voice activity failed".into()));
            threads.into_iter().try_for_each(|thread| thread.join().unwrap_or_else(failed))
        })
    }

    /// Hands out what is settled on both sides, in the order of time.
    fn release(&mut self, all: bool, clips: &mut Vec<Clip>) {
        loop {
            let earliest = |(_, side): &(usize, &Side)| side.waiting.front().map(|segment| segment.from);
            let next = self.sides.iter().enumerate().filter(|pair| earliest(pair).is_some()).min_by_key(earliest);
            let Some((index, side)) = next else { break };
            let Some(&segment) = side.waiting.front() else { break };
            let known = |side: &Side| side.heard() >= segment.to + REACH as u64 && side.vad.settled() >= segment.from;
            if !all && !self.sides.iter().all(known) {
                break;
            }
            self.sides[index].waiting.pop_front();
            clips.extend(self.clip(index, segment));
        }
        let needed = self.sides.iter().map(Side::needed_from).min().unwrap_or(0);
        self.sides.iter_mut().for_each(|side| side.forget_before(needed));
    }

    /// The piece with its speaker, unless the other side is where it belongs.
    fn clip(&self, index: usize, segment: Segment) -> Option<Clip> {
        let side = &self.sides[index];
        let samples = side.part(segment.from, segment.to);
        let other = self.sides.iter().enumerate().find(|(other, _)| *other != index).map(|(_, other)| other);
        let likeness = other.map_or(Likeness::Own, |other| echo::likeness(&samples, &other.around(segment)));
        match likeness {
            Likeness::Own => Some(Clip { segment, role: side.role, samples }),
            Likeness::Same if index == 0 => Some(Clip { segment, role: Role::Unknown, samples }),
            Likeness::Same | Likeness::Echo => None,
        }
    }
}

impl Side {
    fn new(role: Role, settings: VadSettings) -> Result<Self, SpeechError> {
        Ok(Self { role, vad: Vad::new(settings)?, sound: VecDeque::new(), from: 0, waiting: VecDeque::new() })
    }

    fn hear(&mut self, samples: &[f32]) -> Result<(), SpeechError> {
        self.sound.extend(samples);
        let mut events = Vec::new();
        self.vad.push(samples, &mut events)?;
        self.waiting.extend(events.into_iter().filter_map(VadEvent::segment));
        Ok(())
    }

    fn finish(&mut self) -> Result<(), SpeechError> {
        let mut events = Vec::new();
        self.vad.finish(&mut events)?;
        self.waiting.extend(events.into_iter().filter_map(VadEvent::segment));
        Ok(())
    }

    /// Samples heard in all.
    fn heard(&self) -> u64 {
        self.from + self.sound.len() as u64
    }

    fn needed_from(&self) -> u64 {
        let waiting = self.waiting.front().map_or(u64::MAX, |segment| segment.from);
        waiting.min(self.vad.settled()).saturating_sub(REACH as u64)
    }

    fn forget_before(&mut self, sample: u64) {
        let many = sample.saturating_sub(self.from).min(self.sound.len() as u64);
        self.sound.drain(..many as usize);
        self.from += many;
    }

    fn part(&self, from: u64, to: u64) -> Vec<f32> {
        let at = |sample: u64| (sample.saturating_sub(self.from) as usize).min(self.sound.len());
        self.sound.range(at(from)..at(to).max(at(from))).copied().collect()
    }

    /// The sound of a segment and [`REACH`] around it, with silence where there is none.
    fn around(&self, segment: Segment) -> Vec<f32> {
        let (from, to) = (segment.from as i64 - REACH as i64, segment.to + REACH as u64);
        let before = (self.from as i64 - from).max(0) as usize;
        let mut sound = vec![0.0; before];
        sound.extend(self.part(from.max(0) as u64, to));
        sound.resize((to as i64 - from) as usize, 0.0);
        sound
    }
}
