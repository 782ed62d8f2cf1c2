//! The one place where an error becomes a sentence and an exit code.

mod client;
mod files;
pub mod system;
pub mod typed;

pub use client::{ClientFailure, quoted};
pub use files::FilesFailure;

use crate::memory::Memory;
use segue_core::Lang;
use segue_reply::MessageError;
use segue_speech::SpeechError;
use segue_speech::models::ModelError;
use segue_store::{KeyStoreError, StoreError};
use segue_transcript::ReadError;
use segue_web::LiveError;
use std::path::{Path, PathBuf};

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

/// Why a language model gave no words.
#[derive(Debug)]
pub enum NotAsked {
    /// No such address of a language model can be.
    NoPlace(String),
    /// Which language model is to be asked was not said.
    WhichModel,
    /// The user did not want it sent.
    NotSent,
    /// It gave no answer.
    Unanswered(crate::voice::Unanswered),
}

/// Why an assistant does not get what it asked for.
#[derive(Debug)]
pub enum Refusal {
    /// Text and a path were given, or neither.
    TextOrPath,
    /// A path outside the folders that the user named.
    OutsideFolders(PathBuf),
    /// The user did not allow writing.
    Writing,
    /// Figures are remembered for a client, and none was named.
    NoClient,
    /// An argument that cannot be as it is.
    NotPossible(String),
    /// An argument that is needed.
    Missing(String),
    /// An argument that the tool does not know; those that it knows.
    NoSuchArgument(String, Vec<String>),
    /// It could not be served at all.
    Serving(String),
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
        Lang::Ru => format!("{fault} Если с этим клиентом говорите на другом: --lang {}", other.code()),
    }
}

/// Why a recording of that name was not heard, in both languages.
fn unheard(path: &Path, error: &SpeechError) -> (String, String) {
    let name = path.display();
    (format!("“{name}”: {}", error.in_words(Lang::En)), format!("«{name}»: {}", speech_in_russian(error)))
}

/// Why a call was not remembered for a client, in both languages.
fn not_in_file(path: &Path, client: &str, names: &[String]) -> (String, String) {
    let (path, names) = (path.display(), names.join(", "));
    (
        format!(
            "“{path}”: nobody in it is called “{client}”, so its figures were not remembered. In it: {names}. If it is right all the same, add --yes."
        ),
        format!(
            "«{path}»: имени «{client}» в нём нет, поэтому цифры не сохранены. В нём: {names}. Если всё верно, добавьте --yes."
        ),
    )
}

/// Why a file was not opened, in both languages.
fn not_opened(path: &Path, error: &std::io::Error) -> (String, String) {
    let path = path.display();
    match error.kind() {
        std::io::ErrorKind::NotFound => (
            format!("there is no file “{path}”. Check the name and the folder."),
            format!("файла «{path}» нет. Проверьте имя и папку."),
        ),
        std::io::ErrorKind::PermissionDenied => (
            format!("you have no permission to read “{path}”. Check its permissions."),
            format!("файл «{path}» нельзя прочитать. Проверьте права доступа."),
        ),
        _ => (
            format!("the file “{path}” cannot be read: {error}."),
            format!("файл «{path}» не читается: {}.", system::in_russian(error)),
        ),
    }
}

/// Why a file was not written, in both languages.
fn not_written(path: &Path, error: &std::io::Error) -> (String, String) {
    let path = path.display();
    let why = match error.kind() {
        // What is not there can only be its folder.
        std::io::ErrorKind::NotFound => "такой папки нет".to_owned(),
        _ => system::in_russian(error),
    };
    (
        format!("“{path}” cannot be written: {error}. Choose another place with --output."),
        format!("не удалось записать «{path}»: {why}. Укажите другое место через --output."),
    )
}

/// Why a recording was not heard; what the system or a library said of it in Russian too.
fn speech_in_russian(error: &SpeechError) -> String {
    match error {
        SpeechError::Io(error) => SpeechError::Io(std::io::Error::other(system::in_russian(error))).in_words(Lang::Ru),
        SpeechError::Engine(what) => SpeechError::Engine(system::of_text(what)).in_words(Lang::Ru),
        SpeechError::Model(error) => model_in_russian(error),
        other => other.in_words(Lang::Ru),
    }
}

/// The same for a model of recognition.
fn model_in_russian(error: &ModelError) -> String {
    match error {
        ModelError::Io(error) => ModelError::Io(std::io::Error::other(system::in_russian(error))).in_words(Lang::Ru),
        ModelError::Unreachable(why) => ModelError::Unreachable(system::of_text(why)).in_words(Lang::Ru),
        other => other.in_words(Lang::Ru),
    }
}

/// What is wrong with a label model, in Russian, to stand after a colon.
fn label_model(error: &segue_topic::ModelError) -> String {
    match error {
        segue_topic::ModelError::File(_) => "её файл не читается".into(),
        segue_topic::ModelError::Format { found, wanted } => format!("она устроена как «{found}», а читается «{wanted}»"),
        segue_topic::ModelError::Tensor(name) => format!("в ней неверная таблица «{name}»"),
    }
}

/// A message in which nothing of the client stands.
fn no_message(error: MessageError, ui: Lang) -> String {
    let (english, russian) = match error {
        MessageError::Empty => (
            "there is no message in it. Paste its text, or name a file.",
            "сообщения в нём нет. Вставьте текст или укажите файл.",
        ),
        MessageError::OnlyQuoted => (
            "it has none of the client's own words, only what is quoted or signed. Paste the words themselves.",
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

fn not_asked(why: &NotAsked, ui: Lang) -> String {
    let (english, russian) = match why {
        NotAsked::NoPlace(address) => (
            format!("“{address}” is not the address of a language model. Give one such as {}.", segue_voice::Place::OLLAMA),
            format!("«{address}» — не адрес языковой модели. Укажите вроде {}.", segue_voice::Place::OLLAMA),
        ),
        NotAsked::WhichModel => (
            "which language model? Name one that you run with --model or SEGUE_VOICE_MODEL, such as llama3.1.".into(),
            "какую языковую модель спросить? Назовите через --model или SEGUE_VOICE_MODEL, например llama3.1.".into(),
        ),
        NotAsked::NotSent => (
            "nothing was sent. To send it as shown without being asked: --yes".into(),
            "ничего не отправлено. Отправить как показано без вопроса: --yes".into(),
        ),
        NotAsked::Unanswered(why) => (why.in_words(Lang::En) + ".", why.in_words(Lang::Ru) + "."),
    };
    if ui == Lang::En { english } else { russian }
}

fn refusal_text(refusal: &Refusal, ui: Lang) -> String {
    let (english, russian) = match refusal {
        Refusal::TextOrPath => (
            "give either `text`, the whole transcript, or `path`, a file.".into(),
            "дайте либо `text`, текст разговора целиком, либо `path`, файл.".into(),
        ),
        Refusal::OutsideFolders(path) => (
            format!(
                "“{}” is not in a folder that may be read; the user names one with: segue mcp --folder FOLDER.",
                path.display()
            ),
            format!("«{}» вне папок, которые можно читать; их называет пользователь: segue mcp --folder ПАПКА.", path.display()),
        ),
        Refusal::Serving(what) => (
            format!("the assistant cannot be served: {what}. Such a program is started by an assistant: see docs/mcp.md."),
            format!("ассистент не обслуживается: {}. Эту программу запускает ассистент: см. docs/mcp.md.", system::of_text(what)),
        ),
        Refusal::Writing => (
            "nothing may be remembered; the user allows it with: segue mcp --allow-writing.".into(),
            "запоминать не разрешено; разрешает пользователь: segue mcp --allow-writing.".into(),
        ),
        Refusal::NoClient => (
            "figures are remembered for a client: name one in `client`.".into(),
            "цифры запоминаются для клиента: назовите его в `client`.".into(),
        ),
        Refusal::NotPossible(what) => (
            format!("the value of `{what}` is not possible: see its description."),
            format!("`{what}`: такое значение не подходит, см. описание."),
        ),
        Refusal::Missing(what) => (format!("`{what}` is needed."), format!("нужен аргумент `{what}`.")),
        Refusal::NoSuchArgument(what, known) => {
            let known = known.iter().map(|known| format!("`{known}`")).collect::<Vec<_>>().join(", ");
            (
                format!("there is no argument `{what}`; the arguments are {known}."),
                format!("аргумента `{what}` нет; есть {known}."),
            )
        }
    };
    if ui == Lang::En { english } else { russian }
}

fn store(error: &StoreError, ui: Lang) -> String {
    let file = Memory::folder().map_or_else(|_| "segue.db".into(), |folder| folder.join("segue.db").display().to_string());
    let (english, russian) = match error {
        StoreError::Io(error) => (
            format!("the data folder cannot be used: {error}. Name another with SEGUE_DATA."),
            format!("папка с данными недоступна: {}. Укажите другую в SEGUE_DATA.", system::in_russian(error)),
        ),
        StoreError::Newer(_) => (
            "your data was written by a later version of segue. Update segue.".into(),
            "данные записаны более новой версией segue. Обновите её.".into(),
        ),
        StoreError::Busy => (
            "segue is already running and using your data. Close it (segue live, for instance), then try again.".into(),
            "данные заняты другой segue. Завершите её (например, segue live) и повторите.".into(),
        ),
        StoreError::Damaged => (
            format!("your data is damaged. Move “{file}” elsewhere and import your last export: segue import FILE"),
            format!("данные повреждены. Уберите «{file}» в другое место и загрузите последнюю выгрузку: segue import ФАЙЛ"),
        ),
        StoreError::KeyMissing => (
            format!(
                "this system's key store has no key for your data: it was reset, or the data comes from another machine. Nothing was changed. Move “{file}” elsewhere and import your last export: segue import FILE"
            ),
            format!(
                "в хранилище ключей системы нет ключа к данным: его сбросили или данные с другого компьютера. Ничего не изменено. Уберите «{file}» в другое место и загрузите последнюю выгрузку: segue import ФАЙЛ"
            ),
        ),
        StoreError::KeyWrong => (
            format!(
                "the key in this system's key store does not open your data: one of the two is damaged. Nothing was changed. Move “{file}” elsewhere and import your last export: segue import FILE"
            ),
            format!(
                "ключ из хранилища ключей системы не открывает данные: ключ или файл повреждён. Ничего не изменено. Уберите «{file}» в другое место и загрузите последнюю выгрузку: segue import ФАЙЛ"
            ),
        ),
        StoreError::KeyStore(KeyStoreError::Absent) => (
            "the key to your data is kept in this system's key store, and none answers here. Log in to your desktop, or start the key store (GNOME Keyring, KDE Wallet, KeePassXC), then try again."
                .into(),
            "ключ к данным хранится в хранилище ключей системы, а оно не отвечает. Войдите в графический сеанс или запустите хранилище (GNOME Keyring, KDE Wallet, KeePassXC) и повторите."
                .into(),
        ),
        StoreError::KeyStore(KeyStoreError::Shut) => (
            "this system's key store did not open. Unlock it and try again.".into(),
            "хранилище ключей системы не открылось. Разблокируйте его и повторите.".into(),
        ),
        StoreError::NoSuchClient => (
            "there is no such client. See them with: segue client list".into(),
            "такого клиента нет. Список: segue client list".into(),
        ),
        StoreError::NameTaken => ("another client has that name already.".into(), "другой клиент уже носит это имя.".into()),
        StoreError::NoExport => (
            "this is not an export of segue, or it comes from a later version. Nothing was imported.".into(),
            "это не выгрузка segue или выгрузка более новой версии. Ничего не загружено.".into(),
        ),
        StoreError::Database(error) => (
            format!("your data cannot be used: {error}."),
            format!("данные недоступны: {}.", system::of_text(&error.to_string())),
        ),
    };
    if ui == Lang::En { english } else { russian }
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

/// Nobody of that name to practise with.
fn nobody(name: &str, names: &[&str], ui: Lang) -> String {
    let names = names.join(", ");
    match ui {
        Lang::En => format!("there is nobody called “{name}” to practise with. There are: {names}"),
        Lang::Ru => format!("с именем «{name}» никого нет. Есть: {names}"),
    }
}

fn live(error: &LiveError, ui: Lang) -> String {
    let (english, russian) = match error {
        LiveError::Port(error) if error.kind() == std::io::ErrorKind::AddrInUse => (
            "this port is in use. Choose another with --port, or leave it out.".into(),
            "этот порт занят. Выберите другой через --port или не указывайте его.".into(),
        ),
        LiveError::Port(error) => (
            format!("the port cannot be opened: {error}. Choose another with --port."),
            format!("порт не открывается: {}. Выберите другой через --port.", system::in_russian(error)),
        ),
        LiveError::InUse => (
            "a page of segue is open already (segue live or segue client page). Use it, or end it first.".into(),
            "страница segue уже открыта (segue live или segue client page). Работайте в ней или сначала завершите её.".into(),
        ),
        LiveError::Store(error) => return store(error, ui),
        LiveError::System(what) => (
            format!("the live page cannot be served: {what}."),
            format!("страницу не удаётся открыть: {}.", system::of_text(what)),
        ),
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
