//! Taking back the last step.

use crate::event::NOBODY;
use crate::{Store, StoreError};
use rusqlite::OptionalExtension;
use std::collections::BTreeSet;

/// What was taken back, or would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// When it was done, as RFC 3339; no other step has the same.
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
    /// True if something was forgotten after it: that was no step, and does not come back.
    pub forgotten_since: bool,
}

/// The name under which the last step before a forgetting is noted, by its number alone.
const FORGOTTEN_AFTER: &str = "forgotten after";

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

    /// True if it was about much at once, so that whoever takes it back is to be asked.
    pub fn is_much(&self) -> bool {
        matches!(self.step(), Step::Several | Step::Clients)
    }
}

/// An event of a step.
struct Happened {
    kind: String,
    client: i64,
    subject: i64,
}

impl Store {
    /// The last step that was not taken back; `None` if there is none.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be read.
    pub fn last_step(&self) -> Result<Option<Undone>, StoreError> {
        Ok(self.last()?.map(|(_, last)| last))
    }

    /// Takes back the last step that was not taken back; `None` if there is none. What was forgotten
    /// cannot come back.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be read or written.
    pub fn undo(&self) -> Result<Option<Undone>, StoreError> {
        self.next_step();
        self.write(|| {
            let Some((step, last)) = self.last()? else { return Ok(None) };
            let touched: BTreeSet<i64> = self.happened(step)?.iter().map(|event| event.client).collect();
            if last.forgotten_since {
                self.set(FORGOTTEN_AFTER, None)?;
            }
            self.database.execute("UPDATE events SET undone = 1 WHERE step = ?", [step])?;
            touched.iter().try_for_each(|client| self.rebuild_client(*client))?;
            Ok(Some(last))
        })
    }

    /// The last step with its number.
    fn last(&self) -> Result<Option<(i64, Undone)>, StoreError> {
        let query = "SELECT step, at FROM events WHERE undone = 0 ORDER BY step DESC, id DESC LIMIT 1";
        let found: Option<(i64, String)> = self.database.query_row(query, [], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        found.map(|(step, at)| Ok((step, self.looked_at(step, at)?))).transpose()
    }

    fn happened(&self, step: i64) -> Result<Vec<Happened>, StoreError> {
        let mut query = self.database.prepare_cached("SELECT kind, client, subject FROM events WHERE step = ? AND undone = 0")?;
        let rows =
            query.query_map([step], |row| Ok(Happened { kind: row.get(0)?, client: row.get(1)?, subject: row.get(2)? }))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What a step comes to: what else is known of its clients and calls stays when it is taken back.
    fn looked_at(&self, step: i64, at: String) -> Result<Undone, StoreError> {
        let events = self.happened(step)?;
        let touched: BTreeSet<i64> = events.iter().map(|event| event.client).collect();
        let of = |wanted: &str| -> BTreeSet<(i64, i64)> {
            events.iter().filter(|event| event.kind == wanted).map(|event| (event.client, event.subject)).collect()
        };
        let (mut calls, mut noted) = (0, 0);
        for (client, call) in of("call") {
            *(if self.stays(step, "call", client, call)? { &mut noted } else { &mut calls }) += 1;
        }
        let mut gone = 0;
        for client in touched.iter().filter(|client| **client != NOBODY) {
            gone += usize::from(!self.stays(step, "client", *client, 0)?);
        }
        let client = touched.first().filter(|_| touched.len() == 1).map(|client| self.name_of(*client)).transpose()?.flatten();
        let rehearsals = events.iter().filter(|event| event.kind == "rehearsal").count();
        let forgotten_after = self.setting(FORGOTTEN_AFTER)?.and_then(|noted| noted.parse::<i64>().ok());
        let forgotten_since = forgotten_after.is_some_and(|last| step <= last);
        Ok(Undone { at, client, clients: of("client").len(), calls, noted, rehearsals, gone, forgotten_since })
    }

    /// Notes that something is forgotten for good: whoever takes back the last step now means that, and it would be another.
    /// Inside [`Store::write`], once it is gone.
    pub(crate) fn note_forgetting(&self) -> Result<(), StoreError> {
        let last: i64 = self.database.query_row("SELECT coalesce(max(step), 0) FROM events", [], |row| row.get(0))?;
        self.next_step();
        self.set(FORGOTTEN_AFTER, Some(&last.to_string()))
    }

    /// True if something of that kind is known by another step that was not taken back.
    fn stays(&self, step: i64, kind: &str, client: i64, subject: i64) -> Result<bool, StoreError> {
        let query =
            "SELECT EXISTS (SELECT 1 FROM events WHERE client = ?2 AND kind = ?3 AND subject = ?4 AND step != ?1 AND undone = 0)";
        Ok(self.database.prepare_cached(query)?.query_row((step, client, kind, subject), |row| row.get(0))?)
    }
}
