//! The form of address that a Russian message uses.

use crate::message::Message;
use segue_core::phrases::{Section, sections};
use segue_core::{Address, Lang, address_counts, tokens, verb_address};
use std::sync::LazyLock;

static PATTERNS: LazyLock<Vec<Section>> = LazyLock::new(|| sections(include_str!("../patterns/address.txt")));

/// The form of address of a message: what it says to me, вы where it says nothing.
pub fn address_of(message: &Message) -> Address {
    if message.lang != Lang::Ru {
        return Address::default();
    }
    let words = tokens(message.text.as_str());
    if let Some(address) = Address::more_often(address_counts(&words)) {
        return address;
    }
    // The request itself tells where no pronoun does: скинь, скиньте, скинешь.
    let verbs = |address: Address| words.iter().filter(|word| verb_address(word) == Some(address)).count();
    let polite = verbs(Address::Vy) + times(&words, "vy asks");
    let near = verbs(Address::Ty) + times(&words, "ty asks");
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
