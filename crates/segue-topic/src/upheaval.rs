//! "I've sold the company, your contract runs until June", "my husband lost his job, so please nothing above 600": private or not, the
//! work changes with it, in what it costs, for how long, or with whom.

use crate::phrases::Phrases;
use std::sync::LazyLock;

/// Said so, it changes the work by itself. Lower case with `е` for `ё`.
const CHANGES: [&str; 58] = [
    "i've sold the company",
    "i have sold the company",
    "i sold the company",
    "we've sold the company",
    "we sold the company",
    "i've sold the business",
    "i sold the business",
    "we've sold the business",
    "we sold the business",
    "i'm selling the company",
    "we're selling the company",
    "keeps your contract until",
    "your contract until",
    "your contract ends",
    "our contract ends",
    "end your contract",
    "i'm retiring",
    "i am retiring",
    "i'll retire in",
    "i'm leaving the company",
    "i am leaving the company",
    "i've handed in my notice",
    "my last day is",
    "we're closing the business",
    "i'm closing the business",
    "we're closing the shop",
    "i'm closing the shop",
    "we're going bankrupt",
    "we've gone bankrupt",
    "we're insolvent",
    "i can't think about the",
    "i can't think about work",
    "i cannot think about the",
    "продал компанию",
    "продала компанию",
    "продали компанию",
    "продаю компанию",
    "продаем компанию",
    "продал фирму",
    "продала фирму",
    "продали фирму",
    "продаем фирму",
    "продал бизнес",
    "продала бизнес",
    "продали бизнес",
    "ваш договор до",
    "договор с вами до",
    "ухожу на пенсию",
    "выхожу на пенсию",
    "ухожу из компании",
    "увольняюсь",
    "мой последний рабочий день",
    "закрываем фирму",
    "закрываю фирму",
    "закрываем бизнес",
    "мы банкроты",
    "мне сейчас не до",
    "не могу думать о работе",
];

/// A trouble with money: alone it is private.
const TROUBLES: [&str; 23] = [
    "lost his job",
    "lost her job",
    "lost my job",
    "lost their job",
    "lost his work",
    "laid off",
    "made redundant",
    "been fired",
    "was fired",
    "on half pay",
    "out of work",
    "потерял работу",
    "потеряла работу",
    "потеряли работу",
    "лишился работы",
    "лишилась работы",
    "остался без работы",
    "осталась без работы",
    "уволили",
    "сократили на работе",
    "попал под сокращение",
    "попала под сокращение",
    "без зарплаты",
];

/// What follows from it for the work, somewhere behind it.
const SO: [&str; 20] = [
    "so please",
    "so nothing",
    "so no more",
    "so not more",
    "so we can",
    "so we have to",
    "so i can",
    "so i have to",
    "so can we",
    "so could we",
    "so it must",
    "that's why",
    "instalments",
    "installments",
    "поэтому",
    "так что",
    "в рассрочку",
    "частями",
    "не дороже",
    "подешевле",
];

/// Without any of these it does not hold.
pub(crate) fn hints() -> Vec<&'static str> {
    [&CHANGES[..], &TROUBLES].concat()
}

/// True if words in lower case, with `е` for `ё` and straight apostrophes, tell what changes the work.
pub(crate) fn is_upheaval(text: &str) -> bool {
    static ALL: LazyLock<[Phrases; 3]> = LazyLock::new(|| [Phrases::new(CHANGES), Phrases::new(TROUBLES), Phrases::new(SO)]);
    let [changes, troubles, so] = &*ALL;
    let follows = |from: usize| so.begun(&text[from..]).next().is_some();
    changes.stand_in(text) || troubles.begun(text).any(|(.., to)| follows(to))
}

#[cfg(test)]
mod tests {
    use super::is_upheaval;
    use crate::tokens::plain;

    /// "My husband lost his job yesterday, so please nothing above 600" was no note, nor was "keeps your contract until June".
    #[test]
    fn what_changes_the_work_is_told_from_what_is_only_private() {
        for text in [
            "And my husband lost his job yesterday, so please nothing above 600 altogether, and in two instalments.",
            "Before that, I want to say that I’ve sold the company.",
            "The new owner is called Brandt and keeps your contract until June, then they have their own people.",
            "She is in surgery, hip. I can't think about the boat",
            "Мужа вчера уволили, поэтому не дороже шестисот и, если можно, частями.",
            "Мы продали фирму, новый хозяин оставляет ваш договор до июня.",
            "В июле я выхожу на пенсию.",
        ] {
            assert!(is_upheaval(&plain(text)), "{text}");
        }
        for text in [
            "My cousin lost his job, he sits in the car all day.",
            "My neighbours sold the company car.",
            "My dad is retiring, there was cake.",
            "Соседа уволили, представляете?",
            "We'll pay in two instalments.",
        ] {
            assert!(!is_upheaval(&plain(text)), "{text}");
        }
    }
}
