//! The one place where an error becomes a sentence and an exit code.

use segue_core::Lang;
use segue_speech::SpeechError;
use segue_speech::models::ModelError;
use segue_transcript::ReadError;
use segue_web::LiveError;
use segue_web::clients::ClientsError;
use std::path::PathBuf;

/// Why a command could not do what was asked.
#[derive(Debug)]
pub enum Failure {
    /// A file could not be opened or read.
    Open(PathBuf, std::io::Error),
    /// A folder was given where a file was needed.
    IsFolder(PathBuf),
    /// A file could not be written.
    Write(PathBuf, std::io::Error),
    /// The screen could not be written to.
    Screen(std::io::Error),
    /// Nothing could be read from a file.
    Read(PathBuf, ReadError),
    /// A recording could not be heard.
    Speech(SpeechError),
    /// A model of recognition is missing or could not be had.
    Model(ModelError),
    /// No such model.
    UnknownModel(String),
    /// A recording needs a language.
    WhichLanguage,
    /// The live page could not be served.
    Live(LiveError),
    /// Nothing labelled to measure with.
    NothingToMeasure,
}

impl Failure {
    /// 2 for what was typed, 3 for a file that yields nothing, 4 for a missing model, 1 for the rest.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::UnknownModel(_) | Self::WhichLanguage => 2,
            Self::Open(..) | Self::IsFolder(_) | Self::Read(..) | Self::Speech(_) | Self::NothingToMeasure => 3,
            Self::Model(_) => 4,
            Self::Write(..) | Self::Screen(_) | Self::Live(_) => 1,
        }
    }

    /// What went wrong and what to do next.
    pub fn text(&self, ui: Lang) -> String {
        let (english, russian) = match self {
            Self::Open(path, error) => {
                let path = path.display();
                match error.kind() {
                    std::io::ErrorKind::NotFound => (
                        format!("there is no file «{path}». Check the name and the folder."),
                        format!("файла «{path}» нет. Проверьте имя и папку."),
                    ),
                    std::io::ErrorKind::PermissionDenied => (
                        format!("the file «{path}» may not be read. Check its permissions."),
                        format!("файл «{path}» нельзя прочитать. Проверьте права доступа."),
                    ),
                    _ => (format!("the file «{path}» cannot be read: {error}."), format!("файл «{path}» не читается: {error}.")),
                }
            }
            Self::IsFolder(path) => (
                format!("«{}» is a folder. Name one file in it.", path.display()),
                format!("«{}» — это папка. Укажите один файл из неё.", path.display()),
            ),
            Self::Write(path, error) => (
                format!("«{}» cannot be written: {error}. Choose another place with --output.", path.display()),
                format!("не удалось записать «{}»: {error}. Укажите другое место через --output.", path.display()),
            ),
            Self::Screen(error) => {
                (format!("the output cannot be written: {error}."), format!("вывод не записывается: {error}."))
            }
            Self::Read(path, error) => {
                let name = path.display();
                (format!("«{name}»: {}", error.text(Lang::En)), format!("«{name}»: {}", error.text(Lang::Ru)))
            }
            Self::Speech(error) => (error.in_words(Lang::En), error.in_words(Lang::Ru)),
            Self::Model(error) => (error.in_words(Lang::En), error.in_words(Lang::Ru)),
            Self::UnknownModel(name) => (
                format!("there is no model «{name}». See them with: segue models list"),
                format!("модели «{name}» нет. Список: segue models list"),
            ),
            Self::WhichLanguage => (
                "which language is spoken in the recording? Say --lang en or --lang ru; it is never guessed.".into(),
                "на каком языке говорят в записи? Укажите --lang en или --lang ru: язык не угадывается.".into(),
            ),
            Self::Live(error) => return live(error, ui),
            Self::NothingToMeasure => (
                "there are no labelled calls there. Name .jsonl files or folders of them.".into(),
                "там нет размеченных разговоров. Укажите файлы .jsonl или папки с ними.".into(),
            ),
        };
        if ui == Lang::En { english } else { russian }
    }
}

fn live(error: &LiveError, ui: Lang) -> String {
    let (english, russian) = match error {
        LiveError::Port(error) => (
            format!("the port cannot be opened: {error}. Choose another with --port."),
            format!("порт не открывается: {error}. Выберите другой через --port."),
        ),
        LiveError::Clients(ClientsError::NoFolder) => (
            "there is no folder for data. Name one in the variable SEGUE_DATA.".into(),
            "нет папки для данных. Укажите её в переменной SEGUE_DATA.".into(),
        ),
        LiveError::Clients(ClientsError::InUse) => (
            "segue live is running already. Use its page, or end it first.".into(),
            "segue live уже работает. Откройте её страницу или сначала завершите её.".into(),
        ),
        LiveError::Clients(ClientsError::Damaged(file)) => (
            format!("the file {file} in the data folder is damaged. Move it away and start again."),
            format!("файл {file} в папке данных повреждён. Уберите его оттуда и запустите снова."),
        ),
        LiveError::Clients(ClientsError::Io(error)) => {
            (format!("the data folder cannot be used: {error}."), format!("папка с данными недоступна: {error}."))
        }
        LiveError::System(what) => {
            (format!("the live page cannot be served: {what}."), format!("страницу не удаётся открыть: {what}."))
        }
    };
    if ui == Lang::En { english } else { russian }
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
