//! What the system says of files, ports and networks, in Russian. Where there are no words for it, its own stay.

use std::io::{Error, ErrorKind};

/// Why the system refused, to stand after a colon.
pub fn in_russian(error: &Error) -> String {
    match known(error) {
        Some(words) => words.to_owned(),
        None => of_text(&error.to_string()),
    }
}

/// The same, where only the text is left of what the system said.
pub fn of_text(text: &str) -> String {
    let number = text.rsplit_once("(os error ").and_then(|(_, rest)| rest.split_once(')')?.0.parse().ok());
    let by_number = number.and_then(|number| known(&Error::from_raw_os_error(number)));
    let lower = text.to_lowercase();
    let by_words = WORDS.iter().find(|(part, _)| lower.contains(part)).map(|(_, words)| *words);
    by_number.or(by_words).unwrap_or(text).to_owned()
}

/// Parts of what other programs and libraries say, in small letters.
const WORDS: [(&str, &str); 18] = [
    ("lookup address", "адрес не найден, возможно, нет сети"),
    ("host not found", "адрес не найден, возможно, нет сети"),
    ("connection refused", "на том конце никто не отвечает"),
    ("connection reset", "соединение прервалось"),
    ("disconnected", "соединение прервалось"),
    ("connection closed", "соединение закрыто"),
    ("broke off", "соединение прервалось"),
    ("timed out", "ответа не дождались"),
    ("timeout", "ответа не дождались"),
    ("certificate", "сертификат сервера не принят"),
    ("python was not found", "Python не найден"),
    ("disk is full", "на диске не осталось места"),
    ("disk i/o error", "диск дал сбой"),
    ("readonly database", "файл с данными только для чтения"),
    ("unable to open database", "файл с данными не открывается"),
    ("voice activity failed", "не удалось найти, где в записи говорят"),
    ("listening failed", "внутренний сбой"),
    ("a worker failed", "внутренний сбой"),
];

fn known(error: &Error) -> Option<&'static str> {
    Some(match error.kind() {
        ErrorKind::NotFound => "такого файла или такой папки нет",
        ErrorKind::PermissionDenied => "нет прав доступа",
        ErrorKind::AlreadyExists => "такое имя уже занято",
        ErrorKind::IsADirectory => "это папка, а нужен файл",
        ErrorKind::NotADirectory => "вместо папки в этом пути стоит файл",
        ErrorKind::DirectoryNotEmpty => "папка не пуста",
        ErrorKind::ReadOnlyFilesystem => "этот диск только для чтения",
        ErrorKind::StorageFull => "на диске не осталось места",
        ErrorKind::QuotaExceeded => "отведённое вам место на диске кончилось",
        ErrorKind::FileTooLarge => "файл слишком велик для этого диска",
        ErrorKind::InvalidFilename => "такого имени у файла быть не может",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "занято другой программой",
        ErrorKind::AddrInUse => "этот порт занят",
        ErrorKind::AddrNotAvailable => "такого адреса на этом компьютере нет",
        ErrorKind::ConnectionRefused => "на том конце никто не отвечает",
        ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted | ErrorKind::NotConnected => "соединение прервалось",
        ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable | ErrorKind::NetworkDown => "сети нет",
        ErrorKind::TimedOut => "ответа не дождались",
        ErrorKind::BrokenPipe => "читающая программа завершилась раньше",
        ErrorKind::UnexpectedEof => "файл обрывается",
        ErrorKind::OutOfMemory => "не хватило памяти",
        _ => return by_number(error.raw_os_error()?),
    })
}

/// What the library has no kind for.
#[cfg(unix)]
fn by_number(number: i32) -> Option<&'static str> {
    match number {
        5 => Some("диск или устройство дало сбой"),
        24 => Some("открыто слишком много файлов"),
        _ => None,
    }
}

#[cfg(not(unix))]
fn by_number(_: i32) -> Option<&'static str> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_is_said_in_russian() {
        let missing = std::fs::read("/nowhere/at all").unwrap_err();
        assert_eq!(in_russian(&missing), "такого файла или такой папки нет");
        assert_eq!(of_text(&missing.to_string()), "такого файла или такой папки нет");
        assert_eq!(in_russian(&Error::from(ErrorKind::StorageFull)), "на диске не осталось места");
        assert_eq!(of_text("io: Connection refused"), "на том конце никто не отвечает");
        assert!(WORDS.iter().all(|(part, _)| *part == part.to_lowercase()));
    }

    #[test]
    fn what_has_no_words_is_kept_as_it_is() {
        assert_eq!(in_russian(&Error::other("the moon is full")), "the moon is full");
        assert_eq!(of_text("the moon is full"), "the moon is full");
    }
}
