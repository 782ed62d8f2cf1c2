//! What is remembered between calls: clients, lines, calls, and the journal of a call under way.

mod folder;

pub use folder::Folder;

use segue_core::debrief::Debrief;
use segue_core::{CallRecord, Client};
use segue_phrasebook::LineMemory;

/// What is remembered could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum ClientsError {
    /// The system names no folder for data.
    #[error("there is no folder for data")]
    NoFolder,
    /// Another `segue live` is at work.
    #[error("the folder is in use")]
    InUse,
    /// A file could not be read or written.
    #[error("a file could not be read or written: {0}")]
    Io(#[from] std::io::Error),
    /// A file is not as it was written; its name is told, never its content.
    #[error("the file {0} is damaged")]
    Damaged(&'static str),
}

/// Whoever remembers clients and calls.
pub trait Clients: Send {
    /// All clients, the one of the latest call first.
    ///
    /// # Errors
    /// [`ClientsError`] if they cannot be read.
    fn list(&self) -> Result<Vec<Client>, ClientsError>;

    /// The client of that name, without regard to case.
    ///
    /// # Errors
    /// [`ClientsError`] if it cannot be read.
    fn get(&self, name: &str) -> Result<Option<Client>, ClientsError> {
        let name = name.trim().to_lowercase();
        Ok(self.list()?.into_iter().find(|client| client.name.to_lowercase() == name))
    }

    /// Remembers a client; one of the same name is replaced.
    ///
    /// # Errors
    /// [`ClientsError`] if it cannot be written.
    fn save(&mut self, client: &Client) -> Result<(), ClientsError>;

    /// What is known of lines with a client.
    ///
    /// # Errors
    /// [`ClientsError`] if it cannot be read.
    fn lines(&self, name: &str) -> Result<LineMemory, ClientsError>;

    /// Remembers what is known of lines with a client.
    ///
    /// # Errors
    /// [`ClientsError`] if it cannot be written.
    fn save_lines(&mut self, name: &str, memory: &LineMemory) -> Result<(), ClientsError>;

    /// Remembers a call that is over: its figures, and its debrief if words may be kept.
    ///
    /// # Errors
    /// [`ClientsError`] if it cannot be written.
    fn save_call(&mut self, record: &CallRecord, debrief: Option<&Debrief>) -> Result<(), ClientsError>;

    /// Begins the journal of a call with these lines; an older one is gone.
    ///
    /// # Errors
    /// [`ClientsError`] if it cannot be written.
    fn begin_journal(&mut self, lines: &[String]) -> Result<(), ClientsError>;

    /// Appends lines to the journal; they outlive a crash of the program.
    ///
    /// # Errors
    /// [`ClientsError`] if it cannot be written.
    fn append_journal(&mut self, lines: &[String]) -> Result<(), ClientsError>;

    /// The lines of a journal that was not closed; empty if there is none.
    ///
    /// # Errors
    /// [`ClientsError`] if it cannot be read.
    fn journal(&self) -> Result<Vec<String>, ClientsError>;

    /// Removes the journal: the call is over, or not wanted.
    ///
    /// # Errors
    /// [`ClientsError`] if it cannot be removed.
    fn end_journal(&mut self) -> Result<(), ClientsError>;
}
