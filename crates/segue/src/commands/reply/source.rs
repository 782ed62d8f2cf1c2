//! Where a message comes from: a file, the clipboard, or standard input.

use crate::cli::Reply;
use crate::commands::{self, hear, read_file};
use crate::message::Failure;
use crate::screen::Screen;
use segue_core::Lang;
use segue_reply::{Message, MessageError, Wishes, read, said};
use std::io::IsTerminal;

/// Most bytes that are read from standard input: a voice note of an hour fits.
const MOST: u64 = 64 * 1024 * 1024;

/// The bytes of the message.
pub(super) fn bytes(arguments: &Reply, screen: &Screen) -> Result<Vec<u8>, Failure> {
    match &arguments.file {
        Some(file) => read_file(file),
        None if arguments.clipboard => Ok(clipboard()?.into_bytes()),
        None => standard_input(screen),
    }
}

/// Reads the message; a voice note is heard first.
pub(super) fn message(bytes: Vec<u8>, wishes: &Wishes, spoken: Option<Lang>, screen: &Screen) -> Result<Message, Failure> {
    match read(&bytes, wishes) {
        Err(MessageError::Sound) => {
            let heard = hear::recording(bytes, spoken, screen)?;
            let words: Vec<&str> =
                heard.utterances.iter().map(|u| u.text.as_str().trim()).filter(|text| !text.is_empty()).collect();
            let wishes = Wishes { lang: heard.lang.or(wishes.lang), ..wishes.clone() };
            said(&words.join(" "), &wishes).map_err(Failure::Message)
        }
        other => other.map_err(Failure::Message),
    }
}

fn clipboard() -> Result<String, Failure> {
    arboard::Clipboard::new().and_then(|mut clipboard| clipboard.get_text()).map_err(|error| match error {
        arboard::Error::ContentNotAvailable => Failure::EmptyClipboard,
        _ => Failure::NoClipboard,
    })
}

fn standard_input(screen: &Screen) -> Result<Vec<u8>, Failure> {
    if std::io::stdin().is_terminal() {
        screen.remark(screen.text("Paste the message, then press Ctrl-D.", "Вставьте сообщение и нажмите Ctrl-D."));
    }
    commands::standard_input(MOST)
}
