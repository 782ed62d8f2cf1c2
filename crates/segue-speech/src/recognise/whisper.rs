//! Whisper, run by whisper.cpp on the processor.

use super::doubt::{self, Certainty};
use super::{Heard, Recogniser};
use crate::SAMPLE_RATE;
use crate::error::SpeechError;
use crate::models::{Model, Shelf};
use segue_core::{Lang, Words};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use whisper_rs::{FullParams, SamplingStrategy, WhisperContext, WhisperContextParameters, WhisperError, WhisperState};

/// Most pieces heard at once.
const MOST_WORKERS: usize = 4;
/// Frames of the encoder a second of sound.
const FRAMES_A_SECOND: usize = 50;
/// The encoder's window is made so many frames longer than the sound, and rounded up to as many.
const MARGIN: usize = 64;
/// The encoder's whole window: 30 seconds.
const WHOLE_WINDOW: usize = 1500;
/// In a narrower window Whisper says short sentences twice.
const NARROWEST_WINDOW: usize = 384;
/// Shorter sound is made as long with silence: Whisper hears nothing in less than a second.
const SHORTEST: usize = SAMPLE_RATE as usize * 11 / 10;
/// Tokens that fast speech may take a second; a text that goes on longer is a loop.
const TOKENS_A_SECOND: f32 = 14.0;
/// Sound under this level (root mean square) is silence: −74 dB.
const SILENCE: f32 = 2e-4;
/// A text less sure than this is tried again, more carefully.
const UNSURE: f32 = -1.0;

/// Whisper with its weights loaded.
pub struct Whisper {
    /// One for the calls of [`Recogniser::recognise`], and one a core for many pieces at once.
    states: Vec<WhisperState>,
    context: WhisperContext,
}

impl Whisper {
    /// Loads a model from the shelf.
    ///
    /// # Errors
    /// [`SpeechError::Model`] if it is not there or damaged.
    pub fn from_shelf(shelf: &Shelf, model: &Model) -> Result<Self, SpeechError> {
        Self::load(&shelf.locate(model)?)
    }

    /// Loads a ggml file.
    ///
    /// # Errors
    /// [`SpeechError::Engine`] if whisper.cpp cannot read it.
    pub fn load(file: &Path) -> Result<Self, SpeechError> {
        // whisper.cpp writes to the terminal unless its messages are taken.
        whisper_rs::install_logging_hooks();
        let context = WhisperContext::new_with_params(file, WhisperContextParameters::default()).map_err(engine)?;
        let states = vec![context.create_state().map_err(engine)?];
        Ok(Self { states, context })
    }
}

impl Recogniser for Whisper {
    fn recognise(&mut self, samples: &[f32], lang: Lang) -> Result<Heard, SpeechError> {
        hear(&mut self.states[0], samples, lang)
    }

    /// Pieces are shared out to the cores, one thread each.
    fn recognise_all(&mut self, pieces: &[&[f32]], lang: Lang) -> Result<Vec<Heard>, SpeechError> {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let workers = pieces.len().min(cores).min(MOST_WORKERS);
        if workers < 2 {
            return pieces.iter().map(|samples| self.recognise(samples, lang)).collect();
        }
        while self.states.len() < workers {
            self.states.push(self.context.create_state().map_err(engine)?);
        }
        // The longest first, so that no core waits long for the other at the end.
        let mut order: Vec<usize> = (0..pieces.len()).collect();
        order.sort_by_key(|&piece| std::cmp::Reverse(pieces[piece].len()));
        let (next, heard) = (AtomicUsize::new(0), Mutex::new(Vec::with_capacity(pieces.len())));
        std::thread::scope(|scope| {
            for state in &mut self.states[..workers] {
                let (next, heard, order) = (&next, &heard, &order);
                scope.spawn(move || {
                    while let Some(&piece) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
                        let result = hear(state, pieces[piece], lang);
                        if let Ok(mut heard) = heard.lock() {
                            heard.push((piece, result));
                        }
                    }
                });
            }
        });
        let mut heard = heard.into_inner().map_err(|_| SpeechError::Engine("a worker failed".into()))?;
        heard.sort_by_key(|(piece, _)| *piece);
        heard.into_iter().map(|(_, result)| result).collect()
    }
}

/// One careful ear: greedy first, and again with a beam if that is doubtful. Nothing is drawn by
/// chance, so the same sound always gives the same words.
fn hear(state: &mut WhisperState, samples: &[f32], lang: Lang) -> Result<Heard, SpeechError> {
    let loudness = (samples.iter().map(|s| s * s).sum::<f32>() / samples.len().max(1) as f32).sqrt();
    if loudness < SILENCE {
        return Ok(Heard::default());
    }
    let mut padded = Vec::new();
    let sound = if samples.len() < SHORTEST {
        padded.extend_from_slice(samples);
        padded.resize(SHORTEST, 0.0);
        &padded
    } else {
        samples
    };
    let mut said = run(state, sound, lang, false)?;
    let doubtful = |said: &Said| doubt::loops(&said.text) || said.log_probability < UNSURE || doubt::is_latin(&said.text, lang);
    if doubtful(&said) && said.no_speech < 0.6 {
        let again = run(state, sound, lang, true)?;
        if !doubtful(&again) || again.log_probability > said.log_probability {
            said = again;
        }
    }
    let certainty = Certainty { no_speech: said.no_speech, log_probability: said.log_probability, loudness };
    let text = if doubt::loops(&said.text) { doubt::unlooped(&said.text) } else { said.text.trim().to_owned() };
    if doubt::unsaid(&text, certainty) {
        return Ok(Heard::default());
    }
    let latin = doubt::is_latin(&text, lang);
    Ok(Heard { text: Words::new(text), confidence: said.log_probability.exp(), latin })
}

/// What Whisper answered. It holds words of the talk, so it has no `Debug`.
struct Said {
    text: String,
    no_speech: f32,
    log_probability: f32,
}

fn run(state: &mut WhisperState, sound: &[f32], lang: Lang, careful: bool) -> Result<Said, SpeechError> {
    let strategy = if careful {
        SamplingStrategy::BeamSearch { beam_size: 4, patience: -1.0 }
    } else {
        SamplingStrategy::Greedy { best_of: 1 }
    };
    let seconds = sound.len() as f32 / SAMPLE_RATE as f32;
    let mut params = FullParams::new(strategy);
    // One thread a piece: the threads of ggml wait for each other in a busy loop, and where another
    // program wants a core too, two of them were measured to take fifty times as long as one.
    params.set_n_threads(1);
    params.set_language(Some(lang.code()));
    params.set_translate(false);
    params.set_no_context(true);
    params.set_single_segment(true);
    params.set_no_timestamps(true);
    params.set_suppress_nst(true);
    params.set_suppress_blank(true);
    params.set_temperature_inc(0.0);
    params.set_max_tokens((8.0 + seconds * TOKENS_A_SECOND) as i32);
    params.set_audio_ctx(i32::try_from(window(sound.len())).unwrap_or_default());
    params.set_print_special(false);
    params.set_print_progress(false);
    params.set_print_realtime(false);
    params.set_print_timestamps(false);
    state.full(params, sound).map_err(engine)?;
    let mut said = Said { text: String::new(), no_speech: 0.0, log_probability: 0.0 };
    let (mut sum, mut tokens) = (0.0, 0_u32);
    for segment in state.as_iter() {
        said.no_speech = segment.no_speech_probability();
        // A letter may be cut at the end of a piece.
        said.text.push_str(&segment.to_str_lossy().map_err(engine)?);
        for token in (0..segment.n_tokens()).filter_map(|token| segment.get_token(token)) {
            sum += token.token_probability().max(1e-6).ln();
            tokens += 1;
        }
    }
    said.text.retain(|c| c != char::REPLACEMENT_CHARACTER);
    said.log_probability = if tokens == 0 { 0.0 } else { sum / tokens as f32 };
    Ok(said)
}

/// The encoder's window for so many samples, in its frames.
fn window(samples: usize) -> usize {
    let frames = samples * FRAMES_A_SECOND / SAMPLE_RATE as usize + MARGIN;
    frames.next_multiple_of(MARGIN).clamp(NARROWEST_WINDOW, WHOLE_WINDOW)
}

fn engine(error: WhisperError) -> SpeechError {
    SpeechError::Engine(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::window;

    #[test]
    fn the_window_fits_the_sound() {
        for (seconds, frames) in [(1, 384), (3, 384), (10, 576), (28, 1472), (30, 1500), (60, 1500)] {
            assert_eq!(window(seconds * 16_000), frames, "{seconds} s");
        }
    }
}
