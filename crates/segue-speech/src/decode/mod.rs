//! Sound files → samples, piece by piece, so that an hour takes no more memory than a second.
//!
//! What a file is, is told by its content and never by its name.

mod whole;

use crate::error::{Fault, SpeechError};
use std::io::{ErrorKind, Read, Seek, SeekFrom};
use std::ops::RangeInclusive;
use std::sync::LazyLock;
use symphonia::core::codecs::audio::{AudioDecoder, AudioDecoderOptions};
use symphonia::core::codecs::registry::CodecRegistry;
use symphonia::core::errors::Error;
use symphonia::core::formats::probe::Hint;
use symphonia::core::formats::{FormatOptions, FormatReader, TrackType};
use symphonia::core::io::{MediaSource, MediaSourceStream, MediaSourceStreamOptions};
use symphonia::core::meta::MetadataOptions;
use symphonia::core::units::TimeBase;

static CODECS: LazyLock<CodecRegistry> = LazyLock::new(|| {
    let mut codecs = CodecRegistry::new();
    symphonia::default::register_enabled_codecs(&mut codecs);
    codecs.register_audio_decoder::<symphonia_adapter_libopus::OpusDecoder>();
    codecs
});

/// A jump in a file's clock of more seconds than this is silence that was not recorded.
const GAP: f64 = 0.2;
/// The longest such silence that is believed, in seconds; beyond it the clock is wrong.
const LONGEST_GAP: f64 = 3600.0;
/// Samples a second that a recording may have; anything else is damage.
const RATES: RangeInclusive<u32> = 4_000..=384_000;
/// A file that ends so many seconds before it should is cut.
const SLACK: f64 = 1.0;
/// Damaged pieces in a row after which the rest is given up.
const PATIENCE: usize = 500;

/// Samples of all channels, from −1 to 1, at the file's own rate.
pub struct Block<'a> {
    /// Samples a second.
    pub rate: u32,
    /// One slice a channel, all of the same length.
    pub channels: &'a [Vec<f32>],
}

/// A sound file being read.
pub struct Sound {
    format: Box<dyn FormatReader>,
    decoder: Box<dyn AudioDecoder>,
    track: u32,
    time_base: Option<TimeBase>,
    start: i64,
    planes: Vec<Vec<f32>>,
    rate: u32,
    seconds: f64,
    expected: Option<f64>,
    damaged: Option<(usize, f64)>,
    damaged_in_row: usize,
    cut: bool,
    /// The container itself tells that its end is missing.
    broken_off: bool,
    /// Samples of silence that are still to come before the block that waits in the decoder.
    silence: usize,
    waiting: bool,
}

impl Sound {
    /// Opens a file and reads its first piece, to know that there is anything to hear.
    ///
    /// # Errors
    /// As [`Sound::open`]; and [`SpeechError::NoSoundTrack`] if nothing follows the head.
    pub fn probe(source: impl Read + Seek + Send + Sync + 'static) -> Result<(), SpeechError> {
        let heard = Self::open(source)?.next_block().is_some();
        heard.then_some(()).ok_or(SpeechError::NoSoundTrack)
    }

    /// Opens a file by its content.
    ///
    /// # Errors
    /// [`SpeechError::NotSound`], [`SpeechError::Incomplete`], [`SpeechError::NoSoundTrack`] or [`SpeechError::UnknownCoding`].
    pub fn open(mut source: impl Read + Seek + Send + Sync + 'static) -> Result<Self, SpeechError> {
        let whole = whole::is_whole(&mut source).map_err(SpeechError::Io)?;
        let source = Seekable::new(source).map_err(SpeechError::Io)?;
        let source = MediaSourceStream::new(Box::new(source), MediaSourceStreamOptions::default());
        let format = symphonia::default::get_probe()
            .probe(&Hint::new(), source, FormatOptions::default(), MetadataOptions::default())
            .map_err(|error| match error {
                Error::IoError(error) if error.kind() != ErrorKind::UnexpectedEof => SpeechError::Io(error),
                _ if !whole => SpeechError::Incomplete,
                _ => SpeechError::NotSound,
            })?;
        let track = format.default_track(TrackType::Audio).or_else(|| format.first_track(TrackType::Audio));
        let track = track.ok_or(SpeechError::NoSoundTrack)?;
        let parameters =
            track.codec_params.as_ref().and_then(|parameters| parameters.audio()).ok_or(SpeechError::UnknownCoding)?;
        let decoder =
            CODECS.make_audio_decoder(parameters, &AudioDecoderOptions::default()).map_err(|_| SpeechError::UnknownCoding)?;
        let by_frames = || Some(track.num_frames? as f64 / f64::from(parameters.sample_rate?));
        let by_clock = || Some(seconds_of(i64::try_from(track.duration?.get()).ok()?, track.time_base?));
        let expected = by_clock().or_else(by_frames).filter(|seconds| *seconds > 0.0);
        let (track, time_base, start) = (track.id, track.time_base, track.start_ts.get());
        Ok(Self {
            format,
            decoder,
            track,
            time_base,
            start,
            planes: Vec::new(),
            rate: 0,
            seconds: 0.0,
            expected,
            damaged: None,
            damaged_in_row: 0,
            cut: false,
            broken_off: !whole,
            silence: 0,
            waiting: false,
        })
    }

    /// Length in seconds, as the file says.
    pub fn expected_seconds(&self) -> Option<f64> {
        self.expected
    }

    /// Seconds read so far.
    pub fn seconds(&self) -> f64 {
        self.seconds
    }

    /// What was wrong with the file; known when it has been read to the end.
    pub fn faults(&self) -> impl Iterator<Item = Fault> {
        let damaged = self.damaged.map(|(pieces, first)| Fault::Damaged(pieces, first));
        let short = self.expected.is_some_and(|expected| self.seconds + SLACK < expected);
        let cut = (self.cut || self.broken_off || short).then_some(Fault::Cut(self.seconds));
        damaged.into_iter().chain(cut)
    }

    /// The next samples; `None` at the end. A damaged piece is left out, and its place is silent
    /// where the file's clock tells how long it was.
    pub fn next_block(&mut self) -> Option<Block<'_>> {
        if self.waiting {
            return self.block_behind_silence();
        }
        loop {
            let packet = match self.format.next_packet() {
                Ok(Some(packet)) => packet,
                Ok(None) => return None,
                Err(Error::ResetRequired) => {
                    // Another stream is chained on; go on if the decoder takes it.
                    self.decoder.reset();
                    self.mark_damage()?;
                    continue;
                }
                Err(Error::DecodeError(_)) => {
                    self.mark_damage()?;
                    continue;
                }
                // Some containers end like this; whether too early, the length they promised tells.
                Err(Error::IoError(error)) if error.kind() == ErrorKind::UnexpectedEof => return None,
                Err(_) => {
                    self.cut = true;
                    return None;
                }
            };
            if packet.track_id != self.track {
                continue;
            }
            let gap = self.gap_before(packet.pts.get());
            match self.decoder.decode(&packet) {
                Ok(samples) if samples.frames() == 0 => {}
                Ok(samples) if RATES.contains(&samples.spec().rate()) => {
                    self.rate = samples.spec().rate();
                    self.damaged_in_row = 0;
                    if gap > 0.0 && !self.planes.is_empty() {
                        // The decoder keeps the block until the silence before it has been given.
                        self.silence = (gap * f64::from(self.rate)) as usize;
                        self.waiting = true;
                        return self.block_behind_silence();
                    }
                    samples.copy_to_vecs_planar(&mut self.planes);
                    return self.block();
                }
                _ => self.mark_damage()?,
            }
        }
    }

    /// Up to a second of the silence; and when it is over, the block behind it.
    fn block_behind_silence(&mut self) -> Option<Block<'_>> {
        let frames = self.silence.min(self.rate as usize);
        self.silence -= frames;
        if frames == 0 {
            self.waiting = false;
            self.decoder.last_decoded().copy_to_vecs_planar(&mut self.planes);
        } else {
            for plane in &mut self.planes {
                plane.clear();
                plane.resize(frames, 0.0);
            }
        }
        self.block()
    }

    fn block(&mut self) -> Option<Block<'_>> {
        let frames = self.planes.first().map_or(0, Vec::len);
        self.seconds += frames as f64 / f64::from(self.rate.max(1));
        (self.rate > 0).then_some(Block { rate: self.rate, channels: &self.planes })
    }

    /// Seconds by which the file's clock is ahead of the samples that were read.
    fn gap_before(&self, moment: i64) -> f64 {
        let Some(time_base) = self.time_base else { return 0.0 };
        let gap = seconds_of(moment.saturating_sub(self.start), time_base) - self.seconds;
        if (GAP..LONGEST_GAP).contains(&gap) { gap } else { 0.0 }
    }

    /// Counts a damaged piece; `None` when there were too many in a row to go on.
    fn mark_damage(&mut self) -> Option<()> {
        let (pieces, first) = self.damaged.unwrap_or((0, self.seconds));
        self.damaged = Some((pieces + 1, first));
        self.damaged_in_row += 1;
        self.cut |= self.damaged_in_row > PATIENCE;
        (!self.cut).then_some(())
    }
}

fn seconds_of(ticks: i64, base: TimeBase) -> f64 {
    ticks as f64 * f64::from(base.numer.get()) / f64::from(base.denom.get())
}

/// Any reader that can seek, as symphonia wants it.
struct Seekable<R> {
    reader: R,
    length: u64,
    /// `WebM` is read straight through: a cut one has lost the tables at its end, which its reader
    /// would look for, and what lies before the cut would be lost too.
    straight: bool,
}

/// How Matroska and `WebM` begin.
const MATROSKA: [u8; 4] = [0x1a, 0x45, 0xdf, 0xa3];

impl<R: Read + Seek> Seekable<R> {
    fn new(mut reader: R) -> std::io::Result<Self> {
        let length = reader.seek(SeekFrom::End(0))?;
        reader.seek(SeekFrom::Start(0))?;
        let mut magic = [0; 4];
        let known = reader.read_exact(&mut magic).is_ok();
        reader.seek(SeekFrom::Start(0))?;
        Ok(Self { reader, length, straight: known && magic == MATROSKA })
    }
}

impl<R: Read> Read for Seekable<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        self.reader.read(into)
    }
}

impl<R: Seek> Seek for Seekable<R> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.reader.seek(to)
    }
}

impl<R: Read + Seek + Send + Sync> MediaSource for Seekable<R> {
    fn is_seekable(&self) -> bool {
        !self.straight
    }

    fn byte_len(&self) -> Option<u64> {
        (!self.straight).then_some(self.length)
    }
}
