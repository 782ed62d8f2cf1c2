//! The same sound on both sides: one speaker, heard by both microphones.
//!
//! My loudspeaker is heard by my microphone, so the other side's words come a second time on mine,
//! quieter, a little later and coloured by the room. And a recording of one channel may have been
//! copied to two. Both are told by how well one side follows from the other.

use realfft::{RealFftPlanner, num_complex::Complex};

/// An echo comes at most so many samples later (or the two clocks differ so much): 0.5 s.
pub(crate) const REACH: usize = 8_000;
/// Correlation without shift from which both channels carry the same sound.
const SAME: f32 = 0.98;
/// Channels with the same sound differ at most by this factor in level: 1.5 dB.
const SAME_LEVEL: f32 = 1.19;
/// Correlation from which one side is an echo of the other, in a piece of two seconds or more.
const ECHO: f32 = 0.3;
/// Short pieces are alike by chance; they must be more alike to count.
const ECHO_SHORT: f32 = 0.6;
/// Pieces this long, in samples, are not short.
const LONG: usize = 32_000;

/// What a piece of one side is, compared with the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Likeness {
    /// This side's own sound.
    Own,
    /// The same sound at the same level on both sides: nobody knows whose.
    Same,
    /// The other side's sound, come over.
    Echo,
}

/// Compares a piece with the other side, which reaches [`REACH`] samples further at both ends.
pub(crate) fn likeness(piece: &[f32], other: &[f32]) -> Likeness {
    let Some(aligned) = other.get(REACH..REACH + piece.len()) else { return Likeness::Own };
    let (own, across) = (energy(piece), energy(aligned));
    if own == 0.0 || energy(other) < own * 0.01 {
        return Likeness::Own;
    }
    let dot: f32 = piece.iter().zip(aligned).map(|(a, b)| a * b).sum();
    let level = (own / across.max(f32::MIN_POSITIVE)).sqrt();
    if dot / (own * across).sqrt() > SAME && (SAME_LEVEL.recip()..SAME_LEVEL).contains(&level) {
        return Likeness::Same;
    }
    let (likeness, shift) = best_shift(&whitened(piece), &whitened(other));
    let needed = ECHO_SHORT - (ECHO_SHORT - ECHO) * (piece.len().min(LONG) as f32 / LONG as f32);
    let source = energy(other.get(shift..shift + piece.len()).unwrap_or(&[]));
    // The louder is the speaker; at the same level, the earlier.
    let later = shift < REACH && own < source * SAME_LEVEL * SAME_LEVEL;
    if likeness > needed && (own * SAME_LEVEL * SAME_LEVEL < source || later) { Likeness::Echo } else { Likeness::Own }
}

/// The part of `other` that is most like the piece: how like, from 0 to 1, and where it begins.
fn best_shift(piece: &[f32], other: &[f32]) -> (f32, usize) {
    let size = (piece.len() + other.len()).next_power_of_two();
    let mut planner = RealFftPlanner::<f32>::new();
    let (forward, inverse) = (planner.plan_fft_forward(size), planner.plan_fft_inverse(size));
    let spectrum = |samples: &[f32]| {
        let (mut padded, mut spectrum) = (vec![0.0; size], forward.make_output_vec());
        padded[..samples.len()].copy_from_slice(samples);
        // The lengths are the planner's own, so it cannot refuse.
        forward.process(&mut padded, &mut spectrum).ok().map(|()| spectrum)
    };
    let (Some(piece_spectrum), Some(mut product)) = (spectrum(piece), spectrum(other)) else { return (0.0, REACH) };
    for (bin, by) in product.iter_mut().zip(&piece_spectrum) {
        *bin *= by.conj();
    }
    // The ends of a real spectrum are real.
    let last = product.len() - 1;
    for end in [0, last] {
        product[end] = Complex::new(product[end].re, 0.0);
    }
    let mut correlation = inverse.make_output_vec();
    if inverse.process(&mut product, &mut correlation).is_err() {
        return (0.0, REACH);
    }
    let own = energy(piece);
    let mut across = energy(&other[..piece.len().min(other.len())]);
    let mut best = (0.0, REACH);
    for shift in 0..=other.len().saturating_sub(piece.len()) {
        let value = correlation[shift].abs() / size as f32 / (own * across).sqrt().max(1e-9);
        if value > best.0 {
            best = (value.min(1.0), shift);
        }
        if let Some(next) = other.get(shift + piece.len()) {
            across = (across + next * next - other[shift] * other[shift]).max(0.0);
        }
    }
    best
}

/// The sound with its low tones taken back: else everything that hums is alike.
fn whitened(samples: &[f32]) -> Vec<f32> {
    let before = std::iter::once(&0.0).chain(samples);
    samples.iter().zip(before).map(|(now, before)| now - 0.97 * before).collect()
}

fn energy(samples: &[f32]) -> f32 {
    samples.iter().map(|sample| sample * sample).sum()
}

/// True if two texts are the same words but for a few, as when two microphones heard them.
pub fn same_words(a: &str, b: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let letters = |word: &str| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        text.to_lowercase().split_whitespace().map(letters).filter(|word| !word.is_empty()).collect()
    };
    let (a, b) = (words(a), words(b));
    let (shorter, longer) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    // One or two words are said by both sides again and again ("yes", "thank you").
    shorter.len() >= 3 && common(&shorter, &longer) * 10 >= longer.len() * 7
}

/// Words that both have in the same order.
fn common(a: &[String], b: &[String]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for word in a {
        let mut diagonal = 0;
        for (at, other) in b.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if word == other { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::{Likeness, REACH, likeness, same_words};

    /// Noise in bursts, like syllables; the same for the same seed.
    fn voice(seed: u32, samples: usize) -> Vec<f32> {
        let mut state = seed.wrapping_mul(2_654_435_761).max(1);
        let mut smooth = 0.0;
        (0..samples)
            .map(|n| {
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                let noise = state as f32 / u32::MAX as f32 - 0.5;
                smooth += 0.3 * (noise - smooth);
                let syllable = (n as f32 / 3_000.0 + seed as f32).sin().max(0.0);
                smooth * syllable
            })
            .collect()
    }

    /// The voice as another microphone hears it: later, quieter, with reflections from the room.
    fn across(voice: &[f32], delay: usize, gain: f32, room: f32) -> Vec<f32> {
        let heard = |n: usize, back: usize| n.checked_sub(back).map_or(0.0, |at| voice[at]);
        (0..voice.len())
            .map(|n| {
                let reflections = heard(n, delay + 173) * 0.6 + heard(n, delay + 431) * -0.4 + heard(n, delay + 977) * 0.3;
                gain * (heard(n, delay) + room * reflections)
            })
            .collect()
    }

    fn of(mine: &[f32], theirs: &[f32], from: usize, to: usize) -> Likeness {
        likeness(&mine[from..to], &theirs[from - REACH..to + REACH])
    }

    #[test]
    fn the_same_sound_on_both_sides() {
        let (a, b) = (voice(1, 80_000), voice(2, 80_000));
        let mix: Vec<f32> = a.iter().zip(&across(&b, 900, 0.3, 0.5)).map(|(a, b)| a + b).collect();
        let cases = [
            ("two people at once", of(&a, &b, 10_000, 60_000), Likeness::Own),
            ("two people at once, briefly", of(&a, &b, 18_000, 24_000), Likeness::Own),
            ("a copy", of(&a, &a, 10_000, 60_000), Likeness::Same),
            ("nearly a copy", of(&across(&a, 0, 1.1, 0.0), &a, 10_000, 60_000), Likeness::Same),
            ("an echo", of(&across(&a, 700, 0.2, 0.0), &a, 10_000, 60_000), Likeness::Echo),
            ("an echo in a room", of(&across(&a, 2_400, 0.3, 1.0), &a, 10_000, 60_000), Likeness::Echo),
            ("a short echo", of(&across(&a, 2_400, 0.3, 0.2), &a, 18_000, 24_000), Likeness::Echo),
            ("what an echo came from", of(&a, &across(&a, 2_400, 0.3, 1.0), 10_000, 60_000), Likeness::Own),
            ("as loud but later", of(&across(&a, 2_400, 1.0, 0.0), &a, 10_000, 60_000), Likeness::Echo),
            ("as loud but earlier", of(&a, &across(&a, 2_400, 1.0, 0.0), 10_000, 60_000), Likeness::Own),
            ("my voice with an echo under it", of(&mix, &b, 10_000, 60_000), Likeness::Own),
            ("nothing on the other side", of(&a, &vec![0.0; 80_000], 10_000, 60_000), Likeness::Own),
        ];
        for (name, found, expected) in cases {
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn the_same_words_twice() {
        let cases = [
            ("Send me the invoice by Friday.", "send me the invoice by friday", true),
            ("Send me the invoice by Friday.", "send me an invoice by Friday", true),
            ("yes", "Yes.", false),
            ("Send me the invoice by Friday.", "I will, on Friday morning", false),
            ("давайте посмотрим смету", "Давайте посмотрим смету", true),
            ("", "", false),
        ];
        for (a, b, same) in cases {
            assert_eq!(same_words(a, b), same, "{a} / {b}");
        }
    }
}
