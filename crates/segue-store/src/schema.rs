//! The tables, and how earlier stores become this one.

use crate::StoreError;
use rusqlite::Connection;

/// The schema that this program writes.
const SCHEMA: i64 = 2;

/// Events only ever grow, but for forgetting. Everything below them is derived from them.
const FIRST: &str = "
CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL,
    at TEXT NOT NULL,
    client INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject INTEGER NOT NULL,
    body TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX events_client ON events (client);
CREATE TABLE clients (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, body TEXT NOT NULL, latest INTEGER NOT NULL) STRICT;
CREATE TABLE calls (
    id INTEGER PRIMARY KEY,
    client INTEGER NOT NULL,
    started TEXT NOT NULL,
    body TEXT NOT NULL,
    debrief TEXT
) STRICT;
CREATE INDEX calls_client ON calls (client);
CREATE TABLE lines (client INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE journal (id INTEGER PRIMARY KEY, line TEXT NOT NULL) STRICT;
";

/// What the user wished of the store itself.
const SECOND: &str = "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;";

/// Brings the database to the present schema.
pub(crate) fn migrate(database: &mut Connection) -> Result<(), StoreError> {
    // Most starts find the present schema, and take no lock.
    if version(database)? == SCHEMA {
        return Ok(());
    }
    let all = database.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    // Another program may have been quicker.
    let found = version(&all)?;
    if found > SCHEMA {
        return Err(StoreError::Newer(found));
    }
    if found < 1 {
        all.execute_batch(FIRST)?;
    }
    if found < 2 {
        all.execute_batch(SECOND)?;
    }
    all.pragma_update(None, "user_version", SCHEMA)?;
    all.commit()?;
    Ok(())
}

fn version(database: &Connection) -> rusqlite::Result<i64> {
    database.query_row("PRAGMA user_version", [], |row| row.get(0))
}
