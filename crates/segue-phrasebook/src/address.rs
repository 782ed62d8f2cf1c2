//! Which form of address a Russian text uses, by words that leave no doubt.

use segue_core::{Address, address_counts, tokens};

/// Besides its pronouns, words that only «ты» goes with.
const TY: &[&str] = &[
    "давай",
    "скажи",
    "расскажи",
    "рассказывай",
    "дорасскажи",
    "доскажи",
    "напомни",
    "придержи",
    "запомни",
    "напиши",
    "дай",
    "слушай",
    "смотри",
    "извини",
    "прости",
    "подожди",
    "береги",
    "думай",
    "хочешь",
    "можешь",
    "знаешь",
    "говори",
];

/// Endings of the second person plural that nouns do not share; "давайте" is here although a group
/// hears it whatever the address, see [`of`].
const VY: &[&str] = &[
    "давайте",
    "скажите",
    "расскажите",
    "рассказывайте",
    "дорасскажите",
    "доскажите",
    "напомните",
    "придержите",
    "запомните",
    "пришлите",
    "напишите",
    "дайте",
    "слушайте",
    "смотрите",
    "извините",
    "простите",
    "подождите",
    "берегите",
    "думайте",
    "хотите",
    "можете",
    "знаете",
    "говорите",
];

/// The forms of address a Russian text uses: (ты, вы).
pub fn of(text: &str) -> (bool, bool) {
    let words = tokens(text);
    let any = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let (ty, vy) = address_counts(&words);
    (ty > 0 || any(TY), vy > 0 || any(VY))
}

/// The word by which one names a form of address.
pub(crate) fn name(address: Address) -> &'static str {
    match address {
        Address::Ty => "ты",
        Address::Vy => "вы",
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn address_by_its_words() {
        let cases = [
            ("Давай вернёмся к твоему проекту.", (true, false)),
            ("Расскажите в конце?", (false, true)),
            ("Вернёмся к плану.", (false, false)),
            ("Давай, расскажите.", (true, true)),
            ("Что у нас на сайте и в бюджете?", (false, false)),
        ];
        for (text, forms) in cases {
            assert_eq!(of(text), forms, "{text}");
        }
    }
}
