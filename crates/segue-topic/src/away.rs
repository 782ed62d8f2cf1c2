//! "From March I'm on parental leave": who will be away, or can be had at other times only, says so in few ways.
//!
//! Such facts are rare in any training data, so that a net misses half of them; these words are right in three of four places
//! where labelled calls have them, and where they are not, a note of an absence does no harm.

use crate::phrases::Phrases;
use crate::tokens::plain;
use std::sync::LazyLock;

/// Who is away.
const WHO: [&str; 8] = ["i'm", "i am", "im", "i'll be", "i will be", "we're", "we are", "we'll be"];
/// In which way, right after it.
const HOW: [&str; 37] = [
    "on parental leave",
    "on maternity leave",
    "on paternity leave",
    "on sick leave",
    "on leave from",
    "off from",
    "off sick",
    "off on the",
    "off next week",
    "off all next week",
    "away from the",
    "away from monday",
    "away next",
    "away all next",
    "away for",
    "away until",
    "away till",
    "away that week",
    "away on the",
    "out from",
    "out of office",
    "out of the office",
    "out next week",
    "in hospital from",
    "in hospital on",
    "in hospital for",
    "in the hospital from",
    "going into hospital",
    "having surgery",
    "having an operation",
    "having a baby in",
    "moving house",
    "on holiday from",
    "on holiday until",
    "on vacation from",
    "on vacation until",
    "going on maternity leave",
];
/// The same in other words.
const ALONE: [&str; 54] = [
    "that week i'm away",
    "i won't be in",
    "i won't be available",
    "i won't be around",
    "i won't be reachable",
    "i can't be reached",
    "won't be in the shop",
    "won't be in the office",
    "i'll stop working in",
    "i stop working in",
    "my operation is on",
    "my surgery is on",
    "i'm having my knee operated",
    "i'm having my hip operated",
    "my maternity leave starts",
    "my parental leave starts",
    "i start my maternity leave",
    "i can only talk in the",
    "i can only do mornings",
    "i can only do evenings",
    "меня не будет",
    "не будет меня",
    "ухожу в декрет",
    "уйду в декрет",
    "в декрет ухожу",
    "в декрет выхожу",
    "ухожу в отпуск",
    "в отпуск ухожу",
    "в отпуске буду",
    "буду в отпуске",
    "я в отпуске с",
    "ложусь в больницу",
    "ложусь на операцию",
    "в больницу ложусь",
    "меня кладут в больницу",
    "кладут меня в больницу",
    "буду в больнице",
    "я на больничном",
    "ухожу на больничный",
    "буду недоступен",
    "буду недоступна",
    "буду без связи",
    "не смогу созваниваться",
    "смогу созваниваться только",
    "созваниваться смогу только",
    "я переезжаю в другой",
    "мы переезжаем в другой",
    "уезжаю на неделю",
    "уезжаю на две недели",
    "уезжаю на месяц",
    "улетаю на неделю",
    "улетаю на две недели",
    "могу не сразу отвечать",
    "не смогу сразу отвечать",
];

/// True if somebody says that they will be away, or to be had at other times only.
pub fn tells_absence(text: &str) -> bool {
    is_away(&plain(text))
}

/// True if the speaker says so, in a text that is lower case with `е` for `ё` and straight apostrophes.
pub(crate) fn is_away(text: &str) -> bool {
    static HOW_AND_ALONE: LazyLock<(Phrases, Phrases)> = LazyLock::new(|| (Phrases::new(&HOW), Phrases::new(&ALONE)));
    let (how, alone) = &*HOW_AND_ALONE;
    let after_who = |(_, at, _): (usize, usize, usize)| WHO.iter().any(|who| text[..at].trim_end().ends_with(who));
    alone.stand_in(text) || i_will_not_be_there(text) || how.begun(text).any(after_who)
}

/// «Меня с третьего по десятое не будет».
fn i_will_not_be_there(text: &str) -> bool {
    /// Words between the two.
    const BETWEEN: usize = 6;
    text.match_indices("не будет").any(|(at, _)| {
        let before: Vec<&str> = text[..at].split_whitespace().rev().take(BETWEEN).collect();
        before.iter().position(|&word| word == "меня").is_some_and(|me| before.get(me + 1) != Some(&"у"))
    })
}

#[cfg(test)]
mod tests {
    use super::is_away;

    #[test]
    fn absences_are_told_from_other_absences() {
        for text in [
            "by the way, from march i'm on parental leave for four months, so anna will be your contact.",
            "i'm having my knee operated on the twelfth and i won't be in the shop for three weeks.",
            "my daughter is getting married on the sixth, so i'm off from the third to the tenth",
            "i'm having a baby in april, i'll stop working in march",
            "в марте ухожу в декрет, вместо меня будет юля.",
            "дочка шестого замуж выходит, так что меня с третьего по десятое не будет",
            "с десятого числа ложусь в больницу на операцию",
            "с декабря смогу созваниваться только по утрам",
            "я как раз в отпуске буду с пятницы",
        ] {
            assert!(is_away(text), "{text}");
        }
        for text in [
            "the receptionist is on maternity leave",
            "кто у вас в декрете?",
            "у меня замечаний не будет",
            "we took the price away from the page",
            "я на связи",
        ] {
            assert!(!is_away(text), "{text}");
        }
    }
}
