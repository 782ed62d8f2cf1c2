//! Messages as Facebook Messenger and Instagram export them: JSON, the newest first.

use crate::found::Found;
use crate::json::{Piece, items};
use segue_core::Timing;
use serde::Deserialize;

/// True if the first message of a list has what Messenger writes.
pub(crate) fn is_export(top: Piece<'_>) -> bool {
    let first = list(top).and_then(|list| list.parts().next());
    first.is_some_and(|(_, message)| message.member("sender_name").is_some() && message.member("timestamp_ms").is_some())
}

fn list(top: Piece<'_>) -> Option<Piece<'_>> {
    top.member("messages").filter(|messages| messages.is_array())
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Message {
    sender_name: String,
    timestamp_ms: Option<f64>,
    content: String,
}

/// Reads the messages, the oldest first; one is one utterance, also one of a picture, then without words.
pub(crate) fn parse(text: &str) -> Found {
    let mut found = Found::with_timing(Timing::Chat);
    let Some(list) = Piece::first_of(text).and_then(list) else { return found };
    let mut messages: Vec<(u32, Message)> = items(text, list, &mut found.problems);
    // Those of one moment are written the newest first, too.
    messages.reverse();
    messages.sort_by(|(_, a), (_, b)| a.timestamp_ms.unwrap_or(0.0).total_cmp(&b.timestamp_ms.unwrap_or(0.0)));
    for (line, message) in &messages {
        let start = message.timestamp_ms.map(|milliseconds| milliseconds / 1000.0);
        found.push(*line, (start, None), &letters(&message.sender_name), &letters(&message.content));
    }
    found
}

/// Letters other than Latin are written byte by byte, each as a letter of its own.
fn letters(text: &str) -> String {
    let bytes: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
    bytes.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_else(|| text.to_owned())
}
