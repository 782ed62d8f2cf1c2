//! A mail: the part that a person wrote, from nested parts, encodings and pages.

use super::page::own_words_of_page;
use super::{Channel, Message, MessageError, Whole, Wishes, quoted, unwrap};
use jiff::Timestamp;
use jiff::civil::DateTime;
use mail_parser::{MessageParser, PartType};
use segue_transcript::mail_head::MailHeader;

/// Bytes among which a mail has its headers.
const HEAD: usize = 16 * 1024;
/// Headers that a mail has at least.
const HEADERS: usize = 2;

/// Reads a mail; `None` if the bytes are none.
pub(super) fn read(bytes: &[u8], wishes: &Wishes) -> Option<Result<Message, MessageError>> {
    if !is_mail(bytes) {
        return None;
    }
    let mail = MessageParser::default().parse(bytes)?;
    let sent = mail.date().and_then(|date| date.to_rfc3339().parse::<Timestamp>().ok());
    let from = mail.from().and_then(|from| from.first()).and_then(|one| {
        let name = one.name().map(str::trim).filter(|name| !name.is_empty());
        name.map(str::to_owned)
    });
    let subject = mail.subject().map(|subject| subject.trim().to_owned());
    let mut text = String::new();
    for part in mail.text_bodies() {
        let body = match &part.body {
            PartType::Text(text) => quoted::own_words(text),
            PartType::Html(html) => own_words_of_page(html),
            _ => continue,
        };
        text.push_str(&body);
        text.push('\n');
    }
    if text.trim().is_empty() {
        // Some programs leave the plain part empty.
        text = mail
            .html_bodies()
            .filter_map(|part| match &part.body {
                PartType::Html(html) => Some(own_words_of_page(html)),
                _ => None,
            })
            .collect::<Vec<_>>()
            .join("\n");
    }
    if text.trim().is_empty() {
        return Some(Err(if mail.text_body_count() + mail.html_body_count() > 0 {
            MessageError::OnlyQuoted
        } else {
            MessageError::Empty
        }));
    }
    let whole = Whole {
        channel: Channel::Mail,
        text: unwrap::paragraphs(&text),
        sent: sent.map(|sent| local(sent, wishes)),
        from,
        subject,
        messages: 1,
        without_me: false,
    };
    Some(whole.message(wishes))
}

/// A page that was saved or copied from a mail program.
pub(super) fn page(bytes: &[u8], wishes: &Wishes) -> Result<Message, MessageError> {
    let html = segue_transcript::text_of(bytes).ok_or(MessageError::NotText)?;
    let text = unwrap::paragraphs(&own_words_of_page(&html));
    Whole { channel: Channel::Mail, text, sent: None, from: None, subject: None, messages: 1, without_me: false }.message(wishes)
}

fn local(sent: Timestamp, wishes: &Wishes) -> DateTime {
    sent.to_zoned(wishes.zone.clone()).datetime()
}

/// True if the bytes begin with headers of a mail and a body follows.
fn is_mail(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    let mut known = 0;
    for (number, line) in head.trim_start_matches(['\u{feff}', '\r', '\n', ' ']).lines().enumerate() {
        if line.is_empty() {
            return known >= HEADERS;
        }
        // A mailbox file has a line of its own before the headers.
        if line.starts_with([' ', '\t']) || number == 0 && line.starts_with("From ") {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else { return false };
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_graphic()) {
            return false;
        }
        known += usize::from(MailHeader::named(name).is_some());
    }
    // The headers are longer than what was looked at, or nothing follows them.
    known >= HEADERS
}
