//! What can happen to what is remembered.

use crate::{Store, StoreError};
use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};
use segue_core::debrief::Debrief;
use segue_core::{CallRecord, Client, RehearsalRecord};
use segue_phrasebook::LineMemory;
use serde::{Deserialize, Serialize};

/// Calls with nobody in particular.
pub(crate) const NOBODY: i64 = 0;

/// An event, as its body is written.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Event {
    /// A client as they are from now on, name included.
    Client(Box<Client>),
    /// A call as it is remembered from now on.
    Call(Box<CallRecord>, Option<Box<Debrief>>),
    /// What is known of lines with the client.
    Lines(Box<LineMemory>),
    /// A rehearsal for the client, or for nobody in particular.
    Rehearsal(Box<RehearsalRecord>),
}

impl Event {
    /// Name of its kind.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Client(_) => "client",
            Self::Call(..) => "call",
            Self::Lines(_) => "lines",
            Self::Rehearsal(_) => "rehearsal",
        }
    }

    /// The call that it is about; 0 if it is about none.
    pub fn subject(&self) -> i64 {
        match self {
            Self::Call(record, _) => record.id,
            Self::Client(_) | Self::Lines(_) | Self::Rehearsal(_) => 0,
        }
    }
}

impl Store {
    /// Appends an event and lets it take effect. Inside [`Store::write`].
    pub(crate) fn append(&self, client: i64, event: &Event) -> Result<(), StoreError> {
        let step = match self.step.get() {
            Some(step) => step,
            None => self.database.query_row("SELECT coalesce(max(step), 0) + 1 FROM events", [], |row| row.get(0))?,
        };
        self.step.set(Some(step));
        self.database
            .prepare_cached("INSERT INTO events (step, at, client, kind, subject, body) VALUES (?, ?, ?, ?, ?, ?)")?
            .execute(params![
                step,
                Timestamp::now().to_string(),
                client,
                event.kind(),
                event.subject(),
                serde_json::to_string(event)?
            ])?;
        self.apply(client, event, self.database.last_insert_rowid())
    }

    /// The number of the client of that name, if there is one.
    pub(crate) fn number_of(&self, name: &str) -> Result<Option<i64>, StoreError> {
        let key = segue_core::name_key(name);
        if key.is_empty() {
            return Ok(Some(NOBODY));
        }
        Ok(self.database.query_row("SELECT id FROM clients WHERE key = ?", [key], |row| row.get(0)).optional()?)
    }

    /// The number of the client of that name; a new client if there is none. Inside [`Store::write`].
    pub(crate) fn number_or_new(&self, name: &str) -> Result<i64, StoreError> {
        if let Some(number) = self.number_of(name)? {
            return Ok(number);
        }
        let number = self.free_number()?;
        self.append(number, &Event::Client(Box::new(Client::named(name.trim()))))?;
        Ok(number)
    }

    /// The number of the client of that name, or one that no client has or had.
    pub(crate) fn number_or_free(&self, name: &str) -> Result<i64, StoreError> {
        self.number_of(name)?.map_or_else(|| self.free_number(), Ok)
    }

    /// A number that no client has or had.
    fn free_number(&self) -> Result<i64, StoreError> {
        Ok(self.database.query_row("SELECT coalesce(max(client), 0) + 1 FROM events", [], |row| row.get(0))?)
    }
}
