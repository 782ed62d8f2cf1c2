//! Voice activity: where somebody speaks, told while the sound comes in.

mod network;
mod segmenter;

use crate::error::SpeechError;
use network::Network;
use segmenter::Segmenter;
pub use segmenter::{Segment, VadEvent, VadSettings};

/// Samples of one frame, 32 ms: what the network looks at.
pub const FRAME: usize = 512;
/// Frames that go through the network at once when there are many; more is hardly faster.
const BATCH: usize = 64;

/// Voice activity of one channel at 16 kHz.
///
/// Sound goes in in pieces of any length; the events are the same however it is cut.
pub struct Vad {
    network: Network,
    segmenter: Segmenter,
    waiting: Vec<f32>,
    probabilities: Vec<f32>,
    taken: u64,
}

impl Vad {
    /// For one channel.
    ///
    /// # Errors
    /// [`SpeechError::Engine`] if the embedded network cannot be loaded.
    pub fn new(settings: VadSettings) -> Result<Self, SpeechError> {
        Ok(Self {
            network: Network::new()?,
            segmenter: Segmenter::new(settings),
            waiting: Vec::new(),
            probabilities: Vec::new(),
            taken: 0,
        })
    }

    /// Takes the next samples, from −1 to 1 at 16 kHz, and appends what they tell.
    ///
    /// # Errors
    /// [`SpeechError::Engine`] if the network fails.
    pub fn push(&mut self, samples: &[f32], events: &mut Vec<VadEvent>) -> Result<(), SpeechError> {
        self.taken += samples.len() as u64;
        self.waiting.extend_from_slice(samples);
        let whole = self.waiting.len() / FRAME * FRAME;
        for batch in self.waiting[..whole].chunks(FRAME * BATCH) {
            self.probabilities.clear();
            self.network.probabilities(batch, &mut self.probabilities)?;
            for (frame, &probability) in batch.chunks_exact(FRAME).zip(&self.probabilities) {
                self.segmenter.frame(probability, level(frame), events);
            }
        }
        self.waiting.drain(..whole);
        Ok(())
    }

    /// Ends the sound: speech that is still going on ends with it.
    ///
    /// # Errors
    /// [`SpeechError::Engine`] if the network fails.
    pub fn finish(&mut self, events: &mut Vec<VadEvent>) -> Result<(), SpeechError> {
        let taken = self.taken;
        if !self.waiting.is_empty() {
            let missing = FRAME - self.waiting.len();
            self.push(&vec![0.0; missing], events)?;
        }
        self.segmenter.finish(taken, events);
        Ok(())
    }

    /// Samples up to which silence or speech is settled: no later event reaches back before it.
    pub fn settled(&self) -> u64 {
        self.segmenter.settled()
    }

    /// True while somebody speaks.
    pub fn speaking(&self) -> bool {
        self.segmenter.speaking()
    }

    /// All segments of a sound that is there as a whole.
    ///
    /// # Errors
    /// [`SpeechError::Engine`] if the network fails.
    pub fn segments(samples: &[f32], settings: VadSettings) -> Result<Vec<Segment>, SpeechError> {
        let (mut vad, mut events) = (Self::new(settings)?, Vec::new());
        vad.push(samples, &mut events)?;
        vad.finish(&mut events)?;
        Ok(events.into_iter().filter_map(VadEvent::segment).collect())
    }
}

/// Mean square of a frame.
fn level(frame: &[f32]) -> f32 {
    frame.iter().map(|sample| sample * sample).sum::<f32>() / frame.len().max(1) as f32
}
