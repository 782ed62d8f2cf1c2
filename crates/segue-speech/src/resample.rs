//! Any rate → 16 kHz, one channel at a time, in a stream.

use crate::SAMPLE_RATE;
use rubato::audioadapter_buffers::direct::InterleavedSlice;
use rubato::{Fft, FixedSync, Resampler as _};

/// Frames that go through the transform at a time.
const CHUNK: usize = 1024;

/// Brings one channel to 16 kHz. The sound stays in its place: the delay of the filter is taken off.
pub struct Resampler {
    filter: Option<Fft<f32>>,
    waiting: Vec<f32>,
    chunk: Vec<f32>,
    delay: usize,
    read: u64,
    written: u64,
    rate: u32,
}

impl Resampler {
    /// For samples at `rate` a second. A rate that no filter can be made for passes through.
    pub fn new(rate: u32) -> Self {
        let make = || Fft::new(rate as usize, SAMPLE_RATE as usize, CHUNK, 1, FixedSync::Both).ok();
        let filter = (rate != SAMPLE_RATE).then(make).flatten();
        let delay = filter.as_ref().map_or(0, Fft::output_delay);
        Self { filter, waiting: Vec::new(), chunk: Vec::new(), delay, read: 0, written: 0, rate }
    }

    /// Samples a second that it takes.
    pub fn rate(&self) -> u32 {
        self.rate
    }

    /// Takes samples and appends what is ready.
    pub fn push(&mut self, samples: &[f32], out: &mut Vec<f32>) {
        self.read += samples.len() as u64;
        let Some(filter) = &mut self.filter else {
            out.extend_from_slice(samples);
            return;
        };
        self.waiting.extend_from_slice(samples);
        let (size, most) = (filter.input_frames_next(), filter.output_frames_max());
        self.chunk.resize(most, 0.0);
        let whole = self.waiting.len() / size * size;
        for piece in self.waiting[..whole].chunks_exact(size) {
            let (Ok(input), Ok(mut output)) =
                (InterleavedSlice::new(piece, 1, size), InterleavedSlice::new_mut(&mut self.chunk, 1, most))
            else {
                continue;
            };
            let ready = filter.process_into_buffer(&input, &mut output, None).map_or(0, |(_, ready)| ready);
            let skipped = self.delay.min(ready);
            self.delay -= skipped;
            self.written += (ready - skipped) as u64;
            out.extend_from_slice(&self.chunk[skipped..ready]);
        }
        self.waiting.drain(..whole);
    }

    /// Appends the rest, so that there is as much sound after as before.
    pub fn finish(&mut self, out: &mut Vec<f32>) {
        if self.filter.is_none() {
            return;
        }
        let wanted = self.read * u64::from(SAMPLE_RATE) / u64::from(self.rate);
        let silence = vec![0.0; CHUNK];
        while self.written < wanted {
            let before = self.written;
            let read = self.read;
            for _ in 0..4 {
                self.push(&silence, out);
            }
            self.read = read;
            if self.written == before {
                break;
            }
        }
        out.truncate(out.len().saturating_sub(self.written.saturating_sub(wanted) as usize));
        self.written = wanted;
    }
}

#[cfg(test)]
mod tests {
    use super::Resampler;
    use std::f32::consts::TAU;

    fn tone(rate: u32, hertz: f32, seconds: f32) -> Vec<f32> {
        (0..(rate as f32 * seconds) as usize).map(|n| 0.5 * (TAU * hertz * n as f32 / rate as f32).sin()).collect()
    }

    /// Energy of the difference to a tone made at 16 kHz, against the energy of the tone.
    fn error(rate: u32, block: usize) -> f32 {
        let (mut resampler, mut heard) = (Resampler::new(rate), Vec::new());
        for piece in tone(rate, 440.0, 1.0).chunks(block) {
            resampler.push(piece, &mut heard);
        }
        resampler.finish(&mut heard);
        let right = tone(16_000, 440.0, 1.0);
        assert!(heard.len().abs_diff(right.len()) <= 1, "{rate}: {} samples", heard.len());
        let middle = 800..15_200;
        let squared = |values: &mut dyn Iterator<Item = f32>| values.map(|v| v * v).sum::<f32>();
        squared(&mut heard[middle.clone()].iter().zip(&right[middle.clone()]).map(|(a, b)| a - b))
            / squared(&mut right[middle].iter().copied())
    }

    #[test]
    fn a_tone_stays_the_same_tone_in_the_same_place() {
        for rate in [8_000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000] {
            for block in [100, 1_152, 20_000] {
                let error = error(rate, block);
                // The filter's delay is a whole number of samples; up to one is left.
                assert!(error < 0.02, "{rate} Hz in blocks of {block}: {error}");
            }
        }
    }
}
