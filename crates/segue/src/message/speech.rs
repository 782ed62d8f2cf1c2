//! A recording that was not heard, a model that cannot be used.

use super::system;
use segue_core::Lang;
use segue_speech::SpeechError;
use segue_speech::models::ModelError;
use std::path::Path;

/// Why a recording of that name was not heard, in both languages.
pub(super) fn unheard(path: &Path, error: &SpeechError) -> (String, String) {
    let name = path.display();
    (format!("“{name}”: {}", error.in_words(Lang::En)), format!("«{name}»: {}", speech_in_russian(error)))
}

/// Why a recording was not heard; what the system or a library said of it in Russian too.
pub(super) fn speech_in_russian(error: &SpeechError) -> String {
    match error {
        SpeechError::Io(error) => SpeechError::Io(std::io::Error::other(system::in_russian(error))).in_words(Lang::Ru),
        SpeechError::Engine(what) => SpeechError::Engine(system::of_text(what)).in_words(Lang::Ru),
        SpeechError::Model(error) => model_in_russian(error),
        other => other.in_words(Lang::Ru),
    }
}

/// The same for a model of recognition.
pub(super) fn model_in_russian(error: &ModelError) -> String {
    match error {
        ModelError::Io(error) => ModelError::Io(std::io::Error::other(system::in_russian(error))).in_words(Lang::Ru),
        ModelError::Unreachable(why) => ModelError::Unreachable(system::of_text(why)).in_words(Lang::Ru),
        other => other.in_words(Lang::Ru),
    }
}

/// What is wrong with a label model, in Russian, to stand after a colon.
pub(super) fn label_model(error: &segue_topic::ModelError) -> String {
    match error {
        segue_topic::ModelError::File(_) => "её файл не читается".into(),
        segue_topic::ModelError::Format { found, wanted } => format!("её формат «{found}», а нужен «{wanted}»"),
        segue_topic::ModelError::Tensor(name) => format!("в ней неверная таблица «{name}»"),
    }
}
