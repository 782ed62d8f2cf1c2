//! The platform's key store: the Secret Service (GNOME Keyring, KDE Wallet, `KeePassXC`) on Linux, the
//! keychain on macOS, the credential manager on Windows.

use crate::screen::Screen;
use keyring::{Entry, Error};
use segue_store::{Key, KeyStore, KeyStoreError};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// Under this name the key store lists segue's keys.
const SERVICE: &str = "segue";
/// Names the key store: `none` for none.
const VARIABLE: &str = "SEGUE_KEYS";
/// After this time without an answer the user is told what is waited for.
const SOON: Duration = Duration::from_secs(2);
/// A key store may ask for its password in a window; nobody answers for longer than this.
const PATIENCE: Duration = Duration::from_mins(2);

/// The platform's key store, or none if `SEGUE_KEYS` is `none`.
pub struct Keyring<'a> {
    screen: &'a Screen,
    wanted: bool,
}

impl<'a> Keyring<'a> {
    /// The key store of the user.
    pub fn of_user(screen: &'a Screen) -> Self {
        Self { screen, wanted: std::env::var_os(VARIABLE).is_none_or(|value| value != "none") }
    }

    /// Asks the key store, which may hang, or ask its user for as long as that takes.
    fn ask<T: Send + 'static>(
        &self,
        name: &str,
        question: impl FnOnce(&Entry) -> Result<T, Error> + Send + 'static,
    ) -> Result<Option<T>, KeyStoreError> {
        if !self.wanted {
            return Err(KeyStoreError::Absent);
        }
        let name = name.to_owned();
        let (answer, answers) = channel();
        std::thread::spawn(move || answer.send(Entry::new(SERVICE, &name).and_then(|entry| question(&entry))).ok());
        let answered = answers.recv_timeout(SOON).or_else(|error| {
            if error == RecvTimeoutError::Timeout {
                self.screen.remark(self.screen.text(
                    "Waiting for this system's key store; it may ask for its password in a window of its own.",
                    "Жду хранилище ключей системы; оно может спросить пароль в своём окне.",
                ));
            }
            answers.recv_timeout(PATIENCE)
        });
        match answered {
            Ok(Ok(value)) => Ok(Some(value)),
            Ok(Err(Error::NoEntry)) => Ok(None),
            // What could not be connected to is not there.
            Ok(Err(Error::NoDefaultStore)) => Err(KeyStoreError::Absent),
            Ok(Err(_)) | Err(_) => Err(KeyStoreError::Shut),
        }
    }
}

impl KeyStore for Keyring<'_> {
    fn get(&self, name: &str) -> Result<Option<Key>, KeyStoreError> {
        let digits = self.ask(name, |entry| entry.get_password().map(zeroize::Zeroizing::new))?;
        Ok(digits.and_then(|digits| Key::from_digits(&digits)))
    }

    fn put(&self, name: &str, key: &Key) -> Result<(), KeyStoreError> {
        let digits = key.digits();
        self.ask(name, move |entry| entry.set_password(&digits)).map(drop)
    }

    fn remove(&self, name: &str) -> Result<(), KeyStoreError> {
        self.ask(name, Entry::delete_credential).map(drop)
    }
}
