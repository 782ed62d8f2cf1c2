//! What is remembered could not be read or written, or the page not served.

use super::system;
use crate::memory::Memory;
use segue_core::Lang;
use segue_store::{KeyStoreError, StoreError};
use segue_web::LiveError;

/// What is wrong with the store, and what to do next.
pub(super) fn store(error: &StoreError, ui: Lang) -> String {
    let file = Memory::folder().map_or_else(|_| "segue.db".into(), |folder| folder.join("segue.db").display().to_string());
    let (english, russian) = match error {
        StoreError::Io(error) => (
            format!("the data folder cannot be used: {error}. Name another with SEGUE_DATA."),
            format!("папка с данными недоступна: {}. Укажите другую в SEGUE_DATA.", system::in_russian(error)),
        ),
        StoreError::Newer(_) => (
            "your data was written by a later version of segue. Update segue.".into(),
            "данные записаны более новой версией. Обновите segue.".into(),
        ),
        StoreError::Busy => (
            "segue is already running and using your data. Close it (segue live, for instance), then try again.".into(),
            "segue уже запущена и работает с вашими данными. Завершите её (например, segue live) и повторите.".into(),
        ),
        StoreError::Damaged => (
            format!("your data is damaged. Move “{file}” elsewhere and import your last export: segue import FILE"),
            format!("данные повреждены. Уберите «{file}» в другое место и загрузите последнюю выгрузку: segue import ФАЙЛ"),
        ),
        StoreError::KeyMissing => (
            format!(
                "this system's key store has no key for your data: it was reset, or the data comes from another machine. Nothing was changed. Move “{file}” elsewhere and import your last export: segue import FILE"
            ),
            format!(
                "в хранилище ключей системы нет ключа к данным: хранилище сбросили, или данные с другого компьютера. Ничего не изменено. Уберите «{file}» в другое место и загрузите последнюю выгрузку: segue import ФАЙЛ"
            ),
        ),
        StoreError::KeyWrong => (
            format!(
                "the key in this system's key store does not open your data: one of the two is damaged. Nothing was changed. Move “{file}” elsewhere and import your last export: segue import FILE"
            ),
            format!(
                "ключ из хранилища ключей системы не открывает данные: ключ или файл повреждён. Ничего не изменено. Уберите «{file}» в другое место и загрузите последнюю выгрузку: segue import ФАЙЛ"
            ),
        ),
        StoreError::KeyStore(KeyStoreError::Absent) => (
            "the key to your data is kept in this system's key store, and none answers here. Log in to your desktop, or start the key store (GNOME Keyring, KDE Wallet, KeePassXC), then try again."
                .into(),
            "ключ к данным хранится в хранилище ключей системы, а оно не отвечает. Войдите в графический сеанс или запустите хранилище (GNOME Keyring, KDE Wallet, KeePassXC) и повторите."
                .into(),
        ),
        StoreError::KeyStore(KeyStoreError::Shut) => (
            "this system's key store did not open. Unlock it and try again.".into(),
            "хранилище ключей системы не открылось. Разблокируйте его и повторите.".into(),
        ),
        StoreError::NoSuchClient => (
            "there is no such client. See them with: segue client list".into(),
            "такого клиента нет. Список: segue client list".into(),
        ),
        StoreError::NameTaken => ("another client has that name already.".into(), "другой клиент уже носит это имя.".into()),
        StoreError::NoExport => (
            "this is not a segue export, or it comes from a later version. Nothing was imported.".into(),
            "это не выгрузка segue, или её сделала более новая версия. Ничего не загружено.".into(),
        ),
        StoreError::Database(error) => (
            format!("your data cannot be used: {error}."),
            format!("данные недоступны: {}.", system::of_text(&error.to_string())),
        ),
    };
    if ui == Lang::En { english } else { russian }
}

/// Why the live page was not served.
pub(super) fn live(error: &LiveError, ui: Lang) -> String {
    let (english, russian) = match error {
        LiveError::Port(error) if error.kind() == std::io::ErrorKind::AddrInUse => (
            "this port is in use. Choose another with --port, or leave it out.".into(),
            "этот порт занят. Выберите другой через --port или не указывайте его.".into(),
        ),
        LiveError::Port(error) => (
            format!("the port cannot be opened: {error}. Choose another with --port."),
            format!("порт не открывается: {}. Выберите другой через --port.", system::in_russian(error)),
        ),
        LiveError::InUse => (
            "a page of segue is open already (segue live or segue client page). Use it, or end it first.".into(),
            "страница segue уже открыта (segue live или segue client page). Работайте на ней или сначала остановите ту команду."
                .into(),
        ),
        LiveError::Store(error) => return store(error, ui),
        LiveError::System(what) => (
            format!("the live page cannot be served: {what}."),
            format!("страницу не удаётся открыть: {}.", system::of_text(what)),
        ),
    };
    if ui == Lang::En { english } else { russian }
}
