//! What is remembered of clients and calls, as the commands about weeks need it.

use crate::message::Failure;
use etcetera::{AppStrategy, AppStrategyArgs, choose_app_strategy};
use segue_core::{CallRecord, Client};
use std::path::{Path, PathBuf};

/// Clients and calls in a folder.
pub struct Memory {
    folder: PathBuf,
}

impl Memory {
    /// The memory of the user, or the one that `SEGUE_DATA` names.
    pub fn of_user() -> Result<Self, Failure> {
        if let Some(folder) = std::env::var_os("SEGUE_DATA").filter(|folder| !folder.is_empty()) {
            return Ok(Self { folder: folder.into() });
        }
        let app = AppStrategyArgs { top_level_domain: String::new(), author: String::new(), app_name: "segue".into() };
        let strategy = choose_app_strategy(app).map_err(|_| Failure::NoMemory)?;
        Ok(Self { folder: strategy.data_dir() })
    }

    /// A memory in a folder that is empty or not there yet.
    pub fn create(folder: &Path) -> Result<Self, Failure> {
        let write = |error| Failure::Write(folder.to_owned(), error);
        std::fs::create_dir_all(folder).map_err(write)?;
        if std::fs::read_dir(folder).map_err(write)?.next().is_some() {
            return Err(Failure::NotEmpty(folder.to_owned()));
        }
        Ok(Self { folder: folder.to_owned() })
    }

    /// All clients.
    pub fn clients(&self) -> Result<Vec<Client>, Failure> {
        self.read("clients.json")
    }

    /// A client by name, without regard to case.
    pub fn client(&self, name: &str) -> Result<Client, Failure> {
        let clients = self.clients()?;
        let found = clients.iter().find(|client| client.is_called(name));
        found.cloned().ok_or_else(|| Failure::UnknownClient(name.to_owned(), clients.into_iter().map(|one| one.name).collect()))
    }

    /// All calls.
    pub fn calls(&self) -> Result<Vec<CallRecord>, Failure> {
        self.read("calls.json")
    }

    /// Writes a client down as they are now.
    pub fn keep_client(&self, client: &Client) -> Result<(), Failure> {
        let mut clients = self.clients()?;
        clients.retain(|other| !other.is_called(&client.name));
        clients.push(client.clone());
        self.write("clients.json", &clients)
    }

    /// Writes a call down as it is now.
    pub fn keep_call(&self, call: &CallRecord) -> Result<(), Failure> {
        let mut calls = self.calls()?;
        calls.retain(|other| other.id != call.id);
        calls.push(call.clone());
        self.write("calls.json", &calls)
    }

    /// Forgets a client and all calls with them; the files are written anew without them.
    pub fn forget(&self, name: &str) -> Result<(), Failure> {
        let gone = self.client(name)?;
        let (mut clients, mut calls) = (self.clients()?, self.calls()?);
        clients.retain(|client| !client.is_called(&gone.name));
        calls.retain(|call| !call.is_with(&gone));
        self.fill(&clients, &calls)
    }

    /// Writes down clients and calls that were made up.
    pub fn fill(&self, clients: &[Client], calls: &[CallRecord]) -> Result<(), Failure> {
        self.write("clients.json", clients)?;
        self.write("calls.json", calls)
    }

    fn read<T: serde::de::DeserializeOwned>(&self, name: &str) -> Result<Vec<T>, Failure> {
        let path = self.folder.join(name);
        match std::fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(|error| Failure::Open(path, error.into())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(Failure::Open(path, error)),
        }
    }

    fn write<T: serde::Serialize>(&self, name: &str, all: &[T]) -> Result<(), Failure> {
        let path = self.folder.join(name);
        let failed = |error| Failure::Write(path.clone(), error);
        let text = serde_json::to_vec(all).map_err(|error| failed(error.into()))?;
        // Whole or not at all: a name is only given to a file that is complete.
        std::fs::create_dir_all(&self.folder).map_err(failed)?;
        let unfinished = path.with_extension("unfinished");
        std::fs::write(&unfinished, text).map_err(failed)?;
        only_for_me(&unfinished).map_err(failed)?;
        std::fs::rename(&unfinished, &path).map_err(failed)
    }
}

/// Nobody else on this machine may read the file.
#[cfg(unix)]
fn only_for_me(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600))
}

/// The user's own folder is closed to others already.
#[cfg(not(unix))]
fn only_for_me(_: &Path) -> std::io::Result<()> {
    Ok(())
}
