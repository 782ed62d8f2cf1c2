//! Whether somebody tells of their own life, by their words alone.

use crate::sources;
use segue_core::phrases::{Section, sections};
use segue_core::{Lang, tokens};
use std::sync::LazyLock;

static TOLD: LazyLock<[Vec<Section>; 2]> = LazyLock::new(|| sources::TOLD.map(sections));

/// Who tells, as [`tokens`] writes it.
const MYSELF: [&str; 15] = ["i", "im", "ive", "id", "we", "weve", "my", "our", "я", "мы", "мне", "меня", "сам", "сама", "нам"];

/// True if words tell of the speaker's own life: "I have been divorced twice", «У меня мама тоже болеет». What only answers that one
/// listens does not.
pub fn tells_own_life(words: &str) -> bool {
    let told = |clause: &str| {
        let words = tokens(clause);
        let myself = words.iter().any(|word| MYSELF.contains(&word.as_str()));
        myself && has("life", clause, &words) || has("mine", clause, &words)
    };
    sentences(words).any(told)
}

/// True if words, in answer to a story, tell what the speaker did or was: "I've been on one myself".
pub fn tells_own_past(words: &str) -> bool {
    sentences(words).any(|sentence| {
        let words = tokens(sentence);
        words.iter().any(|word| MYSELF.contains(&word.as_str())) && has("past", sentence, &words)
    })
}

/// True if words tell of the speaker's own trouble of these days, as one says it to be brief: "My head is killing me".
pub fn tells_own_trouble(words: &str) -> bool {
    sentences(words).any(|sentence| {
        let words = tokens(sentence);
        let myself = words.iter().any(|word| MYSELF.contains(&word.as_str()));
        let news = || has("news", sentence, &words) && has("fresh", sentence, &words);
        myself && (has("trouble", sentence, &words) || news())
    })
}

/// The sentences that tell; what is asked tells nothing.
fn sentences(words: &str) -> impl Iterator<Item = &str> {
    words.split_inclusive(['.', '!', '?', '…', '\n']).filter(|sentence| !sentence.ends_with('?'))
}

fn has(name: &str, text: &str, words: &[String]) -> bool {
    let sections = &TOLD[Lang::of_text(text).unwrap_or_default() as usize];
    let phrases = sections.iter().filter(|section| section.name == name).flat_map(|section| &section.phrases);
    phrases.into_iter().any(|phrase| phrase.is_heard_in(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_life_and_own_trouble_are_known_by_their_words() {
        for (words, life, trouble) in [
            ("I have been divorced twice, so I get it.", true, false),
            ("I'm forty-three and never married, since you ask.", true, false),
            ("We drank three bottles of wine on Saturday and I sang.", true, false),
            ("My own mum has dementia too.", true, false),
            ("Is your sister married?", false, false),
            ("You must have cried.", false, false),
            ("I sent you the proof on Monday.", false, false),
            ("My dog died yesterday, to be honest.", true, true),
            ("I cannot do this today, my head is killing me.", false, true),
            ("Oh no, who died?", false, false),
            ("My father died of it years ago.", true, false),
            ("I need a single page.", false, false),
            ("We grew by ten percent.", false, false),
            ("Я сама дважды разводилась, понимаю тебя.", true, false),
            ("Мы в субботу три бутылки вина выпили, и я пела.", true, false),
            ("У меня вчера собака умерла, честно говоря, не до того.", true, true),
            ("У меня голова раскалывается.", false, true),
            ("Понимаю вас, я слушаю.", false, false),
            ("Мне нужна смета.", false, false),
        ] {
            assert_eq!((tells_own_life(words), tells_own_trouble(words)), (life, trouble), "{words}");
        }
    }
}
