//! How much of real time a long two-channel recording takes, and how much of that is what.
//!
//! `cargo run --release -p segue-speech --example speed -- CALL en|ru [MINUTES] [COMMAND...]`
//!
//! The recording is the call again and again, each time at another speed and level, with pauses. A
//! command is run on the same recording, its path added at the end, and compared as a ratio.

use segue_core::Lang;
use segue_speech::SAMPLE_RATE;
use segue_speech::decode::Sound;
use segue_speech::models::Shelf;
use segue_speech::recognise::Whisper;
use segue_speech::resample::Resampler;
use segue_speech::vad::{Vad, VadSettings};
use std::io::{Cursor, Write};
use std::time::Instant;

/// Samples a second of the recording: as voice over the net often has.
const RATE: u32 = 24_000;
/// Seconds of silence between the repetitions.
const PAUSE: f32 = 20.0;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [call, lang, rest @ ..] = &args[..] else { return Err("usage: speed CALL en|ru [MINUTES] [COMMAND...]".into()) };
    let lang = if lang == "ru" { Lang::Ru } else { Lang::En };
    let minutes: f32 = rest.first().map_or(Ok(60.0), |minutes| minutes.parse())?;
    let recording = wave(&long_call(&sides_of(call)?, minutes * 60.0));
    let seconds = f64::from(minutes) * 60.0;
    println!("{minutes} minutes, two channels, {} cores", std::thread::available_parallelism()?);

    let (decoding, sides) = timed(|| sides_16k(&recording));
    println!("reading and resampling      {:.4} of real time", decoding / seconds);
    let (listening, segments) =
        timed(|| sides.iter().map(|side| Vad::segments(side, VadSettings::default()).map(|s| s.len())).sum::<Result<usize, _>>());
    println!("voice activity, one thread  {:.4} of real time; {} pieces", listening / seconds, segments?);
    drop(sides);

    let shelf = Shelf::of_user()?;
    let model = shelf.strongest().ok_or("no model is here: run the example fetch_model first")?;
    let mut whisper = Whisper::from_shelf(&shelf, model)?;
    let source = Cursor::new(recording.clone());
    let (whole, transcript) = timed(|| {
        segue_speech::transcribe(source, segue_speech::HearOptions { lang, ui: segue_core::Lang::En }, &mut whisper, |_| {})
    });
    let utterances = transcript?.utterances;
    let spoken: f64 = utterances.iter().map(segue_core::Utterance::seconds).sum();
    println!(
        "all of it, {:<16} {:.4} of real time; {} utterances, speech in {:.0}% of the time",
        model.name,
        whole / seconds,
        utterances.len(),
        100.0 * spoken / seconds
    );
    if let Some((program, args)) = rest.get(1..).and_then(<[String]>::split_first) {
        let file = tempfile::Builder::new().suffix(".wav").tempfile()?;
        file.as_file().write_all(&recording)?;
        let (other, status) = timed(|| std::process::Command::new(program).args(args).arg(file.path()).status());
        println!("{program}: {:.4} of real time, {:.2} times segue's ({})", other / seconds, other / whole, status?);
    }
    Ok(())
}

fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let begun = Instant::now();
    let result = work();
    (begun.elapsed().as_secs_f64(), result)
}

/// The two channels of a call at [`RATE`].
fn sides_of(path: &str) -> Result<[Vec<f32>; 2], segue_speech::SpeechError> {
    let mut sound = Sound::open(std::fs::File::open(path).map_err(segue_speech::SpeechError::Io)?)?;
    let mut sides = [Vec::new(), Vec::new()];
    while let Some(block) = sound.next_block() {
        for (side, samples) in sides.iter_mut().zip(block.channels) {
            // Two samples' mean is filter enough from 48 to 24 kHz for a measurement of time.
            side.extend(
                samples
                    .chunks_exact(block.rate as usize / RATE as usize)
                    .map(|pair| pair.iter().sum::<f32>() / pair.len() as f32),
            );
        }
    }
    Ok(sides)
}

/// The call again and again, each time a little faster or slower, louder or quieter.
fn long_call(call: &[Vec<f32>; 2], seconds: f32) -> [Vec<f32>; 2] {
    let samples = (seconds * RATE as f32) as usize;
    [0, 1].map(|side| {
        let (source, mut long, mut turn) = (&call[side], Vec::with_capacity(samples), 0_u32);
        while long.len() < samples {
            let (speed, level) = (0.94 + 0.02 * (turn % 7) as f32, 0.6 + 0.1 * (turn % 5) as f32);
            let length = (source.len() as f32 / speed) as usize;
            long.extend((0..length).map(|n| {
                let at = n as f32 * speed;
                let (whole, part) = (at as usize, at.fract());
                level * (source[whole] * (1.0 - part) + source.get(whole + 1).unwrap_or(&0.0) * part)
            }));
            // The hiss of the first moments goes on in the pause.
            long.extend(source[..RATE as usize / 4].iter().cycle().take((PAUSE * RATE as f32) as usize).map(|s| s * level));
            turn += 1;
        }
        long.truncate(samples);
        long
    })
}

fn sides_16k(recording: &[u8]) -> Vec<Vec<f32>> {
    let mut sides: Vec<(Resampler, Vec<f32>)> = Vec::new();
    if let Ok(mut sound) = Sound::open(Cursor::new(recording.to_vec())) {
        while let Some(block) = sound.next_block() {
            sides.resize_with(block.channels.len(), || {
                (Resampler::new(block.rate), Vec::with_capacity(SAMPLE_RATE as usize * 60))
            });
            sides.iter_mut().zip(block.channels).for_each(|((resampler, side), samples)| resampler.push(samples, side));
        }
    }
    sides.into_iter().map(|(_, side)| side).collect()
}

/// A wav file of 16 bits.
fn wave(sides: &[Vec<f32>; 2]) -> Vec<u8> {
    let bytes = (sides[0].len() * 4) as u32;
    let mut file = b"RIFF".to_vec();
    file.extend((36 + bytes).to_le_bytes());
    file.extend(b"WAVEfmt \x10\0\0\0\x01\0\x02\0");
    file.extend(RATE.to_le_bytes());
    file.extend((RATE * 4).to_le_bytes());
    file.extend(b"\x04\0\x10\0data");
    file.extend(bytes.to_le_bytes());
    for (left, right) in sides[0].iter().zip(&sides[1]) {
        for sample in [left, right] {
            file.extend(((sample.clamp(-1.0, 1.0) * 32_767.0) as i16).to_le_bytes());
        }
    }
    file
}
