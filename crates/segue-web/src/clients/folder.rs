//! A folder of JSON files, readable by its owner only.

use super::{Clients, ClientsError};
use etcetera::BaseStrategy;
use segue_core::debrief::Debrief;
use segue_core::{CallRecord, Client};
use segue_phrasebook::LineMemory;
use serde::{Serialize, de::DeserializeOwned};
use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

const CLIENTS: &str = "clients.json";
const LINES: &str = "lines.json";
const JOURNAL: &str = "call.journal";
const CALLS: &str = "calls.json";
const DEBRIEFS: &str = "debriefs";
const LOCK: &str = "live.lock";

/// Clients and calls as files in one folder.
pub struct Folder {
    path: PathBuf,
    journal: Option<File>,
    /// Held while the program runs; the system lets it go however the program ends.
    _lock: File,
}

impl Folder {
    /// The user's folder: the one that the variable `SEGUE_DATA` names, or else `segue` in the
    /// platform's folder for data. It is made if it is not there.
    ///
    /// # Errors
    /// [`ClientsError::NoFolder`] if the system names none, [`ClientsError::InUse`] if another
    /// program holds it, or [`ClientsError::Io`].
    pub fn of_user() -> Result<Self, ClientsError> {
        let folder = match std::env::var_os("SEGUE_DATA").filter(|folder| !folder.is_empty()) {
            Some(folder) => PathBuf::from(folder),
            None => {
                etcetera::base_strategy::choose_native_strategy().map_err(|_| ClientsError::NoFolder)?.data_dir().join("segue")
            }
        };
        Self::at(folder)
    }

    /// A folder; it is made if it is not there.
    ///
    /// # Errors
    /// As [`Folder::of_user`].
    pub fn at(folder: impl Into<PathBuf>) -> Result<Self, ClientsError> {
        let folder = folder.into();
        fs::create_dir_all(&folder)?;
        let lock = private(OpenOptions::new().create(true).truncate(false).write(true)).open(folder.join(LOCK))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(fs::TryLockError::WouldBlock) => return Err(ClientsError::InUse),
            Err(fs::TryLockError::Error(error)) => return Err(error.into()),
        }
        Ok(Self { path: folder, journal: None, _lock: lock })
    }

    fn read<T: DeserializeOwned + Default>(&self, name: &'static str) -> Result<T, ClientsError> {
        match fs::read(self.path.join(name)) {
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(|_| ClientsError::Damaged(name)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(T::default()),
            Err(error) => Err(error.into()),
        }
    }

    fn write(&self, name: &str, value: &impl Serialize) -> Result<(), ClientsError> {
        let bytes = serde_json::to_vec_pretty(value).map_err(io::Error::from)?;
        whole(&self.path.join(name), &bytes)?;
        Ok(())
    }
}

/// Opens for the owner alone.
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

/// Writes a file so that a crash leaves the old one or the new one, never a half.
fn whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = path.with_extension("new");
    let mut file = private(OpenOptions::new().create(true).truncate(true).write(true)).open(&beside)?;
    file.write_all(bytes)?;
    file.sync_data()?;
    fs::rename(beside, path)
}

impl Clients for Folder {
    fn list(&self) -> Result<Vec<Client>, ClientsError> {
        self.read(CLIENTS)
    }

    fn save(&mut self, client: &Client) -> Result<(), ClientsError> {
        let mut clients = self.list()?;
        let name = client.name.to_lowercase();
        clients.retain(|known| known.name.to_lowercase() != name);
        clients.insert(0, client.clone());
        self.write(CLIENTS, &clients)
    }

    fn lines(&self, name: &str) -> Result<LineMemory, ClientsError> {
        let mut all: BTreeMap<String, LineMemory> = self.read(LINES)?;
        Ok(all.remove(&name.to_lowercase()).unwrap_or_default())
    }

    fn save_lines(&mut self, name: &str, memory: &LineMemory) -> Result<(), ClientsError> {
        let mut all: BTreeMap<String, LineMemory> = self.read(LINES)?;
        all.insert(name.to_lowercase(), memory.clone());
        self.write(LINES, &all)
    }

    fn save_call(&mut self, record: &CallRecord, debrief: Option<&Debrief>) -> Result<(), ClientsError> {
        // What words may be kept lie apart from the figures, which are read for every trend.
        if let Some(debrief) = debrief {
            fs::create_dir_all(self.path.join(DEBRIEFS))?;
            self.write(&format!("{DEBRIEFS}/{}.json", record.id), debrief)?;
        }
        let mut calls: Vec<CallRecord> = self.read(CALLS)?;
        calls.retain(|known| known.id != record.id);
        calls.push(record.clone());
        self.write(CALLS, &calls)
    }

    fn begin_journal(&mut self, lines: &[String]) -> Result<(), ClientsError> {
        let path = self.path.join(JOURNAL);
        self.journal = Some(private(OpenOptions::new().create(true).truncate(true).write(true)).open(path)?);
        self.append_journal(lines)
    }

    fn append_journal(&mut self, lines: &[String]) -> Result<(), ClientsError> {
        if self.journal.is_none() {
            self.journal = Some(private(OpenOptions::new().create(true).append(true)).open(self.path.join(JOURNAL))?);
        }
        let text: String = lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
        if let Some(file) = &mut self.journal {
            file.write_all(text.as_bytes())?;
        }
        Ok(())
    }

    fn journal(&self) -> Result<Vec<String>, ClientsError> {
        match fs::read_to_string(self.path.join(JOURNAL)) {
            Ok(text) => Ok(text.lines().map(str::to_owned).collect()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(error.into()),
        }
    }

    fn end_journal(&mut self) -> Result<(), ClientsError> {
        self.journal = None;
        match fs::remove_file(self.path.join(JOURNAL)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }
}
