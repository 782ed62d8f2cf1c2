//! Telegram Desktop's `result.json`: one chat, or the whole account.

use crate::json::{self, Array};
use crate::raw::Raw;
use crate::subtitles::collapse;
use crate::{Fault, Parsed, ReadOptions, roles};
use segue_core::Timing;
use serde_json::Value;

pub(crate) fn parse(text: &str, options: &ReadOptions) -> Parsed {
    let mut parsed = Parsed { timing: Timing::Chat, ..Parsed::default() };
    let chats = json::array(text, "\"list\"").filter(|list| list.items.iter().any(|(_, chat)| chat["messages"].is_array()));
    let messages = match chats {
        Some(chats) => one_of(chats, options, &mut parsed),
        None => json::array(text, "\"messages\""),
    };
    let Some(Array { items, cut }) = messages else { return parsed };
    let mut first = None;
    for (line, message) in items {
        if message["type"] != "message" {
            continue;
        }
        let at = seconds(&message);
        let zero = *first.get_or_insert(at.unwrap_or(0.0));
        parsed.raws.push(Raw {
            line,
            start: at.map(|at| at - zero),
            speaker: message["from"].as_str().unwrap_or_default().to_owned(),
            text: words(&message["text"]),
            ..Raw::default()
        });
    }
    if let Some(line) = cut {
        parsed.faults.push((Some(line), Fault::Cut));
    }
    parsed
}

/// The chat with the client, or the longest.
fn one_of(chats: Array, options: &ReadOptions, parsed: &mut Parsed) -> Option<Array> {
    let name = |chat: &Value| chat["name"].as_str().unwrap_or_default().to_owned();
    let several = chats.items.len() > 1;
    let length = |chat: &Value| chat["messages"].as_array().map_or(0, Vec::len);
    let wanted = options.client.as_deref();
    let matching = wanted.and_then(|client| chats.items.iter().position(|(_, chat)| roles::same_person(client, &name(chat))));
    let longest = (0..chats.items.len()).max_by_key(|&i| length(&chats.items[i].1));
    let (line, mut chat) = chats.items.into_iter().nth(matching.or(longest)?)?;
    if several && matching.is_none() {
        parsed.faults.push((None, Fault::SeveralChats(name(&chat))));
    }
    let Value::Array(messages) = chat["messages"].take() else { return None };
    Some(Array { items: messages.into_iter().map(|message| (line, message)).collect(), cut: chats.cut })
}

fn seconds(message: &Value) -> Option<f64> {
    let unix = &message["date_unixtime"];
    let unix = unix.as_str().and_then(|text| text.parse().ok()).or_else(|| unix.as_f64());
    unix.or_else(|| {
        let date: jiff::civil::DateTime = message["date"].as_str()?.parse().ok()?;
        Some(date.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp().as_second() as f64)
    })
}

/// A text is a string, or a list of strings and of pieces with a text.
fn words(text: &Value) -> String {
    match text {
        Value::String(words) => collapse(words),
        Value::Array(pieces) => {
            let pieces = pieces.iter().map(|piece| piece.as_str().or_else(|| piece["text"].as_str()).unwrap_or_default());
            collapse(&pieces.collect::<String>())
        }
        _ => String::new(),
    }
}
