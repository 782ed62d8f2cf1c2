//! What can go wrong with the store. No message carries words of a call or names of people.

/// The store could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A folder or file could not be read or written.
    #[error("a file could not be read or written: {0}")]
    Io(#[from] std::io::Error),
    /// The file was written by a later version.
    #[error("the store has schema {0}, which is later than this program knows")]
    Newer(i64),
    /// Another program holds the store and does not let go.
    #[error("another program is using the store")]
    Busy,
    /// What is stored is not as it was written.
    #[error("the store is damaged")]
    Damaged,
    /// The key store has no key for what is stored.
    #[error("the key to the store is not in the key store")]
    KeyMissing,
    /// The key does not open what is stored.
    #[error("the key does not open the store")]
    KeyWrong,
    /// The store is encrypted, or is to be, and the key store could not be used.
    #[error(transparent)]
    KeyStore(#[from] crate::KeyStoreError),
    /// There is no client of that name.
    #[error("there is no such client")]
    NoSuchClient,
    /// Another client has that name.
    #[error("another client has that name")]
    NameTaken,
    /// What is to be imported is no export, or one of a later version.
    #[error("this is no export that can be read")]
    NoExport,
    /// The database refused.
    #[error("the database refused: {0}")]
    Database(rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{DatabaseBusy, DatabaseCorrupt, DatabaseLocked, NotADatabase};
        match error.sqlite_error_code() {
            Some(DatabaseBusy | DatabaseLocked) => Self::Busy,
            Some(DatabaseCorrupt | NotADatabase) => Self::Damaged,
            _ => Self::Database(error),
        }
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(_: serde_json::Error) -> Self {
        Self::Damaged
    }
}
