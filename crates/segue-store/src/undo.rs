//! Taking back the last step.

use crate::event::NOBODY;
use crate::{Store, StoreError};
use rusqlite::OptionalExtension;
use std::collections::BTreeSet;

/// What was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// When it was done, as RFC 3339.
    pub at: String,
    /// The client whom it was about, if anybody in particular and nobody else.
    pub client: Option<String>,
    /// Clients that were written down, each once.
    pub clients: usize,
    /// Calls that were written down.
    pub calls: usize,
    /// Calls that had been written down before, and of which something was noted: a reason, say.
    pub noted: usize,
    /// Rehearsals that were written down.
    pub rehearsals: usize,
    /// Of the clients, how many were new in this step, and are none any more.
    pub gone: usize,
}

/// What a step was, most of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Several clients or calls were written down: an import, say.
    Several,
    /// Several clients were changed: their next calls, by a calendar.
    Clients,
    /// A call was written down.
    Call,
    /// A call was written down, and its client with it.
    CallAndClient,
    /// Something was noted of a call, a reason say; the call itself stays.
    Noted,
    /// A rehearsal was written down.
    Rehearsal,
    /// A client was changed.
    Client,
    /// A client was written down for the first time.
    NewClient,
    /// Something was learned of lines.
    Lines,
}

impl Undone {
    /// What the step was, most of all.
    pub fn step(&self) -> Step {
        match self {
            Self { clients: 2.., calls: 0, noted: 0, gone: 0, .. } => Step::Clients,
            Self { clients: 2.., .. } | Self { calls: 2.., .. } => Step::Several,
            Self { calls: 1.., gone: 1.., .. } => Step::CallAndClient,
            Self { calls: 1.., .. } => Step::Call,
            Self { noted: 1.., .. } => Step::Noted,
            Self { rehearsals: 1.., .. } => Step::Rehearsal,
            Self { clients: 1.., gone: 1.., .. } => Step::NewClient,
            Self { clients: 1.., .. } => Step::Client,
            _ => Step::Lines,
        }
    }
}

impl Store {
    /// Takes back the last step that was not taken back; `None` if there is none. What was forgotten
    /// cannot come back.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be read or written.
    pub fn undo(&self) -> Result<Option<Undone>, StoreError> {
        self.next_step();
        self.write(|| {
            let query = "SELECT step, at FROM events WHERE undone = 0 ORDER BY step DESC, id DESC LIMIT 1";
            let found: Option<(i64, String)> =
                self.database.query_row(query, [], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
            let Some((step, at)) = found else { return Ok(None) };
            let mut query = self.database.prepare("SELECT kind, client, subject FROM events WHERE step = ? AND undone = 0")?;
            let rows = query.query_map([step], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
            let events: Vec<(String, i64, i64)> = rows.collect::<Result<_, _>>()?;
            self.database.execute("UPDATE events SET undone = 1 WHERE step = ?", [step])?;
            let touched: BTreeSet<i64> = events.iter().map(|(_, client, _)| *client).collect();
            touched.iter().try_for_each(|client| self.rebuild_client(*client))?;
            let of = |wanted: &str| -> BTreeSet<(i64, i64)> {
                events.iter().filter(|(kind, ..)| kind == wanted).map(|(_, client, subject)| (*client, *subject)).collect()
            };
            let (mut calls, mut noted) = (0, 0);
            for (client, call) in of("call") {
                // What is still there was there before.
                let left = "SELECT EXISTS (SELECT 1 FROM calls WHERE id = ? AND client = ?)";
                let left = self.database.query_row(left, [call, client], |row| row.get(0))?;
                *(if left { &mut noted } else { &mut calls }) += 1;
            }
            let client = touched.first().filter(|_| touched.len() == 1).map(|client| self.name_of(*client)).transpose()?;
            let mut gone = 0;
            for client in touched.iter().filter(|client| **client != NOBODY) {
                let left = "SELECT EXISTS (SELECT 1 FROM clients WHERE id = ?)";
                let left: bool = self.database.query_row(left, [client], |row| row.get(0))?;
                gone += usize::from(!left);
            }
            let rehearsals = events.iter().filter(|(kind, ..)| kind == "rehearsal").count();
            Ok(Some(Undone { at, client: client.flatten(), clients: of("client").len(), calls, noted, rehearsals, gone }))
        })
    }
}
