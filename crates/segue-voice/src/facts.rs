//! Facts that an answer must not add, and those that it must not lose.

use crate::fault::Fault;
use crate::phrases::{added, share};
use segue_core::Lang;
use std::collections::BTreeSet;

/// An English text of so many words has common ones among them.
const COMMON_FROM: usize = 4;
/// Their least share.
const COMMON: f64 = 0.2;

/// The first fact in the answer that the text does not have, or the first it has lost.
pub(crate) fn faulty(answer: &str, text: &str, lang: Lang) -> Option<Fault> {
    slots(answer, text)
        .or_else(|| numbers(answer, text, lang))
        .or_else(|| added("date", lang, answer, text).map(Fault::Date))
        .or_else(|| names(answer, text, lang).map(Fault::Name))
        .or_else(|| added("claim", lang, answer, text).map(Fault::Claim))
}

/// True if the words are hardly those of that language, though its letters may be.
pub(crate) fn foreign(answer: &str, lang: Lang) -> bool {
    let bare = without_slots(answer);
    match lang {
        Lang::En => {
            let words = bare.split_whitespace().count();
            let letters = bare.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
            letters || words >= COMMON_FROM && share("common", lang, &bare) < COMMON
        }
        // Ukrainian, Belarusian, Kazakh and others have letters that Russian has not.
        Lang::Ru => {
            bare.chars().any(|c| ('\u{400}'..='\u{52f}').contains(&c) && !('А'..='я').contains(&c) && !matches!(c, 'ё' | 'Ё'))
        }
    }
}

/// The text without its slots.
pub(crate) fn without_slots(text: &str) -> String {
    let mut depth = 0_u32;
    let keep = |c: &char| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    };
    text.chars().filter(keep).collect()
}

fn slots(answer: &str, text: &str) -> Option<Fault> {
    let of = |text: &str| {
        let mut slots: Vec<String> =
            text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect();
        slots.sort();
        slots
    };
    (of(answer) != of(text) || answer.matches('{').count() != answer.matches('}').count()).then_some(Fault::Slots)
}

fn numbers(answer: &str, text: &str, lang: Lang) -> Option<Fault> {
    let of = |text: &str| -> BTreeSet<String> {
        let bare = without_slots(text);
        let parts = bare.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | ':' | '/'));
        parts.map(|part| part.trim_matches(|c: char| !c.is_ascii_digit()).to_owned()).filter(|part| !part.is_empty()).collect()
    };
    let (answered, given) = (of(answer), of(text));
    if let Some(new) = answered.difference(&given).next() {
        return Some(Fault::Number(new.clone()));
    }
    if let Some(lost) = given.difference(&answered).next() {
        return Some(Fault::Lost(lost.clone()));
    }
    added("number", lang, answer, text).map(Fault::Number)
}

/// A word with a capital within a sentence, or in other letters than the language has, that the text does not have.
fn names(answer: &str, text: &str, lang: Lang) -> Option<String> {
    let lower = |word: &str| word.to_lowercase();
    let known: BTreeSet<String> = words(text).map(|(word, _)| lower(word)).collect();
    let bare = without_slots(answer);
    let new = words(&bare).find(|&(word, begins)| {
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let all_capitals = word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !word.chars().any(char::is_lowercase);
        let other_letters = lang == Lang::Ru && word.chars().all(|c| c.is_ascii_alphabetic());
        let suspicious = capital && (!begins || all_capitals) || other_letters;
        suspicious && !known.contains(&lower(word)) && !is_pronoun(&lower(word))
    });
    new.map(|(word, _)| word.to_owned())
}

/// "I", and the Russian address that politeness writes with a capital.
fn is_pronoun(word: &str) -> bool {
    word == "i"
        || word == "ok"
        || word.starts_with("i'")
        || word.starts_with("i’")
        || word.starts_with("ваш")
        || matches!(word, "вы" | "вас" | "вам" | "вами")
}

/// Words with whether a sentence begins with them.
fn words(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut parts = Vec::new();
    for line in text.lines() {
        let mut begins = true;
        for part in line.split_whitespace() {
            let word = part.trim_matches(|c: char| !c.is_alphanumeric());
            let quoted = part.starts_with(['"', '“', '«', '(']);
            if !word.is_empty() {
                parts.push((word, begins || quoted));
                begins = false;
            }
            begins |= part.ends_with(['.', '!', '?', '…', ':', '—', '–', '-']);
        }
    }
    parts.into_iter()
}

#[cfg(test)]
mod tests {
    use super::{faulty, foreign};
    use crate::fault::Fault;
    use segue_core::Lang;

    #[test]
    fn facts_are_neither_added_nor_lost() {
        let text = "Let's keep that for the end. Next: {next-item}. We have 25 minutes.";
        for (answer, fault) in [
            ("I'd keep that for the end. On to {next-item}, we have 25 minutes.", None),
            ("Later, okay? {next-item}: 25 minutes.", None),
            ("Later? {next-item}, we have 30 minutes.", Some(Fault::Number("30".into()))),
            ("Later? {next-item}, we have 25 minutes, that's twenty five.", Some(Fault::Number("five".into()))),
            ("Later? {next-item}, we have time.", Some(Fault::Lost("25".into()))),
            ("Later? The logo, we have 25 minutes.", Some(Fault::Slots)),
            ("Later? {next-item} and {name}, 25 minutes.", Some(Fault::Slots)),
            ("Tomorrow? {next-item}, we have 25 minutes.", Some(Fault::Date("tomorrow".into()))),
            ("Later, as Martin says? {next-item}, 25 minutes.", Some(Fault::Name("Martin".into()))),
            ("The rest is paid. {next-item}, 25 minutes.", Some(Fault::Claim("is paid".into()))),
        ] {
            assert_eq!(faulty(answer, text, Lang::En), fault, "{answer}");
        }
        let text = "Давайте это в конце. Сейчас вот что: {next-item}.";
        for (answer, fault) in [
            ("Вернёмся к этому в конце, а сейчас: {next-item}. Что Вам удобно.", None),
            ("Мой муж ждёт. А сейчас: {next-item}.", Some(Fault::Claim("муж".into()))),
            ("В четверг. А сейчас: {next-item}.", Some(Fault::Date("четверг".into()))),
            ("Спросим Игоря. А сейчас: {next-item}.", Some(Fault::Name("Игоря".into()))),
            ("Через пять минут: {next-item}.", Some(Fault::Number("пять".into()))),
            ("Обсудим в Zoom: {next-item}.", Some(Fault::Name("Zoom".into()))),
        ] {
            assert_eq!(faulty(answer, text, Lang::Ru), fault, "{answer}");
        }
    }

    #[test]
    fn another_language_in_the_same_letters_is_foreign() {
        for (answer, lang, is) in [
            ("Let's keep that for the end.", Lang::En, false),
            ("Wollen wir erst die Arbeit machen?", Lang::En, true),
            ("Dejemos eso para luego y seguimos", Lang::En, true),
            ("Gardons ça pour la fin.", Lang::En, true),
            ("Вернёмся к этому в конце.", Lang::Ru, false),
            ("Повернімося до цього в кінці.", Lang::Ru, true),
        ] {
            assert_eq!(foreign(answer, lang), is, "{answer}");
        }
    }
}
