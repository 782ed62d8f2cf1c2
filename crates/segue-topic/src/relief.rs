//! Good news about what was feared, as people tell it: "all clear". It ends what was feared, so nobody is to be consoled after it,
//! nor for tears of joy.

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
    "so happy for you",
    "so glad for you",
    "over the moon",
    "slept like a baby",
    "never been happier",
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
    "так рада за",
    "так рад за",
    "как младенец",
    "на седьмом небе",
];

/// What takes it back, right before it.
const NOT: &[&str] =
    &["not", "isn't", "wasn't", "no", "never", "don't", "won't", "until", "if", "hope", "не", "бы", "если", "когда"];

/// How many words before it.
const BEFORE: usize = 3;

/// Turns of phrase of [`RELIEF`] by which all of it is well; "she is out of hospital" may be told of a miscarriage.
const ALL_IS_WELL: &[&str] = &[
    "all clear",
    "all-clear",
    "it was benign",
    "it's benign",
    "benign",
    "it's not cancer",
    "it isn't cancer",
    "came back clear",
    "came back clean",
    "came back negative",
    "scan was clear",
    "scan is clear",
    "false alarm",
    "cancer-free",
    "cancer free",
    "what a relief",
    "so relieved",
    "so happy for you",
    "so glad for you",
    "over the moon",
    "never been happier",
    "все чисто",
    "доброкачествен",
    "это не рак",
    "отлегло",
    "пронесло",
    "гора с плеч",
    "ложная тревога",
    "так рада за",
    "так рад за",
    "на седьмом небе",
];

/// What leaves it open, or tells it to whom it befalls, anywhere in its sentence.
const PERHAPS: &[&str] = &["maybe", "perhaps", "might", "could", "may", "может", "возможно", "вдруг", "вроде", "вам", "тебе"];

/// Utterances for which the joy goes on.
const JOY: u32 = 4;

/// How good the news is of what was feared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relief {
    /// It has not come, as it seems.
    Some,
    /// All is well: told for sure, and not asked.
    AllIsWell,
}

impl Relief {
    /// Of a text that is lower case with `е` for `ё` and straight apostrophes.
    pub fn of(text: &str) -> Option<Self> {
        is_relief(text).then(|| if is_good_news(text) { Self::AllIsWell } else { Self::Some })
    }
}

/// Without any of these it does not hold.
pub(crate) fn hints() -> Vec<&'static str> {
    RELIEF.to_vec()
}

fn is_good_news(text: &str) -> bool {
    static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(ALL_IS_WELL));
    text.split_inclusive(['.', '!', '?', '…', ';', '\n']).any(|sentence| {
        let mut words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let told = PHRASES.begun(sentence).next().is_some() && is_relief(sentence);
        told && !sentence.ends_with('?') && !words.any(|word| PERHAPS.contains(&word))
    })
}

/// Follows good news through a call: what is said right after it is said in joy.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Joy(u32);

impl Joy {
    /// The next utterance, and whether it tells grave or good news; true while the joy over earlier news goes on.
    pub fn goes_on(&mut self, grave: bool, good: bool) -> bool {
        let goes_on = self.0 > 0 && !grave;
        self.0 = match (grave, good) {
            (true, _) => 0,
            (_, true) => JOY,
            _ => self.0.saturating_sub(1),
        };
        goes_on
    }
}

/// True if somebody tells that what was feared has not come: a text that is lower case with `е` for `ё` and straight apostrophes.
fn is_relief(text: &str) -> bool {
    static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(RELIEF));
    PHRASES.begun(text).any(|(_, from, _)| {
        let clause = text[..from].rsplit(['.', '!', '?', '…', ';', '\n']).next().unwrap_or_default();
        let words = clause.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty());
        !words.rev().take(BEFORE).any(|word| NOT.contains(&word))
    })
}

#[cfg(test)]
mod tests {
    use super::{Joy, is_good_news, is_relief};
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

    /// "I'm crying again", of joy over "benign", was met with "I'm so sorry. Shall we stop here?".
    #[test]
    fn joy_goes_on_until_grave_news_comes() {
        let mut joy = Joy::default();
        let heard = ["Benign. Thank God.", "I'm so happy for you!", "I'm crying again.", "Go, your taxi.", "Bye.", "Bye!", "Oh."];
        let goes_on = heard.map(|text| joy.goes_on(false, is_good_news(&plain(text))));
        assert_eq!(goes_on, [false, true, true, true, true, true, false]);
        assert!(!joy.goes_on(false, true));
        assert!(!joy.goes_on(true, false));
        for text in [
            "Опять? Вам же сказали, всё чисто.",
            "Мне врач говорит, может, и доброкачественное.",
            "Меня выписали, а ребёнка нет.",
            "It might be benign.",
            "We don't have the all clear yet.",
        ] {
            assert!(!is_good_news(&plain(text)), "{text}");
        }
    }
}
