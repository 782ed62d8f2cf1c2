//! Files → transcript and the problems found on the way.
//!
//! The kind of file is recognised from its content. Whatever can be read is returned, with a problem
//! for everything that could not. One cue, message or turn of the file is one utterance, in its order.

mod chat_time;
mod encoding;
mod fault;
mod json;
mod labelled;
mod plain;
mod raw;
mod roles;
mod sniff;
mod subtitles;
mod telegram;
mod whatsapp;
mod whisper;

pub use fault::{Fault, ReadError};
pub use labelled::{CueWanted, Header, LabelledCall, LabelledDrift, read_labelled};
pub use sniff::{FileKind, sniff};

use raw::Raw;
use segue_core::{Kind, Lang, Source, Timing, Transcript};

/// What is known of a file besides its bytes.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// My name, as the file may spell it.
    pub me: Option<String>,
    /// The client's name.
    pub client: Option<String>,
    /// Kind of call, if known.
    pub kind: Option<Kind>,
    /// Language of the talk, if known; else the file or its letters tell.
    pub lang: Option<Lang>,
    /// Language of the problems.
    pub ui: Lang,
}

/// What a parser found.
#[derive(Debug, Default)]
pub(crate) struct Parsed {
    pub timing: Timing,
    pub lang: Option<Lang>,
    pub raws: Vec<Raw>,
    pub faults: Vec<(Option<usize>, Fault)>,
}

/// Reads a transcript or a chat export.
///
/// # Errors
/// If nothing in it can be read, if it is a recording, or if it is no text.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Transcript, ReadError> {
    let kind = sniff(bytes);
    match kind {
        FileKind::Sound => return Err(ReadError::IsSound),
        FileKind::Empty => return Err(ReadError::Empty),
        FileKind::NotText => return Err(ReadError::NotText),
        _ => {}
    }
    let (text, mut faults) = encoding::decode(bytes);
    let (source, mut parsed) = match kind {
        FileKind::Labelled => (Source::Labelled, labelled::parse(&text)),
        FileKind::Telegram => (Source::Telegram, telegram::parse(&text, options)),
        FileKind::Json => (Source::Whisper, whisper::parse(&text)),
        FileKind::Webvtt => (Source::Webvtt, subtitles::parse(&text)),
        FileKind::Srt => (Source::Srt, subtitles::parse(&text)),
        FileKind::Whatsapp => (Source::Whatsapp, whatsapp::parse(&text)),
        _ => (Source::Text, plain::parse(&text)),
    };
    faults.append(&mut parsed.faults);
    let utterances = raw::finish(parsed.raws, parsed.timing, &mut faults);
    if utterances.is_empty() {
        return Err(ReadError::NothingReadable { what: source });
    }
    let lang = options.lang.or(parsed.lang).or_else(|| {
        let sample = utterances.iter().take(200).map(|u| u.text.as_str()).collect::<Vec<_>>().join(" ");
        Lang::of_text(&sample)
    });
    let mut transcript = Transcript { source, lang, timing: parsed.timing, utterances, problems: Vec::new() };
    if source != Source::Labelled || options.me.is_some() || options.client.is_some() {
        roles::assign(&mut transcript.utterances, options, &mut faults);
    }
    transcript.problems = faults.into_iter().map(|(line, fault)| fault.problem(line, options.ui)).collect();
    Ok(transcript)
}
