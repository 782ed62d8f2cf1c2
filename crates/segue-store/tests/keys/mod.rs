//! A key store that is a folder of files, so that several processes can use it; it can be shut and robbed.

use segue_store::{Key, KeyStore, KeyStoreError};
use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder of keys.
pub struct FolderOfKeys {
    folder: PathBuf,
    /// Stays shut while this is true.
    pub shut: Cell<bool>,
    /// Forgets what it is given while this is true.
    pub forgetful: Cell<bool>,
}

impl FolderOfKeys {
    pub fn at(folder: &Path) -> Self {
        fs::create_dir_all(folder).unwrap();
        Self { folder: folder.to_owned(), shut: Cell::new(false), forgetful: Cell::new(false) }
    }

    /// The names of the keys.
    pub fn names(&self) -> Vec<String> {
        fs::read_dir(&self.folder).unwrap().flatten().map(|file| file.file_name().into_string().unwrap()).collect()
    }

    fn door(&self) -> Result<(), KeyStoreError> {
        if self.shut.get() { Err(KeyStoreError::Shut) } else { Ok(()) }
    }
}

impl KeyStore for FolderOfKeys {
    fn get(&self, name: &str) -> Result<Option<Key>, KeyStoreError> {
        self.door()?;
        Ok(fs::read_to_string(self.folder.join(name)).ok().and_then(|digits| Key::from_digits(&digits)))
    }

    fn put(&self, name: &str, key: &Key) -> Result<(), KeyStoreError> {
        self.door()?;
        if !self.forgetful.get() {
            fs::write(self.folder.join(name), key.digits().as_bytes()).unwrap();
        }
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), KeyStoreError> {
        self.door()?;
        fs::remove_file(self.folder.join(name)).ok();
        Ok(())
    }
}
