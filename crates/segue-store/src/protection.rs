//! Encryption at rest: opening what is encrypted, and taking a store over from plain to encrypted and back.

use crate::files::{self, FILE, Found, NEXT};
use crate::key::{KeyStore, KeyStoreError, Seal};
use crate::lock::Lock;
use crate::{PATIENCE, Store, StoreError, private_file, schema};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OptionalExtension};
use std::path::Path;
use std::sync::Once;
use zeroize::Zeroizing;

/// Bytes of a page of an encrypted file, as `SQLCipher` writes them.
const PAGE: u64 = 4096;
/// The setting that says no to encryption.
const ENCRYPT: &str = "encrypt";

/// How what is remembered is protected, beside being readable by its owner only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protection {
    /// Encrypted; the key is in the key store.
    Encrypted,
    /// Not encrypted.
    Plain(Why),
}

/// Why a store is not encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The user wished it so.
    Chosen,
    /// There is no key store here.
    NoKeyStore,
    /// There is a key store, and it did not open.
    KeyStoreShut,
    /// Another program has the store open, or the disk is full; the next time does it.
    NotNow,
}

impl From<KeyStoreError> for Why {
    fn from(error: KeyStoreError) -> Self {
        match error {
            KeyStoreError::Absent => Self::NoKeyStore,
            KeyStoreError::Shut => Self::KeyStoreShut,
        }
    }
}

/// What opening a store came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// It was there.
    Usual,
    /// It was made.
    New,
    /// It was there, and was encrypted just now.
    TakenOver,
}

/// What the user wished of encryption.
#[derive(Clone, Copy)]
enum Wish {
    Yes,
    No,
}

impl Wish {
    /// How it is noted: yes is what happens by itself.
    fn setting(self) -> Option<&'static str> {
        match self {
            Self::Yes => None,
            Self::No => Some("no"),
        }
    }
}

impl Store {
    /// Opens the store in a folder, and makes both if they are not there. It is encrypted where there is
    /// a key store, unless the user wished otherwise; a store that was not encrypted is taken over.
    /// What an earlier version left as JSON files is taken in, once.
    ///
    /// # Errors
    /// [`StoreError`] if the folder cannot be used, the store is damaged, later than this program or
    /// held by another for more than five seconds, or its key is missing or wrong.
    pub fn open(folder: &Path, keys: &dyn KeyStore) -> Result<Self, StoreError> {
        crate::private_folder(folder)?;
        let lock = Lock::of(folder)?;
        let made = make_or_mend(folder, keys, &lock)?;
        lock.share_again()?;
        let path = folder.join(FILE);
        let (database, protection) = match files::found(&path)? {
            Found::Nothing => return Err(StoreError::Busy),
            Found::Plain => (connect(&path, None)?, Protection::Plain(Why::NotNow)),
            Found::Encrypted(salt) => (connect(&path, Some(&seal_of(&path, salt, keys)?))?, Protection::Encrypted),
        };
        let opening = if made.is_some() { Opening::New } else { Opening::Usual };
        let mut store = Self::of(database, folder, protection, opening, lock)?;
        if protection == Protection::Encrypted {
            return Ok(store);
        }
        match made {
            _ if !store.wants_encryption()? => store.protection = Protection::Plain(Why::Chosen),
            Some(protection) => store.protection = protection,
            None => return store.take_over(keys),
        }
        Ok(store)
    }

    /// How it is protected.
    pub fn protection(&self) -> Protection {
        self.protection
    }

    /// What opening it came to.
    pub fn opening(&self) -> Opening {
        self.opening
    }

    /// Encrypts the store, or takes the encryption away, and keeps to that from now on.
    ///
    /// # Errors
    /// [`StoreError::Busy`] if another program has the store open, [`StoreError::KeyStore`] if there is
    /// none; then all is as it was.
    pub fn protect(self, encrypted: bool, keys: &dyn KeyStore) -> Result<Self, StoreError> {
        let wish = if encrypted { Wish::Yes } else { Wish::No };
        let folder = self.folder.clone();
        if (self.protection == Protection::Encrypted) == encrypted {
            self.write(|| self.set(ENCRYPT, wish.setting()))?;
            drop(self);
        } else {
            let lock = self.close();
            if !lock.take_alone()? {
                return Err(StoreError::Busy);
            }
            convert(&folder, keys, Some(wish))?;
        }
        Self::open(&folder, keys)
    }

    /// Encrypts a store that was not, if that can be done now; if not, it is opened as it is.
    fn take_over(self, keys: &dyn KeyStore) -> Result<Self, StoreError> {
        let folder = self.folder.clone();
        let lock = self.close();
        let why = if lock.take_alone()? {
            match convert(&folder, keys, None) {
                Ok(()) => None,
                Err(StoreError::KeyStore(error)) => Some(error.into()),
                Err(_) => Some(Why::NotNow),
            }
        } else {
            Some(Why::NotNow)
        };
        lock.share_again()?;
        let path = folder.join(FILE);
        let (seal, protection, opening) = match files::found(&path)? {
            // Another program may have been quicker.
            Found::Encrypted(salt) => (Some(seal_of(&path, salt, keys)?), Protection::Encrypted, Opening::TakenOver),
            _ => (None, Protection::Plain(why.unwrap_or(Why::NotNow)), Opening::Usual),
        };
        Self::of(connect(&path, seal.as_ref())?, &folder, protection, opening, lock)
    }

    /// Closes the database and keeps the lock.
    fn close(self) -> Lock {
        let Self { database, lock, .. } = self;
        drop(database);
        lock
    }

    /// False if the user wished no encryption.
    fn wants_encryption(&self) -> Result<bool, StoreError> {
        Ok(self.setting(ENCRYPT)?.as_deref() != Some("no"))
    }

    /// What was noted of the store itself under that name.
    pub(crate) fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        let query = "SELECT value FROM settings WHERE name = ?";
        Ok(self.database.query_row(query, [name], |row| row.get(0)).optional()?)
    }

    pub(crate) fn set(&self, name: &str, value: Option<&str>) -> Result<(), StoreError> {
        set(&self.database, "settings", name, value)
    }
}

/// Notes something of the store itself in a table of such notes, or takes the note away.
fn set(database: &Connection, table: &str, name: &str, value: Option<&str>) -> Result<(), StoreError> {
    match value {
        Some(value) => database.execute(&format!("INSERT OR REPLACE INTO {table} (name, value) VALUES (?, ?)"), [name, value])?,
        None => database.execute(&format!("DELETE FROM {table} WHERE name = ?"), [name])?,
    };
    Ok(())
}

/// Makes a store where there is none, and tidies up after an interruption; how a new one is protected.
fn make_or_mend(folder: &Path, keys: &dyn KeyStore, lock: &Lock) -> Result<Option<Protection>, StoreError> {
    let path = folder.join(FILE);
    while files::wants_care(folder)? {
        if lock.take_alone()? {
            files::recover(folder, keys)?;
            return if files::found(&path)? == Found::Nothing { make(&path, keys).map(Some) } else { Ok(None) };
        }
        // Who has the store open has it whole; what lies beside it can wait.
        if files::found(&path)? != Found::Nothing {
            break;
        }
        lock.wait()?;
    }
    Ok(None)
}

/// Makes an empty store.
fn make(path: &Path, keys: &dyn KeyStore) -> Result<Protection, StoreError> {
    private_file(path)?;
    let (seal, protection) = match Seal::new(keys) {
        Ok(seal) => (Some(seal), Protection::Encrypted),
        Err(error) => (None, Protection::Plain(error.into())),
    };
    schema::migrate(&mut connect(path, seal.as_ref())?)?;
    Ok(protection)
}

/// The key of an encrypted file.
fn seal_of(path: &Path, salt: [u8; 16], keys: &dyn KeyStore) -> Result<Seal, StoreError> {
    match Seal::find(keys, salt) {
        Ok(Some(seal)) => Ok(seal),
        // What is no whole number of pages is no encrypted store, and wants no key.
        _ if path.metadata()?.len() % PAGE != 0 => Err(StoreError::Damaged),
        Ok(None) => Err(StoreError::KeyMissing),
        Err(error) => Err(error.into()),
    }
}

/// Opens a database, encrypted if there is a key.
fn connect(path: &Path, seal: Option<&Seal>) -> Result<Connection, StoreError> {
    let database = bare(path, seal)?;
    // What is deleted is overwritten; what is committed survives a crash of program and machine.
    database.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;")?;
    Ok(database)
}

/// The first encrypted database of a process sets the encryption up; two at once, in threads, can both find it half done, and one
/// is then refused its key. So the first is one that nobody waits for.
fn set_up_encryption() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // Whatever goes wrong here goes wrong again, and is told, when the store is opened.
        let _ = Connection::open_in_memory()
            .and_then(|first| first.execute_batch("PRAGMA cipher_log_level = NONE; PRAGMA key = 'first';"));
    });
}

fn bare(path: &Path, seal: Option<&Seal>) -> Result<Connection, StoreError> {
    if seal.is_some() {
        set_up_encryption();
    }
    let database = Connection::open(path)?;
    database.busy_timeout(PATIENCE)?;
    if let Some(seal) = seal {
        // What goes wrong is told by errors, not on the screen.
        let key = Zeroizing::new(format!("PRAGMA cipher_log_level = NONE; PRAGMA key = \"{}\";", seal.in_words().as_str()));
        database.execute_batch(&key)?;
    }
    // The first page tells whether the key fits.
    match database.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).map_err(StoreError::from) {
        Err(StoreError::Damaged) if seal.is_some() => Err(StoreError::KeyWrong),
        Err(error) => Err(error),
        Ok(()) => Ok(database),
    }
}

/// Turns a plain store into an encrypted one, or the other way round. The lock is held alone.
///
/// A crash at any moment leaves one whole store: the old one until the new one is written, checked and
/// on disk, and its key kept. Then the old one is overwritten, and its key removed. What the user wished stands in the new one, and
/// so holds only if it came to be.
fn convert(folder: &Path, keys: &dyn KeyStore, wish: Option<Wish>) -> Result<(), StoreError> {
    let path = folder.join(FILE);
    let (from, to) = match files::found(&path)? {
        Found::Nothing => return Err(StoreError::Busy),
        Found::Plain => (None, Some(Seal::new(keys)?)),
        Found::Encrypted(salt) => (Some(seal_of(&path, salt, keys)?), None),
    };
    let done = settle(&path, from.as_ref()).and_then(|()| copy(folder, from.as_ref(), to.as_ref(), wish));
    if let Err(error) = done {
        // A key that opens nothing; where it cannot be removed it does no harm.
        files::wipe(&folder.join(NEXT))?;
        to.map(|seal| keys.remove(&seal.name()).ok());
        return Err(error);
    }
    files::replace(folder)?;
    from.map(|seal| keys.remove(&seal.name()).ok());
    Ok(())
}

/// Brings everything into the one file, and wipes the log beside it.
fn settle(path: &Path, seal: Option<&Seal>) -> Result<(), StoreError> {
    let database = bare(path, seal)?;
    // The log is kept on closing, so that it can be overwritten instead of only cut off.
    database.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    let (busy, pages, done): (i64, i64, i64) =
        database.query_row("PRAGMA wal_checkpoint(FULL)", [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    if busy != 0 || pages != done {
        return Err(StoreError::Busy);
    }
    drop(database);
    files::wipe(&files::beside(path, "-wal"))?;
    files::wipe(&files::beside(path, "-shm"))?;
    Ok(())
}

/// Writes the next file, with what the user wishes of it, and checks it.
fn copy(folder: &Path, from: Option<&Seal>, to: Option<&Seal>, wish: Option<Wish>) -> Result<(), StoreError> {
    let next = folder.join(NEXT);
    private_file(&next)?;
    let database = bare(&folder.join(FILE), from)?;
    database.execute_batch("PRAGMA journal_mode = DELETE")?;
    let version: i64 = database.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let key = to.map(Seal::in_words).unwrap_or_default();
    database.execute("ATTACH DATABASE ? AS next KEY ?", [next.to_str().ok_or_else(no_such_name)?, key.as_str()])?;
    database.query_row("SELECT sqlcipher_export('next')", [], |_| Ok(()))?;
    database.execute_batch(&format!("PRAGMA next.user_version = {version}"))?;
    if let Some(wish) = wish {
        set(&database, "next.settings", ENCRYPT, wish.setting())?;
    }
    let sound: String = database.query_row("PRAGMA next.integrity_check", [], |row| row.get(0))?;
    let missing = "SELECT EXISTS (SELECT * FROM main.events EXCEPT SELECT * FROM next.events)";
    let missing: bool = database.query_row(missing, [], |row| row.get(0))?;
    if sound != "ok" || missing {
        return Err(StoreError::Damaged);
    }
    database.execute_batch("DETACH DATABASE next")?;
    Ok(())
}

/// The folder has a name that the database cannot be given.
fn no_such_name() -> StoreError {
    StoreError::Io(std::io::ErrorKind::InvalidFilename.into())
}
