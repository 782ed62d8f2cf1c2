//! "And how old are you, if you don't mind me asking?": questions that are personal whatever was talked about, as people ask them.
//!
//! Of 103 turns of others in the labelled calls that ask so, quotations left out, 102 are private and 98 marked as such questions.

use crate::grave_news::own_words;
use crate::phrases::Phrases;
use std::sync::LazyLock;

/// Turns of phrase, lower case with `е` for `ё`, none of which goes on in its last word.
const ASKED: [&str; 92] = [
    "how old are you",
    "are you married",
    "are you single",
    "are you divorced",
    "are you seeing anyone",
    "are you seeing anybody",
    "are you seeing someone",
    "are you seeing somebody",
    "are you pregnant",
    "are you religious",
    "are you catholic",
    "are you two thinking of children",
    "are you thinking of children",
    "are you thinking of having children",
    "are you thinking of having kids",
    "do you have kids",
    "do you have children",
    "do you have any kids",
    "do you have any children",
    "have you got kids",
    "have you got children",
    "have you got any kids",
    "have you got any children",
    "you got any kids",
    "do you want kids",
    "do you want children",
    "do you have a boyfriend",
    "do you have a girlfriend",
    "have you got a boyfriend",
    "have you got a girlfriend",
    "is there a boyfriend",
    "is there a girlfriend",
    "is there a husband",
    "is there a wife",
    "when are you getting married",
    "when are you two getting married",
    "why did you split up",
    "why did you two split up",
    "why did you get divorced",
    "do you live alone",
    "do you believe in god",
    "do you go to church",
    "who did you vote for",
    "who do you vote for",
    "what do you earn",
    "how much do you earn",
    "what does your husband earn",
    "what does your wife earn",
    "what does your partner earn",
    "what does your husband do",
    "what does your wife do",
    "what does your partner do",
    "where did you grow up",
    "how much do you weigh",
    "сколько вам лет",
    "сколько тебе лет",
    "вам сколько лет",
    "тебе сколько лет",
    "вы замужем",
    "ты замужем",
    "вы женаты",
    "ты женат",
    "вы в разводе",
    "ты в разводе",
    "у вас есть дети",
    "у тебя есть дети",
    "дети у вас есть",
    "дети у тебя есть",
    "а дети есть",
    "детей планируете",
    "ждете ребенка",
    "верите в бога",
    "веришь в бога",
    "в бога верите",
    "в бога веришь",
    "за кого голосовали",
    "за кого голосовал",
    "за кого голосовала",
    "сколько вы зарабатываете",
    "сколько ты зарабатываешь",
    "сколько муж зарабатывает",
    "сколько жена зарабатывает",
    "сколько ваш муж зарабатывает",
    "сколько твой муж зарабатывает",
    "парень у тебя есть",
    "девушка у тебя есть",
    "ты одна живешь",
    "вы одна живете",
    "с кем живешь",
    "с кем живете",
    "почему развелись",
    "родители живы",
];

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(ASKED));

/// Without any of these it does not hold.
pub(crate) fn hints() -> Vec<&'static str> {
    ASKED.to_vec()
}

/// True if a text, lower case with `е` for `ё` and straight apostrophes, asks something personal of whoever hears it. Nobody is married to
/// a typeface.
pub(crate) fn asks_something_personal(text: &str) -> bool {
    let text = &own_words(text);
    let ends = |to: usize| {
        let rest = text[to..].strip_prefix("-то").unwrap_or(&text[to..]);
        !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-') && !rest.starts_with(" to ")
    };
    PHRASES.begun(text).any(|(.., to)| ends(to))
}

#[cfg(test)]
mod tests {
    use super::asks_something_personal;
    use crate::tokens::plain;

    /// "What does your husband earn?" in the midst of work was business, and brought no deflection.
    #[test]
    fn what_is_personal_whatever_was_talked_about() {
        for text in [
            "And how old are you, if you don't mind me asking?",
            "Do you believe in God, Rosa?",
            "What does your husband earn?",
            "Are you two thinking of children?",
            "and who did you vote for",
            "А сколько вам лет, если не секрет?",
            "Ты женат вообще?",
            "А дети у вас есть?",
            "За кого голосовали-то?",
        ] {
            assert!(asks_something_personal(&plain(text)), "{text}");
        }
        for text in [
            "How old are your servers?",
            "Are you married to this typeface?",
            "And please take out “Are you married?”, people stop there.",
            "Question four, \"Do you have children?\" Why do we ask that?",
            "Сколько вам лететь?",
            "А дети у вас где? Рядом с «Техникой»?",
            "What do you earn-out in year two?",
        ] {
            assert!(!asks_something_personal(&plain(text)), "{text}");
        }
    }
}
