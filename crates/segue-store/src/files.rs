//! The file of the store and what may lie beside it while it is being replaced.

use crate::key::{KeyStore, SALT_BYTES, name_of};
use crate::private_file;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// The store.
pub(crate) const FILE: &str = "segue.db";
/// The file that is to take its place.
pub(crate) const NEXT: &str = "segue.db.next";
/// The file whose place was taken, until it is wiped.
const LAST: &str = "segue.db.last";
/// How every unencrypted `SQLite` file begins.
const PLAIN: &[u8; SALT_BYTES] = b"SQLite format 3\0";
/// Bytes that are wiped at once.
const BLOCK: usize = 64 * 1024;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// There is none, or nothing is in it yet.
    Nothing,
    /// A database that anybody who may read the file can read.
    Plain,
    /// Something else; if it is an encrypted database, this is its salt.
    Encrypted([u8; SALT_BYTES]),
}

/// What a file is.
pub(crate) fn found(path: &Path) -> io::Result<Found> {
    let mut head = [0_u8; SALT_BYTES];
    let mut file = match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Found::Nothing),
        file => file?,
    };
    match file.read(&mut head)? {
        0 => Ok(Found::Nothing),
        _ if head == *PLAIN => Ok(Found::Plain),
        _ => Ok(Found::Encrypted(head)),
    }
}

/// True if there is no store, or something was left beside it.
pub(crate) fn wants_care(folder: &Path) -> io::Result<bool> {
    let beside = [NEXT, LAST].iter().any(|file| folder.join(file).exists());
    Ok(beside || found(&folder.join(FILE))? == Found::Nothing)
}

/// Puts the next file in the place of the store, and wipes what was there. Whatever interrupts this,
/// [`recover`] finds one whole store.
pub(crate) fn replace(folder: &Path) -> io::Result<()> {
    let (file, next, last) = (folder.join(FILE), folder.join(NEXT), folder.join(LAST));
    File::open(&next)?.sync_all()?;
    std::fs::rename(&file, &last)?;
    std::fs::rename(&next, &file)?;
    sync(folder)?;
    wipe(&last)
}

/// Tidies up after a replacement that was interrupted: the store that was begun last is taken if it is
/// in its place, the one before if not.
pub(crate) fn recover(folder: &Path, keys: &dyn KeyStore) -> io::Result<()> {
    let (file, next, last) = (folder.join(FILE), folder.join(NEXT), folder.join(LAST));
    if !file.exists() && last.exists() {
        std::fs::rename(&last, &file)?;
        sync(folder)?;
    }
    for left in [last, next] {
        if let Found::Encrypted(salt) = found(&left)? {
            // A key that opens nothing any more; where it cannot be removed it does no harm.
            keys.remove(&name_of(&salt)).ok();
        }
        wipe(&left)?;
        wipe(&beside(&left, "-journal"))?;
    }
    Ok(())
}

/// The name of what the database puts beside a file.
pub(crate) fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// Overwrites a file and removes it; none is fine too. What a disk keeps of a file that is overwritten
/// is out of a program's reach.
pub(crate) fn wipe(path: &Path) -> io::Result<()> {
    let length = match path.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        metadata => metadata?.len(),
    };
    let mut file = private_file(path)?;
    let zeros = vec![0_u8; BLOCK];
    let mut left = length;
    while left > 0 {
        let now = left.min(BLOCK as u64);
        file.write_all(&zeros[..now as usize])?;
        left -= now;
    }
    file.sync_all()?;
    drop(file);
    std::fs::remove_file(path)
}

/// Makes sure that names in a folder are what they are also after a loss of power.
fn sync(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}
