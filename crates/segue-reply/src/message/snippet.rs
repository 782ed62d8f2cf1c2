//! A chat that was pasted or exported: what the client wrote since I wrote last.

use super::Wishes;
use crate::patterns::Heard;
use jiff::civil::DateTime;
use segue_core::{Lang, Role};
use segue_transcript::{FileKind, ReadOptions};
use std::collections::BTreeSet;

/// Most words of a name over a message, and of the day and time beside it.
const NAME_WORDS: usize = 4;
const HEAD_WORDS: usize = 5;
/// Most words beside those that put an answer off, where that is all they do.
const BESIDE_PUTTING_OFF: usize = 2;

/// One message of a chat.
struct Said {
    name: String,
    role: Role,
    text: String,
    at: Option<DateTime>,
}

/// What the client wrote since I wrote last.
pub(super) struct Snippet {
    /// Its words.
    pub text: String,
    /// The client's name.
    pub from: Option<String>,
    /// When the last of it came.
    pub sent: Option<DateTime>,
    /// Messages.
    pub messages: usize,
    /// Messages that have no words in the export: voice messages, pictures.
    pub wordless: usize,
    /// Nobody in the group has the name that I gave for myself.
    pub without_me: bool,
}

/// Reads a paste; `None` if it is no chat.
pub(super) fn read(bytes: &[u8], text: &str, wishes: &Wishes) -> Option<Snippet> {
    let said = match segue_transcript::sniff(bytes) {
        FileKind::Whatsapp | FileKind::Telegram => exported(bytes, wishes)?,
        _ => telegram_paste(text).or_else(|| named_lines(text, wishes))?,
    };
    let is = |wanted: Option<&str>, said: &Said| wanted.is_some_and(|wanted| same(wanted, &said.name));
    let (me, client) = (wishes.me.as_deref(), wishes.client.as_deref());
    // Whoever wrote last is the client, unless names or roles say otherwise.
    let mine = |said: &Said| is(me, said) || me.is_none() && said.role == Role::Me;
    let who = said.iter().rev().find(|said| is(client, said)).or_else(|| said.iter().rev().find(|said| !mine(said)))?;
    let name = who.name.clone();
    let last = said.iter().rposition(|said| said.name == name)?;
    // In a group what others say between is no answer of mine. Of two, the other one is me, whatever the names.
    let people: BTreeSet<&str> = said.iter().map(|said| said.name.as_str()).collect();
    let group = said.iter().any(mine) || me.is_some() && people.len() > 2;
    let answered =
        |said: &Said| (if group { mine(said) && said.name != name } else { said.name != name }) && !puts_off(&said.text);
    let first = said[..=last].iter().rposition(answered).map_or(0, |other| other + 1);
    let all = said[first..=last].iter().filter(|said| said.name == name);
    let (theirs, wordless): (Vec<&Said>, Vec<&Said>) = all.partition(|said| !said.text.trim().is_empty());
    let sent = said[first..=last].iter().rfind(|said| said.name == name).and_then(|said| said.at);
    let text = theirs.iter().map(|said| said.text.trim()).collect::<Vec<_>>().join("\n");
    let without_me = people.len() > 2 && me.is_some() && !said.iter().any(|said| is(me, said));
    let messages = theirs.len() + wordless.len();
    Some(Snippet { text, from: Some(name), sent, messages, wordless: wordless.len(), without_me })
}

/// "On the phone, later!" answers nothing.
fn puts_off(text: &str) -> bool {
    let heard = Heard::new(text, Lang::of_text(text).unwrap_or_default());
    !text.contains('?') && heard.has("puts off") && heard.beside("puts off").len() <= BESIDE_PUTTING_OFF
}

/// Names as people shorten them: the first word is enough.
fn same(wanted: &str, name: &str) -> bool {
    let (wanted, name) = (wanted.trim().to_lowercase(), name.trim().to_lowercase());
    wanted == name
        || name.split_whitespace().next() == Some(wanted.as_str())
        || wanted.split_whitespace().next() == Some(name.as_str())
}

fn exported(bytes: &[u8], wishes: &Wishes) -> Option<Vec<Said>> {
    let options = ReadOptions { me: wishes.me.clone(), client: wishes.client.clone(), ..ReadOptions::default() };
    let chat = segue_transcript::read(bytes, &options).ok()?;
    let at = |seconds: f64| chat.began?.checked_add(jiff::Span::new().try_seconds(seconds as i64).ok()?).ok();
    let said = chat.utterances.iter().map(|u| Said {
        name: u.speaker.name.clone(),
        role: u.speaker.role,
        text: u.text.as_str().to_owned(),
        at: at(u.start),
    });
    Some(said.collect())
}

/// Lines with names before or over them, as Slack and Discord give them to the clipboard and people write them by
/// hand; only where I or the client stand among the names, so that a list of tasks is none.
fn named_lines(text: &str, wishes: &Wishes) -> Option<Vec<Said>> {
    if text.lines().any(|line| line.starts_with('>')) {
        return None;
    }
    let plain = text.lines().map(|line| discord_head(line).unwrap_or_else(|| line.to_owned())).collect::<Vec<_>>().join("\n");
    let said = exported(plain.as_bytes(), wishes)?;
    let people: BTreeSet<&str> = said.iter().map(|said| said.name.as_str()).collect();
    let is_there = |wanted: Option<&str>| wanted.map(|wanted| people.iter().any(|name| same(wanted, name)));
    let known = match (is_there(wishes.me.as_deref()), is_there(wishes.client.as_deref())) {
        (_, Some(client)) => client,
        (me, None) => me == Some(true),
    };
    (known && people.len() > 1 && !people.contains("")).then_some(said)
}

/// `Anna — Today at 10:02 AM`, as Discord writes it over a message: the name and the time.
fn discord_head(line: &str) -> Option<String> {
    let (name, rest) = line.trim().split_once(" — ")?;
    let time = rest.split_whitespace().find(|word| word.contains(':') && word.starts_with(|c: char| c.is_ascii_digit()))?;
    let half = ["AM", "PM"].into_iter().find(|half| rest.ends_with(half)).unwrap_or_default();
    let short = name.split_whitespace().count() <= NAME_WORDS && rest.split_whitespace().count() <= HEAD_WORDS;
    (short && (rest.ends_with(time) || !half.is_empty())).then(|| format!("{name}  {time} {half}").trim_end().to_owned())
}

/// What Telegram puts on the clipboard: `Anna Petrova, [26.11.2026 21:05]` over each message.
fn telegram_paste(text: &str) -> Option<Vec<Said>> {
    let messages = segue_transcript::copied_messages(text)?.into_iter();
    Some(
        messages
            .map(|message| Said {
                name: message.name,
                role: Role::Unknown,
                text: message.text.as_str().to_owned(),
                at: message.at,
            })
            .collect(),
    )
}
