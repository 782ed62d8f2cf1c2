//! The one place where an error becomes a sentence and an exit code.

mod assistant;
mod client;
mod files;
pub mod panic;
mod paths;
mod speech;
mod store;
pub mod system;
pub mod typed;
mod voice;

pub use assistant::Refusal;
pub use client::{ClientFailure, quoted};
pub use files::FilesFailure;
pub use voice::NotAsked;

use assistant::refusal_text;
use paths::{not_in_file, not_opened, not_written};
use segue_core::Lang;
use segue_reply::MessageError;
use segue_speech::SpeechError;
use segue_speech::models::ModelError;
use segue_store::StoreError;
use segue_transcript::ReadError;
use segue_web::LiveError;
use speech::{label_model, model_in_russian, speech_in_russian, unheard};
use std::path::{Path, PathBuf};
use store::{live, store};
use voice::not_asked;

/// Why a command could not do what was asked.
#[derive(Debug)]
pub enum Failure {
    /// A file could not be opened or read.
    Open(PathBuf, std::io::Error),
    /// A folder holds no label model.
    LabelModel(PathBuf, segue_topic::ModelError),
    /// A folder was given where a file was needed.
    IsFolder(PathBuf),
    /// Something about many files at once.
    Files(FilesFailure),
    /// A file could not be written.
    Write(PathBuf, std::io::Error),
    /// The screen could not be written to.
    Screen(std::io::Error),
    /// Nothing could be read from a file.
    Read(PathBuf, ReadError),
    /// A recording could not be heard.
    Speech(SpeechError),
    /// A recording of that name could not be heard.
    Unheard(PathBuf, SpeechError),
    /// Nobody says anything in a file, so nothing of it can be remembered.
    NothingSaid(PathBuf),
    /// Nobody in a file is called as the client for whom it was to be remembered; the names in it.
    NotInFile(PathBuf, String, Vec<String>),
    /// A model of recognition is missing or could not be had.
    Model(ModelError),
    /// No such model.
    UnknownModel(String),
    /// A recording needs a language.
    WhichLanguage,
    /// A message has no words of the client.
    Message(MessageError),
    /// This computer has no clipboard.
    NoClipboard,
    /// The clipboard holds no text.
    EmptyClipboard,
    /// What is remembered could not be read or written.
    Store(StoreError),
    /// The live page could not be served.
    Live(LiveError),
    /// Nobody of that name to practise with; the names there are.
    NobodyToRehearse(String, Vec<&'static str>),
    /// This computer has nothing to listen to.
    NoDevices,
    /// Nothing labelled to measure with.
    NothingToMeasure,
    /// The system names no folder for data.
    NoMemory,
    /// Something about a client.
    Client(ClientFailure),
    /// A line of one's own has a fault.
    OwnLine(segue_phrasebook::ChangeError),
    /// A folder that should be empty is not.
    NotEmpty(PathBuf),
    /// A file is no calendar.
    NoCalendar(PathBuf),
    /// Not all of an export was understood, or so many lines at its end are missing.
    NotWhole(PathBuf, usize),
    /// The language model was not or could not be asked.
    Voice(NotAsked),
    /// An assistant asked for something that it may not have.
    Assistant(Refusal),
}

impl Failure {
    /// 2 for what was typed, 3 for a file that yields nothing, 4 for a missing model, 5 for a key that is not to be had, 1 for the rest.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Assistant(Refusal::Serving(_)) => 1,
            Self::UnknownModel(_)
            | Self::WhichLanguage
            | Self::Files(FilesFailure::NoFolder)
            | Self::NotEmpty(_)
            | Self::Client(_)
            | Self::OwnLine(_)
            | Self::NobodyToRehearse(..)
            | Self::Assistant(_)
            | Self::Voice(NotAsked::NoPlace(_) | NotAsked::WhichModel | NotAsked::NotSent)
            | Self::Store(StoreError::NameTaken | StoreError::NoSuchClient) => 2,
            Self::Open(..)
            | Self::LabelModel(..)
            | Self::IsFolder(_)
            | Self::Files(_)
            | Self::Read(..)
            | Self::Speech(_)
            | Self::Unheard(..)
            | Self::NothingSaid(_)
            | Self::NotInFile(..)
            | Self::NothingToMeasure
            | Self::Message(_)
            | Self::EmptyClipboard
            | Self::NoCalendar(_)
            | Self::NotWhole(..)
            | Self::Store(StoreError::NoExport) => 3,
            Self::Model(_) => 4,
            Self::Store(error) | Self::Live(LiveError::Store(error))
                if matches!(error, StoreError::KeyMissing | StoreError::KeyWrong | StoreError::KeyStore(_)) =>
            {
                5
            }
            Self::Write(..)
            | Self::Screen(_)
            | Self::NoMemory
            | Self::NoClipboard
            | Self::NoDevices
            | Self::Live(_)
            | Self::Store(_)
            | Self::Voice(NotAsked::Unanswered(_)) => 1,
        }
    }

    /// The same, of the recording of that name.
    pub fn of(self, file: &Path) -> Self {
        match self {
            Self::Speech(error) => Self::Unheard(file.to_owned(), error),
            other => other,
        }
    }

    /// Whether it lies in the file that was to be read, so that others may be.
    pub fn is_of_file(&self) -> bool {
        matches!(self, Self::WhichLanguage | Self::Speech(_) | Self::Client(ClientFailure::NotInTheCall(..))) || self.names_file()
    }

    /// Whether its text names the file.
    pub fn names_file(&self) -> bool {
        matches!(
            self,
            Self::Open(..) | Self::IsFolder(_) | Self::Read(..) | Self::Unheard(..) | Self::NothingSaid(_) | Self::NotInFile(..)
        )
    }

    /// What went wrong and what to do next.
    pub fn text(&self, ui: Lang) -> String {
        let (english, russian) = match self {
            Self::LabelModel(path, error) => (
                format!("the model in “{}” cannot be used: {error}. Train it again.", path.display()),
                format!("модель из «{}» не годится: {}. Обучите её заново.", path.display(), label_model(error)),
            ),
            Self::Open(path, error) => not_opened(path, error),
            Self::IsFolder(path) => (
                format!("“{}” is a folder. Name one file in it.", path.display()),
                format!("«{}» — это папка. Укажите один файл из неё.", path.display()),
            ),
            Self::Files(failure) => return failure.text(ui),
            Self::Write(path, error) => not_written(path, error),
            Self::Screen(error) => (
                format!("the output cannot be written: {error}."),
                format!("вывод не записывается: {}.", system::in_russian(error)),
            ),
            Self::Read(path, error) => {
                let name = path.display();
                (format!("“{name}”: {}", error.text(Lang::En)), format!("«{name}»: {}", error.text(Lang::Ru)))
            }
            Self::Speech(error) => (error.in_words(Lang::En), speech_in_russian(error)),
            Self::Unheard(path, error) => unheard(path, error),
            Self::NothingSaid(path) => (
                format!("“{}”: nobody says anything in it, so nothing of it is remembered.", path.display()),
                format!("«{}»: в нём никто ничего не говорит, поэтому запоминать нечего.", path.display()),
            ),
            Self::NotInFile(path, client, names) => not_in_file(path, client, names),
            Self::Model(error) => (error.in_words(Lang::En), model_in_russian(error)),
            Self::UnknownModel(name) => (
                format!("there is no model “{name}”. See them with: segue models list"),
                format!("модели «{name}» нет. Список: segue models list"),
            ),
            Self::WhichLanguage => (
                "which language is spoken in the recording? Say --lang en or --lang ru; it is never guessed.".into(),
                "на каком языке говорят в записи? Укажите --lang en или --lang ru: язык не угадывается.".into(),
            ),
            Self::Message(error) => return no_message(*error, ui),
            Self::NoClipboard => (
                "there is no clipboard here. Name a file, or pipe the message in: segue reply < FILE".into(),
                "буфера обмена здесь нет. Укажите файл или передайте сообщение так: segue reply < ФАЙЛ".into(),
            ),
            Self::EmptyClipboard => (
                "the clipboard holds no text. Copy the message, then try again.".into(),
                "в буфере обмена нет текста. Скопируйте сообщение и повторите.".into(),
            ),
            Self::Store(error) => return store(error, ui),
            Self::Client(failure) => return failure.text(ui),
            Self::Live(error) => return live(error, ui),
            Self::Voice(why) => return not_asked(why, ui),
            Self::Assistant(refusal) => return refusal_text(refusal, ui),
            Self::NobodyToRehearse(name, names) => return nobody(name, names, ui),
            Self::NoDevices => (
                "segue found no microphone or speakers it can listen to. Plug in a microphone, or let the browser listen: segue live --ears browser".into(),
                "на этом компьютере слушать нечего. Подключите микрофон или слушайте через браузер: segue live --ears browser".into(),
            ),
            Self::NothingToMeasure => (
                "there are no labelled calls there. Name .jsonl files or folders of them.".into(),
                "там нет размеченных разговоров. Укажите файлы .jsonl или папки с ними.".into(),
            ),
            Self::NoMemory => (
                "the system names no folder for data. Name one with SEGUE_DATA.".into(),
                "система не называет папку для данных. Укажите её в SEGUE_DATA.".into(),
            ),
            Self::OwnLine(error) => return own_line(error, ui),
            Self::NotEmpty(path) => (
                format!(
                    "the folder “{}” is not empty. Name a new one; nothing of yours is ever mixed with made-up calls.",
                    path.display()
                ),
                format!("папка «{}» не пуста. Укажите новую: выдуманные разговоры с вашими не смешиваются.", path.display()),
            ),
            Self::NoCalendar(path) => (
                format!("“{}” is not a calendar file. Export one from your calendar program as .ics.", path.display()),
                format!("«{}» — не календарь. Сохраните его из своей программы как .ics.", path.display()),
            ),
            Self::NotWhole(path, missing) => {
                let (english, russian) = match missing {
                    0 => (String::new(), String::new()),
                    _ => (format!(", lines missing at its end: {missing}"), format!(", в конце не хватает строк: {missing}")),
                };
                (
                    format!("“{}” is damaged{english}. What could be read has been imported; to take it back: segue undo", path.display()),
                    format!("файл «{}» повреждён{russian}. Загружено то, что удалось прочитать; отменить: segue undo", path.display()),
                )
            }
        };
        if ui == Lang::En { english } else { russian }
    }
}

/// What is wrong with a line of one's own; which one it is, is in the words.
fn own_line(error: &segue_phrasebook::ChangeError, ui: Lang) -> String {
    let fault = error.fault.in_words(ui);
    let segue_phrasebook::LineFault::WrongLanguage { lang } = error.fault else { return fault };
    let other = if lang == Lang::En { Lang::Ru } else { Lang::En };
    match ui {
        Lang::En => format!("{fault} If that is how you talk with this client: --lang {}", other.code()),
        Lang::Ru => format!("{fault} Если с этим клиентом вы говорите на другом языке: --lang {}", other.code()),
    }
}

impl From<ClientFailure> for Failure {
    fn from(failure: ClientFailure) -> Self {
        Self::Client(failure)
    }
}

impl From<FilesFailure> for Failure {
    fn from(failure: FilesFailure) -> Self {
        Self::Files(failure)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<LiveError> for Failure {
    fn from(error: LiveError) -> Self {
        Self::Live(error)
    }
}

impl From<SpeechError> for Failure {
    fn from(error: SpeechError) -> Self {
        Self::Speech(error)
    }
}

impl From<ModelError> for Failure {
    fn from(error: ModelError) -> Self {
        Self::Model(error)
    }
}

/// A message in which nothing of the client stands.
fn no_message(error: MessageError, ui: Lang) -> String {
    let (english, russian) = match error {
        MessageError::Empty => (
            "there is no message in it. Paste the text of one, or name a file.",
            "сообщения в нём нет. Вставьте текст или укажите файл.",
        ),
        MessageError::OnlyQuoted => (
            "it has none of the client's own words, only quotes or a signature. Paste the words themselves.",
            "слов клиента в нём нет, только цитата или подпись. Вставьте сам текст.",
        ),
        MessageError::NotText => (
            "this is neither text nor an email nor a voice note. Save the message as text or as .eml.",
            "это не текст, не письмо и не голосовое сообщение. Сохраните сообщение как текст или .eml.",
        ),
        MessageError::Sound => ("this is sound.", "это звук."),
    };
    if ui == Lang::En { english } else { russian }.to_owned()
}

/// Nobody of that name to practise with.
fn nobody(name: &str, names: &[&str], ui: Lang) -> String {
    let names = names.join(", ");
    match ui {
        Lang::En => format!("there is nobody called “{name}” to practise with. There are: {names}"),
        Lang::Ru => format!("с именем «{name}» никого нет. Есть: {names}"),
    }
}
