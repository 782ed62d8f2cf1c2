//! Every container and coding that is promised, and what damage does to them.

use segue_speech::decode::Sound;
use segue_speech::{Fault, SpeechError};
use std::io::Cursor;

fn file(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/sounds/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// Rate, channels, and what was wrong.
type Read = (u32, Vec<Vec<f32>>, Vec<Fault>);

fn read(bytes: Vec<u8>) -> Result<Read, SpeechError> {
    let (mut sound, mut rate, mut channels) = (Sound::open(Cursor::new(bytes))?, 0, Vec::<Vec<f32>>::new());
    while let Some(block) = sound.next_block() {
        rate = block.rate;
        channels.resize(block.channels.len().max(channels.len()), Vec::new());
        channels.iter_mut().zip(block.channels).for_each(|(channel, samples)| channel.extend(samples));
    }
    Ok((rate, channels, sound.faults().collect()))
}

/// Strength of a tone in a sound.
fn strength(samples: &[f32], rate: u32, hertz: f32) -> f32 {
    let turn = std::f32::consts::TAU * hertz / rate as f32;
    let part = |wave: fn(f32) -> f32| samples.iter().enumerate().map(|(n, s)| s * wave(turn * n as f32)).sum::<f32>();
    part(f32::sin).hypot(part(f32::cos)) / samples.len() as f32
}

const STEREO: [&str; 14] = [
    "pcm16.wav",
    "pcm24.wav",
    "float.wav",
    "mulaw.wav",
    "tones.mp3",
    "tones.m4a",
    "tones.aac",
    "tones.flac",
    "vorbis.ogg",
    "opus.ogg",
    "opus.webm",
    "vorbis.webm",
    "film.mp4",
    "film.webm",
];

#[test]
fn every_format_gives_both_channels_in_their_place() {
    for name in STEREO {
        let (rate, channels, faults) = read(file(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!((channels.len(), &faults[..]), (2, &[][..]), "{name}");
        let seconds = channels[0].len() as f32 / rate as f32;
        assert!((1.4..1.65).contains(&seconds), "{name}: {seconds} s");
        for (channel, own, other) in [(&channels[0], 440.0, 880.0), (&channels[1], 880.0, 440.0)] {
            let (own, other) = (strength(channel, rate, own), strength(channel, rate, other));
            assert!(own > 0.02 && own > 20.0 * other, "{name}: {own} against {other}");
        }
    }
}

#[test]
fn one_channel_and_six() {
    for (name, count) in [("mono.mp3", 1), ("six.flac", 6)] {
        assert_eq!(read(file(name)).unwrap().1.len(), count, "{name}");
    }
}

#[test]
fn what_is_no_sound_is_said() {
    let noise: Vec<u8> = (0..20_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let cases: [(&str, Vec<u8>); 5] = [
        ("nothing", vec![]),
        ("a text", "Daniel: hello, can you hear me?\n".repeat(50).into_bytes()),
        ("zeros", vec![0; 10_000]),
        ("noise", noise),
        ("the start of a wav", b"RIFF\x24\0\0\0WAVE".to_vec()),
    ];
    for (name, bytes) in cases {
        assert!(read(bytes).map_or(true, |(_, channels, _)| channels.iter().all(Vec::is_empty)), "{name}");
    }
    assert!(matches!(read(file("silent-film.mp4")), Err(SpeechError::NoSoundTrack)));
}

/// A cut m4a was "not a sound file", and a cut ogg or webm was whole.
#[test]
fn a_cut_file_gives_what_is_there_and_is_said_to_be_cut() {
    for name in STEREO {
        let whole = file(name);
        match read(whole[..whole.len() * 3 / 5].to_vec()) {
            // An m4a has its table at the end, and of an ogg as short as this nothing but its head is whole.
            Err(error) => {
                let nothing = ["m4a", "mp4", "ogg"].iter().any(|ending| name.ends_with(ending));
                assert!(nothing && matches!(error, SpeechError::Incomplete), "{name}: {error}");
            }
            Ok((rate, channels, faults)) => {
                let seconds = channels[0].len() as f32 / rate as f32;
                assert!(seconds > 0.3, "{name}: {seconds} s");
                // The others promise a length, and may miss it by a second.
                if name.ends_with("webm") {
                    assert!(matches!(faults[..], [Fault::Cut(_)]), "{name}: {faults:?}");
                }
            }
        }
    }
}

#[test]
fn a_wav_that_should_be_longer_is_said_to_be_cut() {
    let mut long = file("pcm16.wav");
    // Both lengths in the header say a minute.
    let data = 60 * 8_000 * 4_u32;
    let at = long.windows(4).position(|four| four == b"data").unwrap() + 4;
    long[at..at + 4].copy_from_slice(&data.to_le_bytes());
    let riff = data + at as u32 - 4;
    long[4..8].copy_from_slice(&riff.to_le_bytes());
    let (_, channels, faults) = read(long).unwrap();
    assert_eq!(channels[0].len(), 12_000);
    assert!(matches!(faults[..], [Fault::Cut(at)] if (at - 1.5).abs() < 0.01), "{faults:?}");
}

#[test]
fn damage_never_panics() {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as usize
    };
    for name in STEREO.into_iter().chain(["mono.mp3", "six.flac", "silent-film.mp4"]) {
        let whole = file(name);
        for _ in 0..60 {
            let mut damaged = whole.clone();
            for _ in 0..=random() % 20 {
                let at = random() % damaged.len();
                damaged[at] = random() as u8;
            }
            damaged.truncate(damaged.len() - random() % (damaged.len() / 2));
            // Whatever comes of it is fine, as long as it comes.
            let _ = read(damaged);
        }
    }
}

#[test]
fn broken_sound_is_known_before_it_is_heard() {
    let zeros = |head: &[u8]| [head, &[0; 500]].concat();
    let head = file("pcm16.wav")[..44].to_vec();
    for bytes in [zeros(b"\0\0\0\x20ftypM4A "), zeros(b"OggS"), head] {
        assert!(Sound::probe(Cursor::new(bytes)).is_err());
    }
    assert!(Sound::probe(Cursor::new(file("pcm16.wav"))).is_ok());
}
