//! The journal of a call under way: lines that outlive a crash of the program.

use crate::{Store, StoreError};
use segue_core::name_key;

impl Store {
    /// Begins the journal of a call with these lines; an older one is gone.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    pub fn begin_journal(&self, lines: &[String]) -> Result<(), StoreError> {
        self.write(|| {
            self.database.execute("DELETE FROM journal", [])?;
            self.add(lines)
        })
    }

    /// Appends lines to the journal.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    pub fn append_journal(&self, lines: &[String]) -> Result<(), StoreError> {
        self.write(|| self.add(lines))
    }

    /// Tells the journal anew with these lines; no byte of the older ones stays behind.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    pub fn replace_journal(&self, lines: &[String]) -> Result<(), StoreError> {
        self.begin_journal(lines)?;
        match self.empty_log() {
            // A reader elsewhere holds the log for a moment; the next time empties it.
            Err(StoreError::Busy) => Ok(()),
            done => done,
        }
    }

    /// The lines of a journal that was not ended; empty if there is none.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be read.
    pub fn journal(&self) -> Result<Vec<String>, StoreError> {
        let mut query = self.database.prepare_cached("SELECT line FROM journal ORDER BY id")?;
        let lines = query.query_map([], |row| row.get(0))?;
        Ok(lines.collect::<Result<_, _>>()?)
    }

    /// Removes the journal with every byte of it: the call is over, or not wanted. Inside [`Store::at_once`] it is deleted with
    /// what else is done there; its last bytes go only once it is ended again outside.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be removed.
    pub fn end_journal(&self) -> Result<(), StoreError> {
        self.database.execute("DELETE FROM journal", [])?;
        if !self.database.is_autocommit() {
            return Ok(());
        }
        match self.empty_log() {
            // A reader elsewhere holds the log for a moment; the next time empties it.
            Err(StoreError::Busy) => Ok(()),
            done => done,
        }
    }

    /// Removes the journal if its call is with this client. Its first line tells with whom it is.
    pub(crate) fn forget_journal(&self, name: &str) -> Result<(), StoreError> {
        if self.journal_is_with(name)? {
            self.database.execute("DELETE FROM journal", [])?;
        }
        Ok(())
    }

    /// True if there is a journal, of a call with this client; an empty name is nobody in particular.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be read.
    pub fn journal_is_with(&self, name: &str) -> Result<bool, StoreError> {
        let Some(first) = self.journal()?.into_iter().next() else { return Ok(false) };
        let opening: serde_json::Value = serde_json::from_str(&first).unwrap_or_default();
        let with = opening.pointer("/client/name").and_then(serde_json::Value::as_str).unwrap_or_default();
        Ok(name_key(with) == name_key(name))
    }

    fn add(&self, lines: &[String]) -> Result<(), StoreError> {
        let mut insert = self.database.prepare_cached("INSERT INTO journal (line) VALUES (?)")?;
        lines.iter().try_for_each(|line| insert.execute([line]).map(drop))?;
        Ok(())
    }
}
