//! The example calls as sound, and what is made of them for a test.

use segue_speech::decode::Sound;
use segue_speech::resample::Resampler;
use std::io::Cursor;
use std::path::PathBuf;

/// The path of an example.
pub fn example(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name)
}

/// The two sides of an example call at 16 kHz: me and the client.
pub fn sides(name: &str) -> [Vec<f32>; 2] {
    let mut sound = Sound::open(std::fs::File::open(example(name)).unwrap()).unwrap();
    let mut sides = [Vec::new(), Vec::new()];
    let mut resamplers: Vec<Resampler> = Vec::new();
    while let Some(block) = sound.next_block() {
        resamplers.resize_with(2, || Resampler::new(block.rate));
        for ((resampler, side), samples) in resamplers.iter_mut().zip(&mut sides).zip(block.channels) {
            resampler.push(samples, side);
        }
    }
    resamplers.iter_mut().zip(&mut sides).for_each(|(resampler, side)| resampler.finish(side));
    sides
}

/// Part of a sound, in seconds.
pub fn part(samples: &[f32], from: f64, to: f64) -> Vec<f32> {
    samples[(from * 16_000.0) as usize..(to * 16_000.0) as usize].to_vec()
}

/// A wav file in memory, of 16 bits at 16 kHz.
pub fn wave(channels: &[&[f32]]) -> Cursor<Vec<u8>> {
    let (count, frames) = (channels.len() as u32, channels[0].len() as u32);
    let mut file = b"RIFF".to_vec();
    file.extend((36 + frames * count * 2).to_le_bytes());
    file.extend(b"WAVEfmt \x10\0\0\0\x01\0");
    file.extend((count as u16).to_le_bytes());
    file.extend(16_000_u32.to_le_bytes());
    file.extend((16_000 * count * 2).to_le_bytes());
    file.extend((count as u16 * 2).to_le_bytes());
    file.extend(b"\x10\0data");
    file.extend((frames * count * 2).to_le_bytes());
    for frame in 0..frames as usize {
        for channel in channels {
            file.extend(((channel[frame].clamp(-1.0, 1.0) * 32_767.0) as i16).to_le_bytes());
        }
    }
    Cursor::new(file)
}

/// Noise that is the same each time.
pub fn noise(level: f32, samples: usize) -> Vec<f32> {
    let mut state = 1_u32;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        (state as f32 / u32::MAX as f32 - 0.5) * 2.0 * level
    };
    (0..samples).map(|_| next()).collect()
}

/// The sound as it comes over from a loudspeaker to a microphone: later, quieter, with the room.
pub fn across(sound: &[f32], delay: usize, gain: f32) -> Vec<f32> {
    let heard = |n: usize, back: usize| n.checked_sub(delay + back).map_or(0.0, |at| sound[at]);
    (0..sound.len()).map(|n| gain * (heard(n, 0) + 0.5 * heard(n, 211) - 0.4 * heard(n, 547) + 0.25 * heard(n, 1_301))).collect()
}

/// Sum of two sounds.
pub fn mixed(a: &[f32], b: &[f32]) -> Vec<f32> {
    a.iter().zip(b).map(|(a, b)| a + b).collect()
}
