//! Taking back the last step.

use crate::{Store, StoreError};
use rusqlite::OptionalExtension;

/// What was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// When it was done, as RFC 3339.
    pub at: String,
    /// The client whom it was about, if anybody in particular.
    pub client: Option<String>,
    /// Clients that were written down.
    pub clients: usize,
    /// Calls that were written down.
    pub calls: usize,
    /// Rehearsals that were written down.
    pub rehearsals: usize,
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
            let query = "SELECT step, at, client FROM events WHERE undone = 0 ORDER BY step DESC, id DESC LIMIT 1";
            let found: Option<(i64, String, i64)> =
                self.database.query_row(query, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?;
            let Some((step, at, client)) = found else { return Ok(None) };
            let client = self.name_of(client)?;
            let mut query = self.database.prepare("SELECT kind, client FROM events WHERE step = ? AND undone = 0")?;
            let rows = query.query_map([step], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
            let events: Vec<(String, i64)> = rows.collect::<Result<_, _>>()?;
            self.database.execute("UPDATE events SET undone = 1 WHERE step = ?", [step])?;
            let mut touched: Vec<i64> = events.iter().map(|(_, client)| *client).collect();
            touched.sort_unstable();
            touched.dedup();
            touched.into_iter().try_for_each(|client| self.rebuild_client(client))?;
            let count = |wanted: &str| events.iter().filter(|(kind, _)| kind == wanted).count();
            Ok(Some(Undone { at, client, clients: count("client"), calls: count("call"), rehearsals: count("rehearsal") }))
        })
    }
}
