//! What is remembered of clients and calls: a database file of events, and what they come to.
//!
//! - Events are appended and never changed; clients, calls and lines are derived from them and can be
//!   rebuilt at any time ([`Store::rebuild`]). A step is undone by leaving its events out.
//! - Forgetting is no event: it removes every byte ([`Store::forget`]).
//! - The journal of a call under way outlives a crash of the program.
//!
//! The file is readable by its owner only, and encrypted where there is a key store ([`KeyStore`]):
//! this crate decides when, and the program brings the platform's key store along.

mod earlier;
mod error;
mod event;
mod exchange;
mod files;
mod forget;
mod journal;
mod key;
mod lock;
mod present;
mod privacy;
mod protection;
mod schema;
mod undo;
mod undone_in_words;

pub use error::StoreError;
pub use exchange::{Imported, Problem};
pub use key::{KEY_BYTES, Key, KeyStore, KeyStoreError, NoKeyStore};
pub use privacy::{Held, Kind};
pub use protection::{Opening, Protection, Why};
pub use undo::{Step, Undone};
pub use undone_in_words::{nothing_to_take_back, taken_back};

use lock::Lock;
use rusqlite::Connection;
use std::cell::Cell;
use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long one program waits for another to finish writing.
const PATIENCE: Duration = Duration::from_secs(5);

/// The store in one folder. Several programs may have it open.
pub struct Store {
    database: Connection,
    folder: PathBuf,
    /// The step that events belong to, once one was written.
    step: Cell<Option<i64>>,
    protection: Protection,
    opening: Opening,
    /// Last, so that it is let go when the database is closed.
    lock: Lock,
}

impl Store {
    /// The store of an open database.
    fn of(
        mut database: Connection,
        folder: &Path,
        protection: Protection,
        opening: Opening,
        lock: Lock,
    ) -> Result<Self, StoreError> {
        schema::migrate(&mut database)?;
        let store = Self { database, folder: folder.to_owned(), step: Cell::new(None), protection, opening, lock };
        store.take_in_earlier()?;
        Ok(store)
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The file.
    pub fn path(&self) -> PathBuf {
        self.folder.join(files::FILE)
    }

    /// What is written from here on is a step of its own, undone apart from what was written before.
    pub fn next_step(&self) {
        self.step.set(None);
    }

    /// Runs writes as one: all of them happen, or none.
    fn write<T>(&self, work: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.at_once(work)
    }

    /// Runs reads and writes as one: all writes happen, or none, and no other program writes between a read and a
    /// write. Whoever changes what is there reads it in here. Ask the user before: others wait, and not for long.
    ///
    /// # Errors
    /// The work's own, or [`StoreError`] if it cannot be written.
    pub fn at_once<T, E: From<StoreError>>(&self, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        // What is already run as one stays so.
        if !self.database.is_autocommit() {
            return work();
        }
        self.database.execute_batch("BEGIN IMMEDIATE").map_err(StoreError::from)?;
        let before = self.step.get();
        let commit = |done| Ok(self.database.execute_batch("COMMIT").map(|()| done).map_err(StoreError::from)?);
        match work().and_then(commit) {
            Ok(done) => Ok(done),
            Err(error) => {
                self.step.set(before);
                // The first error is the one to tell.
                self.database.execute_batch("ROLLBACK").ok();
                Err(error)
            }
        }
    }
}

/// The folder, closed to others.
fn private_folder(folder: &Path) -> std::io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Opens a file to write to, as it is or new: closed to others before anything is in it. What the
/// database puts beside such a file gets the same rights.
///
/// # Errors
/// That it cannot be opened.
pub fn private_file(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
