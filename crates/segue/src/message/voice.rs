//! A language model that gave no words.

use segue_core::Lang;

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

/// Why it gave none, and what to do next.
pub(super) fn not_asked(why: &NotAsked, ui: Lang) -> String {
    let (english, russian) = match why {
        NotAsked::NoPlace(address) => (
            format!("“{address}” is not the address of a language model. Give one such as {}.", segue_voice::Place::OLLAMA),
            format!("«{address}» — не адрес языковой модели. Укажите, например, {}.", segue_voice::Place::OLLAMA),
        ),
        NotAsked::WhichModel => (
            "which language model? With --model or SEGUE_VOICE_MODEL, name one that you run, such as llama3.1.".into(),
            "какую языковую модель спросить? Назовите её через --model или SEGUE_VOICE_MODEL, например llama3.1.".into(),
        ),
        NotAsked::NotSent => (
            "nothing was sent. To send it as shown without being asked, add --yes.".into(),
            "ничего не отправлено. Чтобы отправить показанное без вопроса, добавьте --yes.".into(),
        ),
        NotAsked::Unanswered(why) => (why.in_words(Lang::En) + ".", why.in_words(Lang::Ru) + "."),
    };
    if ui == Lang::En { english } else { russian }
}
