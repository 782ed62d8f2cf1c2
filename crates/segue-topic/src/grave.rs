//! Words that grave news is told in: a hint for the model, which decides by the thread.
//!
//! Serious disclosures are rare in any training data, so their words are given by hand.

use crate::tokens::{Token, Tokeniser};
use std::sync::LazyLock;

/// Beginnings of grave words. A full stop at the end means the whole word.
const GRAVE: [&str; 112] = [
    // English
    "died.",
    "dead.",
    "death.",
    "dying.",
    "passed.",
    "funeral",
    "grief",
    "grieving",
    "widow",
    "cancer",
    "tumor",
    "tumour",
    "chemo",
    "stroke.",
    "hospital",
    "hospice",
    "surgery",
    "surgeon",
    "biopsy",
    "diagnos",
    "malignan",
    "leukemia",
    "leukaemia",
    "dementia",
    "alzheimer",
    "miscarr",
    "stillb",
    "suicid",
    "overdose",
    "rehab.",
    "divorc",
    "separated.",
    "custody",
    "evict",
    "bankrupt",
    "laid.",
    "fired.",
    "redundan",
    "arrest",
    "prison",
    "violent",
    "abus",
    "assault",
    "accident",
    "ambulance",
    "emergency",
    "icu.",
    "intensive.",
    "coma.",
    "depress",
    "breakdown",
    "heart.",
    "lump.",
    "scan.",
    "seizure",
    "ventilator",
    "remission",
    "terminal.",
    // Russian
    "умер",
    "умира",
    "смерт",
    "погиб",
    "похорон",
    "поминк",
    "хорони",
    "сороковин",
    "сорок.",
    "рак.",
    "рака.",
    "раком.",
    "онколог",
    "опухол",
    "химиотерап",
    "химию.",
    "инсульт",
    "инфаркт",
    "больниц",
    "реанимац",
    "операци",
    "хирург",
    "диагноз",
    "биопси",
    "метастаз",
    "скорая.",
    "скорую.",
    "авари",
    "развод",
    "развели",
    "развожу",
    "ушел.",
    "ушла.",
    "бросил",
    "избил",
    "избива",
    "тюрьм",
    "посадили",
    "арест",
    "депресс",
    "суицид",
    "выкидыш",
    "деменц",
    "альцгеймер",
    "парализ",
    "кома.",
    "коме.",
    "уволили",
    "сократили",
    "банкрот",
    "долги.",
    "пожар",
    "фронт",
    "мобилиз",
];

/// Which three letters grave words begin with, folded to a number: most words are passed over at once.
static FIRST: LazyLock<[bool; 4096]> = LazyLock::new(|| {
    let mut first = [false; 4096];
    for known in GRAVE {
        first[beginning(known)] = true;
    }
    first
});

fn beginning(word: &str) -> usize {
    word.chars().take(3).fold(0, |number, letter| (number * 31 + letter as usize) % 4096)
}

/// True if a word, lower case with `е` for `ё`, is one of them.
pub(crate) fn is_grave(word: &str) -> bool {
    FIRST[beginning(word)]
        && GRAVE.iter().any(|known| match known.strip_suffix('.') {
            Some(whole) => whole == word,
            None => word.starts_with(known),
        })
}

/// How many words of a text are such as grave news is told in.
pub fn grave_words(text: &str) -> usize {
    Tokeniser::default().split(text).filter(|token| matches!(token, Token::Word(word) if is_grave(word))).count()
}

#[cfg(test)]
mod tests {
    use super::is_grave;

    #[test]
    fn inflections_are_found_and_neighbours_are_not() {
        for word in ["умерла", "операцию", "divorcing", "hospital", "рак"] {
            assert!(is_grave(word), "{word}");
        }
        for word in ["раковина", "heartfelt", "scanner", "deadline"] {
            assert!(!is_grave(word), "{word}");
        }
    }
}
