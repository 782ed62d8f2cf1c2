//! One live page at a time.

use std::fs::{File, TryLockError};
use std::path::Path;

const FILE: &str = "live.lock";

/// Held while the program runs; the system lets it go however the program ends.
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of a data folder; `None` if another program holds it.
    pub fn take(folder: &Path) -> std::io::Result<Option<Self>> {
        let file = segue_store::private_file(&folder.join(FILE))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self { _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}
