//! What `WhatsApp` itself writes into messages and between them, in English, Russian and German.

use crate::spacing::is_mark;
use std::borrow::Cow;

/// What stands in place of something that was no text, small letters, without marks and a final stop.
const PLACEHOLDERS: [&str; 60] = [
    "<media omitted>",
    "<без медиафайлов>",
    "<медиафайл пропущен>",
    "image omitted",
    "video omitted",
    "video note omitted",
    "video message omitted",
    "видеосообщение отсутствует",
    "audio omitted",
    "sticker omitted",
    "gif omitted",
    "contact card omitted",
    "document omitted",
    "<image omitted>",
    "<video omitted>",
    "<audio omitted>",
    "изображение отсутствует",
    "аудиофайл отсутствует",
    "видео отсутствует",
    "видеозаметка опущена",
    "стикер отсутствует",
    "стикер не добавлен",
    "gif отсутствует",
    "карточка контакта отсутствует",
    "документ отсутствует",
    "this message was deleted",
    "you deleted this message",
    "данное сообщение удалено",
    "это сообщение удалено",
    "вы удалили данное сообщение",
    "вы удалили это сообщение",
    "waiting for this message",
    "ожидание сообщения",
    "missed voice call",
    "missed video call",
    "missed group voice call",
    "пропущенный аудиозвонок",
    "пропущенный видеозвонок",
    "пропущенный голосовой вызов",
    "null",
    "view once photo",
    "view once video",
    "view once voice message",
    "voice call",
    "video call",
    "аудиозвонок",
    "<medien ausgeschlossen>",
    "bild weggelassen",
    "video weggelassen",
    "audio weggelassen",
    "sticker weggelassen",
    "gif weggelassen",
    "dokument weggelassen",
    "kontaktkarte ausgelassen",
    "diese nachricht wurde gelöscht",
    "du hast diese nachricht gelöscht",
    "verpasster sprachanruf",
    "verpasster videoanruf",
    "verpasster anruf",
    "пропущенный звонок",
];

/// Calls as they are told of in a chat, by their beginning; on iOS behind a mark of direction, with a full stop.
const CALLS: [&str; 19] = [
    "voice call",
    "video call",
    "missed voice call",
    "missed video call",
    "missed group",
    "silenced voice call",
    "silenced video call",
    "аудиозвонок",
    "видеозвонок",
    "пропущенный аудиозвонок",
    "пропущенный видеозвонок",
    "пропущенный групповой",
    "отключенный аудиозвонок",
    "this message was deleted by admin",
    "sprachanruf",
    "videoanruf",
    "verpasster sprachanruf",
    "verpasster videoanruf",
    "verpasster gruppen",
];

/// Endings of a message that is a document.
const DOCUMENTS: [&str; 6] = [
    "document omitted",
    "документ отсутствует",
    "(file attached)",
    "(файл добавлен)",
    "(datei angehängt)",
    "dokument weggelassen",
];

/// Marks of a message that was changed afterwards.
const EDITED: [&str; 7] = [
    "<This message was edited>",
    "<Сообщение изменено>",
    "<Вы изменили это сообщение>",
    "<Вы изменили сообщение>",
    "<Diese Nachricht wurde bearbeitet.>",
    "<Diese Nachricht wurde bearbeitet>",
    "<This message was edited.>",
];

/// Deletions that only the one who exported sees so.
const MY_DELETIONS: [&str; 4] =
    ["you deleted this message", "вы удалили данное сообщение", "вы удалили это сообщение", "du hast diese nachricht gelöscht"];

/// Notes of the service that iOS writes under a name, by their beginning.
const NOTES: [&str; 15] = [
    "messages and calls are end-to-end encrypted",
    "messages you send to this",
    "messages to this",
    "your security code with",
    "сообщения и звонки защищены",
    "сообщения в этом чате защищены",
    "ваш код безопасности с",
    "you're now an admin",
    "this chat is with a business account",
    "это чат с бизнес-аккаунтом",
    "nachrichten und anrufe sind ende-zu-ende",
    "nachrichten in diesem chat",
    "deine sicherheitsnummer",
    "du bist jetzt admin",
    "dieser chat ist mit einem unternehmen",
];

/// What is done in a group, as iOS writes it under the group's name behind a mark of direction, and
/// what stands before a colon in a note that is no name.
const DOINGS: [&str; 39] = [
    " created this group",
    " created group",
    " added you",
    " added ",
    " removed ",
    " left",
    " joined using",
    " changed the ",
    " changed this ",
    " changed their ",
    " changed to ",
    " pinned a message",
    " turned on disappearing",
    " turned off disappearing",
    " security code",
    " создал",
    " добавил",
    " удалил(",
    " вышел",
    " вышла",
    " присоединил",
    " изменил",
    " закрепил",
    " включил",
    " отключил",
    " код безопасности",
    "создана пользователем",
    "создан пользователем",
    " hat die gruppe",
    " hat dich hinzugefügt",
    " hinzugefügt",
    " entfernt",
    " hat das gruppenbild",
    " hat den betreff",
    " hat die beschreibung",
    " hat den gruppennamen",
    " покинул",
    " sicherheitsnummer",
    " hat diesen chat",
];

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
    quoted || NOTES.iter().any(|note| lower.starts_with(note)) || DOINGS.iter().any(|doing| lower.contains(doing))
}

/// True if the author deleted it and exported the chat.
pub(crate) fn deleted_by_me(text: &str) -> bool {
    text.len() < 120 && MY_DELETIONS.contains(&small(text).as_str())
}

/// The words of a message; none for a picture, a sticker or a document.
pub(crate) fn words(text: &str) -> Cow<'_, str> {
    let (first, below) = text.split_once('\n').unwrap_or((text, ""));
    let mut text = Cow::Borrowed(text);
    if first.len() < 400 {
        let lower = small(first);
        let call = CALLS.iter().find_map(|call| lower.strip_prefix(call));
        let is_call = call.is_some_and(|rest| rest.starts_with(',') || first.starts_with(is_mark));
        let is_placeholder =
            is_call || PLACEHOLDERS.contains(&lower.as_str()) || DOCUMENTS.iter().any(|ending| lower.ends_with(ending));
        if is_placeholder {
            // A caption stands below.
            text = Cow::Borrowed(below);
        } else if let Some(caption) = before_attachment(first) {
            text = Cow::Owned(format!("{caption}\n{below}"));
        }
    }
    if EDITED.iter().any(|mark| text.contains(mark)) {
        text = Cow::Owned(EDITED.into_iter().fold(text.into_owned(), |text, mark| text.replace(mark, "")));
    }
    text
}

/// iOS writes `caption <attached: 00000046-PHOTO.jpg>`; before a document stands its name.
fn before_attachment(line: &str) -> Option<String> {
    let line: String = line.chars().filter(|c| !is_mark(*c)).collect();
    let at = line.find("<attached:").or_else(|| line.find("<прикреплено:"))?;
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
            ("see you \u{200e}<This message was edited>", "see you \u{200e}"),
            ("исправила <Сообщение изменено>", "исправила "),
            ("voice call at six?", "voice call at six?"),
            ("Voice call, 12 min", ""),
            ("\u{200e}Voice call. \u{200e}12 min", ""),
            ("\u{200e}Missed voice call. \u{200e}Tap to call back", ""),
            ("\u{200e}Видеозвонок. \u{200e}Нет ответа", ""),
            ("missed voice call from you, sorry", "missed voice call from you, sorry"),
            ("\u{200e}This message was deleted by admin Olga.", ""),
        ] {
            let found = words(text);
            assert_eq!(found.trim(), expected.trim(), "{text}");
        }
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
