//! Real removal: no byte stays behind.

use crate::event::{Event, NOBODY};
use crate::{Store, StoreError};
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rusqlite::params;

impl Store {
    /// Forgets a client: everything that was ever written of them is gone, and no undo brings it back.
    ///
    /// # Errors
    /// [`StoreError::NoSuchClient`], [`StoreError::Busy`] if another program keeps old pages of the
    /// store from being overwritten (close it and forget again), or that it cannot be written.
    pub fn forget(&self, name: &str) -> Result<(), StoreError> {
        self.write(|| {
            let client = self.number_of(name)?.filter(|_| !name.trim().is_empty()).ok_or(StoreError::NoSuchClient)?;
            self.remove(client, name)
        })?;
        self.scrub()
    }

    /// Forgets calls and rehearsals with nobody in particular.
    ///
    /// # Errors
    /// As [`Store::forget`].
    pub fn forget_nobody(&self) -> Result<(), StoreError> {
        self.write(|| self.remove(NOBODY, ""))?;
        self.scrub()
    }

    /// Everything of a client: events, what they come to, the journal of a call under way. Inside [`Store::write`].
    fn remove(&self, client: i64, name: &str) -> Result<(), StoreError> {
        self.database.execute("DELETE FROM events WHERE client = ?", [client])?;
        self.clear(client)?;
        self.forget_journal(name)
    }

    /// Removes the calls that their clients' keeping rules keep no longer on that day; how many.
    ///
    /// # Errors
    /// As [`Store::forget`].
    pub fn expire(&self, today: Date) -> Result<usize, StoreError> {
        let mut gone = Vec::new();
        let clients = self.clients()?;
        if clients.iter().all(|client| client.keeping.days.is_none()) {
            return Ok(0);
        }
        for call in self.calls()? {
            let days = clients.iter().find(|client| call.is_with(client)).and_then(|client| client.keeping.days);
            let zone = TimeZone::get(&call.zone).unwrap_or(TimeZone::UTC);
            let last = days.and_then(|days| call.started.to_zoned(zone).date().checked_add(i64::from(days).days()).ok());
            gone.extend(last.filter(|last| *last < today).map(|_| call.id));
        }
        if gone.is_empty() {
            return Ok(0);
        }
        self.write(|| {
            for &call in &gone {
                self.database.execute("DELETE FROM events WHERE kind = 'call' AND subject = ?", [call])?;
                self.database.execute("DELETE FROM calls WHERE id = ?", [call])?;
            }
            Ok(())
        })?;
        self.scrub()?;
        Ok(gone.len())
    }

    /// Removes the words that were kept of the calls with a client, and keeps their figures; of how many calls there were any.
    ///
    /// # Errors
    /// As [`Store::forget`].
    pub fn drop_words(&self, name: &str) -> Result<usize, StoreError> {
        let mut dropped = 0;
        self.write(|| {
            let client = self.number_of(name)?.ok_or(StoreError::NoSuchClient)?;
            let mut query = self.database.prepare("SELECT id, body FROM events WHERE kind = 'call' AND client = ?")?;
            let rows = query.query_map([client], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
            for (id, body) in rows.collect::<Result<Vec<_>, _>>()? {
                if let Event::Call(record, Some(_)) = serde_json::from_str(&body)? {
                    let body = serde_json::to_string(&Event::Call(record, None))?;
                    self.database.execute("UPDATE events SET body = ? WHERE id = ?", params![body, id])?;
                }
            }
            let words = "UPDATE calls SET debrief = NULL WHERE client = ? AND debrief IS NOT NULL";
            dropped = self.database.execute(words, [client])?;
            Ok(())
        })?;
        self.scrub()?;
        Ok(dropped)
    }

    /// Writes the file anew without what was deleted, and empties the log beside it.
    pub(crate) fn scrub(&self) -> Result<(), StoreError> {
        self.database.execute_batch("VACUUM")?;
        self.empty_log()
    }

    /// Empties the log beside the file; what was deleted in the file is overwritten already.
    pub(crate) fn empty_log(&self) -> Result<(), StoreError> {
        let busy: i64 = self.database.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy == 0 { Ok(()) } else { Err(StoreError::Busy) }
    }
}
