//! "I nearly died laughing": grave words in fun, of which nobody died.

use crate::grave::grave_words;
use crate::phrases::Phrases;
use std::borrow::Cow;
use std::sync::LazyLock;

/// Turns of phrase, lower case with `е` for `ё`; a word may go on after them.
const FIGURES: [&str; 81] = [
    "died laughing",
    "die laughing",
    "dying laughing",
    "died with laughter",
    "died of laughter",
    "dying of laughter",
    "dying with laughter",
    "dead from laughing",
    "killed myself laughing",
    "killing myself laughing",
    "died of embarrassment",
    "die of embarrassment",
    "dying of embarrassment",
    "died of shame",
    "die of shame",
    "died of boredom",
    "die of boredom",
    "dying of boredom",
    "bored to death",
    "worked to death",
    "scared me to death",
    "frightened me to death",
    "worried to death",
    "thought i was dead",
    "thought i'd died and gone to heaven",
    "will be the death of me",
    "be the death of me",
    "mum will kill me",
    "mother will kill me",
    "wife will kill me",
    "husband will kill me",
    "wife would kill me",
    "husband would kill me",
    "could have killed him",
    "could have killed her",
    "nearly had a heart attack",
    "almost had a heart attack",
    "gave me a heart attack",
    "wouldn't be seen dead",
    "over my dead body",
    "crying with laughter",
    "cried with laughter",
    "crying from laughing",
    "cried laughing",
    "crying laughing",
    "laughed till i cried",
    "laughed until i cried",
    "laughing till i cried",
    "laughing until i cried",
    "tears of laughter",
    "in tears of laughter",
    "умер со смеху",
    "умерла со смеху",
    "умерли со смеху",
    "умер от смеха",
    "умерла от смеха",
    "умерли от смеха",
    "умираю со смеху",
    "умирали со смеху",
    "умирала со смеху",
    "умирал со смеху",
    "померла со смеху",
    "помер со смеху",
    "со смеху умер",
    "со смеху померли",
    "умер со стыда",
    "умерла со стыда",
    "умер от стыда",
    "умерла от стыда",
    "умер от скуки",
    "умерла от скуки",
    "чуть инфаркт не",
    "чуть не инфаркт",
    "жена меня убьет",
    "муж меня убьет",
    "мама меня убьет",
    "до слез хохотал",
    "хохотали до слез",
    "смеялись до слез",
    "смеялась до слез",
    "слезы от смеха",
];

static ALL: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(FIGURES));

/// Without any of these it does not hold.
pub(crate) fn hints() -> Vec<&'static str> {
    FIGURES.to_vec()
}

/// True if words in lower case, with `е` for `ё` and straight apostrophes, have one of them, and no other grave word.
pub(crate) fn is_figure_of_speech(text: &str) -> bool {
    ALL.begun(text).next().is_some() && grave_words(&without_figures(text.into())) == 0
}

/// The words that are left without them.
pub(crate) fn without_figures(text: Cow<'_, str>) -> Cow<'_, str> {
    let mut left = String::new();
    let mut from = 0;
    for (_, begins, ends) in ALL.begun(&text) {
        if begins >= from {
            left += &text[from..begins];
            left += "…";
        }
        from = from.max(ends);
    }
    if from == 0 {
        return text;
    }
    left += &text[from..];
    left.into()
}

#[cfg(test)]
mod tests {
    use super::{is_figure_of_speech, without_figures};
    use crate::grave_news::grave_news;
    use crate::tokens::plain;

    /// "I nearly died laughing, my uncle's wig went into the soup" was met with "I'm so sorry. Shall we stop here?".
    #[test]
    fn grave_words_in_fun_are_no_grave_news() {
        for text in [
            "I nearly died laughing on Saturday, my uncle's wig went into the soup.",
            "My sister nearly died of embarrassment on Sunday, she called the judge Mum.",
            "My wife will kill me if I'm late today.",
            "My flatmate thought I was dead and rang my sister this morning.",
            "My brother almost had a heart attack yesterday when he saw the bill.",
            "Я в субботу чуть не умер со смеху, у дяди парик в суп упал.",
            "Вчера брат чуть не умер со смеху.",
            "Мама вчера чуть не умерла со стыда.",
        ] {
            assert!(is_figure_of_speech(&plain(text)), "{text}");
            assert_eq!(grave_news(&plain(text)), None, "{text}");
        }
        for text in [
            "My uncle died on Saturday. He was laughing the day before.",
            "We nearly died laughing, and then my mother died on Sunday.",
            "Со смеху чуть не умерли, а вечером у меня умерла мама.",
        ] {
            assert!(grave_news(&plain(text)).is_some() && !is_figure_of_speech(&plain(text)), "{text}");
        }
        assert_eq!(without_figures("he died laughing, and i died of shame".into()), "he …, and i …");
        assert_eq!(without_figures("nobody died".into()), "nobody died");
    }
}
