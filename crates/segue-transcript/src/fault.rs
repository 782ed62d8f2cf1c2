//! What can be wrong with a file, in words for people.

use segue_core::{Lang, Problem, Source};

/// Something wrong that did not keep the rest from being read. Carries no words of the talk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Bytes that are no letters in the encoding of the file.
    Letters,
    /// The file was written in an old encoding.
    OldEncoding(&'static str),
    /// A time that cannot be read; it was estimated.
    Time,
    /// Times that run backwards.
    Backwards,
    /// A cue without words.
    NoWords,
    /// The file ends in the middle.
    Cut,
    /// Something that belongs to no utterance.
    Stray,
    /// No times in the file; they were estimated.
    NoTimes,
    /// The name given as mine or the client's is not in the file; the names that are.
    UnknownName(String, Vec<String>),
    /// Nobody told who I am.
    WhoAmI(Vec<String>),
    /// More than one chat in the file; this one was taken.
    SeveralChats(String),
    /// A line of JSON that cannot be read.
    Json,
}

impl Fault {
    /// The sentence.
    pub fn text(&self, ui: Lang) -> String {
        let (english, russian) = match self {
            Self::Letters => (
                "some bytes here are no letters and were replaced; save the file as UTF-8 if words look wrong".into(),
                "часть байтов здесь не буквы и заменена; если слова выглядят странно, сохраните файл в UTF-8".into(),
            ),
            Self::OldEncoding(name) => (
                format!("the file is written in {name}, not in UTF-8; it was converted"),
                format!("файл в кодировке {name}, а не UTF-8; он преобразован"),
            ),
            Self::Time => ("the time cannot be read and was estimated".into(), "время не читается и взято приблизительно".into()),
            Self::Backwards => (
                "the time runs backwards here; the order of the file was kept".into(),
                "время здесь идёт назад; порядок файла сохранён".into(),
            ),
            Self::NoWords => ("there are no words here; it was left out".into(), "здесь нет слов; пропущено".into()),
            Self::Cut => (
                "the file ends in the middle; what came before was read. Export it again if the end matters".into(),
                "файл обрывается; всё до этого места прочитано. Если важен конец, выгрузите файл заново".into(),
            ),
            Self::Stray => {
                ("this belongs to no cue and was left out".into(), "это не относится ни к одной реплике и пропущено".into())
            }
            Self::NoTimes => (
                "the file has no times; they were estimated from the words".into(),
                "в файле нет времени; оно оценено по числу слов".into(),
            ),
            Self::UnknownName(name, known) => (
                format!("nobody in the file is called «{name}»; the names are: {}", known.join(", ")),
                format!("в файле никого не зовут «{name}»; имена: {}", known.join(", ")),
            ),
            Self::WhoAmI(known) => (
                format!("it is not known who you are; say it with --me. The names are: {}", known.join(", ")),
                format!("неизвестно, кто здесь вы; укажите --me. Имена: {}", known.join(", ")),
            ),
            Self::SeveralChats(name) => (
                format!("the file holds several chats; «{name}» was taken. Choose another with --client"),
                format!("в файле несколько чатов; взят «{name}». Другой можно выбрать через --client"),
            ),
            Self::Json => ("this line cannot be read and was left out".into(), "эта строка не читается и пропущена".into()),
        };
        if ui == Lang::En { english } else { russian }
    }

    pub(crate) fn problem(&self, line: Option<usize>, ui: Lang) -> Problem {
        Problem { line, what: self.text(ui) }
    }
}

/// Nothing could be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text(Lang::En))]
pub enum ReadError {
    /// No bytes, or only white space.
    Empty,
    /// A recording: it is for the ear.
    IsSound,
    /// Neither text nor sound.
    NotText,
    /// Text without a single utterance.
    NothingReadable {
        /// What it was taken for.
        what: Source,
    },
}

impl ReadError {
    /// The sentence: what is wrong and what to do.
    pub fn text(&self, ui: Lang) -> String {
        let (english, russian) = match self {
            Self::Empty => ("the file is empty. Export the call again.", "файл пуст. Выгрузите разговор заново."),
            Self::IsSound => ("this is a recording, not a transcript.", "это запись, а не текст разговора."),
            Self::NotText => (
                "this is neither text nor sound that can be read. Give a transcript (vtt, srt, txt, json), a chat export or a recording.",
                "это не текст и не звук, которые можно прочитать. Нужен текст разговора (vtt, srt, txt, json), выгрузка чата или запись.",
            ),
            Self::NothingReadable { .. } => (
                "nobody says anything in this file. Give a transcript with names and words, a chat export or a recording.",
                "в этом файле никто ничего не говорит. Нужен текст разговора с именами и словами, выгрузка чата или запись.",
            ),
        };
        if ui == Lang::En { english } else { russian }.to_owned()
    }
}
