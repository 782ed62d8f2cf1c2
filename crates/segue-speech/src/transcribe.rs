//! A recording → a transcript: reading and listening on one thread, recognition on the others.

use crate::decode::Sound;
use crate::echo;
use crate::error::{Fault, SpeechError};
use crate::listener::{Clip, Listener};
use crate::recognise::{Heard, Recogniser};
use crate::resample::Resampler;
use crate::vad::VadSettings;
use segue_core::{Lang, Role, Source, Speaker, Timing, Transcript, Utterance};
use std::io::{Read, Seek};
use std::sync::mpsc::{Receiver, SendError, SyncSender, sync_channel};

/// Sound that is listened to at once, in samples at 16 kHz: four seconds.
const PORTION: usize = 64_000;
/// Pieces that may wait for recognition; with this many, reading waits.
const QUEUE: usize = 32;
/// Pieces recognised together.
const TOGETHER: usize = 12;
/// The same words on both sides within so many seconds were said once.
const ONCE: f64 = 1.0;

/// How far a recording has been heard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// Seconds of the recording that are done.
    pub seconds: f64,
    /// Seconds in all, if the file says so.
    pub total: Option<f64>,
    /// Utterances so far.
    pub utterances: usize,
}

/// The languages of a recording and of what is said about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HearOptions {
    /// Language of the call; it is never guessed.
    pub lang: Lang,
    /// Language of the problems.
    pub ui: Lang,
}

/// Hears a recording: two channels are me (left) and the client (right); on one channel, where both carry the same sound, or
/// where nobody is heard on one of the two, the speaker is unknown.
///
/// A damaged file gives what could be read, and problems.
///
/// # Errors
/// [`SpeechError`] if it is no sound, has none, or recognition fails.
pub fn transcribe(
    source: impl Read + Seek + Send + Sync + 'static,
    HearOptions { lang, ui }: HearOptions,
    recogniser: &mut dyn Recogniser,
    mut progress: impl FnMut(Progress),
) -> Result<Transcript, SpeechError> {
    let sound = Sound::open(source)?;
    let total = sound.expected_seconds();
    progress(Progress { seconds: 0.0, total, utterances: 0 });
    let (sender, receiver) = sync_channel(QUEUE);
    let (said, ending) = std::thread::scope(|scope| {
        let listening = scope.spawn(move || listen(sound, &sender));
        let said = recognise(&receiver, lang, recogniser, |seconds, utterances| {
            progress(Progress { seconds, total, utterances });
        });
        // If recognition failed, nobody takes the pieces any more, and listening ends by itself.
        drop(receiver);
        let failed = |_| Err(SpeechError::Engine("listening failed".into()));
        (said, listening.join().unwrap_or_else(failed))
    });
    let (mut said, ending) = (once(said?), ending?);
    progress(Progress { seconds: ending.seconds, total: Some(ending.seconds), utterances: said.len() });
    let silent = silent_side(&said, ending.channels);
    if silent.is_some() {
        said.iter_mut().for_each(|said| said.utterance.speaker.role = Role::Unknown);
    }
    let problems = faults(&said, silent, &ending).into_iter().map(|fault| fault.problem(ui)).collect();
    let utterances = said.into_iter().map(|said| said.utterance).collect();
    Ok(Transcript { source: Source::Recording, lang: Some(lang), timing: Timing::Spoken, began: None, utterances, problems })
}

/// An utterance with what is needed to judge it beside others. It holds words, so it has no `Debug`.
struct Said {
    utterance: Utterance,
    level: f32,
    latin: bool,
}

/// What is known when the file has been read.
struct Ending {
    seconds: f64,
    channels: usize,
    faults: Vec<Fault>,
}

/// Reads the file and sends the pieces of speech.
fn listen(mut sound: Sound, sender: &SyncSender<Clip>) -> Result<Ending, SpeechError> {
    let (mut sides, mut channels) = (Vec::new(), 0);
    let mut listener = None;
    let mut clips = Vec::new();
    while let Some(block) = sound.next_block() {
        if sides.is_empty() {
            channels = block.channels.len();
            sides.extend((0..channels.min(2)).map(|_| Side::new(block.rate)));
        }
        let frames = block.channels.first().map_or(0, Vec::len);
        for (index, side) in sides.iter_mut().enumerate() {
            side.push(block.rate, block.channels.get(index).map_or(&vec![0.0; frames], |samples| samples));
        }
        if sides.iter().any(|side| side.ready.len() >= PORTION) {
            let listener = listener_for(&mut listener, sides.len())?;
            push(listener, &mut sides, &mut clips)?;
            if send(&mut clips, sender).is_err() {
                break;
            }
        }
    }
    if !sides.is_empty() {
        let listener = listener_for(&mut listener, sides.len())?;
        sides.iter_mut().for_each(Side::finish);
        push(listener, &mut sides, &mut clips)?;
        listener.finish(&mut clips)?;
        send(&mut clips, sender).ok();
    }
    Ok(Ending { seconds: sound.seconds(), channels, faults: sound.faults().collect() })
}

/// Fails if nobody takes the pieces any more: recognition has failed, and says so itself.
fn send(clips: &mut Vec<Clip>, sender: &SyncSender<Clip>) -> Result<(), SendError<Clip>> {
    clips.drain(..).try_for_each(|clip| sender.send(clip))
}

fn listener_for(listener: &mut Option<Listener>, sides: usize) -> Result<&mut Listener, SpeechError> {
    match listener {
        Some(listener) => Ok(listener),
        None => Ok(listener.insert(Listener::new(sides > 1, VadSettings::default())?)),
    }
}

fn push(listener: &mut Listener, sides: &mut [Side], clips: &mut Vec<Clip>) -> Result<(), SpeechError> {
    let channels: Vec<&[f32]> = sides.iter().map(|side| &side.ready[..]).collect();
    listener.push(&channels, clips)?;
    for side in sides {
        side.ready.clear();
    }
    Ok(())
}

/// One channel on its way to 16 kHz.
struct Side {
    resampler: Resampler,
    ready: Vec<f32>,
}

impl Side {
    fn new(rate: u32) -> Self {
        Self { resampler: Resampler::new(rate), ready: Vec::new() }
    }

    fn push(&mut self, rate: u32, samples: &[f32]) {
        if rate != self.resampler.rate() {
            self.finish();
            self.resampler = Resampler::new(rate);
        }
        self.resampler.push(samples, &mut self.ready);
    }

    fn finish(&mut self) {
        self.resampler.finish(&mut self.ready);
    }
}

/// Recognises the pieces as they come, several together.
fn recognise(
    clips: &Receiver<Clip>,
    lang: Lang,
    recogniser: &mut dyn Recogniser,
    mut progress: impl FnMut(f64, usize),
) -> Result<Vec<Said>, SpeechError> {
    let mut said = Vec::new();
    while let Ok(first) = clips.recv() {
        let together: Vec<Clip> = std::iter::once(first).chain(clips.iter().take(TOGETHER - 1)).collect();
        let pieces: Vec<&[f32]> = together.iter().map(|clip| &clip.samples[..]).collect();
        let heard = recogniser.recognise_all(&pieces, lang)?;
        for (clip, heard) in together.iter().zip(heard) {
            said.extend(utterance(clip, heard));
        }
        progress(together.last().map_or(0.0, |clip| clip.segment.end()), said.len());
    }
    said.sort_by(|a, b| a.utterance.start.total_cmp(&b.utterance.start));
    Ok(said)
}

fn utterance(clip: &Clip, heard: Heard) -> Option<Said> {
    let speaker = Speaker { name: String::new(), role: clip.role };
    let (start, end) = (clip.segment.start(), clip.segment.end());
    let utterance = Utterance { start, end, speaker, text: heard.text };
    (!utterance.text.is_empty()).then(|| Said { utterance, level: clip.level(), latin: heard.latin })
}

/// Leaves out what came over from the other side: of the same words at the same time, the quieter.
fn once(mut said: Vec<Said>) -> Vec<Said> {
    let twice: Vec<bool> = (0..said.len())
        .map(|at| {
            let near = said.iter().enumerate().filter(|(other, _)| *other != at && other.abs_diff(at) <= 4);
            near.into_iter().any(|(other, said_there)| comes_from(&said[at], said_there, other < at))
        })
        .collect();
    let mut twice = twice.into_iter();
    said.retain(|_| !twice.next().unwrap_or(false));
    said
}

/// True if `a` is `b` heard on the other side; of two equally loud ones the later is.
fn comes_from(a: &Said, b: &Said, b_is_first: bool) -> bool {
    let (here, there) = (&a.utterance, &b.utterance);
    here.speaker.role != there.speaker.role
        && (here.start - there.start).abs() <= ONCE
        && (a.level < b.level || a.level <= b.level && b_is_first)
        && echo::same_words(here.text.as_str(), there.text.as_str())
}

/// The channel of two on which nobody is heard: its microphone may have been off, and then the other one has both voices.
fn silent_side(said: &[Said], channels: usize) -> Option<Fault> {
    let first = said.first()?.utterance.speaker.role;
    let silent = if first == Role::Me { Fault::SilentRight } else { Fault::SilentLeft };
    let alone = said.iter().all(|said| said.utterance.speaker.role == first);
    (channels > 1 && first != Role::Unknown && alone).then_some(silent)
}

fn faults(said: &[Said], silent: Option<Fault>, ending: &Ending) -> Vec<Fault> {
    let mut faults = ending.faults.clone();
    let latin = said.iter().filter(|said| said.latin).count();
    let unknown = !said.is_empty() && said.iter().all(|said| said.utterance.speaker.role == Role::Unknown);
    faults.extend((ending.channels > 2).then_some(Fault::Channels(ending.channels)));
    faults.extend(silent.or(unknown.then_some(Fault::OneVoiceTrack)));
    faults.extend(said.is_empty().then_some(Fault::NoSpeech));
    faults.extend((latin > 0).then_some(Fault::Latin(latin)));
    faults
}

#[cfg(test)]
mod tests {
    use super::{Said, Utterance, once};
    use segue_core::{Role, Speaker, Words};

    fn said(role: Role, start: f64, level: f32, text: &str) -> Said {
        let speaker = Speaker { name: String::new(), role };
        Said { utterance: Utterance { start, end: start + 2.0, speaker, text: Words::new(text) }, level, latin: false }
    }

    #[test]
    fn the_same_words_on_both_sides_are_said_once_by_the_louder() {
        let all = vec![
            said(Role::Me, 1.0, 0.2, "shall we look at the invoice"),
            said(Role::Client, 1.3, 0.1, "Shall we look at the invoice?"),
            said(Role::Me, 5.0, 0.1, "yes"),
            said(Role::Client, 5.2, 0.2, "yes"),
            said(Role::Me, 9.0, 0.1, "the draft is ready now"),
            said(Role::Client, 9.4, 0.3, "the draft is ready now"),
            said(Role::Client, 20.0, 0.3, "the draft is ready now"),
        ];
        let kept: Vec<_> = once(all).iter().map(|said| (said.utterance.speaker.role, said.utterance.start)).collect();
        let (me, client) = (Role::Me, Role::Client);
        assert_eq!(kept, [(me, 1.0), (me, 5.0), (client, 5.2), (client, 9.4), (client, 20.0)]);
    }
}
