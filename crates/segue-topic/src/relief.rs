//! Good news about what was feared, as people tell it: "all clear".

use crate::phrases::Phrases;
use std::sync::LazyLock;

/// Turns of phrase, lower case with `е` for `ё`; a word may go on after them.
const RELIEF: &[&str] = &[
    "all clear",
    "all-clear",
    "benign",
    "it's not cancer",
    "it isn't cancer",
    "came back clear",
    "came back clean",
    "came back fine",
    "came back normal",
    "came back negative",
    "come back clear",
    "come back clean",
    "come back fine",
    "come back negative",
    "scan was clear",
    "scan is clear",
    "scan was fine",
    "results are good",
    "results are fine",
    "results were good",
    "results were fine",
    "results are clear",
    "results were clear",
    "nothing serious",
    "nothing to worry about",
    "false alarm",
    "out of danger",
    "on the mend",
    "in remission",
    "cancer-free",
    "cancer free",
    "full recovery",
    "pulled through",
    "made it through",
    "out of hospital",
    "home from hospital",
    "home from the hospital",
    "what a relief",
    "such a relief",
    "so relieved",
    "все чисто",
    "доброкачествен",
    "это не рак",
    "обошлось",
    "отлегло",
    "пронесло",
    "выдохнул",
    "гора с плеч",
    "ничего страшного",
    "ничего серьезного",
    "ничего не нашли",
    "ничего плохого не",
    "вне опасности",
    "ложная тревога",
    "на поправку",
    "выписали",
    "выписывают",
    "в ремиссии",
    "ремиссия",
    "анализы хорошие",
    "анализы в норме",
    "анализы чистые",
    "все в норме",
    "не подтвердил",
    "операция прошла хорошо",
    "операция прошла успешно",
    "прошло хорошо",
    "прошла хорошо",
    "прошел хорошо",
];

/// What takes it back, right before it.
const NOT: &[&str] =
    &["not", "isn't", "wasn't", "no", "never", "don't", "won't", "until", "if", "hope", "не", "бы", "если", "когда"];

/// How many words before it.
const BEFORE: usize = 3;

/// True if somebody tells that what was feared has not come: a text that is lower case with `е` for `ё` and straight apostrophes.
pub(crate) fn is_relief(text: &str) -> bool {
    static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(RELIEF));
    PHRASES.begun(text).any(|(_, from, _)| {
        let clause = text[..from].rsplit(['.', '!', '?', '…', ';', '\n']).next().unwrap_or_default();
        let words = clause.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty());
        !words.rev().take(BEFORE).any(|word| NOT.contains(&word))
    })
}

#[cfg(test)]
mod tests {
    use super::is_relief;
    use crate::tokens::plain;

    /// "All clear! I can breathe again" was answered with "I'm so sorry. Shall we stop?".
    #[test]
    fn good_news_is_known_by_its_words() {
        for text in [
            "Всё чисто! Выдохнула. Вечером торт ем",
            "Анализы в норме, отлегло.",
            "Папу вчера выписали, он дома",
            "Обошлось! Это не рак.",
            "All clear! I slept for ten hours.",
            "The scan came back clean, thank God",
            "It was benign. What a relief.",
            "False alarm, she's home from hospital.",
        ] {
            assert!(is_relief(&plain(text)), "{text}");
        }
        for text in [
            "Не обошлось. Завтра операция",
            "Если всё обойдётся, позвоню",
            "It isn't benign, they say.",
            "We don't have the all clear yet.",
            "I hope it's benign",
            "Боюсь я этого обследования, если честно",
            "My father is in hospital since Sunday.",
        ] {
            assert!(!is_relief(&plain(text)), "{text}");
        }
    }
}
