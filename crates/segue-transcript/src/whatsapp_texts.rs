//! What `WhatsApp` itself writes into messages and between them. Where a sign of the export tells it, the language does not matter.

use crate::spacing::is_mark;
use crate::whatsapp_lists::{ATTACHED, CALLS, DOINGS, EDITED, KINDS, LEFT_OUT, MISSED_CALLS, MY_DELETIONS, NOTES, PLACEHOLDERS};
use std::borrow::Cow;

/// Longest note in place of words, in bytes.
const NOTE: usize = 120;
/// Most words of a note in angle brackets: `<Media omitted>`, in whatever language.
const IN_ANGLES: usize = 5;

fn small(text: &str) -> String {
    text.chars().filter(|c| !is_mark(*c)).collect::<String>().trim().trim_end_matches('.').to_lowercase()
}

/// True if the service wrote this under somebody's name.
pub(crate) fn is_note(text: &str) -> bool {
    let marked = text.starts_with(is_mark);
    // Notes are short to begin with, so that long messages are not copied.
    let start = &text[..text.floor_char_boundary(200)];
    let lower = small(start);
    NOTES.iter().any(|note| lower.starts_with(note)) || marked && DOINGS.iter().any(|doing| lower.contains(doing))
}

/// True if what stands before a colon is the beginning of a note, not a name.
pub(crate) fn is_note_without_name(before_colon: &str) -> bool {
    let lower = before_colon.to_lowercase();
    // A colon inside quotation marks belongs to the name of a group: «Сайт: этап 2».
    let count = |mark: char| before_colon.matches(mark).count();
    let quoted = count('«') > count('»') || count('„') > count('“') || count('"') % 2 == 1;
    let quoted = quoted || count('“') > count('”') && count('„') == 0;
    quoted || NOTES.iter().any(|note| lower.starts_with(note)) || DOINGS.iter().any(|doing| lower.contains(doing))
}

/// True if the author deleted it and exported the chat.
pub(crate) fn deleted_by_me(text: &str) -> bool {
    text.len() < NOTE && MY_DELETIONS.contains(&small(text).as_str())
}

/// What stands in place of the words of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InPlace {
    /// A voice message, or another sound.
    Sound,
    /// A call that was held.
    Call,
    /// Anything else: a picture, a deleted message, a call that nobody took.
    Other,
}

/// What a message is instead of words, if it is; a caption may stand below it.
pub(crate) fn in_place(text: &str) -> Option<InPlace> {
    let first = text.split('\n').next().unwrap_or_default();
    if first.len() >= 400 {
        return None;
    }
    let lower = small(first);
    if POLLS.iter().any(|poll| first.trim_start_matches(is_mark).starts_with(poll)) && text.contains('\n') || is_place(&lower) {
        return Some(InPlace::Other);
    }
    let is_attached = ATTACHED.iter().any(|ending| lower.ends_with(ending)) || lower.contains("-wa") && lower.ends_with(')');
    if first.contains('<') && lower.contains("-audio-") {
        return Some(InPlace::Sound);
    }
    let call = CALLS.iter().find_map(|call| lower.strip_prefix(call));
    let call = call.filter(|rest| rest.starts_with(',') || first.starts_with(is_mark) || rest.is_empty());
    let missed = MISSED_CALLS.iter().any(|call| lower.strip_prefix(call).is_some_and(|rest| rest.is_empty() || is_marked(first)));
    if let Some(length) = call.filter(|_| !missed) {
        return Some(if length.contains(|c: char| c.is_ascii_digit()) { InPlace::Call } else { InPlace::Other });
    }
    let is_note = missed
        || is_attached
        || PLACEHOLDERS.contains(&lower.as_str())
        || MY_DELETIONS.contains(&lower.as_str())
        || is_left_out(&lower)
        || is_marked(first);
    is_note.then_some(if is_sound(&lower) && !missed { InPlace::Sound } else { InPlace::Other })
}

/// How a poll begins, in capitals as `WhatsApp` writes it; its question and the votes stand below.
const POLLS: [&str; 6] = ["POLL:", "ОПРОС:", "ОПИТУВАННЯ:", "UMFRAGE:", "SONDAGE :", "ENCUESTA:"];

/// A place that was sent: `location: https://maps.google.com/?q=52.5,13.4`.
fn is_place(lower: &str) -> bool {
    const NAMES: [&str; 8] =
        ["location", "live location", "местоположение", "геопозиция", "standort", "live-standort", "localisation", "ubicación"];
    let link = lower.split_once(": ").filter(|(name, _)| NAMES.contains(name)).map(|(_, link)| link);
    link.is_some_and(|link| link.starts_with("http") && !link.contains(' '))
}

/// True for what stands in place of a sound: "audio omitted", the name of its file.
fn is_sound(lower: &str) -> bool {
    let begins = [
        "audio",
        "аудио",
        "аудіо",
        "dźwięk",
        "ses ",
        "voice message",
        "view once voice",
        "голосовое",
        "голосове",
        "sprachnachricht",
        "message vocal",
        "mensaje de voz",
        "mensagem de voz",
        "messaggio vocale",
        "wiadomość głosowa",
        "spraakbericht",
        "ptt-",
    ];
    let lower = lower.trim_start_matches('<');
    begins.iter().any(|sound| lower.starts_with(sound)) || lower.contains(".opus (")
}

/// True for a line that iOS marks as its own: no person begins a short message with a mark of direction. A number that was copied
/// may bring one along, and what was attached stands behind one.
fn is_marked(line: &str) -> bool {
    let inner = line.trim_start_matches('\u{200e}');
    inner.len() < line.len() && line.len() < NOTE && inner.starts_with(char::is_alphabetic)
}

/// True for "image omitted" and the like, in angle brackets on Android.
fn is_left_out(lower: &str) -> bool {
    let in_angles = lower.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    if let Some(inner) = in_angles {
        return !inner.contains(['<', ':']) && inner.split_whitespace().count() <= IN_ANGLES;
    }
    let what = LEFT_OUT.iter().find_map(|note| lower.strip_suffix(note).or_else(|| lower.strip_prefix(note)));
    let mut kinds = what.unwrap_or_default().split_whitespace().peekable();
    kinds.peek().is_some() && kinds.all(|word| KINDS.split_whitespace().any(|kind| kind == word))
}

/// The words of a message; none for a picture, a sticker or a document.
pub(crate) fn words(text: &str) -> Cow<'_, str> {
    let (first, below) = text.split_once('\n').unwrap_or((text, ""));
    // Nobody says the votes of a poll.
    if POLLS.iter().any(|poll| first.trim_start_matches(is_mark).starts_with(poll)) && !below.is_empty() {
        return Cow::Borrowed("");
    }
    let mut text = Cow::Borrowed(text);
    if in_place(first).is_some() {
        // A caption stands below.
        text = Cow::Borrowed(below);
    } else if let Some(caption) = before_attachment(first).or_else(|| before_note(first)) {
        text = Cow::Owned(format!("{caption}\n{below}"));
    }
    if EDITED.iter().any(|mark| text.contains(mark)) {
        text = Cow::Owned(EDITED.iter().fold(text.into_owned(), |text, mark| text.replace(mark, "")));
    }
    text
}

/// iOS marks what it adds behind words: `yes, all twelve. ‎image omitted`, `see you ‎<This message was edited>`.
fn before_note(line: &str) -> Option<String> {
    let (words, note) = line.rsplit_once('\u{200e}')?;
    let is_note = is_left_out(&small(note)) && !words.trim().is_empty();
    is_note.then(|| words.to_owned())
}

/// iOS writes `caption <attached: 00000046-PHOTO.jpg>`; before a document stands its name.
fn before_attachment(line: &str) -> Option<String> {
    const NUMBER: usize = 8;
    let line: String = line.chars().filter(|c| !is_mark(*c)).collect();
    let is_attachment = |text: &str| {
        let file = text.split_once(':').map_or("", |(_, file)| file.trim_start());
        let digits = file.bytes().take_while(u8::is_ascii_digit).count();
        digits == NUMBER && file[NUMBER..].starts_with('-') && file.contains('>')
    };
    let at = line.match_indices('<').map(|(at, _)| at).find(|at| is_attachment(&line[*at..]))?;
    let (caption, attachment) = (line[..at].trim(), &line[at..]);
    let file = caption.split(" • ").next().unwrap_or(caption);
    let is_file_name = !file.is_empty() && attachment.contains(&format!("-{file}>"));
    Some(if is_file_name { String::new() } else { caption.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_has_no_words() {
        for (text, expected) in [
            ("<Media omitted>", ""),
            ("<Без медиафайлов>\nэто смета", "это смета"),
            ("\u{200e}image omitted", ""),
            ("\u{200e}<attached: 00000035-PHOTO-2022.jpg>", ""),
            ("look \u{200e}<attached: 00000035-PHOTO-2022.jpg>", "look"),
            ("Plan.pdf • 2 pages \u{200e}<attached: 00000047-Plan.pdf>", ""),
            ("IMG-20220323-WA0002.jpg (file attached)\nthe kitchen", "the kitchen"),
            ("Template.docx документ отсутствует", ""),
            ("This message was deleted.", ""),
            ("Вы удалили данное сообщение", ""),
            ("see you \u{200e}<This message was edited>", "see you"),
            ("исправила <Сообщение изменено>", "исправила "),
            ("voice call at six?", "voice call at six?"),
            ("Voice call, 12 min", ""),
            ("\u{200e}Voice call. \u{200e}12 min", ""),
            ("\u{200e}Missed voice call. \u{200e}Tap to call back", ""),
            ("\u{200e}Видеозвонок. \u{200e}Нет ответа", ""),
            ("missed voice call from you, sorry", "missed voice call from you, sorry"),
            ("\u{200e}This message was deleted by admin Olga.", ""),
            ("\u{200e}audio omitido", ""),
            ("\u{200e}Se eliminó este mensaje.", ""),
            ("\u{200e}Poczta głosowa pominięta", ""),
            ("yes, all twelve. \u{200e}image absente", "yes, all twelve. "),
            ("see you \u{200e}<Aquest missatge ha estat editat>", "see you "),
            ("\u{200e}<adjunto: 00000035-PHOTO-2022.jpg>", ""),
            ("mira \u{200e}<adjunto: 00000035-PHOTO-2022.jpg>", "mira"),
            ("<Mídia oculta>", ""),
            ("<Multimedia omitido>", ""),
            ("<Médias omis>", ""),
            ("<Media omessi>", ""),
            ("<pominięto multimedia>", ""),
            ("<Medya dahil edilmedi>", ""),
            ("<Media weggelaten>", ""),
            ("<Медіафайл пропущено>", ""),
            ("imagen omitida", ""),
            ("vidéo absente", ""),
            ("Tarjeta de contacto omitida", ""),
            ("зображення відсутнє", ""),
            ("obraz pominięty", ""),
            ("görüntü dahil edilmedi", ""),
            ("afbeelding weggelaten", ""),
            ("IMG-20220323-WA0002.jpg (archivo adjunto)\nla cocina", "la cocina"),
            ("PTT-20220323-WA0002.opus (soubor byl přiložen)", ""),
            ("Mensagem apagada", ""),
            ("Vous avez supprimé ce message.", ""),
            ("Eliminaste este mensaje.", ""),
            ("Ви видалили це повідомлення", ""),
            ("Bu mesaj silindi", ""),
            ("Llamada de voz perdida", ""),
            ("Appel vocal, 12 min", ""),
            ("Пропущений відеодзвінок", ""),
            ("Gemiste spraakoproep", ""),
            ("\u{200e}+44 20 7946 0000 is his number", "\u{200e}+44 20 7946 0000 is his number"),
            ("the audio was omitted again", "the audio was omitted again"),
            ("video call tomorrow?", "video call tomorrow?"),
            ("UMFRAGE:\nWelcher Tag?\nOPTION: Montag (1 Stimme)", ""),
            ("POLL:\nWhich day?\nOPTION: Monday (1 vote)", ""),
            ("Standort: https://maps.google.com/?q=52.5,13.4", ""),
            ("location: https://maps.google.com/?q=52.5,13.4", ""),
            ("location: the barn, https://maps.google.com", "location: the barn, https://maps.google.com"),
            ("absent", "absent"),
            ("<3", "<3"),
            ("see plan.pdf (the second page)", "see plan.pdf (the second page)"),
        ] {
            let found = words(text);
            assert_eq!(found.trim(), expected.trim(), "{text}");
        }
    }

    /// "Voice message omitted" was dropped without a word, "audio omitted" was told.
    #[test]
    fn voice_messages_are_sounds_whatever_they_are_called() {
        for text in [
            "\u{200e}voice message omitted",
            "voice message omitted",
            "audio omitted",
            "\u{200e}view once voice message omitted",
            "PTT-20220323-WA0002.opus (file attached)",
            "\u{200e}Голосовое сообщение пропущено",
            "\u{200e}Sprachnachricht weggelassen",
        ] {
            assert_eq!(in_place(text), Some(InPlace::Sound), "{text}");
        }
        assert_eq!(in_place("voice message me when you are there"), None);
        assert_eq!(in_place("Missed voice call"), Some(InPlace::Other));
    }

    #[test]
    fn notes_of_the_service() {
        assert!(is_note("\u{200e}Messages and calls are end-to-end encrypted. No one outside"));
        assert!(is_note("\u{200e}Dana created this group"));
        assert!(!is_note("she left an hour ago"));
        assert!(is_note_without_name("Dana changed the subject from \"A"));
        assert!(!is_note_without_name("Dana Wells"));
        assert!(deleted_by_me("\u{200e}You deleted this message."));
        assert!(!deleted_by_me("This message was deleted"));
    }
}
