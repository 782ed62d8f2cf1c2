//! Telegram Desktop's `result.json`: one chat, or the whole account.

use crate::Fault;
use crate::found::Found;
use crate::json::{Piece, mended};
use crate::lines::LineCounter;
use crate::{ReadOptions, same_name};
use segue_core::Timing;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// True if the members of a JSON file are those of an export.
pub(crate) fn is_export(top: Piece<'_>) -> bool {
    top.parts().any(|(key, value)| key == "messages" && value.is_array() || key == "chats" || key == "personal_information")
}

/// Reads the chat with the client, or the longest; a message is one utterance.
pub(crate) fn parse(text: &str, options: &ReadOptions) -> Found {
    let mut found = Found::with_timing(Timing::Chat);
    let Some(top) = Piece::first_of(text) else { return found };
    let exporter = top.member("personal_information").and_then(|person| person.member("user_id")).map(digits_of);
    let chat = match top.member("messages") {
        Some(_) => Some(top),
        None => choose(top, options, &mut found),
    };
    let Some(chat) = chat else { return found };
    let Some(messages) = chat.member("messages").filter(|messages| messages.is_array()) else { return found };
    let people = read_messages(messages, &mut LineCounter::of(text), &mut found);
    found.me = who_exported(chat, exporter.as_deref(), &people);
    found
}

#[derive(Deserialize)]
struct Message {
    #[serde(rename = "type", default)]
    kind: String,
    date: Option<String>,
    date_unixtime: Option<Value>,
    from: Option<String>,
    from_id: Option<Value>,
    #[serde(default)]
    text: Value,
    #[serde(default)]
    media_type: Option<String>,
    #[serde(default)]
    action: Option<String>,
    #[serde(default)]
    duration_seconds: Option<Value>,
}

impl Message {
    fn seconds(&self) -> Option<f64> {
        // The clock of whoever exported comes first: it tells the hour of the day.
        let clock = || {
            let date: jiff::civil::DateTime = self.date.as_deref()?.parse().ok()?;
            Some(date.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp().as_second() as f64)
        };
        clock().or_else(|| match &self.date_unixtime {
            Some(Value::String(text)) => text.parse().ok(),
            Some(number) => number.as_f64(),
            None => None,
        })
    }

    /// How long a voice message or a call is; 0 if it is not told.
    fn length(&self) -> f64 {
        self.duration_seconds.as_ref().and_then(Value::as_f64).unwrap_or(0.0)
    }

    /// Digits of the sender's number, `user123` in new exports and 123 in old ones.
    fn sender(&self) -> String {
        match &self.from_id {
            Some(Value::String(id)) => id.chars().filter(char::is_ascii_digit).collect(),
            Some(id) => id.to_string(),
            None => String::new(),
        }
    }
}

/// Adds the messages; gives the names of the senders by their numbers.
fn read_messages(messages: Piece<'_>, lines: &mut LineCounter<'_>, found: &mut Found) -> BTreeMap<String, String> {
    let is_message = |piece: Piece<'_>| piece.parse().is_some_and(|m: Message| m.kind == "message" && m.date.is_some());
    let mut people = BTreeMap::new();
    let mut items = messages.parts();
    while let Some((_, item)) = items.next() {
        let line = lines.line_at(item.at);
        let message = item.whole.then(|| item.parse().or_else(|| serde_json::from_str(&mended(item.text)).ok())).flatten();
        match message {
            Some(message) => add(&message, line, &mut people, found),
            None if items.resume_after(item, is_message) || item.whole => found.problems.at(line, Fault::BrokenJson),
            None => {}
        }
    }
    if !messages.whole {
        found.problems.at(lines.line_at(messages.at + messages.text.len()), Fault::Cut);
    }
    people
}

/// Adds a message; what the service itself notes (calls, pins, members) is none, but a call that was held is kept in mind.
fn add(message: &Message, line: u32, people: &mut BTreeMap<String, String>, found: &mut Found) {
    match message.kind.as_str() {
        "message" => {}
        "unsupported" => return found.problems.at(line, Fault::Unsupported),
        "service" if message.action.as_deref().is_some_and(|action| action.contains("call")) && message.length() > 0.0 => {
            return found.unheard.call(message.length());
        }
        _ => return,
    }
    let sender = message.sender();
    // A deleted account has a number and no name.
    let name = match &message.from {
        Some(name) if !name.trim().is_empty() => name.clone(),
        _ if sender.is_empty() => String::new(),
        _ => format!("user{sender}"),
    };
    if matches!(message.media_type.as_deref(), Some("voice_message" | "video_message")) {
        found.unheard.sound(message.length());
    }
    found.push(line, (message.seconds(), None), &name, &words(&message.text));
    people.entry(sender).or_insert_with(|| crate::spacing::collapse(&name));
}

/// A text is a string, or a list of strings and of pieces with a text.
fn words(text: &Value) -> String {
    match text {
        Value::String(words) => words.clone(),
        Value::Array(pieces) => {
            pieces.iter().map(|piece| piece.as_str().or_else(|| piece["text"].as_str()).unwrap_or_default()).collect()
        }
        _ => String::new(),
    }
}

/// Name of the one whose account it is: an account says so itself, and a personal chat has the number
/// of the other side.
fn who_exported(chat: Piece<'_>, exporter: Option<&str>, people: &BTreeMap<String, String>) -> Option<String> {
    if let Some(me) = exporter.and_then(|id| people.get(id)) {
        return Some(me.clone());
    }
    let personal = chat.member("type").and_then(Piece::string).is_some_and(|kind| kind == "personal_chat");
    let other = chat.member("id").map(digits_of).filter(|_| personal)?;
    let mut rest = people.iter().filter(|(id, _)| !id.is_empty() && **id != other);
    let me = rest.next().filter(|_| people.contains_key(&other) && rest.next().is_none());
    me.map(|(_, name)| name.clone())
}

fn digits_of(number: Piece<'_>) -> String {
    number.text.chars().filter(char::is_ascii_digit).collect()
}

/// The chat with the client, or the longest one between people.
fn choose<'a>(top: Piece<'a>, options: &ReadOptions, found: &mut Found) -> Option<Piece<'a>> {
    struct Chat<'a> {
        piece: Piece<'a>,
        name: String,
        messages: usize,
        between_people: bool,
    }
    let list = top.member("chats").into_iter().chain(top.member("left_chats")).filter_map(|chats| chats.member("list"));
    let chats: Vec<Chat<'_>> = list
        .flat_map(Piece::parts)
        .map(|(_, piece)| {
            let kind = piece.member("type").and_then(Piece::string).unwrap_or_default();
            Chat {
                piece,
                name: piece.member("name").and_then(Piece::string).unwrap_or_default(),
                messages: piece.member("messages").map_or(0, |messages| messages.parts().count()),
                between_people: !matches!(kind.as_str(), "saved_messages" | "bot_chat") && !kind.contains("channel"),
            }
        })
        .filter(|chat| chat.messages > 0)
        .collect();
    let wanted = options.client.as_deref();
    let fitting = chats.iter().filter(|chat| wanted.is_some_and(|client| same_name::fits(client, &chat.name)));
    let by_name = fitting.max_by_key(|chat| chat.messages);
    let chosen = by_name.or_else(|| chats.iter().max_by_key(|chat| (chat.between_people, chat.messages)))?;
    if chats.len() > 1 && by_name.is_none() {
        found.problems.of_file(Fault::SeveralChats { taken: chosen.name.clone(), others: chats.len() - 1 });
    }
    Some(chosen.piece)
}
