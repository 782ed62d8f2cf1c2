//! One channel: its voice activity, its sound of late, and its pieces of speech.

use super::Open;
use crate::echo::REACH;
use crate::error::SpeechError;
use crate::vad::{Segment, Vad, VadEvent, VadSettings};
use segue_core::Role;
use std::collections::VecDeque;

pub(super) struct Side {
    pub role: Role,
    pub vad: Vad,
    /// Sound from sample `from` on; older sound is forgotten.
    sound: VecDeque<f32>,
    pub from: u64,
    /// Pieces that are not compared with the other side yet.
    pub waiting: VecDeque<Segment>,
    /// Pieces of late, whoever's they are.
    pub spoken: VecDeque<Segment>,
    /// Samples of speech in all.
    pub speech: u64,
    /// A clip that may go on.
    pub open: Option<Open>,
}

impl Side {
    pub fn new(role: Role, settings: VadSettings) -> Result<Self, SpeechError> {
        Ok(Self {
            role,
            vad: Vad::new(settings)?,
            sound: VecDeque::new(),
            from: 0,
            waiting: VecDeque::new(),
            spoken: VecDeque::new(),
            speech: 0,
            open: None,
        })
    }

    pub fn hear(&mut self, samples: &[f32]) -> Result<(), SpeechError> {
        self.sound.extend(samples);
        let mut events = Vec::new();
        self.vad.push(samples, &mut events)?;
        self.take(events);
        Ok(())
    }

    pub fn finish(&mut self) -> Result<(), SpeechError> {
        let mut events = Vec::new();
        self.vad.finish(&mut events)?;
        self.take(events);
        Ok(())
    }

    fn take(&mut self, events: Vec<VadEvent>) {
        for segment in events.into_iter().filter_map(VadEvent::segment) {
            self.waiting.push_back(segment);
            self.spoken.push_back(segment);
            self.speech += segment.to - segment.from;
        }
    }

    /// Samples heard in all.
    pub fn heard(&self) -> u64 {
        self.from + self.sound.len() as u64
    }

    pub fn needed_from(&self) -> u64 {
        let waiting = self.waiting.front().copied().map_or(u64::MAX, |piece| piece.from);
        let open = self.open.map_or(u64::MAX, |open| open.segment.from);
        waiting.min(open).min(self.vad.settled()).saturating_sub(REACH as u64)
    }

    pub fn forget_before(&mut self, sample: u64) {
        let many = sample.saturating_sub(self.from).min(self.sound.len() as u64);
        self.sound.drain(..many as usize);
        self.from += many;
        while self.spoken.front().is_some_and(|segment| segment.to < self.from) {
            self.spoken.pop_front();
        }
    }

    pub fn part(&self, from: u64, to: u64) -> Vec<f32> {
        let at = |sample: u64| (sample.saturating_sub(self.from) as usize).min(self.sound.len());
        self.sound.range(at(from)..at(to).max(at(from))).copied().collect()
    }

    /// The sound of a segment and [`REACH`] around it, with silence where there is none.
    pub fn around(&self, segment: Segment) -> Vec<f32> {
        let from = segment.from.saturating_sub(REACH as u64).max(self.from);
        // Silence stands for what was before the start, or is forgotten.
        let missing = (from + REACH as u64).saturating_sub(segment.from) as usize;
        let mut sound = vec![0.0; missing];
        sound.extend(self.part(from, segment.to + REACH as u64));
        sound.resize((segment.to - segment.from) as usize + 2 * REACH, 0.0);
        sound
    }
}
