//! Probabilities of speech → segments: hysteresis, shortest speech and silence, longest segment.

use super::FRAME;
use crate::SAMPLE_RATE;

/// When speech begins and ends. Seconds, and probabilities from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VadSettings {
    /// Probability at which speech begins.
    pub on: f32,
    /// Probability under which silence begins; between the two it stays as it was.
    pub off: f32,
    /// Shorter speech is taken for a noise.
    pub shortest_speech: f64,
    /// A shorter silence does not end a segment.
    pub shortest_silence: f64,
    /// Kept before and after, so that no first or last sound is lost.
    pub pad: f64,
    /// A longer segment is split at its quietest frame.
    pub longest: f64,
}

impl Default for VadSettings {
    fn default() -> Self {
        Self { on: 0.5, off: 0.35, shortest_speech: 0.25, shortest_silence: 0.5, pad: 0.1, longest: 25.0 }
    }
}

/// A stretch of speech, in samples at 16 kHz from the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// First sample.
    pub from: u64,
    /// One after the last sample.
    pub to: u64,
}

impl Segment {
    /// Start in seconds.
    pub fn start(self) -> f64 {
        self.from as f64 / f64::from(SAMPLE_RATE)
    }

    /// End in seconds.
    pub fn end(self) -> f64 {
        self.to as f64 / f64::from(SAMPLE_RATE)
    }

    /// Length in seconds.
    pub fn seconds(self) -> f64 {
        self.end() - self.start()
    }
}

/// What voice activity tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VadEvent {
    /// Somebody has begun to speak, at that sample; told once it is sure.
    SpeechStart {
        /// First sample of the speech.
        at: u64,
    },
    /// The speech that began last is over.
    SpeechEnd(Segment),
}

impl VadEvent {
    /// The segment, if one is complete.
    pub fn segment(self) -> Option<Segment> {
        match self {
            Self::SpeechEnd(segment) => Some(segment),
            Self::SpeechStart { .. } => None,
        }
    }
}

/// Speech going on, in frames.
struct Speech {
    from: u64,
    silent_since: Option<u64>,
    announced: bool,
    /// Mean square of each frame since `from`.
    levels: Vec<f32>,
}

pub(super) struct Segmenter {
    settings: VadSettings,
    /// Frames seen.
    frames: u64,
    /// Sample that the last segment ended at.
    ended: u64,
    speech: Option<Speech>,
}

impl Segmenter {
    pub fn new(settings: VadSettings) -> Self {
        Self { settings, frames: 0, ended: 0, speech: None }
    }

    pub fn frame(&mut self, probability: f32, level: f32, events: &mut Vec<VadEvent>) {
        let frame = self.frames;
        self.frames += 1;
        if self.speech.is_none() && probability >= self.settings.on {
            self.speech = Some(Speech { from: frame, silent_since: None, announced: false, levels: Vec::new() });
        }
        let Some(speech) = &mut self.speech else { return };
        speech.levels.push(level);
        if probability >= self.settings.on {
            speech.silent_since = None;
        } else if probability < self.settings.off {
            speech.silent_since.get_or_insert(frame);
        }
        let silence = speech.silent_since.map_or(0, |since| self.frames - since);
        if silence >= frames_in(self.settings.shortest_silence) {
            self.close(frame + 1 - silence, u64::MAX, events);
        } else if self.long_enough(self.frames - silence) {
            self.announce(events);
            self.split_if_too_long(events);
        }
    }

    pub fn finish(&mut self, samples: u64, events: &mut Vec<VadEvent>) {
        if let Some(speech) = &self.speech {
            self.close(speech.silent_since.unwrap_or(self.frames), samples, events);
        }
    }

    pub fn speaking(&self) -> bool {
        self.speech.as_ref().is_some_and(|speech| speech.announced)
    }

    pub fn settled(&self) -> u64 {
        let from = self.speech.as_ref().map_or(self.frames, |speech| speech.from);
        self.padded_start(from)
    }

    fn long_enough(&self, end: u64) -> bool {
        self.speech.as_ref().is_some_and(|speech| end.saturating_sub(speech.from) >= frames_in(self.settings.shortest_speech))
    }

    fn padded_start(&self, frame: u64) -> u64 {
        (frame * FRAME as u64).saturating_sub(samples_in(self.settings.pad)).max(self.ended)
    }

    fn announce(&mut self, events: &mut Vec<VadEvent>) {
        let Some(from) = self.speech.as_ref().filter(|speech| !speech.announced).map(|speech| speech.from) else { return };
        events.push(VadEvent::SpeechStart { at: self.padded_start(from) });
        self.speech.iter_mut().for_each(|speech| speech.announced = true);
    }

    /// Ends the speech before frame `end`, no later than sample `last`.
    fn close(&mut self, end: u64, last: u64, events: &mut Vec<VadEvent>) {
        if self.long_enough(end) {
            self.announce(events);
            let Some(speech) = self.speech.take() else { return };
            let from = self.padded_start(speech.from);
            let to = (end * FRAME as u64 + samples_in(self.settings.pad)).min(last);
            events.push(VadEvent::SpeechEnd(Segment { from, to }));
            self.ended = to;
        }
        self.speech = None;
    }

    /// Splits at the quietest frame of the second half, so that no word is cut if there is a gap.
    fn split_if_too_long(&mut self, events: &mut Vec<VadEvent>) {
        let longest = frames_in(self.settings.longest) as usize;
        let Some(speech) = self.speech.as_mut().filter(|speech| speech.levels.len() >= longest) else { return };
        // A frame with its neighbours: one quiet frame within a sound is no gap.
        let around = |at: usize| speech.levels[at - 1] + speech.levels[at] + speech.levels[at + 1];
        let quietest = (longest / 2..longest - 1).min_by(|&a, &b| around(a).total_cmp(&around(b))).unwrap_or(longest - 1);
        let rest = speech.levels.split_off(quietest);
        let (from, cut) = (speech.from, speech.from + quietest as u64);
        let silent_since = speech.silent_since.map(|since| since.max(cut));
        let segment = Segment { from: self.padded_start(from), to: cut * FRAME as u64 };
        events.push(VadEvent::SpeechEnd(segment));
        self.ended = segment.to;
        self.speech = Some(Speech { from: cut, silent_since, announced: true, levels: rest });
        events.push(VadEvent::SpeechStart { at: segment.to });
    }
}

/// Whole frames in so many seconds, rounded.
fn frames_in(seconds: f64) -> u64 {
    (seconds * f64::from(SAMPLE_RATE) / FRAME as f64).round() as u64
}

fn samples_in(seconds: f64) -> u64 {
    (seconds * f64::from(SAMPLE_RATE)).round() as u64
}

#[cfg(test)]
mod tests {
    use super::{FRAME, Segment, Segmenter, VadEvent, VadSettings, frames_in};

    /// Runs `(probability, seconds)` stretches; levels dip at the seconds given. Segments in seconds.
    fn segments(stretches: &[(f32, f64)], dip: f64) -> Vec<(f64, f64)> {
        let (mut segmenter, mut events, mut at) = (Segmenter::new(VadSettings::default()), Vec::new(), 0);
        for &(probability, seconds) in stretches {
            for _ in 0..frames_in(seconds) {
                let quiet = frames_in(dip).abs_diff(at) <= 1;
                segmenter.frame(probability, if quiet { 1e-6 } else { 0.01 }, &mut events);
                at += 1;
            }
        }
        segmenter.finish(at * FRAME as u64, &mut events);
        let starts = events.iter().filter(|event| matches!(event, VadEvent::SpeechStart { .. })).count();
        let segments: Vec<Segment> = events.into_iter().filter_map(VadEvent::segment).collect();
        assert_eq!(starts, segments.len(), "each start has its end");
        segments.into_iter().map(|s| ((s.start() * 10.0).round() / 10.0, (s.end() * 10.0).round() / 10.0)).collect()
    }

    /// What it is; probabilities with their seconds; segments.
    type Case = (&'static str, &'static [(f32, f64)], &'static [(f64, f64)]);

    #[test]
    fn segments_of_probabilities() {
        let cases: &[Case] = &[
            ("silence", &[(0.0, 5.0)], &[]),
            ("speech with pads", &[(0.0, 1.0), (0.9, 2.0), (0.0, 1.0)], &[(0.9, 3.1)]),
            ("a click is no speech", &[(0.0, 1.0), (0.9, 0.1), (0.0, 1.0)], &[]),
            ("a short gap does not part", &[(0.9, 1.0), (0.0, 0.3), (0.9, 1.0)], &[(0.0, 2.3)]),
            ("a long gap parts", &[(0.9, 1.0), (0.0, 0.8), (0.9, 1.0)], &[(0.0, 1.1), (1.7, 2.8)]),
            ("hesitation keeps what was", &[(0.9, 1.0), (0.4, 2.0), (0.0, 1.0)], &[(0.0, 3.1)]),
            ("hesitation begins nothing", &[(0.4, 3.0)], &[]),
            ("still speaking at the end", &[(0.0, 1.0), (0.9, 1.0)], &[(0.9, 2.0)]),
        ];
        for (name, stretches, expected) in cases {
            assert_eq!(&segments(stretches, -1.0), expected, "{name}");
        }
    }

    #[test]
    fn a_monologue_is_split_where_it_is_quietest() {
        assert_eq!(segments(&[(0.9, 40.0)], 20.0), [(0.0, 20.0), (20.0, 40.0)]);
    }

    #[test]
    fn endless_speech_never_makes_a_segment_over_the_longest() {
        let all = segments(&[(0.9, 300.0)], -1.0);
        assert!(all.len() >= 12 && all.iter().all(|(from, to)| to - from <= 25.2), "{all:?}");
        assert!(all.windows(2).all(|pair| (pair[0].1 - pair[1].0).abs() < 0.01), "no gap and no overlap");
    }
}
