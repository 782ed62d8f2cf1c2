//! Who has the store open: many at once, but for the moments in which its file is made or replaced.

use crate::{PATIENCE, StoreError, private_file};
use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::{Duration, Instant};

const FILE: &str = "store.lock";
/// Time between two tries.
const BEAT: Duration = Duration::from_millis(10);

/// Held while the store is open; the system lets it go however the program ends.
pub(crate) struct Lock {
    file: File,
    until: Instant,
}

impl Lock {
    /// The lock of a folder, not held yet.
    pub fn of(folder: &Path) -> std::io::Result<Self> {
        Ok(Self { file: private_file(&folder.join(FILE))?, until: Instant::now() + PATIENCE })
    }

    /// Takes it together with others.
    ///
    /// # Errors
    /// [`StoreError::Busy`] if another program makes or replaces the file for longer than one waits.
    pub fn share(&self) -> Result<(), StoreError> {
        loop {
            match self.file.try_lock_shared() {
                Ok(()) => return Ok(()),
                Err(TryLockError::WouldBlock) => self.wait()?,
                Err(TryLockError::Error(error)) => return Err(error.into()),
            }
        }
    }

    /// Takes it alone; false if others hold it.
    pub fn take_alone(&self) -> Result<bool, StoreError> {
        // What is held is let go first: two that hold it together would wait for each other.
        self.file.unlock()?;
        match self.file.try_lock() {
            Ok(()) => Ok(true),
            Err(TryLockError::WouldBlock) => Ok(false),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// Takes it together with others, after it was held alone.
    pub fn share_again(&self) -> Result<(), StoreError> {
        self.file.unlock()?;
        self.share()
    }

    /// Waits a moment.
    ///
    /// # Errors
    /// [`StoreError::Busy`] if that lasted too long.
    pub fn wait(&self) -> Result<(), StoreError> {
        if Instant::now() >= self.until {
            return Err(StoreError::Busy);
        }
        std::thread::sleep(BEAT);
        Ok(())
    }
}
