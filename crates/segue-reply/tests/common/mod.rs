//! A message understood and answered, as the tests that read many of them need it.
#![allow(dead_code, reason = "each test file takes what it needs")]

use jiff::tz::TimeZone;
use segue_core::{Address, Tone};
use segue_phrasebook::ReplyVoice;
use segue_reply::{Channel, DraftKind, Extent, Manners, Message, Understood, Wishes, drafts, faults, read, understand};

pub fn message(text: &str) -> Message {
    let wishes = Wishes { me: None, client: None, lang: None, channel: Some(Channel::Chat), zone: TimeZone::UTC };
    read(text.as_bytes(), &wishes).unwrap()
}

/// Manners for a chat in the language of the message.
pub fn manners(message: &Message) -> Manners {
    let voice = ReplyVoice { lang: message.lang, tone: Tone::Warm, address: Address::Vy };
    Manners { voice, extent: Extent::Chat, ..Manners::default() }
}

/// What is understood, and all drafts in every tone as one text.
pub fn answered(text: &str) -> (Understood, Vec<(DraftKind, String)>) {
    let message = message(text);
    let understood = understand(&message, "");
    let mut all = Vec::new();
    for tone in [Tone::Warm, Tone::Neutral, Tone::Direct] {
        let voice = ReplyVoice { lang: message.lang, tone, address: Address::Vy };
        let manners = Manners { voice, extent: Extent::Chat, ..Manners::default() };
        for draft in drafts(&understood, &manners) {
            let found = faults(&draft, &understood, Extent::Chat, None);
            assert!(found.is_empty(), "{text}: {found:?} in {}", draft.text.as_str());
            all.push((draft.kind, draft.text.as_str().to_owned()));
        }
    }
    (understood, all)
}

pub fn none_says(text: &str, drafts: &[(DraftKind, String)], words: &[&str]) {
    for (_, draft) in drafts {
        assert!(!words.iter().any(|word| draft.contains(word)), "{text}: {draft}");
    }
}

pub const CHEER: [&str; 8] = ["good day", "Enjoy", "All the best", "Хорошего", "Доброго", "Всего доброго", "Gladly", "welcome"];
