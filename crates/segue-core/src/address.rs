//! Whether Russian words say ты or вы, and which words say it.

use crate::Address;

/// «Ты» in all its forms, with е for ё.
const TY: [&str; 17] = [
    "ты",
    "тебя",
    "тебе",
    "тобой",
    "тобою",
    "твой",
    "твоя",
    "твое",
    "твои",
    "твоего",
    "твоей",
    "твоему",
    "твоим",
    "твоем",
    "твоих",
    "твоими",
    "твою",
];
/// «Вы» in all its forms.
const VY: [&str; 16] = [
    "вы",
    "вас",
    "вам",
    "вами",
    "ваш",
    "ваша",
    "ваше",
    "ваши",
    "вашего",
    "вашей",
    "вашему",
    "вашим",
    "вашем",
    "ваших",
    "вашими",
    "вашу",
];
/// How a verb ends that says ты by itself.
const VERB_OF_TY: [&str; 4] = ["ешь", "ишь", "ешься", "ишься"];
/// How a verb ends that says вы by itself; «-ете» is not among them: work is full of things in such a case («в макете»).
const VERB_OF_VY: [&str; 7] = ["йте", "ите", "ьте", "йтесь", "итесь", "ьтесь", "етесь"];
/// What ends as a verb of ты does and is none.
const NOT_TY: [&str; 6] = ["лишь", "тишь", "ишь", "вишь", "брешь", "плешь"];
/// The same of вы: «в кредите».
const NOT_VY: [&str; 31] = [
    "сайте",
    "вебсайте",
    "байте",
    "копирайте",
    "кредите",
    "визите",
    "лимите",
    "граните",
    "аудите",
    "транзите",
    "депозите",
    "дефиците",
    "реквизите",
    "аппетите",
    "алфавите",
    "монолите",
    "композите",
    "магните",
    "бандите",
    "элите",
    "свите",
    "защите",
    "плите",
    "орбите",
    "маргарите",
    "никите",
    "пульте",
    "культе",
    "асфальте",
    "альте",
    "бите",
];

/// The form of address that a word says as a pronoun, also of what is theirs: «тебе», «вашего».
pub fn pronoun_address(word: &str) -> Option<Address> {
    match () {
        () if TY.contains(&word) => Some(Address::Ty),
        () if VY.contains(&word) => Some(Address::Vy),
        () => None,
    }
}

/// True for a pronoun of what is theirs who are addressed: «твоего», «ваших».
pub fn is_yours(word: &str) -> bool {
    pronoun_address(word).is_some() && (word.starts_with("тво") || word.starts_with("ваш"))
}

/// The form of address that a word says as a verb: «пришлёшь», «пришлите».
pub fn verb_address(word: &str) -> Option<Address> {
    let ends = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    match () {
        () if ends(&VERB_OF_TY) && !NOT_TY.contains(&word) => Some(Address::Ty),
        () if ends(&VERB_OF_VY) && !NOT_VY.contains(&word) => Some(Address::Vy),
        () => None,
    }
}

/// How often words say ты and вы by their pronouns. All words are as [`crate::tokens`] writes them.
pub fn address_counts(words: &[String]) -> (usize, usize) {
    let count = |address: Address| words.iter().filter(|word| pronoun_address(word) == Some(address)).count();
    (count(Address::Ty), count(Address::Vy))
}

impl Address {
    /// The form that is said more often, of ты and вы so many times; `None` if neither is.
    pub fn more_often((ty, vy): (usize, usize)) -> Option<Self> {
        match ty.cmp(&vy) {
            std::cmp::Ordering::Greater => Some(Self::Ty),
            std::cmp::Ordering::Less => Some(Self::Vy),
            std::cmp::Ordering::Equal => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{address_counts, is_yours, verb_address};
    use crate::{Address, tokens};

    #[test]
    fn pronouns_are_known_in_all_forms() {
        for (text, counts) in [
            ("Твоего макета нет, а тобою обещан", (2, 0)),
            ("О вашем договоре с вашими людьми", (0, 2)),
            ("Ты скажи, а вы потом", (1, 1)),
            ("Всё готово", (0, 0)),
        ] {
            assert_eq!(address_counts(&tokens(text)), counts, "{text}");
        }
        assert!(is_yours("вашему") && is_yours("твоём".replace('ё', "е").as_str()) && !is_yours("вам"));
    }

    #[test]
    fn verbs_that_address_are_told_from_other_words() {
        for (word, address) in [
            ("успеешь", Some(Address::Ty)),
            ("смеёшься", Some(Address::Ty)),
            ("пришлите", Some(Address::Vy)),
            ("забудьте", Some(Address::Vy)),
            ("не опаздывайте", Some(Address::Vy)),
            ("торопитесь", Some(Address::Vy)),
            ("лишь", None),
            ("брешь", None),
            ("мышь", None),
            ("сайте", None),
            ("защите", None),
            ("макете", None),
        ] {
            let said = tokens(word).iter().find_map(|word| verb_address(word));
            assert_eq!(said, address, "{word}");
        }
    }
}
