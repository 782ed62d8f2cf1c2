//! Real removal: no byte stays behind.

use crate::event::{Event, NOBODY};
use crate::{Store, StoreError};
use jiff::civil::Date;
use rusqlite::params;
use segue_core::{CallRecord, Client, name_key};
use std::collections::BTreeMap;

/// True if the days that the client's keeping rule gives a call are over.
fn is_over(call: &CallRecord, client: &Client, today: Date) -> bool {
    client.keeping.is_over(call.day(), today)
}

impl Store {
    /// Forgets a client: everything that was ever written of them is gone, and no undo brings it back. What was undone of
    /// somebody of that name goes too.
    ///
    /// # Errors
    /// [`StoreError::NoSuchClient`], [`StoreError::Busy`] if another program keeps old pages of the
    /// store from being overwritten (close it and forget again), or that it cannot be written.
    pub fn forget(&self, name: &str) -> Result<(), StoreError> {
        self.write(|| {
            let all = self.numbers_ever(name)?;
            if all.is_empty() {
                return Err(StoreError::NoSuchClient);
            }
            all.into_iter().try_for_each(|client| self.remove(client, name))?;
            self.note_forgetting()
        })?;
        self.scrub()
    }

    /// True if something is stored of a client of that name, be it only what was undone.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be read.
    pub fn knows(&self, name: &str) -> Result<bool, StoreError> {
        Ok(!self.numbers_ever(name)?.is_empty())
    }

    /// The numbers of whoever has that name now, and of whoever had it last and was undone.
    fn numbers_ever(&self, name: &str) -> Result<Vec<i64>, StoreError> {
        let key = name_key(name);
        let mut query = self.database.prepare("SELECT DISTINCT client FROM events WHERE client != ?")?;
        let all: Vec<i64> = query.query_map([NOBODY], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let mut numbers = Vec::new();
        for number in all {
            if !key.is_empty() && self.name_of(number)?.is_some_and(|name| name_key(&name) == key) {
                numbers.push(number);
            }
        }
        Ok(numbers)
    }

    /// Forgets calls and rehearsals with nobody in particular.
    ///
    /// # Errors
    /// As [`Store::forget`].
    pub fn forget_nobody(&self) -> Result<(), StoreError> {
        self.write(|| {
            self.remove(NOBODY, "")?;
            self.note_forgetting()
        })?;
        self.scrub()
    }

    /// Everything of a client: events, what they come to, the journal of a call under way. Inside [`Store::write`].
    fn remove(&self, client: i64, name: &str) -> Result<(), StoreError> {
        self.database.execute("DELETE FROM events WHERE client = ?", [client])?;
        self.clear(client)?;
        self.forget_journal(name)
    }

    /// Removes the calls that their clients' keeping rules keep no longer on that day, also those that were taken back; how many.
    ///
    /// # Errors
    /// As [`Store::forget`].
    pub fn expire(&self, today: Date) -> Result<usize, StoreError> {
        // Most days nothing goes, and nobody is kept from writing.
        if self.over(today)?.is_empty() {
            return Ok(0);
        }
        let gone = self.write(|| {
            let gone = self.over(today)?;
            for &(client, call) in &gone {
                let events = "DELETE FROM events WHERE kind = 'call' AND client = ? AND subject = ?";
                self.database.execute(events, [client, call])?;
                self.database.execute("DELETE FROM calls WHERE client = ? AND id = ?", [client, call])?;
            }
            Ok(gone.len())
        })?;
        self.scrub()?;
        Ok(gone)
    }

    /// The calls whose days are over, each with its client's number: what was taken back is no call any more, and is still here.
    fn over(&self, today: Date) -> Result<Vec<(i64, i64)>, StoreError> {
        let mut query = self.database.prepare("SELECT DISTINCT client FROM events WHERE kind = 'call' AND client != ?")?;
        let clients: Vec<i64> = query.query_map([NOBODY], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let mut over = Vec::new();
        for number in clients {
            let Some(client) = self.last_card(number)?.filter(|client| client.keeping.days.is_some()) else { continue };
            // What holds of a call stands last.
            let calls = "SELECT subject, body FROM events WHERE kind = 'call' AND client = ? ORDER BY undone DESC, id";
            let mut query = self.database.prepare_cached(calls)?;
            let rows = query.query_map([number], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
            let mut calls = BTreeMap::new();
            for row in rows {
                let (call, body) = row?;
                if let Event::Call(record, _) = serde_json::from_str(&body)? {
                    calls.insert(call, is_over(&record, &client, today));
                }
            }
            over.extend(calls.into_iter().filter(|(_, over)| *over).map(|(call, _)| (number, call)));
        }
        Ok(over)
    }

    /// How many calls with a client go on that day, if they are kept as it says there.
    ///
    /// # Errors
    /// [`StoreError`] if they cannot be read.
    pub fn expiring(&self, client: &Client, today: Date) -> Result<usize, StoreError> {
        Ok(self.calls()?.iter().filter(|call| call.is_with(client) && is_over(call, client, today)).count())
    }

    /// Removes the words that were kept of the calls with a client, and keeps their figures; of how many calls there were any.
    ///
    /// # Errors
    /// As [`Store::forget`].
    pub fn drop_words(&self, name: &str) -> Result<usize, StoreError> {
        let mut dropped = 0;
        self.write(|| {
            self.number_of(name)?.ok_or(StoreError::NoSuchClient)?;
            for client in self.numbers_ever(name)? {
                self.drop_words_of(client)?;
                let words = "UPDATE calls SET debrief = NULL WHERE client = ? AND debrief IS NOT NULL";
                dropped += self.database.execute(words, [client])?;
            }
            self.note_forgetting()
        })?;
        self.scrub()?;
        Ok(dropped)
    }

    /// The events of a client's calls without the words. Inside [`Store::write`].
    fn drop_words_of(&self, client: i64) -> Result<(), StoreError> {
        let mut query = self.database.prepare("SELECT id, body FROM events WHERE kind = 'call' AND client = ?")?;
        let rows = query.query_map([client], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
        for (id, body) in rows.collect::<Result<Vec<_>, _>>()? {
            if let Event::Call(record, Some(_)) = serde_json::from_str(&body)? {
                let body = serde_json::to_string(&Event::Call(record, None))?;
                self.database.execute("UPDATE events SET body = ? WHERE id = ?", params![body, id])?;
            }
        }
        Ok(())
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
