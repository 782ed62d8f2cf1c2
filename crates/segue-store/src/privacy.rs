//! Everything that is stored, by kind and client, and how long it stays.

use crate::event::Event;
use crate::{Store, StoreError};
use rusqlite::OptionalExtension;
use segue_core::Client;

/// A kind of thing that is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The client's card: what was agreed, and what I chose to keep.
    Client,
    /// Figures of calls.
    Figures,
    /// Words of calls, under the keeping rule.
    Words,
    /// Which lines were shown, and what became of them.
    Lines,
    /// Figures of rehearsals.
    Rehearsals,
    /// Earlier versions of all that, for undoing.
    History,
    /// The journal of a call under way or cut off.
    Journal,
}

/// Something that is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Of what kind.
    pub kind: Kind,
    /// Of whom; `None` for calls and rehearsals with nobody in particular and for the journal.
    pub client: Option<String>,
    /// How many.
    pub count: u64,
    /// Bytes of their text.
    pub bytes: u64,
    /// Days after a call at which it goes; `None` if it stays until it is forgotten.
    pub days: Option<u32>,
}

/// Kind by kind: the kind, and the query that gives client, count and bytes.
const QUERIES: [(Kind, &str); 7] = [
    (Kind::Client, "SELECT id, 1, length(CAST(body AS BLOB)) FROM clients"),
    (Kind::Figures, "SELECT client, count(*), sum(length(CAST(body AS BLOB))) FROM calls GROUP BY client"),
    (
        Kind::Words,
        "SELECT client, count(*), sum(length(CAST(debrief AS BLOB))) FROM calls WHERE debrief IS NOT NULL GROUP BY client",
    ),
    (Kind::Lines, "SELECT client, 1, length(CAST(body AS BLOB)) FROM lines"),
    (
        Kind::Rehearsals,
        "SELECT client, count(*), sum(length(CAST(body AS BLOB))) FROM events WHERE kind = 'rehearsal' GROUP BY client",
    ),
    (
        Kind::History,
        "SELECT client, count(*), sum(length(CAST(body AS BLOB))) FROM events WHERE kind != 'rehearsal' GROUP BY client",
    ),
    (Kind::Journal, "SELECT 0, count(*), sum(length(CAST(line AS BLOB))) FROM journal HAVING count(*) > 0"),
];

impl Store {
    /// Everything that is stored, client by client.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be read.
    pub fn privacy(&self) -> Result<Vec<Held>, StoreError> {
        let clients: Vec<Client> = self.cards()?;
        let mut all = Vec::new();
        for (kind, query) in QUERIES {
            let mut query = self.database.prepare(query)?;
            let rows = query.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, u64>(1)?, row.get::<_, u64>(2)?)))?;
            for row in rows {
                let (number, count, bytes) = row?;
                let name = self.name_of(number)?;
                let keeping = clients.iter().find(|client| name.as_deref().is_some_and(|name| client.is_called(name)));
                let passes = matches!(kind, Kind::Figures | Kind::Words);
                let days = keeping.and_then(|client| client.keeping.days).filter(|_| passes);
                all.push(Held { kind, client: name, count, bytes, days });
            }
        }
        all.sort_by(|a, b| (&a.client, a.kind).cmp(&(&b.client, b.kind)));
        Ok(all)
    }

    /// The card of a client as it was last written down, also of one whose card was undone.
    pub(crate) fn last_card(&self, number: i64) -> Result<Option<Client>, StoreError> {
        let query = "SELECT body FROM events WHERE client = ? AND kind = 'client' ORDER BY undone, id DESC LIMIT 1";
        let body: Option<String> = self.database.query_row(query, [number], |row| row.get(0)).optional()?;
        let card = body.map(|body| serde_json::from_str(&body)).transpose()?;
        Ok(card.and_then(|event| if let Event::Client(card) = event { Some(*card) } else { None }))
    }

    /// The name of a client, also of one whose card was undone.
    pub(crate) fn name_of(&self, number: i64) -> Result<Option<String>, StoreError> {
        let query =
            "SELECT body ->> '$.client.name' FROM events WHERE client = ? AND kind = 'client' ORDER BY undone, id DESC LIMIT 1";
        Ok(self.database.query_row(query, [number], |row| row.get(0)).optional()?.flatten())
    }
}
