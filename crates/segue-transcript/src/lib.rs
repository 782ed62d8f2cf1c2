//! Files → transcript and the problems found on the way.
//!
//! The kind of file is recognised from its content. Whatever can be read is returned, with a problem
//! for everything that could not. One cue, message or turn of the file is one utterance, in its order.
//! Bytes come in, nothing is opened: the caller reads the file.

mod chat_copy;
mod chat_date;
mod chat_head;
mod clock;
mod cues;
mod encoding;
mod fault;
mod found;
mod habits;
mod heading;
mod invented;
mod json;
mod labelled;
mod labels;
mod lines;
mod mail;
pub mod mail_head;
mod markup;
mod messenger;
mod nameless;
mod naming;
mod plain;
mod problems;
mod read_error;
mod renamed;
mod roles;
mod rolling;
mod rtf;
mod same_name;
mod settle;
mod signs;
mod slack;
mod sniff;
mod sound;
mod spacing;
mod speakers;
mod table;
mod telegram;
mod telegram_copy;
mod telegram_page;
mod timeline;
mod unheard;
mod whatsapp;
mod whatsapp_lists;
mod whatsapp_texts;
mod whisper;

pub use fault::Fault;
pub use labelled::{CueWanted, Header, LabelledCall, LabelledDrift, read_labelled};
pub use read_error::{ReadError, Wrapping};
pub use roles::{may_be_with, people};
pub use sniff::{FileKind, sniff};
pub use telegram_copy::{CopiedMessage, copied_messages};

use found::Found;
use segue_core::{Kind, Lang, Role, Source, Transcript, Utterance};

/// Utterances whose letters tell the language.
const LANGUAGE_FROM: usize = 200;

/// What is known of a file besides its bytes.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// My name, as the file may spell it.
    pub me: Option<String>,
    /// The client's name.
    pub client: Option<String>,
    /// Kind of call, if known.
    pub kind: Option<Kind>,
    /// Language of the talk, if known; else the file or its letters tell.
    pub lang: Option<Lang>,
    /// Language of the problems.
    pub ui: Lang,
}

/// Reads a transcript or a chat export.
///
/// # Errors
/// If nothing in it can be read, if it is a recording, or if it is no text.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Transcript, ReadError> {
    match sniff(bytes) {
        FileKind::Empty => return Err(ReadError::Empty),
        FileKind::Sound => return Err(ReadError::LooksLikeSound),
        FileKind::NotText => return Err(ReadError::NotText),
        FileKind::Mail => return Err(ReadError::Mail),
        FileKind::Wrapped(wrapping) => return Err(ReadError::OtherFormat(wrapping)),
        _ => {}
    }
    let (mut text, decoding) = encoding::decode(bytes);
    if rtf::is_rtf(&text) {
        text = rtf::letters(&text).into();
    }
    let (source, mut found, mut options) = parse(&text, options);
    found.problems.append(decoding);
    if found.utterances.is_empty() {
        return Err(ReadError::NothingReadable { taken_for: source });
    }
    settle::settle(&mut found);
    found.unheard.tell(&mut found.problems);
    let lang = options.lang.or(found.lang).or_else(|| language(&found.utterances));
    renamed::join(&mut found, &mut options);
    // A labelled call tells the roles itself.
    if found.utterances.iter().all(|utterance| utterance.speaker.role == Role::Unknown) {
        roles::assign(&mut found.utterances, &options, found.me.as_deref(), &mut found.problems);
    }
    let problems = found.problems.into_list(options.ui);
    let began = found.began.filter(|_| source != Source::Labelled);
    Ok(Transcript { source, lang, timing: found.timing, began, utterances: found.utterances, problems })
}

/// Reads the text by its kind; the head of a labelled call completes the options.
fn parse(text: &str, options: &ReadOptions) -> (Source, Found, ReadOptions) {
    let mut options = options.clone();
    let (source, found) = match sniff::text_kind(text) {
        FileKind::Labelled => {
            let call = labelled::parse(text);
            if let Some(header) = call.header {
                let client = header.client.split(',').next().unwrap_or_default().trim().to_owned();
                options.me = options.me.or(Some(header.me).filter(|me| !me.is_empty()));
                options.client = options.client.or(Some(client).filter(|client| !client.is_empty()));
                options.kind = options.kind.or(Some(header.kind));
            }
            (Source::Labelled, call.found)
        }
        FileKind::Telegram => (Source::Telegram, telegram::parse(text, &options)),
        FileKind::TelegramPage => (Source::Telegram, telegram_page::parse(text)),
        FileKind::TelegramCopy => (Source::Telegram, telegram_copy::parse(text)),
        FileKind::Messenger => (Source::Text, messenger::parse(text)),
        FileKind::Slack => (Source::Text, slack::parse(text)),
        FileKind::ChatCopy => (Source::Text, chat_copy::parse(text)),
        FileKind::Json => (Source::Whisper, whisper::parse(text)),
        FileKind::Webvtt => (Source::Webvtt, cues::parse(text)),
        FileKind::Srt => (Source::Srt, cues::parse(text)),
        FileKind::Whatsapp => (Source::Whatsapp, whatsapp::parse(text)),
        _ => (Source::Text, table::parse(text).unwrap_or_else(|| plain::parse(&signs::without(text)))),
    };
    (source, found, options)
}

/// The letters of a file that is text, whatever its encoding; `None` for anything else.
pub fn text_of(bytes: &[u8]) -> Option<String> {
    let is_text = !matches!(sniff(bytes), FileKind::Sound | FileKind::NotText);
    is_text.then(|| encoding::decode(bytes).0.into_owned())
}

/// The language by the letters of the first utterances.
fn language(utterances: &[Utterance]) -> Option<Lang> {
    let mut sample = String::new();
    for utterance in utterances.iter().filter(|utterance| !utterance.text.is_empty()).take(LANGUAGE_FROM) {
        let words = utterance.text.as_str();
        // The letters of an address say nothing of the language.
        let words = words[..words.floor_char_boundary(2000)].split_whitespace();
        for word in words.filter(|word| !word.contains("://") && !word.starts_with("www.")) {
            sample.push(' ');
            sample.push_str(word);
        }
    }
    Lang::of_text(&sample)
}
