//! The key of a store, and where keys are kept: what the store wants of the platform's key store.

use zeroize::Zeroizing;

/// Bytes of a key.
pub const KEY_BYTES: usize = 32;
/// Bytes of the salt at the head of an encrypted file.
pub(crate) const SALT_BYTES: usize = 16;

/// A key of 256 bits. It is wiped from memory when it goes, and nothing prints it.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(Zeroizing<[u8; KEY_BYTES]>);

impl Key {
    /// A key drawn from the system's source of randomness.
    pub(crate) fn random() -> Result<Self, KeyStoreError> {
        random().map(|bytes| Self(Zeroizing::new(bytes)))
    }

    /// The key whose digits a key store kept; `None` if they are no key.
    pub fn from_digits(digits: &str) -> Option<Self> {
        let mut key = Zeroizing::new([0_u8; KEY_BYTES]);
        if digits.len() != 2 * KEY_BYTES || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        for (byte, at) in key.iter_mut().zip((0..).step_by(2)) {
            *byte = u8::from_str_radix(&digits[at..at + 2], 16).ok()?;
        }
        Some(Self(key))
    }

    /// The key in 64 hexadecimal digits, for a key store to keep.
    pub fn digits(&self) -> Zeroizing<String> {
        digits(self.0.as_slice())
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(..)")
    }
}

/// Where keys are kept: the platform's key store, or none.
pub trait KeyStore {
    /// The key of that name; `None` if there is none.
    ///
    /// # Errors
    /// [`KeyStoreError`] if there is no key store here, or it does not open.
    fn get(&self, name: &str) -> Result<Option<Key>, KeyStoreError>;

    /// Keeps a key under a name.
    ///
    /// # Errors
    /// As [`KeyStore::get`].
    fn put(&self, name: &str, key: &Key) -> Result<(), KeyStoreError>;

    /// Removes the key of that name; none is fine too.
    ///
    /// # Errors
    /// As [`KeyStore::get`].
    fn remove(&self, name: &str) -> Result<(), KeyStoreError>;
}

/// A key store could not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyStoreError {
    /// There is none here.
    #[error("there is no key store")]
    Absent,
    /// There is one, and it stays shut: locked, or it refused.
    #[error("the key store does not open")]
    Shut,
}

/// No key store.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoKeyStore;

impl KeyStore for NoKeyStore {
    fn get(&self, _: &str) -> Result<Option<Key>, KeyStoreError> {
        Err(KeyStoreError::Absent)
    }

    fn put(&self, _: &str, _: &Key) -> Result<(), KeyStoreError> {
        Err(KeyStoreError::Absent)
    }

    fn remove(&self, _: &str) -> Result<(), KeyStoreError> {
        Err(KeyStoreError::Absent)
    }
}

/// What an encrypted file is opened with: its key, and its salt, by which the key is found.
///
/// The salt stands unencrypted at the head of the file, so it is the file's name in the key store:
/// the key is found wherever the folder is moved to, and a copy of the file opens too.
pub(crate) struct Seal {
    key: Key,
    salt: [u8; SALT_BYTES],
}

impl Seal {
    /// A new key, kept in the key store under a new name before anything is written with it.
    pub fn new(keys: &dyn KeyStore) -> Result<Self, KeyStoreError> {
        let seal = Self { key: Key::random()?, salt: random()? };
        keys.put(&seal.name(), &seal.key)?;
        // A key store that does not give back what it took would lose everything.
        match keys.get(&seal.name())? {
            Some(kept) if kept == seal.key => Ok(seal),
            _ => Err(KeyStoreError::Shut),
        }
    }

    /// The key for a file with that salt; `None` if the key store has none.
    pub fn find(keys: &dyn KeyStore, salt: [u8; SALT_BYTES]) -> Result<Option<Self>, KeyStoreError> {
        Ok(keys.get(&name_of(&salt))?.map(|key| Self { key, salt }))
    }

    /// The name of the key in the key store.
    pub fn name(&self) -> String {
        name_of(&self.salt)
    }

    /// As `SQLCipher` takes it: a raw key and its salt.
    pub fn in_words(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("x'{}{}'", self.key.digits().as_str(), self.name()))
    }
}

/// The name under which a key store keeps the key for a file with that salt.
pub(crate) fn name_of(salt: &[u8; SALT_BYTES]) -> String {
    digits(salt).to_string()
}

fn digits(bytes: &[u8]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(2 * bytes.len()));
    for byte in bytes {
        for half in [byte >> 4, byte & 15] {
            text.push(char::from_digit(u32::from(half), 16).unwrap_or('0'));
        }
    }
    text
}

fn random<const N: usize>() -> Result<[u8; N], KeyStoreError> {
    let mut bytes = [0_u8; N];
    // Without randomness there is no key.
    getrandom::fill(&mut bytes).map_err(|_| KeyStoreError::Absent)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn a_key_is_kept_as_digits_and_prints_nothing() {
        let key = Key::random().unwrap();
        let digits = key.digits();
        assert_eq!(Key::from_digits(&digits).unwrap(), key);
        assert_eq!(format!("{key:?}"), "Key(..)");
        for wrong in ["", "12", &digits[1..], &digits.replace(|_| true, "ä"), &format!("+{}", &digits[1..])] {
            assert!(Key::from_digits(wrong).is_none());
        }
    }
}
