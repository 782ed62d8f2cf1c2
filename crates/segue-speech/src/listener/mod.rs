//! Two sides of a call → pieces of speech with their speaker.
//!
//! The same for a recording and for a live call: sound goes in as it comes, clips come out when they
//! are over. Speech is first taken in short pieces, so that an echo right after my own words is told
//! from them; what is one speaker's without a longer silence is then joined.

mod side;

use crate::SAMPLE_RATE;
use crate::echo::{self, Likeness, REACH};
use crate::error::SpeechError;
use crate::vad::{Segment, VadSettings};
use segue_core::Role;
use side::Side;

/// A silence in seconds that parts the pieces that are compared with the other side.
const PIECE_SILENCE: f64 = 0.2;
/// Parts of a piece, cut where the other side begins or ends, are no shorter than this, in seconds.
const SHORTEST_PART: f64 = 0.3;
/// Where nobody knows who speaks, a silence of so many seconds may well be a change of speaker.
const SILENCE_BETWEEN_UNKNOWN: f64 = 0.3;
/// A side that has spoken for so many seconds in a recording without a word of the other: its channel may have both.
const ALONE: f64 = 10.0;
/// The shortest such piece in seconds.
const SHORTEST_PIECE: f64 = 0.1;
/// Sound of the other side that is waited for in a call under way, in seconds.
const LIVE_AHEAD: f64 = 0.1;
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
    settings: VadSettings,
    /// Samples of the other side after a piece that are waited for, to tell an echo.
    ahead: u64,
    /// A side may turn out to be both: in a recording, whose channels may be anything.
    may_be_both: bool,
}

#[derive(Clone, Copy)]
struct Open {
    segment: Segment,
    role: Role,
    /// Samples of speech in it, without the silence between its pieces.
    speech: u64,
}

impl Listener {
    /// For one channel (nobody knows who speaks) or two (me, the client).
    ///
    /// # Errors
    /// [`SpeechError::Engine`] if voice activity cannot start.
    pub fn new(two: bool, settings: VadSettings) -> Result<Self, SpeechError> {
        let roles: &[Role] = if two { &[Role::Me, Role::Client] } else { &[Role::Unknown] };
        let pieces = VadSettings {
            shortest_silence: settings.shortest_silence.min(PIECE_SILENCE),
            shortest_speech: settings.shortest_speech.min(SHORTEST_PIECE),
            ..settings
        };
        let sides = roles.iter().map(|&role| Side::new(role, pieces)).collect::<Result<_, _>>()?;
        Ok(Self { sides, settings, ahead: REACH as u64, may_be_both: true })
    }

    /// For me and the client in a call under way, where time counts: an echo comes later than what it
    /// repeats, so little is waited for. (In a recording, one clock may run before the other.)
    ///
    /// # Errors
    /// [`SpeechError::Engine`] if voice activity cannot start.
    pub fn live(settings: VadSettings) -> Result<Self, SpeechError> {
        Ok(Self { ahead: samples_in(LIVE_AHEAD), may_be_both: false, ..Self::new(true, settings)? })
    }

    /// Takes the next sound of each channel, from −1 to 1 at 16 kHz, and appends the clips that are
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

    /// Ends the sound and appends the last clips.
    ///
    /// # Errors
    /// [`SpeechError::Engine`] if voice activity fails.
    pub fn finish(&mut self, clips: &mut Vec<Clip>) -> Result<(), SpeechError> {
        self.each_side(false, |_, side| side.finish())?;
        self.release(true, clips);
        Ok(())
    }

    /// True while that side is in the middle of speech. A pause in a sentence is still the middle of it: who has
    /// not been silent long enough for the clip to be over has not finished.
    pub fn speaking(&self, role: Role) -> bool {
        let goes_on = |side: &Side| side.vad.speaking() || !side.waiting.is_empty() || side.open.is_some();
        self.sides.iter().any(|side| side.role == role && goes_on(side))
    }

    /// Where that is what a side has said and may be over with, if nothing more comes: for recognising
    /// it in advance.
    pub fn perhaps_over(&self, role: Role) -> Option<Segment> {
        let side = self.sides.iter().find(|side| side.role == role)?;
        let open = side.open.filter(|_| !side.vad.speaking() && side.waiting.is_empty())?;
        (open.speech >= samples_in(self.settings.shortest_speech + self.settings.pad)).then_some(open.segment)
    }

    /// The sound of what a side has said and may go on with.
    pub fn open_clip(&self, role: Role) -> Option<Clip> {
        let side = self.sides.iter().find(|side| side.role == role)?;
        let Open { segment, role, .. } = side.open?;
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

    /// Hands out the clips that are over; all of them at the end.
    fn release(&mut self, all: bool, clips: &mut Vec<Clip>) {
        let begun = clips.len();
        for index in 0..self.sides.len() {
            while let Some(&piece) = self.sides[index].waiting.front() {
                if !all && self.sides.iter().any(|side| side.heard() < piece.to + self.ahead) {
                    break;
                }
                self.sides[index].waiting.pop_front();
                for part in self.parts(index, piece) {
                    let role = self.speaker(index, part);
                    self.add(index, part, role, clips);
                }
            }
            let side = &self.sides[index];
            let over =
                |open: &Open| side.waiting.is_empty() && side.vad.settled() >= open.segment.to + self.join_gap(index, open.role);
            if all || side.open.as_ref().is_some_and(over) {
                self.close(index, clips);
            }
        }
        clips[begun..].sort_by_key(|clip| clip.segment.from);
        let needed = self.sides.iter().map(Side::needed_from).min().unwrap_or(0);
        self.sides.iter_mut().for_each(|side| side.forget_before(needed));
    }

    /// A piece, cut where the other side begins or ends to speak: an echo goes over into my own words
    /// there. If it is all one speaker's, the parts are joined again.
    fn parts(&self, index: usize, piece: Segment) -> Vec<Segment> {
        let (pad, shortest) = (samples_in(self.settings.pad), samples_in(SHORTEST_PART));
        let others = self.sides.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, side)| side);
        let mut cuts: Vec<u64> = others
            .flat_map(|side| {
                let spoken = side.spoken.iter().flat_map(|segment| [segment.from + pad, segment.to.saturating_sub(pad)]);
                spoken.chain([side.vad.settled() + pad])
            })
            .collect();
        cuts.sort_unstable();
        let (mut parts, mut from) = (Vec::new(), piece.from);
        for cut in cuts {
            if cut >= from + shortest && cut + shortest <= piece.to {
                parts.push(Segment { from, to: cut });
                from = cut;
            }
        }
        parts.push(Segment { from, to: piece.to });
        parts
    }

    /// Who speaks in a piece; `None` if it came over from the other side.
    fn speaker(&self, index: usize, piece: Segment) -> Option<Role> {
        let (side, other) = (&self.sides[index], self.sides.iter().enumerate().find(|(other, _)| *other != index));
        let likeness =
            other.map_or(Likeness::Own, |(_, other)| echo::likeness(&side.part(piece.from, piece.to), &other.around(piece)));
        match likeness {
            Likeness::Own => Some(side.role),
            Likeness::Same if index == 0 => Some(Role::Unknown),
            Likeness::Same | Likeness::Echo => None,
        }
    }

    /// Joins a piece to the clip before it, or begins a new one.
    fn add(&mut self, index: usize, piece: Segment, role: Option<Role>, clips: &mut Vec<Clip>) {
        let longest = samples_in(self.settings.longest);
        let gap = role.map_or(0, |role| self.join_gap(index, role));
        if let (Some(open), Some(role)) = (&mut self.sides[index].open, role)
            && open.role == role
            && piece.from < open.segment.to + gap
            && piece.to - open.segment.from <= longest
        {
            open.segment.to = piece.to;
            open.speech += piece.to - piece.from;
            return;
        }
        self.close(index, clips);
        self.sides[index].open = role.map(|role| Open { segment: piece, role, speech: piece.to - piece.from });
    }

    fn close(&mut self, index: usize, clips: &mut Vec<Clip>) {
        let Some(open) = self.sides[index].open.take() else { return };
        // The pads before and after are no speech.
        if open.speech >= samples_in(self.settings.shortest_speech + self.settings.pad) {
            let samples = self.sides[index].part(open.segment.from, open.segment.to);
            clips.push(Clip { segment: open.segment, role: open.role, samples });
        }
    }

    /// Pieces of a side with their pads that are nearer than this belong together, in samples.
    fn join_gap(&self, index: usize, role: Role) -> u64 {
        let silence = if role == Role::Unknown || self.is_alone(index) {
            self.settings.shortest_silence.min(SILENCE_BETWEEN_UNKNOWN)
        } else {
            self.settings.shortest_silence
        };
        samples_in(silence - 2.0 * self.settings.pad)
    }

    /// True if only this side has spoken so far, and long enough to be both.
    fn is_alone(&self, index: usize) -> bool {
        let others = self.sides.iter().enumerate().filter(|(other, _)| *other != index);
        self.may_be_both && self.sides[index].speech > samples_in(ALONE) && others.map(|(_, side)| side.speech).sum::<u64>() == 0
    }
}

fn samples_in(seconds: f64) -> u64 {
    (seconds.max(0.0) * f64::from(SAMPLE_RATE)) as u64
}
