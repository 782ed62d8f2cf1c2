//! What events come to: clients, calls and lines as they are now.

use crate::event::{Event, NOBODY};
use crate::{Store, StoreError};
use jiff::Zoned;
use rusqlite::{OptionalExtension, params};
use segue_core::debrief::Debrief;
use segue_core::{CallRecord, Client, RehearsalRecord, name_key};
use segue_phrasebook::LineMemory;

impl Store {
    /// All clients as of now, the one changed last first.
    ///
    /// # Errors
    /// [`StoreError`] if they cannot be read.
    pub fn clients(&self, now: &Zoned) -> Result<Vec<Client>, StoreError> {
        Ok(self.cards()?.into_iter().map(|client| client.as_of(now)).collect())
    }

    /// A client as of now, by name, without regard to case.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be read.
    pub fn client(&self, name: &str, now: &Zoned) -> Result<Option<Client>, StoreError> {
        Ok(self.card(name)?.map(|client| client.as_of(now)))
    }

    /// All clients as they were written down, the one changed last first.
    pub(crate) fn cards(&self) -> Result<Vec<Client>, StoreError> {
        let mut query = self.database.prepare_cached("SELECT body FROM clients ORDER BY latest DESC")?;
        let bodies = query.query_map([], |row| row.get::<_, String>(0))?;
        bodies.map(|body| Ok(serde_json::from_str(&body?)?)).collect()
    }

    /// A client as they were written down.
    pub(crate) fn card(&self, name: &str) -> Result<Option<Client>, StoreError> {
        let query = "SELECT body FROM clients WHERE key = ?";
        let body: Option<String> = self.database.query_row(query, [name_key(name)], |row| row.get(0)).optional()?;
        Ok(body.map(|body| serde_json::from_str(&body)).transpose()?)
    }

    /// Remembers a client as they are now; one of the same name is replaced.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    pub fn save_client(&self, client: &Client) -> Result<(), StoreError> {
        self.write(|| {
            let number = self.number_or_free(&client.name)?;
            self.append(number, &Event::Client(Box::new(client.clone())))
        })
    }

    /// Gives a client another name; their calls go along.
    ///
    /// # Errors
    /// [`StoreError::NoSuchClient`], [`StoreError::NameTaken`], or that it cannot be written.
    pub fn rename(&self, name: &str, new: &str) -> Result<(), StoreError> {
        self.write(|| {
            let mut client = self.card(name)?.ok_or(StoreError::NoSuchClient)?;
            let number = self.number_of(name)?.ok_or(StoreError::NoSuchClient)?;
            if self.number_of(new)?.is_some_and(|other| other != number) {
                return Err(StoreError::NameTaken);
            }
            new.trim().clone_into(&mut client.name);
            self.append(number, &Event::Client(Box::new(client)))
        })
    }

    /// All calls, in the order in which they were held, under the present names of their clients.
    ///
    /// # Errors
    /// [`StoreError`] if they cannot be read.
    pub fn calls(&self) -> Result<Vec<CallRecord>, StoreError> {
        let mut query = self.database.prepare_cached(
            "SELECT calls.body, clients.body ->> 'name' FROM calls LEFT JOIN clients ON clients.id = calls.client ORDER BY started, calls.id",
        )?;
        let rows = query.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, Option<String>>(1)?)))?;
        rows.map(|row| {
            let (body, name) = row?;
            let record: CallRecord = serde_json::from_str(&body)?;
            Ok(CallRecord { client: name.unwrap_or_default(), ..record })
        })
        .collect()
    }

    /// Remembers a call as it is now, with its debrief if words may be kept; the client is made if
    /// they are not there.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    pub fn save_call(&self, record: &CallRecord, debrief: Option<&Debrief>) -> Result<(), StoreError> {
        self.write(|| {
            let client = self.number_or_new(&record.client)?;
            self.append(client, &Event::Call(Box::new(record.clone()), debrief.cloned().map(Box::new)))
        })
    }

    /// The debrief of a call, if words were kept.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be read.
    pub fn debrief(&self, call: i64) -> Result<Option<Debrief>, StoreError> {
        let query = "SELECT debrief FROM calls WHERE id = ?";
        let body: Option<Option<String>> = self.database.query_row(query, [call], |row| row.get(0)).optional()?;
        Ok(body.flatten().map(|body| serde_json::from_str(&body)).transpose()?)
    }

    /// What is known of lines with a client; nothing if they are not there.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be read.
    pub fn lines(&self, name: &str) -> Result<LineMemory, StoreError> {
        let query = "SELECT lines.body FROM lines JOIN clients ON clients.id = lines.client WHERE key = ?";
        let body: Option<String> = self.database.query_row(query, [name_key(name)], |row| row.get(0)).optional()?;
        Ok(body.map(|body| serde_json::from_str(&body)).transpose()?.unwrap_or_default())
    }

    /// Remembers what is known of lines with a client.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    pub fn save_lines(&self, name: &str, lines: &LineMemory) -> Result<(), StoreError> {
        self.write(|| {
            let client = self.number_or_new(name)?;
            self.append(client, &Event::Lines(Box::new(lines.clone())))
        })
    }

    /// Remembers a rehearsal for a client; for nobody in particular if `name` is empty.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    pub fn save_rehearsal(&self, name: &str, rehearsal: &RehearsalRecord) -> Result<(), StoreError> {
        self.write(|| {
            let client = self.number_or_new(name)?;
            self.append(client, &Event::Rehearsal(Box::new(rehearsal.clone())))
        })
    }

    /// All rehearsals, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`] if they cannot be read.
    pub fn rehearsals(&self) -> Result<Vec<RehearsalRecord>, StoreError> {
        let mut query = self.database.prepare("SELECT body FROM events WHERE kind = 'rehearsal' AND undone = 0 ORDER BY id")?;
        let rows = query.query_map([], |row| row.get::<_, String>(0))?;
        let mut all = Vec::new();
        for body in rows {
            if let Event::Rehearsal(rehearsal) = serde_json::from_str(&body?)? {
                all.push(*rehearsal);
            }
        }
        Ok(all)
    }

    /// Looks at every page of the file: true if all of it is as it was written.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be read.
    pub fn is_sound(&self) -> Result<bool, StoreError> {
        let found: String = self.database.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
        Ok(found == "ok")
    }

    /// Derives everything anew from the events.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be read or written.
    pub fn rebuild(&self) -> Result<(), StoreError> {
        self.write(|| {
            let mut query = self.database.prepare("SELECT DISTINCT client FROM events")?;
            let clients: Vec<i64> = query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
            self.database.execute_batch("DELETE FROM clients; DELETE FROM calls; DELETE FROM lines;")?;
            clients.into_iter().try_for_each(|client| self.rebuild_client(client))
        })
    }

    /// Derives anew what is known of one client. Inside [`Store::write`].
    pub(crate) fn rebuild_client(&self, client: i64) -> Result<(), StoreError> {
        self.clear(client)?;
        let mut query =
            self.database.prepare_cached("SELECT id, body FROM events WHERE client = ? AND undone = 0 ORDER BY id")?;
        let rows = query.query_map([client], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
        let events: Vec<(i64, String)> = rows.collect::<Result<_, _>>()?;
        let events = events.into_iter().map(|(id, body)| Ok((id, serde_json::from_str(&body)?)));
        let events: Vec<(i64, Event)> = events.collect::<Result<_, StoreError>>()?;
        // A name that the client had before may be another's by now.
        let last = events.iter().rposition(|(_, event)| matches!(event, Event::Client(_)));
        let holds = |place: usize, event: &Event| Some(place) == last || !matches!(event, Event::Client(_));
        let mut holding = events.iter().enumerate().filter(|(place, (_, event))| holds(*place, event));
        holding.try_for_each(|(_, (id, event))| self.apply(client, event, *id))
    }

    /// Empties what was derived of one client. Inside [`Store::write`].
    pub(crate) fn clear(&self, client: i64) -> Result<(), StoreError> {
        let tables =
            ["DELETE FROM clients WHERE id = ?", "DELETE FROM calls WHERE client = ?", "DELETE FROM lines WHERE client = ?"];
        tables.into_iter().try_for_each(|table| self.database.execute(table, [client]).map(drop))?;
        Ok(())
    }

    /// Lets an event take effect.
    pub(crate) fn apply(&self, client: i64, event: &Event, id: i64) -> Result<(), StoreError> {
        let done = match event {
            // Nobody in particular is no client.
            Event::Client(_) if client == NOBODY => Ok(0),
            Event::Client(card) => self
                .database
                .prepare_cached("INSERT OR REPLACE INTO clients (id, key, body, latest) VALUES (?, ?, ?, ?)")?
                .execute(params![client, name_key(&card.name), serde_json::to_string(card)?, id]),
            Event::Call(record, debrief) => {
                let debrief = debrief.as_ref().map(serde_json::to_string).transpose()?;
                self.database
                    .prepare_cached("INSERT OR REPLACE INTO calls (id, client, started, body, debrief) VALUES (?, ?, ?, ?, coalesce(?, (SELECT debrief FROM calls WHERE id = ?1)))")?
                    .execute(params![record.id, client, record.started.to_string(), serde_json::to_string(record)?, debrief])
            }
            Event::Lines(lines) => self
                .database
                .prepare_cached("INSERT OR REPLACE INTO lines (client, body) VALUES (?, ?)")?
                .execute(params![client, serde_json::to_string(lines)?]),
            // Nothing is derived: they are read as they happened.
            Event::Rehearsal(_) => Ok(0),
        };
        done?;
        Ok(())
    }
}
