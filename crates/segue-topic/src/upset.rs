//! Tears and anger at the other, as people say them: moments in which no line helps.

use crate::phrases::Phrases;
use std::sync::LazyLock;

/// Turns of phrase, lower case with `е` for `ё`.
const UPSET: [&str; 44] = [
    // Tears.
    "i'm crying",
    "i am crying",
    "im crying",
    "started crying",
    "i keep crying",
    "in tears",
    "getting a tissue",
    "i can't talk about",
    "i cannot talk about",
    "i need a minute",
    "give me a minute i",
    "[crying]",
    "(crying)",
    "[sobs]",
    "я плачу",
    "реву",
    "разревел",
    "расплакал",
    "слезы",
    "(плачет)",
    "[плачет]",
    "не могу говорить",
    "дайте минуту",
    "дай минуту",
    // Anger at the other.
    "how dare you",
    "don't talk to me like",
    "do not talk to me like",
    "i'm angry with you",
    "i am angry with you",
    "i'm furious",
    "you never listen",
    "shame on you",
    "you let me down",
    "you used me",
    "i've had enough of you",
    "как вы смеете",
    "как ты смеешь",
    "не смейте со мной",
    "не разговаривай со мной так",
    "не разговаривайте со мной так",
    "вы меня подвели",
    "ты меня подвел",
    "хватит на меня орать",
    "вы меня не слышите",
];

/// Without any of these it does not hold.
pub(crate) fn hints() -> Vec<&'static str> {
    UPSET.to_vec()
}

/// True if somebody is in tears or angry at the other by what they say: a text that is lower case with `е` for `ё` and
/// straight apostrophes.
pub(crate) fn is_upset(text: &str) -> bool {
    static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(UPSET));
    PHRASES.begun(text).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::is_upset;
    use crate::tokens::plain;

    #[test]
    fn tears_and_anger_in_both_languages() {
        let upset = [
            "Sorry. I’m crying, give me a moment.",
            "i can't talk about it now",
            "How dare you bring that up?",
            "Я плачу, простите",
            "как вы смеете",
            "Ты меня подвёл.",
        ];
        for text in upset {
            assert!(is_upset(&plain(text)), "{text}");
        }
        // Paying is no weeping in the middle of a word, nor is a crying shame in business.
        for text in
            ["Мы заплачу им во вторник", "The crying baby ad goes first.", "Я вас слышу", "We never listen to that station."]
        {
            assert!(!is_upset(&plain(text)), "{text}");
        }
    }
}
