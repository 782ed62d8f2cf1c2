//! What kind of file it is, from its content, never from its name.

use crate::json::Piece;
use crate::lines::Lines;
use crate::read_error::Wrapping;
use crate::{chat_head, cues, encoding, mail, messenger, slack, sound, telegram, telegram_copy, telegram_page, whatsapp};

/// Kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// No content.
    Empty,
    /// Sound, or a film with sound.
    Sound,
    /// Neither sound nor text.
    NotText,
    /// A file that a transcript may be wrapped in.
    Wrapped(Wrapping),
    /// `WebVTT`.
    Webvtt,
    /// `SubRip`, or other cues under times.
    Srt,
    /// A labelled call.
    Labelled,
    /// A Telegram export.
    Telegram,
    /// A Telegram export as a web page.
    TelegramPage,
    /// Messages copied out of Telegram.
    TelegramCopy,
    /// An export of Facebook Messenger or Instagram.
    Messenger,
    /// An export of Slack.
    Slack,
    /// Messages with name and time above them, as Discord, Slack, Signal and iMessage copy and export them.
    ChatCopy,
    /// Other JSON: a recogniser's.
    Json,
    /// A `WhatsApp` export.
    Whatsapp,
    /// A mail, or several: for `segue reply`.
    Mail,
    /// Other text.
    Text,
}

/// Bytes that are looked at.
const HEAD: usize = 64 * 1024;
/// Lines among which a chat has a message.
const CHAT_LINES: usize = 12;
/// Lines among which a file of cues has times.
const CUE_LINES: usize = 200;

/// Recognises a file from its first bytes (64 KB are enough; more do no harm).
pub fn sniff(bytes: &[u8]) -> FileKind {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return FileKind::Empty;
    }
    if sound::is_sound(bytes) {
        return FileKind::Sound;
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    if let Some(wrapping) = wrapping(head) {
        if wrapping == Wrapping::Html && telegram_page::is_export(head) {
            return FileKind::TelegramPage;
        }
        return FileKind::Wrapped(wrapping);
    }
    if !encoding::looks_like_text(head) {
        return FileKind::NotText;
    }
    text_kind(&encoding::decode(head).0)
}

fn wrapping(head: &[u8]) -> Option<Wrapping> {
    const COMPRESSED: [&[u8]; 6] = [b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a", b"\xfd7zXZ\0", b"BZh9", b"\x28\xb5\x2f\xfd"];
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Some(Wrapping::Zip);
    }
    if head.starts_with(b"%PDF-") {
        return Some(Wrapping::Pdf);
    }
    if COMPRESSED.iter().any(|magic| head.starts_with(magic)) {
        return Some(Wrapping::Compressed);
    }
    let start = head.trim_ascii_start();
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    let start = &start[..start.len().min(15)].to_ascii_lowercase();
    (start.starts_with(b"<!doctype html") || start.starts_with(b"<html")).then_some(Wrapping::Html)
}

/// The kind of a text, from its beginning.
pub(crate) fn text_kind(text: &str) -> FileKind {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\0');
    if start.starts_with("WEBVTT") {
        return FileKind::Webvtt;
    }
    if start.starts_with('<') && telegram_page::is_export(&start.as_bytes()[..start.len().min(HEAD)]) {
        return FileKind::TelegramPage;
    }
    if looks_like_json(start) {
        let first = Lines::of(start).next().map_or("", |(_, line)| line);
        let has = |keys: [&str; 2]| keys.iter().all(|key| first.contains(key));
        if has(["\"call\"", "\"lang\""]) || has(["\"turn\"", "\"speaker\""]) {
            return FileKind::Labelled;
        }
        if Piece::first_of(start).is_some_and(messenger::is_export) {
            return FileKind::Messenger;
        }
        if Piece::first_of(start).is_some_and(slack::is_export) {
            return FileKind::Slack;
        }
        let telegram = Piece::first_of(start).is_some_and(telegram::is_export);
        return if telegram { FileKind::Telegram } else { FileKind::Json };
    }
    if mail::is_mail(start) {
        return FileKind::Mail;
    }
    let mut lines = Lines::of(start);
    let mut seen = std::iter::from_fn(|| Some((lines.next()?.1, lines.clone()))).take(CHAT_LINES);
    if let Some(chat) = seen.find_map(|(line, below)| chat(line, &below)) {
        chat
    } else if Lines::of(start).take(CUE_LINES).any(|(_, line)| cues::is_arrow(line)) {
        FileKind::Srt
    } else {
        FileKind::Text
    }
}

/// The kind of chat that has a message beginning so.
fn chat<'a>(line: &'a str, below: &Lines<'a>) -> Option<FileKind> {
    if telegram_copy::is_head(line) {
        return Some(FileKind::TelegramCopy);
    }
    if chat_head::head(line, below, false).is_some() {
        return Some(FileKind::ChatCopy);
    }
    whatsapp::is_message(line).then_some(FileKind::Whatsapp)
}

fn looks_like_json(start: &str) -> bool {
    let Some(next) = start.strip_prefix(['{', '[']).map(str::trim_start) else { return false };
    next.is_empty()
        || next.starts_with(['{', '}', ']'])
        || next.starts_with('"') && next.contains("\":")
        || start.starts_with("[[")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_by_their_content() {
        let utf16: Vec<u8> = "WEBVTT\n\n00:01.000 --> 00:02.000\nhi\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let cases: [(&[u8], FileKind); 21] = [
            (b"", FileKind::Empty),
            (b" \r\n\t", FileKind::Empty),
            (b"\xef\xbb\xbfWEBVTT - title\n", FileKind::Webvtt),
            (&utf16, FileKind::Webvtt),
            (b"1\n00:00:01,000 --> 00:00:02,000\nhi\n", FileKind::Srt),
            (b"[00:00:01.000 --> 00:00:02.000]  hi\n", FileKind::Text),
            (b"[31.12.2023, 21:15:03] Dana: hi\n", FileKind::Whatsapp),
            (b"12/31/23, 9:15 PM - Messages and calls are end-to-end encrypted.\n", FileKind::Whatsapp),
            (b"Dana Weiss, [14.01.2026 10:02]\nhi\n", FileKind::TelegramCopy),
            (b"[14.01.2026 10:02] Dana Weiss: hi\n", FileKind::Whatsapp),
            (b"{\"name\":\"V\",\"type\":\"personal_chat\",\"id\":1,\"messages\":[]}", FileKind::Telegram),
            (b"{\"about\":\"\",\"personal_information\":{\"user_id\":1}", FileKind::Telegram),
            (b"{\"text\":\"hi\",\"segments\":[]}", FileKind::Json),
            (b"[{\"start\":0}]", FileKind::Json),
            (b"{\"call\":\"en-1\",\"lang\":\"en\"}\n", FileKind::Labelled),
            (b"Dana  0:12\nhi\n", FileKind::Text),
            (b"[Dana] 10:02:11\nhi\n", FileKind::Text),
            (b"RIFF\x24\0\0\0WAVEfmt ", FileKind::Sound),
            (b"PK\x03\x04\x14\0", FileKind::Wrapped(Wrapping::Zip)),
            (b"<!DOCTYPE html><html>", FileKind::Wrapped(Wrapping::Html)),
            (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0", FileKind::NotText),
        ];
        for (bytes, kind) in cases {
            assert_eq!(sniff(bytes), kind, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
