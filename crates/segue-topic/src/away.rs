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

/// Words of not being there or not being able to, whoever it is: too common to tell a fact that moves the work by themselves, but
/// beside something serious they tell more than a plan around it. Each may be the beginning of a longer word.
const HINDERED: [&str; 58] = [
    "i'm away",
    "i am away",
    "we're away",
    "we are away",
    "be away",
    "is away",
    "he's away",
    "she's away",
    "i'm out",
    "i'm off",
    "out till",
    "out until",
    "off till",
    "off until",
    "on leave",
    "parental leave",
    "maternity",
    "paternity",
    "sick leave",
    "on holiday",
    "on vacation",
    "hospital",
    "surgery",
    "jury duty",
    "not here",
    "not there",
    "not be here",
    "not be there",
    "won't be",
    "won't make",
    "can't make",
    "can't do",
    "can't be",
    "can't come",
    "cannot make",
    "cannot do",
    "cannot be",
    "cannot come",
    "we're closed",
    "we are closed",
    "i am closed",
    "i move on",
    "moving house",
    "instead of me",
    "answers for me",
    "no good to",
    "не могу",
    "не смогу",
    "не сможем",
    "меня нет",
    "нас нет",
    "без меня",
    "вместо меня",
    "уезжа",
    "улета",
    "переезжа",
    "в отпуск",
    "больни",
];

/// True if somebody says that they will be away, or to be had at other times only.
pub fn tells_absence(text: &str) -> bool {
    is_away(&plain(text))
}

/// True if somebody will be away, or speaks of not being there or not being able to.
pub fn tells_hindrance(text: &str) -> bool {
    let text = plain(text);
    is_away(&text) || is_hindered(&text)
}

/// True if words in lower case, with `е` for `ё` and straight apostrophes, speak of not being there or not being able to.
fn is_hindered(text: &str) -> bool {
    static HINDRANCES: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(HINDERED));
    HINDRANCES.begun(text).next().is_some() || ["i can't", "i cannot"].iter().any(|unable| ends_a_clause(text, unable))
}

/// Without any of these it does not hold.
pub(crate) fn hints() -> Vec<&'static str> {
    [&HOW[..], &ALONE, &[NOT_THERE]].concat()
}

/// True if the speaker says so, in a text that is lower case with `е` for `ё` and straight apostrophes.
pub(crate) fn is_away(text: &str) -> bool {
    static HOW_AND_ALONE: LazyLock<(Phrases, Phrases)> = LazyLock::new(|| (Phrases::new(HOW), Phrases::new(ALONE)));
    let (how, alone) = &*HOW_AND_ALONE;
    let after_who = |(_, at, _): (usize, usize, usize)| WHO.iter().any(|who| text[..at].trim_end().ends_with(who));
    alone.stand_in(text) || i_will_not_be_there(text) || how.begun(text).any(after_who)
}

/// "The eighth I can't."
fn ends_a_clause(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| !text[at + words.len()..].starts_with([' ', '-']))
}

const NOT_THERE: &str = "не будет";

/// «Меня с третьего по десятое не будет».
fn i_will_not_be_there(text: &str) -> bool {
    /// Words between the two.
    const BETWEEN: usize = 6;
    text.match_indices(NOT_THERE).any(|(at, _)| {
        let before: Vec<&str> = text[..at].split_whitespace().rev().take(BETWEEN).collect();
        before.iter().position(|&word| word == "меня").is_some_and(|me| before.get(me + 1) != Some(&"у"))
    })
}

#[cfg(test)]
mod tests {
    use super::{is_away, is_hindered};

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
    #[test]
    fn hindrances_are_told_from_plans() {
        for text in [
            "well. the eighth i can't. i can do the third or i can do after.",
            "so practically, i'm away the sixth and the twentieth",
            "my colleague mrs chin answers for me from the fourteenth",
            "четырнадцатого без меня, пожалуйста.",
            "во вторник я уезжаю, так что макет к понедельнику",
        ] {
            assert!(is_hindered(text), "{text}");
        }
        for text in [
            "i'd like to have it hourly by the twentieth, then a week of testing, and live on the second of november.",
            "we'll fix the sign-in right away and take the banner away",
            "i can't see the prices on the page",
            "в понедельник переведу. брат отдает мне свою часть в воскресенье.",
            "тогда сверстаю к пятнице, а в среду отдам в печать",
        ] {
            assert!(!is_hindered(text), "{text}");
        }
    }
}
