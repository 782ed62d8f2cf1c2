//! What can go wrong with the store; sentences for people are made in the binary.

use std::path::PathBuf;

/// The store could not do what was asked. Nothing of what was asked was done then.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The system names no folder for data.
    #[error("there is no folder for data")]
    NoFolder,
    /// The folder or a file in it could not be read or written.
    #[error("{0} could not be read or written: {1}")]
    Io(PathBuf, #[source] std::io::Error),
    /// Another program holds the database for longer than one can wait.
    #[error("the database is in use")]
    Busy,
    /// The database is not one, or is damaged.
    #[error("the database {0} is damaged")]
    Damaged(PathBuf),
    /// The database is encrypted and the key is not at hand, or is not its key.
    #[error("the database is encrypted and its key is not at hand")]
    NoKey,
    /// The file of the key does not hold a key.
    #[error("{0} holds no key")]
    BadKeyFile(PathBuf),
    /// The platform's key store refused.
    #[error("the key store of the system refused")]
    KeyStore,
    /// The database is already encrypted.
    #[error("the database is encrypted already")]
    EncryptedAlready,
    /// The database was written by a newer segue.
    #[error("the database has schema {0}, this program knows up to {1}")]
    TooNew(i64, i64),
    /// A client must have a name.
    #[error("a client needs a name")]
    NoName,
    /// There is no client of that name.
    #[error("there is no such client")]
    NoSuchClient(String),
    /// There is a client of that name already.
    #[error("there is such a client already")]
    NameTaken(String),
    /// There is no call of that number.
    #[error("there is no call {0}")]
    NoSuchCall(i64),
    /// The call is over, or was never begun.
    #[error("call {0} is not under way")]
    NotUnderWay(i64),
    /// Nothing to undo.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// Nothing to do again.
    #[error("there is nothing to redo")]
    NothingToRedo,
    /// Something holds a number that is none, or the like.
    #[error("this cannot be written down: {0}")]
    Unwritable(&'static str),
    /// A line of an import is not as `export` writes it.
    #[error("line {0} of the import is not as it was exported")]
    BadImport(usize),
    /// The import was written by a newer segue.
    #[error("the import has version {0}, this program knows up to {1}")]
    ImportTooNew(u64, u64),
    /// What was removed may still be found in the files, since another program has them open.
    #[error("removed, but traces stay until the other program ends")]
    TracesStay,
    /// The database failed in another way.
    #[error("the database failed: {0}")]
    Database(String),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{DatabaseBusy, DatabaseCorrupt, DatabaseLocked, NotADatabase};
        match error.sqlite_error_code() {
            Some(DatabaseBusy | DatabaseLocked) => Self::Busy,
            Some(DatabaseCorrupt) => Self::Damaged(PathBuf::new()),
            Some(NotADatabase) => Self::NoKey,
            // Only the code: a message may quote what was to be written.
            Some(code) => Self::Database(format!("{code:?}")),
            None => Self::Database("unexpected answer".into()),
        }
    }
}
