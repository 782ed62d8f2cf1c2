//! The form of address that a Russian message uses.

use crate::message::Message;
use segue_core::phrases::{Section, sections};
use segue_core::{Address, Lang, tokens};
use std::sync::LazyLock;

static PATTERNS: LazyLock<Vec<Section>> = LazyLock::new(|| sections(include_str!("../patterns/address.txt")));

/// Requests that end as those to several people do, and are none: «в кредите».
const NOUNS: [&str; 12] = [
    "сайте",
    "кредите",
    "визите",
    "лимите",
    "граните",
    "аудите",
    "транзите",
    "депозите",
    "дефиците",
    "элите",
    "свите",
    "магните",
];
/// Words that end as «делаешь» and are none.
const NOT_TY: [&str; 5] = ["лишь", "мышь", "тишь", "камыш", "малыш"];

/// The form of address of a message: what it says to me, вы where it says nothing.
pub fn address_of(message: &Message) -> Address {
    if message.lang != Lang::Ru {
        return Address::default();
    }
    let words = tokens(message.text.as_str());
    let (ty, vy) = (times(&words, "ty"), times(&words, "vy"));
    if ty != vy {
        return if ty > vy { Address::Ty } else { Address::Vy };
    }
    // The request itself tells where no pronoun does: скинь, скиньте, скинешь.
    let to_several = |word: &String| {
        (word.ends_with("йте") || word.ends_with("ите") || word.ends_with("ьте")) && !NOUNS.contains(&word.as_str())
    };
    let to_one = |word: &String| {
        (word.ends_with("ешь") || word.ends_with("ишь") || word.ends_with("ешься") || word.ends_with("ишься"))
            && !NOT_TY.contains(&word.as_str())
    };
    let polite = words.iter().filter(|word| to_several(word)).count() + times(&words, "vy asks");
    let near = words.iter().filter(|word| to_one(word)).count() + times(&words, "ty asks");
    if near > polite || near == polite && polite == 0 && times(&words, "ty greets") > 0 { Address::Ty } else { Address::Vy }
}

/// How often phrases of a section stand in the words.
fn times(words: &[String], section: &str) -> usize {
    let phrases = PATTERNS.iter().filter(|one| one.name == section).flat_map(|one| &one.phrases);
    let stands = phrases.map(|phrase| {
        let length = tokens(&phrase.text).len().max(1);
        words.windows(length).filter(|words| phrase.stands_in(words)).count()
    });
    stands.sum()
}
