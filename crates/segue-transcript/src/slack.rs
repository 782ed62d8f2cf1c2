//! Slack's export of a channel: a list of messages as JSON.

use crate::found::Found;
use crate::json::{Piece, items};
use segue_core::Timing;
use serde::Deserialize;
use std::collections::HashMap;

/// Kinds of messages that people write; the others tell of joining, topics and pins.
const WRITTEN: [&str; 5] = ["thread_broadcast", "me_message", "file_share", "bot_message", "reply_broadcast"];

/// True if the first message of a list has what Slack writes.
pub(crate) fn is_export(top: Piece<'_>) -> bool {
    let first = list(top).and_then(|list| list.parts().next());
    first.is_some_and(|(_, message)| message.member("ts").is_some() && message.member("text").is_some())
}

/// The messages: a day of an export is a list, the answer of Slack's interface has one inside.
fn list(top: Piece<'_>) -> Option<Piece<'_>> {
    if top.is_array() { Some(top) } else { top.member("messages").filter(|messages| messages.is_array()) }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Message {
    ts: Option<String>,
    user: Option<String>,
    username: Option<String>,
    user_profile: Option<Profile>,
    subtype: Option<String>,
    text: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Profile {
    real_name: Option<String>,
    display_name: Option<String>,
}

impl Message {
    fn name(&self) -> Option<&str> {
        let profile = self.user_profile.as_ref();
        let names = [profile.and_then(|p| p.real_name.as_deref()), profile.and_then(|p| p.display_name.as_deref())];
        names.into_iter().chain([self.username.as_deref()]).flatten().find(|name| !name.trim().is_empty())
    }
}

/// Reads the messages; one is one utterance, also one of a picture, then without words.
pub(crate) fn parse(text: &str) -> Found {
    let mut found = Found::with_timing(Timing::Chat);
    let Some(list) = Piece::first_of(text).and_then(list) else { return found };
    let mut messages: Vec<(u32, Message)> = items(text, list, &mut found.problems);
    messages.retain(|(_, message)| message.subtype.as_deref().is_none_or(|kind| WRITTEN.contains(&kind)));
    // Not every message has the profile of whoever wrote it.
    let known = messages.iter().filter_map(|(_, message)| Some((message.user.as_deref()?, message.name()?)));
    let known: HashMap<&str, &str> = known.collect();
    for (line, message) in &messages {
        let user = message.user.as_deref().unwrap_or_default();
        let name = message.name().or_else(|| known.get(user).copied()).unwrap_or(user);
        let start = message.ts.as_deref().and_then(|ts| ts.parse().ok());
        found.push(*line, (start, None), name, &words(&message.text, &known));
    }
    found
}

/// Words without the signs of Slack: `<@U1>` is a name, `<https://x.example|here>` a link.
fn words(text: &str, known: &HashMap<&str, &str>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let Some((inside, after)) = after.split_once('>') else {
            out.push('<');
            rest = after;
            continue;
        };
        let (address, label) = inside.split_once('|').map_or((inside, None), |(address, label)| (address, Some(label)));
        let person = address.strip_prefix('@').map(|user| known.get(user).copied().unwrap_or(user));
        out.push_str(label.or(person).unwrap_or(address));
        rest = after;
    }
    out.push_str(rest);
    out.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}
