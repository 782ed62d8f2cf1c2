//! A message as it was sent: which bytes of a file, a mail or a paste are the client's own words.

mod mail;
mod page;
mod quoted;
mod snippet;
mod unwrap;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use segue_core::{Lang, Words};
use segue_transcript::FileKind;
use serde::{Deserialize, Serialize};

/// Longest message, in letters, that is read; more is cut off at a word.
const LONGEST: usize = 40_000;

/// How a message came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    /// A mail, or a text that reads like one.
    Mail,
    /// A chat.
    #[default]
    Chat,
    /// A voice note.
    Voice,
}

/// A client's message.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// How it came.
    pub channel: Channel,
    /// What the client sent; a paragraph a line.
    pub text: Words,
    /// Bytes of the text that are the client's own words; what follows is forwarded.
    pub own: usize,
    /// Language, by its letters.
    pub lang: Lang,
    /// When it came, by the clock of the time zone that was asked for, if the message tells.
    pub sent: Option<DateTime>,
    /// Name of the client as the message gives it.
    pub from: Option<String>,
    /// Subject of a mail.
    pub subject: Option<Words>,
    /// Messages of a pasted chat that this is; 1 for anything else.
    pub messages: usize,
    /// How many of these have no words in an export: voice messages, pictures.
    pub wordless: usize,
    /// It was longer than what is read.
    pub cut: bool,
    /// A chat of a group in which nobody has the name that I gave for myself.
    pub without_me: bool,
}

/// What is known of a message besides its bytes.
#[derive(Clone, Debug)]
pub struct Wishes {
    /// My name, as a pasted chat spells it.
    pub me: Option<String>,
    /// The client's name.
    pub client: Option<String>,
    /// Language, if known; else the letters tell.
    pub lang: Option<Lang>,
    /// How it came, if known; else its form tells.
    pub channel: Option<Channel>,
    /// Time zone in which I read the clock.
    pub zone: TimeZone,
}

/// Why a message cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MessageError {
    /// Nothing there.
    #[error("there are no words in it")]
    Empty,
    /// A mail in which nothing but quotes and signatures stands.
    #[error("the mail has no words of its own, only what it quotes")]
    OnlyQuoted,
    /// Neither text nor mail.
    #[error("it is neither text nor a mail")]
    NotText,
    /// A voice note: words first.
    #[error("it is sound")]
    Sound,
}

/// Reads a message from the bytes of a file, a mail or a paste.
///
/// # Errors
/// [`MessageError`] if there are no words of the client in it.
pub fn read(bytes: &[u8], wishes: &Wishes) -> Result<Message, MessageError> {
    // A mail with a large attachment is text on the whole; its form comes before its letters.
    if let Some(mail) = mail::read(bytes, wishes) {
        return mail;
    }
    match segue_transcript::sniff(bytes) {
        FileKind::Empty => return Err(MessageError::Empty),
        FileKind::Sound => return Err(MessageError::Sound),
        FileKind::Wrapped(segue_transcript::Wrapping::Html) | FileKind::TelegramPage => return mail::page(bytes, wishes),
        FileKind::NotText | FileKind::Wrapped(_) => return Err(MessageError::NotText),
        _ => {}
    }
    let text = segue_transcript::text_of(bytes).ok_or(MessageError::NotText)?;
    if let Some(snippet) = snippet::read(bytes, &text, wishes) {
        let snippet::Snippet { text, from, sent, messages, wordless, without_me } = snippet;
        let whole = Whole { channel: Channel::Chat, text, sent, from, subject: None, messages, without_me };
        return whole.message(wishes).map(|message| Message { wordless, ..message });
    }
    let channel = wishes.channel.unwrap_or(if quoted::reads_like_mail(&text) { Channel::Mail } else { Channel::Chat });
    let own = if channel == Channel::Mail { quoted::own_words(&text) } else { quoted::own_words_of_chat(&text) };
    if own.trim().is_empty() {
        return Err(if text.trim().is_empty() { MessageError::Empty } else { MessageError::OnlyQuoted });
    }
    let text = if channel == Channel::Mail { unwrap::paragraphs(&own) } else { own };
    Whole { channel, text, sent: None, from: None, subject: None, messages: 1, without_me: false }.message(wishes)
}

/// A message that was spoken, as it was recognised.
///
/// # Errors
/// [`MessageError::Empty`] if nothing was recognised.
pub fn said(text: &str, wishes: &Wishes) -> Result<Message, MessageError> {
    let whole = Whole {
        channel: Channel::Voice,
        text: text.to_owned(),
        sent: None,
        from: None,
        subject: None,
        messages: 1,
        without_me: false,
    };
    whole.message(wishes)
}

/// A message before its language and length are looked at.
struct Whole {
    channel: Channel,
    text: String,
    sent: Option<DateTime>,
    from: Option<String>,
    subject: Option<String>,
    messages: usize,
    without_me: bool,
}

impl Whole {
    fn message(self, wishes: &Wishes) -> Result<Message, MessageError> {
        let clean = |text: &str| text.chars().filter(|&c| !is_invisible(c)).collect::<String>().trim().to_owned();
        let (own, forwarded) = self.text.split_once(quoted::FORWARDED).unwrap_or((&self.text, ""));
        let (own, forwarded) = (clean(own), clean(forwarded));
        let parted = !own.is_empty() && !forwarded.is_empty();
        let whole = if parted { format!("{own}\n\n{forwarded}") } else { own.clone() + &forwarded };
        let mut text = whole.as_str();
        let cut = text.char_indices().nth(LONGEST).map(|(at, _)| at);
        if let Some(at) = cut {
            let at = text[..at].rfind(char::is_whitespace).unwrap_or(at);
            text = text[..at].trim_end();
        }
        if text.is_empty() {
            return Err(MessageError::Empty);
        }
        Ok(Message {
            channel: wishes.channel.unwrap_or(self.channel),
            lang: wishes.lang.or_else(|| Lang::of_text(text)).unwrap_or_default(),
            own: if parted { own.len().min(text.len()) } else { text.len() },
            text: Words::new(text),
            sent: self.sent,
            from: self.from.as_deref().and_then(one_line),
            subject: self.subject.as_deref().and_then(one_line).map(Words::new),
            messages: self.messages,
            wordless: 0,
            cut: cut.is_some(),
            without_me: self.without_me,
        })
    }
}

/// A name or a subject without anything that a terminal would obey.
fn one_line(text: &str) -> Option<String> {
    let clean: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|&c| !is_invisible(c)).collect();
    let line = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then_some(line)
}

/// Marks of direction, joiners that belong to no emoji, and control characters.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{ad}')
        || c.is_control() && !matches!(c, '\n' | '\t' | '\r')
}
