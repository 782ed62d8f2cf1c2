//! What kind of file it is, from its content.

use crate::encoding;

/// Kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// No content.
    Empty,
    /// Sound, or a film with sound.
    Sound,
    /// Neither sound nor text.
    NotText,
    /// `WebVTT`.
    Webvtt,
    /// `SubRip`.
    Srt,
    /// A labelled call.
    Labelled,
    /// A Telegram export.
    Telegram,
    /// Other JSON: Whisper's.
    Json,
    /// A `WhatsApp` export.
    Whatsapp,
    /// Other text.
    Text,
}

/// Bytes that are looked at.
const HEAD: usize = 16 * 1024;

/// Recognises a file from its first bytes.
pub fn sniff(bytes: &[u8]) -> FileKind {
    if is_sound(bytes) {
        return FileKind::Sound;
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    if head.iter().all(u8::is_ascii_whitespace) && bytes.iter().all(u8::is_ascii_whitespace) {
        return FileKind::Empty;
    }
    if !encoding::looks_like_text(head) {
        return FileKind::NotText;
    }
    let (text, _) = encoding::decode(head);
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with("WEBVTT") {
        return FileKind::Webvtt;
    }
    if start.starts_with(['{', '[']) && !crate::whatsapp::is_export(start) && looks_like_json(start) {
        let first = start.lines().next().unwrap_or_default();
        return if first.contains("\"call\"") && first.contains("\"lang\"") {
            FileKind::Labelled
        } else if start.contains("\"messages\"") || start.contains("\"chats\"") {
            FileKind::Telegram
        } else {
            FileKind::Json
        };
    }
    if crate::whatsapp::is_export(start) {
        FileKind::Whatsapp
    } else if start.contains("-->") {
        FileKind::Srt
    } else {
        FileKind::Text
    }
}

fn looks_like_json(start: &str) -> bool {
    let next = start[1..].trim_start();
    next.starts_with(['"', '{', '}', ']'])
}

/// Magic numbers of the containers and codings that hold sound.
fn is_sound(bytes: &[u8]) -> bool {
    let at = |from: usize, magic: &[u8]| bytes.get(from..from + magic.len()) == Some(magic);
    let wave = (at(0, b"RIFF") || at(0, b"RF64") || at(0, b"RIFX")) && at(8, b"WAVE");
    // A bare MPEG frame: eleven set bits, a layer, a bit rate and a sampling rate that exist.
    let mpeg = bytes.len() > 3
        && bytes[0] == 0xff
        && bytes[1] & 0xe0 == 0xe0
        && bytes[1] & 0x18 != 0x08
        // Layer II or III: with layer I the mark of UTF-16 text would pass for sound.
        && matches!(bytes[1] & 0x06, 0x02 | 0x04)
        && bytes[2] & 0xf0 != 0xf0
        && bytes[2] & 0x0c != 0x0c;
    let adts = bytes.len() > 3 && bytes[0] == 0xff && bytes[1] & 0xf6 == 0xf0;
    wave || at(0, b"ID3")
        || at(0, b"OggS")
        || at(0, b"fLaC")
        || at(4, b"ftyp")
        || at(0, &[0x1a, 0x45, 0xdf, 0xa3])
        || at(0, b"FORM") && (at(8, b"AIFF") || at(8, b"AIFC"))
        || at(0, b"caff")
        || mpeg
        || adts
}
