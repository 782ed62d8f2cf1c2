//! A file that was not opened, written or remembered.

use super::system;
use std::path::Path;

/// Why a call was not remembered for a client, in both languages.
pub(super) fn not_in_file(path: &Path, client: &str, names: &[String]) -> (String, String) {
    let (path, names) = (path.display(), names.join(", "));
    (
        format!(
            "“{path}”: nobody in it is called “{client}”, so its figures were not remembered. In it: {names}. If it is right all the same, add --yes."
        ),
        format!(
            "«{path}»: имени «{client}» в нём нет, поэтому цифры не сохранены. В нём: {names}. Если всё верно, добавьте --yes."
        ),
    )
}

/// Why a file was not opened, in both languages.
pub(super) fn not_opened(path: &Path, error: &std::io::Error) -> (String, String) {
    let path = path.display();
    match error.kind() {
        std::io::ErrorKind::NotFound => (
            format!("there is no file “{path}”. Check the name and the folder."),
            format!("файла «{path}» нет. Проверьте имя и папку."),
        ),
        std::io::ErrorKind::PermissionDenied => (
            format!("you have no permission to read “{path}”. Check its permissions."),
            format!("файл «{path}» нельзя прочитать. Проверьте права доступа."),
        ),
        _ => (
            format!("the file “{path}” cannot be read: {error}."),
            format!("файл «{path}» не читается: {}.", system::in_russian(error)),
        ),
    }
}

/// Why a file was not written, in both languages.
pub(super) fn not_written(path: &Path, error: &std::io::Error) -> (String, String) {
    let path = path.display();
    let why = match error.kind() {
        // What is not there can only be its folder.
        std::io::ErrorKind::NotFound => "такой папки нет".to_owned(),
        _ => system::in_russian(error),
    };
    (
        format!("“{path}” cannot be written: {error}. Choose another place with --output."),
        format!("не удалось записать «{path}»: {why}. Укажите другое место через --output."),
    )
}
