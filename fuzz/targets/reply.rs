//! Any bytes are a message or an error; every draft of a message passes the rules.
#![no_main]

use jiff::tz::TimeZone;
use libfuzzer_sys::fuzz_target;
use segue_reply::{Manners, Wishes, drafts, faults, read, understand};

fuzz_target!(|bytes: &[u8]| {
    let wishes = Wishes { me: Some("Dana".into()), client: None, lang: None, channel: None, zone: TimeZone::UTC };
    if let Ok(message) = read(bytes, &wishes) {
        let understood = understand(&message, "");
        let mut manners = Manners::default();
        manners.voice.lang = message.lang;
        for draft in drafts(&understood, &manners) {
            let found = faults(&draft, &understood, manners.extent, None);
            assert!(found.is_empty(), "{found:?}");
        }
    }
});
