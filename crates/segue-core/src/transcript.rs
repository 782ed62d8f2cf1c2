//! A call as it was read from a file or heard: utterances, and the problems found on the way.

use crate::{Lang, Speaker, Words};
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

/// One cue of a subtitle file, one message of a chat, or one turn of speech.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Utterance {
    /// Seconds from the start of the call (or from the first message of a chat).
    pub start: f64,
    /// Seconds from the start; equal to `start` for a chat message. Never before `start`.
    pub end: f64,
    /// Who said it.
    pub speaker: Speaker,
    /// What was said.
    pub text: Words,
}

impl Utterance {
    /// Length in seconds.
    pub fn seconds(&self) -> f64 {
        self.end - self.start
    }
}

/// Where the times of a transcript come from, and so what can be measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Timing {
    /// Start and end of speech are known: talk is measured in seconds.
    #[default]
    Spoken,
    /// A spoken call without times: they were estimated from the words.
    Estimated,
    /// A chat: messages have a moment and no length; talk is measured in words.
    Chat,
}

/// What kind of file a transcript was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// `WebVTT`.
    Webvtt,
    /// `SubRip` subtitles.
    Srt,
    /// Plain text with speakers and times (Otter and the like).
    Text,
    /// Whisper JSON (`OpenAI` or whisper.cpp).
    Whisper,
    /// `WhatsApp` export.
    Whatsapp,
    /// Telegram export.
    Telegram,
    /// A labelled call (JSON Lines) of the project.
    Labelled,
    /// Sound.
    Recording,
    /// A call sat in on.
    Live,
}

/// Something wrong in a file that did not keep the rest from being read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Line in the file, from 1; `None` if the problem is not at a line.
    pub line: Option<usize>,
    /// What is wrong and what to do, one sentence, without words of the talk.
    pub what: String,
    /// The same without names, if it names somebody, or what was taken for somebody. Never written.
    #[serde(skip)]
    pub nameless: Option<String>,
}

/// A whole call.
#[derive(Clone, Debug, PartialEq)]
pub struct Transcript {
    /// Kind of file.
    pub source: Source,
    /// Language, if the letters or the file tell.
    pub lang: Option<Lang>,
    /// What the times are worth.
    pub timing: Timing,
    /// When a chat began, by the clock of whoever exported it.
    pub began: Option<DateTime>,
    /// Utterances in the order of the file.
    pub utterances: Vec<Utterance>,
    /// What was wrong with the file.
    pub problems: Vec<Problem>,
}
