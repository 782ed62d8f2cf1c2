//! What can go wrong with a recording, in words for people.

use crate::models::ModelError;
use segue_core::{Lang, Problem};
use std::fmt;

/// A recording could not be turned into utterances.
#[derive(Debug)]
pub enum SpeechError {
    /// The bytes are no sound file that is known.
    NotSound,
    /// A sound file that was cut off before the part without which it cannot be read.
    Incomplete,
    /// A film or container without sound.
    NoSoundTrack,
    /// Sound, in a coding that cannot be read.
    UnknownCoding,
    /// The file could not be read at all.
    Io(std::io::Error),
    /// The model is missing or damaged.
    Model(ModelError),
    /// Voice activity or recognition failed inside; in words, without words of the talk.
    Engine(String),
}

impl SpeechError {
    /// One or two sentences: what is wrong and what to do.
    pub fn in_words(&self, lang: Lang) -> String {
        let (english, russian) = match self {
            Self::NotSound => (
                "This is not a sound file. Give a recording as wav, mp3, m4a, ogg, opus, flac, mp4 or webm.".into(),
                "Это не звуковой файл. Нужна запись в формате wav, mp3, m4a, ogg, opus, flac, mp4 или webm.".into(),
            ),
            Self::Incomplete => (
                "The recording is cut off, and without its end it cannot be read. Copy the file again.".into(),
                "Запись обрывается, а без конца файла её не прочесть. Скопируйте файл заново.".into(),
            ),
            Self::NoSoundTrack => ("There is no sound in this file.".into(), "В этом файле нет звука.".into()),
            Self::UnknownCoding => (
                "The sound in this file is coded in a way that cannot be read. Convert it to wav, mp3 or ogg.".into(),
                "Кодировка звука в этом файле не поддерживается. Преобразуйте его в wav, mp3 или ogg.".into(),
            ),
            Self::Io(error) => (format!("The file could not be read: {error}."), format!("Файл не удалось прочитать: {error}.")),
            Self::Model(error) => (error.in_words(Lang::En), error.in_words(Lang::Ru)),
            Self::Engine(what) => (format!("Recognition failed: {what}."), format!("Распознавание не удалось: {what}.")),
        };
        match lang {
            Lang::En => english,
            Lang::Ru => russian,
        }
    }
}

impl fmt::Display for SpeechError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_words(Lang::En))
    }
}

impl std::error::Error for SpeechError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io(error) => Some(error),
            Self::Model(error) => Some(error),
            _ => None,
        }
    }
}

impl From<ModelError> for SpeechError {
    fn from(error: ModelError) -> Self {
        Self::Model(error)
    }
}

/// Something wrong with a recording that did not keep the rest from being heard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    /// The file ends before its sound does; what came up to that second was read.
    Cut(f64),
    /// So many pieces of the file were damaged and left out, the first at that second.
    Damaged(usize, f64),
    /// More than two channels; the first two were heard.
    Channels(usize),
    /// One channel, or the same sound in both: nobody knows who speaks.
    OneVoiceTrack,
    /// Nobody is heard on my channel: nobody knows whether all on the other is the other side's.
    SilentLeft,
    /// Nobody is heard on the other side's channel: nobody knows whether all on mine is mine.
    SilentRight,
    /// There is sound and nobody speaks in it.
    NoSpeech,
    /// So many utterances in a Russian call came out in Latin letters.
    Latin(usize),
}

impl Fault {
    /// The fault as a problem of the transcript.
    pub fn problem(self, lang: Lang) -> Problem {
        let at = |seconds: f64| format!("{}:{:02}", seconds as u64 / 60, seconds as u64 % 60);
        let (english, russian) = match self {
            Self::Cut(end) => (
                format!("The recording breaks off at {}; what came before was heard. If there should be more, copy the file again.", at(end)),
                format!("Запись обрывается на {}; всё до этого места услышано. Если должно быть больше, скопируйте файл заново.", at(end)),
            ),
            Self::Damaged(pieces, first) => (
                format!("The recording is damaged in places ({pieces}, the first at {}); they were left out.", at(first)),
                format!("Запись местами повреждена (мест: {pieces}, первое на {}); они пропущены.", at(first)),
            ),
            Self::Channels(count) => (
                format!("The recording has {count} channels; the first two were heard, you on the first and the other side on the second."),
                format!("Каналов в записи: {count}; услышаны первые два: на первом вы, на втором собеседник."),
            ),
            Self::OneVoiceTrack => (
                "Both sides are on one channel, so there is no telling who is speaking. Record yourself on the left and the other side on the right.".into(),
                "Вы и собеседник на одном канале, поэтому неизвестно, кто говорит. Себя пишите на левый канал, собеседника — на правый.".into(),
            ),
            Self::SilentLeft => (
                "Nothing is heard on the left channel, which is yours, so there is no telling who is speaking on the right one. Check your microphone before the next call.".into(),
                "На левом канале, вашем, никого не слышно, поэтому неизвестно, кто говорит на правом. Проверьте микрофон перед следующим разговором.".into(),
            ),
            Self::SilentRight => (
                "Nothing is heard on the right channel, the other side's, so there is no telling who is speaking on the left one. Before the next call, check that the other side is recorded.".into(),
                "На правом канале, где должен быть собеседник, никого не слышно, поэтому неизвестно, кто говорит на левом. Перед следующим разговором проверьте, пишется ли собеседник.".into(),
            ),
            Self::NoSpeech => ("Nobody speaks in this recording.".into(), "В этой записи никто не говорит.".into()),
            Self::Latin(count) => (
                format!("Utterances that came out in Latin letters although the call is in Russian: {count}. Check the language of the call."),
                format!("Реплик, распознанных латиницей, хотя разговор на русском: {count}. Проверьте язык разговора."),
            ),
        };
        Problem { line: None, what: if lang == Lang::Ru { russian } else { english }, nameless: None }
    }
}
